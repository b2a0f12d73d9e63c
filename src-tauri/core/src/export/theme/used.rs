//! What stands on a page, as far as a rule of a style sheet can ask for it. A page carries the rules
//! that find something on it and no others: most stories have no table.

use crate::export::words::primary;
use std::collections::BTreeSet;

/// The elements, classes, attributes and languages of a page: "figure", ".quote", "[tabindex]",
/// ":lang(ar)".
#[derive(Debug, Clone, Default)]
pub struct Used(BTreeSet<String>);

impl Used {
    /// What every page in `language` has.
    pub fn on(language: &str) -> Used {
        let always = ["html", "head", "body", "[lang]", "[dir]"].map(str::to_owned);
        Used(always.into_iter().chain([speaks(language)]).collect())
    }

    pub fn see<'n, 'v>(&mut self, tag: &str, attributes: impl Iterator<Item = (&'n str, &'v str)>) {
        self.0.insert(tag.to_owned());
        for (name, value) in attributes {
            self.0.insert(format!("[{name}]"));
            match name {
                "class" => self.0.extend(value.split_whitespace().map(|c| format!(".{c}"))),
                "lang" => self.0.extend([speaks(value)]),
                _ => {}
            }
        }
    }

    pub fn has(&self, part: &str) -> bool {
        self.0.contains(part)
    }
}

/// How a selector asks for a language, whatever its region.
pub fn speaks(tag: &str) -> String {
    format!(":lang({})", primary(tag).to_ascii_lowercase())
}
