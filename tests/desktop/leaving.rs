//! Embargo night: what is held goes out by no way, says until when, and lifts by itself; and what an
//! export in another form leaves.

use crate::page::{FIRST_PARAGRAPH, open_the_sample};
use serde_json::json;
use std::time::Duration;
use support::{Key, Machine, Window};

const DIALOG: &str = "dialog[open]";
const GO: &str = "dialog[open] footer button.primary";

#[tokio::test]
async fn an_embargo_refuses_every_way_out_and_lifts_by_itself_at_the_minute() {
    let machine = Machine::new("embargo-night");
    let window = machine.start().await;
    open_the_sample(&window).await;
    let story = &window.act("stories", json!({})).await[0]["id"].take();
    let ends = embargo(&window, story, 30).await;

    a_sentence_is_copied_with_the_embargo(&window).await;
    window.press_control('e').await;
    window.click("Skip").await;
    window.shows(DIALOG, "Embargoed until").await;
    window.shows(DIALOG, "Istanbul (").await;
    window.shows(DIALOG, "UTC").await;
    assert!(!may_go(&window).await, "an embargoed story may be exported");
    window.picture("embargo-night").await;

    window.click_in(DIALOG, "Go past it…").await;
    assert!(!may_go(&window).await, "it goes past without a reason");
    window.type_text("The agency lifted it").await;
    window.shows(GO, "Go past and export").await;
    assert!(may_go(&window).await, "a reason does not go past it");
    window.picture("going-past").await;
    window.click_in(DIALOG, "Leave it stopped").await;

    let left = ends - chrono::Utc::now();
    assert!(left > chrono::TimeDelta::zero(), "the embargo ended before it was looked at");
    tokio::time::sleep(left.to_std().unwrap_or_default()).await;
    window.shows_no(DIALOG, "Embargoed until").await;
    let late = chrono::Utc::now() - ends;
    assert!(late < chrono::TimeDelta::seconds(5), "it lifted {late} late");
    assert!(may_go(&window).await, "the embargo is over and the story may not go");
    window.press(Key::Escape).await;
    window.shows_no("body", "This story is stopped:").await;
}

#[tokio::test]
async fn one_file_for_mail_is_made_and_shown_in_its_folder() {
    let machine = Machine::new("one-file");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.press_control('e').await;
    window.click("Skip").await;
    let form = window.field("As").await;
    form.select_by_value("oneFile").await.expect("the form can be chosen");
    window.shows(DIALOG, "The page with its pictures inside").await;
    window.picture("the-forms").await;
    window.click_in(DIALOG, "Export anyway").await;
    window.shows(DIALOG, ".html.manifest.json").await;
    window.picture("one-file-made").await;
    window.click_in(DIALOG, "Show in folder").await;
    window.until("it is shown", || async { machine.opened().is_some() }).await;
    let shown = machine.opened().expect("it was shown");
    assert!(shown.ends_with(".html"), "{shown}");
    let page = std::fs::read_to_string(shown).expect("the file is there");
    assert!(page.contains("src=\"data:image/jpeg;base64,"), "no picture stands in it");
}

/// Sets an embargo that ends in some seconds, and answers when.
async fn embargo(
    window: &Window<'_>,
    story: &serde_json::Value,
    seconds: i64,
) -> chrono::DateTime<chrono::Utc> {
    let ends = chrono::Utc::now() + chrono::TimeDelta::seconds(seconds);
    let embargo = json!({ "until": ends.to_rfc3339(), "timeZone": "Europe/Istanbul",
        "sentence": "", "holds": false });
    let legal = json!({ "state": "notNeeded", "clearedBy": null, "clearedAt": null,
        "changedSince": false });
    let stops = json!({ "hold": false, "notForPublication": false, "embargo": embargo,
        "legal": legal });
    window.act("change_story", json!({ "storyId": story, "stops": stops })).await;
    window.client.refresh().await.expect("the page cannot be loaded again");
    window.shows(".stops[role=status]", "Embargoed until").await;
    ends
}

async fn a_sentence_is_copied_with_the_embargo(window: &Window<'_>) {
    window.click_on(FIRST_PARAGRAPH).await;
    window.press(Key::Home).await;
    window.press_with(&[Key::Shift], Key::End).await;
    // What lands in the clipboard is read where it is put there.
    const COPY: &str = "
        let copied = '';
        const hear = (event) => (copied = event.clipboardData.getData('text/plain'));
        window.addEventListener('copy', hear);
        const clipboardData = new DataTransfer();
        const copy = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(copy);
        window.removeEventListener('copy', hear);
        return copied;";
    let copied = window.run(COPY, vec![]).await;
    let copied = copied.as_str().expect("something was copied");
    let lines: Vec<&str> = copied.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() >= 3, "{copied}");
    for end in [lines.first(), lines.last()] {
        assert!(end.is_some_and(|line| line.starts_with("EMBARGOED UNTIL")), "{copied}");
    }
}

async fn may_go(window: &Window<'_>) -> bool {
    tokio::time::sleep(Duration::from_millis(100)).await;
    window.css(GO).await.is_enabled().await.expect("the button is there")
}
