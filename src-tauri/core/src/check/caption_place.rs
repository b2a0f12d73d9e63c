//! A caption that names another place than the photo's file.

use super::CheckedPhoto;
use super::Level;
use super::found::Found;
use super::page::{Page, Picture, in_sentence};
use deunicode::deunicode;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|picture| !picture.is_wanted());
    shown.filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let photo = picture.photo?;
    let caption = picture.caption();
    let range = elsewhere(&caption, photo)?;
    let words = &caption[range.clone()];
    let own: Vec<&str> = photo.near.iter().chain(&photo.far).map(String::as_str).collect();
    let own = own.join(", ");
    let message = format!(
        "The caption of {} says “{words}”; its file says {own}.",
        in_sentence(&picture.label)
    );
    let place = page.in_caption(picture, &range);
    Some(Found::new(Level::Note, place, words, message).param("words", words).param("file", own))
}

/// "in Halden, Norway": silent unless it is the only such place, and neither the caption nor the file
/// has a word of the other.
fn elsewhere(caption: &str, photo: &CheckedPhoto) -> Option<Range<usize>> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        const NAME: &str =
            r"\p{Lu}[\p{L}’'-]+(?: (?:de |del |la |of |am |der )?\p{Lu}[\p{L}’'-]+){0,2}";
        Regex::new(&format!(r"\b[Ii]n (?P<place>{NAME}), (?P<land>{NAME})(?:[,.;:]|$| on )"))
            .expect("a constant that the tests run")
    });
    if photo.near.is_empty() || photo.far.is_empty() {
        return None;
    }
    let mut places = PLACE.captures_iter(caption);
    let (found, None) = (places.next()?, places.next()) else { return None };
    let (place, land) = (found.name("place")?, found.name("land")?);
    let own: Vec<String> = photo.near.iter().chain(&photo.far).map(|name| folded(name)).collect();
    let said = folded(caption);
    let named = own.iter().filter(|name| !name.is_empty()).any(|name| said.contains(name.as_str()));
    let is_own = |name: &str| own.iter().any(|own| own.contains(&folded(name)));
    let contradicts = !named && !is_own(place.as_str()) && !is_own(land.as_str());
    contradicts.then(|| place.start()..land.end())
}

fn folded(name: &str) -> String {
    deunicode(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(caption: &str, expected: &str) {
        let photo = CheckedPhoto {
            near: vec!["Grünerløkka".into(), "Oslo".into()],
            far: vec!["Norway".into()],
            ..CheckedPhoto::default()
        };
        let found = elsewhere(caption, &photo).map_or("", |range| &caption[range]);
        assert_eq!(found, expected, "{caption}");
    }

    #[test]
    fn another_place_is_told() {
        check("Workers rest in Halden, Sweden.", "Halden, Sweden");
        check("Workers rest in New York, United States, on Monday", "New York, United States");
    }

    #[test]
    fn the_same_place_is_silent() {
        check("Workers rest in Oslo, Norway.", "");
        check("Workers rest in Grunerlokka, Oslo.", "");
        check("Workers rest in Halden, Norway.", "");
        check("Workers rest in Halden.", "");
        check("Norway’s team in Paris, France.", "");
        check("Ada Reed in Paris, France, and in Rome, Italy.", "");
    }
}
