//! TK, "to come": a mark for a fact that is still missing. It must not print.

use super::found::Found;
use super::page::{Card, MOST, Page, Passage, Picture, in_sentence};
use super::{Level, Place};
use crate::story::{Embed, Part};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let printed = page.passages.iter().filter(|passage| !is_of_wanted_photo(passage));
    let typed = printed.flat_map(|passage| {
        let found = page.tk.find(&passage.text).into_iter().take(MOST);
        found.map(move |range| found_at(passage.place(&range), &passage.text[range]))
    });
    let of_photos = page.pictures.iter().flat_map(|picture| of_photo(page, picture));
    typed.chain(of_photos).chain(page.embeds.iter().flat_map(|card| of_card(page, card))).collect()
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
fn of_photo(page: &Page, picture: &Picture) -> Vec<Found> {
    let Some(photo) = picture.photo else { return Vec::new() };
    let own_caption = photo.caption.iter().filter(|_| picture.figure.caption.is_none());
    let own_alt_text = photo.alt_text.iter().filter(|_| picture.figure.alt_text.is_none());
    let texts = own_caption.map(|text| ("caption", text));
    let texts = texts.chain(own_alt_text.map(|text| ("alt text", text)));
    let texts = texts.chain(photo.credit_line.iter().map(|text| ("credit", text)));
    texts
        .flat_map(|(part, text)| {
            page.tk.find(text).into_iter().map(move |range| (part, &text[range]))
        })
        .map(|(part, mark)| {
            let label = format!("{part} of {}", in_sentence(&picture.label));
            found_at(Place { label, ..picture.place() }, mark)
        })
        .collect()
}

/// What prints of an embed.
fn of_card(page: &Page, card: &Card) -> Vec<Found> {
    let Embed { provider, title, author, text, .. } = card.embed;
    let words = [provider, title, author, text].into_iter();
    let marks = words.flat_map(|words| page.tk.find(words).into_iter().map(|range| &words[range]));
    marks.map(|mark| found_at(card.place(), mark)).collect()
}

fn found_at(place: Place, mark: &str) -> Found {
    let message =
        format!("“{mark}” is left in {}. Fill in what was to come.", in_sentence(&place.label));
    Found::new(Level::Block, place, mark, message).param("mark", mark)
}

/// The desk's marks, ready to be looked for.
pub(super) struct Marks {
    any: Option<Regex>,
}

impl Marks {
    /// A mark of letters is a word of its own; one in brackets stands anywhere. "TK" may come twice and
    /// more often ("TKTK"), and that in small letters too.
    pub(super) fn of(marks: &[String]) -> Marks {
        let mut marks: Vec<&str> =
            marks.iter().map(|m| m.trim()).filter(|m| !m.is_empty()).collect();
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.len()));
        let mut patterns: Vec<String> = marks.iter().map(|mark| pattern(mark)).collect();
        if marks.contains(&"TK") {
            patterns.push(r"\b(?:(?:TK)+|(?:tk){2,})\b".into());
        }
        let any = (!patterns.is_empty()).then(|| Regex::new(&patterns.join("|")).ok()).flatten();
        Marks { any }
    }

    /// Where marks stand. TK Maxx and TK Elevator are companies, TK 1980 and TK1980 are flights.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        static NAME: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^\s(?:(?i:maxx|elevator)\b|\d{3,4}\b)")
                .expect("a constant that the tests run")
        });
        let Some(any) = &self.any else { return Vec::new() };
        any.find_iter(text)
            .filter(|mark| mark.as_str() != "TK" || !NAME.is_match(&text[mark.end()..]))
            .map(|mark| mark.range())
            .collect()
    }
}

fn pattern(mark: &str) -> String {
    let bound = |c: Option<char>| if c.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
    let (first, last) = (mark.chars().next(), mark.chars().next_back());
    format!("{}{}{}", bound(first), regex::escape(mark), bound(last))
}

#[cfg(test)]
mod tests {
    use super::Marks;

    fn of(marks: &[&str], text: &str, expected: &[&str]) {
        let marks: Vec<String> = marks.iter().map(|mark| (*mark).to_owned()).collect();
        let found = Marks::of(&marks).find(text);
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check(text: &str, expected: &[&str]) {
        of(&["TK", "TKTK", "[CQ?]"], text, expected);
    }

    #[test]
    fn marks_are_found() {
        check("It cost TK million, said [TKTK].", &["TK", "TKTK"]);
        check("the TK's tail", &["TK"]);
        check("tktk", &["tktk"]);
        check("Elif Kaya[CQ?] said", &["[CQ?]"]);
    }

    #[test]
    fn names_and_flights_are_silent() {
        check("TK Maxx sold TK MAXX to TK Elevator", &[]);
        check("flight TK1980, then TK 1981", &[]);
        check("ATK, TKO, Tk and the Latkes", &[]);
    }

    #[test]
    fn a_desk_has_its_own_marks() {
        of(
            &["XX", "à vérifier", "???"],
            "XX people, XXL, à vérifier; why??? TK",
            &["XX", "à vérifier", "???"],
        );
        of(&[], "TK and TKTK", &[]);
        of(&["", "  "], "TK", &[]);
    }
}
