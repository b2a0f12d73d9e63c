//! Writes into the pictures that we make what is printed with them, and nothing else.
//!
//! Promises: only the fields that somebody put into [`WrittenFacts`] are written; read back they are
//! the same text, but for what a carrier's own limit cuts; no position, serial number, maker's note,
//! preview, history, identifier or program name is ever written, because this room knows no way to
//! write them.
//!
//! A JPEG gets XMP, IIM with its digest (picture desks still read IIM alone) and Exif; a PNG, a WebP
//! and an AVIF get XMP and Exif. The Exif says that the colours are sRGB and that the picture stands
//! upright, which is true of every picture that the darkroom makes.
//!
//! Not here: which fields may leave. That is the desk's.

mod exif;
mod iim;
mod into_avif;
mod into_jpeg;
mod into_png;
mod into_webp;
mod xmp;

use super::clean::clean;
use super::error::PhotoError;
use super::facts::Field;
use super::sniff::PNG_SIGNATURE;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands in an exported picture: one text for each field, as [`Facts`](super::Facts) holds it.
/// The credit line is the printed credit without its label; see [`PrintedCredit`](super::PrintedCredit).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WrittenFacts(BTreeMap<Field, String>);

impl WrittenFacts {
    /// With `text` in `field`, clean of control characters. A text that is empty, or none for this
    /// field (a web statement that is no web address), leaves the field out.
    pub fn with(mut self, field: Field, text: &str) -> WrittenFacts {
        match clean(field, text) {
            Some(text) => self.0.insert(field, text),
            None => self.0.remove(&field),
        };
        self
    }

    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts of a field that holds several, as [`Field::Photographer`] does.
    fn list(&self, field: Field) -> impl Iterator<Item = &str> {
        let parts = self.get(field).unwrap_or_default().split(';');
        parts.map(str::trim).filter(|part| !part.is_empty())
    }
}

/// A copy of a picture with these facts in it, for a picture of our own making that carries none.
/// Without facts the picture stays as it is. Fails with what is wrong when `bytes` is not a JPEG, PNG,
/// WebP or AVIF.
pub fn write_facts(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    if written.is_empty() {
        return Ok(bytes.to_vec());
    }
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => into_jpeg::write(bytes, written),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            into_webp::write(bytes, written)
        }
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => into_avif::write(bytes, written),
        _ if bytes.starts_with(PNG_SIGNATURE) => into_png::write(bytes, written),
        [] => Err(PhotoError::Empty),
        _ => Err(PhotoError::NotAPhoto),
    }
}

/// The start of `text` that has at most `max_bytes`, cut between characters.
fn cut(text: &str, max_bytes: usize) -> &str {
    text[..text.floor_char_boundary(max_bytes)].trim_end()
}

#[cfg(test)]
mod tests;
