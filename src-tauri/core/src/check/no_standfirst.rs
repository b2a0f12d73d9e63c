//! A story without a standfirst. Many run without one, so this is only said.

use super::found::Found;
use super::page::Page;
use super::{Level, Place};
use crate::story::plain;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let standfirst = &page.document.standfirst;
    if !plain(&standfirst.content).trim().is_empty() {
        return Vec::new();
    }
    let inside = (standfirst.at > 0).then_some(standfirst.at + 1);
    let place = Place { label: "standfirst".into(), from: inside, to: inside, photo_id: None };
    vec![Found::new(Level::Note, place, "", "The story has no standfirst.".into())]
}
