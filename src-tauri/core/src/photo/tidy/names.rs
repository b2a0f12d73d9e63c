//! Offers for the photographer's name: never a repair, since only people know how they write
//! themselves.

use super::agencies::is_agency;
use super::casing::{Letters, is_abbreviation, is_of_one_case};
use super::constant;
use super::credit::Reorganised;
use super::{Offer, typing};
use crate::photo::facts::{Carrier, Facts, Field};
use deunicode::deunicode;
use regex::Regex;
use std::sync::LazyLock;

/// What to offer: one change of photographer and credit together, or another spelling of the name.
pub(super) fn offers(facts: &Facts, reorganised: Option<Reorganised>) -> Vec<Offer> {
    let file = facts.0.get(&Field::Photographer).filter(|fact| fact.carrier != Carrier::Typed);
    let Some(byline) = file.map(|fact| fact.value.as_str()).filter(|value| !value.is_empty())
    else {
        return Vec::new();
    };
    if let Some(mut reorganised) = reorganised {
        reorganised.photographer = restyled(&reorganised.photographer, facts);
        return vec![both(facts, &reorganised)];
    }
    let spellings = [restyled(byline, facts), without_turkish(byline, facts)];
    let mut offered: Vec<String> = Vec::new();
    for spelling in spellings {
        if spelling != byline && !offered.contains(&spelling) {
            offered.push(spelling);
        }
    }
    offered.into_iter().map(|name| one(&name)).collect()
}

fn one(name: &str) -> Offer {
    Offer {
        sentence: format!("Write the photographer as “{name}”?"),
        changes: vec![typing(Field::Photographer, name)],
    }
}

fn both(facts: &Facts, to: &Reorganised) -> Offer {
    let photographer = facts.get(Field::Photographer).unwrap_or_default();
    let credit = facts.get(Field::CreditLine).unwrap_or_default();
    Offer {
        sentence: format!(
            "Name “{}” as the photographer and “{}” as the credit?",
            to.photographer, to.credit
        ),
        changes: to.changes(photographer, credit),
    }
}

/// The names of a byline as they are probably written.
pub(super) fn restyled(byline: &str, facts: &Facts) -> String {
    let names = byline.split("; ").map(|name| {
        let styled = styled(name, Letters::of_name(name, facts));
        accented(&styled, facts).unwrap_or(styled)
    });
    names.collect::<Vec<String>>().join("; ")
}

/// The second reading of a name whose own letters do not say that they are Turkish.
fn without_turkish(byline: &str, facts: &Facts) -> String {
    let doubtful = |name: &&str| {
        Letters::of(name) == Letters::Latin
            && Letters::of_name(name, facts) == Letters::Turkish
            && name.contains(['I', 'i'])
    };
    if !byline.split("; ").any(|name| doubtful(&name)) {
        return byline.to_owned();
    }
    byline.split("; ").map(|name| styled(name, Letters::of(name))).collect::<Vec<_>>().join("; ")
}

/// One name through all steps.
pub(super) fn styled(name: &str, letters: Letters) -> String {
    if is_organisation(name) {
        return name.to_owned();
    }
    joined_initials(&capitalised(&with_own_apostrophe(&without_glued_initial(name)), letters))
}

/// An agency, a house or a web address has its own way with capitals.
fn is_organisation(name: &str) -> bool {
    static HOUSE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:press|agency|agence|ajans[ıi]|photos?|photography|images?|pictures|media|news|ltd|inc|gmbh|studios?|museum|archives?|university|ministry|office|army|navy|police|government|authority|council|department)\b|[@:#]",
        )
    });
    is_agency(name) || HOUSE.is_match(name)
}

/// "S.kodikara" lost its space. "J.K. Rowling" and "David M. Benett" are as they should be.
fn without_glued_initial(name: &str) -> String {
    static GLUED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"\b(?P<initial>\p{Lu})\.(?P<name>\p{L}{2,})"));
    GLUED.replace_all(name, "$initial $name").into_owned()
}

/// "O'Neill" with the apostrophe that is set in print.
fn with_own_apostrophe(name: &str) -> String {
    static STRAIGHT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?P<before>\p{L})['`´](?P<after>\p{L})"));
    STRAIGHT.replace_all(name, "$before’$after").into_owned()
}

/// Words that stay small inside a name.
const SMALL: &[&str] = &[
    "van", "der", "den", "de", "dem", "ter", "ten", "von", "zu", "zur", "du", "la", "le", "del",
    "della", "di", "da", "dos", "das", "do", "et", "y", "e", "bin", "ibn", "al",
];

