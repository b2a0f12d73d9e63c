//! What is written into the pictures of an export, by its profile.
//!
//! What is written is what is printed in this story: the credit as it prints, the caption and the alt
//! text of the figure. Beside them go the rights and, by profile, other facts as the desk has them.
//! Where the story or the desk took words of the supplier back, no other field of the supplier's may
//! bring them: a name that left the caption is not told by the headline or the keywords. A name that
//! is withheld takes every statement of rights with it, since any of them may name the person.

use crate::desk::contract::PhotoProfile;
use crate::desk::photo_record::PhotoRecord;
use crate::photo::{Carrier, Declared, Fact, Field, WrittenFacts};
use std::collections::BTreeSet;

/// What a story prints with one picture.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// Whom the printed credit names, without its label.
    pub credit: &'a str,
    /// The photographers whom it may name.
    pub photographers: &'a [String],
    pub caption: &'a str,
    pub alt_text: &'a str,
}

/// Who owns the picture and on what terms it may be used.
const RIGHTS: [Field; 5] = [
    Field::Copyright,
    Field::UsageTerms,
    Field::WebStatement,
    Field::LicensorName,
    Field::LicensorUrl,
];

/// What else every reader may know of it.
const OPEN: [Field; 8] = [
    Field::DigitalSourceType,
    Field::DataMining,
    Field::DateCreated,
    Field::Headline,
    Field::Sublocation,
    Field::City,
    Field::State,
    Field::Country,
];

/// What other systems and agencies ask for.
const TRADE: [Field; 20] = [
    Field::CaptionWriter,
    Field::Title,
    Field::Keywords,
    Field::PhotographerTitle,
    Field::Source,
    Field::CopyrightOwner,
    Field::Supplier,
    Field::SupplierImageId,
    Field::OtherConstraints,
    Field::CountryCode,
    Field::Instructions,
    Field::JobId,
    Field::ExtendedDescription,
    Field::PersonShown,
    Field::Event,
    Field::Category,
    Field::ReleaseDate,
    Field::ExpiryDate,
    Field::ActionAdvised,
    Field::AiSystem,
];

/// What stands in every file of one picture.
pub fn written_facts(
    record: &PhotoRecord,
    printed: Printed,
    profile: PhotoProfile,
) -> WrittenFacts {
    let withheld = is_withheld(record);
    let written = WrittenFacts::default()
        .with(Field::CreditLine, printed.credit)
        .with(Field::AltText, printed.alt_text);
    let fields = match profile {
        PhotoProfile::SourceProtection if withheld => return written,
        PhotoProfile::SourceProtection => {
            return carry(written, record, &[Field::Copyright], &TakenBack::default());
        }
        _ if withheld => OPEN.to_vec(),
        PhotoProfile::Agency => [&RIGHTS[..], &OPEN, &TRADE].concat(),
        PhotoProfile::Web | PhotoProfile::KeepOriginal => [&RIGHTS[..], &OPEN].concat(),
    };
    let written = written
        .with(Field::Caption, printed.caption)
        .with(Field::Photographer, &printed.photographers.join("; "));
    carry(written, record, &fields, &TakenBack::of(record, printed))
}

/// Whether nothing may say who took the picture.
pub fn is_withheld(record: &PhotoRecord) -> bool {
    record.declared == Some(Declared::NameWithheld)
}

fn carry(
    mut written: WrittenFacts,
    record: &PhotoRecord,
    fields: &[Field],
    taken_back: &TakenBack,
) -> WrittenFacts {
    for field in fields {
        let Some(fact) = record.facts.0.get(field) else { continue };
        let is_file_name = *field == Field::Title && names_file(&fact.value, &record.row.file_name);
        if !is_file_name {
            written = written.with(*field, &taken_back.left(*field, fact));
        }
    }
    written
}

/// Agencies and cameras put the name of the file where a title belongs.
fn names_file(title: &str, file_name: &str) -> bool {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    [stem, file_name].iter().any(|name| name.eq_ignore_ascii_case(title.trim()))
}

