//! How text looks, as it is handed down from an element to what is in it.

use super::link::{Address, address};
use super::part::Marks;
use super::receipt::{Receipt, Why};
use super::style::Style;
use super::tree::Element;

#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub marks: Marks,
    /// Line feeds of the source are breaks of the line.
    pub keeps_breaks: bool,
    /// Stands above or below the line.
    pub raised: bool,
}

impl Look {
    /// How text in `element` looks, which stands in what looks like `self`.
    pub fn with(mut self, element: &Element, style: &Style, receipt: &mut Receipt) -> Look {
        match element.name() {
            "b" | "strong" => self.marks.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => self.marks.em = true,
            "pre" | "listing" | "xmp" | "plaintext" => self.keeps_breaks = true,
            "a" => self.link(element, receipt),
            _ => {}
        }
        // What programs declare on a tag stands before what the tag is for: Google Docs wraps
        // all it copies in a `b` of normal weight.
        self.marks.strong = style.strong.unwrap_or(self.marks.strong);
        self.marks.em = style.em.unwrap_or(self.marks.em);
        self.keeps_breaks = style.keeps_breaks.unwrap_or(self.keeps_breaks);
        self
    }

    fn link(&mut self, element: &Element, receipt: &mut Receipt) {
        if !element.has("href") {
            return;
        }
        let href = element.attr("href");
        self.marks.link = match address(href) {
            Address::Kept { href, unwrapped, tracking } => {
                if unwrapped {
                    receipt.note(Why::Unwrapped, "");
                }
                if tracking {
                    receipt.note(Why::Tracking, "");
                }
                Some(href.into())
            }
            Address::Inside if is_footnote(href) => {
                if !leads_back(href) {
                    receipt.note(Why::Footnote, "");
                }
                None
            }
            Address::Inside => {
                receipt.note(Why::InsideLink, "");
                None
            }
            Address::Refused => {
                receipt.note(Why::RefusedLink, href);
                None
            }
        };
    }
}

/// As Word, LibreOffice, Google Docs, Wikipedia and common pages name them.
pub(super) fn is_footnote(href: &str) -> bool {
    const STARTS: [&str; 9] = [
        "#_ftn",
        "#_edn",
        "#ftnt",
        "#sdfootnote",
        "#sdendnote",
        "#fn",
        "#footnote",
        "#cite_",
        "#endnote",
    ];
    STARTS.iter().any(|start| href.starts_with(start))
}

/// From the note to its place in the text.
pub(super) fn leads_back(href: &str) -> bool {
    href.contains("ref") || href.ends_with("anc")
}

/// The signs that a browser draws and a text must have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub quotes: (&'static str, &'static str),
}

impl Words {
    /// By the language of the story.
    pub fn of(language: &str) -> Words {
        let quotes = match language.split('-').next().unwrap_or_default() {
            "de" | "cs" | "sk" | "sl" | "bg" | "is" | "et" | "lt" => ("„", "“"),
            "pl" | "ro" | "hu" => ("„", "”"),
            "fr" => ("«\u{A0}", "\u{A0}»"),
            "es" | "it" | "pt" | "ru" | "uk" | "el" | "nb" | "nn" | "no" | "ar" => ("«", "»"),
            "sv" | "fi" => ("”", "”"),
            "da" => ("»", "«"),
            "ja" | "zh" => ("「", "」"),
            _ => ("“", "”"),
        };
        Words { quotes }
    }
}
