//! An alt text that is the name of a file: it says nothing to anybody.

use super::Level;
use super::found::Found;
use super::page::{Page, in_sentence};
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|p| !p.is_wanted() && !p.figure.decorative);
    let found = shown.filter_map(|picture| {
        let alt_text = picture.alt_text();
        let name = picture.photo.map_or("", |photo| photo.name.as_str());
        let message = format!(
            "The alt text of {} is the name of a file: “{}”. Say what the picture shows.",
            in_sentence(&picture.label),
            alt_text.trim()
        );
        let place = page.in_alt_text(picture, &(0..alt_text.len()));
        is_file_name(alt_text.trim(), name)
            .then(|| Found::new(Level::Warn, place, alt_text.trim(), message))
    });
    found.collect()
}

/// A word with a picture's ending, the photo's own name, or what a camera counts up.
fn is_file_name(text: &str, name: &str) -> bool {
    static FILE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)^(?: \S+\.(?:jpe?g|png|gif|webp|tiff?|heic|heif|avif|bmp)
            | (?:img|dsc[nf]?|dji|pxl|gopr|mvi|p)[_-]?\d{3,}\S* | (?:screenshot|whatsapp\simage)[\s_-]\d.* )$",
        )
        .expect("a constant that the tests run")
    });
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_stem = stem.contains(|c: char| c.is_ascii_digit() || "_-".contains(c)) && text == stem;
    FILE.is_match(text) || is_stem
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_file_name(text, "harbour-at-dawn.jpg"), expected, "{text}");
    }

    #[test]
    fn names_of_files() {
        for text in
            ["bridge.JPG", "IMG_1234", "DSC-0042", "harbour-at-dawn", "Screenshot 2026-05-12"]
        {
            check(text, true);
        }
    }

    #[test]
    fn words_about_pictures() {
        for text in ["A harbour at dawn", "harbour at dawn", "The bridge.", "P500", "", "p. 12"] {
            check(text, text == "P500");
        }
    }
}
