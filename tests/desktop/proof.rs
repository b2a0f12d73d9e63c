//! The proof beside the page: what the export would write, in a frame that can do nothing.

use crate::page::{FIRST_PARAGRAPH, open_the_sample, type_into};
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};
use support::{Key, Machine, Window};

/// The frame on top; while a page is being replaced there are two.
const FRAME: &str = "section.proof iframe:not(.behind)";

#[tokio::test]
async fn the_proof_follows_the_typing_and_can_do_nothing() {
    let machine = Machine::new("proof");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    open_the_sample(&window).await;
    window.click("Proof").await;
    until_the_frame_says(&window, "Trams will run across the harbour").await;
    window.shows("section.proof", "Printed credits 1").await;
    no_script_and_no_origin(&window).await;

    type_into(&window, FIRST_PARAGRAPH, " Bells rang.").await;
    let typed = Instant::now();
    until_the_frame_says(&window, "Bells rang.").await;
    assert!(typed.elapsed() < Duration::from_secs(4), "it took {:?}", typed.elapsed());
    window.picture("proof-desktop").await;
    window.click_on("section.proof input[value=phone]").await;
    window.until("the frame is as wide as a phone", || async { width(&window).await == 390 }).await;
    until_the_frame_says(&window, "Bells rang.").await;
    window.picture("proof-phone").await;
    window.click("Close the proof").await;
    window.shows("aside.details", "Checks").await;
}

#[tokio::test]
async fn what_may_not_leave_says_so_on_its_proof_and_still_prints() {
    let mut machine = Machine::new("proof-print");
    let paper = machine.path("paper.pdf");
    machine.set("CUTLINE_PRINT_TO", paper.to_str().expect("a plain path"));
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    open_the_sample(&window).await;
    let story = &window.act("stories", json!({})).await[0]["id"].take();
    let hold = json!({ "storyId": story, "stops": { "hold": true } });
    window.act("change_story", hold).await;
    window.press_control_shift('e').await;
    until_the_frame_says(&window, "ON HOLD").await;
    window.picture("proof-held").await;
    window.press_control('p').await;
    window
        .until("the proof is printed", || async {
            fs::read(&paper).is_ok_and(|pdf| {
                pdf.starts_with(b"%PDF") && pdf.trim_ascii_end().ends_with(b"%%EOF")
            })
        })
        .await;
    window.press(Key::Escape).await;
}

/// The page inside has no script and no origin, so that only the driver may look.
async fn until_the_frame_says(window: &Window<'_>, text: &str) {
    window
        .until(&format!("the proof says “{text}”"), || async {
            // As it is shown: what stops a story stands in capitals.
            frame_text(window).await.to_lowercase().contains(&text.to_lowercase())
        })
        .await;
}

async fn frame_text(window: &Window<'_>) -> String {
    let address = "return document.querySelector(arguments[0])?.src ?? ''";
    let address = window.run(address, vec![json!(FRAME)]).await;
    if address.as_str().is_none_or(str::is_empty) {
        return String::new();
    }
    let client = &window.client;
    let Ok(frame) = client.find(fantoccini::Locator::Css(FRAME)).await else {
        return String::new();
    };
    if frame.enter_frame().await.is_err() {
        let _ = client.enter_parent_frame().await;
        return String::new();
    }
    let text = match client.find(fantoccini::Locator::Css("body")).await {
        Ok(body) => body.text().await.unwrap_or_default(),
        Err(_) => String::new(),
    };
    let _ = client.enter_parent_frame().await;
    text
}

async fn no_script_and_no_origin(window: &Window<'_>) {
    const LOOK: &str = "
        const frame = document.querySelector(arguments[0]);
        let origin = 'its own';
        try { if (frame.contentDocument) origin = 'ours'; } catch { origin = 'its own'; }
        return { sandbox: frame.getAttribute('sandbox'), src: frame.src, origin };";
    let frame = window.run(LOOK, vec![json!(FRAME)]).await;
    assert_eq!(frame["sandbox"], json!(""), "{frame}");
    assert_eq!(frame["origin"], json!("its own"), "{frame}");
    let address = frame["src"].as_str().unwrap_or_default();
    assert!(address.starts_with("proof://localhost/"), "{frame}");
}

async fn width(window: &Window<'_>) -> i64 {
    let wide = "return document.querySelector(arguments[0])?.clientWidth ?? 0";
    let wide: Value = window.run(wide, vec![json!(FRAME)]).await;
    wide.as_i64().unwrap_or_default()
}
