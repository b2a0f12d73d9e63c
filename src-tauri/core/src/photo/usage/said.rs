//! What a file says, whatever was mended or typed over it since.

use crate::photo::facts::{Carrier, Facts, Field};

/// The words of a file's carriers.
pub(super) struct Said<'a>(&'a Facts);

impl<'a> Said<'a> {
    pub fn new(facts: &'a Facts) -> Said<'a> {
        Said(facts)
    }

    /// What stands first in the file for `field`: its raw value, else what a person's words cover.
    pub fn first(&self, field: Field) -> Option<&'a str> {
        self.all(field).next()
    }

    /// What every carrier says for `field`, the chosen one first.
    pub fn all(&self, field: Field) -> impl Iterator<Item = &'a str> + use<'a> {
        let fact = self.0.0.get(&field);
        let chosen = fact.filter(|fact| fact.carrier != Carrier::Typed);
        let chosen = chosen.map(|fact| fact.raw.as_deref().unwrap_or(&fact.value));
        let others =
            fact.into_iter().flat_map(|fact| &fact.others).map(|other| other.value.as_str());
        chosen.into_iter().chain(others).map(str::trim).filter(|value| !value.is_empty())
    }
}
