//! The style of the page, and its fingerprint for the page's own content security policy.

use crate::export::Prepared;
use crate::export::theme::{Theme, pressed};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The style of this page: its theme's, and that of what a proof says of its stops.
pub fn css(page: &Prepared, theme: &Theme) -> String {
    let css = theme.css().to_owned();
    if page.stops.is_empty() { css } else { css + &pressed(include_str!("stops.css")) }
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
