//! Mends what agencies and cameras write into credits, and offers what only a person may decide.
//!
//! Promises: what changes at once is safe (a copyright sign, spaces, an agency's spelling, words that
//! name nobody), is listed, and can be had back: [`Fact::raw`](super::Fact::raw) keeps it. A change
//! to a person's name is only offered. What a person typed is never touched. Nothing is carried from
//! one photo to another. `tidied(tidied(facts))` is `tidied(facts)`.
//!
//! The order: what is no caption and no credit (`refused`), prefixes, spaces, words that name nobody
//! and parties named twice (`credit`), agencies (`agencies`), countries and places (`places`), the
//! title; then the offers for names (`names`) and for a credit inside the caption
//! (`caption_credit`).
//!
//! Not here: what "handout" or "pool" say about rights. [`usage`](super::usage) reads them before
//! anything is mended.

mod agencies;
mod caption_credit;
mod casing;
mod countries;
mod credit;
mod mending;
mod names;
mod places;
mod refused;
mod title;

pub(super) use agencies::agencies_in;
pub(super) use credit::names_nobody;

use super::facts::{Facts, Field};
use mending::Mending;
use regex::Regex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Facts after the safe repairs, and what else there is to say of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tidied {
    /// A value that is no caption or no credit at all is left empty, with its `raw`.
    pub facts: Facts,
    /// In the order they were made; a field that was mended twice stands here twice.
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
    let mut mending = Mending::new(facts);
    refused::refuse(&mut mending);
    let reorganised = credit::mend(&mut mending);
    places::mend(&mut mending);
    title::mend(&mut mending);
    let names = names::offers(mending.facts(), reorganised);
    let (caption, remark) = caption_credit::offer(mending.facts());
    let remarks = remark.into_iter().chain(names_an_ai(mending.facts()));
    remarks.for_each(|sentence| mending.remark(sentence));
    mending.done(names.into_iter().chain(caption).collect())
}

/// A file may name the system that made its picture and forget the source type, which decides.
fn names_an_ai(facts: &Facts) -> Option<String> {
    let system = facts.get(Field::AiSystem)?;
    facts.get(Field::DigitalSourceType).is_none().then(|| {
        format!(
            "The file names “{system}” as an AI system, and no digital source type: ask its \
             supplier what it is."
        )
    })
}

fn typing(field: Field, value: impl Into<String>) -> FieldChange {
    FieldChange { field, value: Some(value.into()) }
}

/// A pattern that is written here.
pub(super) fn constant(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant that the tests run")
}

#[cfg(test)]
mod tests;
