//! What each piece is: the steps in their order, and the notes about what was guessed.

use super::advisory::{Advisory, advisory};
use super::caption::{self, CaptionLine, Place, caption};
use super::credit::credit_line;
use super::crosshead::{Around, crosshead};
use super::debris::debris;
use super::pieces::Piece;
use super::sign_off::{bare_name, sign_off};
use super::words::{ends_a_sentence, pattern, words};
use super::{ImportNote, furniture};
use regex::Regex;
use std::sync::LazyLock;

/// A piece with what it was taken for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Labelled {
    pub piece: Piece,
    pub label: Label,
    /// In percent, where it was guessed.
    pub certainty: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Label {
    /// Not known yet.
    Open,
    Kicker,
    Headline,
    Standfirst,
    Byline,
    /// A credit on a line of its own, with the name in it.
    Credit(String),
    Caption(CaptionLine),
    Crosshead,
    Divider,
    /// An item of a list, with the length of its mark in bytes.
    Item {
        ordered: bool,
        mark: usize,
    },
    Paragraph,
    SignOff,
    /// It is in a note and leaves the story.
    Gone,
}

impl Labelled {
    pub(super) fn set(&mut self, label: Label, certainty: u32) {
        self.label = label;
        self.certainty = Some(certainty);
    }

    pub(super) fn is_open(&self) -> bool {
        self.label == Label::Open
    }
}

/// Labels `pieces`; what leaves the story is in `notes`.
pub(super) fn label(pieces: Vec<Piece>, notes: &mut Vec<ImportNote>) -> Vec<Labelled> {
    let mut lines: Vec<Labelled> = set_aside(pieces, notes).map(by_shape).collect();
    label_foot(&mut lines);
    furniture::label(&mut lines, notes);
    lines.retain(|line| line.label != Label::Gone);
    label_body(&mut lines);
    notes.extend(lines.iter().filter_map(guess));
    lines
}

fn set_aside(pieces: Vec<Piece>, notes: &mut Vec<ImportNote>) -> impl Iterator<Item = Piece> {
    pieces.into_iter().filter(|piece| match advisory(piece) {
        Some(Advisory::SetAside(note)) => {
            notes.push(note);
            false
        }
        Some(Advisory::Kept(note)) => {
            notes.push(note);
            true
        }
        None => match debris(piece) {
            Some(note) => {
                notes.push(note);
                false
            }
            None => true,
        },
    })
}

/// Lines that are known by their shape, wherever they stand.
fn by_shape(piece: Piece) -> Labelled {
    static DIVIDER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[*•·] ?){3,}$|^[-–—_=]{3,}$"));
    let mut line = Labelled { piece, label: Label::Open, certainty: None };
    let text = line.piece.text.as_str();
    if let Some((name, certainty)) = credit_line(text) {
        line.set(Label::Credit(name), certainty);
    } else if DIVIDER.is_match(text) {
        line.label = Label::Divider;
    } else if let Some(item) = item(text) {
        line.label = item;
    }
    line
}

fn item(text: &str) -> Option<Label> {
    static MARK: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:(?P<bullet>[•◦▪‣·*-])|(?P<number>\d{1,2}[.)]))\s+\S"));
    let found = MARK.captures(text)?;
    let ordered = found.name("number").is_some();
    let mark = found.name("bullet").or_else(|| found.name("number"))?;
    Some(Label::Item { ordered, mark: mark.end() })
}

/// Up to three lines at the end, each of which signs off; or a bare name as the very last.
fn label_foot(lines: &mut [Labelled]) {
    let last = lines.len().saturating_sub(1);
    let mut signed = false;
    for line in lines.iter_mut().skip(1).rev().take(3.min(last)) {
        let is_item = matches!(line.label, Label::Item { .. });
        let Some(certainty) = sign_off(&line.piece.text).filter(|_| line.is_open() || is_item)
        else {
            break;
        };
        line.set(Label::SignOff, certainty);
        signed = true;
    }
    if let [_, .., before, name] = lines
        && !signed
        && name.is_open()
        && ends_a_sentence(&before.piece.text)
        && bare_name(&name.piece.text)
    {
        name.set(Label::SignOff, 55);
    }
}

