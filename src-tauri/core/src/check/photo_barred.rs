//! A picture that may not go out: withdrawn, expired, embargoed, refused, or kept for another story.
//! The desk says which; a waiver of one reason does not cover another.

use super::Level;
use super::found::Found;
use super::page::Page;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let found = page.pictures.iter().filter_map(|picture| {
        let reason = picture.photo?.barred.as_deref()?;
        let about = format!("{}\n{reason}", picture.figure.photo_id.as_deref().unwrap_or_default());
        let message = format!("{} may not go out. {reason}", picture.named());
        let found = Found::new(Level::Block, picture.place(), &about, message);
        Some(found.param("reason", reason))
    });
    found.collect()
}
