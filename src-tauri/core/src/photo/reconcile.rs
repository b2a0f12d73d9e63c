//! Chooses between what XMP, IIM and Exif say of the same field, and keeps what each said.
//!
//! The order is XMP, IIM, Exif, with three exceptions:
//! - a digest in the file that is not the IIM's own says that the IIM was changed last, so it stands;
//! - a value of the IIM that was cut at its limit gives way to the whole of it elsewhere;
//! - what a camera or a program puts into a caption or a credit by itself stands for nothing, and is
//!   kept among the others so that the window can show it.

use super::boilerplate::is_boilerplate;
use super::clean::clean;
use super::date::iim_date;
use super::exif::Exif;
use super::facts::{Carrier, Fact, Facts, Field, Reading};
use super::iim::{Iim, Text};
use super::table::{Dataset, FIELDS, Holds, Row};
use super::xmp::Xmp;

/// The most values of one field that are kept: a few hundred keywords occur.
const MAX_ITEMS: usize = 1_000;

/// All facts of a file.
pub(super) fn reconcile(xmp: &Xmp, iim: &Iim, exif: &Exif) -> Facts {
    let mut facts = Facts::default();
    for row in FIELDS {
        let iim_value = row.iim.and_then(|dataset| from_iim(row, dataset, iim));
        let whole_length = iim_value.as_ref().is_none_or(|value| !value.at_limit);
        let readings = [
            (Carrier::Xmp, from_xmp(row, xmp)),
            (Carrier::Iim, iim_value.map(|value| value.value)),
            (Carrier::Exif, from_exif(row.field, exif)),
        ];
        let readings = readings
            .into_iter()
            .filter_map(|(carrier, value)| Some(Reading { carrier, value: value? }))
            .collect();
        if let Some(fact) = fact(row.field, readings, iim.newer_than_xmp, whole_length) {
            facts.0.insert(row.field, fact);
        }
    }
    facts
}

/// What stands of the readings; nothing of them where all are boilerplate.
fn fact(
    field: Field,
    readings: Vec<Reading>,
    iim_is_newer: bool,
    iim_is_whole: bool,
) -> Option<Fact> {
    let carrier = readings.first()?.carrier;
    let (empty, said): (Vec<_>, Vec<_>) =
        readings.into_iter().partition(|reading| is_boilerplate(field, &reading.value));
    let nothing = Fact { value: String::new(), carrier, raw: None, others: Vec::new() };
    let mut fact = choose(said, iim_is_newer, iim_is_whole).unwrap_or(nothing);
    fact.others.extend(empty);
    fact.others.sort_by_key(|reading| reading.carrier);
    Some(fact)
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

fn from_xmp(row: &Row, xmp: &Xmp) -> Option<String> {
    join(row, xmp.values.get(&row.field)?.iter().map(String::as_str))
}

fn from_exif(field: Field, exif: &Exif) -> Option<String> {
    clean(field, exif.values.get(&field)?)
}

struct IimValue {
    value: String,
    /// It is as long as IIM allows, so it may have been cut.
    at_limit: bool,
}

fn from_iim(row: &Row, dataset: Dataset, iim: &Iim) -> Option<IimValue> {
    let (number, limit) = match dataset {
        Dataset::Text(number, limit) => (number, limit),
        Dataset::Date(day, time) => {
            let value = iim_date(iim.first(day)?, iim.first(time).unwrap_or_default())?;
            // IIM often holds the day alone where XMP has the time too.
            return Some(IimValue { value, at_limit: true });
        }
    };
    let texts: Vec<&Text> = iim.all(number).collect();
    // A cut before a character of several bytes leaves up to three bytes unused.
    let at_limit = texts.iter().any(|text| text.bytes + 3 >= limit);
    let values = texts.iter().map(|text| text.value.as_str());
    // Of a dataset that may stand once, the last is the newest.
    let value = match row.holds {
        Holds::One => join(row, values.rev())?,
        Holds::Many => join(row, values)?,
    };
    Some(IimValue { value, at_limit })
}

/// One value, of all or the first.
fn join<'a>(row: &Row, values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut values = values.filter_map(|value| clean(row.field, value));
    if row.holds == Holds::One {
        return values.next();
    }
    let all: Vec<String> = values.take(MAX_ITEMS).collect();
    (!all.is_empty()).then(|| all.join("; "))
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

    fn check_boilerplate(readings: &[(Carrier, &str)], expected: &str, others: usize) {
        let readings = readings
            .iter()
            .map(|(carrier, value)| Reading { carrier: *carrier, value: (*value).to_owned() })
            .collect();
        let fact = fact(Field::Caption, readings, false, true).unwrap();
        assert_eq!((fact.value.as_str(), fact.others.len()), (expected, others));
    }

    #[test]
    fn boilerplate_stands_for_nothing_and_is_kept() {
        check_boilerplate(&[(Carrier::Exif, "SONY DSC")], "", 1);
        check_boilerplate(
            &[(Carrier::Xmp, "SONY DSC"), (Carrier::Exif, "The quay")],
            "The quay",
            1,
        );
        check_boilerplate(
            &[(Carrier::Xmp, "The quay"), (Carrier::Exif, "SONY DSC")],
            "The quay",
            1,
        );
    }
}
