//! Tells a format by the first bytes of a file; its name says nothing.

use super::error::PhotoError;
use serde::{Deserialize, Serialize};

/// A format that Cutline takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    Jpeg,
    Png,
    WebP,
    Tiff,
    Gif,
    /// HEVC pictures, as telephones take them.
    Heic,
    Avif,
}

pub(super) const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The format of a file; whether a TIFF is a camera's raw picture shows only inside. What Cutline does
/// not take is refused, by its name where it is known.
pub(super) fn sniff(bytes: &[u8]) -> Result<Format, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Ok(Format::Jpeg);
    }
    if bytes.starts_with(PNG_SIGNATURE) {
        return Ok(Format::Png);
    }
    if let Some(format) = taken(bytes) {
        return Ok(format);
    }
    if bytes.starts_with(b"\x89PNG") {
        // Line ends were changed on the way: a transfer "as text" does that.
        return Err(PhotoError::Damaged { part: "its first bytes were changed on the way" });
    }
    if bytes.starts_with(b"\xFF\xD8") || PNG_SIGNATURE.starts_with(bytes) {
        return Err(PhotoError::Truncated);
    }
    match foreign(bytes) {
        Some(format) => Err(PhotoError::Unsupported { format }),
        None => Err(PhotoError::NotAPhoto),
    }
}

/// The formats that a fixed start tells, or a word behind it.
fn taken(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Some(Format::Tiff),
        _ if is_avif(bytes) => Some(Format::Avif),
        _ if is_heic(bytes) && cfg!(feature = "heic") => Some(Format::Heic),
        _ => None,
    }
}

/// Formats known by a fixed start.
const STARTS: &[(&[u8], &str)] = &[
    (b"BM", "BMP"),
    (b"II+\0", "BigTIFF"),
    (b"MM\0+", "BigTIFF"),
    (b"IIU\0", "camera raw"),
    (b"IIRO", "camera raw"),
    (b"IIRS", "camera raw"),
    (b"MMOR", "camera raw"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"FOVb", "camera raw"),
    (b"\0MRM", "camera raw"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xFF\x0A", "JPEG XL"),
    (b"\0\0\0\x0CJXL ", "JPEG XL"),
    (b"\0\0\0\x0CjP  ", "JPEG 2000"),
    (b"\xFF\x4F\xFF\x51", "JPEG 2000"),
    (b"\0\0\x01\0", "ICO"),
    (b"\x1A\x45\xDF\xA3", "video"),
];

fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, name)| *name).or_else(|| boxed(bytes)).or_else(|| is_svg(bytes).then_some("SVG"))
}

/// The formats that start with an `ftyp` box: raw files, films, and HEIC where it is left out.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    match brands(bytes).next()? {
        b"crx " => Some("camera raw"),
        _ if is_heic(bytes) => Some("HEIC"),
        _ => Some("video"),
    }
}

fn is_avif(bytes: &[u8]) -> bool {
    brands(bytes).any(|brand| matches!(brand, b"avif" | b"avis"))
}

fn is_heic(bytes: &[u8]) -> bool {
    let film = brands(bytes).next().is_some_and(|major| {
        matches!(major, b"crx " | b"isom" | b"mp41" | b"mp42" | b"qt  " | b"M4V ")
    });
    let known = |brand: &[u8]| {
        matches!(
            brand,
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"mif2" | b"msf1"
        )
    };
    !film && brands(bytes).any(known)
}

/// What a file with an `ftyp` box says it is, the main brand first.
fn brands(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_boxed = bytes.get(4..8) == Some(b"ftyp");
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let body = bytes.get(8..length.min(bytes.len())).filter(|_| is_boxed).unwrap_or_default();
    // The second four bytes are a version.
    body.chunks_exact(4).enumerate().filter(|(at, _)| *at != 1).map(|(_, brand)| brand)
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
    let start = start.trim_start_matches('\u{FEFF}').trim_start();
    start.starts_with("<svg") || (start.starts_with('<') && start.contains("<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let found = match sniff(bytes) {
            Ok(format) => format!("{format:?}"),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found:?} should have {expected:?}");
    }

    #[test]
    fn a_format_is_told_by_its_bytes() {
        check(b"\xFF\xD8\xFF\xE0", "Jpeg");
        check(b"\x89PNG\r\n\x1A\nIHDR", "Png");
        check(b"GIF89a", "Gif");
        check(b"RIFF\x10\0\0\0WEBPVP8 ", "WebP");
        check(b"II*\0", "Tiff");
        check(b"\0\0\0\x10ftypavif\0\0\0\0", "Avif");
        check(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "Avif");
    }

    #[test]
    #[cfg(feature = "heic")]
    fn a_telephone_s_picture_is_told_by_any_of_its_brands() {
        check(b"\0\0\0\x10ftypheic\0\0\0\0", "Heic");
        check(b"\0\0\0\x18ftypMiHE\0\0\0\0mif1heic", "Heic");
    }

    #[test]
    #[cfg(not(feature = "heic"))]
    fn heic_is_named_where_it_is_left_out() {
        check(b"\0\0\0\x10ftypheic\0\0\0\0", "HEIC");
    }

    #[test]
    fn other_formats_are_named() {
        check(b"RIFF\x10\0\0\0WAVE", "not a picture");
        check(b"\0\0\0\x10ftypisom\0\0\0\0", "video");
        check(b"\0\0\0\x18ftypcrx \0\0\0\0mif1heic", "camera raw");
        check(b"II+\0", "BigTIFF");
        check(b"<?xml version='1.0'?>\n<svg xmlns='x'/>", "SVG");
        check(b"%PDF-1.7", "PDF");
        check(b"BM", "BMP");
        check(b"8BPS", "Photoshop");
    }

    #[test]
    fn what_is_no_picture_says_so() {
        check(b"", "empty");
        check(b"Dear editor", "not a picture");
        check(b"\x89PNG\n\x1A\n", "damaged");
        check(b"\x89PN", "cut short");
        check(b"\xFF\xD8", "cut short");
    }
}
