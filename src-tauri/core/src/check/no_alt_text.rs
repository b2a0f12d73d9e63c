//! A photo that says nothing to a reader who cannot see it. A decorative one need not.

use super::found::Found;
use super::page::{Page, Picture};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let silent = |picture: &&Picture| {
        !picture.is_wanted() && !picture.figure.decorative && picture.alt_text().trim().is_empty()
    };
    let level = page.strict();
    let found = page.pictures.iter().filter(silent).map(|picture| {
        let about = picture.figure.photo_id.as_deref().unwrap_or_default();
        let message = format!(
            "{} has no alt text. Say what it shows, or mark it as decorative.",
            picture.named()
        );
        Found::new(level, picture.place(), about, message)
    });
    found.collect()
}
