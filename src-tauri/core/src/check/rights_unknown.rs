//! A photo of which nobody has said on what terms the desk has it.

use super::Level;
use super::found::Found;
use super::page::Page;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let unknown =
        page.pictures.iter().filter(|picture| picture.photo.is_some_and(|p| p.rights_unknown));
    let found = unknown.map(|picture| {
        let message = format!(
            "Nobody has said what rights the desk has in {}: staff, agency, handout or other.",
            super::page::in_sentence(&picture.label)
        );
        let about = picture.figure.photo_id.as_deref().unwrap_or_default();
        Found::new(Level::Note, picture.place(), about, message)
    });
    found.collect()
}
