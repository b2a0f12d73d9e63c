//! Chooses between what XMP, IIM and Exif say of the same field, and keeps what each said.
//!
//! The order is XMP, IIM, Exif, with two exceptions:
//! - a digest in the file that is not the IIM's own says that the IIM was changed last, so it stands;
//! - a value of the IIM that was cut at its limit gives way to the whole of it elsewhere.

use super::clean::clean;
use super::date::iim_date;
use super::exif::Exif;
use super::facts::{Carrier, Fact, Facts, Field, Reading};
use super::iim::{Iim, Text};
use super::xmp::Xmp;

/// Dataset in record 2 and its limit in bytes (IIM 4.2; IPTC Photo Metadata Standard 2025.1).
const DATASETS: &[(Field, u8, usize)] = &[
    (Field::Caption, 120, 2000),
    (Field::Headline, 105, 256),
    (Field::Photographer, 80, 32),
    (Field::CreditLine, 110, 32),
    (Field::Source, 115, 32),
    (Field::Copyright, 116, 128),
    (Field::Sublocation, 92, 32),
    (Field::City, 90, 32),
    (Field::State, 95, 32),
    (Field::Country, 101, 64),
    (Field::Instructions, 40, 256),
];
const DATE_DATASET: u8 = 55;
const TIME_DATASET: u8 = 60;

const FIELDS: [Field; 17] = [
    Field::Caption,
    Field::Headline,
    Field::Photographer,
    Field::CreditLine,
    Field::Source,
    Field::Copyright,
    Field::UsageTerms,
    Field::WebStatement,
    Field::LicensorUrl,
    Field::DateCreated,
    Field::Sublocation,
    Field::City,
    Field::State,
    Field::Country,
    Field::Instructions,
    Field::AltText,
    Field::DigitalSourceType,
];

/// All facts of a file.
pub(super) fn reconcile(xmp: &Xmp, iim: &Iim, exif: &Exif) -> Facts {
    let mut facts = Facts::default();
    for field in FIELDS {
        let iim_value = from_iim(field, iim);
        let whole_length = iim_value.as_ref().is_none_or(|value| !value.at_limit);
        let readings = [
            (Carrier::Xmp, from_xmp(field, xmp)),
            (Carrier::Iim, iim_value.map(|value| value.value)),
            (Carrier::Exif, from_exif(field, exif)),
        ];
        let readings = readings
            .into_iter()
            .filter_map(|(carrier, value)| Some(Reading { carrier, value: value? }))
            .collect();
        if let Some(fact) = choose(readings, iim.newer_than_xmp, whole_length) {
            facts.0.insert(field, fact);
        }
    }
    facts
}

fn choose(mut readings: Vec<Reading>, iim_is_newer: bool, iim_is_whole: bool) -> Option<Fact> {
    let at = |carrier| readings.iter().position(|reading: &Reading| reading.carrier == carrier);
    let iim = at(Carrier::Iim);
    let mut chosen = if iim_is_newer { iim.unwrap_or(0) } else { 0 };
    if iim == Some(chosen) && !iim_is_whole {
        let cut = &readings[chosen].value;
        let whole = readings.iter().position(|other| goes_on(&other.value, cut));
        chosen = whole.unwrap_or(chosen);
    }
    if chosen >= readings.len() {
        return None;
    }
    let Reading { carrier, value } = readings.remove(chosen);
    Some(Fact { value, carrier, raw: None, others: readings })
}

/// Whether `whole` begins with `cut` and goes on.
fn goes_on(whole: &str, cut: &str) -> bool {
    whole.len() > cut.len() && whole.starts_with(cut)
}

fn from_xmp(field: Field, xmp: &Xmp) -> Option<String> {
    join(field, xmp.values.get(&field)?.iter().map(String::as_str))
}

fn from_exif(field: Field, exif: &Exif) -> Option<String> {
    clean(field, exif.values.get(&field)?)
}

struct IimValue {
    value: String,
    /// It is as long as IIM allows, so it may have been cut.
    at_limit: bool,
}

fn from_iim(field: Field, iim: &Iim) -> Option<IimValue> {
    if field == Field::DateCreated {
        let time = iim.first(TIME_DATASET).unwrap_or_default();
        let value = iim_date(iim.first(DATE_DATASET)?, time)?;
        // IIM often holds the day alone where XMP has the time too.
        return Some(IimValue { value, at_limit: true });
    }
    let (_, dataset, limit) = DATASETS.iter().find(|(of, ..)| *of == field)?;
    let texts: Vec<&Text> = iim.all(*dataset).collect();
    // A cut before a character of several bytes leaves up to three bytes unused.
    let at_limit = texts.iter().any(|text| text.bytes + 3 >= *limit);
    let value = match field {
        Field::Photographer => join(field, texts.iter().map(|text| text.value.as_str()))?,
        _ => texts.iter().find_map(|text| clean(field, &text.value))?,
    };
    Some(IimValue { value, at_limit })
}

/// Several photographers are joined; of everything else the first stands.
fn join<'a>(field: Field, values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut values = values.filter_map(|value| clean(field, value));
    if field == Field::Photographer {
        return clean(field, &values.collect::<Vec<String>>().join("; "));
    }
    values.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Iim {
        is_newer: bool,
        is_whole: bool,
    }
    const PLAIN: Iim = Iim { is_newer: false, is_whole: true };
    const NEWER: Iim = Iim { is_newer: true, is_whole: true };
    const NEWER_AND_CUT: Iim = Iim { is_newer: true, is_whole: false };

    fn check(readings: &[(Carrier, &str)], iim: &Iim, expected: &str) {
        let readings = readings
            .iter()
            .map(|(carrier, value)| Reading { carrier: *carrier, value: (*value).to_owned() })
            .collect();
        let chosen = choose(readings, iim.is_newer, iim.is_whole);
        assert_eq!(chosen.map(|fact| fact.value).unwrap_or_default(), expected);
    }

    #[test]
    fn xmp_then_iim_then_exif() {
        check(&[(Carrier::Xmp, "x"), (Carrier::Iim, "i"), (Carrier::Exif, "e")], &PLAIN, "x");
        check(&[(Carrier::Iim, "i"), (Carrier::Exif, "e")], &PLAIN, "i");
        check(&[(Carrier::Exif, "e")], &PLAIN, "e");
        check(&[], &PLAIN, "");
    }

    #[test]
    fn a_newer_iim_stands_unless_it_was_cut() {
        check(&[(Carrier::Xmp, "Paris"), (Carrier::Iim, "Lyon")], &NEWER, "Lyon");
        check(&[(Carrier::Xmp, "Paris"), (Carrier::Exif, "e")], &NEWER, "Paris");
        check(&[(Carrier::Xmp, "Maria Vega"), (Carrier::Iim, "Maria Ve")], &NEWER, "Maria Ve");
        check(
            &[(Carrier::Xmp, "Maria Vega"), (Carrier::Iim, "Maria Ve")],
            &NEWER_AND_CUT,
            "Maria Vega",
        );
        check(&[(Carrier::Xmp, "Ada"), (Carrier::Iim, "Maria Ve")], &NEWER_AND_CUT, "Maria Ve");
    }

    #[test]
    fn every_field_is_read() {
        let listed = FIELDS.iter().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(listed.len(), Field::DigitalSourceType as usize + 1);
    }
}
