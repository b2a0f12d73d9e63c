//! Looking for the words of a house style: whole words, whatever their case, `*` for the rest of one.
//!
//! The rules are laid out once by the word that they begin with, so that a long list costs no more in
//! a text than a short one.

use super::StyleRule;
use regex::Regex;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

/// The rules of a house, ready to be looked for.
pub(super) struct StyleWords<'a> {
    rules: Vec<Wanted<'a>>,
    /// The rules that begin with this word, or with a word that begins so.
    by_word: HashMap<String, Vec<usize>>,
    by_stem: HashMap<String, Vec<usize>>,
    /// How long the stems are, in characters.
    stems: BTreeSet<usize>,
}

/// Where a text does not follow the house.
pub(super) struct Misfit<'a> {
    pub range: Range<usize>,
    /// What to write; empty when the rule only says something.
    pub instead: String,
    pub reason: &'a str,
}

struct Wanted<'a> {
    rule: &'a StyleRule,
    words: Vec<Word>,
    /// What stands between the words.
    between: Vec<String>,
    /// Marks before and after them, as in "Yahoo!".
    before: String,
    after: String,
}

struct Word {
    text: String,
    /// It ended in `*`.
    open: bool,
}

impl<'a> StyleWords<'a> {
    pub(super) fn of(rules: &'a [StyleRule]) -> StyleWords<'a> {
        let rules: Vec<Wanted> = rules.iter().filter_map(wanted).collect();
        let mut style = StyleWords {
            rules: Vec::new(),
            by_word: HashMap::new(),
            by_stem: HashMap::new(),
            stems: BTreeSet::new(),
        };
        for (at, wanted) in rules.iter().enumerate() {
            let Some(first) = wanted.words.first() else { continue };
            let index = if first.open { &mut style.by_stem } else { &mut style.by_word };
            index.entry(first.text.clone()).or_default().push(at);
            if first.open {
                style.stems.insert(first.text.chars().count());
            }
        }
        style.rules = rules;
        style
    }

    /// In the order of the text, no two over one another; of rules that fit at one place the longest.
    pub(super) fn misfits(&self, text: &str) -> Vec<Misfit<'a>> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let words: Vec<Range<usize>> = word_ranges(text);
        let mut found: Vec<Misfit> = Vec::new();
        for at in 0..words.len() {
            let end = found.last().map_or(0, |last| last.range.end);
            if words[at].start < end {
                continue;
            }
            let small = small(&text[words[at].clone()]);
            let fits = self.beginning_with(&small).filter_map(|rule| rule.at(text, &words[at..]));
            found.extend(fits.max_by_key(|misfit| misfit.range.len()));
        }
        found
    }

    fn beginning_with(&self, word: &str) -> impl Iterator<Item = &Wanted<'a>> {
        let whole = self.by_word.get(word);
        let cut =
            |length: &usize| word.char_indices().nth(*length).map_or(word, |(at, _)| &word[..at]);
        let stems: Vec<&Vec<usize>> = self
            .stems
            .iter()
            .filter(|length| word.chars().count() >= **length)
            .filter_map(|length| self.by_stem.get(cut(length)))
            .collect();
        whole.into_iter().chain(stems).flatten().map(|at| &self.rules[*at])
    }
}

fn wanted(rule: &StyleRule) -> Option<Wanted<'_>> {
    let find = rule.find.trim();
    let ranges = pattern_ranges(find);
    let (first, last) = (ranges.first()?, ranges.last()?);
    let word = |range: &Range<usize>| {
        let typed = &find[range.clone()];
        let text = small(typed.trim_end_matches('*'));
        Word { open: typed.ends_with('*'), text }
    };
    let between = ranges.windows(2).map(|two| even(&find[two[0].end..two[1].start])).collect();
    Some(Wanted {
        rule,
        words: ranges.iter().map(word).collect(),
        between,
        before: find[..first.start].to_owned(),
        after: find[last.end..].to_owned(),
    })
}

impl<'a> Wanted<'a> {
    /// Whether the text has it from the first of `words` on, and does not say what the house wants.
    fn at(&self, text: &str, words: &[Range<usize>]) -> Option<Misfit<'a>> {
        let words = words.get(..self.words.len())?;
        let mut rests = Vec::new();
        for (wanted, range) in self.words.iter().zip(words) {
            let rest = small(&text[range.clone()]).strip_prefix(&wanted.text)?.to_owned();
            if !rest.is_empty() && !wanted.open {
                return None;
            }
            if wanted.open {
                let rest = rest.chars().count();
                let typed = &text[range.clone()];
                let start =
                    typed.char_indices().rev().nth(rest.checked_sub(1).unwrap_or(usize::MAX));
                rests.push(start.map_or("", |(at, _)| &typed[at..]));
            }
        }
        let gaps = words.windows(2).map(|two| &text[two[0].end..two[1].start]);
        if gaps.zip(&self.between).any(|(gap, wanted)| gap.contains('\n') || even(gap) != *wanted) {
            return None;
        }
        let start = words.first()?.start.checked_sub(self.before.len())?;
        let end = words.last()?.end + self.after.len();
        let sound = text.get(start..words.first()?.start) == Some(&self.before)
            && text.get(words.last()?.end..end) == Some(&self.after);
        if !sound {
            return None;
        }
        let range = start..end;
        let instead = self.instead(&text[range.clone()], &rests);
        let says_so = self.says_so(text, &range, &instead);
        (!says_so).then_some(Misfit { range, instead, reason: &self.rule.reason })
    }

    /// What to write for `typed`, with its capitals and what stood for `*`.
    fn instead(&self, typed: &str, rests: &[&str]) -> String {
        let mut rests = rests.iter();
        let parts: Vec<&str> = self.rule.instead.trim().split('*').collect();
        let mut instead = parts[0].to_owned();
        for part in &parts[1..] {
            instead.push_str(rests.next().copied().unwrap_or_default());
            instead.push_str(part);
        }
        with_capitals_of(typed, &instead, &self.rule.find)
    }

    /// Whether the text already has what the house wants, of which the words are a part ("the council"
    /// for "council"), or only a capital that begins a sentence.
    fn says_so(&self, text: &str, range: &Range<usize>, instead: &str) -> bool {
        if instead.is_empty() {
            return false;
        }
        let typed = &text[range.clone()];
        if typed == instead || small(instead) == small(typed) && begins_sentence(text, range.start)
        {
            return true;
        }
        let (typed, wanted) = (small(typed), small(instead));
        if typed.len() >= wanted.len() {
            return false;
        }
        wanted.match_indices(&typed).any(|(at, _)| {
            let start = range.start.checked_sub(at);
            let around = start.and_then(|start| text.get(start..start + instead.len()));
            around.is_some_and(|around| small(around) == wanted)
        })
    }
}

