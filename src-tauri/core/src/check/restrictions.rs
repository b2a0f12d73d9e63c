//! What a photo's supplier forbids or demands. Whether it is kept, only a person can judge.

use super::Level;
use super::found::Found;
use super::page::Page;

/// More would hide the other findings; the photo's panel shows all.
const MOST: usize = 6;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let found = page.pictures.iter().filter_map(|picture| {
        let words = &picture.photo?.restrictions;
        if words.is_empty() {
            return None;
        }
        let quoted: Vec<String> = words.iter().take(MOST).map(|item| format!("“{item}”")).collect();
        let more = match words.len().saturating_sub(MOST) {
            0 => String::new(),
            n => format!(", and {n} more"),
        };
        let message =
            format!("{}: its supplier says {}{more}.", picture.named(), quoted.join(", "));
        let found = Found::new(Level::Note, picture.place(), &words.join("\n"), message);
        Some(found.param("restrictions", words.join("\n")))
    });
    found.collect()
}
