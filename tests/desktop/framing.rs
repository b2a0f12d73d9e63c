//! Pictures in a story: cropped and covered, and one in the place of another.

use crate::page::{HEADLINE, LEAD_CAPTION, LEAD_CREDIT, open_the_sample, sample, until_saved};
use serde_json::{Value, json};
use support::{Key, Machine, Window};

const LEAD_PICTURE: &str = ".ProseMirror .lead .picture img";
const LEAD_TAGS: &str = ".ProseMirror .lead .picture";
const LEAD_ALT_TEXT: &str = ".ProseMirror .lead .figure-below";
const NOTICES: &str = ".notices";
const PICTURE_EDITOR: &str = "dialog";
const OLD_CREDIT: &str = "Photo: Mara Lindqvist / Northlight Agency";
const OLD_ALT_TEXT: &str = "A swing bridge with a small lit control cabin";

#[tokio::test]
async fn a_picture_is_cropped_and_covered_and_all_of_it_taken_back() {
    let machine = Machine::new("a-framed-picture");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click_on(LEAD_PICTURE).await;
    window.press(Key::Enter).await;
    window.shows(PICTURE_EDITOR, "Crop and cover").await;

    window.click_in(PICTURE_EDITOR, "1:1").await;
    window.shows(PICTURE_EDITOR, "1600 × 1600").await;
    window.click_in(PICTURE_EDITOR, "Cover").await;
    window.click_in(PICTURE_EDITOR, "Add a cover in the middle").await;
    window.shows(PICTURE_EDITOR, "Cover 1").await;
    window.picture("the-picture-editor").await;
    // The cover has the keys: it moves, and Enter applies.
    window.press(Key::Right).await;
    window.press(Key::Enter).await;
    window.shows(LEAD_TAGS, "Obscured").await;
    window.click_in(NOTICES, "Add “identity obscured” to the caption").await;
    window.shows(LEAD_CAPTION, "(identity obscured)").await;
    until_saved(&window).await;
    window.picture("a-covered-picture").await;
    let figure = lead_figure(&window).await;
    assert_eq!(
        figure["attrs"]["crop"],
        json!({ "left": 1667, "top": 0, "width": 6666, "height": 10000 })
    );
    assert_eq!(figure["attrs"]["obscured"][0]["cover"], "block");

    window.click_on(HEADLINE).await;
    window.press_control('z').await;
    window.shows_no(LEAD_CAPTION, "obscured").await;
    window.shows(LEAD_TAGS, "Obscured").await;
    window.press_control('z').await;
    window.shows_no(LEAD_TAGS, "Obscured").await;
    until_saved(&window).await;
    assert_eq!(lead_figure(&window).await["attrs"].get("crop"), None);
}

#[tokio::test]
async fn escape_leaves_a_picture_as_it_was() {
    let machine = Machine::new("an-abandoned-crop");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click_on(LEAD_PICTURE).await;
    window.press(Key::Enter).await;
    window.click_in(PICTURE_EDITOR, "1:1").await;
    window.press(Key::Escape).await;

    window.click_on(HEADLINE).await;
    until_saved(&window).await;
    assert_eq!(lead_figure(&window).await["attrs"].get("crop"), None);
}

#[tokio::test]
async fn another_picture_brings_its_own_credit_and_the_caption_is_marked() {
    let mut machine = Machine::new("a-swap");
    machine.will_pick([sample("council-vote.jpg")]);
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
    let caption = window.shown(LEAD_CAPTION).await;

    replace_the_lead(&window).await;

    window.shows(LEAD_CREDIT, "Photo: Sanna Kivela-Moe / Ostmarra News Pictures").await;
    window.shows(LEAD_TAGS, "Check caption").await;
    window.shows(LEAD_CAPTION, &caption).await;
    window.shows_no(LEAD_ALT_TEXT, OLD_ALT_TEXT).await;
    window.shows(NOTICES, "Another picture").await;
    window.picture("a-swap").await;

    window.click_on(HEADLINE).await;
    window.press_control('z').await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
    window.shows(LEAD_ALT_TEXT, OLD_ALT_TEXT).await;
    window.shows_no(LEAD_TAGS, "Check caption").await;
}

#[tokio::test]
async fn another_picture_without_a_credit_stops_the_story_by_name() {
    let mut machine = Machine::new("a-swap-without-credit");
    machine.will_pick([sample("bridge-engineer.jpg")]);
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;

    replace_the_lead(&window).await;

    window.shows(LEAD_CREDIT, "No credit").await;
    window
        .until("the cursor is in the credit field", || async {
            window.run("return document.activeElement.tagName", vec![]).await == "TEXTAREA"
        })
        .await;
    window.shows("section.checks", "bridge-engineer.jpg").await;

    window.click_on(HEADLINE).await;
    window.press_control('z').await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
}

#[tokio::test]
async fn the_same_picture_keeps_what_is_said_of_it() {
    let mut machine = Machine::new("a-swap-of-the-same");
    machine.will_pick([sample("harbour-at-dawn.jpg")]);
    let window = machine.start().await;
    open_the_sample(&window).await;
    let before = lead_figure(&window).await;

    replace_the_lead(&window).await;

    window.shows(NOTICES, "The same picture").await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
    window.shows(LEAD_ALT_TEXT, OLD_ALT_TEXT).await;
    window.shows_no(LEAD_TAGS, "Check caption").await;
    window.click_on(HEADLINE).await;
    window.shows("body", "Saved ").await;
    window
        .until("the new photo is saved", || async {
            lead_figure(&window).await["attrs"]["photoId"] != before["attrs"]["photoId"]
        })
        .await;
}

async fn replace_the_lead(window: &Window<'_>) {
    window.click_on(LEAD_PICTURE).await;
    window.shows("aside.details", "Lead photo").await;
    window.click("Replace…").await;
}

/// The lead's figure as it was saved.
async fn lead_figure(window: &Window<'_>) -> Value {
    let stories = json!({ "filter": "", "state": null, "spiked": false });
    let stories = window.act("stories", stories).await;
    let story = window.act("story", json!({ "storyId": stories[0]["id"] })).await;
    let document = story["document"].as_str().expect("a document");
    let document: Value = serde_json::from_str(document).expect("the document is JSON");
    let parts = document["doc"]["content"].as_array().expect("parts");
    let lead = parts.iter().find(|part| part["type"] == "lead").expect("a lead");
    lead["content"][0].clone()
}
