//! A caption that only repeats the headline.

use super::Level;
use super::found::Found;
use super::page::{Page, in_sentence};
use crate::story::plain;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let headline = words(&plain(&page.document.headline.content));
    let found = page.pictures.iter().filter(|picture| !picture.is_wanted()).filter_map(|picture| {
        let caption = picture.caption();
        let same = !headline.is_empty() && words(&caption) == headline;
        let message = format!(
            "The caption of {} repeats the headline. Say who and what is to be seen.",
            in_sentence(&picture.label)
        );
        let place = page.in_caption(picture, &(0..caption.len()));
        same.then(|| Found::new(Level::Note, place, caption.trim(), message))
    });
    found.collect()
}

fn words(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}
