//! Plan and stops: what a desk sets stands on the page, in the list and at the door.

use crate::page::{STANDFIRST, open_the_sample, type_into, until_saved};
use serde_json::json;
use support::{Key, Machine, Window};

const BANNER: &str = ".stops[role=status]";
const STOPS: &str = "#story-stops";
const LIST: &str = "[role=grid]";

#[tokio::test]
async fn a_stopped_story_says_so_and_stays_until_it_is_lifted() {
    let machine = Machine::new("stops");
    let window = machine.start().await;
    open_the_sample(&window).await;
    until_saved(&window).await;

    window.click_on("#story-stops label").await;
    window.shows(BANNER, "Hold").await;
    window.shows(LIST, "Hold").await;
    window.picture("a-story-on-hold").await;

    window.click("Set an embargo…").await;
    fill(&window, "Not before", "2 Dec 2031 00:01").await;
    fill(&window, "In which city’s time", "istanb").await;
    window.click_in(STOPS, "Set").await;
    window.shows(BANNER, "00:01 Istanbul (21:01 UTC").await;
    window.shows(LIST, "Embargo").await;
    window.click("Lift").await;
    window.shows_no(BANNER, "Istanbul").await;

    cleared_copy_that_changes_is_stopped_again(&window).await;
}

async fn cleared_copy_that_changes_is_stopped_again(window: &Window<'_>) {
    let legal = window.field("Legal").await;
    legal.select_by_value("cleared").await.expect("cleared can be chosen");
    fill(window, "Cleared by", "A. Ubaldo").await;
    window.shows(STOPS, "Cleared by A. Ubaldo").await;
    type_into(window, STANDFIRST, " Ferries too.").await;
    window.shows(STOPS, "Changed since cleared").await;
    window.shows(BANNER, "Changed since the lawyer cleared it").await;
    window.shows("[aria-label='What the lawyer did not read'] ins", "Ferries too.").await;
    window.picture("changed-since-cleared").await;
    window.click("It is still cleared").await;
    window.shows_no(BANNER, "Changed since").await;
}

#[tokio::test]
async fn a_plan_is_typed_as_people_say_it() {
    let machine = Machine::new("a-plan");
    let window = machine.start().await;
    open_the_sample(&window).await;
    until_saved(&window).await;

    fill(&window, "Due", "2 Dec 2031 18:00").await;
    fill(&window, "Target in words", "1,200").await;
    fill(&window, "Story: Writer", "Elif Kaya").await;
    window.shows(LIST, "due 2 Dec 2031").await;
    window.shows(LIST, "/ 1,200").await;
    window.shows(LIST, "Elif Kaya").await;
    let stories = window.act("stories", json!({})).await;
    let story = window.act("story", json!({ "storyId": stories[0]["id"] })).await;
    let plan = &story["plan"];
    assert!(
        plan["dueAt"].as_str().is_some_and(|due| due.starts_with("2031-12-02T18:00")),
        "{plan}"
    );
    assert_eq!((&plan["targetWords"], &plan["assignee"]), (&json!(1200), &json!("Elif Kaya")));
    fill(&window, "Due", "soon").await;
    window.shows("[role=alert]", "Write a day and a time").await;
}

/// Writes into a field as a person does, and leaves it with Enter.
async fn fill(window: &Window<'_>, label: &str, text: &str) {
    let field = window.field(label).await;
    field.click().await.expect("the field can be clicked");
    window.press_control('a').await;
    window.type_text(text).await;
    window.press(Key::Enter).await;
}
