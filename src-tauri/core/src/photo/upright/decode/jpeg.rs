//! JPEG.

use super::{PhotoError, SizePx, Stored, damaged, whole};
use image::codecs::jpeg::JpegDecoder;
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    whole(JpegDecoder::new(Cursor::new(bytes)).map_err(damaged)?)
}
