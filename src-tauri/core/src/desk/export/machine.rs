//! The forms that another system takes in: one document, and beside it the pictures that it names.

use super::forms::{Made, Making};
use super::outgoing::Outgoing;
use super::page_story;
use crate::desk::edition::Edition;
use crate::desk::failure::Failure;
use crate::desk::words::read_time;
use crate::export::{self, Filing, FilingStatus, PageStory};
use std::collections::BTreeSet;

/// Large enough for a front page, small enough for the systems that shrink what is larger.
const WIDEST_PX: u32 = 1600;

/// Writes the document under the story's URL name with `ending`, and its pictures.
pub fn write(
    making: &Making,
    out: &mut Outgoing,
    ending: &str,
    document: fn(&PageStory, &Filing) -> String,
) -> Result<Option<Made>, Failure> {
    let Some(set) = making.pictures.of_one_size(WIDEST_PX)? else { return Ok(None) };
    let edition = making.pictures.edition;
    for name in files(&set.photos) {
        making.pictures.hand_over(&set, &name, &name, out)?;
    }
    let story = page_story(edition, making.published_at, &set.photos);
    let text = document(&story, &filing(edition));
    out.take(&format!("{}{ending}", edition.row.url_name), text.as_bytes())?;
    Ok(Some(set.photos))
}

/// Each file once, in the order of their names.
fn files(photos: &Made) -> BTreeSet<String> {
    let pictures = photos.values().flat_map(|photo| &photo.pictures);
    pictures
        .flat_map(|picture| {
            let file = |format: &String| export::file_name(picture, picture.width_px, format);
            picture.formats.iter().map(file).collect::<Vec<_>>()
        })
        .collect()
}

/// Who goes past a stop sends the story out to be used, but not before its embargo ends: the agency
/// that takes it in has that time to prepare.
fn filing(edition: &Edition) -> Filing<'_> {
    let embargo = edition.stops.embargo.as_ref().filter(|embargo| embargo.holds);
    Filing {
        story_id: &edition.row.id,
        version: edition.row.revision.max(1),
        status: if embargo.is_some() { FilingStatus::Withheld } else { FilingStatus::Usable },
        embargoed_until: embargo.map(|embargo| read_time(&embargo.until)),
    }
}
