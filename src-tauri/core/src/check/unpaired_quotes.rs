//! Quotation marks without a partner, and pairs of two kinds. How marks are read is in `speech.rs`.

use super::found::Found;
use super::page::{MOST, Page, Passage, in_sentence};
use super::speech::Fault;
use super::{Edit, Fix, Level};
use std::ops::Range;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.passages
        .iter()
        .flat_map(|passage| {
            let faults = passage.speech.faults.iter().take(MOST);
            faults.map(move |fault| found(passage, fault))
        })
        .collect()
}

fn found(passage: &Passage, fault: &Fault) -> Found {
    let mark = |range: &Range<usize>| &passage.text[range.clone()];
    let place = in_sentence(&passage.label);
    match fault {
        Fault::NotClosed { open } => {
            let message =
                format!("A quotation in {place} opens with {} and never ends.", mark(open));
            warn(passage, open, &words_after(&passage.text[open.start..]), message)
        }
        Fault::NotOpened { close } => {
            let message =
                format!("A quotation in {place} ends with {} and never began.", mark(close));
            warn(passage, close, &words_before(&passage.text[..close.end]), message)
        }
        Fault::Mixed { open, close, mend } => {
            let message = format!(
                "A quotation in {place} opens with {} and ends with {}.",
                mark(open),
                mark(close)
            );
            let both = open.start..close.end;
            let fix = mend.as_ref().map(|(wrong, right)| replace(passage, wrong, *right));
            warn(passage, &both, &words_after(&passage.text[both.clone()]), message).fix(fix)
        }
    }
}

fn warn(passage: &Passage, range: &Range<usize>, about: &str, message: String) -> Found {
    Found::new(Level::Warn, passage.place(range), about, message)
}

/// Punctuation is ours to mend inside a quotation; the words are not touched.
fn replace(passage: &Passage, wrong: &Range<usize>, right: char) -> Fix {
    let edit = Edit {
        from: passage.position(wrong.start),
        to: passage.position(wrong.end),
        text: right.into(),
    };
    Fix {
        label: format!("Replace {} with {right}", &passage.text[wrong.clone()]),
        edits: vec![edit],
        asks_first: false,
    }
}

fn words_after(text: &str) -> String {
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

fn words_before(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().rev().take(4).collect();
    words.into_iter().rev().collect::<Vec<_>>().join(" ")
}
