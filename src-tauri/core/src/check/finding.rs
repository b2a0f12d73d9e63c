//! What a check noticed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Level {
    /// Stops the story until mended, declared or waived.
    Block,
    /// Stands in the export dialog; one key goes on.
    Warn,
    /// Guidance.
    Note,
}

/// One thing that a check noticed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Finding {
    /// The same finding has the same key while its words and its place stay the same; a waiver
    /// names it.
    pub key: String,
    /// The rule's name in kebab-case, as "doubled-word".
    pub rule: String,
    pub level: Level,
    pub place: Place,
    /// One English sentence that names the thing.
    pub message: String,
    /// What the sentence is made of, so that it can be translated.
    pub params: BTreeMap<String, String>,
    pub fix: Option<Fix>,
    /// Why a person let it pass, when somebody did.
    pub waived: Option<String>,
}

/// Where it is. Positions are the document's own (`story::document`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Place {
    /// In words: "headline", "paragraph 6", "lead photo".
    pub label: String,
    pub from: Option<u32>,
    pub to: Option<u32>,
    pub photo_id: Option<String>,
}

/// How to mend it. Applying a fix is one step in the editor's history, so it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Fix {
    /// What it does, in a few words: "Remove one “the”".
    pub label: String,
    /// In descending order of position, so that they can be applied one after the other.
    pub edits: Vec<Edit>,
    /// The place lies inside a quotation: offered one by one, with "sic" as an answer, and never
    /// part of "mend all".
    pub asks_first: bool,
}

/// Replaces the text from `from` up to `to` with `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Edit {
    pub from: u32,
    pub to: u32,
    pub text: String,
}
