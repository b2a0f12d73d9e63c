//! GIF; of a moving one the first frame.

use super::{PhotoError, SizePx, Stored, damaged, whole};
use image::codecs::gif::GifDecoder;
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    whole(GifDecoder::new(Cursor::new(bytes)).map_err(damaged)?)
}
