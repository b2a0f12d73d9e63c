//! A file of code replacements, as picture desks exchange them: one code to a line, a tab, its text.
//! Further columns are other texts of the same code.

use super::ImportError;
use super::lines::{read_lines, seen, short};
use std::collections::BTreeMap;

/// More codes are not taken.
pub const MOST: usize = 20_000;

const LONGEST_CODE: usize = 40;
const LONGEST_TEXT: usize = 1_000;

/// The codes of a file, and what was not taken of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    pub codes: BTreeMap<String, String>,
    /// One sentence for each line or part of a line that was left out.
    pub left_out: Vec<String>,
}

/// Reads a file of code replacements. Empty lines and those that begin with "//" are skipped. Fails
/// with [`ImportError::NotText`] on a binary, with [`ImportError::TooLarge`] on more than a story
/// may have.
pub fn codes(bytes: &[u8]) -> Result<Codes, ImportError> {
    let mut codes = BTreeMap::new();
    let mut lines = BTreeMap::new();
    let left_out = read_lines(bytes, |line, number| take(line, number, &mut codes, &mut lines))?;
    Ok(Codes { codes, left_out })
}

/// Takes one line; answers what was left out of it.
fn take(
    line: &str,
    number: usize,
    codes: &mut BTreeMap<String, String>,
    lines: &mut BTreeMap<String, usize>,
) -> Option<String> {
    let mut columns = line.split('\t');
    let code = columns.next().unwrap_or_default().trim();
    let texts: Vec<&str> = columns.map(str::trim).filter(|text| !text.is_empty()).collect();
    if !is_code(code) {
        return Some(format!(
            "“{}” cannot be a code; letters, digits and hyphens can, {LONGEST_CODE} at most.",
            short(code)
        ));
    }
    if let Some(earlier) = lines.get(code) {
        return Some(format!("“{code}” stands on line {earlier} already, and that one counts."));
    }
    let Some(text) = texts.first() else {
        return Some(format!("“{code}” has no text after a tab."));
    };
    if !is_text(text) {
        return Some(format!("The text of “{code}” is longer than {LONGEST_TEXT} characters."));
    }
    if codes.len() >= MOST {
        return Some(format!("There are over {MOST} codes."));
    }
    lines.insert(code.to_owned(), number);
    codes.insert(code.to_owned(), seen(text));
    (texts.len() > 1).then(|| format!("“{code}” has {} texts; the first counts.", texts.len()))
}

/// Whether `code` can be typed between backslashes: letters, digits and hyphens, of any script.
pub fn is_code(code: &str) -> bool {
    let length = code.chars().count();
    (1..=LONGEST_CODE).contains(&length) && code.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// Whether a code may stand for `text`.
pub fn is_text(text: &str) -> bool {
    (1..=LONGEST_TEXT).contains(&text.trim().chars().count())
}

#[cfg(test)]
mod tests {
    use super::super::lines::MOST_SENTENCES;
    use super::*;

    fn check(bytes: &[u8], codes: &[(&str, &str)], left_out: usize) {
        let read = super::codes(bytes).unwrap();
        let found: Vec<(&str, &str)> =
            read.codes.iter().map(|(code, text)| (code.as_str(), text.as_str())).collect();
        assert_eq!(found, codes);
        assert_eq!(read.left_out.len(), left_out, "{:?}", read.left_out);
    }

    #[test]
    fn a_code_stands_for_the_text_after_the_tab() {
        check(
            b"gs9\tMats Lindqvist\r\ngs10\tOle Brun\r\n",
            &[("gs10", "Ole Brun"), ("gs9", "Mats Lindqvist")],
            0,
        );
        check(b"\xEF\xBB\xBFa\tOne\n", &[("a", "One")], 0);
        check(b"a\t One \n\n// home team\n", &[("a", "One")], 0);
    }

    #[test]
    fn the_first_of_several_texts_counts_and_is_said() {
        check(b"a\tOne\tTwo\n", &[("a", "One")], 1);
        check(b"a\tOne\na\tTwo\n", &[("a", "One")], 1);
    }

    #[test]
    fn a_line_that_is_no_code_is_named() {
        check(b"no tab here\na b\tText\n\tText\na\t\n", &[], 4);
        check(format!("a\t{}\n", "x".repeat(1_001)).as_bytes(), &[], 1);
    }

    #[test]
    fn files_come_in_several_encodings() {
        let utf_16: Vec<u8> =
            "\u{FEFF}k\tIşıl Çelik\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf_16, &[("k", "Işıl Çelik")], 0);
        let big: Vec<u8> = "\u{FEFF}k\tIşıl\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, &[("k", "Işıl")], 0);
        check("k\tJosé Muñoz\n".as_bytes(), &[("k", "José Muñoz")], 0);
        check(b"k\tJos\xE9 Mu\xF1oz\n", &[("k", "José Muñoz")], 0);
    }

    #[test]
    fn a_thousand_bad_lines_are_not_a_thousand_sentences() {
        let bytes = "no tab\n".repeat(1_000);
        check(bytes.as_bytes(), &[], MOST_SENTENCES + 1);
    }

    #[test]
    fn a_picture_is_no_file_of_codes() {
        assert_eq!(super::codes(b"\xFF\xD8\xFF\xE0\x00\x10JFIF"), Err(ImportError::NotText));
    }
}
