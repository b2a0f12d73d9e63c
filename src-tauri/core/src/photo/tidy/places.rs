//! Countries by name, and places with their own capitals.

use super::casing::{Letters, is_abbreviation, is_of_one_case};
use super::countries::country;
use super::mending::Mending;
use crate::photo::facts::Field;

pub(super) fn mend(mending: &mut Mending) {
    for field in [Field::Sublocation, Field::City, Field::State, Field::Country] {
        mending.change(field, "it names no place", |text| {
            let named = text.contains(char::is_alphanumeric);
            if named { text.to_owned() } else { String::new() }
        });
    }
    mending.change(Field::Country, "the country’s name", |text| {
        country(text).map_or(text.to_owned(), str::to_owned)
    });
    for field in [Field::Sublocation, Field::City, Field::State, Field::Country] {
        mending.change(field, "capitals", capitalised);
    }
}

/// Words that stay small inside a place.
const SMALL: &[&str] = &[
    "am", "an", "and", "auf", "aux", "bei", "da", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "en", "et", "im", "in", "la", "las", "le", "les", "lès", "los", "of", "on",
    "ob", "sous", "sur", "the", "und", "under", "upon", "van", "von",
];

/// Letters that are said one by one, or a name of letters.
const LETTERS: &[&str] = &[
    "usa", "us", "uk", "uae", "eu", "un", "nyc", "nato", "unesco", "unicef", "opec", "nasa", "cia",
    "fbi", "ioc", "fifa", "uefa",
];

/// A place that is all large or all small, with a capital for each of its words.
fn capitalised(place: &str) -> String {
    if !is_of_one_case(place) || place.chars().count() <= 3 || place.contains('.') {
        return place.to_owned();
    }
    let letters = Letters::of(place);
    let mut text = String::new();
    for word in place.split_inclusive([' ', '-', '/', '(', '’', '\'']) {
        let end = word.trim_end_matches([' ', '-', '/', '(', '’', '\'']).len();
        let (bare, mark) = word.split_at(end);
        let first = text.is_empty();
        text += &one(bare, letters, first);
        text += mark;
    }
    text
}

fn one(word: &str, letters: Letters, first: bool) -> String {
    let small = letters.lower(word);
    if !first && SMALL.contains(&small.as_str()) {
        return small;
    }
    let said = LETTERS.contains(&small.as_str()) || is_abbreviation(word) && small != "st";
    if said { word.to_owned() } else { letters.capitalised(word) }
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    fn check(place: &str, expected: &str) {
        assert_eq!(capitalised(place), expected, "{place}");
        assert_eq!(capitalised(expected), expected, "again: {expected}");
    }

    #[test]
    fn places_have_their_capitals() {
        check("KITZBUEHEL", "Kitzbuehel");
        check("new york", "New York");
        check("AIX-EN-PROVENCE", "Aix-en-Provence");
        check("FRANKFURT AM MAIN", "Frankfurt am Main");
        check("LA PAZ", "La Paz");
        check("ST PETERSBURG", "St Petersburg");
        check("İSTANBUL", "İstanbul");
        check("DİYARBAKIR", "Diyarbakır");
        check("UNITED STATES", "United States");
    }

    #[test]
    fn letters_and_short_names_stay() {
        for place in ["USA", "NYC", "Paris", "U.S.", "WASHINGTON D.C.", "東京", "NATO HQ"] {
            check(place, place);
        }
        check("WASHINGTON DC", "Washington DC");
    }
}
