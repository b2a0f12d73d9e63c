//! What the supplier forbids or demands, in its own words, one thing at a time.

use super::said::Said;
use crate::photo::facts::Field;
use crate::photo::tidy::constant;
use regex::Regex;
use std::sync::LazyLock;

/// More than this is a contract and not a line for a desk.
const MOST: usize = 20;
const MAX_CHARS: usize = 300;

/// The items of Instructions, Usage terms and Other constraints, and what a caption carries of them.
/// None stands twice.
pub(super) fn restrictions(said: &Said) -> Vec<String> {
    let fields = [Field::Instructions, Field::UsageTerms, Field::OtherConstraints];
    let of_fields = fields.into_iter().filter_map(|field| said.first(field)).flat_map(items);
    let of_caption =
        said.first(Field::Caption).and_then(terms_in_caption).into_iter().flat_map(items);
    let mut restrictions: Vec<String> = Vec::new();
    for item in of_fields.chain(of_caption) {
        let known = restrictions.iter().any(|known| known.to_lowercase() == item.to_lowercase());
        if !known && restrictions.len() < MOST {
            restrictions.push(item);
        }
    }
    restrictions
}

/// Agencies write "RESTRICTED TO EDITORIAL USE - NO SALES …" behind the caption.
fn terms_in_caption(caption: &str) -> Option<&str> {
    static TERMS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?s)(?:[-–=/(*]|\n|\. |^)\s*(?P<terms>(?:RESTRICTED TO|EDITORIAL USE ONLY|EDITORS?[’']? NOTE|MANDATORY CREDIT|NO (?:SALES|ARCHIVES?|RESALE|USE AFTER)\b|ONE[- ]TIME USE).*)$",
        )
    });
    let terms = TERMS.captures(caption)?.name("terms")?.as_str();
    Some(terms.trim_end_matches(['=', ' ', '*', ')']))
}

/// Cuts terms into items: at line ends, semicolons, dashes and full stops, and at commas before a
/// word that begins a restriction. What stands in quotation marks is the wording of a credit and
/// stays whole.
fn items(terms: &str) -> Vec<String> {
    static CUT: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"\s*(?:\r?\n|;|\||\*{2,}|={2,}|//)\s*|\s+(?:-{1,3}|–|—|/)\s+|(?P<stop>[.!])\s+")
    });
    static COMMA: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i),\s+(?P<next>no\b|not\b|non\b|only\b|mandatory\b|editorial\b|embargo|one[- ]time\b|internet\b|credit\b|[\p{L} .]{2,25}\bout\b)",
        )
    });
    let quoted = quoted(terms);
    let inside = |at: usize| quoted.iter().any(|range| range.contains(&at));
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for found in CUT.captures_iter(terms) {
        let Some(all) = found.get(0).filter(|all| !inside(all.start())) else { continue };
        let is_stop = found.name("stop").is_some();
        let goes_on = is_stop && !ends_a_sentence(terms, all.start(), all.end());
        if !goes_on {
            cuts.push((all.start(), all.end()));
        }
    }
    for found in COMMA.captures_iter(terms) {
        let (Some(all), Some(next)) = (found.get(0), found.name("next")) else { continue };
        if !inside(all.start()) {
            cuts.push((all.start(), next.start()));
        }
    }
    cuts.sort_unstable();
    pieces(terms, &cuts)
}

fn pieces(terms: &str, cuts: &[(usize, usize)]) -> Vec<String> {
    let ends = cuts.iter().map(|(start, _)| *start).chain([terms.len()]);
    let starts = [0].into_iter().chain(cuts.iter().map(|(_, end)| *end));
    let pieces = starts.zip(ends).filter_map(|(start, end)| terms.get(start..end.max(start)));
    let trimmed = pieces.map(|piece| {
        piece.trim().trim_matches(['-', '=', '*', ' ']).trim_end_matches(['.', ',', ';'])
    });
    let said = trimmed.filter(|piece| piece.contains(char::is_alphanumeric));
    said.map(|piece| piece.chars().take(MAX_CHARS).collect()).collect()
}

/// A full stop before a large letter, and not one of an abbreviation.
fn ends_a_sentence(terms: &str, stop: usize, next: usize) -> bool {
    let before = terms[..stop].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let large = terms[next..].chars().next().is_some_and(|c| !c.is_lowercase());
    large && before.chars().count() > 2 && !matches!(before.to_lowercase().as_str(), "ltd" | "inc")
}

fn quoted(terms: &str) -> Vec<std::ops::Range<usize>> {
    static QUOTED: LazyLock<Regex> =
        LazyLock::new(|| constant("\"[^\"]{1,120}\"|“[^”]{1,120}”|«[^»]{1,120}»"));
    QUOTED.find_iter(terms).map(|found| found.range()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(terms: &str, expected: &[&str]) {
        assert_eq!(items(terms), expected, "{terms}");
    }

    #[test]
    fn each_thing_stands_by_itself() {
        check(
            "EDITORIAL USE ONLY; NO SALES; NO ARCHIVES",
            &["EDITORIAL USE ONLY", "NO SALES", "NO ARCHIVES"],
        );
        check("UK OUT, FRANCE OUT, no internet", &["UK OUT", "FRANCE OUT", "no internet"]);
        check("Editorial use only, no sales.", &["Editorial use only", "no sales"]);
        check(
            "No sales.\nNo archive. Use by 2 May only.",
            &["No sales", "No archive", "Use by 2 May only"],
        );
    }

    #[test]
    fn the_wording_of_a_credit_stays_whole() {
        check(
            "RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT \"AFP PHOTO / NASA / E. Kaya\" - NO MARKETING",
            &[
                "RESTRICTED TO EDITORIAL USE",
                "MANDATORY CREDIT \"AFP PHOTO / NASA / E. Kaya\"",
                "NO MARKETING",
            ],
        );
        check(
            "Mandatory credit: Harbour Co. Ltd. No sales",
            &["Mandatory credit: Harbour Co. Ltd. No sales"],
        );
    }

    #[test]
    fn sentences_and_lists_of_places_stay_whole() {
        check(
            "Not for use in Norway, Sweden and Denmark",
            &["Not for use in Norway, Sweden and Denmark"],
        );
        check("Only for www.example.org, ask first", &["Only for www.example.org, ask first"]);
        check(" - ; . ", &[]);
    }

    #[test]
    fn terms_behind_a_caption_are_found() {
        let found = |caption| terms_in_caption(caption).unwrap_or_default();
        assert_eq!(
            found("At dawn. (AFP) == RESTRICTED TO EDITORIAL USE - NO SALES =="),
            "RESTRICTED TO EDITORIAL USE - NO SALES"
        );
        assert_eq!(found("There are no sales at the harbour."), "");
    }
}
