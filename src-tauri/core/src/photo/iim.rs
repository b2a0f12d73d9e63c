//! IIM, the older carrier: datasets inside Photoshop's resources (IPTC-NAA IIM 4.2).
//!
//! The character set is a guess in most files: declared UTF-8 (1:90) is believed, bytes that are
//! valid UTF-8 are UTF-8, all else is Windows-1252. The first block in a file stands.

use encoding_rs::WINDOWS_1252;
use md5::{Digest, Md5};
use std::borrow::Cow;
use std::str::Utf8Error;

/// Photoshop's resource numbers.
const IIM_RESOURCE: u16 = 0x0404;
const DIGEST_RESOURCE: u16 = 0x0425;
const THUMBNAIL_RESOURCES: [u16; 2] = [0x0409, 0x040C];

/// Signatures that a resource may carry.
const SIGNATURES: [&[u8]; 5] = [b"8BIM", b"AgHg", b"DCSR", b"PHUT", b"MeSa"];

/// ISO 2022's sequence for UTF-8, in dataset 1:90.
pub(super) const UTF_8_MARK: &[u8] = b"\x1B%G";

/// What the IIM of a file says.
#[derive(Debug, Default)]
pub(super) struct Iim {
    /// Number of the dataset in record 2, and its text, in the order of the file.
    datasets: Vec<(u8, Text)>,
    /// A digest stands in the file and is not that of the block: a program that knows only IIM
    /// changed it after the XMP was written, so the IIM is the newer one.
    pub newer_than_xmp: bool,
    pub thumbnail: bool,
    /// The character set is not declared and some letters are neither ASCII nor UTF-8.
    pub guessed_letters: bool,
}

/// A text with its length in the file, which tells whether it was cut.
#[derive(Debug)]
pub(super) struct Text {
    pub value: String,
    pub bytes: usize,
    guessed: bool,
}

impl Iim {
    /// Every text of dataset 2:`number`.
    pub fn all(&self, number: u8) -> impl Iterator<Item = &Text> {
        self.datasets.iter().filter(move |(n, _)| *n == number).map(|(_, text)| text)
    }

    pub fn first(&self, number: u8) -> Option<&str> {
        self.all(number).map(|text| text.value.as_str()).find(|value| !value.trim().is_empty())
    }
}

/// Reads Photoshop's resources, or else the IIM that stands alone.
pub(super) fn read(resources: &[u8], bare: &[u8]) -> Iim {
    let resources = split_resources(resources);
    let of = |number| resources.iter().find(|(n, _)| *n == number).map(|(_, body)| *body);
    // A TIFF file has the block in a tag of its own, and its digest among the resources.
    let block = of(IIM_RESOURCE).unwrap_or(bare);
    let digest = of(DIGEST_RESOURCE).filter(|digest| digest.len() == 16 && !block.is_empty());
    let datasets = read_datasets(block);
    Iim {
        guessed_letters: datasets.iter().any(|(_, text)| text.guessed),
        datasets,
        newer_than_xmp: digest.is_some_and(|digest| !is_digest_of(block, digest)),
        thumbnail: resources.iter().any(|(n, _)| THUMBNAIL_RESOURCES.contains(n)),
    }
}

/// Whether the digest is that of the block, with or without the zeros that fill it up to whole words.
fn is_digest_of(block: &[u8], digest: &[u8]) -> bool {
    let end = block.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    let longest_fill = (block.len() - end).min(3);
    (0..=longest_fill).any(|fill| *Md5::digest(&block[..block.len() - fill]) == *digest)
}

/// Number and body of each resource; stops at the first that is broken.
fn split_resources(mut bytes: &[u8]) -> Vec<(u16, &[u8])> {
    let mut resources = Vec::new();
    while let Some((number, body, rest)) = first_resource(bytes) {
        resources.push((number, body));
        bytes = rest;
    }
    resources
}

fn first_resource(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (signature, rest) = bytes.split_at_checked(4)?;
    if !SIGNATURES.contains(&signature) {
        return None;
    }
    let (number, rest) = rest.split_first_chunk::<2>()?;
    // The name counts its length byte in, and is padded to an even length.
    let name = (usize::from(*rest.first()?) + 2) & !1;
    let (length, rest) = rest.get(name..)?.split_first_chunk::<4>()?;
    let length = u32::from_be_bytes(*length) as usize;
    let body = &rest[..length.min(rest.len())];
    let rest = rest.get(length.checked_add(length & 1)?..).unwrap_or_default();
    Some((u16::from_be_bytes(*number), body, rest))
}

