//! The picture that the window shows: our own upright JPEG, framed and covered as a story has it.
//!
//! Promises: it is made from the kept preview of 1600 pixels and never from an original; what is
//! covered in the story is covered here too.

use super::Desk;
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, photo_failure};
use super::intake::{PREVIEW_PX, preview_order};
use super::photo_record::PhotoRecord;
use crate::photo::PhotoError;
use crate::photo::darkroom::{Order, Original, PictureFormat, Purpose, Size, Wanted};
use crate::store::files::{self, Keep};
use crate::store::photo::PhotoRow;
use crate::story::Framing;
use std::collections::VecDeque;
use std::fs;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

/// A story covers a few faces, not thousands.
const MOST_COVERED: usize = 100;

/// What the window shows of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// An upright JPEG in sRGB, without metadata.
    pub jpeg: Arc<Vec<u8>>,
    /// `false` for the thumbnail of a photo that is still on its way in: a better one will stand
    /// under the same id.
    pub lasts: bool,
}

impl Desk {
    /// Our own upright JPEG of a photo as `framing` shows it, its longer side at most `within_px`
    /// and never over 1600. A photo that is arriving has its thumbnail here.
    ///
    /// Fails when there is no such photo, and with
    /// [`Code::BadRequest`](super::failure::Code::BadRequest) on a framing that no picture has.
    pub fn preview(
        &self,
        photo_id: &str,
        framing: &Framing,
        within_px: Option<u32>,
    ) -> Result<Preview, Failure> {
        check(framing)?;
        let record = self.read(|db| Ok(PhotoRecord::load(db, photo_id)?))?;
        let Some(PhotoRecord { row, .. }) = record else {
            return self.arriving(photo_id, framing);
        };
        let within_px = within_px.unwrap_or(PREVIEW_PX).clamp(1, PREVIEW_PX);
        let jpeg = if framing.is_plain() && within_px == PREVIEW_PX {
            Arc::new(self.kept_preview(&row)?)
        } else {
            self.framed(&row, framing, within_px)?
        };
        Ok(Preview { jpeg, lasts: true })
    }

    /// Nothing is covered in a thumbnail, so one is shown only where nothing need be.
    fn arriving(&self, photo_id: &str, framing: &Framing) -> Result<Preview, Failure> {
        let thumbnail = self.inner.arriving.thumbnail(photo_id);
        let thumbnail = thumbnail.filter(|_| framing.is_plain());
        match thumbnail {
            Some(jpeg) => Ok(Preview { jpeg, lasts: false }),
            None => Err(DeskError::NoPhoto(quoted(photo_id)).into()),
        }
    }

    /// The preview as it was laid down. Made again from the original when it is gone.
    fn kept_preview(&self, row: &PhotoRow) -> Result<Vec<u8>, Failure> {
        let path = files::preview(self.folder(), &row.original_hash);
        match fs::read(&path) {
            Ok(preview) if !preview.is_empty() => Ok(preview),
            _ => {
                let original = self.original(row)?;
                let preview = self
                    .make_preview(&original, &Framing::default(), preview_order())
                    .map_err(|error| photo_failure(&row.file_name, error))?;
                if self.must_be_ours().is_ok() {
                    // Without the right to write, the preview is made anew each time.
                    let _ = files::write_whole(&path, &preview, Keep::CanBeMadeAgain);
                }
                Ok(preview)
            }
        }
    }

    fn framed(
        &self,
        row: &PhotoRow,
        framing: &Framing,
        within_px: u32,
    ) -> Result<Arc<Vec<u8>>, Failure> {
        let key = Key { hash: row.original_hash.clone(), framing: framing.clone(), within_px };
        if let Some(jpeg) = self.inner.previews.get(&key) {
            return Ok(jpeg);
        }
        let size = Size::Within(within_px);
        let wanted = Wanted { size, format: PictureFormat::Jpeg, purpose: Purpose::Preview };
        let jpeg = self
            .make_preview(&self.kept_preview(row)?, framing, wanted)
            .map_err(|error| photo_failure(&row.file_name, error))?;
        let jpeg = Arc::new(jpeg);
        self.inner.previews.put(key, Arc::clone(&jpeg));
        Ok(jpeg)
    }

    fn make_preview(
        &self,
        picture: &[u8],
        framing: &Framing,
        wanted: Wanted,
    ) -> Result<Vec<u8>, PhotoError> {
        let order = Order { framing: framing.clone(), wanted: vec![wanted] };
        let mut preview = Vec::new();
        self.inner.darkroom.develop(Original::Bytes(picture), &order, &mut |_, made| {
            preview = made.bytes;
            ControlFlow::Continue(())
        })?;
        Ok(preview)
    }

    /// The untouched bytes of a photo, compared with the hash they were taken in under.
    pub(super) fn original(&self, row: &PhotoRow) -> Result<Vec<u8>, DeskError> {
        let path = files::original(self.folder(), &row.original);
        let bytes = fs::read(path).map_err(|cause| {
            let file_name = row.file_name.clone();
            DeskError::OriginalGone { file_name, cause }
        })?;
        if blake3::hash(&bytes).to_hex().as_str() != row.original_hash {
            return Err(DeskError::OriginalDamaged { file_name: row.file_name.clone() });
        }
        Ok(bytes)
    }
}

fn check(framing: &Framing) -> Result<(), DeskError> {
    if !framing.is_sound() {
        return Err(DeskError::BadFraming("a number lies outside of the picture"));
    }
    if framing.obscured.len() > MOST_COVERED {
        return Err(DeskError::BadFraming("it covers more than 100 places"));
    }
    Ok(())
}

/// Framed previews that were shown lately, in memory.
#[derive(Debug, Default)]
pub struct FramedPreviews {
    /// The last one used stands last.
    kept: Mutex<VecDeque<(Key, Arc<Vec<u8>>)>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Key {
    hash: String,
    framing: Framing,
    within_px: u32,
}

impl FramedPreviews {
    /// Enough for the contact sheet of one story.
    const MOST: usize = 256;
    const MOST_BYTES: usize = 32_000_000;

    fn get(&self, key: &Key) -> Option<Arc<Vec<u8>>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(other, _)| other == key)?;
        let found = kept.remove(at)?;
        let jpeg = Arc::clone(&found.1);
        kept.push_back(found);
        Some(jpeg)
    }

    fn put(&self, key: Key, jpeg: Arc<Vec<u8>>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((key, jpeg));
        let mut bytes: usize = kept.iter().map(|(_, jpeg)| jpeg.len()).sum();
        while kept.len() > Self::MOST || bytes > Self::MOST_BYTES {
            let Some((_, oldest)) = kept.pop_front() else { return };
            bytes -= oldest.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(within_px: u32) -> Key {
        Key { hash: "a".into(), framing: Framing::default(), within_px }
    }

    #[test]
    fn the_ones_used_last_are_kept() {
        let previews = FramedPreviews::default();
        previews.put(key(1), Arc::new(vec![0; FramedPreviews::MOST_BYTES / 2]));
        previews.put(key(2), Arc::new(vec![0; FramedPreviews::MOST_BYTES / 2]));
        assert!(previews.get(&key(1)).is_some());
        previews.put(key(3), Arc::new(vec![0]));
        assert!(previews.get(&key(2)).is_none());
        assert!(previews.get(&key(1)).is_some() && previews.get(&key(3)).is_some());
    }
}
