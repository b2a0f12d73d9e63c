//! What a rule hands back, and how it becomes a finding with a key.

use super::{Finding, Fix, Level, Place};
use std::collections::BTreeMap;

/// A finding without its rule's name and key.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    level: Level,
    place: Place,
    message: String,
    params: BTreeMap<String, String>,
    fix: Option<Fix>,
    /// The words concerned. With the rule and the label of the place they make the key, so that a
    /// waiver holds while text before it changes.
    about: String,
}

impl Found {
    pub(super) fn new(level: Level, place: Place, about: &str, message: String) -> Found {
        let params = BTreeMap::from([("place".to_owned(), place.label.clone())]);
        Found { level, place, message, params, fix: None, about: about.to_owned() }
    }

    pub(super) fn param(mut self, name: &str, value: impl Into<String>) -> Found {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn fix(self, fix: impl Into<Option<Fix>>) -> Found {
        Found { fix: fix.into(), ..self }
    }
}

/// The findings of all rules in reading order, each with a key of its own.
pub(super) fn findings(found: impl Iterator<Item = (&'static str, Vec<Found>)>) -> Vec<Finding> {
    let mut found: Vec<(&str, Found)> =
        found.flat_map(|(rule, found)| found.into_iter().map(move |one| (rule, one))).collect();
    found.sort_by_key(|(_, one)| one.place.from);
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    found.into_iter().map(|(rule, one)| finding(rule, one, &mut seen)).collect()
}

fn finding(rule: &str, found: Found, seen: &mut BTreeMap<String, u32>) -> Finding {
    let Found { level, place, message, params, fix, about } = found;
    let key = key(rule, &place.label, &about);
    let times = seen.entry(key.clone()).and_modify(|times| *times += 1).or_insert(1);
    let key = if *times == 1 { key } else { format!("{key}-{times}") };
    Finding { key, rule: rule.into(), level, place, message, params, fix, waived: None }
}

fn key(rule: &str, label: &str, about: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [rule, label, about] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    hasher.finalize().to_hex().as_str()[..16].to_owned()
}
