//! Facts into a PNG: behind the header chunk, which must be first.

use super::super::error::PhotoError;
use super::super::png;
use super::super::sniff::PNG_SIGNATURE;
use super::exif::{Within, tiff};
use super::{WrittenFacts, xmp};

pub(super) fn write(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    let parts = png::take_apart(bytes)?;
    let header = parts.chunks.first().map_or(0, |header| header.body.len() + 12);
    let (head, rest) = bytes.split_at(PNG_SIGNATURE.len() + header);
    let exif = tiff(written, (parts.width_px, parts.height_px), Within::Other);
    // Not compressed, in no language and not translated.
    let text = [b"XML:com.adobe.xmp\0\0\0\0\0", xmp::packet(written).as_bytes()].concat();
    Ok([head, &chunk(b"eXIf", &exif), &chunk(b"iTXt", &text), rest].concat())
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let named = [name, body].concat();
    let checksum = crc32fast::hash(&named);
    [&(body.len() as u32).to_be_bytes()[..], &named, &checksum.to_be_bytes()].concat()
}
