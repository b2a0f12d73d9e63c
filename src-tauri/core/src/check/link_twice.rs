//! The same address linked twice in one paragraph. A source may well be linked again further down.

use super::Level;
use super::found::Found;
use super::links::{Link, links};
use super::page::{MOST, Page, Passage, in_sentence};

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.passages.iter().flat_map(again).collect()
}

fn again(passage: &Passage) -> Vec<Found> {
    let links = links(passage);
    let is_second = |at: usize, link: &Link| {
        !link.href.trim().is_empty() && links[..at].iter().any(|before| before.href == link.href)
    };
    let seconds = links.iter().enumerate().filter(|(at, link)| is_second(*at, link));
    seconds.take(MOST).map(|(_, link)| found(passage, link)).collect()
}

fn found(passage: &Passage, link: &Link) -> Found {
    let words = &passage.text[link.range.clone()];
    let place = in_sentence(&passage.label);
    let message = format!("The link “{words}” leads where another link of {place} leads already.");
    let about = format!("{words}\n{}", link.href);
    Found::new(Level::Note, passage.place(&link.range), &about, message)
        .param("words", words)
        .param("target", link.href)
}
