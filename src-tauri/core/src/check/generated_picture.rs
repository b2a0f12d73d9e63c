//! A picture made or changed with generative AI, which nobody has chosen to show as what it is.

use super::Level;
use super::found::Found;
use super::page::Page;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let made = page.pictures.iter().filter(|picture| picture.photo.is_some_and(|p| p.generated));
    let found = made.map(|picture| {
        let message = format!(
            "{} was made or changed with generative AI. Choose “Illustration”, so that its credit \
             says so, or take it out.",
            picture.named()
        );
        let about = picture.figure.photo_id.as_deref().unwrap_or_default();
        Found::new(Level::Block, picture.place(), about, message)
    });
    found.collect()
}
