//! The items of a HEIC or AVIF, found without decoding its picture (ISO/IEC 23008-12): the size, the
//! way up, and the items that hold Exif and XMP.

use super::boxes::{Bytes, Part, parts};
use super::error::PhotoError;
use std::borrow::Cow;
use std::collections::BTreeMap;

const MAX_ITEMS: usize = 10_000;
const MAX_EXTENTS: usize = 100_000;
/// The most that an item of metadata may hold.
const MAX_METADATA_BYTES: usize = 16 << 20;

const XMP_TYPE: &[u8] = b"application/rdf+xml";
/// The identifier of the box that holds content credentials (C2PA 2.2, A.5.1).
const PROVENANCE_BOX: [u8; 16] =
    *b"\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81";

/// A HEIC or AVIF taken apart.
pub(super) struct Heif<'a> {
    /// Upright: cropped and turned as the file says.
    pub width_px: u32,
    pub height_px: u32,
    /// The pixels are AV1's, whatever the file calls itself.
    pub is_av1: bool,
    /// It holds a sequence of pictures, which is a film.
    pub animated: bool,
    pub packets: Vec<Cow<'a, [u8]>>,
    /// From the TIFF header on.
    pub exif: Option<Cow<'a, [u8]>>,
    pub preview: bool,
    pub provenance: bool,
}

/// Takes a file apart. Refuses one that is cut short, or has no picture or size.
pub(super) fn take_apart(bytes: &[u8]) -> Result<Heif<'_>, PhotoError> {
    let top = parts(bytes).ok_or(PhotoError::Truncated)?;
    let of = |name: &[u8; 4]| top.iter().find(|part| part.name == name).map(|part| part.body);
    let meta = of(b"meta").and_then(|body| Items::read(body, bytes)).ok_or(NO_PICTURE)?;
    meta.check_whole()?;
    let (width_px, height_px) = meta.upright_size(meta.primary).ok_or(NO_SIZE)?;
    let is_provenance =
        |part: &Part| part.name == b"uuid" && part.body.starts_with(&PROVENANCE_BOX);
    Ok(Heif {
        width_px,
        height_px,
        is_av1: meta.kind_of_pixels(meta.primary) == Some(b"av01"),
        animated: of(b"moov").is_some(),
        packets: meta.packets(),
        exif: meta.exif(),
        preview: meta.references.iter().any(|reference| reference.kind == b"thmb"),
        provenance: top.iter().any(is_provenance),
    })
}

const NO_PICTURE: PhotoError = PhotoError::Damaged { part: "it holds no picture" };
const NO_SIZE: PhotoError = PhotoError::Damaged { part: "its size cannot be read" };

/// The `meta` box: what is in the file, and where.
struct Items<'a> {
    file: &'a [u8],
    /// Bytes that stand in the `meta` box itself.
    inside: &'a [u8],
    primary: u32,
    items: BTreeMap<u32, Item<'a>>,
    places: BTreeMap<u32, Place>,
    references: Vec<Reference<'a>>,
    properties: Vec<Part<'a>>,
    /// The properties of each item, by their number from 1, in the order in which they apply.
    of_item: BTreeMap<u32, Vec<usize>>,
}

struct Item<'a> {
    kind: &'a [u8],
    content_type: &'a [u8],
}

#[derive(Default)]
struct Place {
    /// 0 in the file, 1 in the `meta` box; others are not known here.
    method: u32,
    /// Offset and length; a length of 0 goes to the end.
    extents: Vec<(u64, u64)>,
}

struct Reference<'a> {
    kind: &'a [u8],
    from: u32,
    to: Vec<u32>,
}

