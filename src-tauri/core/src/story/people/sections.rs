//! Who did what: a byline cut where another role begins, and only the parts that name authors.

use super::words::{AUTHOR_LABELS, BY, EXTRA, OTHER_LABELS, OTHER_ROLES, ROLES};

/// A part of a byline that names its authors, without the word for "by".
#[derive(Debug, PartialEq)]
pub struct Section<'a> {
    pub words: Vec<&'a str>,
    /// The word for "by" that stood before it, in small letters; empty for none.
    pub by: String,
}

/// The parts that name authors.
pub fn sections(byline: &str) -> Vec<Section<'_>> {
    let parts = byline.split(['\n', ';', '(', ')', '[', ']', '؛', '；', '（', '）']);
    parts.flat_map(|part| cut_at_roles(words(part))).filter_map(authors).collect()
}

/// The words, with commas and their like as words of their own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || is_invisible(c)) {
        let mut rest = word;
        while let Some(at) = rest.find(is_separator) {
            let length = rest[at..].chars().next().map_or(1, char::len_utf8);
            words.extend([&rest[..at], &rest[at..at + length]]);
            rest = &rest[at + length..];
        }
        words.push(rest);
    }
    words.retain(|word| !word.is_empty());
    words
}

pub(super) fn is_separator(c: char) -> bool {
    matches!(c, ',' | '&' | '+' | '|' | '/' | '·' | '•' | ':' | '،' | '、' | '，' | '：' | '／')
}

/// Marks of direction, which copy from the web brings along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Cuts before "editing by", "photographs by", "Foto:".
fn cut_at_roles(words: Vec<&str>) -> Vec<Vec<&str>> {
    let mut sections: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| words[before]);
        let goes_on = before.is_some_and(|before| {
            is(before, ROLES) || is(before, OTHER_ROLES) || is(before, EXTRA) || is_and(before)
        });
        let begins = begins_role(&words[at..]) && !(goes_on && in_role(&words[..at]));
        if begins {
            sections.push(Vec::new());
        }
        if let Some(last) = sections.last_mut() {
            last.push(word);
        }
    }
    sections
}

/// Whether the words are still those of a role: "words and" in "words and pictures by".
fn in_role(words: &[&str]) -> bool {
    let role = |word: &str| is(word, ROLES) || is(word, OTHER_ROLES) || is(word, EXTRA);
    let last = words.iter().rev().find(|word| !is_and(word));
    last.is_some_and(|last| role(last) || is(last, AUTHOR_LABELS) || is(last, OTHER_LABELS))
}

fn begins_role(words: &[&str]) -> bool {
    let by = words.iter().position(|word| is(word, &["by", ":", "："]));
    let Some(by) = by.filter(|by| (1..=4).contains(by)) else { return false };
    let colon = words[by] != "by" && !words[by].eq_ignore_ascii_case("by");
    let (one, other) = if colon { (AUTHOR_LABELS, OTHER_LABELS) } else { (ROLES, OTHER_ROLES) };
    words[..by].iter().all(|w| is(w, one) || is(w, other) || is(w, EXTRA) || is_and(w))
        && !is_and(words[0])
}

/// The words after the role, if it is an author's.
fn authors(words: Vec<&str>) -> Option<Section<'_>> {
    let by = begins_role(&words)
        .then(|| words.iter().position(|word| is(word, &["by", ":", "："])))
        .flatten();
    if let Some(by) = by {
        let role = &words[..by];
        let author = role.iter().any(|word| is(word, ROLES) || is(word, AUTHOR_LABELS));
        let extra = role.iter().any(|word| is(word, EXTRA));
        let words = words[by + 1..].to_vec();
        return (author && !extra).then_some(Section { words, by: "by".into() });
    }
    let (length, by) = by_words(&words);
    let words: Vec<&str> = words[length..].to_vec();
    (!words.is_empty()).then_some(Section { words, by })
}

/// How many words at the head say "by", and which.
fn by_words(words: &[&str]) -> (usize, String) {
    for length in (1..=3.min(words.len())).rev() {
        let said = words[..length].join(" ").to_lowercase();
        if BY.contains(&said.as_str()) && words.len() > length {
            let colon =
                words.get(length).is_some_and(|next| matches!(*next, ":" | "：" | "/" | "／"));
            return (length + usize::from(colon), said);
        }
    }
    (0, String::new())
}

fn is_and(word: &str) -> bool {
    matches!(word, "&" | "+" | "/" | ",")
        || is(word, &["and", "und", "et", "y", "e", "ve", "och", "og", "en"])
}

fn is(word: &str, list: &[&str]) -> bool {
    let small = word.to_lowercase();
    list.contains(&small.as_str())
}
