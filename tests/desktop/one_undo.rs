//! One history for all that a person does to a story, whatever it is done with.

use crate::page::{
    FIRST_PARAGRAPH, HEADLINE, LEAD_CAPTION, LEAD_CREDIT, open_the_sample, type_into, until_saved,
};
use serde_json::Value;
use support::{Key, Machine, Window};

const IN_HEADLINE: &str = ", at last";
const IN_BODY: &str = " Bells rang across the harbour.";
const IN_CAPTION: &str = ", seen from the quay";
const LEAD_PICTURE: &str = ".ProseMirror .lead .picture img";
const OLD_CREDIT: &str = "Photo: Mara Lindqvist / Northlight Agency";
const NEW_CREDIT: &str = "Photo: Signe Aalto / Northlight Agency";

#[tokio::test]
async fn headline_body_caption_crop_and_credit_come_back_one_after_the_other() {
    let machine = Machine::new("one-undo");
    let window = machine.start().await;
    open_the_sample(&window).await;
    type_into(&window, HEADLINE, IN_HEADLINE).await;
    type_into(&window, FIRST_PARAGRAPH, IN_BODY).await;
    type_into(&window, LEAD_CAPTION, IN_CAPTION).await;
    crop_the_lead(&window).await;
    change_its_credit(&window).await;
    everything_is_done(&window).await;

    window.click_on(HEADLINE).await;
    window.press_control('z').await;
    window.shows(LEAD_CREDIT, OLD_CREDIT).await;
    is_square(&window, true).await;
    window.press_control('z').await;
    is_square(&window, false).await;
    window.shows(LEAD_CAPTION, IN_CAPTION).await;
    window.press_control('z').await;
    window.shows_no(LEAD_CAPTION, IN_CAPTION).await;
    window.shows(FIRST_PARAGRAPH, IN_BODY).await;
    window.press_control('z').await;
    window.shows_no(FIRST_PARAGRAPH, IN_BODY).await;
    window.shows(HEADLINE, IN_HEADLINE).await;
    window.press_control('z').await;
    window.shows_no(HEADLINE, IN_HEADLINE).await;
    until_saved(&window).await;

    for _ in 0..5 {
        window.press_control('y').await;
    }
    everything_is_done(&window).await;
}

/// The language is no text and no picture, and its list is beside the page.
#[tokio::test]
async fn the_language_of_the_story_comes_back_from_its_own_list() {
    let machine = Machine::new("one-undo-for-the-language");
    let window = machine.start().await;
    open_the_sample(&window).await;
    let field = window.field("Language").await;
    field.click().await.expect("the field cannot be clicked");
    window.type_text("Arabic").await;
    window.shows("[role=listbox]", "Arabic").await;
    window.press(Key::Enter).await;
    runs(&window, "rtl").await;
    // In a field of words the keys are the field's own.
    window.press(Key::Tab).await;
    window.press_control('z').await;
    runs(&window, "ltr").await;
}

async fn crop_the_lead(window: &Window<'_>) {
    window.click_on(LEAD_PICTURE).await;
    window.press(Key::Enter).await;
    window.click_in("dialog", "1:1").await;
    window.shows("dialog", "1600 × 1600").await;
    window.click_in("dialog", "Apply").await;
    is_square(window, true).await;
}

async fn change_its_credit(window: &Window<'_>) {
    window.click_in(LEAD_CREDIT, "Mara Lindqvist / Northlight Agency").await;
    let photographer = window.field("Photographer").await;
    photographer.click().await.expect("the field cannot be clicked");
    window.press_control('a').await;
    window.type_text("Signe Aalto").await;
    window.press(Key::Tab).await;
    window.shows(LEAD_CREDIT, NEW_CREDIT).await;
}

async fn everything_is_done(window: &Window<'_>) {
    window.shows(HEADLINE, IN_HEADLINE).await;
    window.shows(FIRST_PARAGRAPH, IN_BODY).await;
    window.shows(LEAD_CAPTION, IN_CAPTION).await;
    is_square(window, true).await;
    window.shows(LEAD_CREDIT, NEW_CREDIT).await;
}

async fn is_square(window: &Window<'_>, expected: bool) {
    const SQUARE: &str = "
        const image = document.querySelector(arguments[0]);
        return image.width === image.height;";
    let square = || async {
        let is = window.run(SQUARE, vec![LEAD_PICTURE.into()]).await;
        is == Value::Bool(expected)
    };
    window.until("the lead is cropped, or is not", square).await;
}

async fn runs(window: &Window<'_>, direction: &str) {
    let now = || async {
        window.run("return document.querySelector('.story').dir", vec![]).await == direction
    };
    window.until("the lines run the other way", now).await;
}
