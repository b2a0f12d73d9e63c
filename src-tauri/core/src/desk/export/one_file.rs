//! The page as one file, for mail: its pictures stand in it, one size of each. It is written piece by
//! piece, so that no more than one picture is in memory.

use super::forms::{Made, Making};
use super::outgoing::Outgoing;
use super::page_story;
use crate::desk::failure::Failure;
use crate::desk::themes::refused;
use crate::export::{self, Piece};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::path::Path;

/// Wide enough for the column on a dense screen, small enough for a mail.
const WIDEST_PX: u32 = 1280;

pub fn write(making: &Making, out: &mut Outgoing) -> Result<Option<Made>, Failure> {
    let Some(set) = making.pictures.of_one_size(WIDEST_PX)? else { return Ok(None) };
    let story = page_story(making.pictures.edition, making.published_at, &set.photos);
    let pieces = refused(making.theme.name, export::alone(&story, making.theme.theme))?;
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.take("", text.as_bytes())?,
            Piece::File(name) => {
                let bytes = making.pictures.bytes(&set, &name)?;
                let address = format!("data:{};base64,", kind(&name));
                out.take("", address.as_bytes())?;
                out.take("", BASE64_STANDARD.encode(bytes).as_bytes())?;
            }
        }
    }
    Ok(Some(set.photos))
}

/// The media type of a picture that everybody opens.
fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("png") => "image/png",
        _ => "image/jpeg",
    }
}
