//! Text that breaks programs: it is kept, the window goes on, and saving never fails because of it.

use crate::page::{FIRST_PARAGRAPH, HEADLINE, paste, type_into, until_saved};
use serde_json::{Value, json};
use support::{Key, Machine, Window};

const BODY: &str = ".ProseMirror .body";

#[tokio::test]
async fn documents_with_bad_text_open_take_typing_and_are_saved() {
    let machine = Machine::new("bad-documents");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}";
    let texts = [
        ("Half a pair", r"before \ud800 after", r"before \ud800 after"),
        ("A nothing", r"before \u0000 after", r"before \u0000 after"),
        ("Turned round", "abc\u{202E}gnp.exe", "abc\u{202E}gnp.exe"),
        ("A family", family, family),
    ];
    for (headline, text, _) in texts {
        put(&window, headline, 2, &paragraph(text)).await;
    }
    for (headline, _, kept) in texts {
        let document = type_and_save(&window, headline).await;
        assert!(document.contains(kept), "{headline}: {document}");
    }
    window.picture("bad-documents").await;
}

#[tokio::test]
async fn a_million_characters_and_sixty_lists_open_and_are_saved() {
    let machine = Machine::new("large-documents");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    let million = "ferry ".repeat(166_667);
    let nested = format!(
        "{}{}{}",
        r#"{"type":"list","content":[{"type":"listItem","content":["#.repeat(60),
        paragraph("the sixtieth"),
        "]}]}".repeat(60)
    );
    put(&window, "A million", 2, &paragraph(&million)).await;
    put(&window, "Sixty lists", 2, &nested).await;
    put(&window, "From tomorrow", 99, &format!(r#"{},{{"type":"hologram"}}"#, paragraph("seen")))
        .await;

    assert!(type_and_save(&window, "A million").await.contains(&million));
    let document = type_and_save(&window, "Sixty lists").await;
    assert_eq!(document.matches(r#""type":"list""#).count(), 60);
    window.picture("sixty-lists").await;
    let wide = "const page = document.querySelector('.scroll'); return page.scrollWidth - page.clientWidth";
    assert_eq!(window.run(wide, vec![]).await, json!(0), "the page scrolls sideways");
    let document = type_and_save(&window, "From tomorrow").await;
    assert!(
        document.contains("hologram") && document.contains(r#""schemaVersion":99"#),
        "{document}"
    );
}

#[tokio::test]
async fn bad_text_is_pasted_and_saved() {
    let machine = Machine::new("bad-pastes");
    let window = machine.start().await;
    window.click("New story").await;
    window.click_on(FIRST_PARAGRAPH).await;
    // A script's strings may hold what Rust's cannot.
    const HALF: &str = "
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', '<p>half \\ud800 pair \\u0000 and <b>\\u202eon</b></p>');
        clipboardData.setData('text/plain', 'half');
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(paste);";
    window.run(HALF, vec![]).await;
    window.shows(BODY, "half").await;
    window.shows(BODY, "on").await;
    let nested: String = (0..60).map(|n| format!("<ul><li>level {n} ")).collect();
    paste(&window, &nested, "levels").await;
    window.shows(BODY, "level 59").await;
    paste(&window, "", &"gull ".repeat(200_000)).await;
    window.shows(BODY, "gull gull").await;
    type_into(&window, HEADLINE, "Still here").await;
    until_saved(&window).await;
}

fn paragraph(text: &str) -> String {
    format!(r#"{{"type":"paragraph","content":[{{"type":"text","text":"{text}"}}]}}"#)
}

/// A story with this body, as another program would have written it.
async fn put(window: &Window<'_>, headline: &str, version: u32, body: &str) {
    let story = window.act("new_story", json!({})).await["value"].take();
    let document = format!(
        r#"{{"schemaVersion":{version},"doc":{{"type":"story","content":[{{"type":"headline","content":[{{"type":"text","text":"{headline}"}}]}},{{"type":"body","content":[{body}]}}]}}}}"#
    );
    let save =
        json!({ "storyId": story["id"], "basedOn": story["revision"], "document": document });
    window.act("save_draft", save).await;
}

/// Opens the story, types at the end of its headline, and hands back what was saved.
async fn type_and_save(window: &Window<'_>, headline: &str) -> String {
    window.click(headline).await;
    window.shows(HEADLINE, headline).await;
    type_into(window, HEADLINE, ", mended").await;
    window.press(Key::End).await;
    until_saved(window).await;
    let typed = format!("{headline}, mended");
    let stories = window.act("stories", json!({})).await;
    let rows = stories.as_array().expect("a list");
    let row = rows.iter().find(|row| row["headline"] == json!(typed)).expect("the story is listed");
    let story: Value = window.act("story", json!({ "storyId": row["id"] })).await;
    story["document"].as_str().expect("a document").to_owned()
}
