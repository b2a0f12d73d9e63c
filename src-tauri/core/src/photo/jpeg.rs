//! The segments of a JPEG, found without decoding it and in spite of damage between them.

use super::error::PhotoError;
use super::scans::{Entropy, Scans};

/// The most scans a JPEG may have. Programs write about ten; a file made to keep the decoder busy
/// has thousands.
const MAX_SCANS: usize = 100;

/// The most segments a JPEG may have; a large one has some hundreds.
const MAX_SEGMENTS: usize = 100_000;

pub(super) const APP0: u8 = 0xE0;
pub(super) const APP1: u8 = 0xE1;
pub(super) const APP2: u8 = 0xE2;
pub(super) const APP11: u8 = 0xEB;
pub(super) const APP13: u8 = 0xED;
pub(super) const COMMENT: u8 = 0xFE;
const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const RESTART_INTERVAL: u8 = 0xDD;

/// A JPEG taken apart.
pub(super) struct Jpeg<'a> {
    pub segments: Vec<Segment<'a>>,
    /// As stored, before any turning.
    pub width_px: u32,
    pub height_px: u32,
    /// The bytes that hold the pixels.
    pub picture_bytes: usize,
    /// Its pixels are not all there, although it has its end mark.
    pub is_cut: bool,
    /// It lacks the last passes of a progressive picture.
    pub is_coarse: bool,
    /// What stands after the end of the picture.
    pub trailing: &'a [u8],
}

/// A marker with its body, without the length.
pub(super) struct Segment<'a> {
    pub marker: u8,
    pub body: &'a [u8],
}

/// Takes a JPEG apart. Refuses one that is cut short, that has no size or too many scans.
pub(super) fn take_apart(bytes: &[u8]) -> Result<Jpeg<'_>, PhotoError> {
    let mut jpeg = Jpeg {
        segments: Vec::new(),
        width_px: 0,
        height_px: 0,
        picture_bytes: 0,
        is_cut: false,
        is_coarse: false,
        trailing: &[],
    };
    let mut passes = Scans::default();
    let mut scans = 0;
    let mut at = 2;
    loop {
        let (marker, after) = next_marker(bytes, at).ok_or(PhotoError::Truncated)?;
        at = after;
        match marker {
            EOI => break,
            SOI | 0x01 | 0xD0..=0xD7 => continue,
            _ => {}
        }
        let body = body(bytes, at)?;
        at += body.len() + 2;
        if marker == SOS {
            scans += 1;
            let (end, restarts) = end_of_scan(bytes, at);
            jpeg.picture_bytes += end - at;
            jpeg.is_cut |= !passes.take(body, &Entropy { bytes: end - at, restarts });
            at = end;
        }
        if marker == RESTART_INTERVAL {
            passes.set_interval(body);
        }
        if is_frame(marker) {
            passes.start_frame(marker, body);
            (jpeg.height_px, jpeg.width_px) = frame_size(body)?;
        }
        jpeg.segments.push(Segment { marker, body });
        if jpeg.segments.len() > MAX_SEGMENTS {
            return Err(PhotoError::Damaged { part: "it is in too many pieces" });
        }
    }
    if scans > MAX_SCANS {
        return Err(PhotoError::TooManyScans { scans });
    }
    if jpeg.width_px == 0 || jpeg.height_px == 0 || scans == 0 {
        return Err(PhotoError::Damaged { part: "it holds no picture" });
    }
    jpeg.is_coarse = passes.is_coarse();
    jpeg.trailing = &bytes[at..];
    Ok(jpeg)
}

/// The next marker from `at`, and the position after it. Bytes that belong to nothing are skipped.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        at += bytes[at..].iter().position(|&byte| byte != 0xFF)?;
        let marker = bytes[at];
        at += 1;
        if marker != 0 {
            return Some((marker, at));
        }
    }
}

fn body(bytes: &[u8], at: usize) -> Result<&[u8], PhotoError> {
    let length = bytes.get(at..at + 2).ok_or(PhotoError::Truncated)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    if length < 2 {
        return Err(PhotoError::Damaged { part: "the length of a part is wrong" });
    }
    bytes.get(at + 2..at + length).ok_or(PhotoError::Truncated)
}

/// The position of the first marker after the pixels that start at `at`, and the restart marks among
/// them.
fn end_of_scan(bytes: &[u8], mut at: usize) -> (usize, u64) {
    let mut restarts = 0;
    while let Some(found) = memchr::memchr(0xFF, &bytes[at..]) {
        at += found;
        match bytes.get(at + 1) {
            Some(0) => at += 2,
            Some(0xD0..=0xD7) => {
                restarts += 1;
                at += 2;
            }
            Some(0xFF) => at += 1,
            _ => return (at, restarts),
        }
    }
    (bytes.len(), restarts)
}

/// SOF0 to SOF15, without DHT, JPG and DAC, which lie among them.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Height and width, in the order of the file.
fn frame_size(body: &[u8]) -> Result<(u32, u32), PhotoError> {
    match body {
        [_, h1, h0, w1, w0, ..] => Ok((
            u32::from(u16::from_be_bytes([*h1, *h0])),
            u32::from(u16::from_be_bytes([*w1, *w0])),
        )),
        _ => Err(PhotoError::Damaged { part: "its size cannot be read" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &[u8] = b"\xFF\xD8";
    const FRAME: &[u8] = b"\xFF\xC0\0\x0B\x08\0\x02\0\x03\x01\x01\x11\0";
    const SCAN: &[u8] = b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0ab\xFF\0cd\xFF\xD0ef";
    const END: &[u8] = b"\xFF\xD9";

    fn check(parts: &[&[u8]], expected: &str) {
        let found = match take_apart(&parts.concat()) {
            Ok(jpeg) => format!("{} × {}", jpeg.width_px, jpeg.height_px),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found:?} should have {expected:?}");
    }

    #[test]
    fn a_whole_picture_has_a_size() {
        check(&[START, FRAME, SCAN, END], "3 × 2");
        check(&[START, b"lost bytes", FRAME, b"\xFF\xFF\xFF", SCAN, END, b"more"], "3 × 2");
    }

    #[test]
    fn a_picture_without_its_end_is_cut_short() {
        check(&[START, FRAME, SCAN], "cut short");
        check(&[START, FRAME, &SCAN[..5]], "cut short");
        check(&[START, &FRAME[..7]], "cut short");
        check(&[START], "cut short");
    }

    #[test]
    fn a_picture_without_pixels_is_damaged() {
        check(&[START, FRAME, END], "damaged");
        check(&[START, SCAN, END], "damaged");
        check(&[START, b"\xFF\xC0\0\x01", SCAN, END], "damaged");
        check(&[START, b"\xFF\xC0\0\x03\x08", SCAN, END], "damaged");
    }
}