fn label_body(lines: &mut [Labelled]) {
    lone_items_are_paragraphs(lines);
    let mut before_body = true;
    for index in 0..lines.len() {
        if lines[index].is_open() {
            let (label, certainty) = body_label(lines, index, before_body);
            lines[index].label = label;
            lines[index].certainty = certainty;
        }
        before_body &= !matches!(lines[index].label, Label::Paragraph | Label::Item { .. });
    }
}

/// One line with a mark before it is no list. Long dashes are never marks: they open speech in many
/// languages.
fn lone_items_are_paragraphs(lines: &mut [Labelled]) {
    let is_item =
        |line: Option<&Labelled>| line.is_some_and(|line| matches!(line.label, Label::Item { .. }));
    for index in 0..lines.len() {
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        let alone = !is_item(before) && !is_item(lines.get(index + 1));
        if is_item(lines.get(index)) && alone {
            lines[index].label = Label::Open;
        }
    }
}

fn body_label(lines: &[Labelled], index: usize, before_body: bool) -> (Label, Option<u32>) {
    let text = &lines[index].piece.text;
    let by_credit = stands_by_credit(lines, index);
    if let Some(found) = caption(text, Place { by_credit, before_body }) {
        let certainty = found.certainty;
        return (Label::Caption(found), Some(certainty));
    }
    let around = Around {
        body_next: lines.get(index + 1).is_some_and(may_be_body),
        body_before: index > 0 && !before_body,
        credit: by_credit,
    };
    let score = crosshead(text, &around);
    if score >= 50 {
        return (Label::Crosshead, Some(score.unsigned_abs()));
    }
    (Label::Paragraph, None)
}

fn may_be_body(line: &Labelled) -> bool {
    match line.label {
        Label::Open => words(&line.piece.text) > 10 || line.piece.text.ends_with(['.', '”', '"']),
        Label::Item { .. } | Label::Caption(_) | Label::Credit(_) => true,
        _ => false,
    }
}

/// A credit stands next to the line and does not belong to its neighbour on the other side: one that
/// reads much more like a caption and has no other credit.
pub(super) fn stands_by_credit(lines: &[Labelled], index: usize) -> bool {
    let credit_at = |at: Option<usize>| {
        at.and_then(|at| lines.get(at)).is_some_and(|l| matches!(l.label, Label::Credit(_)))
    };
    let before = index.checked_sub(1);
    let (above, below) = (credit_at(before), credit_at(Some(index + 1)));
    (above && !belongs_to(lines, index, index.checked_sub(2), index.checked_sub(3)))
        || (below && !belongs_to(lines, index, Some(index + 2), Some(index + 3)))
}

/// Whether the credit next to `index` is rather that of the line at `other`, behind which stands
/// `beyond`.
fn belongs_to(
    lines: &[Labelled],
    index: usize,
    other: Option<usize>,
    beyond: Option<usize>,
) -> bool {
    let line = |at: Option<usize>| at.and_then(|at| lines.get(at));
    let has_another = line(beyond).is_some_and(|l| matches!(l.label, Label::Credit(_)));
    let mine = caption::evidence(&lines[index].piece.text);
    !has_another
        && line(other).is_some_and(|rival| match &rival.label {
            Label::Open => caption::evidence(&rival.piece.text) >= mine + 30,
            Label::Caption(_) => caption::evidence(&rival.piece.text) >= mine + 30,
            _ => false,
        })
}

/// The note that says what a line was taken for.
fn guess(line: &Labelled) -> Option<ImportNote> {
    let (rule, what) = match &line.label {
        Label::Kicker => ("guessed-kicker", "the kicker"),
        Label::Headline => ("guessed-headline", "the headline"),
        Label::Standfirst => ("guessed-standfirst", "the standfirst"),
        Label::Byline => ("guessed-byline", "the byline"),
        Label::Caption(found) if found.file_photo => {
            ("guessed-caption", "the caption of a wanted photo, and the photo as a file photo")
        }
        Label::Caption(_) => ("guessed-caption", "the caption of a wanted photo"),
        Label::Crosshead => ("guessed-crosshead", "a crosshead"),
        Label::SignOff => ("guessed-sign-off", "the sign-off"),
        _ => return None,
    };
    let Piece { line: number, text } = &line.piece;
    let message = format!("Line {number} was taken as {what}.");
    Some(ImportNote::line(rule, *number, text, message).certain(line.certainty.unwrap_or(50)))
}
