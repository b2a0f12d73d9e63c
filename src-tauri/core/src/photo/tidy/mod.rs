//! Mends what agencies and cameras write into credits, and offers what only a person may decide.
//!
//! Promises: what changes at once is safe (a copyright sign, spaces, an agency's spelling, words that
//! name nobody), is listed, and can be had back: [`Fact::raw`](super::Fact::raw) keeps it. A change
//! to a person's name is only offered. Nothing is carried from one photo to another.
//! `tidied(tidied(facts))` is `tidied(facts)`.

use super::facts::{Facts, Field};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Facts after the safe repairs, and what else there is to say of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tidied {
    pub facts: Facts,
    pub repairs: Vec<Repair>,
    pub offers: Vec<Offer>,
    /// As "The camera wrote “OLYMPUS DIGITAL CAMERA” where the caption goes; it is not used."
    pub remarks: Vec<String>,
}

/// A safe repair that was made at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Repair {
    pub field: Field,
    pub from: String,
    pub to: String,
    /// Why, as a short phrase: "the copyright sign".
    pub why: String,
}

/// A change that a person may take or leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Offer {
    /// "Write the name as “Elif Kaya”?"
    pub sentence: String,
    /// What it would type, all together.
    pub changes: Vec<FieldChange>,
}

/// A value for a field; `null` goes back to the file's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct FieldChange {
    pub field: Field,
    pub value: Option<String>,
}

/// Mends `facts` as a file and a person gave them. What was typed is never mended.
pub fn tidied(facts: Facts) -> Tidied {
    Tidied { facts, ..Tidied::default() }
}
