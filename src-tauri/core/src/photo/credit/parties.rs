//! The parties of a credit: who made the picture, and through whom it came.

use super::line;
use crate::photo::facts::{Facts, Field};
use crate::photo::tidy::names_nobody;

/// What suppliers write before a name, longest first. None of it prints: the label says it.
const PREFIXES: &[&str] = &[
    "copyright of ",
    "copyright",
    "(c)",
    "©",
    "photograph by ",
    "photography by ",
    "photographed by ",
    "photo by ",
    "photos by ",
    "picture by ",
    "image by ",
    "photo credit:",
    "photograph:",
    "photo:",
    "picture:",
    "image:",
    "foto:",
    "credit:",
    "by:",
];

/// Who is named in the facts.
pub(super) struct Named {
    photographers: Vec<String>,
    parties: Vec<Party>,
}

/// A party with what was written before it: nothing, a slash or "via", with their spaces.
struct Party {
    before: String,
    name: String,
}

impl Named {
    pub fn read(facts: &Facts) -> Self {
        let mut named = Self { photographers: Vec::new(), parties: Vec::new() };
        let credit = split(facts.get(Field::CreditLine).unwrap_or_default());
        for byline in facts.photographers() {
            let mut parts = split(byline).into_iter();
            let Some(first) = parts.next() else { continue };
            named.add_photographer(without_tail(&first.name, &credit));
            parts.for_each(|party| named.add_party(party));
        }
        credit.into_iter().for_each(|party| named.add_party(party));
        if let Some(first) = named.parties.first_mut() {
            first.before.clear();
        }
        named
    }

    fn add_photographer(&mut self, name: &str) {
        if !self.photographers.iter().any(|known| same(known, name)) {
            self.photographers.push(name.to_owned());
        }
    }

    /// Adds a party that is not named yet, with a slash before it where nothing else joins it.
    fn add_party(&mut self, mut party: Party) {
        let mut known = self.photographers.iter().chain(self.parties.iter().map(|p| &p.name));
        if known.any(|known| same(known, &party.name)) {
            return;
        }
        if party.before.is_empty() {
            party.before.push('/');
        }
        self.parties.push(party);
    }

    pub fn is_empty(&self) -> bool {
        self.photographers.is_empty() && self.parties.is_empty()
    }

    pub fn has_photographers(&self) -> bool {
        !self.photographers.is_empty()
    }

    pub fn photographers(&self) -> Vec<String> {
        self.photographers.clone()
    }

    /// The parties of the credit line that are no photographer, joined as they were.
    pub fn parties(&self) -> String {
        self.parties_without("")
    }

    pub fn parties_without(&self, name: &str) -> String {
        let mut text = String::new();
        for party in self.parties.iter().filter(|party| !same(&party.name, name)) {
            if !text.is_empty() {
                text.push_str(&party.before);
            }
            text.push_str(&party.name);
        }
        text
    }

    /// The photographers who are not already named inside a party, as in "Elif Kaya for The Port".
    pub fn names_beside_parties(&self) -> String {
        let is_inside = |name: &str| self.parties.iter().any(|party| contains(&party.name, name));
        let names = self.photographers.iter().map(String::as_str);
        names.filter(|name| !is_inside(name)).collect::<Vec<&str>>().join(", ")
    }
}

/// Splits at slashes and at "via"; leaves out what names nobody.
fn split(text: &str) -> Vec<Party> {
    let text = without_prefix(&line(text));
    if names_nobody(&text) {
        return Vec::new();
    }
    let mut parties = Vec::new();
    let mut before = String::new();
    let mut rest = text.as_str();
    loop {
        let (at, length) = separator(rest).unwrap_or((rest.len(), 0));
        let name = without_prefix(rest[..at].trim());
        if name.chars().any(char::is_alphanumeric) {
            parties.push(Party { before: std::mem::take(&mut before), name });
        }
        if length == 0 {
            return parties;
        }
        before = rest[at..at + length].to_owned();
        rest = &rest[at + length..];
    }
}

/// Where the first slash or "via" stands, with its spaces, and how long it is. The slashes of a web
/// address part nothing.
fn separator(text: &str) -> Option<(usize, usize)> {
    if text.contains("://") {
        return None;
    }
    let via = text.to_ascii_lowercase().find(" via ").map(|at| (at, " via ".len()));
    let slash = text.find('/').map(|at| {
        let start = text[..at].trim_end().len();
        let end = text.len() - text[at + 1..].trim_start().len();
        (start, end - start)
    });
    via.into_iter().chain(slash).min()
}

/// A wording without what suppliers write before names, without brackets round the whole and without
/// the year of a copyright.
pub(in crate::photo) fn without_prefix(text: &str) -> String {
    let mut rest = text.trim();
    loop {
        let inside = rest.strip_prefix('(').and_then(|inside| inside.strip_suffix(')'));
        let shorter = inside.or_else(|| strip_one(rest)).map(str::trim);
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return rest.to_owned(),
        }
    }
}

fn strip_one(text: &str) -> Option<&str> {
    let prefix = PREFIXES.iter().find(|prefix| {
        let start = text.get(..prefix.len());
        start.is_some_and(|start| start.to_lowercase() == **prefix)
    })?;
    let rest = &text[prefix.len()..];
    if *prefix == "copyright" && rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    if prefix.starts_with("copyright") || matches!(*prefix, "©" | "(c)") {
        let rest = rest.trim_start_matches([':', ' ']);
        return Some(without_year(rest));
    }
    Some(rest)
}

/// "2024-2026 Harbour Press" without its years.
fn without_year(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || "-–, ".contains(c));
    let years = &text[..text.len() - rest.len()];
    let digits = years.bytes().filter(u8::is_ascii_digit).count();
    if digits == 4 || digits == 8 { rest } else { text }
}

/// A byline without " - AFP" or "#AFP" at its end, when the credit line names AFP.
fn without_tail<'a>(byline: &'a str, credit: &[Party]) -> &'a str {
    let parts = [" - ", "#"].iter().find_map(|mark| byline.split_once(mark));
    match parts {
        Some((name, tail)) if credit.iter().any(|party| same(&party.name, tail)) => name.trim(),
        _ => byline,
    }
}

/// The same name, whatever its case and spaces.
pub(in crate::photo) fn same(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

/// A name of two words or more stands inside a longer text, as whole words.
fn contains(text: &str, name: &str) -> bool {
    let (text, name) = (folded(text), folded(name));
    name.contains(' ') && format!(" {text} ").replace(',', " ").contains(&format!(" {name} "))
}

/// Lower case, in which Turkish dotted and dotless i are one letter.
pub(in crate::photo) fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace('\u{307}', "").replace('ı', "i").replace('’', "'");
    lower.split_whitespace().collect::<Vec<&str>>().join(" ")
}
