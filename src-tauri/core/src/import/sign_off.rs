//! The sign-off: the printed line at the foot, with contributors and agencies.

use super::words::{AGENCIES, pattern, words};
use regex::Regex;
use std::sync::LazyLock;

/// How surely a line among the last of the copy is its sign-off, in percent.
pub(super) fn sign_off(text: &str) -> Option<u32> {
    if words(text) > 40 || text.len() > 400 {
        return None;
    }
    RULES.iter().find(|(rule, _)| rule.is_match(text)).map(|(_, certainty)| *certainty)
}

/// A name and nothing else, as a reporter or an agency signs: up to four words, all with capitals.
pub(super) fn bare_name(text: &str) -> bool {
    let name = text.trim_start_matches(['-', '–', '—', ' ']);
    words(name) <= 4
        && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && !name.ends_with(['.', '!', '?', ':'])
}

static RULES: LazyLock<[(Regex, u32); 5]> = LazyLock::new(|| {
    [
        (
            pattern(
                r"^[\[(–—-]*\s*(?i:(?:with )?(?:additional )?(?:reporting|writing|editing|compiled|translated|translation)(?: and (?:reporting|writing|editing))?)\s+(?:by|from)\s",
            ),
            95,
        ),
        (
            pattern(
                r"^[\[(–—-]*\s*(?:\p{Lu}[\p{L}\p{N}.&’'-]*[ ,]+)+(?i:and|with|,|&|ve|et|und|y)\s+(?i:news |haber )?(?i:agencies|wires|wire services|staff|ajanslar|agences|agenturen|agencias)[\])]?\.?$",
            ),
            95,
        ),
        (pattern(r"^(?i:sources?|kaynak|quelle|fuente|المصدر)\s*[:：]\s*\S"), 90),
        (
            pattern(&format!(
                r"^[\[(–—-]*\s*(?:{AGENCIES})(?:(?:\s*[,/+&;]\s*|\s+and\s+|\s*-\s*|،\s*)(?:{AGENCIES}))*[\])]?\.?$"
            )),
            80,
        ),
        (
            pattern(
                r"^[\[(–—-]*\s*(?i:news )?(?i:agencies|wires|ajanslar|agences|وكالات)[\])]?\.?$",
            ),
            85,
        ),
    ]
});

#[cfg(test)]
mod tests {
    use super::{bare_name, sign_off};

    fn check(text: &str, expected: bool) {
        assert_eq!(sign_off(text).is_some(), expected, "{text}");
    }

    #[test]
    fn lines_that_sign_off() {
        check("Harbour Post and agencies", true);
        check("HarbourPost, with agencies", true);
        check("(Reporting by Ana Ruiz; Editing by Bo Li)", true);
        check("Additional reporting by Bo Li in Lima", true);
        check("Source: Harbour Trust", true);
        check("AFP, Reuters", true);
        check("Agencies", true);
        check("رويترز، وكالات", true);
        check("Kaynak: AA", true);
    }

    #[test]
    fn bare_names() {
        assert!(bare_name("Harbour Post"));
        assert!(bare_name("– Ana Ruiz"));
        assert!(!bare_name("More to come"));
        assert!(!bare_name("Yes!"));
    }

    #[test]
    fn lines_that_are_copy() {
        check("The mayor met police and agencies.", false);
        check("Work goes on", false);
        check("Sources said the bridge would close.", false);
        check("“We will be back,” she said.", false);
    }
}
