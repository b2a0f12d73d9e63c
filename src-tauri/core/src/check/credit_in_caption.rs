//! A credit that stands in the caption too, so that it would print twice. The photo's credit is
//! printed behind its caption anyway.

use super::found::Found;
use super::page::{Page, Picture, in_sentence};
use super::{CheckedPhoto, Edit, Fix, Level};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.pictures.iter().filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let caption = picture.caption();
    let credit = credit_in(&caption, picture.photo)?;
    let words = caption.get(credit.clone())?.trim();
    let label = format!("caption of {}", in_sentence(&picture.label));
    let message = format!("The {label} repeats the credit: “{words}”.");
    let typed = page.caption(picture);
    let place = page.in_caption(picture, &credit);
    let fix = typed.filter(|passage| reaches_end(&passage.text, &credit)).map(|passage| Fix {
        label: format!("Remove “{words}”"),
        edits: vec![Edit {
            from: passage.position(credit.start),
            to: passage.position(credit.end),
            text: String::new(),
        }],
        asks_first: passage.is_quoted(&credit),
    });
    Some(Found::new(Level::Warn, place, words, message).param("credit", words).fix(fix))
}

fn reaches_end(text: &str, range: &Range<usize>) -> bool {
    text[range.end..].trim_matches(['.', ' ']).is_empty()
}

/// Where the credit stands, with the space before it.
fn credit_in(caption: &str, photo: Option<&CheckedPhoto>) -> Option<Range<usize>> {
    TAILS
        .iter()
        .find_map(|tail| Some(tail.captures(caption)?.name("credit")?.range()))
        .or_else(|| named_tail(caption, photo?))
        .or_else(|| whole_credit(caption, photo?))
}

/// Tails that name a credit by themselves, whatever the photo says.
static TAILS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    const PHOTO: &str = r"(?i:(?:file )?(?:photo(?:graph)?s?|pictures?|images?|fotos?|fotoğraf|bild|video grab)|صورة)";
    const NAMES: &str = r"(?i:\s+by\s|\s+courtesy of\s|\s+credit\s|\s*[:/|–—]\s*|\s+by\s*:\s*)";
    let tail = |text: String| Regex::new(&text).expect("a constant that the tests run");
    [
        tail(format!(r"(?P<credit>\s*[\[(]{PHOTO}{NAMES}\s*[^\[\]()]+[\])])\.?\s*$")),
        tail(format!(r"[.!?”](?P<credit>\s+{PHOTO}{NAMES}\s*\p{{L}}[^.!?]{{1,60}}\.?)\s*$")),
        tail(r"(?P<credit>\s*[\[(]?\b(?:AP Photo|REUTERS|AFP|EPA|Getty Images)\s?/\s?\p{Lu}[^.!?()\[\]]{1,50}[\])]?)\.?\s*$".into()),
    ]
});

/// A tail behind a bracket, a dash or a full stop with a name of the photo's credit in it and hardly
/// another word: "… at dawn (Elif Kaya)", "… at dawn. Elif Kaya/AFP".
fn named_tail(caption: &str, photo: &CheckedPhoto) -> Option<Range<usize>> {
    static START: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?:\s*[\[(]|\s+[–—-]\s+|\s*/\s*|(?P<stop>[.!?])\s+)[^\[\]()]{1,80}[\])]?\.?\s*$",
        )
        .expect("a constant that the tests run")
    });
    let names = photo.credit_names.as_deref()?;
    let mut from = 0;
    while let Some(found) = caption.get(from..).and_then(|rest| START.captures(rest)) {
        let all = found.get(0)?;
        let start = from + found.name("stop").map_or(all.start(), |stop| stop.end());
        if is_credit(&caption[start..], names) {
            let end = start + caption[start..].trim_end().trim_end_matches('.').len();
            return Some(start..end);
        }
        from += all.start() + all.as_str().chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Every word of `tail` is one of the credit's.
fn is_credit(tail: &str, names: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (tail, names) = (words(tail), words(names));
    !tail.is_empty() && tail.iter().all(|word| names.contains(word) || word == "by")
}

/// The photographer and the agency as they print, anywhere in the caption. One name alone may be
/// what the picture shows.
fn whole_credit(caption: &str, photo: &CheckedPhoto) -> Option<Range<usize>> {
    let names = photo.credit_names.as_deref().filter(|names| names.contains('/'))?;
    let line = photo.credit_line.as_deref().unwrap_or(names);
    [line, names].into_iter().find_map(|credit| {
        let at = caption.find(credit)?;
        Some(at..at + credit.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(caption: &str, names: Option<&str>, expected: Option<&str>) {
        let photo = CheckedPhoto {
            credit_line: names.map(|names| format!("Photo: {names}")),
            credit_names: names.map(str::to_owned),
            ..CheckedPhoto::default()
        };
        let found = credit_in(caption, Some(&photo)).map(|range| &caption[range]);
        assert_eq!(found, expected, "{caption}");
    }

    #[test]
    fn tails_that_name_a_credit() {
        check("At dawn. (Photo by Bo Li/AFP)", None, Some(" (Photo by Bo Li/AFP)"));
        check("At dawn (Photo: Bo Li).", None, Some(" (Photo: Bo Li)"));
        check("At dawn. Photo: Bo Li", None, Some(" Photo: Bo Li"));
        check("At dawn. AP Photo/Bo Li", None, Some(" AP Photo/Bo Li"));
    }

    #[test]
    fn tails_with_the_photo_s_own_names() {
        check("At dawn (Bo Li)", Some("Bo Li / AFP"), Some(" (Bo Li)"));
        check("At dawn. Bo Li/AFP", Some("Bo Li / AFP"), Some(" Bo Li/AFP"));
        check("At dawn. (AFP)", Some("AFP"), Some(" (AFP)"));
        check("At dawn – AFP", Some("AFP"), Some(" – AFP"));
        check("Photo: Bo Li / AFP, at dawn", Some("Bo Li / AFP"), Some("Photo: Bo Li / AFP"));
    }

    #[test]
    fn captions_that_speak_of_photos_and_names_are_silent() {
        check("The hall (photographed from the west)", None, None);
        check("A photo by Bo Li hangs in the hall.", Some("Bo Li"), None);
        check("The Town Museum in Halden (built 1911)", Some("Town Museum"), None);
        check("The headquarters of AFP", Some("AFP"), None);
        check("Bo Li reads. The hall listens.", Some("Bo Li"), None);
    }
}
