//! Photographer and credit line: prefixes, spaces, words that name nobody, parties named twice.

use super::agencies::spelled;
use super::mending::Mending;
use super::{FieldChange, constant, refused, typing};
use crate::photo::credit::{same, without_prefix};
use crate::photo::facts::Field;
use regex::Regex;
use std::sync::LazyLock;

/// What a change of photographer and credit would make of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reorganised {
    pub photographer: String,
    pub credit: String,
}

impl Reorganised {
    /// What it would type over the values that stand.
    pub fn changes(&self, photographer: &str, credit: &str) -> Vec<FieldChange> {
        let both = [
            (Field::Photographer, photographer, &self.photographer),
            (Field::CreditLine, credit, &self.credit),
        ];
        let changed = both.into_iter().filter(|(_, from, to)| from != to);
        changed.map(|(field, _, to)| typing(field, to)).collect()
    }
}

/// Makes the safe repairs. What would take a part of the photographer's name away is handed back, to
/// be offered.
pub(super) fn mend(mending: &mut Mending) -> Option<Reorganised> {
    for field in [Field::Photographer, Field::CreditLine] {
        mending.change(field, "words before the name", without_prefix);
        mending.change(field, "spaces", spaced);
    }
    mending.change(Field::CreditLine, "how the parties are joined", |text| {
        parties(text).map_or(text.to_owned(), |parts| parts.join(joiner(text)))
    });
    mending.change(Field::CreditLine, "words that name nobody", named_in_credit);
    mending.change(Field::Photographer, "words that name nobody", named_in_byline);
    let reorganised = reorganise(mending);
    mending.change(Field::CreditLine, "the agency’s spelling", spelled);
    reorganised
}

/// Words where a name should be: how a picture came, a post or a number. The usage of the photo keeps
/// what they say.
pub(in crate::photo) fn names_nobody(text: &str) -> bool {
    static NOBODY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^\W*(?: hand-?out(?:\sphoto)? | ho\s/?\s?hand-?out | pool(?:\snew)? | staff
            | -?\s?str(?:\snew)? | stringer | supplied | uncredited | xxstringerxx.* | un?known
            | (?:(?:afp|ap|epa|reuters|getty)\s)?(?:contributor|photographer|stringer|staff)(?:\s?\#.*)?
            | )\W*$",
        )
    });
    // "Ho" is a name, "HO" is none.
    NOBODY.is_match(text) || text.trim() == "HO" || refused::is_no_credit(text)
}

/// Single spaces, and none round a slash, unless all slashes stand apart.
fn spaced(text: &str) -> String {
    static SLASH: LazyLock<Regex> = LazyLock::new(|| constant(r"\s*/\s*"));
    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    match is_web_address(&text) {
        true => text,
        false => SLASH.replace_all(&text, joiner(&text)).into_owned(),
    }
}

/// What stands between the parties of a credit: a supplier who sets its slashes apart, all of them,
/// keeps its way.
pub(super) fn joiner(credit: &str) -> &'static str {
    let slashes = credit.matches('/').count();
    if slashes > 0 && credit.matches(" / ").count() == slashes { " / " } else { "/" }
}

/// The slashes of a web address part nothing.
fn is_web_address(text: &str) -> bool {
    text.contains("://")
}

/// The parties of a credit; `None` for a web address.
pub(super) fn parties(credit: &str) -> Option<Vec<&str>> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\W+via\W+|/"));
    parts(credit, &BETWEEN)
}

/// The parts of a byline, which agencies also set off with a dash or a hash.
fn byline_parts(byline: &str) -> Option<Vec<&str>> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\W+via\W+|/|\s+-\s+|#"));
    parts(byline, &BETWEEN)
}

fn parts<'a>(text: &'a str, between: &Regex) -> Option<Vec<&'a str>> {
    let parts = between.split(text).map(str::trim).filter(|part| !part.is_empty());
    (!is_web_address(text)).then(|| parts.collect())
}

/// The credit without what names nobody. The last word stays where there is nothing else: a credit
/// that says only "Handout" is for a person to declare.
fn named_in_credit(text: &str) -> String {
    let Some(parts) = parties(text) else { return text.to_owned() };
    let named: Vec<&str> = parts.iter().copied().filter(|part| !names_nobody(part)).collect();
    match (named.is_empty(), parts.last()) {
        (true, Some(last)) => (*last).to_owned(),
        (true, None) => text.to_owned(),
        (false, _) if named.len() == parts.len() => text.to_owned(),
        (false, _) => named.join(joiner(text)),
    }
}

