//! Private notes on passages: written, undone and done again, and leaving by no way.

use crate::page::{FIRST_PARAGRAPH, STANDFIRST, open_the_sample, until_saved};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use support::{Key, Machine, Window};

const NOTES: &str = "section[aria-label='Notes on passages']";
const SOURCE: &str = "Zelda Quill told us, at the fourth quay";
const LEGAL: &str = "Counsel Ubaldo doubts this very line";

#[tokio::test]
async fn notes_on_passages_are_kept_and_leave_by_no_way() {
    let machine = Machine::new("notes");
    let window = machine.start().await;
    open_the_sample(&window).await;

    note_on(&window, FIRST_PARAGRAPH, SOURCE, "source").await;
    note_on(&window, STANDFIRST, LEGAL, "legal").await;
    window.picture("notes").await;
    in_the_order_of_the_page(&window).await;
    an_undone_mark_takes_no_words_along(&window).await;
    until_saved(&window).await;

    let ids = ids_of_notes(&window).await;
    let secrets = [vec![SOURCE.into(), LEGAL.into()], ids].concat();
    nothing_is_copied(&window, &secrets).await;
    nothing_is_exported(&window, &machine, &secrets).await;
}

async fn note_on(window: &Window<'_>, line: &str, text: &str, kind: &str) {
    window.click_on(line).await;
    window.press(Key::Home).await;
    window.press_with(&[Key::Shift], char::from(Key::End)).await;
    window.press_with(&[Key::Control, Key::Alt], 'm').await;
    let notes = stored(window, |notes| !notes.iter().any(|note| note["text"] == text)).await;
    window.until("the new note is being written", || async { writes_a_note(window).await }).await;
    window.type_text(text).await;
    window.press(Key::Tab).await;
    let written = stored(window, |notes| notes.iter().any(|note| note["text"] == text)).await;
    assert!(written.len() >= notes.len(), "a note was lost");
    let id = written.iter().find(|note| note["text"] == text).expect("it is there")["id"].as_str();
    choose_kind(window, id.expect("an id is text"), kind).await;
    stored(window, |notes| notes.iter().any(|note| note["text"] == text && note["kind"] == kind))
        .await;
}

async fn writes_a_note(window: &Window<'_>) -> bool {
    const WRITES: &str = "
        const field = document.activeElement;
        return field?.id.startsWith('note-') === true && field.value === '';";
    window.run(WRITES, vec![]).await == Value::Bool(true)
}

async fn choose_kind(window: &Window<'_>, id: &str, kind: &str) {
    const CHOOSE: &str = "
        const select = document.getElementById('note-' + arguments[0])
            .closest('.note').querySelector('select');
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    window.run(CHOOSE, vec![id.into(), kind.into()]).await;
}

async fn in_the_order_of_the_page(window: &Window<'_>) {
    const TEXTS: &str =
        "return [...document.querySelectorAll('.note textarea')].map((it) => it.value)";
    let texts = window.run(TEXTS, vec![]).await;
    assert_eq!(texts, json!([LEGAL, SOURCE]), "the standfirst stands before the body");
}

/// The mark of the last note is one step of the story's history; its words are not.
async fn an_undone_mark_takes_no_words_along(window: &Window<'_>) {
    window.click_on(FIRST_PARAGRAPH).await;
    window.press_control('z').await;
    window.shows(NOTES, "Its passage is gone from the text.").await;
    let notes = stored(window, |notes| notes.len() == 2).await;
    assert!(notes.iter().any(|note| note["text"] == LEGAL), "the note's words went with its mark");
    window.press_control('y').await;
    window.shows_no(NOTES, "Its passage is gone from the text.").await;
}

async fn nothing_is_copied(window: &Window<'_>, secrets: &[String]) {
    const LISTEN: &str = "
        document.addEventListener('copy', ({ clipboardData }) => {
            window.copied = [...clipboardData.types].map((type) => clipboardData.getData(type)).join();
        });";
    window.run(LISTEN, vec![]).await;
    window.click_on(FIRST_PARAGRAPH).await;
    window.press_control('a').await;
    window.press_control('c').await;
    let copied = window.run("return window.copied ?? ''", vec![]).await;
    let copied = copied.as_str().expect("text");
    assert!(copied.contains("<p"), "nothing was copied: {copied}");
    for secret in secrets {
        assert!(!copied.contains(secret), "“{secret}” was copied");
    }
    assert!(!copied.contains("data-note"), "a note's mark was copied: {copied}");
}

async fn nothing_is_exported(window: &Window<'_>, machine: &Machine, secrets: &[String]) {
    window.click("Export…").await;
    window.click("Skip").await;
    window.click("Export anyway").await;
    window.shows("dialog", "lists every file, every credit").await;
    let files = files_in(&machine.exports());
    assert!(files.iter().any(|file| file.ends_with("index.html")), "no page: {files:?}");
    for file in files {
        let bytes = fs::read(&file).expect("an exported file can be read");
        for secret in secrets {
            let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!found, "“{secret}” is in {}", file.display());
        }
    }
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("an entry can be read").path());
    paths.flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] }).collect()
}

async fn ids_of_notes(window: &Window<'_>) -> Vec<String> {
    let notes = stored(window, |notes| notes.len() == 2).await;
    notes.into_iter().map(|note| text(&note["id"])).collect()
}

/// The notes that the desk has, once they are as `ready` wants them.
async fn stored(window: &Window<'_>, ready: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    loop {
        let notes = notes_of(window).await;
        if ready(&notes) {
            return notes;
        }
        assert!(std::time::Instant::now() < end, "the desk's notes stay {notes:?}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

async fn notes_of(window: &Window<'_>) -> Vec<Value> {
    let stories = window.act("stories", json!({})).await;
    let id = text(&stories[0]["id"]);
    let mut story = window.act("story", json!({ "storyId": id })).await;
    serde_json::from_value(story["passageNotes"].take()).expect("a list of notes")
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}
