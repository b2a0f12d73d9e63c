//! The parts of an AVIF file: which item is the picture, where its bytes lie, what it says of itself
//! (ISO/IEC 14496-12 and 23008-12).
//!
//! Every length and every number is a stranger's: what points outside the file is a file cut short,
//! and what there is too much of is refused.

use super::{PhotoError, SizePx};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More parts than any picture has.
const MAX_ITEMS: usize = 4_096;

pub(super) struct Items<'a> {
    file: &'a [u8],
    /// Bytes that lie in the description itself.
    inside: &'a [u8],
    primary: u32,
    items: BTreeMap<u32, Item<'a>>,
    /// What kind of link, from which item, to which.
    links: Vec<([u8; 4], u32, Vec<u32>)>,
}

#[derive(Default)]
pub(super) struct Item<'a> {
    id: u32,
    kind: [u8; 4],
    is_inside: bool,
    /// From, length; a length of 0 is to the end.
    extents: Vec<(u64, u64)>,
    /// As coded, before anything is cut or turned.
    pub size: SizePx,
    pub numbers: Option<Numbers>,
    pub profile: Option<&'a [u8]>,
    pub turns: Vec<Turn>,
    is_alpha: bool,
}

/// Colours by number (ITU-T H.273).
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub primaries: u16,
    pub transfer: u16,
    pub matrix: u16,
    pub is_full_range: bool,
}

#[derive(Clone, Copy)]
pub(super) enum Turn {
    Cut(Area),
    /// By so many quarters.
    Anticlockwise(u8),
    TopToBottom,
    LeftToRight,
}

#[derive(Clone, Copy)]
pub(super) struct Area {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

pub(super) struct Grid {
    pub columns: u32,
    pub size: SizePx,
    pub tiles: Vec<u32>,
}

const DAMAGED: PhotoError = PhotoError::Damaged { part: "the description of its parts is wrong" };

pub(super) fn read(file: &[u8]) -> Result<Items<'_>, PhotoError> {
    let meta = find(file, *b"meta").ok_or(PhotoError::Truncated)?;
    let meta = meta.get(4..).ok_or(DAMAGED)?;
    let mut items = Items {
        file,
        inside: find(meta, *b"idat").unwrap_or_default(),
        primary: 0,
        items: BTreeMap::new(),
        links: Vec::new(),
    };
    items.primary = find(meta, *b"pitm").and_then(primary).ok_or(DAMAGED)?;
    let kinds = find(meta, *b"iinf").ok_or(DAMAGED)?;
    items.take_kinds(kinds).ok_or(DAMAGED)?;
    items.take_places(find(meta, *b"iloc").ok_or(DAMAGED)?).ok_or(DAMAGED)?;
    items.take_properties(find(meta, *b"iprp").ok_or(DAMAGED)?).ok_or(DAMAGED)?;
    if let Some(links) = find(meta, *b"iref") {
        items.take_links(links).ok_or(DAMAGED)?;
    }
    Ok(items)
}

