//! Facts into an AVIF: two more items, one of Exif and one of XMP, that describe the picture
//! (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, annex A).
//!
//! The list of items grows, so everything behind it moves, and every place that the file names moves
//! with it. The two items lie in a box of their own at the end.

use super::super::error::PhotoError;
use super::exif::{Within, tiff};
use super::{WrittenFacts, xmp};

const DAMAGED: PhotoError = PhotoError::Damaged { part: "its list of contents cannot be read" };

/// A box: its name and its body, without the length.
struct Part<'a> {
    name: [u8; 4],
    /// Where the whole box begins in the file.
    at: usize,
    body: &'a [u8],
}

/// Where one item lies, as `iloc` says it.
struct Item {
    id: u32,
    /// 0: counted from the file's beginning; others do not move.
    method: u16,
    reference: u16,
    /// Start and length.
    extents: Vec<(u64, u64)>,
}

pub(super) fn write(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    let parts = parts(bytes, 0).ok_or(PhotoError::Truncated)?;
    let brand = parts.first().and_then(|first| first.body.get(..4));
    if !matches!(brand, Some(b"avif" | b"mif1")) {
        return Err(PhotoError::NotAPhoto);
    }
    let meta = parts.iter().find(|part| part.name == *b"meta").ok_or(DAMAGED)?;
    let contents = meta.body.get(4..).and_then(|body| self::parts(body, 0)).ok_or(DAMAGED)?;
    let exif =
        [&[0; 4], &tiff(written, size(&contents).ok_or(DAMAGED)?, Within::Other)[..]].concat();
    let added = [exif, xmp::packet(written).into_bytes()];
    rewritten(bytes, meta, &contents, &added).ok_or(DAMAGED)
}

/// The boxes of `bytes`, which begin at `start` in what their places are counted from.
fn parts(bytes: &[u8], start: usize) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let short = u32::from_be_bytes(*rest.first_chunk::<4>()?);
        let name = *rest.get(4..)?.first_chunk::<4>()?;
        let (header, length) = match short {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*rest.get(8..)?.first_chunk()?)).ok()?),
            short => (8, short as usize),
        };
        let body = rest.get(header..length)?;
        parts.push(Part { name, at: start + at, body });
        at += length;
    }
    Some(parts)
}

/// Width and height of the largest picture in the file, which is the one that is shown.
fn size(contents: &[Part]) -> Option<(u32, u32)> {
    let properties = contents.iter().find(|part| part.name == *b"iprp")?;
    let lists = parts(properties.body, 0)?;
    let list = lists.iter().find(|part| part.name == *b"ipco")?;
    let sizes = parts(list.body, 0)?;
    let read =
        |part: &Part| Some((number(part.body, 4, 4)? as u32, number(part.body, 8, 4)? as u32));
    sizes.iter().filter(|part| part.name == *b"ispe").filter_map(read).max()
}

/// What is added, and what moves for it.
struct Layout<'a> {
    ids: [u16; 2],
    added: &'a [Vec<u8>; 2],
    /// The picture that they describe.
    primary: u32,
    /// What lies behind this place moves by so many bytes.
    end: u64,
    moved: u64,
    /// Where the added items will lie.
    data_at: u64,
}

/// The file with the items in it. `None` when its list of items cannot be read.
fn rewritten(
    bytes: &[u8],
    meta: &Part,
    contents: &[Part],
    added: &[Vec<u8>; 2],
) -> Option<Vec<u8>> {
    let body = |name: &[u8; 4]| Some(contents.iter().find(|part| part.name == *name)?.body);
    let items = read_places(body(b"iloc")?)?;
    let first_new = u16::try_from(items.iter().map(|item| item.id).max()?).ok()?.checked_add(1)?;
    let end = meta.at + 8 + meta.body.len();
    let mut layout = Layout {
        ids: [first_new, first_new.checked_add(1)?],
        added,
        primary: primary(body(b"pitm")?)?,
        end: end as u64,
        moved: 0,
        data_at: 0,
    };
    // The list is as long whatever places it names, so a first draft tells how far things move.
    let draft = new_meta(meta, contents, &items, &layout)?;
    layout.moved = (draft.len() as u64).checked_sub((end - meta.at) as u64)?;
    layout.data_at = bytes.len() as u64 + layout.moved + 8;
    let new = new_meta(meta, contents, &items, &layout)?;
    let (head, tail) = (bytes.get(..meta.at)?, bytes.get(end..)?);
    Some([head, &new, tail, &boxed(b"mdat", &added.concat())].concat())
}

