//! PNG. Sixteen bits stay sixteen until the colours are converted.

use super::{PhotoError, SizePx, Stored, damaged, room, whole};
use image::Limits;
use image::codecs::png::PngDecoder;
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(room::MAX_BYTES);
    whole(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(damaged)?)
}
