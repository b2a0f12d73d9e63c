//! Facts on the bench: what is mended, with a record of every repair.

use super::{Offer, Repair, Tidied};
use crate::photo::facts::{Carrier, Fact, Facts, Field};

/// Facts while they are mended.
pub(super) struct Mending {
    facts: Facts,
    repairs: Vec<Repair>,
    remarks: Vec<String>,
}

impl Mending {
    /// Begins with what the carriers say, so that mending what was mended gives the same again.
    pub fn new(mut facts: Facts) -> Mending {
        for fact in facts.0.values_mut() {
            if let Some(raw) = fact.raw.take() {
                fact.value = raw;
            }
        }
        facts.0.retain(|_, fact| fact.carrier == Carrier::Typed || !fact.value.trim().is_empty());
        Mending { facts, repairs: Vec::new(), remarks: Vec::new() }
    }

    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The value of `field`, unless a person typed it or emptied it.
    pub fn said_by_file(&self, field: Field) -> Option<&str> {
        let fact = self.facts.0.get(&field)?;
        (fact.carrier != Carrier::Typed && !fact.value.is_empty()).then_some(fact.value.as_str())
    }

    /// Whether a repair may put a value there.
    pub fn is_typed(&self, field: Field) -> bool {
        self.facts.0.get(&field).is_some_and(|fact| fact.carrier == Carrier::Typed)
    }

    /// Gives `field` another value. One that has none gets it from `carrier`, whose words they are.
    pub fn mend(&mut self, field: Field, to: String, why: &str, carrier: Carrier) {
        let empty = || Fact { value: String::new(), carrier, raw: None, others: Vec::new() };
        let fact = self.facts.0.entry(field).or_insert_with(empty);
        if fact.carrier == Carrier::Typed || fact.value == to {
            return;
        }
        let from = std::mem::replace(&mut fact.value, to.clone());
        fact.raw.get_or_insert_with(|| from.clone());
        self.repairs.push(Repair { field, from, to, why: why.to_owned() });
    }

    /// Applies `change` to the value of `field`, where the file has one.
    pub fn change(&mut self, field: Field, why: &str, change: impl Fn(&str) -> String) {
        if let Some(value) = self.said_by_file(field) {
            let to = change(value);
            let carrier = self.carrier(field);
            self.mend(field, to, why, carrier);
        }
    }

    /// Puts the first other reading that `fits` in the place of one that does not; leaves the field
    /// empty where there is none.
    pub fn pass_over(&mut self, field: Field, fits: impl Fn(&str) -> bool) {
        let Some(fact) = self.facts.0.get_mut(&field) else { return };
        match fact.others.iter().position(|other| fits(&other.value)) {
            Some(at) => {
                let other = &mut fact.others[at];
                std::mem::swap(&mut other.value, &mut fact.value);
                std::mem::swap(&mut other.carrier, &mut fact.carrier);
            }
            None => fact.raw = Some(std::mem::take(&mut fact.value)),
        }
    }

    pub fn carrier(&self, field: Field) -> Carrier {
        self.facts.0.get(&field).map_or(Carrier::Xmp, |fact| fact.carrier)
    }

    pub fn remark(&mut self, sentence: String) {
        self.remarks.push(sentence);
    }

    pub fn done(self, offers: Vec<Offer>) -> Tidied {
        Tidied { facts: self.facts, repairs: self.repairs, offers, remarks: self.remarks }
    }
}
