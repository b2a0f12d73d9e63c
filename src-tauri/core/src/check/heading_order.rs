//! Crossheads that jump, or say nothing. A screen reader's reader goes through a story by them.

use super::Level;
use super::found::Found;
use super::page::{Page, Passage, in_sentence};
use crate::story::{Block, Crosshead, Part, plain};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let small = too_early(&page.document.body);
    let crossheads = page.passages.iter().filter(|passage| passage.run.part == Part::Crosshead);
    crossheads
        .filter_map(|passage| match passage.text.trim() {
            "" => Some(empty(passage)),
            words if small.contains(&passage.run.at) => Some(jumps(passage, words)),
            _ => None,
        })
        .collect()
}

/// The positions of the small crossheads above the first larger one. Those of fact boxes stand under
/// the title of their box.
fn too_early(body: &[Block]) -> Vec<u32> {
    let crossheads = body.iter().filter_map(|block| match block {
        Block::Crosshead(crosshead) => Some(crosshead),
        _ => None,
    });
    let says_something = |crosshead: &&Crosshead| !plain(&crosshead.content).trim().is_empty();
    let first = crossheads.filter(says_something).take_while(|crosshead| crosshead.level == 3);
    first.map(|crosshead| crosshead.at).collect()
}

fn empty(passage: &Passage) -> Found {
    let place = in_sentence(&passage.label);
    let message = format!("Nothing stands in {place}; it is left out of the page.");
    Found::new(Level::Note, passage.place(&(0..passage.text.len())), "", message)
}

fn jumps(passage: &Passage, words: &str) -> Found {
    let message = format!(
        "The small crosshead “{words}” has no larger one above it. It prints as a larger one."
    );
    let place = passage.place(&(0..passage.text.len()));
    Found::new(Level::Note, place, words, message).param("words", words)
}
