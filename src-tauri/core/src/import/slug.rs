//! A working name for the story, as a desk writes it: BRIDGE-REOPENS.

use super::words::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Up to three telling words of `headline`, in capitals with hyphens. "UNTITLED" when it has none.
pub(super) fn slug(headline: &str, language: &str) -> String {
    let words: Vec<String> = headline
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | ',')))
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect();
    let telling: Vec<&String> = words.iter().filter(|word| !is_small(word)).take(3).collect();
    let chosen = if telling.is_empty() { words.iter().take(3).collect() } else { telling };
    let chosen: Vec<String> = chosen.into_iter().map(|word| capitals(word, language)).collect();
    if chosen.is_empty() { "UNTITLED".into() } else { chosen.join("-") }
}

/// A word without possessive, points and commas: "Hillary’s" gives "Hillary", "U.S." gives "US".
fn bare(word: &str) -> String {
    static POSSESSIVE: LazyLock<Regex> = LazyLock::new(|| pattern(r"['’](?:s|S)?$"));
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'');
    POSSESSIVE.replace(word, "").chars().filter(|c| c.is_alphanumeric()).take(24).collect()
}

fn is_small(word: &str) -> bool {
    const SMALL: [&str; 50] = [
        "a", "about", "after", "again", "all", "amid", "an", "and", "are", "as", "at", "be",
        "been", "before", "but", "by", "can", "could", "for", "from", "has", "have", "his", "her",
        "in", "into", "is", "it", "its", "more", "new", "no", "not", "of", "off", "on", "or",
        "over", "says", "that", "the", "their", "this", "to", "up", "was", "will", "with", "would",
        "who",
    ];
    SMALL.contains(&word.to_lowercase().as_str())
}

fn capitals(word: &str, language: &str) -> String {
    let dotted = if language == "tr" { word.replace('i', "İ") } else { word.to_owned() };
    dotted.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::slug;

    fn check(headline: &str, expected: &str) {
        assert_eq!(slug(headline, "en"), expected);
    }

    #[test]
    fn telling_words_stay() {
        check("The bridge reopens", "BRIDGE-REOPENS");
        check("Mayor’s “old” bridge is open after a year", "MAYOR-OLD-BRIDGE");
        check("U.S. to open it", "US-OPEN");
        check("It is over", "IT-IS-OVER");
        check("", "UNTITLED");
    }

    #[test]
    fn turkish_i_keeps_its_dot() {
        assert_eq!(slug("Köprü bitti", "tr"), "KÖPRÜ-BİTTİ");
    }
}
