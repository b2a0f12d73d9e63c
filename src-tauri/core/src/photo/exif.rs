//! Exif: what the camera wrote. Read last, and for the way up.

use super::facts::Field;
use encoding_rs::WINDOWS_1252;
use exif::{Context, In, Tag, Value};
use image::metadata::Orientation;
use std::collections::BTreeMap;

/// What the Exif of a file says.
pub(super) struct Exif {
    pub values: BTreeMap<Field, String>,
    pub orientation: Orientation,
    /// Every tag there is, with its directory.
    tags: Vec<(In, Tag)>,
}

impl Default for Exif {
    fn default() -> Self {
        let orientation = Orientation::NoTransforms;
        Self { values: BTreeMap::new(), orientation, tags: Vec::new() }
    }
}

impl Exif {
    pub fn has(&self, tag: Tag) -> bool {
        self.tags.iter().any(|(_, found)| *found == tag)
    }

    /// The tags by number, for those that the Exif standard does not know.
    pub fn has_numbered(&self, numbers: std::ops::RangeInclusive<u16>) -> bool {
        self.tags
            .iter()
            .any(|(_, tag)| tag.context() == Context::Tiff && numbers.contains(&tag.number()))
    }

    pub fn has_thumbnail(&self) -> bool {
        self.tags.contains(&(In::THUMBNAIL, Tag::JPEGInterchangeFormat))
    }
}

/// Reads a TIFF structure; what is broken in it is skipped.
pub(super) fn read(tiff: &[u8]) -> Exif {
    let parsed = exif::Reader::new()
        .continue_on_error(true)
        .read_raw(tiff.to_vec())
        .or_else(|error| error.distill_partial_result(|_| ()));
    let Ok(parsed) = parsed else { return Exif::default() };
    let text = |tag| {
        let field = parsed.get_field(tag, In::PRIMARY)?;
        text(&field.value)
    };
    let values = [
        (Field::Caption, text(Tag::ImageDescription)),
        (Field::Photographer, text(Tag::Artist)),
        (Field::Copyright, text(Tag::Copyright)),
        (Field::DateCreated, taken_at(text)),
    ];
    let orientation = parsed.get_field(Tag::Orientation, In::PRIMARY);
    let orientation = orientation.and_then(|field| field.value.get_uint(0));
    let orientation = orientation.and_then(|value| u8::try_from(value).ok());
    Exif {
        values: values.into_iter().filter_map(|(field, value)| Some((field, value?))).collect(),
        orientation: orientation
            .and_then(Orientation::from_exif)
            .unwrap_or(Orientation::NoTransforms),
        tags: parsed.fields().map(|field| (field.ifd_num, field.tag)).collect(),
    }
}

/// The parts of an ASCII value, which a photographer's and an editor's copyright are.
fn text(value: &Value) -> Option<String> {
    let Value::Ascii(parts) = value else { return None };
    let parts = parts.iter().map(|part| decode(part)).filter(|part| !part.trim().is_empty());
    let text = parts.collect::<Vec<String>>().join("; ");
    (!text.is_empty()).then_some(text)
}

/// Exif says ASCII; programs write UTF-8 or the Windows character set.
fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Date and time, with the fraction of a second and the zone where the camera wrote them.
fn taken_at(text: impl Fn(Tag) -> Option<String>) -> Option<String> {
    let mut taken = text(Tag::DateTimeOriginal)?.trim().to_owned();
    let fraction = text(Tag::SubSecTimeOriginal).unwrap_or_default();
    let fraction = fraction.trim();
    if !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        taken = format!("{taken}.{fraction}");
    }
    let zone = text(Tag::OffsetTimeOriginal).unwrap_or_default();
    Some(taken + zone.trim())
}