/// A name of two words or more that is all large or all small, with its capitals where its language
/// has them.
pub(super) fn capitalised(name: &str, letters: Letters) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let is_name = words.len() > 1
        && is_of_one_case(name)
        && !name.contains(|c: char| c.is_ascii_digit() || c == '/');
    if !is_name {
        return name.to_owned();
    }
    let last = words.len() - 1;
    let words = words.iter().enumerate().map(|(at, word)| {
        let small = letters.lower(word);
        match at {
            _ if is_rank(word) => (*word).to_owned(),
            at if at > 0 && at < last && SMALL.contains(&small.as_str()) => small,
            _ => in_parts(word, letters),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// "SSG" is a rank; "NG" is a name.
fn is_rank(word: &str) -> bool {
    word.chars().count() > 2 && is_abbreviation(word)
}

/// "ANNE-MARIE", "O’NEILL": each part begins large.
fn in_parts(word: &str, letters: Letters) -> String {
    let mut text = String::new();
    let mut rest = word;
    while let Some(at) = rest.find(['-', '’', '\'', '.']) {
        let mark = rest[at..].chars().next().map_or(1, char::len_utf8);
        text += &letters.capitalised(&rest[..at]);
        text += &rest[at..at + mark];
        rest = &rest[at + mark..];
    }
    text + &letters.capitalised(rest)
}

/// "C P Scott" is CP Scott; an initial before "D’Angelo" stays apart.
pub(super) fn joined_initials(name: &str) -> String {
    let is_initial = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let mut joined = String::new();
    let mut before_is_initial = false;
    for word in name.split(' ') {
        let initial = is_initial(word);
        let glued = initial && before_is_initial;
        if !glued && !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
        before_is_initial = initial;
    }
    joined
}

/// The same name with its accents, where another line of the same file writes it so.
fn accented(name: &str, facts: &Facts) -> Option<String> {
    let words = name.split(' ').count();
    if words < 2 || !name.is_ascii() {
        return None;
    }
    let wanted = deunicode(name).to_lowercase();
    let lines = [Field::Copyright, Field::CopyrightOwner, Field::CreditLine, Field::Caption];
    let mut texts: Vec<&str> = lines.iter().filter_map(|field| facts.get(*field)).collect();
    texts
        .extend(facts.0.get(&Field::Photographer)?.others.iter().map(|other| other.value.as_str()));
    texts.into_iter().find_map(|text| {
        let all: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || "/,;:()".contains(c)).collect();
        let mut runs = all.windows(words).map(|run| run.join(" "));
        runs.find(|run| {
            !run.is_ascii() && !is_of_one_case(run) && deunicode(run).to_lowercase() == wanted
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, letters: Letters, expected: &str) {
        assert_eq!(styled(name, letters), expected, "{name}");
        assert_eq!(styled(expected, letters), expected, "again: {expected}");
    }

    #[test]
    fn names_have_their_capitals() {
        check("james gorrie", Letters::Latin, "James Gorrie");
        check("SÉBASTIEN CEVEY", Letters::Latin, "Sébastien Cevey");
        check("FIONA McDONALD", Letters::Latin, "Fiona McDonald");
        check("FIONA MCDONALD", Letters::Latin, "Fiona McDonald");
        check("SINEAD O'NEILL", Letters::Latin, "Sinead O’Neill");
        check("CATRINUS VAN DER VEEN", Letters::Latin, "Catrinus van der Veen");
        check("MARIA DE LA CRUZ", Letters::Latin, "Maria de la Cruz");
        check("ANNE-MARIE LOTH", Letters::Latin, "Anne-Marie Loth");
        check("SSG KYLE DAVIS", Letters::Latin, "SSG Kyle Davis");
        check("HAN MYUNG-GU NG", Letters::Latin, "Han Myung-Gu Ng");
    }

    #[test]
    fn a_name_follows_its_language() {
        check("DENİZ AYDIN", Letters::Turkish, "Deniz Aydın");
        check("IRMAK ŞAHİN", Letters::Turkish, "Irmak Şahin");
        check("ilker ılgaz", Letters::Turkish, "İlker Ilgaz");
        check("ILYAS AKENGIN", Letters::Latin, "Ilyas Akengin");
        check("ΝΙΚΟΣ ΠΑΠΑΣ", Letters::Latin, "Νικος Παπας");
    }

    #[test]
    fn initials_stand_together() {
        check("C P Scott", Letters::Latin, "CP Scott");
        check("First A B", Letters::Latin, "First AB");
        check("Ishara S.kodikara", Letters::Latin, "Ishara S kodikara");
        check("J.K. Rowling", Letters::Latin, "J.K. Rowling");
        check("DAVID M. BENETT", Letters::Latin, "David M. Benett");
    }

    #[test]
    fn what_is_no_person_stays() {
        for name in
            ["PA", "KGC-03", "EUROPEAN PRESS AGENCY", "US ARMY", "James Gorrie", "山田 太郎"]
        {
            check(name, Letters::Latin, name);
        }
    }
}
