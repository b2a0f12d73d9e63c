//! Which way a language is written.

use super::document::Direction;

/// The direction of a BCP 47 tag: that of its script where it names one ("az-Arab", "ks-Deva"), else
/// that of the script that the language is usually written in.
pub fn direction_of(language: &str) -> Direction {
    let mut parts = language.split(['-', '_']).map(str::to_ascii_lowercase);
    let primary = parts.next().unwrap_or_default();
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
        None => RIGHT_TO_LEFT.contains(&primary.as_str()),
    };
    if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// ISO 15924, in small letters.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 10] =
    ["arab", "aran", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr"];

/// ISO 639, those that news is written in.
const RIGHT_TO_LEFT: [&str; 21] = [
    "ar", "arz", "ary", "apc", "he", "iw", "fa", "prs", "ur", "ps", "pnb", "sd", "ug", "yi", "ji",
    "dv", "ckb", "ks", "syr", "arc", "nqo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_where_it_is_named() {
        for language in ["ar", "AR-eg", "he", "fa-IR", "ckb", "az-Arab", "pa-Arab-PK"] {
            assert_eq!(direction_of(language), Direction::RightToLeft, "{language}");
        }
        for language in ["en", "", "tr", "ks-Deva", "ar-Latn", "ku", "ja"] {
            assert_eq!(direction_of(language), Direction::LeftToRight, "{language}");
        }
    }
}
