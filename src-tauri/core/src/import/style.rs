//! A file of the house style: on each line what to find, a tab, what to write instead, a tab, why.

use super::ImportError;
use super::lines::{read_lines, seen, short};
use std::collections::BTreeMap;

/// More rules are not taken: every one is looked for at each pause in typing.
pub const MOST: usize = 5_000;

const LONGEST_FIND: usize = 200;
const LONGEST_TEXT: usize = 500;

/// The rules of a file, and what was not taken of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StyleFile {
    pub rules: Vec<StyleLine>,
    /// One sentence for each line that was left out.
    pub left_out: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleLine {
    /// Words; `*` at the end of one stands for its rest.
    pub find: String,
    /// Empty when there is only something to say.
    pub instead: String,
    pub reason: String,
}

/// Reads a file of style rules, in the order of its lines. Fails as
/// [`plain_text`](super::plain_text) does on what is no text.
pub fn style_file(bytes: &[u8]) -> Result<StyleFile, ImportError> {
    let mut rules = Vec::new();
    let mut lines = BTreeMap::new();
    let left_out = read_lines(bytes, |line, number| take(line, number, &mut rules, &mut lines))?;
    Ok(StyleFile { rules, left_out })
}

/// Takes one line; answers why it was left out.
fn take(
    line: &str,
    number: usize,
    rules: &mut Vec<StyleLine>,
    lines: &mut BTreeMap<String, usize>,
) -> Option<String> {
    let mut columns = line.split('\t').map(|text| seen(text.trim()));
    let mut next = || columns.next().unwrap_or_default();
    let rule = StyleLine { find: next(), instead: next(), reason: next() };
    if let Some(why) = misfit(&rule) {
        return Some(why);
    }
    let key = rule.find.to_lowercase();
    if let Some(earlier) = lines.get(&key) {
        return Some(format!(
            "“{}” stands on line {earlier} already, and that one counts.",
            short(&rule.find)
        ));
    }
    if rules.len() >= MOST {
        return Some(format!("There are over {MOST} rules."));
    }
    lines.insert(key, number);
    rules.push(rule);
    None
}

/// Why a rule cannot be followed. `None` when it can.
fn misfit(rule: &StyleLine) -> Option<String> {
    let StyleLine { find, instead, reason } = rule;
    let shown = short(find);
    if !find.chars().any(char::is_alphanumeric) {
        return Some("It has no word to find before its first tab.".to_owned());
    }
    if find.chars().count() > LONGEST_FIND {
        return Some(format!("“{shown}” is longer than {LONGEST_FIND} characters."));
    }
    if !find.split_whitespace().all(ends_well) {
        return Some(format!("In “{shown}” the star is not at the end of a word."));
    }
    if instead.chars().chain(reason.chars()).count() > 2 * LONGEST_TEXT {
        return Some(format!(
            "What “{shown}” says instead is longer than {LONGEST_TEXT} characters."
        ));
    }
    if instead.is_empty() && reason.is_empty() {
        return Some(format!("“{shown}” has neither another word nor a reason after a tab."));
    }
    (find == instead).then(|| format!("“{shown}” would be replaced by itself."))
}

/// A star stands for the rest of a word, so it is its last letter and not its only one.
fn ends_well(word: &str) -> bool {
    let stem = word.strip_suffix('*').unwrap_or(word);
    !stem.is_empty() && !stem.contains('*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], rules: &[(&str, &str, &str)], left_out: usize) {
        let read = style_file(bytes).unwrap();
        let found: Vec<_> = read
            .rules
            .iter()
            .map(|rule| (rule.find.as_str(), rule.instead.as_str(), rule.reason.as_str()))
            .collect();
        assert_eq!(found, rules);
        assert_eq!(read.left_out.len(), left_out, "{:?}", read.left_out);
    }

    #[test]
    fn a_rule_says_what_to_write_or_why_not() {
        check(
            b"utilis*\tuse\tPlain words.\r\n// names\n\nKiev\tKyiv\nvery\t\tSay how much.\n",
            &[
                ("utilis*", "use", "Plain words."),
                ("Kiev", "Kyiv", ""),
                ("very", "", "Say how much."),
            ],
            0,
        );
    }

    #[test]
    fn a_line_that_is_no_rule_is_named() {
        check(b"no tab here\n\tKyiv\na*b\tc\n*\tx\nKyiv\tKyiv\n", &[], 5);
        check(b"Kiev\tKyiv\nKIEV\tKyjiw\n", &[("Kiev", "Kyiv", "")], 1);
        check(format!("{}\tx\n", "a".repeat(201)).as_bytes(), &[], 1);
        check(format!("a\t{}\n", "x".repeat(1_001)).as_bytes(), &[], 1);
    }

    #[test]
    fn files_come_in_several_encodings() {
        let utf_16: Vec<u8> =
            "\u{FEFF}Istanbul\tİstanbul\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf_16, &[("Istanbul", "İstanbul", "")], 0);
        check(
            b"cafe\tcaf\xE9\tAs the \x93house\x94 has it.\n",
            &[("cafe", "café", "As the “house” has it.")],
            0,
        );
    }

    #[test]
    fn there_are_not_too_many_rules_and_sentences() {
        let many: String = (0..MOST + 500).map(|n| format!("word{n}\tother\n")).collect();
        let read = style_file(many.as_bytes()).unwrap();
        assert_eq!((read.rules.len(), read.left_out.len()), (MOST, 101));
    }
}
