//! Text from a file is text from a stranger: control and bidi characters go, length is limited.

use super::date::date;
use super::facts::Field;
use unicode_normalization::UnicodeNormalization;

const MAX_LONG_CHARS: usize = 10_000;
const MAX_CHARS: usize = 1_000;

/// The value as Cutline keeps it, or `None` when nothing worth keeping is left.
pub(super) fn clean(field: Field, raw: &str) -> Option<String> {
    let text = if is_long(field) { lines(raw) } else { line(raw) };
    let kept = match field {
        Field::Sublocation | Field::City | Field::State | Field::Country => {
            text.contains(|character| !matches!(character, ' ' | '.' | '-' | '–' | '—'))
        }
        Field::WebStatement | Field::LicensorUrl => is_web_address(&text),
        Field::DateCreated | Field::ReleaseDate | Field::ExpiryDate => return date(&text),
        Field::DigitalSourceType
        | Field::DataMining
        | Field::ModelRelease
        | Field::PropertyRelease
        | Field::MinorModelAge => return last_part(&text),
        _ => true,
    };
    (kept && !text.is_empty()).then_some(text)
}

/// Texts that may run over several lines and pages.
fn is_long(field: Field) -> bool {
    matches!(
        field,
        Field::Caption
            | Field::ExtendedDescription
            | Field::Instructions
            | Field::UsageTerms
            | Field::OtherConstraints
            | Field::AiPrompt
    )
}

/// One line of text.
pub(super) fn line(raw: &str) -> String {
    let text: String = lines(raw).chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    cut(&text, MAX_CHARS)
}

/// Text that may run over several lines.
fn lines(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let text = raw.nfc().filter_map(allowed).collect::<String>();
    cut(&text, MAX_LONG_CHARS)
}

/// The character, a space or line end for its like, or nothing.
fn allowed(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // Embeddings, overrides and isolates turn the text after them round.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => None,
        character if character.is_control() => None,
        character => Some(character),
    }
}

fn cut(text: &str, max_chars: usize) -> String {
    let end = text.char_indices().nth(max_chars).map_or(text.len(), |(at, _)| at);
    text[..end].trim().to_owned()
}

/// An http or https address without spaces. No other may stand behind a link.
fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// The name of a term, from its address in the IPTC NewsCodes or PLUS's vocabulary, or alone.
fn last_part(text: &str) -> Option<String> {
    let name = text.trim_end_matches('/').rsplit(['/', ':']).next()?;
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let plain = !name.is_empty() && name.bytes().all(letter);
    plain.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, raw: &str, expected: &str) {
        assert_eq!(clean(field, raw).unwrap_or_default(), expected, "{raw:?}");
    }

    #[test]
    fn control_and_bidi_characters_go() {
        check(Field::Headline, "a\u{0}b\u{1B}c\u{85}d\u{202E}e\u{2066}f", "abcdef");
        check(Field::Headline, "two\nlines\tone", "two lines one");
        check(Field::Caption, "two\r\nlines\rthree", "two\nlines\nthree");
        check(Field::Headline, "  e\u{301}t\u{E9} ", "été");
    }

    #[test]
    fn an_arabic_text_keeps_its_marks() {
        check(Field::Caption, "مرفأ\u{200F} (2026)", "مرفأ\u{200F} (2026)");
    }

    #[test]
    fn length_is_limited() {
        assert_eq!(clean(Field::Headline, &"é".repeat(2_000)).unwrap().chars().count(), 1_000);
        assert_eq!(clean(Field::Caption, &"é".repeat(20_000)).unwrap().chars().count(), 10_000);
    }

    #[test]
    fn only_web_addresses_are_addresses() {
        check(Field::WebStatement, "https://example.org/r", "https://example.org/r");
        check(Field::WebStatement, "HTTP://example.org", "HTTP://example.org");
        check(Field::WebStatement, "javascript:alert(1)", "");
        check(Field::LicensorUrl, "file:///etc/passwd", "");
        check(Field::LicensorUrl, "https:// example.org", "");
        check(Field::LicensorUrl, "java\u{0}script:https://x", "");
    }

    #[test]
    fn a_source_type_is_the_last_part_of_its_address() {
        let vocabulary = "cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
        check(Field::DigitalSourceType, &format!("http://{vocabulary}"), "digitalCapture");
        check(Field::DigitalSourceType, &format!("https://{vocabulary}/"), "digitalCapture");
        check(Field::DigitalSourceType, "digsrctype:composite", "composite");
        check(Field::DigitalSourceType, "http://x/<b>", "");
        let vocabulary = "http://ns.useplus.org/ldf/vocab";
        check(Field::DataMining, &format!("{vocabulary}/DMI-PROHIBITED"), "DMI-PROHIBITED");
        check(Field::ModelRelease, "MR-NAP", "MR-NAP");
    }

    #[test]
    fn a_place_of_dashes_is_none() {
        check(Field::City, " - ", "");
        check(Field::Country, "...", "");
        check(Field::City, "Aix-en-Provence", "Aix-en-Provence");
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        for raw in ["a\r\n\u{202E}b ", "  \u{FEFF}\u{85} x", "e\u{301}\u{0}\u{301}"] {
            let once = clean(Field::Caption, raw).unwrap();
            assert_eq!(clean(Field::Caption, &once).unwrap(), once, "{raw:?}");
        }
    }
}
