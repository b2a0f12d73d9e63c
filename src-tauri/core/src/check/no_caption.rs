//! A photo without a caption, neither in the story nor of its own.

use super::found::Found;
use super::page::{Page, Picture};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let bare = |picture: &&Picture| {
        !picture.is_wanted() && !picture.figure.decorative && picture.caption().trim().is_empty()
    };
    let level = page.strict();
    let found = page.pictures.iter().filter(bare).map(|picture| {
        let about = picture.figure.photo_id.as_deref().unwrap_or_default();
        let message = format!("{} has no caption.", picture.named());
        Found::new(level, picture.place(), about, message)
    });
    found.collect()
}
