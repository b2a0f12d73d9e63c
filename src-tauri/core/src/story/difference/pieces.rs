//! A story in the pieces that are compared: each line of furniture with its own, each passage of the
//! body with the one that it became.

use super::words::word_runs;
use super::{ChangedPart, HowChanged, PartChange, RunKind, WordRun};
use crate::story::document::{Document, Inline, Line, Mark};
use crate::story::text::plain;
use unicode_normalization::UnicodeNormalization;

/// A passage of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub part: ChangedPart,
    /// Its number among passages of its kind, from 1.
    pub number: u32,
    pub text: String,
    /// The same text with its links, and with signs for bold and italics.
    pub marked: String,
}

impl Piece {
    pub(super) fn new(part: ChangedPart, number: u32, content: &[Inline]) -> Piece {
        let (text, marked) = (even(&plain(content)), even(&marked(content)));
        Piece { part, number, text, marked }
    }

    /// The whole piece as one change.
    pub(super) fn as_a_whole(&self, change: HowChanged) -> PartChange {
        let kind = match change {
            HowChanged::PutIn => RunKind::PutIn,
            HowChanged::TakenOut => RunKind::TakenOut,
            _ => RunKind::Same,
        };
        let runs = vec![WordRun { kind, text: self.text.clone() }];
        self.changed(change, runs)
    }

    pub(super) fn changed(&self, change: HowChanged, runs: Vec<WordRun>) -> PartChange {
        PartChange {
            part: self.part,
            number: self.number,
            label: label(self.part, self.number),
            photo_id: None,
            change,
            runs,
        }
    }
}

/// How one passage became the other. `None` when both print the same.
pub(super) fn became(before: &Piece, after: &Piece) -> Option<PartChange> {
    let runs = match before.text == after.text {
        true if before.marked == after.marked => return None,
        true => word_runs(&before.marked, &after.marked),
        false => word_runs(&before.text, &after.text),
    };
    Some(after.changed(HowChanged::Changed, runs))
}

pub(super) fn language(before: &Document, after: &Document) -> Option<PartChange> {
    let piece = |document: &Document| {
        let text = document.language.clone();
        Piece { part: ChangedPart::Language, number: 0, marked: text.clone(), text }
    };
    became(&piece(before), &piece(after))
}

/// The lines above the story. Not the headline for the paper, which is on no page.
pub(super) fn furniture(before: &Document, after: &Document) -> Vec<PartChange> {
    use ChangedPart::*;
    type Reads = fn(&Document) -> &Line;
    const LINES: [(ChangedPart, Reads); 7] = [
        (Kicker, |d| &d.kicker),
        (Headline, |d| &d.headline),
        (Standfirst, |d| &d.standfirst),
        (Byline, |d| &d.byline),
        (Dateline, |d| &d.dateline),
        (WebHeadline, |d| &d.headlines.web),
        (SocialHeadline, |d| &d.headlines.social),
    ];
    LINES.iter().filter_map(|(part, line)| line_change(*part, line(before), line(after))).collect()
}

pub(super) fn sign_off(before: &Document, after: &Document) -> Option<PartChange> {
    line_change(ChangedPart::SignOff, &before.sign_off, &after.sign_off)
}

fn line_change(part: ChangedPart, before: &Line, after: &Line) -> Option<PartChange> {
    let before = Piece::new(part, 0, &before.content);
    let after = Piece::new(part, 0, &after.content);
    match (before.text.is_empty(), after.text.is_empty()) {
        (true, true) => None,
        (true, false) => Some(after.as_a_whole(HowChanged::PutIn)),
        (false, true) => Some(before.as_a_whole(HowChanged::TakenOut)),
        (false, false) => became(&before, &after),
    }
}

/// Without what no reader sees: how a letter is put together, and how wide a space is.
pub(super) fn even(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with a sign before and after bold and italics, and each link's address behind it.
fn marked(content: &[Inline]) -> String {
    let mut stretches: Vec<(Look, String)> = Vec::new();
    for inline in content {
        let (look, text) = (Look::of(inline), plain(std::slice::from_ref(inline)));
        match stretches.last_mut() {
            // What only a private note parts is one stretch.
            Some((last, words)) if *last == look => words.push_str(&text),
            _ => stretches.push((look, text)),
        }
    }
    stretches.into_iter().map(|(look, text)| look.around(&text)).collect()
}

/// How words are set, as far as a reader notices.
#[derive(Default, PartialEq, Eq)]
struct Look<'a> {
    strong: bool,
    em: bool,
    href: Option<&'a str>,
}

impl<'a> Look<'a> {
    fn of(inline: &'a Inline) -> Look<'a> {
        let Inline::Text(run) = inline else { return Look::default() };
        let mut look = Look::default();
        for mark in &run.marks {
            match mark {
                Mark::Strong { .. } => look.strong = true,
                Mark::Em { .. } => look.em = true,
                Mark::Link { href, .. } => look.href = Some(href),
                Mark::Foreign { .. } | Mark::Note { .. } | Mark::Unknown(_) => {}
            }
        }
        look
    }

    fn around(&self, text: &str) -> String {
        let strong = if self.strong { "**" } else { "" };
        let em = if self.em { "_" } else { "" };
        let address = self.href.map(|href| format!(" [{href}]")).unwrap_or_default();
        format!("{strong}{em}{text}{em}{strong}{address}")
    }
}

/// What a sentence calls the part: "headline", "paragraph 3".
pub(super) fn label(part: ChangedPart, number: u32) -> String {
    use ChangedPart::*;
    let name = match part {
        Language => "language",
        Kicker => "kicker",
        Headline => "headline",
        Standfirst => "standfirst",
        Byline => "byline",
        Dateline => "dateline",
        WebHeadline => "web headline",
        SocialHeadline => "social headline",
        Paragraph => "paragraph",
        Crosshead => "crosshead",
        ListItem => "list item",
        Quote => "quote",
        PullQuote => "pull quote",
        Attribution => "attribution",
        BoxTitle => "fact box title",
        FactBox => "fact box paragraph",
        TableHeader => "table header",
        TableCell => "table cell",
        Correction => "correction",
        Embed => "embed",
        SignOff => "sign-off",
        Photo | Caption | Credit | AltText => "photo",
    };
    if number == 0 { name.to_owned() } else { format!("{name} {number}") }
}
