//! A TIFF file taken apart: its first picture, and the carriers that its tags hold (TIFF 6.0).
//!
//! Cameras keep their raw pictures in the same structure; those are told apart here and refused.

use super::error::PhotoError;
use super::ifd::{self, Directory, Tiff};
use std::borrow::Cow;

const SUBFILE_TYPE: u16 = 254;
const WIDTH: u16 = 256;
const HEIGHT: u16 = 257;
const COMPRESSION: u16 = 259;
const PHOTOMETRIC: u16 = 262;
const STRIP_OFFSETS: u16 = 273;
const STRIP_LENGTHS: u16 = 279;
const TILE_OFFSETS: u16 = 324;
const TILE_LENGTHS: u16 = 325;
const XMP: u16 = 700;
const IIM: u16 = 33723;
const RESOURCES: u16 = 34377;
const DNG_VERSION: u16 = 50706;

/// Photometric interpretations that only raw pictures have: a colour filter array, linear raw.
const RAW_PHOTOMETRICS: [u32; 2] = [32803, 34892];
/// Compressions of Sony's, Nikon's, Samsung's, Pentax's and Kodak's raw pictures.
const RAW_COMPRESSIONS: [u32; 5] = [32767, 34713, 32770, 65535, 65000];

/// A TIFF file taken apart.
pub(super) struct TiffFile<'a> {
    pub width_px: u32,
    pub height_px: u32,
    pub packet: Option<&'a [u8]>,
    pub iim: Cow<'a, [u8]>,
    pub resources: &'a [u8],
    pub pages: usize,
}

/// Takes a file apart. Refuses a camera's raw file, one that is cut short and one without a picture.
pub(super) fn take_apart(bytes: &[u8]) -> Result<TiffFile<'_>, PhotoError> {
    if bytes.len() < 8 {
        return Err(PhotoError::Truncated);
    }
    let tiff = ifd::read(bytes).ok_or(PhotoError::NotAPhoto)?;
    if is_raw(bytes, &tiff) {
        return Err(PhotoError::Unsupported { format: "camera raw" });
    }
    let (Some(width_px), Some(height_px)) = (tiff.number(WIDTH), tiff.number(HEIGHT)) else {
        return Err(if is_cut(bytes, &tiff) { PhotoError::Truncated } else { NO_PICTURE });
    };
    if width_px == 0 || height_px == 0 {
        return Err(NO_PICTURE);
    }
    check_whole(bytes, &tiff)?;
    let value = |tag| tiff.find(Directory::Main, tag).map(|entry| entry.value);
    Ok(TiffFile {
        width_px,
        height_px,
        packet: value(XMP),
        iim: value(IIM).map(in_file_order).unwrap_or_default(),
        resources: value(RESOURCES).unwrap_or_default(),
        pages: pages(&tiff),
    })
}

const NO_PICTURE: PhotoError = PhotoError::Damaged { part: "it holds no picture" };

fn is_raw(bytes: &[u8], tiff: &Tiff) -> bool {
    let says = |tag: u16, numbers: &[u32]| {
        let mut entries = tiff.entries().filter(|entry| entry.tag == tag);
        entries.any(|entry| entry.numbers().next().is_some_and(|n| numbers.contains(&n)))
    };
    bytes.get(8..10) == Some(b"CR")
        || tiff.find(Directory::Main, DNG_VERSION).is_some()
        || says(PHOTOMETRIC, &RAW_PHOTOMETRICS)
        || says(COMPRESSION, &RAW_COMPRESSIONS)
}

/// Programs write the directories last, so a file that is cut short has none.
fn is_cut(bytes: &[u8], tiff: &Tiff) -> bool {
    let start = [bytes[4], bytes[5], bytes[6], bytes[7]];
    let start = if tiff.big_endian { u32::from_be_bytes(start) } else { u32::from_le_bytes(start) };
    start as usize + 14 > bytes.len() || tiff.entries().count() == 0
}

