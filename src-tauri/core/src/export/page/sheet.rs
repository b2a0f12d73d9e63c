//! The style of the page, and its fingerprint for the page's own content security policy.
//!
//! A page carries the rules that something on it needs and no others: most stories have no table.

use super::html::Element;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The style of a page in `language` with this `body`: that of every page, and of what a proof says
/// of its stops.
pub fn css(language: &str, body: &Element) -> String {
    let sheets = [include_str!("page.css"), include_str!("stops.css")];
    let used = Used::on(language, body);
    sheets.iter().map(|sheet| used.kept(&pressed(sheet))).collect()
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

/// What a selector can find on a page: "figure", ".quote", "[tabindex]", ":lang(ar)".
struct Used(BTreeSet<String>);

impl Used {
    fn on(language: &str, body: &Element) -> Used {
        let mut used = BTreeSet::from(["html".to_owned(), speaks(language)]);
        body.walk(&mut |element| {
            used.insert(element.tag().to_owned());
            for (name, value) in element.attributes() {
                used.insert(format!("[{name}]"));
                match name {
                    "class" => used.extend(value.split(' ').map(|class| format!(".{class}"))),
                    "lang" => used.extend([speaks(value)]),
                    _ => {}
                }
            }
        });
        Used(used)
    }

    /// The rules of a pressed sheet whose selectors find something.
    fn kept(&self, sheet: &str) -> String {
        let mut kept = String::new();
        let mut rest = sheet;
        while let Some((selectors, after)) = rest.split_once('{') {
            let end = closing(after);
            let (inside, next) = (&after[..end], after.get(end + 1..).unwrap_or_default());
            rest = next;
            let (selectors, inside) = match selectors.starts_with('@') {
                true => (selectors.to_owned(), self.kept(inside)),
                false => (self.found(selectors), inside.to_owned()),
            };
            if !selectors.is_empty() && !inside.is_empty() {
                kept.extend([&selectors, "{", &inside, "}"]);
            }
        }
        kept
    }

    fn found(&self, selectors: &str) -> String {
        let found =
            selectors.split(',').filter(|selector| parts(selector).all(|p| self.0.contains(p)));
        found.collect::<Vec<_>>().join(",")
    }
}

/// Where the brace stands that closes a block, in the text behind the one that opens it.
fn closing(text: &str) -> usize {
    let mut open = 1;
    let brace = text.bytes().position(|byte| {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        open == 0
    });
    brace.unwrap_or(text.len())
}

/// The elements, classes, attributes and languages that a selector asks for. What it says of a state
/// (":focus", "::after") and of everything ("*", ":root") asks for nothing.
fn parts(selector: &str) -> impl Iterator<Item = &str> {
    let compounds = selector.split([' ', '>', '+']);
    let simple = compounds.flat_map(|compound| {
        let mut begins: Vec<usize> =
            compound.match_indices(['.', ':', '[']).map(|(at, _)| at).collect();
        begins.insert(0, 0);
        begins.push(compound.len());
        begins.dedup();
        begins.windows(2).map(|pair| &compound[pair[0]..pair[1]]).collect::<Vec<_>>()
    });
    simple.filter(|part| {
        let asks_nothing = part.is_empty() || *part == "*" || part.starts_with(':');
        !asks_nothing || part.starts_with(":lang(")
    })
}

fn speaks(tag: &str) -> String {
    let language = crate::export::words::primary(tag).to_ascii_lowercase();
    format!(":lang({language})")
}

#[cfg(test)]
mod tests {
    use super::super::html::element;
    use super::*;

    fn css() -> String {
        pressed(include_str!("page.css"))
    }

    #[test]
    fn the_sheet_is_small_and_ends_no_element() {
        let css = css();
        assert!(css.len() <= 4_200, "{} bytes", css.len());
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
    fn a_page_carries_the_rules_that_it_needs() {
        let sheet =
            "a{b:c}.x p,h2{d:e}@media print{.y{f:g}a::after{h:i}}:lang(ar){j:k}[dir]>*{l:m}";
        let body = element("body").with([element("a").class("y x")]);
        assert_eq!(Used::on("en", &body).kept(sheet), "a{b:c}@media print{.y{f:g}a::after{h:i}}");
        let body = body.with([element("p").attribute("dir", "rtl"), element("p").class("z")]);
        assert_eq!(
            Used::on("ar-EG", &body).kept(sheet),
            "a{b:c}.x p{d:e}@media print{.y{f:g}a::after{h:i}}:lang(ar){j:k}[dir]>*{l:m}"
        );
    }

    #[test]
    fn the_hash_is_as_a_policy_writes_it() {
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
