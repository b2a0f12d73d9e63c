//! The caption desk: forty-five captions and alt texts from a column of a spreadsheet, taken back and
//! done again, and what then lies in the desk.

use crate::page::until_saved;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Machine, Window};

const PHOTOS: usize = 45;
const ROWS: &str = "[role=grid] [role=row][data-line]";
const FIRST_CAPTION: &str = "[role=grid] [data-row=\"0\"][data-column=\"0\"]";
const LAST_CAPTION: &str = "[role=grid] [data-row=\"44\"][data-column=\"0\"]";
const LAST_ALT_TEXT: &str = "[role=grid] [data-row=\"44\"][data-column=\"5\"]";
const PASTED: &str = "[data-testid=pasted]";

#[tokio::test]
async fn a_spreadsheets_columns_become_captions_and_alt_texts() {
    let machine = Machine::new("caption-desk");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    let story = story_with_photos(&window, &machine).await;

    window.click("Captions…").await;
    window.until("there is a row for each photo", || async { rows(&window).await == PHOTOS }).await;
    copy_in_a_spreadsheet(&window).await;
    window.click_on(FIRST_CAPTION).await;
    window.press_control('v').await;
    window.shows(FIRST_CAPTION, &caption(0)).await;
    window.shows(LAST_CAPTION, &caption(44)).await;
    window.shows(LAST_ALT_TEXT, &alt_text(44)).await;
    window.picture("caption-desk").await;
    assert_saved(&window, &story, true).await;

    window.press_control('z').await;
    window.shows_no(FIRST_CAPTION, &caption(0)).await;
    window.shows_no(LAST_ALT_TEXT, &alt_text(44)).await;
    assert_saved(&window, &story, false).await;

    window.press_control('y').await;
    window.shows(LAST_ALT_TEXT, &alt_text(44)).await;
    assert_saved(&window, &story, true).await;

    // What would replace words is asked first, with its number.
    one_caption_over_the_first(&window).await;
    window.click("Done").await;
    window.shows_no("body", "Caption desk").await;
    window.close().await;

    assert_document(&read_by_the_command_line(&machine, &story), true);
}

/// A new story with forty-five photos in its text, as the desk has it.
async fn story_with_photos(window: &Window<'_>, machine: &Machine) -> String {
    window.click("New story").await;
    window.shows("header", "Captions…").await;
    let photos: Vec<PathBuf> = (0..PHOTOS).map(|number| photo(machine, number)).collect();
    let paths: Vec<&Path> = photos.iter().map(PathBuf::as_path).collect();
    window.drop_files(&paths, 600.0, 500.0).await;
    const FIGURES: &str = "return document.querySelectorAll('.ProseMirror figure img').length";
    window
        .until("the photos are in the story", || async {
            window.run(FIGURES, vec![]).await.as_u64() == Some(PHOTOS as u64)
        })
        .await;
    until_saved(window).await;
    let all = json!({ "filter": "", "state": null, "spiked": false });
    let stories = window.act("stories", all).await;
    stories[0]["id"].as_str().expect("the story has an id").to_owned()
}

/// A small JPEG with bytes unlike the others': a comment after its first marker says the number.
fn photo(machine: &Machine, number: usize) -> PathBuf {
    const JPEG: &[u8] = include_bytes!("../cases/photo/orientation-6-stands-upright/input.jpg");
    let comment = format!("frame {number:02}");
    let length = u16::try_from(comment.len() + 2).expect("a short comment").to_be_bytes();
    let (start, rest) = JPEG.split_at(2);
    let parts = [start, &[0xFF, 0xFE], &length, comment.as_bytes(), rest];
    let path = machine.path(&format!("frame-{number:02}.jpg"));
    fs::write(&path, parts.concat()).expect("a photo can be written");
    path
}

/// Quotation marks, commas and breaks, as captions have them.
fn caption(number: usize) -> String {
    format!("Frame {number}: Ilse Oyelund says \"not yet\" in Marensund, on Monday")
}

fn alt_text(number: usize) -> String {
    format!("A woman at a desk, seen from the side, in frame {number}")
}

