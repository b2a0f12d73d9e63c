//! Finding things by name and by key: the palette, the sheet of shortcuts, from pane to pane.

use crate::page::{FIRST_PARAGRAPH, HEADLINE, open_the_sample};
use serde_json::json;
use support::{Key, Machine, Window};

const DIALOG: &str = "dialog[open]";
const CHOSEN: &str = "[role=option][aria-selected=true]";

#[tokio::test]
async fn the_palette_does_what_is_named() {
    let machine = Machine::new("palette");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click("New story").await;
    window.shows_no(HEADLINE, "Trams win").await;

    // A story by a part of its name, with the arrows and Enter.
    palette(&window).await;
    window.type_text("trams vote").await;
    window.shows(CHOSEN, "Trams win council vote").await;
    window.press(Key::Enter).await;
    window.shows(HEADLINE, "Trams win council vote").await;
    window.shows("header.top", "8 to look at").await;

    // A command of the editor, which works where the caret stood before.
    window.click_on(FIRST_PARAGRAPH).await;
    // A person's next key comes later than the web view's word that the caret has moved.
    window.press(Key::End).await;
    window.picture("before-the-palette").await;
    palette(&window).await;
    window.type_text("cross").await;
    window.shows(CHOSEN, "Crosshead").await;
    window.press(Key::Enter).await;
    window.css(".ProseMirror .body > h2:first-child").await;

    // What was used last stands first.
    palette(&window).await;
    window.shows(CHOSEN, "Crosshead").await;
    window.press(Key::Escape).await;
    assert_eq!(focused(&window).await, "story", "Escape gives the focus back");
}

#[tokio::test]
async fn the_sheet_names_every_key_and_f6_walks_the_panes() {
    let machine = Machine::new("shortcut-sheet");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click_on(FIRST_PARAGRAPH).await;
    window.press(Key::F1).await;
    for line in ["New storyCtrlN", "BoldCtrlB", "Move this block upAlt↑", "Next paneF6"] {
        let shows = || async { squeezed(&window.shown(DIALOG).await).contains(&squeezed(line)) };
        window.until(&format!("the sheet says {line}"), shows).await;
    }
    window.press(Key::Escape).await;
    window.until("the sheet is closed", || async { window.shown(DIALOG).await.is_empty() }).await;

    let mut walked = Vec::new();
    for _ in 0..4 {
        window.press(Key::F6).await;
        walked.push(pane(&window).await);
    }
    assert_eq!(walked, ["details", "top", "stories", "page"]);
    assert_eq!(focused(&window).await, "story", "coming back finds the caret");
}

async fn palette(window: &Window<'_>) {
    window.press_with(&[Key::Control, Key::Shift], 'p').await;
    window.css("dialog[open] [role=combobox]:focus").await;
}

async fn pane(window: &Window<'_>) -> String {
    const PANE: &str = "return document.activeElement.closest('[data-pane]')?.dataset.pane ?? ''";
    let end = std::time::Instant::now() + std::time::Duration::from_millis(300);
    let mut pane = json!("");
    while std::time::Instant::now() < end {
        pane = window.run(PANE, vec![]).await;
    }
    pane.as_str().unwrap_or_default().to_owned()
}

async fn focused(window: &Window<'_>) -> String {
    const FOCUSED: &str = "
        const { activeElement } = document;
        return activeElement.classList.contains('story') ? 'story' : activeElement.outerHTML";
    let story = || async { window.run(FOCUSED, vec![]).await == json!("story") };
    window.until("the story has the focus", story).await;
    "story".to_owned()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
