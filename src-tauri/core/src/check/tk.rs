//! TK, "to come": a mark for a fact that is still missing. It must not print.

use super::found::Found;
use super::page::{MOST, Page, Passage, Picture, in_sentence};
use super::{Level, Place};
use crate::story::Part;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let printed = page.passages.iter().filter(|passage| !is_of_wanted_photo(passage));
    let typed = printed.flat_map(|passage| {
        let found = marks(&passage.text).into_iter().take(MOST);
        found.map(move |range| found_at(passage.place(&range), &passage.text[range]))
    });
    typed.chain(page.pictures.iter().flat_map(of_photo)).collect()
}

/// A wanted photo is left out of the page with its caption, so nothing of it prints.
fn is_of_wanted_photo(passage: &Passage) -> bool {
    let of_photo = matches!(
        passage.run.part,
        Part::LeadCaption | Part::LeadAltText | Part::Caption | Part::AltText
    );
    of_photo && passage.run.photo_id.is_none()
}

/// What prints of the photo's own.
fn of_photo(picture: &Picture) -> Vec<Found> {
    let Some(photo) = picture.photo else { return Vec::new() };
    let own_caption = photo.caption.iter().filter(|_| picture.figure.caption.is_none());
    let own_alt_text = photo.alt_text.iter().filter(|_| picture.figure.alt_text.is_none());
    let texts = own_caption.map(|text| ("caption", text));
    let texts = texts.chain(own_alt_text.map(|text| ("alt text", text)));
    let texts = texts.chain(photo.credit_line.iter().map(|text| ("credit", text)));
    texts
        .flat_map(|(part, text)| marks(text).into_iter().map(move |range| (part, &text[range])))
        .map(|(part, mark)| {
            let label = format!("{part} of {}", in_sentence(&picture.label));
            found_at(Place { label, ..picture.place() }, mark)
        })
        .collect()
}

fn found_at(place: Place, mark: &str) -> Found {
    let message =
        format!("“{mark}” is left in {}. Fill in what was to come.", in_sentence(&place.label));
    Found::new(Level::Block, place, mark, message).param("mark", mark)
}

/// TK and TKTK as words. TK Maxx and TK Elevator are companies, TK 1980 and TK1980 are flights.
fn marks(text: &str) -> Vec<Range<usize>> {
    static TK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:(?:TK)+|(?:tk){2,})\b").expect("a constant that the tests run")
    });
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\s(?:(?i:maxx|elevator)\b|\d{3,4}\b)").expect("a constant that the tests run")
    });
    if !text.contains("TK") && !text.contains("tk") {
        return Vec::new();
    }
    TK.find_iter(text)
        .filter(|mark| mark.as_str() != "TK" || !NAME.is_match(&text[mark.end()..]))
        .map(|mark| mark.range())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::marks;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = marks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_are_found() {
        check("It cost TK million, said [TKTK].", &["TK", "TKTK"]);
        check("the TK's tail", &["TK"]);
        check("tktk", &["tktk"]);
    }

    #[test]
    fn names_and_flights_are_silent() {
        check("TK Maxx sold TK MAXX to TK Elevator", &[]);
        check("flight TK1980, then TK 1981", &[]);
        check("ATK, TKO, Tk and the Latkes", &[]);
    }
}
