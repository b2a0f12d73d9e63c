//! PNG. Sixteen bits stay sixteen until the colours are converted.

use super::{PhotoError, SizePx, Stored, damaged, whole};
use image::Limits;
use image::codecs::png::PngDecoder;
use std::io::Cursor;

/// The most that the library may unpack beside the pixels: a profile has half a megabyte, and a bomb in
/// its place goes no further.
const MAX_BESIDE_BYTES: u64 = 8 << 20;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_BESIDE_BYTES);
    whole(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(damaged)?)
}
