//! A caption that was written for the picture that stood here before.

use super::Level;
use super::found::Found;
use super::page::Page;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let marked = page.pictures.iter().filter(|p| p.figure.check_caption && !p.is_wanted());
    let found = marked.filter_map(|picture| {
        let caption = picture.caption();
        let caption = caption.trim();
        let message = format!(
            "The caption of {} was written for another picture. Read whether it still fits.",
            super::page::in_sentence(&picture.label)
        );
        let place = page.in_caption(picture, &(0..page.caption(picture)?.text.len()));
        (!caption.is_empty()).then(|| Found::new(Level::Warn, place, caption, message))
    });
    found.collect()
}
