//! The line that an agency puts before its caption: "PARIS, FRANCE - MAY 12: …". It is the wire's
//! address and no part of the sentence.

use super::found::Found;
use super::page::{Page, Picture, in_sentence};
use super::{Edit, Fix, Level};
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|picture| !picture.is_wanted());
    shown.filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let caption = picture.caption();
    let end = dateline(&caption)?;
    let words = caption[..end].trim();
    let range = 0..end;
    let message = format!(
        "The caption of {} still begins with the agency’s “{words}”.",
        in_sentence(&picture.label)
    );
    let fix = page.caption(picture).map(|passage| Fix {
        label: format!("Remove “{words}”"),
        edits: vec![Edit {
            from: passage.position(0),
            to: passage.position(end),
            text: String::new(),
        }],
        // Place and day go with it, and the sentence may not say them again.
        asks_first: true,
    });
    let place = page.in_caption(picture, &range);
    Some(Found::new(Level::Note, place, words, message).param("words", words).fix(fix))
}

/// Where the caption itself begins. Capitals with a comma or a date in them, then a colon or a dash.
fn dateline(caption: &str) -> Option<usize> {
    static LINE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*){0,3}(?:, \p{Lu}[\p{Lu}.’' -]+){1,2}(?:\s*[-–—]\s*(?:\p{L}{3,10}\.? \d{1,2}|\d{1,2} \p{L}{3,10})(?:, \d{4}| \d{4})?)?\s*(?::|\s[-–—])\s+",
        )
        .expect("a constant that the tests run")
    });
    let end = LINE.find(caption)?.end();
    (end < caption.len()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::dateline;

    fn check(caption: &str, expected: &str) {
        assert_eq!(dateline(caption).map_or("", |end| &caption[..end]), expected, "{caption}");
    }

    #[test]
    fn addresses_of_the_wire() {
        check("PARIS, FRANCE - MAY 12: Workers rest.", "PARIS, FRANCE - MAY 12: ");
        check("NEW YORK, NY - DECEMBER 03, 2026: Snow.", "NEW YORK, NY - DECEMBER 03, 2026: ");
        check("İZMİR, TÜRKİYE - 3 MAYIS: Liman.", "İZMİR, TÜRKİYE - 3 MAYIS: ");
    }

    #[test]
    fn sentences() {
        for caption in [
            "NATO, the EU and the UN met.",
            "PARIS: Workers rest.",
            "BBC – a history",
            "AC/DC, LIVE",
        ] {
            check(caption, "");
        }
    }
}
