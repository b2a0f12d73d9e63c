//! Capitals, as the language of a name or a place sets them.

use crate::photo::facts::{Facts, Field};

/// Whose letters a name is written in: Turkish keeps a dotted and a dotless i apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Latin,
    Turkish,
}

impl Letters {
    /// Turkish where the text has letters of that language alone.
    pub fn of(text: &str) -> Letters {
        if text.contains(['İ', 'ı', 'Ş', 'ş', 'Ğ', 'ğ']) {
            Letters::Turkish
        } else {
            Letters::Latin
        }
    }

    /// As the other words of the photo suggest: its country, its agency, its caption. A name with q, w
    /// or x in it is not Turkish.
    pub fn of_name(name: &str, facts: &Facts) -> Letters {
        if Letters::of(name) == Letters::Turkish {
            return Letters::Turkish;
        }
        let foreign = name.contains(|c: char| matches!(c.to_ascii_lowercase(), 'q' | 'w' | 'x'));
        if !foreign && is_from_turkey(facts) { Letters::Turkish } else { Letters::Latin }
    }

    pub fn lower(self, text: &str) -> String {
        let text = match self {
            Letters::Latin => text.to_owned(),
            Letters::Turkish => text.replace('I', "ı").replace('İ', "i"),
        };
        // What is left of a dotted İ in other languages is a dot that nobody wrote.
        text.to_lowercase().replace("i\u{307}", "i")
    }

    pub fn upper(self, letter: char) -> String {
        match (self, letter) {
            (Letters::Turkish, 'i') => "İ".to_owned(),
            (_, letter) => letter.to_uppercase().collect(),
        }
    }

    /// A word with its first letter large; "mcdonald" and "o’neill" have two large letters.
    pub fn capitalised(self, word: &str) -> String {
        let word = self.lower(word);
        match word.strip_prefix("mc").filter(|rest| rest.chars().count() > 2) {
            Some(rest) => format!("Mc{}", self.first_large(rest)),
            None => self.first_large(&word),
        }
    }

    fn first_large(self, word: &str) -> String {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| self.upper(first) + letters.as_str())
    }
}

fn is_from_turkey(facts: &Facts) -> bool {
    let country = facts.get(Field::Country).unwrap_or_default().to_lowercase();
    let code = facts.get(Field::CountryCode).unwrap_or_default();
    let agency = facts.get(Field::CreditLine).unwrap_or_default().to_lowercase();
    matches!(country.as_str(), "turkey" | "türkiye" | "turkiye" | "tr" | "tur")
        || matches!(code, "TR" | "TUR")
        || ["anadolu", "dha", "iha", "i\u{307}ha"]
            .iter()
            .any(|name| agency.split('/').any(|party| party.starts_with(name)))
        || facts.get(Field::Caption).is_some_and(|text| Letters::of(text) == Letters::Turkish)
}

/// Whether every letter that has a case is large, or every one small. "Mc" before large letters does
/// not count.
pub(super) fn is_of_one_case(text: &str) -> bool {
    let text = text.replace("Mc", "MC").replace("Mac", "MAC");
    let has_case = text.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    has_case && (!text.contains(char::is_lowercase) || !text.contains(char::is_uppercase))
}

/// A short word without a vowel is letters that stand for words: "HQ", "SSG", "DC".
pub(super) fn is_abbreviation(word: &str) -> bool {
    let vowel = |c: char| {
        let plain = deunicode::deunicode_char(c).unwrap_or("a").to_lowercase();
        plain.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    };
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=4).contains(&letters) && word.contains(char::is_uppercase) && !word.contains(vowel)
}
