//! What a page weighs: the HTML of an ordinary story, as a server sends it.

use corpus::{Room, stories};
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use std::fs;
use std::io::Write;

/// What fits into the first packets of an answer, three times over.
const MOST_BYTES: usize = 4096;
const MOST_STYLE_BYTES: usize = 2560;

#[test]
fn four_hundred_words_and_four_photos_weigh_four_kilobytes() {
    let page = page("four-hundred-words-and-four-photos");
    let words = text(&page, ".e-content > p").split_whitespace().count();
    assert!((380..=450).contains(&words), "the story has {words} words");
    let style = text(&page, "style").len();
    let bytes = gzipped(&page);
    println!("{bytes} bytes gzipped, {} plain, {style} of style", page.len());
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
    assert!(style <= MOST_STYLE_BYTES, "{style} bytes of style");
}

fn page(name: &str) -> String {
    let to = tempfile::tempdir().expect("there is no room for a temporary folder");
    let story = stories().into_iter().find(|story| story.name == name).expect("the story");
    let folder = Room::new().export(&story, to.path());
    fs::read_to_string(folder.join("index.html")).expect("the page")
}

/// As most servers send it: at the level that zlib calls its default.
fn gzipped(page: &str) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(page.as_bytes()).expect("memory takes everything");
    gzip.finish().expect("memory takes everything").len()
}

fn text(page: &str, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector of this file");
    let page = Html::parse_document(page);
    page.select(&selector).flat_map(|element| element.text()).collect::<Vec<_>>().join(" ")
}