impl<'a> Items<'a> {
    pub fn primary(&self) -> Result<&Item<'a>, PhotoError> {
        self.item(self.primary)
    }

    pub fn item(&self, id: u32) -> Result<&Item<'a>, PhotoError> {
        let item = self.items.get(&id).ok_or(DAMAGED)?;
        if item.size.0 == 0 || item.size.1 == 0 { Err(DAMAGED) } else { Ok(item) }
    }

    pub fn alpha_of(&self, item: &Item) -> Option<&Item<'a>> {
        let to_it =
            |(kind, _, to): &&([u8; 4], u32, Vec<u32>)| kind == b"auxl" && to.contains(&item.id);
        let mut others = self.links.iter().filter(to_it).filter_map(|link| self.item(link.1).ok());
        others.find(|other| other.is_alpha)
    }

    pub fn is_premultiplied(&self, item: &Item) -> bool {
        self.links.iter().any(|(kind, from, _)| kind == b"prem" && *from == item.id)
    }

    /// The tiles of an item that is put together from others (ISO/IEC 23008-12, 6.6.2.3).
    pub fn grid_of(&self, item: &Item) -> Result<Option<Grid>, PhotoError> {
        if &item.kind != b"grid" {
            return Ok(None);
        }
        let bytes = self.bytes_of(item)?;
        let mut reader = Reader(&bytes);
        let mut read = || {
            let (_, flags) = (reader.number(1)?, reader.number(1)?);
            let (rows, columns) = (reader.number(1)? + 1, reader.number(1)? + 1);
            let width = if flags & 1 == 0 { 2 } else { 4 };
            Some((rows, columns, (reader.number(width)? as u32, reader.number(width)? as u32)))
        };
        let (rows, columns, size) = read().ok_or(DAMAGED)?;
        let link = self.links.iter().find(|(kind, from, _)| kind == b"dimg" && *from == item.id);
        let tiles = link.map(|link| link.2.clone()).unwrap_or_default();
        if tiles.len() as u64 != rows * columns || size != item.size {
            return Err(DAMAGED);
        }
        self.check_tiles(&tiles, columns as u32, rows as u32, size)?;
        Ok(Some(Grid { columns: columns as u32, size, tiles }))
    }

    /// All tiles have one size, none is a grid itself, and together they cover the picture.
    fn check_tiles(
        &self,
        tiles: &[u32],
        columns: u32,
        rows: u32,
        size: SizePx,
    ) -> Result<(), PhotoError> {
        let first = self.item(tiles[0])?.size;
        for tile in tiles {
            let tile = self.item(*tile)?;
            if tile.size != first || &tile.kind == b"grid" {
                return Err(DAMAGED);
            }
        }
        let covers = |side: u32, count: u32, whole: u32| {
            let all = u64::from(side) * u64::from(count);
            all >= u64::from(whole) && all < u64::from(whole) + u64::from(side)
        };
        if covers(first.0, columns, size.0) && covers(first.1, rows, size.1) {
            Ok(())
        } else {
            Err(DAMAGED)
        }
    }

    pub fn bytes_of(&self, item: &Item) -> Result<Cow<'a, [u8]>, PhotoError> {
        let from = if item.is_inside { self.inside } else { self.file };
        let part = |(start, length): &(u64, u64)| {
            let start = usize::try_from(*start).ok()?;
            let length = usize::try_from(*length).ok()?;
            let end = if length == 0 { from.len() } else { start.checked_add(length)? };
            from.get(start..end)
        };
        match &item.extents[..] {
            [one] => part(one).map(Cow::Borrowed).ok_or(PhotoError::Truncated),
            many => {
                let parts: Option<Vec<&[u8]>> = many.iter().map(part).collect();
                let bytes = parts.ok_or(PhotoError::Truncated)?.concat();
                // The same bytes again and again would be a bomb.
                if bytes.len() > self.file.len() { Err(DAMAGED) } else { Ok(Cow::Owned(bytes)) }
            }
        }
    }

    fn entry(&mut self, id: u32) -> Option<&mut Item<'a>> {
        if self.items.len() >= MAX_ITEMS && !self.items.contains_key(&id) {
            return None;
        }
        Some(self.items.entry(id).or_insert_with(|| Item { id, ..Item::default() }))
    }

    fn take_kinds(&mut self, iinf: &'a [u8]) -> Option<()> {
        let mut reader = Reader(iinf);
        let version = reader.version()?;
        reader.number(if version == 0 { 2 } else { 4 })?;
        for (name, body) in Boxes(reader.0) {
            let mut entry = Reader(body);
            let version = entry.version()?;
            if name != *b"infe" || version < 2 {
                continue;
            }
            let id = entry.number(if version == 2 { 2 } else { 4 })? as u32;
            entry.number(2)?;
            let kind = entry.take(4)?.try_into().ok()?;
            self.entry(id)?.kind = kind;
        }
        Some(())
    }

    fn take_places(&mut self, iloc: &'a [u8]) -> Option<()> {
        let mut reader = Reader(iloc);
        let version = reader.version()?;
        let sizes = reader.number(2)?;
        let nibble = |at: u32| (sizes >> at & 15) as usize;
        let (offset, length, base) = (nibble(12), nibble(8), nibble(4));
        let index = if version == 0 { 0 } else { nibble(0) };
        let wide = if version < 2 { 2 } else { 4 };
        for _ in 0..reader.number(wide)? {
            let id = reader.number(wide)? as u32;
            let method = if version == 0 { 0 } else { reader.number(2)? & 15 };
            reader.number(2)?;
            let from = reader.number(base)?;
            let mut extents = Vec::new();
            for _ in 0..reader.number(2)? {
                reader.number(index)?;
                let start = from.checked_add(reader.number(offset)?)?;
                extents.push((start, reader.number(length)?));
            }
            let item = self.entry(id)?;
            item.is_inside = method == 1;
            item.extents = extents;
        }
        Some(())
    }

    fn take_links(&mut self, iref: &'a [u8]) -> Option<()> {
        let mut reader = Reader(iref);
        let wide = if reader.version()? == 0 { 2 } else { 4 };
        for (name, body) in Boxes(reader.0) {
            let mut link = Reader(body);
            let from = link.number(wide)? as u32;
            let count = link.number(2)?;
            let to: Option<Vec<u32>> =
                (0..count).map(|_| Some(link.number(wide)? as u32)).collect();
            self.links.push((name, from, to?));
            if self.links.len() > MAX_ITEMS {
                return None;
            }
        }
        Some(())
    }

    fn take_properties(&mut self, iprp: &'a [u8]) -> Option<()> {
        let properties: Vec<_> = Boxes(find(iprp, *b"ipco")?).collect();
        let mut reader = Reader(find(iprp, *b"ipma")?);
        let (version, flags) = (reader.number(1)?, reader.number(3)?);
        for _ in 0..reader.number(4)? {
            let id = reader.number(if version == 0 { 2 } else { 4 })? as u32;
            for _ in 0..reader.number(1)? {
                let wide = if flags & 1 == 0 { 1 } else { 2 };
                let number = reader.number(wide)? & if wide == 1 { 0x7F } else { 0x7FFF };
                let property = (number as usize).checked_sub(1).and_then(|at| properties.get(at));
                if let Some((name, body)) = property {
                    self.entry(id)?.take_property(*name, body);
                }
            }
        }
        Some(())
    }
}