/// Two columns with the four between them empty, written as a spreadsheet writes them, on the
/// clipboard by way of a text box and Control with C.
async fn copy_in_a_spreadsheet(window: &Window<'_>) {
    let line = |number: usize| {
        let caption = caption(number).replace('"', "\"\"").replace(" in ", "\nin ");
        format!("\"{caption}\"\t\t\t\t\t{}\r\n", alt_text(number))
    };
    copy(window, &(0..PHOTOS).map(line).collect::<String>()).await;
}

async fn copy(window: &Window<'_>, text: &str) {
    const FILL: &str = "
        const box = document.createElement('textarea');
        box.dataset.testid = 'pasted';
        box.value = arguments[0];
        box.style.cssText = 'position: fixed; top: 0; z-index: 99';
        document.body.append(box);
        box.focus();
        box.select();";
    window.run(FILL, vec![text.into()]).await;
    window.press_control('c').await;
    window.run(&format!("document.querySelector('{PASTED}').remove()"), vec![]).await;
}

async fn one_caption_over_the_first(window: &Window<'_>) {
    copy(window, "Another caption altogether").await;
    window.click_on(FIRST_CAPTION).await;
    window.press_control('v').await;
    window.shows("dialog", "Overwrite 1 value").await;
    window.click("Cancel").await;
    window.shows(FIRST_CAPTION, &caption(0)).await;
}

async fn rows(window: &Window<'_>) -> usize {
    let count = format!("return document.querySelectorAll('{ROWS}').length");
    window.run(&count, vec![]).await.as_u64().map_or(0, |rows| rows as usize)
}

async fn assert_saved(window: &Window<'_>, story: &str, pasted: bool) {
    let last = alt_text(44);
    let what = format!("the draft has {}", if pasted { "every alt text" } else { "none" });
    window
        .until(&what, || async {
            document(window, story).await.to_string().contains(&last) == pasted
        })
        .await;
    assert_document(&document(window, story).await, pasted);
}

/// What another program finds on the disk once the window is closed.
fn read_by_the_command_line(machine: &Machine, story: &str) -> Value {
    let test = std::env::current_exe().expect("a running program has a path");
    let build = test.ancestors().nth(2).expect("a test lies in a build's folder");
    let desk = machine.desk();
    let shown = Command::new(build.join("cutline-cli"))
        .args(["show", story, "--json", "--desk"])
        .arg(desk)
        .output()
        .expect("the command line is built beside the window");
    assert!(shown.status.success(), "{}", String::from_utf8_lossy(&shown.stderr));
    let shown: Value = serde_json::from_slice(&shown.stdout).expect("it writes JSON");
    serde_json::from_str(shown["document"].as_str().expect("a document")).expect("it is JSON")
}

async fn document(window: &Window<'_>, story: &str) -> Value {
    let saved = window.act("story", json!({ "storyId": story })).await;
    serde_json::from_str(saved["document"].as_str().expect("a document")).expect("it is JSON")
}

/// Every figure, in reading order, has its own two lines; or none has any.
fn assert_document(document: &Value, pasted: bool) {
    let mut figures = Vec::new();
    find_figures(document, &mut figures);
    assert_eq!(figures.len(), PHOTOS);
    for (number, figure) in figures.iter().enumerate() {
        let line = |kind: &str| {
            let lines = figure["content"].as_array().into_iter().flatten();
            let line = lines.into_iter().find(|line| line["type"] == kind)?;
            line["content"][0]["text"].as_str().map(str::to_owned)
        };
        assert_eq!(line("caption"), pasted.then(|| caption(number)), "figure {number}");
        assert_eq!(line("altText"), pasted.then(|| alt_text(number)), "figure {number}");
    }
}

fn find_figures<'a>(node: &'a Value, found: &mut Vec<&'a Value>) {
    if node["type"] == "figure" {
        return found.push(node);
    }
    let inside =
        node.get("doc").into_iter().chain(node["content"].as_array().into_iter().flatten());
    inside.for_each(|child| find_figures(child, found));
}