/// The supplier's words that the story or the desk does not say any more.
#[derive(Debug, Default)]
struct TakenBack {
    words: BTreeSet<String>,
    /// What is printed, or was typed at the desk.
    said: BTreeSet<String>,
}

impl TakenBack {
    fn of(record: &PhotoRecord, printed: Printed) -> TakenBack {
        let typed = record.facts.0.values().filter(|fact| fact.carrier == Carrier::Typed);
        let mut said: BTreeSet<String> =
            typed.clone().flat_map(|fact| words(&fact.value)).map(|word| fold(&word)).collect();
        for text in [printed.caption, printed.alt_text, printed.credit] {
            said.extend(words(text).map(|word| fold(&word)));
        }
        // A caption and an alt text may be changed in the story alone; a name may be withheld.
        let in_story = [Field::Caption, Field::AltText];
        let of_names = [Field::Photographer, Field::CreditLine, Field::Copyright];
        let looked_at = |field: &Field| {
            in_story.contains(field) || (is_withheld(record) && of_names.contains(field))
        };
        let facts = record.facts.0.iter();
        let suppliers = facts
            .filter(|(field, fact)| looked_at(field) || fact.carrier == Carrier::Typed)
            .flat_map(|(_, fact)| supplied(fact));
        let names = suppliers.flat_map(words).filter(|word| is_telling(word));
        let words = names.map(|word| fold(&word)).filter(|word| !said.contains(word)).collect();
        TakenBack { words, said }
    }

    /// What may be written of a fact; empty for nothing.
    fn left(&self, field: Field, fact: &Fact) -> String {
        let text = fact.value.as_str();
        let typed = fact.carrier == Carrier::Typed;
        let items = text.split(';').map(str::trim);
        match field {
            Field::PersonShown => {
                joined(items.filter(|name| words(name).all(|w| self.said.contains(&fold(&w)))))
            }
            _ if typed => text.to_owned(),
            Field::Keywords => joined(items.filter(|item| self.told_by(item) == 0)),
            // Restrictions weigh more: one word of a place is no reason to lose them.
            Field::Instructions if self.told_by(text) > 1 => String::new(),
            Field::Headline
            | Field::Title
            | Field::ExtendedDescription
            | Field::Event
            | Field::Sublocation
            | Field::City
            | Field::State
            | Field::Country
                if self.told_by(text) > 0 =>
            {
                String::new()
            }
            _ => text.to_owned(),
        }
    }

    /// How many of the words that were taken back a text tells.
    fn told_by(&self, text: &str) -> usize {
        let folded: BTreeSet<String> = words(text).map(|word| fold(&word)).collect();
        let whole = fold(text);
        let told = |word: &&String| {
            folded.contains(*word)
                // Scripts without capitals mostly write without spaces too.
                || (!has_case(word) && (whole.contains(*word) || within(&folded, word)))
        };
        self.words.iter().filter(told).count()
    }
}

/// Whether one of these words stands in a longer run of characters.
fn within(words: &BTreeSet<String>, run: &str) -> bool {
    words.iter().any(|word| !has_case(word) && word.chars().count() > 1 && run.contains(word))
}

/// What the supplier said in a field, in every carrier.
fn supplied(fact: &Fact) -> impl Iterator<Item = &str> {
    let own = (fact.carrier != Carrier::Typed).then_some(fact.value.as_str());
    let others = fact.others.iter().map(|reading| reading.value.as_str());
    own.into_iter().chain(fact.raw.as_deref()).chain(others)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// A name, a number of a plate or a house, or a word of a script without capitals.
fn is_telling(word: &str) -> bool {
    let begins_large = word.chars().next().is_some_and(char::is_uppercase);
    let long_enough = word.chars().nth(1).is_some();
    long_enough && (begins_large || !has_case(word) || word.contains(|c: char| c.is_numeric()))
}

fn has_case(word: &str) -> bool {
    word.contains(|c: char| c.is_lowercase() || c.is_uppercase())
}

fn fold(word: &str) -> String {
    word.to_lowercase()
}

fn joined<'a>(items: impl Iterator<Item = &'a str>) -> String {
    items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
