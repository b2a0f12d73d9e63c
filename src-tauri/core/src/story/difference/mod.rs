//! What differs between two states of a story, part by part and word by word, as a person reads it:
//! what went out and what stands there now, what a lawyer cleared and what became of it.
//!
//! Promises: only what prints counts. How wide a space is, how a letter is put together, the mark of a
//! private note and a photo that is still wanted are no difference. The same two states always give the
//! same answer, and the work is bounded: two stories of 20,000 words that share nothing take well under
//! a second.
//!
//! Not here: what a change is called, and whether it stops anything. That is the desk's.

mod flow;
mod pairs;
mod photos;
mod pieces;
mod words;

#[cfg(test)]
mod tests;

pub use words::word_runs;

use super::document::Document;
use flow::flow;
use photos::pictures;
use pieces::{furniture, language, sign_off};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A story with what its photos print of their own.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    pub document: &'a Document,
    /// By photo id. A photo that is not here does not print.
    pub photos: &'a BTreeMap<String, PhotoWords>,
}

/// What a photo prints where the story says nothing else, and its credit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PhotoWords {
    pub caption: String,
    pub alt_text: String,
    /// The whole printed line.
    pub credit: String,
}

/// One part of a story that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PartChange {
    pub part: ChangedPart,
    /// Its number among parts of its kind, from 1: in the newer state, or in the older one when it was
    /// taken out. 0 where there is one only, and for the lead photo.
    pub number: u32,
    /// In words: "headline", "paragraph 3", "caption of photo 2".
    pub label: String,
    /// The photo that it belongs to.
    pub photo_id: Option<String>,
    pub change: HowChanged,
    /// The words of both states in reading order. Without those that were put in they are the older
    /// state, without those that were taken out the newer one.
    pub runs: Vec<WordRun>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum ChangedPart {
    Language,
    Kicker,
    Headline,
    Standfirst,
    Byline,
    Dateline,
    WebHeadline,
    SocialHeadline,
    Paragraph,
    Crosshead,
    ListItem,
    Quote,
    PullQuote,
    Attribution,
    BoxTitle,
    FactBox,
    TableHeader,
    TableCell,
    Correction,
    Embed,
    SignOff,
    Photo,
    Caption,
    Credit,
    AltText,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum HowChanged {
    /// Its words differ.
    Changed,
    PutIn,
    TakenOut,
    /// It stands elsewhere.
    Moved,
    /// A photo is cropped, turned, covered, sized or marked in another way.
    ShownOtherwise,
}

/// Words that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct WordRun {
    pub kind: RunKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum RunKind {
    Same,
    TakenOut,
    PutIn,
}

/// Every part that differs between `before` and `after`: furniture, body and sign-off in reading
/// order, then the photos. Empty when both print the same.
pub fn difference(before: Side, after: Side) -> Vec<PartChange> {
    let mut changes = Vec::new();
    changes.extend(language(before.document, after.document));
    changes.extend(furniture(before.document, after.document));
    changes.extend(flow(before.document, after.document));
    changes.extend(sign_off(before.document, after.document));
    changes.extend(pictures(before, after));
    changes
}

/// One change in a line for people who read it in a terminal: `headline: 14 [-14-] {+41+} people`.
pub fn in_a_line(change: &PartChange) -> String {
    let words = change.runs.iter().map(|run| match run.kind {
        RunKind::Same => run.text.clone(),
        RunKind::TakenOut => format!("[-{}-]", run.text),
        RunKind::PutIn => format!("{{+{}+}}", run.text),
    });
    let words: String = words.collect();
    let how = match change.change {
        HowChanged::Changed => "",
        HowChanged::PutIn => " put in",
        HowChanged::TakenOut => " taken out",
        HowChanged::Moved => " moved",
        HowChanged::ShownOtherwise => " shown otherwise",
    };
    match words.is_empty() {
        true => format!("{}{how}", change.label),
        false => format!("{}{how}: {words}", change.label),
    }
}