impl<'a> Items<'a> {
    /// What is broken is left out; `None` without a primary item.
    fn read(meta: &'a [u8], file: &'a [u8]) -> Option<Items<'a>> {
        let inside = parts(meta.get(4..)?).unwrap_or_default();
        let of = |name: &[u8; 4]| inside.iter().find(|part| part.name == name).map(|p| p.body);
        let properties = of(b"iprp").and_then(parts).unwrap_or_default();
        let container = properties.iter().find(|part| part.name == b"ipco");
        let mut of_item = BTreeMap::new();
        for part in properties.iter().filter(|part| part.name == b"ipma") {
            read_associations(part.body, &mut of_item);
        }
        Some(Items {
            file,
            inside: of(b"idat").unwrap_or_default(),
            primary: of(b"pitm").and_then(primary)?,
            items: of(b"iinf").map(items).unwrap_or_default(),
            places: of(b"iloc").map(places).unwrap_or_default(),
            references: of(b"iref").map(references).unwrap_or_default(),
            properties: container.and_then(|part| parts(part.body)).unwrap_or_default(),
            of_item,
        })
    }

    /// Every item lies within the file.
    fn check_whole(&self) -> Result<(), PhotoError> {
        let length = self.file.len() as u64;
        let of_file = self.places.values().filter(|place| place.method == 0);
        let mut ends =
            of_file.flat_map(|place| &place.extents).map(|(at, n)| at.saturating_add(*n));
        if ends.any(|end| end > length) {
            return Err(PhotoError::Truncated);
        }
        let primary = self.places.get(&self.primary);
        primary.filter(|place| !place.extents.is_empty()).map(|_| ()).ok_or(NO_PICTURE)
    }

    /// Width and height after the crops and turns of an item, in their order.
    fn upright_size(&self, id: u32) -> Option<(u32, u32)> {
        let mut size = None;
        for number in self.of_item.get(&id)? {
            let Some(property) = number.checked_sub(1).and_then(|at| self.properties.get(at))
            else {
                continue;
            };
            let mut body = Bytes(property.body);
            match property.name {
                b"ispe" => size = body.skip(4).and_then(|()| Some((body.u32()?, body.u32()?))),
                b"clap" => size = size.map(|size| cropped(property.body, size)),
                b"irot" if body.u8().unwrap_or(0) & 1 == 1 => size = size.map(|(w, h)| (h, w)),
                _ => {}
            }
        }
        size.filter(|(width, height)| *width > 0 && *height > 0)
    }

    /// The coding of an item's pixels; of its first part's when it is put together of several.
    fn kind_of_pixels(&self, id: u32) -> Option<&'a [u8]> {
        let kind = self.items.get(&id)?.kind;
        if !matches!(kind, b"grid" | b"iovl" | b"iden") {
            return Some(kind);
        }
        let made_of = |reference: &&Reference| reference.kind == b"dimg" && reference.from == id;
        let part = self.references.iter().find(made_of)?.to.first()?;
        Some(self.items.get(part)?.kind)
    }

    /// The XMP packets, those that describe the primary item last, so that they stand.
    fn packets(&self) -> Vec<Cow<'a, [u8]>> {
        let is_xmp = |item: &Item| item.kind == b"mime" && item.content_type == XMP_TYPE;
        let mut ids: Vec<u32> = self.ids(is_xmp).collect();
        ids.sort_by_key(|id| self.describes_primary(*id));
        ids.into_iter().filter_map(|id| self.bytes(id)).collect()
    }

    /// The Exif of the primary item, else the first. Four bytes before it say where it begins.
    fn exif(&self) -> Option<Cow<'a, [u8]>> {
        let mut ids: Vec<u32> = self.ids(|item| item.kind == b"Exif").collect();
        ids.sort_by_key(|id| !self.describes_primary(*id));
        let bytes = self.bytes(*ids.first()?)?;
        let (offset, rest) = bytes.split_first_chunk::<4>()?;
        let start = 4 + rest.get(..u32::from_be_bytes(*offset) as usize).map_or(0, <[u8]>::len);
        Some(match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[start..]),
            Cow::Owned(bytes) => Cow::Owned(bytes[start..].to_vec()),
        })
    }

    fn ids(&self, wanted: impl Fn(&Item) -> bool) -> impl Iterator<Item = u32> {
        self.items.iter().filter(move |(_, item)| wanted(item)).map(|(id, _)| *id)
    }

    fn describes_primary(&self, id: u32) -> bool {
        let describes = |reference: &Reference| {
            reference.kind == b"cdsc"
                && reference.from == id
                && reference.to.contains(&self.primary)
        };
        self.references.iter().any(describes)
    }

    fn bytes(&self, id: u32) -> Option<Cow<'a, [u8]>> {
        let place = self.places.get(&id)?;
        let whole = match place.method {
            0 => self.file,
            1 => self.inside,
            _ => return None,
        };
        let extent = |(offset, length): &(u64, u64)| {
            let rest = whole.get(usize::try_from(*offset).ok()?..)?;
            if *length == 0 { Some(rest) } else { rest.get(..usize::try_from(*length).ok()?) }
        };
        if let [one] = place.extents.as_slice() {
            return extent(one)
                .filter(|bytes| bytes.len() <= MAX_METADATA_BYTES)
                .map(Cow::Borrowed);
        }
        let mut joined = Vec::new();
        for part in &place.extents {
            joined.extend_from_slice(extent(part)?);
            if joined.len() > MAX_METADATA_BYTES {
                return None;
            }
        }
        Some(Cow::Owned(joined))
    }
}

