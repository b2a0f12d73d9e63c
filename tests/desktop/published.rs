//! The morning after: what readers have is corrected, and then withdrawn.

use crate::page::{FIRST_PARAGRAPH, open_the_sample, type_into, until_saved};
use std::fs;
use support::{Machine, Window};

const ADDED: &str = " 41 people watched.";
const SAID: &str = "An earlier version did not say how many people watched.";
const EXPORTS: &str = "[aria-label='Exports']";

#[tokio::test]
async fn a_story_is_corrected_and_then_killed() {
    let machine = Machine::new("published");
    let window = machine.start().await;
    open_the_sample(&window).await;
    export_and_say_that_it_is_live(&window).await;

    type_into(&window, FIRST_PARAGRAPH, ADDED).await;
    until_saved(&window).await;
    window.shows(".bar", "changed since").await;
    window.shows(EXPORTS, "Changed since the last export").await;
    correct(&window, &machine).await;
    kill(&window, &machine).await;
}

async fn export_and_say_that_it_is_live(window: &Window<'_>) {
    window.click("Export…").await;
    window.click("Skip").await;
    window.click("Export anyway").await;
    window.shows("dialog", "Is it live?").await;
    window.click_in("dialog", "Yes, it is live").await;
    window.shows_no("dialog", "Is it live?").await;
    window.click_in("dialog", "Close").await;
    window.shows(EXPORTS, "Live since").await;
}

async fn correct(window: &Window<'_>, machine: &Machine) {
    window.click("Export…").await;
    window.shows("dialog", "What changed?").await;
    window.shows("dialog ins", "41 people watched.").await;
    window.picture("what-changed").await;
    window.click_on("dialog input[value='correction']").await;
    let wording = window.field("What the correction says").await;
    wording.click().await.expect("the field can be clicked");
    window.type_text(SAID).await;
    window.click("Export anyway").await;
    window.shows("dialog", "lists every file, every credit").await;
    let page = exported(machine);
    for words in [ADDED.trim(), SAID, "\"@type\":\"CorrectionComment\""] {
        assert!(page.contains(words), "“{words}” is missing from the page");
    }
    window.click_in("dialog", "Close").await;
    window.shows(".correction", SAID).await;
    window.shows(EXPORTS, "Correction").await;
    window.picture("a-corrected-story").await;
}

async fn kill(window: &Window<'_>, machine: &Machine) {
    window.click_in(EXPORTS, "Kill…").await;
    window.click_in("dialog", "Go on…").await;
    window.shows("dialog", "Readers will no longer find").await;
    window.click_in("dialog", "Kill the story").await;
    window.shows("dialog", "KILL: ").await;
    window.picture("a-killed-story").await;
    let page = exported(machine);
    assert!(page.contains("This story has been withdrawn"), "{page}");
    assert!(!page.contains(ADDED.trim()) && !page.contains("<img"), "{page}");
    window.click_in("dialog", "Close").await;
    window.shows("[role=grid]", "Killed").await;
    window.shows(EXPORTS, "It leaves by no way.").await;
}

/// The page in the only folder of the exports folder.
fn exported(machine: &Machine) -> String {
    let folders = fs::read_dir(machine.exports()).expect("there are exports");
    let pages = folders.flatten().map(|entry| entry.path().join("index.html"));
    let page = pages.into_iter().find(|page| page.is_file()).expect("there is a page");
    fs::read_to_string(page).expect("the page can be read")
}
