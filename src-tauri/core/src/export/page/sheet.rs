//! What a proof says of its stops, and the fingerprint of a page's style for its own content security
//! policy.

use crate::export::theme::{Rules, Used};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The style of the lines that say what stops a story; empty on a page without them.
pub fn of_stops(used: &Used) -> String {
    static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::ours(include_str!("stops.css")));
    RULES.kept(used)
}

/// A sheet of ours without its comments, its line ends and the space before braces. No line end may be
/// left in it: browsers take the fingerprint after turning CRLF into LF, so a checkout with the wrong
/// one would unstyle every page.
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

    #[test]
    fn the_hash_is_as_a_policy_writes_it() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
