//! An alt text that only repeats the caption: a reader who hears the page hears it twice.

use super::Level;
use super::found::Found;
use super::page::{Page, in_sentence};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|p| !p.is_wanted() && !p.figure.decorative);
    let found = shown.filter_map(|picture| {
        let (alt_text, caption) = (picture.alt_text(), picture.caption());
        let same = !plain(&alt_text).is_empty() && plain(&alt_text) == plain(&caption);
        let message = format!(
            "The alt text of {} repeats the caption. Say what the picture shows.",
            in_sentence(&picture.label)
        );
        let place = page.in_alt_text(picture, &(0..alt_text.len()));
        same.then(|| Found::new(Level::Note, place, alt_text.trim(), message))
    });
    found.collect()
}

/// The words alone, whatever their case and their full stop.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}
