//! Elements of the body, made and moved with the keyboard alone.

use crate::page::{FIRST_PARAGRAPH, open_the_sample, sample, type_into, until_saved};
use serde_json::{Value, json};
use support::{Key, Machine, Window};

const MENU: &str = ".editor-menu";
const FACT_BOX: &str = ".ProseMirror .fact-box";
const TABLE: &str = ".ProseMirror .table-block";
const GALLERY: &str = ".ProseMirror .gallery";
const SAID: &str = ".paper [role=status].unseen";

/// The captions of the gallery, in the order of the page.
const CAPTIONS: &str = "return [...document.querySelectorAll('.ProseMirror .gallery figcaption')]
    .map((caption) => caption.textContent)";

async fn an_empty_story(window: &Window<'_>) {
    window.click("New story").await;
    window.shows("header", "Captions…").await;
    window.click_on(FIRST_PARAGRAPH).await;
}

/// Chooses an element from the menu by what it is called.
async fn choose(window: &Window<'_>, typed: &str, name: &str) {
    window.type_text(typed).await;
    window.shows(&format!("{MENU} [aria-selected=true]"), name).await;
    window.press(Key::Enter).await;
}

#[tokio::test]
async fn the_menu_makes_a_fact_box_and_a_table_without_the_mouse() {
    let machine = Machine::new("a-fact-box");
    let window = machine.start().await;
    an_empty_story(&window).await;
    window.type_text("The line opens on Monday.").await;
    window.press(Key::Enter).await;
    window.type_text("/").await;
    window.shows(MENU, "Pull quote").await;
    window.picture("the-menu-of-elements").await;
    window.type_text("fa").await;
    window.shows(&format!("{MENU} [aria-selected=true]"), "Fact box").await;
    window.press(Key::Enter).await;
    window.type_text("The line in numbers").await;
    window.press(Key::Enter).await;
    window.type_text("Nine stops.").await;
    window.press(Key::Enter).await;
    window.press(Key::Enter).await;
    window.shows(FACT_BOX, "The line in numbersNine stops.").await;

    choose(&window, "/ta", "Table").await;
    for words in ["Stop", "Weekday", "Sunday", "Harbour", "120", "90", "Market", "80"] {
        window.type_text(words).await;
        window.press(Key::Tab).await;
    }
    window.type_text("60").await;
    assert_eq!(rows(&window).await, json!(3));
    // From the last cell Tab makes a row.
    window.press(Key::Tab).await;
    window.type_text("Depot").await;
    assert_eq!(rows(&window).await, json!(4));
    window.shows(TABLE, "Depot").await;
    until_saved(&window).await;
    window.picture("a-fact-box-and-a-table").await;
    assert_eq!(kinds(&window, "body").await, json!(["paragraph", "factBox", "table", "paragraph"]));
}

async fn rows(window: &Window<'_>) -> Value {
    window.run("return document.querySelectorAll('.ProseMirror tr').length", vec![]).await
}

#[tokio::test]
async fn a_gallery_keeps_each_caption_with_its_photo() {
    let mut machine = Machine::new("a-gallery");
    machine.will_pick([sample("council-vote.jpg"), sample("last-tram.jpg")]);
    let window = machine.start().await;
    an_empty_story(&window).await;
    choose(&window, "/gal", "Gallery").await;
    window.click_in(GALLERY, "Add photos…").await;
    window.shows(GALLERY, "2 photos").await;
    for (place, words) in [(1, "The first"), (2, "The second")] {
        let figure = format!("{GALLERY} figure:nth-of-type({place})");
        window.click_on(&format!("{figure} .picture img")).await;
        window.press(Key::Tab).await;
        window.press_control('a').await;
        window.type_text(words).await;
        window.shows(&figure, words).await;
    }

    window.click_on(&format!("{GALLERY} figure:nth-of-type(2) .picture img")).await;
    window.press_alt(Key::Up).await;
    window.shows(SAID, "The photo is now 1 of 2 in the gallery.").await;
    assert_eq!(window.run(CAPTIONS, vec![]).await, json!(["The second", "The first"]));
    until_saved(&window).await;
    window.picture("a-gallery").await;
    // And out of it, to lead the story.
    window.press_alt(Key::Up).await;
    window.press_alt(Key::Up).await;
    window.shows(SAID, "The photo now leads the story.").await;
    until_saved(&window).await;
    assert_eq!(kinds(&window, "lead").await, json!(["figure"]));
    assert_eq!(window.run(CAPTIONS, vec![]).await, json!(["The first"]));
}

#[tokio::test]
async fn a_block_that_moves_is_said_aloud() {
    let machine = Machine::new("a-moved-block");
    let window = machine.start().await;
    an_empty_story(&window).await;
    type_into(&window, FIRST_PARAGRAPH, "One.").await;
    window.press(Key::Enter).await;
    window.type_text("> It runs.").await;
    window.press_alt(Key::Up).await;
    window.shows(SAID, "The quote now stands at the head of the body.").await;
    window.press_alt(Key::Down).await;
    window.shows(SAID, "The quote now stands after paragraph 1.").await;
    window.press_alt(Key::Down).await;
    window.shows(SAID, "The quote can go no further.").await;
}

#[tokio::test]
async fn a_photo_that_moves_keeps_its_caption_credit_and_alt_text() {
    const LEAD: &str = ".ProseMirror .lead figure";
    const FIGURE: &str = ".ProseMirror .body > figure";
    let machine = Machine::new("a-moved-photo");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click_on(&format!("{LEAD} .picture img")).await;
    let words = said_of(&window, LEAD).await;
    assert!(words.iter().all(|words| !words.is_empty()), "{words:?}");

    window.press_alt(Key::Down).await;
    window.shows(SAID, "The photo now stands at the head of the body.").await;
    assert_eq!(said_of(&window, FIGURE).await, words);
    window.press_alt(Key::Down).await;
    window.shows(SAID, "The photo now stands after paragraph 1.").await;
    assert_eq!(said_of(&window, FIGURE).await, words);
    window.press_control('z').await;
    window.press_control('z').await;
    window.shows(LEAD, &words[0]).await;
    assert_eq!(said_of(&window, LEAD).await, words);
}

/// The caption, the credit and the alt text under a picture.
async fn said_of(window: &Window<'_>, figure: &str) -> [String; 3] {
    [
        window.shown(&format!("{figure} :is(figcaption, .caption-ghost)")).await,
        window.shown(&format!("{figure} .credit")).await,
        window.shown(&format!("{figure} :is(.alt-text, .alt-ghost)")).await,
    ]
}

/// The types of what stands in a part of the saved story.
async fn kinds(window: &Window<'_>, part: &str) -> Value {
    let all = json!({ "filter": "", "state": null, "spiked": false });
    let stories = window.act("stories", all).await;
    let story = window.act("story", json!({ "storyId": stories[0]["id"] })).await;
    let document = story["document"].as_str().and_then(|text| serde_json::from_str(text).ok());
    let document: Value = document.unwrap_or_default();
    let parts = document["doc"]["content"].as_array().cloned().unwrap_or_default();
    let part = parts.into_iter().find(|one| one["type"] == part).unwrap_or_default();
    let blocks = part["content"].as_array().cloned().unwrap_or_default();
    blocks.into_iter().map(|block| block["type"].clone()).collect()
}