fn new_meta(meta: &Part, contents: &[Part], items: &[Item], layout: &Layout) -> Option<Vec<u8>> {
    let mut inside = meta.body.get(..4)?.to_vec();
    for part in contents {
        inside.extend(match &part.name {
            b"iloc" => new_places(part.body, items, layout),
            b"iinf" => new_infos(part.body, layout.ids)?,
            b"iref" => boxed(b"iref", &[part.body, &references(part.body, layout)].concat()),
            name => boxed(name, part.body),
        });
    }
    if !contents.iter().any(|part| part.name == *b"iref") {
        let none = [0; 4];
        inside.extend(boxed(b"iref", &[&none[..], &references(&none, layout)].concat()));
    }
    Some(boxed(b"meta", &inside))
}

fn primary(body: &[u8]) -> Option<u32> {
    let bytes = if body.first()? == &0 { 2 } else { 4 };
    Some(number(body, 4, bytes)? as u32)
}

fn read_places(body: &[u8]) -> Option<Vec<Item>> {
    let version = *body.first()?;
    let sizes = number(body, 4, 2)?;
    let width = |shift: u32| ((sizes >> shift) & 0xF) as usize;
    let (offset, length, base) = (width(12), width(8), width(4));
    let index = if version == 0 { 0 } else { width(0) };
    let id_bytes = if version < 2 { 2 } else { 4 };
    let mut reader = Reader { bytes: body, at: 6 };
    let count = reader.take(id_bytes)?;
    let mut items = Vec::new();
    for _ in 0..count {
        let id = reader.take(id_bytes)? as u32;
        let method = if version == 0 { 0 } else { reader.take(2)? as u16 & 0xF };
        let reference = reader.take(2)? as u16;
        let start = reader.take(base)?;
        let mut extents = Vec::new();
        for _ in 0..reader.take(2)? {
            reader.take(index)?;
            extents.push((start.checked_add(reader.take(offset)?)?, reader.take(length)?));
        }
        items.push(Item { id, method, reference, extents });
    }
    Some(items)
}

/// The list of places in its widest ordinary form: version 1, four bytes each.
fn new_places(old: &[u8], items: &[Item], layout: &Layout) -> Vec<u8> {
    let flags = old.get(1..4).unwrap_or(&[0; 3]);
    let mut body = [&[1], flags, &[0x44, 0x00]].concat();
    body.extend((items.len() as u16 + 2).to_be_bytes());
    let mut put = |id: u16, method: u16, reference: u16, extents: &[(u64, u64)]| {
        for half in [id, method, reference, extents.len() as u16] {
            body.extend(half.to_be_bytes());
        }
        for (start, length) in extents {
            body.extend((*start as u32).to_be_bytes());
            body.extend((*length as u32).to_be_bytes());
        }
    };
    for item in items {
        let shift = |start: u64| {
            start + if item.method == 0 && start >= layout.end { layout.moved } else { 0 }
        };
        let extents: Vec<(u64, u64)> =
            item.extents.iter().map(|(start, length)| (shift(*start), *length)).collect();
        put(item.id as u16, item.method, item.reference, &extents);
    }
    let [exif, xmp] = layout.added.each_ref().map(|item| item.len() as u64);
    put(layout.ids[0], 0, 0, &[(layout.data_at, exif)]);
    put(layout.ids[1], 0, 0, &[(layout.data_at + exif, xmp)]);
    boxed(b"iloc", &body)
}

fn new_infos(body: &[u8], ids: [u16; 2]) -> Option<Vec<u8>> {
    let bytes = if body.first()? == &0 { 2 } else { 4 };
    let count = number(body, 4, bytes)? + 2;
    let count = &count.to_be_bytes()[8 - bytes..];
    let info = |id: u16, rest: &[u8]| {
        boxed(b"infe", &[&[2, 0, 0, 0], &id.to_be_bytes()[..], &[0, 0], rest].concat())
    };
    let exif = info(ids[0], b"Exif\0");
    let xmp = info(ids[1], b"mime\0application/rdf+xml\0");
    Some(boxed(b"iinf", &[&body[..4], count, body.get(4 + bytes..)?, &exif, &xmp].concat()))
}

/// "This describes that", for both items, with ids as wide as the list has them.
fn references(list: &[u8], layout: &Layout) -> Vec<u8> {
    let wide = list.first().is_some_and(|version| *version > 0);
    let id = |id: u32| id.to_be_bytes()[if wide { 0 } else { 2 }..].to_vec();
    let one =
        |from: u16| boxed(b"cdsc", &[&id(from.into()), &[0, 1][..], &id(layout.primary)].concat());
    layout.ids.map(one).concat()
}

fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, body].concat()
}

/// A whole number of up to eight bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, length: usize) -> Option<u64> {
        let number = number(self.bytes, self.at, length)?;
        self.at += length;
        Some(number)
    }
}
