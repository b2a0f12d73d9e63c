//! The first story: from an empty desk to a page, and there again after a power cut.

use crate::page::{
    CHECKS, FIRST_CREDIT, FIRST_FIGURE, FIRST_PARAGRAPH, HEADLINE, LEAD_CAPTION, LEAD_CREDIT,
    STANDFIRST, open_the_sample, sample, type_into, until_saved,
};
use std::fs;
use support::{Key, Machine, Window};

const IN_HEADLINE: &str = ", at last";
const IN_BODY: &str = " Bells rang across the harbour.";
const IN_CAPTION: &str = ", seen from the quay";
const FILES_CREDIT: &str = "Photo: Tomás Rønn / Havn Press";
const OUR_CREDIT: &str = "Photo: Signe Aalto / Havn Press";
const DOUBLED: &str = "the the swing bridge";

#[tokio::test]
async fn a_first_story_is_written_exported_and_survives_a_power_cut() {
    let mut machine = Machine::new("a-first-story");
    machine.will_pick([sample("last-tram.jpg")]);
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    open_the_sample(&window).await;

    type_into(&window, HEADLINE, IN_HEADLINE).await;
    type_into(&window, FIRST_PARAGRAPH, IN_BODY).await;
    type_into(&window, LEAD_CAPTION, IN_CAPTION).await;
    attach_a_photo(&window).await;
    change_its_credit(&window).await;
    undo_four_times(&window).await;
    do_them_again(&window).await;
    mend_the_doubled_word(&window).await;
    until_saved(&window).await;
    window.picture("a-first-story").await;
    export(&window, &machine).await;
    window.kill();

    let window = machine.start().await;
    window
        .click("Trams win council vote to return to Marensund’s “singing bridge\", at last")
        .await;
    everything_is_there(&window).await;
    window.button("Show page").await;
    window.picture("a-first-story-after-a-power-cut").await;
}

async fn attach_a_photo(window: &Window<'_>) {
    window.shows(FIRST_FIGURE, "Photo wanted").await;
    window.click_in(FIRST_FIGURE, "Add photo…").await;
    window.shows(FIRST_CREDIT, FILES_CREDIT).await;
}

async fn change_its_credit(window: &Window<'_>) {
    window.click_in(FIRST_CREDIT, "Tomás Rønn / Havn Press").await;
    let photographer = window.field("Photographer").await;
    photographer.click().await.expect("the field cannot be clicked");
    window.press_control('a').await;
    window.type_text("Signe Aalto").await;
    window.press(Key::Tab).await;
    window.shows(FIRST_CREDIT, OUR_CREDIT).await;
}

/// The credit, the photo, the caption, the body: in the order opposite to that of the work.
async fn undo_four_times(window: &Window<'_>) {
    window.click_on(HEADLINE).await;
    window.press_control('z').await;
    window.shows(FIRST_CREDIT, FILES_CREDIT).await;
    window.press_control('z').await;
    window.shows(FIRST_FIGURE, "Photo wanted").await;
    window.shows(LEAD_CAPTION, IN_CAPTION).await;
    window.press_control('z').await;
    window.shows_no(LEAD_CAPTION, IN_CAPTION).await;
    window.shows(FIRST_PARAGRAPH, IN_BODY).await;
    window.press_control('z').await;
    window.shows_no(FIRST_PARAGRAPH, IN_BODY).await;
    window.shows(HEADLINE, IN_HEADLINE).await;
}

async fn do_them_again(window: &Window<'_>) {
    for _ in 0..4 {
        window.press_control('y').await;
    }
    window.shows(FIRST_CREDIT, OUR_CREDIT).await;
    window.shows(FIRST_PARAGRAPH, IN_BODY).await;
}

async fn mend_the_doubled_word(window: &Window<'_>) {
    window.shows(STANDFIRST, DOUBLED).await;
    window.shows(CHECKS, "“the” stands twice").await;
    window.click_beside("“the” stands twice", "Mend").await;
    window.shows_no(CHECKS, "“the” stands twice").await;
    window.shows_no(STANDFIRST, DOUBLED).await;
}

async fn export(window: &Window<'_>, machine: &Machine) {
    window.click("Export…").await;
    window.click("Skip").await;
    window.click("Export anyway").await;
    window.shows("dialog", "lists every file, every credit").await;
    window.picture("an-export").await;
    window.click_in("dialog", "Show page").await;
    window.until("the page is shown", || async { machine.opened().is_some() }).await;
    let page = machine.opened().expect("it was shown");
    assert!(page.starts_with(machine.exports().to_str().expect("a plain path")), "{page}");
    let page = fs::read_to_string(page).expect("the page is there");
    for words in [IN_HEADLINE, IN_BODY, IN_CAPTION, "Signe Aalto"] {
        assert!(page.contains(words.trim()), "“{words}” is missing from the page");
    }
}

async fn everything_is_there(window: &Window<'_>) {
    window.shows(HEADLINE, IN_HEADLINE).await;
    window.shows(FIRST_PARAGRAPH, IN_BODY).await;
    window.shows(LEAD_CAPTION, IN_CAPTION).await;
    window.shows(LEAD_CREDIT, "Photo: ").await;
    window.shows(FIRST_CREDIT, OUR_CREDIT).await;
    assert!(!window.shown(STANDFIRST).await.contains(DOUBLED), "the mending was lost");
}
