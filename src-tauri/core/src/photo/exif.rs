//! Exif: what the camera wrote. Read last, and for the way up.

use super::facts::Field;
use super::ifd::{self, Directory, Entry, Kind, Tiff};
use encoding_rs::{UTF_16LE, WINDOWS_1252};
use image::metadata::Orientation;
use std::collections::BTreeMap;

pub(super) const HOST_COMPUTER: u16 = 0x013C;
pub(super) const IMAGE_UNIQUE_ID: u16 = 0xA420;
pub(super) const BODY_SERIAL_NUMBER: u16 = 0xA431;
pub(super) const LENS_SERIAL_NUMBER: u16 = 0xA435;
pub(super) const CAMERA_OWNER: u16 = 0xA430;
pub(super) const MAKER_NOTE: u16 = 0x927C;
pub(super) const USER_COMMENT: u16 = 0x9286;
pub(super) const SOFTWARE: u16 = 0x0131;
/// What Exif 3.0 adds: who edited, the firmware, and the programs that developed and edited.
pub(super) const PROGRAMS: std::ops::RangeInclusive<u16> = 0xA438..=0xA43C;
/// Windows' own title, comment, author, keywords and subject.
pub(super) const WINDOWS_TEXTS: std::ops::RangeInclusive<u16> = 0x9C9B..=0x9C9F;
pub(super) const XMP_PACKET: u16 = 700;

const IMAGE_DESCRIPTION: u16 = 0x010E;
const ORIENTATION: u16 = 0x0112;
const ARTIST: u16 = 0x013B;
const THUMBNAIL: u16 = 0x0201;
const COPYRIGHT: u16 = 0x8298;
const TAKEN_AT: u16 = 0x9003;
const TAKEN_AT_ZONE: u16 = 0x9011;
const TAKEN_AT_FRACTION: u16 = 0x9291;
const WINDOWS_TITLE: u16 = 0x9C9B;
const WINDOWS_COMMENT: u16 = 0x9C9C;
const WINDOWS_AUTHOR: u16 = 0x9C9D;
const WINDOWS_KEYWORDS: u16 = 0x9C9E;
const IMAGE_TITLE: u16 = 0xA436;
const PHOTOGRAPHER: u16 = 0xA437;

/// Field and the tags that give it, the first with a text standing.
const FIELDS: &[(Field, &[u16])] = &[
    (Field::Caption, &[IMAGE_DESCRIPTION, WINDOWS_COMMENT]),
    (Field::Title, &[IMAGE_TITLE, WINDOWS_TITLE]),
    (Field::Photographer, &[ARTIST, PHOTOGRAPHER, WINDOWS_AUTHOR]),
    (Field::Keywords, &[WINDOWS_KEYWORDS]),
    (Field::Copyright, &[COPYRIGHT]),
    (Field::ImageGuid, &[IMAGE_UNIQUE_ID]),
];

/// What the Exif of a file says.
pub(super) struct Exif {
    pub values: BTreeMap<Field, String>,
    pub orientation: Orientation,
    /// Every tag there is, with its directory.
    tags: Vec<(Directory, u16)>,
}

impl Default for Exif {
    fn default() -> Self {
        let orientation = Orientation::NoTransforms;
        Self { values: BTreeMap::new(), orientation, tags: Vec::new() }
    }
}

impl Exif {
    /// Whether the tag stands anywhere but among the positions, which have numbers of their own.
    pub fn has(&self, tag: u16) -> bool {
        self.tags.iter().any(|(at, found)| *at != Directory::Gps && *found == tag)
    }

    pub fn has_any(&self, mut tags: std::ops::RangeInclusive<u16>) -> bool {
        tags.any(|tag| self.has(tag))
    }

    pub fn has_position(&self, tag: u16) -> bool {
        self.tags.contains(&(Directory::Gps, tag))
    }

    pub fn has_thumbnail(&self) -> bool {
        self.tags.contains(&(Directory::Next, THUMBNAIL))
    }
}

/// Reads a TIFF structure; what is broken in it is skipped.
pub(super) fn read(bytes: &[u8]) -> Exif {
    let Some(tiff) = ifd::read(bytes) else { return Exif::default() };
    let first_text = |tags: &[u16]| tags.iter().find_map(|tag| text(&tiff, *tag));
    let values = FIELDS.iter().map(|(field, tags)| (*field, first_text(tags)));
    let values = values.chain([(Field::DateCreated, taken_at(&tiff))]);
    Exif {
        values: values.filter_map(|(field, value)| Some((field, value?))).collect(),
        orientation: orientation(&tiff),
        tags: tiff.entries().map(|entry| (entry.directory, entry.tag)).collect(),
    }
}

/// What the camera calls this very picture (Exif 2.32, tag 0xA420), as it wrote it.
pub(super) fn image_unique_id(bytes: &[u8]) -> Option<String> {
    text(&ifd::read(bytes)?, IMAGE_UNIQUE_ID)
}

fn orientation(tiff: &Tiff) -> Orientation {
    let number = tiff.number(ORIENTATION).and_then(|number| u8::try_from(number).ok());
    number.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
}

/// The text of a tag, wherever a program put it: many write Exif's own tags into the first directory.
fn text(tiff: &Tiff, tag: u16) -> Option<String> {
    let places = [Directory::Main, Directory::Exif];
    let entry = |place| tiff.find(place, tag).and_then(decode);
    places.into_iter().filter_map(entry).find(|text| !text.trim().is_empty())
}

fn decode(entry: &Entry) -> Option<String> {
    if WINDOWS_TEXTS.contains(&entry.tag) {
        return Some(windows_text(entry.value));
    }
    if !matches!(entry.kind, Kind::Ascii | Kind::Utf8 | Kind::Undefined) {
        return None;
    }
    let parts = entry.value.split(|&byte| byte == 0);
    if entry.tag != COPYRIGHT {
        return parts.map(decode_part).next();
    }
    // The photographer's and the editor's, one after the other (Exif 2.32, 4.6.4.D).
    let parts = parts.map(decode_part).filter(|part| !part.trim().is_empty());
    Some(parts.collect::<Vec<String>>().join("; "))
}

/// UTF-16 whatever the byte order of the rest.
fn windows_text(bytes: &[u8]) -> String {
    let text = UTF_16LE.decode_without_bom_handling(&bytes[..bytes.len() & !1]).0;
    text.split('\0').next().unwrap_or_default().to_owned()
}

/// Exif says ASCII; programs write UTF-8 or the Windows character set.
fn decode_part(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Date and time, with the fraction of a second and the zone where the camera wrote them.
fn taken_at(tiff: &Tiff) -> Option<String> {
    let mut taken = text(tiff, TAKEN_AT)?.trim().to_owned();
    let fraction = text(tiff, TAKEN_AT_FRACTION).unwrap_or_default();
    let fraction = fraction.trim();
    if !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        taken = format!("{taken}.{fraction}");
    }
    let zone = text(tiff, TAKEN_AT_ZONE).unwrap_or_default();
    Some(taken + zone.trim())
}
