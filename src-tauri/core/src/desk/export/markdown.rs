//! The story in Markdown with front matter, its pictures in `img/`: a folder as site generators take
//! it in, one story in each.

use super::forms::{Made, Making};
use super::outgoing::Outgoing;
use super::page_story;
use crate::desk::failure::Failure;
use crate::export::{self, FILE_WIDTH_PX, picture_file};
use std::collections::BTreeSet;

pub fn write(making: &Making, out: &mut Outgoing) -> Result<Option<Made>, Failure> {
    let Some(set) = making.pictures.of_one_size(FILE_WIDTH_PX)? else { return Ok(None) };
    let files = set.photos.values().flat_map(|photo| &photo.pictures).map(picture_file);
    for file in files.collect::<BTreeSet<String>>() {
        making.pictures.hand_over(&set, &file, &file, out)?;
    }
    let mut story = page_story(making.pictures.edition, making.published_at, &set.photos);
    // The pictures lie beside the text, wherever the site puts both.
    story.publication.site_address = None;
    out.take("index.md", export::markdown_with_front_matter(&story).text.as_bytes())?;
    Ok(Some(set.photos))
}
