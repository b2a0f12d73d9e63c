//! PNG.

use super::{MAX_DECODED_BYTES, PhotoError, SizePx, Stored, damaged, whole};
use image::Limits;
use image::codecs::png::PngDecoder;
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    whole(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(damaged)?)
}