/// Every strip or tile of the first picture lies within the file.
fn check_whole(bytes: &[u8], tiff: &Tiff) -> Result<(), PhotoError> {
    let pair = |offsets, lengths| {
        let offsets = tiff.find(Directory::Main, offsets)?;
        Some((offsets, tiff.find(Directory::Main, lengths)))
    };
    let tiles = pair(TILE_OFFSETS, TILE_LENGTHS);
    let Some((offsets, lengths)) = pair(STRIP_OFFSETS, STRIP_LENGTHS).or(tiles) else {
        return Err(NO_PICTURE);
    };
    let mut lengths = lengths.into_iter().flat_map(|entry| entry.numbers());
    for offset in offsets.numbers() {
        let end = u64::from(offset) + u64::from(lengths.next().unwrap_or(1));
        if end > bytes.len() as u64 {
            return Err(PhotoError::Truncated);
        }
    }
    Ok(())
}

/// The whole pictures in the file, without smaller versions of them.
fn pages(tiff: &Tiff) -> usize {
    let main = |directory| matches!(directory, Directory::Main | Directory::Next);
    let kinds = tiff.entries().filter(|entry| entry.tag == SUBFILE_TYPE && main(entry.directory));
    let smaller = kinds.filter(|kind| kind.numbers().next().is_some_and(|kind| kind & 1 == 1));
    tiff.pages.saturating_sub(smaller.count()).max(1)
}

/// IIM as it was before a program took it for a row of 32-bit numbers and turned each round.
fn in_file_order(value: &[u8]) -> Cow<'_, [u8]> {
    const MARK: u8 = 0x1C;
    if value.first() == Some(&MARK) || value.get(3) != Some(&MARK) {
        return Cow::Borrowed(value);
    }
    Cow::Owned(value.chunks(4).flat_map(|word| word.iter().rev().copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these numbers in its first directory and ten bytes of pixels at 8.
    fn file(entries: &[(u16, u32)]) -> Vec<u8> {
        let mut bytes = b"MM\0*\0\0\0\x120123456789".to_vec();
        bytes.extend((entries.len() as u16).to_be_bytes());
        for (tag, value) in entries {
            bytes.extend(tag.to_be_bytes());
            bytes.extend([0, 4, 0, 0, 0, 1]);
            bytes.extend(value.to_be_bytes());
        }
        bytes.extend([0; 4]);
        bytes
    }

    fn check(bytes: &[u8], expected: &str) {
        let found = match take_apart(bytes) {
            Ok(file) => format!("{} × {}, {} pages", file.width_px, file.height_px, file.pages),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found:?} should have {expected:?}");
    }

    const SIZE: [(u16, u32); 2] = [(WIDTH, 3), (HEIGHT, 2)];
    const STRIP: [(u16, u32); 2] = [(STRIP_OFFSETS, 8), (STRIP_LENGTHS, 10)];

    #[test]
    fn a_whole_picture_has_a_size() {
        check(&file(&[SIZE, STRIP].concat()), "3 × 2, 1 pages");
        check(&file(&[SIZE, [(TILE_OFFSETS, 8), (TILE_LENGTHS, 10)]].concat()), "3 × 2");
    }

    #[test]
    fn a_camera_s_raw_file_is_refused() {
        check(&file(&[SIZE, STRIP, [(DNG_VERSION, 1), (COMPRESSION, 1)]].concat()), "camera raw");
        check(
            &file(&[SIZE, STRIP, [(PHOTOMETRIC, 32803), (COMPRESSION, 1)]].concat()),
            "camera raw",
        );
        check(b"II*\0\x10\0\0\0CR\x02\0\0\0\0\0", "camera raw");
    }

    #[test]
    fn what_is_missing_is_said() {
        check(&file(&[SIZE, [(STRIP_OFFSETS, 8), (STRIP_LENGTHS, 9_999)]].concat()), "cut short");
        check(&file(&[SIZE, STRIP].concat())[..18], "cut short");
        check(b"II*\0\x10", "cut short");
        check(&file(&SIZE), "no picture");
        check(&file(&STRIP), "no picture");
    }

    #[test]
    fn iim_in_turned_words_is_turned_back() {
        assert_eq!(*in_file_order(b"\0\x02\x50\x1CadA\x03"), *b"\x1C\x50\x02\0\x03Ada");
        assert_eq!(*in_file_order(b"\x1C\x02\x50\0\x03Ada"), *b"\x1C\x02\x50\0\x03Ada");
    }
}
