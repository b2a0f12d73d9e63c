//! The wording that a supplier demands, found in its instructions or usage terms.

use crate::photo::facts::{Facts, Field};

/// Words with a full stop that does not end the wording.
const ABBREVIATIONS: &[&str] =
    &["ltd", "inc", "co", "corp", "dr", "mr", "mrs", "ms", "st", "jr", "sr", "no", "gmbh"];

const QUOTES: &[(char, char)] = &[('"', '"'), ('“', '”'), ('\'', '\''), ('‘', '’'), ('«', '»')];

/// What follows "Mandatory credit" where a wording follows at all.
pub(super) fn mandatory_wording(facts: &Facts) -> Option<String> {
    [Field::Instructions, Field::UsageTerms]
        .into_iter()
        .filter_map(|field| facts.get(field))
        .find_map(wording)
}

fn wording(text: &str) -> Option<String> {
    const MARK: &str = "mandatory credit";
    // ASCII lower case keeps every byte position.
    let at = text.to_ascii_lowercase().find(MARK)? + MARK.len();
    let rest = text[at..].trim_start();
    let after = rest.strip_prefix(':').map(str::trim_start);
    if let Some(quoted) = quoted(after.unwrap_or(rest)) {
        return Some(quoted.to_owned());
    }
    // Without a colon, "mandatory credit" only says that the credit must be printed.
    let wording = until_it_ends(after?).trim();
    (!wording.is_empty()).then(|| wording.to_owned())
}

fn quoted(text: &str) -> Option<&str> {
    let (_, close) = QUOTES.iter().find(|(open, _)| text.starts_with(*open))?;
    let inside = &text[text.chars().next()?.len_utf8()..];
    let wording = inside[..inside.find(*close)?].trim();
    (!wording.is_empty()).then_some(wording)
}

/// Up to a dash between words, a semicolon or a full stop that is not part of a name.
fn until_it_ends(text: &str) -> &str {
    let text = text.split([';', '|']).next().unwrap_or_default();
    let text = text.split(" - ").next().unwrap_or_default();
    let text = text.split(" – ").next().unwrap_or_default();
    let stops = text.match_indices('.').map(|(at, _)| at);
    let ends = |at: &usize| {
        let before = text[..*at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let followed = text[at + 1..].chars().next();
        followed.is_none_or(char::is_whitespace)
            && before.chars().count() > 1
            && !ABBREVIATIONS.contains(&before.to_lowercase().as_str())
    };
    stops.into_iter().find(ends).map_or(text, |at| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(wording(text).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn the_wording_ends_where_the_supplier_ends_it() {
        check("Mandatory credit: Elif Kaya/Anadolu", "Elif Kaya/Anadolu");
        check("MANDATORY CREDIT: Photo by E. Kaya/AP. No sales.", "Photo by E. Kaya/AP");
        check("Mandatory Credit: Harbour Co. Ltd. No sales.", "Harbour Co. Ltd. No sales");
        check("Editorial only; mandatory credit: NASA; no sales", "NASA");
        check("USE ONLY - MANDATORY CREDIT \"AFP PHOTO / NASA\" - NO SALES", "AFP PHOTO / NASA");
        check("Mandatory credit: “Port Authority”", "Port Authority");
        check("Mandatory credit: B.com/Ada - no sales", "B.com/Ada");
    }

    #[test]
    fn without_a_wording_there_is_none() {
        check("Mandatory credit.", "");
        check("MANDATORY CREDIT", "");
        check("Mandatory credit: ", "");
        check("Mandatory credit applies to all uses", "");
        check("Credit: Ada", "");
    }
}
