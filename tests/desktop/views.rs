//! Every view of the window, one after the other: for those who look at all of them.

use crate::page::{CHECKS, FIRST_PARAGRAPH, LEAD_CREDIT, SAVED, open_the_sample, sample};
use std::path::PathBuf;
use support::{Key, Window};

const DIALOG: &str = "dialog[open]";
const SETTINGS: [&str; 9] = [
    "Publication",
    "Credits and photos",
    "States and desks",
    "Lengths",
    "House style",
    "Typing",
    "Spelling",
    "Looks",
    "This desk",
];
const HELP: [&str; 5] = ["About Cutline", "Shortcuts", "Where things are", "Log", "Licences"];

/// Opens them all on an empty desk; `look` is called with the name of each. The window comes back to
/// the page of the sample.
pub async fn all(window: &Window<'_>, mut look: impl AsyncFnMut(&str)) {
    window.shows("body", "An empty desk").await;
    look("empty-desk").await;
    a_page(window).await;
    look("page").await;
    every_view_of_a_story(window, &mut look).await;
}

/// The same on a desk whose sample is open.
pub async fn every_view_of_a_story(window: &Window<'_>, look: &mut impl AsyncFnMut(&str)) {
    window.click_on(".ProseMirror .lead img").await;
    window.shows("aside.details", "Photographer").await;
    look("photo").await;
    window.press(Key::Enter).await;
    window.shows(DIALOG, "Crop and cover").await;
    look("picture-editor").await;
    leave(window).await;

    window.press_with(&[Key::Control, Key::Shift], 'k').await;
    window.css("[role=grid] [role=row][data-line]").await;
    look("caption-desk").await;
    window.click("Done").await;
    window.shows_no("body", "Caption desk").await;

    window.press_with(&[Key::Control, Key::Shift], 'p').await;
    window.shows(DIALOG, "New story").await;
    look("palette").await;
    window.type_text("sett look").await;
    window.shows(DIALOG, "Settings: Looks").await;
    look("palette-found").await;
    leave(window).await;

    window.press(Key::F1).await;
    window.shows(DIALOG, "Shortcuts").await;
    look("shortcuts").await;
    leave(window).await;

    panes(window, look).await;

    window.press_control('e').await;
    window.shows(DIALOG, "Before the first export").await;
    look("before-the-first-export").await;
    window.click("Skip").await;
    window.shows(DIALOG, "Goes to").await;
    look("export").await;
    leave(window).await;
    window.click("Import…").await;
    window.shows(DIALOG, "Import copy").await;
    look("import").await;
    leave(window).await;
}

async fn panes(window: &Window<'_>, look: &mut impl AsyncFnMut(&str)) {
    window.press_control(',').await;
    for section in SETTINGS {
        window.click_in("[role=tablist]", section).await;
        window.shows("[role=tabpanel] h3", section).await;
        look(&format!("settings-{}", dashed(section))).await;
    }
    leave(window).await;
    window.press_with(&[Key::Shift], Key::F1).await;
    for section in HELP {
        window.click_in("[role=tablist]", section).await;
        window.shows("[role=tabpanel] h3", section).await;
        look(&format!("help-{}", dashed(section))).await;
    }
    leave(window).await;
}

/// The sample with its lead photo in place.
async fn a_page(window: &Window<'_>) {
    open_the_sample(window).await;
    let photos: Vec<PathBuf> = ["last-tram.jpg", "council-vote.jpg"].map(sample).into();
    let paths: Vec<_> = photos.iter().map(PathBuf::as_path).collect();
    window.drop_files(&paths, 640.0, 420.0).await;
    window.shows(LEAD_CREDIT, "Photo").await;
    window.shows(CHECKS, "Checks").await;
    window.shows(SAVED, "Saved").await;
    window.click_on(FIRST_PARAGRAPH).await;
}

async fn leave(window: &Window<'_>) {
    window.press(Key::Escape).await;
    let gone = || async { window.shown("dialog[open]").await.is_empty() };
    window.until("the dialog is closed", gone).await;
}

fn dashed(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}