/// A rule in small letters says nothing of capitals, so the text's own stay.
fn with_capitals_of(typed: &str, instead: &str, find: &str) -> String {
    let letters = || typed.chars().filter(|c| c.is_alphabetic());
    if find.contains(char::is_uppercase) || !typed.starts_with(char::is_uppercase) {
        return instead.to_owned();
    }
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return instead.to_uppercase();
    }
    let mut rest = instead.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && !is_end(c));
    before.is_empty() || before.ends_with(is_end)
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | ':' | '。' | '！' | '？' | '؟')
}

/// Letters and digits, joined by apostrophes and hyphens.
const WORD: &str = r"[\p{L}\p{M}\p{N}]+(?:['’\u{2010}\u{2011}-][\p{L}\p{M}\p{N}]+)*";

fn word_ranges(text: &str) -> Vec<Range<usize>> {
    static WORDS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(WORD).expect("a constant that the tests run"));
    WORDS.find_iter(text).map(|word| word.range()).collect()
}

fn pattern_ranges(find: &str) -> Vec<Range<usize>> {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&format!(r"(?:{WORD})\*?")).expect("a constant that the tests run")
    });
    WORDS.find_iter(find).map(|word| word.range()).collect()
}

/// In small letters, its apostrophes and hyphens all alike.
fn small(text: &str) -> String {
    let alike = text.chars().map(|c| match c {
        '’' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    });
    alike.flat_map(char::to_lowercase).collect()
}

/// Spaces of one width.
fn even(text: &str) -> String {
    let one = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace)) {
        _ if one.is_empty() && !text.is_empty() => " ".to_owned(),
        (before, after) => {
            format!("{}{one}{}", if before { " " } else { "" }, if after { " " } else { "" })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(find: &str, instead: &str, text: &str, expected: &[(&str, &str)]) {
        let rules =
            [StyleRule { find: find.into(), instead: instead.into(), reason: String::new() }];
        let style = StyleWords::of(&rules);
        let misfits = style.misfits(text);
        let found: Vec<(&str, &str)> =
            misfits.iter().map(|m| (&text[m.range.clone()], m.instead.as_str())).collect();
        assert_eq!(found, expected, "{find} in {text}");
    }

    #[test]
    fn whole_words_whatever_their_case() {
        check(
            "utilise",
            "use",
            "Utilise it, UTILISE IT, utilised",
            &[("Utilise", "Use"), ("UTILISE", "USE")],
        );
        check("email", "e-mail", "an email; e-mail, emails", &[("email", "e-mail")]);
        check("don't", "do not", "They don’t", &[("don’t", "do not")]);
        check("wide", "broad", "nationwide, nation-wide", &[]);
    }

    #[test]
    fn several_words() {
        check(
            "in  order to",
            "to",
            "In order to go in\u{A0}order to stay",
            &[("In order to", "To"), ("in\u{A0}order to", "to")],
        );
        check("in order to", "to", "in order, to; in\norder to", &[]);
        check("Yahoo!", "Yahoo", "At Yahoo! and Yahoo", &[("Yahoo!", "Yahoo")]);
    }

    #[test]
    fn a_star_stands_for_the_rest() {
        check(
            "organis*",
            "organiz*",
            "Organisations organise",
            &[("Organisations", "Organizations"), ("organise", "organize")],
        );
        check(
            "migrant*",
            "",
            "migrants, a migrant, immigrant",
            &[("migrants", ""), ("migrant", "")],
        );
        check("chair* of", "head of", "chairman of it", &[("chairman of", "head of")]);
    }

    #[test]
    fn what_the_house_wants_is_silent() {
        check("Internet", "internet", "the Internet. Internet users", &[("Internet", "internet")]);
        check(
            "council",
            "the council",
            "said the council, a council",
            &[("council", "the council")],
        );
        check("per cent", "per cent", "ten per cent", &[]);
        check("kyiv", "Kyiv", "in Kyiv and kyiv", &[("kyiv", "Kyiv")]);
    }

    #[test]
    fn rules_that_are_none_find_nothing() {
        for find in ["", "*", " ", "!", "**"] {
            check(find, "x", "any * text !", &[]);
        }
        check("İstanbul*", "Istanbul*", "İSTANBUL’da", &[("İSTANBUL’da", "Istanbul’da")]);
    }
}
