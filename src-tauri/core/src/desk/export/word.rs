//! The story as a Word document, its pictures inside. It is handed over part by part, so that no more
//! than one picture is in memory.

use super::forms::{Made, Making};
use super::outgoing::Outgoing;
use super::{modified_at, page_story};
use crate::desk::failure::Failure;
use crate::export::{self, WordContent};

/// Enough for print at the width of a page.
const WIDEST_PX: u32 = 1600;

pub fn write(making: &Making, out: &mut Outgoing) -> Result<Option<Made>, Failure> {
    let Some(set) = making.pictures.of_one_size(WIDEST_PX)? else { return Ok(None) };
    let edition = making.pictures.edition;
    // The document says as of when it is: when the story was saved, not when this copy was made.
    let saved_at = modified_at(edition).min(making.published_at);
    let story = page_story(edition, saved_at, &set.photos);
    for part in export::word(&story, making.banner) {
        match part.content {
            WordContent::Text(text) => out.take(&part.name, text.as_bytes())?,
            WordContent::Picture(file) => {
                making.pictures.hand_over(&set, &file, &part.name, out)?;
            }
        }
    }
    Ok(Some(set.photos))
}