/// The datasets of record 2, up to the first broken one.
fn read_datasets(mut bytes: &[u8]) -> Vec<(u8, Text)> {
    let mut utf_8 = false;
    let mut datasets = Vec::new();
    while let Some((record, number, value, rest)) = first_dataset(bytes) {
        match record {
            1 if number == 90 => utf_8 = value == UTF_8_MARK,
            2 => datasets.push((number, decode(value, utf_8))),
            _ => {}
        }
        bytes = rest;
    }
    datasets
}

fn first_dataset(bytes: &[u8]) -> Option<(u8, u8, &[u8], &[u8])> {
    let start = bytes.iter().position(|&byte| byte != 0)?;
    let [0x1C, record, number, high, low, rest @ ..] = &bytes[start..] else { return None };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    let (length, rest) =
        if length & 0x8000 == 0 { (length, rest) } else { long_length(length & 0x7FFF, rest)? };
    let (value, rest) = rest.split_at_checked(length)?;
    Some((*record, *number, value, rest))
}

/// The length of an extended dataset: `count` bytes that follow give it.
fn long_length(count: usize, bytes: &[u8]) -> Option<(usize, &[u8])> {
    if count > 4 {
        return None;
    }
    let (length, rest) = bytes.split_at_checked(count)?;
    Some((length.iter().fold(0, |sum, &byte| sum << 8 | usize::from(byte)), rest))
}

fn decode(bytes: &[u8], declared_utf_8: bool) -> Text {
    let mut guessed = false;
    let value = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) if error.error_len().is_none() => without_half(bytes, error, declared_utf_8),
        Err(_) if declared_utf_8 => String::from_utf8_lossy(bytes),
        Err(_) => {
            guessed = true;
            WINDOWS_1252.decode_without_bom_handling(bytes).0
        }
    };
    Text { value: value.into_owned(), bytes: bytes.len(), guessed }
}

/// UTF-8 whose last character was cut in two at IIM's limit, without that half. Bytes with no other
/// character of UTF-8 before it are more likely Windows-1252.
fn without_half(bytes: &[u8], error: Utf8Error, declared_utf_8: bool) -> Cow<'_, str> {
    let whole = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
    if declared_utf_8 || !whole.is_ascii() {
        return whole;
    }
    WINDOWS_1252.decode_without_bom_handling(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset(record: u8, number: u8, value: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0x1C, record, number];
        bytes.extend((value.len() as u16).to_be_bytes());
        bytes.extend(value);
        bytes
    }

    fn check(block: &[u8], number: u8, expected: &[&str]) {
        let iim = read(&[], block);
        let found: Vec<&str> = iim.all(number).map(|text| text.value.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_character_set_is_declared_or_guessed() {
        check(&dataset(2, 80, b"Zo\xEB"), 80, &["Zoë"]);
        check(&dataset(2, 80, "Zoë".as_bytes()), 80, &["Zoë"]);
        let declared = [dataset(1, 90, UTF_8_MARK), dataset(2, 80, b"Zo\xEB!")].concat();
        check(&declared, 80, &["Zo\u{FFFD}!"]);
    }

    #[test]
    fn half_a_character_at_the_end_goes() {
        check(&dataset(2, 110, b"M\xC3\xA9diterran\xC3"), 110, &["M\u{E9}diterran"]);
        let declared = [dataset(1, 90, UTF_8_MARK), dataset(2, 80, b"Zo\xC3")].concat();
        check(&declared, 80, &["Zo"]);
    }

    #[test]
    fn a_broken_dataset_ends_the_reading_and_keeps_the_rest() {
        let two = [dataset(2, 80, b"Ada"), dataset(2, 80, b"Bo")].concat();
        check(&two, 80, &["Ada", "Bo"]);
        check(&two[..two.len() - 1], 80, &["Ada"]);
        check(&[&two[..], &[0, 0, 7]].concat(), 80, &["Ada", "Bo"]);
        check(b"\x1C\x02\x50\x80\x04\xFF\xFF\xFF\xFFx", 80, &[]);
        check(b"\x1C\x02\x50\x80\x04\0\0\0\x01x", 80, &["x"]);
    }
}