fn primary(body: &[u8]) -> Option<u32> {
    let mut body = Bytes(body);
    let (version, _) = body.version()?;
    body.id(version >= 1)
}

fn items(body: &[u8]) -> BTreeMap<u32, Item<'_>> {
    let mut body = Bytes(body);
    let count_bytes = body.version().map_or(2, |(version, _)| if version == 0 { 2 } else { 4 });
    let entries = body.skip(count_bytes).and_then(|()| parts(body.0)).unwrap_or_default();
    let entries = entries.iter().filter(|part| part.name == b"infe").take(MAX_ITEMS);
    entries.filter_map(|part| item(part.body)).collect()
}

fn item(body: &[u8]) -> Option<(u32, Item<'_>)> {
    let mut body = Bytes(body);
    let (version, _) = body.version()?;
    let id = body.id(version >= 3)?;
    body.skip(2)?;
    let kind = if version >= 2 { body.take(4)? } else { b"mime" };
    body.text();
    Some((id, Item { kind, content_type: body.text() }))
}

/// ISO/IEC 14496-12, 8.11.3.
fn places(body: &[u8]) -> BTreeMap<u32, Place> {
    let mut found = BTreeMap::new();
    read_places(Bytes(body), &mut found);
    found
}

fn read_places(mut body: Bytes, found: &mut BTreeMap<u32, Place>) -> Option<()> {
    let (version, _) = body.version()?;
    let [sizes, more] = *body.take(2)?.first_chunk::<2>()?;
    let index_bytes = if version == 0 { 0 } else { more & 15 };
    let mut left = MAX_EXTENTS;
    for _ in 0..body.id(version >= 2)? {
        let id = body.id(version >= 2)?;
        let method = if version == 0 { 0 } else { u32::from(body.u16()? & 15) };
        body.skip(2)?;
        let base = body.number(more >> 4)?;
        let mut place = Place { method, extents: Vec::new() };
        for _ in 0..body.u16()? {
            body.skip(usize::from(index_bytes))?;
            let offset = body.number(sizes >> 4)?;
            place.extents.push((base.saturating_add(offset), body.number(sizes & 15)?));
            left = left.checked_sub(1)?;
        }
        found.insert(id, place);
    }
    Some(())
}

fn references(body: &[u8]) -> Vec<Reference<'_>> {
    let mut body = Bytes(body);
    let wide = body.version().is_some_and(|(version, _)| version >= 1);
    let entries = parts(body.0).unwrap_or_default();
    entries.iter().take(MAX_ITEMS).filter_map(|part| reference(part, wide)).collect()
}

fn reference<'a>(part: &Part<'a>, wide: bool) -> Option<Reference<'a>> {
    let mut body = Bytes(part.body);
    let from = body.id(wide)?;
    let count = body.u16()?;
    let to = (0..count).map_while(|_| body.id(wide)).collect();
    Some(Reference { kind: part.name, from, to })
}

fn read_associations(body: &[u8], of_item: &mut BTreeMap<u32, Vec<usize>>) -> Option<()> {
    let mut body = Bytes(body);
    let (version, flags) = body.version()?;
    let wide = flags & 1 == 1;
    for _ in 0..body.u32()? {
        let id = body.id(version >= 1)?;
        let numbers = of_item.entry(id).or_default();
        for _ in 0..body.u8()? {
            let number = if wide { body.u16()? & 0x7FFF } else { u16::from(body.u8()? & 0x7F) };
            numbers.push(usize::from(number));
        }
    }
    Some(())
}

/// The size that a clean aperture leaves: two fractions (ISO/IEC 14496-12, 12.1.4).
fn cropped(body: &[u8], (width, height): (u32, u32)) -> (u32, u32) {
    let mut body = Bytes(body);
    let mut side = |whole: u32| {
        let (number, of) = (body.u32()?, body.u32()?);
        number.checked_div(of).filter(|side| (1..=whole).contains(side))
    };
    match (side(width), side(height)) {
        (Some(width), Some(height)) => (width, height),
        _ => (width, height),
    }
}
