//! The same word twice in a row. Correct copy does that too: with a comma between (very, very), in
//! names (Duran Duran, Walla Walla), where grammar wants it (had had, that that).

use super::found::Found;
use super::page::{MOST, Page, Passage, in_sentence};
use super::{Edit, Fix, Level};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let language = page.document.language.split('-').next().unwrap_or_default();
    if DOUBLING.contains(&language) {
        return Vec::new();
    }
    page.passages
        .iter()
        .flat_map(|passage| {
            let doubles = doubles(&passage.text, language).into_iter().take(MOST);
            doubles.map(move |double| found(passage, &double))
        })
        .collect()
}

/// Languages whose grammar doubles words (yavaş yavaş, حجرا حجرا), so that a doubled word says nothing.
const DOUBLING: [&str; 18] = [
    "ar", "fa", "tr", "az", "kk", "uz", "id", "ms", "tl", "vi", "th", "hi", "ur", "bn", "ta", "zh",
    "ja", "ko",
];

/// Two words that are one too many.
struct Double {
    first: Range<usize>,
    second: Range<usize>,
}

fn doubles(text: &str, language: &str) -> Vec<Double> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[\p{L}\p{M}]+(?:['’\u{2010}\u{2011}-][\p{L}\p{M}]+)*")
            .expect("a constant that the tests run")
    });
    let mut found = Vec::new();
    let mut before: Option<Range<usize>> = None;
    for word in WORD.find_iter(text) {
        if let Some(first) = before.replace(word.range()) {
            let apart = &text[first.end..word.start()];
            let doubled = !apart.is_empty()
                && apart.chars().all(char::is_whitespace)
                && is_mistake(&text[first.clone()], word.as_str(), language);
            if doubled {
                found.push(Double { first, second: word.range() });
            }
        }
    }
    found
}

fn is_mistake(first: &str, second: &str, language: &str) -> bool {
    let word = first.to_lowercase();
    if word != second.to_lowercase() || allowed(language).contains(&word.as_str()) {
        return false;
    }
    let name = first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
    !name || SMALL.contains(&word.as_str())
}

/// Words that correct copy doubles.
fn allowed(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["had", "that", "bye", "no", "ha", "knock", "tut", "cha", "chop", "hear", "there"],
        "fr" => &["nous", "vous"],
        "de" => &["die", "der", "das", "sie"],
        "nl" => &["die", "dat"],
        "es" | "pt" | "it" => &["ya", "no", "poco", "piano"],
        _ => &[],
    }
}

/// Words that are no names, so that "The The" in a headline is found.
const SMALL: [&str; 28] = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "had", "has", "he", "in", "is",
    "it", "of", "on", "or", "she", "that", "the", "they", "this", "to", "was", "we", "with",
];

fn found(passage: &Passage, double: &Double) -> Found {
    let word = &passage.text[double.second.clone()];
    let both = double.first.start..double.second.end;
    let message = format!("“{word}” stands twice in {}.", in_sentence(&passage.label));
    let edit = Edit {
        from: passage.position(double.first.end),
        to: passage.position(double.second.end),
        text: String::new(),
    };
    let fix = Fix {
        label: format!("Remove one “{word}”"),
        edits: vec![edit],
        asks_first: passage.is_quoted(&both),
    };
    Found::new(Level::Warn, passage.place(&both), word, message).param("word", word).fix(fix)
}

#[cfg(test)]
mod tests {
    use super::doubles;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            doubles(text, "en").iter().map(|d| &text[d.first.start..d.second.end]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn doubled_words_are_found() {
        check("the old the the bridge", &["the the"]);
        check("The the bridge", &["The the"]);
        check("Battle Of Of Halden", &["Of Of"]);
        check("it is\u{A0}is here", &["is\u{A0}is"]);
        check("the the the", &["the the", "the the"]);
        check("don’t don’t go", &["don’t don’t"]);
    }

    #[test]
    fn correct_doubles_are_silent() {
        check("Duran Duran played in Walla Walla for Boutros Boutros-Ghali", &[]);
        check("very, very long; what he had had, and that that was so", &[]);
        check("He said so. So it was.", &[]);
        check("up-to-date to", &[]);
        check("20 20 vision, 6 6", &[]);
    }
}
