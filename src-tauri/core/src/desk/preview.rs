//! The picture that the window shows.

use super::Desk;
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, photo_failure};
use super::intake::PREVIEW_PX;
use super::photo_record::PhotoRecord;
use crate::photo::PhotoError;
use crate::photo::darkroom::{Order, Original, PictureFormat, Purpose, Size, Wanted};
use crate::store::files::{self, Keep};
use crate::store::photo::PhotoRow;
use crate::story::Framing;
use std::fs;
use std::ops::ControlFlow;

impl Desk {
    /// Our own upright JPEG of a photo. Made again from the original when it is gone.
    pub fn preview(&self, photo_id: &str) -> Result<Vec<u8>, Failure> {
        let row = self.read(|db| {
            let record = PhotoRecord::load(db, photo_id)?;
            Ok(record.ok_or_else(|| DeskError::NoPhoto(quoted(photo_id)))?.row)
        })?;
        let path = files::preview(self.folder(), &row.original_hash);
        match fs::read(&path) {
            Ok(preview) if !preview.is_empty() => Ok(preview),
            _ => {
                let original = self.original(&row)?;
                let preview = self
                    .make_preview(&original)
                    .map_err(|error| photo_failure(&row.file_name, error))?;
                if self.must_be_ours().is_ok() {
                    // Without the right to write, the preview is made anew each time.
                    let _ = files::write_whole(&path, &preview, Keep::CanBeMadeAgain);
                }
                Ok(preview)
            }
        }
    }

    /// The preview of an original that has not been laid down yet.
    pub(super) fn make_preview(&self, original: &[u8]) -> Result<Vec<u8>, PhotoError> {
        let wanted = Wanted {
            size: Size::Within(PREVIEW_PX),
            format: PictureFormat::Jpeg,
            purpose: Purpose::Preview,
        };
        let order = Order { framing: Framing::default(), wanted: vec![wanted] };
        let mut preview = Vec::new();
        self.inner.darkroom.develop(Original::Bytes(original), &order, &mut |_, made| {
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
