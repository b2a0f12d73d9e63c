//! The style of the page, and its fingerprint for the page's own content security policy.

use crate::export::Prepared;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The style of this page: that of every page, and of what a proof says of its stops.
pub fn css(page: &Prepared) -> String {
    let css = pressed(include_str!("page.css"));
    if page.stops.is_empty() { css } else { css + &pressed(include_str!("stops.css")) }
}

/// A sheet without its comments, its line ends and the space before braces. No line end may be left
/// in it: browsers take the fingerprint after turning CRLF into LF, so a checkout with the wrong one
/// would unstyle every page.
pub fn pressed(sheet: &str) -> String {
    let lines = sheet.lines().map(str::trim).filter(|line| !line.starts_with("/*"));
    lines.collect::<String>().replace(" {", "{").replace(";}", "}")
}

/// The SHA-256 of a style sheet as a policy names it (CSP Level 3, 2.3.1).
pub fn hash(css: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(css))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn css() -> String {
        pressed(include_str!("page.css"))
    }

    #[test]
    fn the_sheet_is_small_and_ends_no_element() {
        let css = css();
        assert!(css.len() <= 4_400, "{} bytes", css.len());
        assert!(!css.contains("</") && !css.contains("/*") && !css.contains("url("));
    }

    #[test]
    fn the_sheet_knows_no_left_and_right() {
        for word in ["left", "right", "width:", "height: ", "margin-top", "padding-bottom"] {
            let found = css().match_indices(word).any(|(at, _)| {
                let before = css()[..at].chars().next_back();
                !matches!(before, Some('-' | '('))
            });
            assert!(!found, "{word}");
        }
    }

    #[test]
    fn the_hash_is_as_a_policy_writes_it() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
