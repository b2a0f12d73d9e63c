//! Tells a format by the first bytes of a file; its name says nothing.

use super::error::PhotoError;
use serde::{Deserialize, Serialize};

/// A format that Cutline takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    Jpeg,
    Png,
}

pub(super) const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The format of a file. Anything but JPEG and PNG is refused, by its name where it is known.
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

/// Formats known by a fixed start.
const STARTS: &[(&[u8], &str)] = &[
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF or camera raw"),
    (b"MM\0*", "TIFF or camera raw"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"IIU\0", "camera raw"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xFF\x0A", "JPEG XL"),
    (b"\0\0\0\x0CJXL ", "JPEG XL"),
    (b"\0\0\0\x0CjP  ", "JPEG 2000"),
    (b"\0\0\x01\0", "ICO"),
];

fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    known
        .map(|(_, name)| *name)
        .or_else(|| (bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP").then_some("WebP"))
        .or_else(|| boxed(bytes))
        .or_else(|| is_svg(bytes).then_some("SVG"))
}

/// The formats that start with an `ftyp` box: HEIC and AVIF pictures, raw files, films.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    Some(match bytes.get(8..12)? {
        b"avif" | b"avis" => "AVIF",
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => "HEIC",
        b"crx " => "camera raw",
        _ => "video",
    })
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
    }

    #[test]
    fn other_formats_are_named() {
        check(b"GIF89a", "GIF");
        check(b"RIFF\x10\0\0\0WEBPVP8 ", "WebP");
        check(b"RIFF\x10\0\0\0WAVE", "not a picture");
        check(b"\0\0\0\x18ftypheic", "HEIC");
        check(b"\0\0\0\x18ftypavif", "AVIF");
        check(b"\0\0\0\x18ftypisom", "video");
        check(b"II*\0", "TIFF");
        check(b"<?xml version='1.0'?>\n<svg xmlns='x'/>", "SVG");
        check(b"%PDF-1.7", "PDF");
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
