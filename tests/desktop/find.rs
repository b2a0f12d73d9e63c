//! Looking for words: find and replace through captions and credits, and what is still to come.

use crate::page::{
    FIRST_PARAGRAPH, HEADLINE, LEAD_CAPTION, LEAD_CREDIT, open_the_sample, type_into, until_saved,
};
use support::{Key, Machine, Window};

const FIND: &str = ".find";
const STATUS: &str = ".status";
const BODY: &str = ".ProseMirror .body";
const OLD_CREDIT: &str = "Photo: Mara Lindqvist / Northlight Agency";

/// The words of the story alone: the tools on a picture come and go with where the page stands.
const BODY_WORDS: &str = "return [...document.querySelectorAll(
    '.ProseMirror .body :is(p, h2, h3, .caption):not([contenteditable=false])',
)].map((one) => one.textContent)";

#[tokio::test]
async fn words_are_replaced_in_text_captions_and_a_credit_and_one_undo_takes_it_back() {
    let machine = Machine::new("find-and-replace");
    let window = machine.start().await;
    open_the_sample(&window).await;
    let caption = window.shown(LEAD_CAPTION).await;
    let body = window.run(BODY_WORDS, vec![]).await;

    search(&window, "marensund").await;
    window.shows(FIND, "caption of the lead photo").await;
    type_instead(&window, "Harbourtown").await;
    window.picture("find-and-replace").await;
    window.click_in(FIND, "Replace all").await;
    window.shows(FIND, "places replaced").await;
    window.shows(LEAD_CAPTION, "Harbourtown").await;
    window.shows(HEADLINE, "Harbourtown’s").await;
    window.shows_no(BODY, "Marensund").await;

    window.press(Key::Escape).await;
    window.press_control('z').await;
    window.shows(LEAD_CAPTION, &caption).await;
    let as_before = || async { window.run(BODY_WORDS, vec![]).await == body };
    window.until("the body says what it said", as_before).await;
    window.shows_no(HEADLINE, "Harbourtown").await;
    until_saved(&window).await;
}

#[tokio::test]
async fn a_credit_is_found_and_replaced_where_the_photo_keeps_it() {
    let machine = Machine::new("find-a-credit");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;

    search(&window, "Northlight").await;
    window.shows(FIND, "credit of the lead photo").await;
    type_instead(&window, "Southlight").await;
    window.click_in(FIND, "Replace all").await;
    window.shows(LEAD_CREDIT, "Photo: Mara Lindqvist / Southlight Agency").await;

    window.press(Key::Escape).await;
    window.press_control('z').await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
}

#[tokio::test]
async fn what_is_to_come_is_counted_and_gone_to() {
    let machine = Machine::new("to-come");
    let window = machine.start().await;
    open_the_sample(&window).await;
    type_into(&window, FIRST_PARAGRAPH, " TK crowns, TK Maxx said [CQ?].").await;
    window.shows(STATUS, "2 TK").await;

    window.press(Key::F9).await;
    is_selected(&window, "TK").await;
    window.press(Key::F9).await;
    is_selected(&window, "[CQ?]").await;
    window.picture("to-come").await;
    window.type_text("on Monday").await;
    window.shows(STATUS, "1 TK").await;
}

async fn search(window: &Window<'_>, words: &str) {
    window.click_on(HEADLINE).await;
    window.press_control('h').await;
    window.shows(FIND, "Replace all").await;
    window.type_text(words).await;
}

async fn type_instead(window: &Window<'_>, words: &str) {
    let by = window.field("Replace by").await;
    by.click().await.expect("the field cannot be clicked");
    window.type_text(words).await;
}

async fn is_selected(window: &Window<'_>, words: &str) {
    let selected =
        || async { window.run("return document.getSelection().toString()", vec![]).await == words };
    window.until("the mark is selected", selected).await;
}
