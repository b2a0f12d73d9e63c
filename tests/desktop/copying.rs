//! “Copy story for…”: what stops a story keeps it from the clipboard, and what lies there is what
//! another field pastes.

use crate::page::{open_the_sample, until_saved};
use support::{Key, Machine, Window};

const NOTICES: &str = ".notices";
const SEARCH: &str = "input[type=search]";

#[tokio::test]
async fn a_story_is_copied_past_its_stop_and_pasted() {
    let machine = Machine::new("copying");
    let window = machine.start().await;
    open_the_sample(&window).await;
    until_saved(&window).await;

    window.click_on("#story-stops label").await;
    window.shows(".stops[role=status]", "Hold").await;
    copy(&window, "Plain wire text").await;
    window.shows("dialog", "Not copied for plain wire text").await;
    window.shows("dialog", "The story is on hold.").await;
    window.picture("not-copied").await;
    window.click_in("dialog", "Go past it…").await;
    window.type_text("The desk said so").await;
    window.click_in("dialog", "Copy all the same").await;
    window.shows(NOTICES, "Copied for plain wire text: 1 photo, 1 credit").await;

    let search = window.css(SEARCH).await;
    search.click().await.expect("the search field can be clicked");
    window.press_control('v').await;
    let pasted = search.prop("value").await.expect("it has a value").unwrap_or_default();
    assert!(pasted.starts_with("Trams win council vote"), "{pasted}");
    assert!(pasted.contains("Photo: Mara Lindqvist / Northlight Agency"), "{pasted}");
    window.press(Key::Escape).await;

    window.click_on("#story-stops label").await;
    window.shows_no(".stops[role=status]", "Hold").await;
    copy(&window, "WordPress").await;
    window.shows(NOTICES, "Copied for WordPress: 1 photo, 1 credit").await;
    window.shows(NOTICES, "3 wanted photos are left out.").await;
    window.picture("copied-for-wordpress").await;
}

async fn copy(window: &Window<'_>, form: &str) {
    window.click_on("[aria-label='Copy for another program']").await;
    window.click_in("[role=menu][aria-label='Copy for another program']", form).await;
}
