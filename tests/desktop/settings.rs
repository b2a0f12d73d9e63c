//! The settings: each change counts at once and is still there after a start.

use crate::page::open_the_sample;
use serde_json::json;
use support::{Key, Machine, Window};

const STATUS: &str = "dialog[open] [role=status]";

#[tokio::test]
async fn a_change_counts_at_once_and_stays() {
    let machine = Machine::new("settings");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.press_control(',').await;

    section(&window, "Looks").await;
    window.click_on("input[type=radio][value=dark]").await;
    window.shows(STATUS, "Theme: kept.").await;
    assert_eq!(paper(&window).await, "rgb(29, 27, 25)");

    section(&window, "States and desks").await;
    let field = window.field("Add a state").await;
    field.send_keys("Lawyer").await.unwrap();
    window.press(Key::Enter).await;
    window.shows(STATUS, "“Lawyer” is added.").await;
    let field = window.field("Name of “Subs”").await;
    field.click().await.unwrap();
    window.press_control('a').await;
    window.type_text("Copy desk").await;
    window.press(Key::Enter).await;
    window.shows(STATUS, "States: kept.").await;

    section(&window, "House style").await;
    window.click("Remove “TKTK”").await;
    window.shows(STATUS, "“TKTK” is removed.").await;
    window.press(Key::Escape).await;
    window.close().await;

    let window = machine.start().await;
    let settings = window.act("settings", json!({})).await;
    assert_eq!(settings["looks"]["theme"], "dark");
    assert_eq!(settings["tkMarks"], json!(["TK", "[CQ?]"]));
    let names: Vec<&str> = settings["states"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert_eq!(names, ["Writing", "Desk", "Copy desk", "Ready", "Published", "Lawyer"]);
    assert_eq!(paper(&window).await, "rgb(29, 27, 25)");
}

#[tokio::test]
async fn help_says_what_it_is_and_shows_where_things_are() {
    let machine = Machine::new("help");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    window.press_with(&[Key::Shift], Key::F1).await;
    window.shows("[role=tabpanel]", "Version").await;
    section(&window, "Log").await;
    window.shows("[role=tabpanel] pre", "starts.").await;
    section(&window, "Licences").await;
    window.shows("[role=tabpanel] pre", "prosemirror-view").await;
    section(&window, "Where things are").await;
    window.click("Show in the file manager").await;
    let desk = machine.desk().to_string_lossy().into_owned();
    window.until("the desk is shown", || async { machine.opened() == Some(desk.clone()) }).await;
}

async fn section(window: &Window<'_>, name: &str) {
    window.click_in("[role=tablist]", name).await;
    window.shows("[role=tabpanel] h3", name).await;
}

async fn paper(window: &Window<'_>) -> String {
    const PAPER: &str = "return getComputedStyle(document.body).backgroundColor";
    window.shows("body", "Cutline").await;
    window.run(PAPER, vec![]).await.as_str().unwrap_or_default().to_owned()
}
