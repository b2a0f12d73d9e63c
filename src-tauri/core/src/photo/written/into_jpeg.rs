//! Facts into a JPEG: behind the JFIF header, which readers want first.

use super::super::error::PhotoError;
use super::super::jpeg;
use super::exif::{Within, tiff};
use super::{WrittenFacts, iim, xmp};

/// The most that a segment holds, without its length.
const MAX_SEGMENT: usize = 65_533;

pub(super) fn write(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    let parts = jpeg::take_apart(bytes)?;
    let at = match parts.segments.first() {
        Some(first) if first.marker == jpeg::APP0 => 2 + 4 + first.body.len(),
        _ => 2,
    };
    let exif = tiff(written, (parts.width_px, parts.height_px), Within::Jpeg);
    let segments = [
        segment(jpeg::APP1, b"Exif\0\0", &exif),
        segment(jpeg::APP1, b"http://ns.adobe.com/xap/1.0/\0", xmp::packet(written).as_bytes()),
        segment(jpeg::APP13, b"Photoshop 3.0\0", &iim::resources(written)),
    ];
    Ok([&bytes[..at], &segments.concat(), &bytes[at..]].concat())
}

/// Nothing where it does not fit: every text is cut before, so that this is a last resort.
fn segment(marker: u8, name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = name.len() + body.len();
    if length > MAX_SEGMENT {
        return Vec::new();
    }
    [&[0xFF, marker], &(length as u16 + 2).to_be_bytes()[..], name, body].concat()
}
