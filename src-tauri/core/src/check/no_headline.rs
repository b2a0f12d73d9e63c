//! A page without a headline cannot go out: it has no title, no name in a feed and no address.

use super::found::Found;
use super::page::Page;
use super::{Level, Place};
use crate::story::plain;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let headline = &page.document.headline;
    if !plain(&headline.content).trim().is_empty() {
        return Vec::new();
    }
    let inside = (headline.at > 0).then_some(headline.at + 1);
    let place = Place { label: "headline".into(), from: inside, to: inside, photo_id: None };
    vec![Found::new(Level::Block, place, "", "The story has no headline. Write one.".into())]
}
