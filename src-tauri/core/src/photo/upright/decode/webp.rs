//! WebP, lossy and lossless; of a moving one the first frame.

use super::{PhotoError, SizePx, Stored, damaged, whole};
use image::codecs::webp::WebPDecoder;
use std::io::Cursor;

/// A lossy one is packed in squares of 16 pixels, whose edges are then smoothed.
const BLEED_PX: u32 = 24;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut stored = whole(WebPDecoder::new(Cursor::new(bytes)).map_err(damaged)?)?;
    stored.bleed_px = BLEED_PX;
    Ok(stored)
}