fn named_in_byline(text: &str) -> String {
    let names = text.split(';').map(str::trim).filter(|name| !names_nobody(name));
    let named = names.map(|name| {
        let parts = parties(name).filter(|parts| parts.iter().any(|p| names_nobody(p)));
        let Some(parts) = parts else { return name.to_owned() };
        parts
            .into_iter()
            .filter(|part| !names_nobody(part))
            .collect::<Vec<&str>>()
            .join(joiner(name))
    });
    named.filter(|name| !name.is_empty()).collect::<Vec<String>>().join("; ")
}

/// Names each party once: the photographer first, the others in the credit. Where that takes from the
/// byline anything that the credit does not say already, and that is not set off by "via", it is
/// handed back.
fn reorganise(mending: &mut Mending) -> Option<Reorganised> {
    if mending.is_typed(Field::Photographer) || mending.is_typed(Field::CreditLine) {
        return None;
    }
    let byline = mending.said_by_file(Field::Photographer)?.to_owned();
    let credit = mending.said_by_file(Field::CreditLine).unwrap_or_default().to_owned();
    let reorganised = reorganised(&byline, &credit)?;
    if !is_safe(&byline, &credit, &reorganised) {
        return Some(reorganised);
    }
    let carrier = mending.carrier(Field::Photographer);
    let Reorganised { photographer, credit } = reorganised;
    mending.mend(Field::Photographer, photographer, "the agency behind the name", carrier);
    mending.mend(Field::CreditLine, credit, "each party named once", carrier);
    None
}

fn reorganised(byline: &str, credit: &str) -> Option<Reorganised> {
    if byline.contains(';') {
        return None;
    }
    if let Some(house) = made_for(byline, credit) {
        return Some(house);
    }
    let of_byline = byline_parts(byline)?;
    let of_credit = parties(credit)?;
    let (photographer, others) = of_byline.split_first()?;
    if others.is_empty() && of_credit.len() <= 1 {
        return None;
    }
    let is_in = |parts: &[&str], part: &str| parts.iter().any(|known| same(known, part));
    let moved = others.iter().copied().filter(|part| !is_in(&of_credit, part));
    let kept = of_credit.iter().copied().filter(|part| !same(part, photographer));
    let mut parties: Vec<&str> = Vec::new();
    for party in moved.chain(kept) {
        if !is_in(&parties, party) {
            parties.push(party);
        }
    }
    let credit_line = parties.join(joiner(credit));
    let reorganised = Reorganised { photographer: (*photographer).to_owned(), credit: credit_line };
    (reorganised.photographer != byline || reorganised.credit != credit).then_some(reorganised)
}

/// "Elif Kaya for the Port", where no credit says otherwise.
fn made_for(byline: &str, credit: &str) -> Option<Reorganised> {
    let (name, house) = byline.split_once(" for ")?;
    let house = house.trim_end_matches('.').trim();
    let is_name = |text: &str| text.starts_with(char::is_uppercase);
    let named = house.strip_prefix("the ").unwrap_or(house);
    if !is_name(name) || !is_name(named) || !(credit.is_empty() || same(credit, house)) {
        return None;
    }
    let house = match house.strip_prefix("the ") {
        Some(named) => format!("The {named}"),
        None => house.to_owned(),
    };
    Some(Reorganised { photographer: name.trim().to_owned(), credit: house })
}

fn is_safe(byline: &str, credit: &str, to: &Reorganised) -> bool {
    if byline == to.photographer {
        return true;
    }
    let said = parties(credit).unwrap_or_default();
    let others = byline_parts(byline).unwrap_or_default();
    let all_said = others.iter().skip(1).all(|part| said.iter().any(|known| same(known, part)));
    all_said && made_for(byline, credit).is_none() || is_set_off_by_via(byline)
}

fn is_set_off_by_via(byline: &str) -> bool {
    static VIA: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^[^/#]+?\W+via\W+[^#]+$"));
    VIA.is_match(byline) && !byline.contains(" - ")
}
