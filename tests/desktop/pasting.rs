//! Pasting: what Google Docs copies comes with its quote, its link and its nested list, and says what
//! it kept; one undo takes it back; one key pastes plain text.

use crate::page::{FIRST_PARAGRAPH, paste, until_saved};
use std::fs;
use support::{Key, Machine, Window};

const DOCS: &str = include_str!("../cases/paste/a-story-from-google-docs/input.html");
const BODY: &str = ".ProseMirror .body";
const RECEIPT: &str = "[aria-label=\"What was pasted\"]";

#[tokio::test]
async fn a_paste_from_docs_keeps_its_quote_its_link_and_its_nested_list() {
    let machine = Machine::new("pasting");
    let window = machine.start().await;
    an_empty_story(&window).await;

    paste(&window, DOCS, "Ferries stay until spring").await;
    window.shows(&format!("{BODY} blockquote"), "“Nobody asked us,” said Ilse Oyelund").await;
    window
        .shows(&format!("{BODY} [data-href=\"https://example.org/minutes?id=4\"]"), "voted")
        .await;
    window.shows(&format!("{BODY} ul li ul li"), "four crowns for a bicycle").await;
    window.shows(RECEIPT, "Kept 1 link, 1 quote, 1 list").await;
    window.shows(RECEIPT, "1 picture was not in the clipboard.").await;
    window.click("What was left out (7)").await;
    window.shows(RECEIPT, "It may close.").await;
    window.picture("pasting").await;

    window.click_on(&format!("{BODY} blockquote")).await;
    window.press_control('z').await;
    window.shows_no(BODY, "Ferries").await;
    window.press_control('y').await;
    window.shows(BODY, "Ferries stay until spring").await;
    window.type_text("Typed on. ").await;
    window.shows(BODY, "Typed on.").await;
    until_saved(&window).await;
}

#[tokio::test]
async fn the_receipt_takes_a_paste_back_and_makes_it_plain() {
    let machine = Machine::new("a-receipt");
    let window = machine.start().await;
    an_empty_story(&window).await;

    paste(&window, "<blockquote>Bells rang</blockquote>", "Bells rang, plainly").await;
    window.shows(&format!("{BODY} blockquote"), "Bells rang").await;
    window.click("Paste as plain text instead").await;
    window.shows(FIRST_PARAGRAPH, "Bells rang, plainly").await;
    window.shows_no(&format!("{BODY} blockquote"), "Bells").await;

    paste(&window, "<h2>Gulls</h2><p>came</p>", "Gulls came").await;
    window.shows(&format!("{BODY} h2"), "Gulls").await;
    window.click_in(RECEIPT, "Undo").await;
    window.shows_no(BODY, "Gulls").await;
    window.shows(FIRST_PARAGRAPH, "Bells rang, plainly").await;
}

#[tokio::test]
async fn lists_of_word_come_from_the_clipboard_as_word_wrote_them() {
    const WORD: &str = include_str!("../cases/paste/a-story-from-word-on-windows/input.html");
    let machine = Machine::new("pasting-from-word");
    fs::write(machine.path("copied.html"), WORD).expect("a file can be written");
    let window = machine.start().await;
    an_empty_story(&window).await;
    // What the web view leaves of it: no list, no level.
    paste(&window, "<p class=\"MsoListParagraph\">Stalls</p>", "Stalls").await;
    window.shows(&format!("{BODY} ul li ul li"), "bread").await;
    window.shows(&format!("{BODY} blockquote"), "gulls go to bed").await;
    window.shows(RECEIPT, "Kept 1 link, 1 quote, 1 list").await;
    assert!(!window.shown(BODY).await.contains("in May"), "deleted words came back");
}

#[tokio::test]
async fn words_typed_while_a_paste_is_read_stay() {
    let machine = Machine::new("typing-while-pasting");
    let window = machine.start().await;
    an_empty_story(&window).await;
    let long = format!("<blockquote>Bells</blockquote>{}", "<p>One more line.</p>".repeat(3_000));
    paste(&window, &long, "Bells").await;
    window.type_text("meanwhile").await;
    window.shows(&format!("{BODY} blockquote"), "Bells").await;
    window.shows(BODY, "meanwhile").await;
}

#[tokio::test]
async fn one_key_pastes_plain_text() {
    let machine = Machine::new("a-plain-paste");
    let window = machine.start().await;
    an_empty_story(&window).await;
    copy_from_a_page(&window, "<h3>Rigging</h3><p><b>bold</b> words</p>").await;

    window.click_on(FIRST_PARAGRAPH).await;
    window.press_control('v').await;
    window.shows(&format!("{BODY} h3"), "Rigging").await;
    window.shows(&format!("{BODY} strong"), "bold").await;
    window.press_control('z').await;
    window.shows_no(BODY, "Rigging").await;

    window.press_control_shift('v').await;
    window.shows(BODY, "Rigging").await;
    window.shows(BODY, "bold words").await;
    assert_eq!(window.shown(&format!("{BODY} strong")).await, "");
    assert_eq!(window.shown(&format!("{BODY} h3")).await, "");
}

/// Selects what a page shows and copies it, as a person does in a browser.
async fn copy_from_a_page(window: &Window<'_>, html: &str) {
    const SHOW: &str = "
        const page = document.body.appendChild(document.createElement('div'));
        page.id = 'another-page';
        page.contentEditable = true;
        page.innerHTML = arguments[0];
        page.style.cssText = 'position: fixed; top: 0; z-index: 99';
        page.focus();
        getSelection().selectAllChildren(page);";
    window.run(SHOW, vec![html.into()]).await;
    window.press_control('c').await;
    window.run("document.getElementById('another-page').remove()", vec![]).await;
}

async fn an_empty_story(window: &Window<'_>) {
    window.click("New story").await;
    window.click_on(FIRST_PARAGRAPH).await;
    window.press(Key::End).await;
}
