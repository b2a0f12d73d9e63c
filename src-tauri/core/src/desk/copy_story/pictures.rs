//! The pictures that lie inside rich text: one size of each, small enough for a clipboard, with the
//! credit written into it as an export would.

use crate::desk::Desk;
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::export::renditions::Framed;
use crate::desk::failure::{Failure, photo_failure};
use crate::desk::proof::Files;
use crate::desk::proofs::KeptPicture;
use crate::export::{self, PagePhoto, PageStory, picture_file};
use crate::photo::darkroom::{Purpose, Rendition, Size, Wanted};
use crate::photo::write_facts;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What a clipboard, and who reads it, still takes.
const MOST_BYTES: usize = 24_000_000;

/// The pictures of a story as addresses.
pub struct Inside {
    /// By the name of the file that each stands for.
    pub addresses: BTreeMap<String, String>,
    /// There was no room for these.
    left_out: usize,
}

impl Inside {
    pub fn notes(&self) -> Vec<String> {
        let note = match self.left_out {
            0 => None,
            1 => Some(
                "1 picture is too large for the clipboard; its caption and credit go along."
                    .to_owned(),
            ),
            n => Some(format!(
                "{n} pictures are too large for the clipboard; their captions and credits go along."
            )),
        };
        note.into_iter().collect()
    }
}

impl Desk {
    /// Looks whether something shows through the pictures that may be so, because then their files
    /// have another name. A story is copied without that where the desk may not be written to.
    pub(super) fn look_through(&self, edition: &Edition, photos: &BTreeMap<String, PagePhoto>) {
        if self.must_be_ours().is_err() {
            return;
        }
        for needed in export::pictures(&edition.document, photos) {
            let Some(record) = edition.photos.get(needed.photo_id) else { continue };
            let framed = Framed { row: &record.row, framing: &needed.framing };
            if record.row.format == "jpeg" || self.seen(framed).is_some() {
                continue;
            }
            let looked = self.make_renditions(framed, &[], &mut || ControlFlow::Continue(()));
            if let Err(failure) = looked {
                log::info!("A picture was not looked through: {:?}", failure.detail);
            }
        }
    }

    /// Every picture that the story prints, each once.
    pub(super) fn inside(
        &self,
        story: &PageStory,
        pictures: &[KeptPicture],
        files: &Files,
    ) -> Result<Inside, Failure> {
        let names = story.photos.values().flat_map(|photo| &photo.pictures).map(picture_file);
        let kept: BTreeMap<String, (&KeptPicture, &Wanted)> = names
            .filter_map(|name| {
                let (picture, wanted) = files.get(&name)?;
                let picture = pictures.get(*picture)?;
                Some((name, (picture, picture.wanted.get(*wanted)?)))
            })
            .collect();
        let widest_px = widest(kept.len());
        let mut inside = Inside { addresses: BTreeMap::new(), left_out: 0 };
        let mut bytes = 0;
        for (name, (picture, wanted)) in kept {
            if is_social(wanted) {
                continue;
            }
            let address = self.address(picture, &one(wanted, widest_px))?;
            if bytes + address.len() > MOST_BYTES {
                inside.left_out += 1;
                continue;
            }
            bytes += address.len();
            inside.addresses.insert(name, address);
        }
        Ok(inside)
    }

    fn address(&self, picture: &KeptPicture, wanted: &Wanted) -> Result<String, Failure> {
        let made = self.one_rendition(picture, wanted)?;
        let bytes = write_facts(&made.bytes, &picture.facts)
            .map_err(|error| photo_failure(&picture.row.file_name, error))?;
        let kind = made.format.media_type();
        Ok(format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
    }

    fn one_rendition(&self, picture: &KeptPicture, wanted: &Wanted) -> Result<Rendition, Failure> {
        let framed = Framed { row: &picture.row, framing: &picture.framing };
        if let Some(kept) = self.rendition(framed, wanted) {
            return Ok(kept);
        }
        if self.must_be_ours().is_err() {
            return self.developed_for_now(framed, wanted);
        }
        self.make_renditions(framed, &[*wanted], &mut || ControlFlow::Continue(()))?;
        self.trim_renditions();
        Ok(self.rendition(framed, wanted).ok_or(DeskError::RenditionsGone)?)
    }
}

/// The more there are, the smaller.
fn widest(count: usize) -> u32 {
    match count {
        0..=10 => 1280,
        11..=24 => 960,
        _ => 720,
    }
}

/// One size of a picture, in the format that everybody opens. It is no size of a page's: those are made
/// from one another, and one that was made alone would differ from them in its last bits.
fn one(wanted: &Wanted, widest_px: u32) -> Wanted {
    let size = match wanted.size {
        Size::Fill { .. } => wanted.size,
        Size::Width(_) | Size::Within(_) | Size::Own => Size::Within(widest_px),
    };
    Wanted { size, purpose: Purpose::Page, ..*wanted }
}

/// A shape that no figure has.
fn is_social(wanted: &Wanted) -> bool {
    matches!(wanted.size, Size::Fill { width_px, height_px } if width_px != height_px)
}
