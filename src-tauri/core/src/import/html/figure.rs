//! Pictures whose bytes did not come: their captions, and the credit that the copy names.

use super::super::credit::{credit_line, credit_tail};
use super::part::{Part, Picture, Run, text_of};
use super::receipt::{Receipt, Why};

/// The lines among `parts` as one, and what is no line.
pub(super) fn join_lines(parts: Vec<Part>) -> (Vec<Run>, Vec<Part>) {
    let mut joined: Vec<Run> = Vec::new();
    let mut rest = Vec::new();
    for part in parts {
        match part {
            Part::Line { runs, .. } => {
                if !joined.is_empty() {
                    joined.push(Run { text: " ".into(), ..Run::default() });
                }
                joined.extend(runs);
            }
            other => rest.push(other),
        }
    }
    (joined, rest)
}

/// Moves the credit from the end of the caption to its own place. It is what the copy named, never
/// the credit of a photo.
pub(super) fn take_credit(picture: &mut Picture, receipt: &mut Receipt) {
    let text = text_of(&picture.caption);
    let text = text.trim();
    if picture.credit.is_some() || text.is_empty() {
        return;
    }
    let (length, words, name) = match (credit_line(text), credit_tail(text)) {
        (Some((name, _)), _) => (0, text.to_owned(), name),
        (None, Some(tail)) => (tail.caption.len(), tail.tail.to_owned(), tail.name.to_owned()),
        (None, None) => return,
    };
    receipt.note(Why::Credit, &words);
    picture.credit = Some(name);
    picture.caption = first_bytes(&picture.caption, length);
}

/// The runs without the spaces before them, cut after so many bytes of text.
fn first_bytes(runs: &[Run], length: usize) -> Vec<Run> {
    let all = text_of(runs);
    let mut left = length + (all.len() - all.trim_start().len());
    let mut kept = Vec::new();
    for run in runs {
        let here = run.text.floor_char_boundary(left);
        left -= here.min(left);
        if here > 0 {
            kept.push(Run { text: run.text[..here].to_owned(), marks: run.marks.clone() });
        }
        if here < run.text.len() {
            break;
        }
    }
    kept
}
