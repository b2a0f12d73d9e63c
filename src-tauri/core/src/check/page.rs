//! The story as the rules look at it: its passages of text with their names, its pictures in order.

use super::speech::{Speech, speech};
use super::{CheckedPhoto, Checking, Level, Limits, Place};
use crate::story::{Document, Figure, Line, Part, TextRun, figures, plain, runs};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many findings of one rule are named in one passage. Where there are more the text is no prose,
/// and nobody mends them one by one.
pub(super) const MOST: usize = 20;

/// Everything that a rule may look at.
pub(super) struct Page<'a> {
    pub document: &'a Document,
    pub limits: Limits,
    pub today: NaiveDate,
    pub passages: Vec<Passage<'a>>,
    pub pictures: Vec<Picture<'a>>,
}

/// A run of text with its name and what is spoken in it.
pub(super) struct Passage<'a> {
    pub run: TextRun<'a>,
    pub text: String,
    pub label: String,
    pub speech: Speech,
}

/// A figure, with its photo where it has one.
pub(super) struct Picture<'a> {
    pub figure: &'a Figure,
    /// "lead photo", "photo 2"
    pub label: String,
    pub photo: Option<&'a CheckedPhoto>,
}

impl<'a> Page<'a> {
    pub(super) fn new(checking: &Checking<'a>) -> Page<'a> {
        let pictures = pictures(checking);
        let passages = passages(checking.document, &pictures);
        let Checking { document, limits, today, .. } = *checking;
        Page { document, limits, today, passages, pictures }
    }

    /// The caption of a picture, where the story has one of its own.
    pub(super) fn caption(&self, picture: &Picture) -> Option<&Passage<'a>> {
        self.line(picture.figure.caption.as_ref()?, [Part::Caption, Part::LeadCaption])
    }

    /// The alt text of a picture, where the story has one of its own.
    pub(super) fn alt_text(&self, picture: &Picture) -> Option<&Passage<'a>> {
        self.line(picture.figure.alt_text.as_ref()?, [Part::AltText, Part::LeadAltText])
    }

    fn line(&self, line: &Line, parts: [Part; 2]) -> Option<&Passage<'a>> {
        let is_it = |p: &&Passage| p.run.at == line.at && parts.contains(&p.run.part);
        self.passages.iter().find(is_it)
    }

    /// The place of `range` of a picture's caption. A photo's own caption has no position in the
    /// document: then it is the picture's place under the caption's name.
    pub(super) fn in_caption(&self, picture: &Picture, range: &Range<usize>) -> Place {
        match self.caption(picture) {
            Some(passage) => passage.place(range),
            None => picture.place_of("caption"),
        }
    }

    /// The same of an alt text.
    pub(super) fn in_alt_text(&self, picture: &Picture, range: &Range<usize>) -> Place {
        match self.alt_text(picture) {
            Some(passage) => passage.place(range),
            None => picture.place_of("alt text"),
        }
    }

    /// The level of what a strict desk does not let out.
    pub(super) fn strict(&self) -> Level {
        if self.limits.strict { Level::Block } else { Level::Warn }
    }
}

impl Passage<'_> {
    /// The place of the bytes `range` of the text.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        Place {
            label: self.label.clone(),
            from: Some(self.position(range.start)),
            to: Some(self.position(range.end)),
            photo_id: self.run.photo_id.map(str::to_owned),
        }
    }

    /// The document's position of a byte of the text.
    pub(super) fn position(&self, byte: usize) -> u32 {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let units = before.encode_utf16().count();
        self.run.position(u32::try_from(units).unwrap_or(u32::MAX))
    }

    /// Whether somebody is quoted there, so that the words are not ours to change.
    pub(super) fn is_quoted(&self, range: &Range<usize>) -> bool {
        matches!(self.run.part, Part::Quote | Part::PullQuote)
            || self.speech.quoted.iter().any(|q| q.start < range.end && range.start < q.end)
    }
}

impl Picture<'_> {
    pub(super) fn is_wanted(&self) -> bool {
        self.figure.photo_id.is_none()
    }

    pub(super) fn place(&self) -> Place {
        Place {
            label: self.label.clone(),
            from: Some(self.figure.at),
            to: Some(self.figure.at + self.figure.size),
            photo_id: self.figure.photo_id.clone(),
        }
    }

    /// The picture's place under the name of one of its lines.
    fn place_of(&self, part: &str) -> Place {
        Place { label: format!("{part} of {}", in_sentence(&self.label)), ..self.place() }
    }

    /// The caption as it prints: the story's, else the photo's own.
    pub(super) fn caption(&self) -> String {
        let own = || self.photo.and_then(|photo| photo.caption.clone());
        let here = self.figure.caption.as_ref().map(|line| plain(&line.content));
        here.or_else(own).unwrap_or_default()
    }

    /// The alt text as it goes out: the story's, else the photo's own.
    pub(super) fn alt_text(&self) -> String {
        let own = || self.photo.and_then(|photo| photo.alt_text.clone());
        let here = self.figure.alt_text.as_ref().map(|line| plain(&line.content));
        here.or_else(own).unwrap_or_default()
    }

    /// The printed credit, or nothing.
    pub(super) fn credit(&self) -> &str {
        self.photo.and_then(|photo| photo.credit_line.as_deref()).unwrap_or_default().trim()
    }

    /// How a sentence begins that speaks of it: "The lead photo “bridge.jpg”".
    pub(super) fn named(&self) -> String {
        let place = match self.label.as_str() {
            "lead photo" => "The lead photo".to_owned(),
            label => capitalised(label),
        };
        match self.photo {
            Some(photo) if !photo.name.is_empty() => format!("{place} “{}”", photo.name),
            _ => place,
        }
    }
}

