//! Characters: line ends and spaces made ordinary, invisible characters taken out by name.
//!
//! Kept: joiners and direction marks (U+200C to U+200F, U+061C), which Arabic, Persian and Hindi
//! need. Taken out: what overrides the direction of the text around it, because it can make a line
//! read as something else than it says.

use super::ImportNote;
use super::words::counted;
use std::collections::BTreeMap;

/// Cleans `text`. The only characters that leave it are invisible ones, each named in a note.
pub(super) fn clean(text: &str) -> (String, Vec<ImportNote>) {
    let mut cleaner = Cleaner { out: String::with_capacity(text.len()), ..Cleaner::default() };
    let mut before = '\n';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or('\n');
        if !(c == '\r' && after == '\n') {
            cleaner.take(before, c, after);
        }
        before = c;
    }
    cleaner.finish()
}

#[derive(Default)]
struct Cleaner {
    out: String,
    hard_spaces: usize,
    unreadable: usize,
    removed: BTreeMap<(&'static str, char), u32>,
}

impl Cleaner {
    fn take(&mut self, before: char, c: char, after: char) {
        match c {
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.out.push('\n'),
            '\t' => self.out.push(' '),
            '\u{A0}' | '\u{202F}' if holds_together(before, after) => self.out.push(c),
            '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{205F}' => {
                self.hard_spaces += 1;
                self.out.push(' ');
            }
            _ => match why_removed(c) {
                Some(rule) => *self.removed.entry((rule, c)).or_default() += 1,
                None => {
                    self.unreadable += usize::from(c == '\u{FFFD}');
                    self.out.push(c);
                }
            },
        }
    }

    fn finish(self) -> (String, Vec<ImportNote>) {
        let mut notes = Vec::new();
        for ((rule, c), times) in &self.removed {
            notes.push(removed(rule, *c, *times));
        }
        if self.hard_spaces > 0 {
            let message = format!("Made {} ordinary.", counted(self.hard_spaces, "odd space"));
            notes.push(ImportNote::whole("hard-spaces", message));
        }
        if self.unreadable > 0 {
            let message = format!(
                "{} could not be read and stand as “\u{FFFD}”: the text was damaged before it came \
                 here. Find them and type what they were.",
                counted(self.unreadable, "character")
            );
            notes.push(ImportNote::whole("unreadable-characters", message));
        }
        (self.out, notes)
    }
}

/// A hard space stays where the house styles of some languages want one: by French punctuation and
/// between the digits of a number.
fn holds_together(before: char, after: char) -> bool {
    before == '«'
        || matches!(after, '»' | ':' | ';' | '?' | '!' | '%' | '€')
        || (before.is_ascii_digit() && after.is_ascii_digit())
}

fn why_removed(c: char) -> Option<&'static str> {
    match c {
        '\n' => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("direction-characters"),
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => Some("invisible-characters"),
        c if c.is_control() => Some("control-characters"),
        _ => None,
    }
}

fn removed(rule: &str, c: char, times: u32) -> ImportNote {
    let what = match rule {
        "direction-characters" => "a character that turns the direction of the text",
        "invisible-characters" => "an invisible character",
        _ => "a control character",
    };
    let times_in_words = if times == 1 { "once".into() } else { format!("{times} times") };
    ImportNote::whole(rule, format!("Removed {what}, {times_in_words}."))
        .quoting(format!("U+{:04X} × {times}", u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::clean;

    fn check(text: &str, expected: &str, rules: &[&str]) {
        let (cleaned, notes) = clean(text);
        let named: Vec<&str> = notes.iter().map(|note| note.rule.as_str()).collect();
        assert_eq!((cleaned.as_str(), named.as_slice()), (expected, rules));
    }

    #[test]
    fn line_ends_become_line_feeds() {
        check("a\r\nb\rc\u{2028}d", "a\nb\nc\nd", &[]);
    }

    #[test]
    fn hard_spaces_become_spaces_and_stay_as_many() {
        check("and\u{A0}so. \u{A0} \u{A0}Then", "and so.    Then", &["hard-spaces"]);
    }

    #[test]
    fn french_hard_spaces_stay() {
        check(
            "«\u{A0}Oui\u{A0}», 30\u{202F}000\u{A0}?",
            "«\u{A0}Oui\u{A0}», 30\u{202F}000\u{A0}?",
            &[],
        );
    }

    #[test]
    fn overrides_and_controls_go_without_leaving_a_space() {
        check("ab\u{202E}cd", "abcd", &["direction-characters"]);
        check("ab\0cd", "abcd", &["control-characters"]);
        check("ab\u{200B}cd", "abcd", &["invisible-characters"]);
    }

    #[test]
    fn joiners_stay() {
        check("می\u{200C}خواهم", "می\u{200C}خواهم", &[]);
    }

    #[test]
    fn a_removed_character_is_counted_by_name() {
        let (_, notes) = clean("a\u{202E}b\u{202E}");
        assert_eq!(notes[0].quote.as_deref(), Some("U+202E × 2"));
        assert_eq!(
            notes[0].message,
            "Removed a character that turns the direction of the text, 2 times."
        );
    }
}
