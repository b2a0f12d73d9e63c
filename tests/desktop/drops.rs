//! Files dropped onto the window.

use crate::page::{FIRST_CREDIT, FIRST_FIGURE, HEADLINE, open_the_sample, sample, until_saved};
use std::fs;
use support::{Key, Machine, Window};

#[tokio::test]
async fn a_photo_dropped_on_a_wanted_place_brings_its_credit() {
    let machine = Machine::new("a-dropped-photo");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(FIRST_FIGURE, "Photo wanted").await;

    let (x, y) = middle_of(&window, FIRST_FIGURE).await;
    window.drop_files(&[&sample("council-vote.jpg")], x, y).await;

    window.shows(FIRST_CREDIT, "Photo: Sanna Kivela-Moe / Ostmarra News Pictures").await;
    assert_preview_is_painted(&window).await;
    window.picture("a-dropped-photo").await;
}

#[tokio::test]
async fn a_photo_without_credit_asks_for_it() {
    let machine = Machine::new("a-photo-without-credit");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(FIRST_FIGURE, "Photo wanted").await;

    let (x, y) = middle_of(&window, FIRST_FIGURE).await;
    window.drop_files(&[&sample("bridge-engineer.jpg")], x, y).await;
    window.shows(FIRST_CREDIT, "No credit").await;

    // The cursor waits in the credit field already.
    window
        .until("the cursor is in a field", || async {
            window.run("return document.activeElement.tagName", vec![]).await == "TEXTAREA"
        })
        .await;
    window.type_text("Ilse Oyelund").await;
    window.press(Key::Tab).await;
    window.shows(FIRST_CREDIT, "Photo: Ilse Oyelund").await;
    until_saved(&window).await;
}

#[tokio::test]
async fn copy_dropped_on_an_empty_desk_becomes_a_story() {
    let machine = Machine::new("dropped-copy");
    let copy = machine.path("copy.txt");
    let text = "Harbour reopens after the storm\n\nThe harbour reopened on Monday.\n\nBoats left at dawn.\n";
    fs::write(&copy, text).expect("the copy can be written");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;

    window.drop_files(&[&copy], 400.0, 300.0).await;

    window.shows(HEADLINE, "Harbour reopens after the storm").await;
}

/// In CSS pixels, after it was scrolled into view.
async fn middle_of(window: &Window<'_>, selector: &str) -> (f64, f64) {
    const MIDDLE: &str = "
        const element = document.querySelector(arguments[0]);
        element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];";
    let middle = window.run(MIDDLE, vec![selector.into()]).await;
    (middle[0].as_f64().expect("a number"), middle[1].as_f64().expect("a number"))
}

/// The preview came through the photo scheme and past the content security policy.
async fn assert_preview_is_painted(window: &Window<'_>) {
    const WIDTH: &str = "return document.querySelector(arguments[0])?.naturalWidth ?? 0";
    let picture = format!("{FIRST_FIGURE} img");
    window
        .until("the preview is painted", || async {
            window.run(WIDTH, vec![picture.as_str().into()]).await.as_u64() > Some(100)
        })
        .await;
}
