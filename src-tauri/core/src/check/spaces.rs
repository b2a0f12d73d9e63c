//! Runs of spaces inside a text, where nobody sees them and every system breaks them differently.

use super::found::Found;
use super::page::{MOST, Page, Passage, in_sentence};
use super::{Edit, Fix, Level};
use std::ops::Range;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.passages
        .iter()
        .flat_map(|passage| {
            let runs = runs(&passage.text).into_iter().take(MOST);
            runs.map(move |run| found(passage, &run))
        })
        .collect()
}

/// Two and more spaces in a row, with text on both sides.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<Range<usize>> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match &mut run {
            Some(run) if is_space(c) => run.end = end,
            None if is_space(c) && at > 0 => run = Some(at..end),
            None => {}
            Some(_) => found.extend(run.take().filter(|run| text[run.clone()].chars().count() > 1)),
        }
    }
    found
}

/// A line feed is a line break that somebody set.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn found(passage: &Passage, run: &Range<usize>) -> Found {
    let count = passage.text[run.clone()].chars().count();
    let message = format!("{count} spaces stand in a row in {}.", in_sentence(&passage.label));
    let place = passage.place(run);
    let edit =
        Edit { from: passage.position(run.start), to: passage.position(run.end), text: " ".into() };
    let fix = Fix { label: "Make it one space".into(), edits: vec![edit], asks_first: false };
    Found::new(Level::Note, place, &word_before(&passage.text[..run.start]), message)
        .param("count", count.to_string())
        .fix(fix)
}

/// What tells this run from another in the same paragraph.
fn word_before(text: &str) -> String {
    text.split_whitespace().next_back().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::runs;

    fn check(text: &str, expected: &[std::ops::Range<usize>]) {
        assert_eq!(runs(text), expected, "{text:?}");
    }

    #[test]
    fn runs_inside_are_found() {
        check("a  b", std::slice::from_ref(&(1..3)));
        check("a \u{A0} b   c", &[1..5, 6..9]);
    }

    #[test]
    fn ends_and_breaks_are_silent() {
        check("  a b  ", &[]);
        check("a \n b", &[]);
    }
}
