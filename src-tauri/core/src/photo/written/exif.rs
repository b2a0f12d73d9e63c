//! A small and valid Exif (CIPA DC-008): what the standard requires, who made the picture, to whom it
//! belongs, what it shows and when. Nothing of the camera.

use super::super::facts::Field;
use super::WrittenFacts;

/// The kinds of values that are written, as TIFF 6.0 numbers them.
#[derive(Clone, Copy)]
enum Kind {
    Ascii = 2,
    Short = 3,
    Long = 4,
    Rational = 5,
    Undefined = 7,
}

struct Entry {
    tag: u16,
    kind: Kind,
    /// How many values, not bytes.
    count: u32,
    value: Vec<u8>,
}

const HEADER: &[u8] = b"II*\0\x08\0\0\0";

/// Where the bytes of the pictures go, which has tags of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Jpeg,
    Other,
}

/// A TIFF structure, little-endian, without the name that stands before it in a JPEG.
pub(super) fn tiff(written: &WrittenFacts, size_px: (u32, u32), within: Within) -> Vec<u8> {
    let mut first = vec![
        short(0x0112, 1), // Orientation: upright
        rational(0x011A, 72),
        rational(0x011B, 72),
        short(0x0128, 2), // ResolutionUnit: inch
    ];
    if within == Within::Jpeg {
        first.push(short(0x0213, 1)); // YCbCrPositioning: centred
    }
    let texts =
        [(0x010E, Field::Caption), (0x013B, Field::Photographer), (0x8298, Field::Copyright)];
    first.extend(texts.iter().filter_map(|(tag, field)| Some(ascii(*tag, written.get(*field)?))));
    first.push(long(0x8769, 0)); // the place of the second directory, filled in below
    first.sort_by_key(|entry| entry.tag);
    let second = second(written, size_px, within);
    let place = (HEADER.len() + size(&first)) as u32;
    if let Some(pointer) = first.iter_mut().find(|entry| entry.tag == 0x8769) {
        pointer.value = place.to_le_bytes().to_vec();
    }
    let mut bytes = HEADER.to_vec();
    lay_down(&first, &mut bytes);
    lay_down(&second, &mut bytes);
    bytes
}

fn second(written: &WrittenFacts, (width, height): (u32, u32), within: Within) -> Vec<Entry> {
    let mut entries = vec![
        undefined(0x9000, b"0232"),
        undefined(0xA000, b"0100"),
        short(0xA001, 1), // ColorSpace: sRGB
        long(0xA002, width),
        long(0xA003, height),
    ];
    if within == Within::Jpeg {
        entries.push(undefined(0x9101, &[1, 2, 3, 0])); // Y, Cb, Cr
    }
    entries.extend(taken(written.get(Field::DateCreated).unwrap_or_default()));
    entries.sort_by_key(|entry| entry.tag);
    entries
}

/// DateTimeOriginal with its fraction and zone. Exif has no half known dates, so those go without.
fn taken(date: &str) -> Vec<Entry> {
    let Some((day, time)) = date.split_once('T') else { return Vec::new() };
    let (clock, zone) = time.split_at(time.find(['+', '-', 'Z']).unwrap_or(time.len()));
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    if clock.len() != "14:03:22".len() {
        return Vec::new();
    }
    let zone = if zone == "Z" { "+00:00" } else { zone };
    let mut entries = vec![ascii(0x9003, &format!("{} {clock}", day.replace('-', ":")))];
    entries.extend((!zone.is_empty()).then(|| ascii(0x9011, zone)));
    entries.extend((!fraction.is_empty()).then(|| ascii(0x9291, fraction)));
    entries
}

fn short(tag: u16, value: u16) -> Entry {
    Entry { tag, kind: Kind::Short, count: 1, value: value.to_le_bytes().to_vec() }
}

fn long(tag: u16, value: u32) -> Entry {
    Entry { tag, kind: Kind::Long, count: 1, value: value.to_le_bytes().to_vec() }
}

fn rational(tag: u16, whole: u32) -> Entry {
    let value = [whole.to_le_bytes(), 1u32.to_le_bytes()].concat();
    Entry { tag, kind: Kind::Rational, count: 1, value }
}

fn undefined(tag: u16, value: &[u8]) -> Entry {
    Entry { tag, kind: Kind::Undefined, count: value.len() as u32, value: value.to_vec() }
}

/// Names and captions are UTF-8, as every program of today writes and reads them there.
fn ascii(tag: u16, text: &str) -> Entry {
    let value = [text.as_bytes(), &[0]].concat();
    Entry { tag, kind: Kind::Ascii, count: value.len() as u32, value }
}

/// The bytes of a directory with the values that stand behind it.
fn size(entries: &[Entry]) -> usize {
    let behind = entries.iter().map(|entry| entry.value.len()).filter(|length| *length > 4);
    directory_size(entries) + behind.map(|length| length.next_multiple_of(2)).sum::<usize>()
}

fn directory_size(entries: &[Entry]) -> usize {
    2 + entries.len() * 12 + 4
}

fn lay_down(entries: &[Entry], bytes: &mut Vec<u8>) {
    let mut behind = bytes.len() + directory_size(entries);
    let mut values = Vec::new();
    bytes.extend((entries.len() as u16).to_le_bytes());
    for Entry { tag, kind, count, value } in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend((*kind as u16).to_le_bytes());
        bytes.extend(count.to_le_bytes());
        if value.len() <= 4 {
            let mut inside = value.clone();
            inside.resize(4, 0);
            bytes.extend(inside);
            continue;
        }
        bytes.extend((behind as u32).to_le_bytes());
        values.extend(value);
        values.resize(values.len().next_multiple_of(2), 0);
        behind += value.len().next_multiple_of(2);
    }
    bytes.extend([0; 4]); // no third directory, and so no thumbnail
    bytes.extend(values);
}