/// "the lead photo", "photo 2", "the headline": a label inside a sentence.
pub(super) fn in_sentence(label: &str) -> String {
    let numbered = label.ends_with(|c: char| c.is_ascii_digit());
    let article = if numbered && !label.contains(" of ") { "" } else { "the " };
    format!("{article}{label}")
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

fn pictures<'a>(checking: &Checking<'a>) -> Vec<Picture<'a>> {
    let has_lead = checking.document.lead.is_some();
    figures(checking.document)
        .into_iter()
        .enumerate()
        .map(|(index, figure)| Picture {
            figure,
            label: match index {
                0 if has_lead => "lead photo".into(),
                _ => format!("photo {}", index + 1),
            },
            photo: figure.photo_id.as_ref().and_then(|id| checking.photos.get(id)),
        })
        .collect()
}

fn passages<'a>(document: &'a Document, pictures: &[Picture]) -> Vec<Passage<'a>> {
    let names = picture_names(pictures);
    let runs: Vec<(TextRun, String)> = runs(document)
        .into_iter()
        .map(|run| {
            let text = run.text();
            (run, text)
        })
        .collect();
    let next_openings = next_openings(&runs);
    runs.into_iter()
        .zip(next_openings)
        .map(|((run, text), next)| Passage {
            label: label(&run, &names),
            speech: speech(&text, next),
            run,
            text,
        })
        .collect()
}

/// The lines of a picture, by their positions, with the picture's name.
fn picture_names(pictures: &[Picture]) -> BTreeMap<u32, String> {
    let lines = pictures.iter().flat_map(|picture| {
        let name = in_sentence(&picture.label);
        let lines = picture.figure.caption.iter().chain(&picture.figure.alt_text);
        lines.map(move |line| (line.at, name.clone()))
    });
    lines.collect()
}

/// For each run the first character of the run that goes on with it: a quotation may run over the
/// paragraphs of a body, past its pictures and crossheads.
fn next_openings(runs: &[(TextRun, String)]) -> Vec<Option<char>> {
    let mut later: BTreeMap<Part, char> = BTreeMap::new();
    let mut openings: Vec<Option<char>> = runs
        .iter()
        .rev()
        .map(|(run, text)| {
            let next = goes_on(run.part).then(|| later.get(&run.part).copied()).flatten();
            later.extend(text.trim_start().chars().next().map(|first| (run.part, first)));
            next
        })
        .collect();
    openings.reverse();
    openings
}

fn goes_on(part: Part) -> bool {
    matches!(part, Part::Paragraph | Part::Quote | Part::PullQuote | Part::ListItem)
}

fn label(run: &TextRun, pictures: &BTreeMap<u32, String>) -> String {
    let number = run.number;
    let of = || pictures.get(&run.at).map_or("a photo", String::as_str);
    match run.part {
        Part::Kicker => "kicker".into(),
        Part::Headline => "headline".into(),
        Part::Standfirst => "standfirst".into(),
        Part::Byline => "byline".into(),
        Part::Dateline => "dateline".into(),
        Part::WebHeadline => "web headline".into(),
        Part::SocialHeadline => "social headline".into(),
        Part::PrintHeadline => "print headline".into(),
        Part::SignOff => "sign-off".into(),
        Part::LeadCaption | Part::Caption => format!("caption of {}", of()),
        Part::LeadAltText | Part::AltText => format!("alt text of {}", of()),
        Part::Paragraph => format!("paragraph {number}"),
        Part::Crosshead => format!("crosshead {number}"),
        Part::ListItem => format!("list item {number}"),
        Part::Quote => format!("quote {number}"),
        Part::PullQuote => format!("pull quote {number}"),
        Part::Attribution => format!("attribution {number}"),
        Part::BoxTitle => format!("fact box title {number}"),
        Part::FactBox => format!("fact box paragraph {number}"),
        Part::TableHeader => format!("table header {number}"),
        Part::TableCell => format!("table cell {number}"),
        Part::Correction => format!("correction {number}"),
    }
}
