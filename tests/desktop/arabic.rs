//! A story from right to left: typed, saved, and exported so.

use crate::page::{HEADLINE, type_into, until_saved};
use serde_json::{Value, json};
use std::fs;
use support::{Key, Machine, Window};

const TITLE: &str = "مجلس المدينة يوافق على الجسر";
const OPENING: &str = "قال Tomás Rønn إن 24 عضوا صوتوا.";
const LOUD: &str = "عاجل";
const SAID: &str = "هذا يوم جديد";

#[tokio::test]
async fn an_arabic_story_runs_from_right_to_left_into_the_page() {
    let machine = Machine::new("arabic");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    window.click("New story").await;
    choose_arabic(&window).await;

    type_into(&window, HEADLINE, TITLE).await;
    window.click_on(".ProseMirror .body p").await;
    window.type_text(OPENING).await;
    window.press(Key::Enter).await;
    window.press_control('b').await;
    window.type_text(LOUD).await;
    window.press_control('b').await;
    window.press(Key::Enter).await;
    window.type_text(&format!("> {SAID}")).await;
    window.shows(".ProseMirror blockquote, .ProseMirror .quote", SAID).await;
    runs_from_right_to_left(&window).await;
    window.picture("arabic").await;
    until_saved(&window).await;
    exported(&window, &machine).await;
}

/// By its own name, as a person who reads it would look.
async fn choose_arabic(window: &Window<'_>) {
    let field = window.field("Language").await;
    field.click().await.expect("the field cannot be clicked");
    window.type_text("العربية").await;
    window.shows("[role=listbox]", "Arabic").await;
    window.press(Key::Enter).await;
    window.until("the story is Arabic", || async { attribute(window, "lang").await == "ar" }).await;
    assert_eq!(attribute(window, "dir").await, "rtl");
}

async fn attribute(window: &Window<'_>, name: &str) -> String {
    const READ: &str = "return document.querySelector('.ProseMirror').getAttribute(arguments[0])";
    let read = window.run(READ, vec![json!(name)]).await;
    read.as_str().unwrap_or_default().to_owned()
}

/// The first letter of a line stands further right than its last, the Latin name inside it not.
async fn runs_from_right_to_left(window: &Window<'_>) {
    const LOOK: &str = "
        const line = [...document.querySelectorAll('.ProseMirror .body p')]
            .find((p) => p.textContent.includes('Tomás'));
        const text = line.firstChild;
        const left = (word, at) => {
            const range = document.createRange();
            const start = text.data.indexOf(word) + at;
            range.setStart(text, start);
            range.setEnd(text, start + 1);
            return range.getBoundingClientRect().left;
        };
        return {
            arabic: left('قال', 0) > left('صوتوا', 0),
            latin: left('Tomás', 0) < left('Tomás', 4),
            digits: left('24', 0) < left('24', 1),
            between: left('قال', 0) > left('Tomás', 0) && left('Tomás', 0) > left('صوتوا', 0),
            dirs: [...document.querySelectorAll('.ProseMirror .body p, .ProseMirror .headline')]
                .map((p) => p.dir),
        };";
    let seen: Value = window.run(LOOK, vec![]).await;
    for what in ["arabic", "latin", "digits", "between"] {
        assert_eq!(seen[what], json!(true), "{what}: {seen}");
    }
    let dirs = seen["dirs"].as_array().expect("a list");
    assert!(dirs.len() >= 3 && dirs.iter().all(|dir| dir == "auto"), "{seen}");
}

async fn exported(window: &Window<'_>, machine: &Machine) {
    let story = window.act("stories", json!({})).await[0]["id"].take();
    let folder = machine.exports();
    let export = json!({ "storyId": story, "folder": folder, "profile": "web" });
    fs::create_dir_all(&folder).expect("a folder can be made");
    window.act("export_story", export).await;
    let page = || -> Option<String> {
        let made = fs::read_dir(&folder).ok()?.filter_map(Result::ok);
        let made = made.map(|entry| entry.path()).find(|path| path.join("index.html").is_file())?;
        fs::read_to_string(made.join("index.html")).ok()
    };
    window.until("the page is written", || async { page().is_some() }).await;
    let page = page().expect("it was there");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains(TITLE) && page.contains(&format!("<strong>{LOUD}</strong>")), "{page}");
    assert!(page.contains("Tomás Rønn") && page.contains("<blockquote>"), "{page}");
}