impl<'a> Item<'a> {
    fn take_property(&mut self, name: [u8; 4], body: &'a [u8]) {
        let mut reader = Reader(body);
        match &name {
            b"ispe" => {
                let size = |reader: &mut Reader| {
                    reader.number(4)?;
                    Some((reader.number(4)? as u32, reader.number(4)? as u32))
                };
                self.size = size(&mut reader).unwrap_or_default();
            }
            b"colr" => match body.split_at_checked(4) {
                Some((b"nclx", rest)) => self.numbers = numbers(rest),
                Some((b"prof" | b"rICC", rest)) => self.profile = Some(rest),
                _ => {}
            },
            b"auxC" => {
                let kind = body.get(4..).unwrap_or_default();
                self.is_alpha = kind.starts_with(b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
                    || kind.starts_with(b"urn:mpeg:hevc:2015:auxid:1");
            }
            b"clap" => self.turns.extend(clean_aperture(reader, self.size).map(Turn::Cut)),
            b"irot" => {
                self.turns.extend(body.first().map(|quarters| Turn::Anticlockwise(quarters & 3)));
            }
            b"imir" => self.turns.extend(body.first().map(|axis| match axis & 1 {
                0 => Turn::TopToBottom,
                _ => Turn::LeftToRight,
            })),
            _ => {}
        }
    }
}

fn numbers(nclx: &[u8]) -> Option<Numbers> {
    let mut reader = Reader(nclx);
    let mut two = || Some(reader.number(2)? as u16);
    let (primaries, transfer, matrix) = (two()?, two()?, two()?);
    let is_full_range = nclx.get(6)? & 0x80 != 0;
    Some(Numbers { primaries, transfer, matrix, is_full_range })
}

/// The part that shows: its size and how far its middle lies from the picture's, as fractions
/// (ISO/IEC 14496-12, 12.1.4).
fn clean_aperture(mut reader: Reader, (width_px, height_px): SizePx) -> Option<Area> {
    let mut fraction = || {
        let above = reader.number(4)? as u32 as i32;
        let below = reader.number(4)? as u32 as i32;
        (below != 0).then(|| f64::from(above) / f64::from(below))
    };
    let (width, height) = (fraction()?, fraction()?);
    let (right, down) = (fraction()?, fraction()?);
    let side = |length: f64, off: f64, whole: u32| {
        let start = (f64::from(whole) - length) / 2.0 + off;
        let fits = length >= 1.0 && start >= 0.0 && start + length <= f64::from(whole);
        fits.then_some((start as u32, length as u32))
    };
    let (left, width) = side(width, right, width_px)?;
    let (top, height) = side(height, down, height_px)?;
    Some(Area { left, top, width, height })
}

fn primary(pitm: &[u8]) -> Option<u32> {
    let mut reader = Reader(pitm);
    let wide = if reader.version()? == 0 { 2 } else { 4 };
    Some(reader.number(wide)? as u32)
}

fn find(bytes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    Boxes(bytes).find(|(found, _)| *found == name).map(|(_, body)| body)
}

/// The boxes that lie one after the other. Ends at the first that does not fit.
struct Boxes<'a>(&'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut reader = Reader(self.0);
        let length = reader.number(4)?;
        let name = reader.take(4)?.try_into().ok()?;
        let (head, length) = match length {
            0 => (8, self.0.len() as u64),
            1 => (16, reader.number(8)?),
            length => (8, length),
        };
        let body = reader.take(usize::try_from(length.checked_sub(head)?).ok()?)?;
        self.0 = reader.0;
        Some((name, body))
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of so many bytes, big end first; of none it is zero.
    fn number(&mut self, bytes: usize) -> Option<u64> {
        Some(self.take(bytes)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// The version of a box, with its flags skipped.
    fn version(&mut self) -> Option<u64> {
        Some(self.number(4)? >> 24)
    }
}
