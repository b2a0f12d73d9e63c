//! The chunks of a PNG, found without decoding it.

use super::error::PhotoError;
use super::sniff::PNG_SIGNATURE;
use std::borrow::Cow;

/// The most that all compressed texts of a PNG may hold. A caption is some hundred bytes.
pub(super) const MAX_TEXT_BYTES: usize = 16 << 20;

/// The most chunks a PNG may have; a large one has some ten thousand.
const MAX_CHUNKS: usize = 100_000;

/// A PNG taken apart.
pub(super) struct Png<'a> {
    pub chunks: Vec<Chunk<'a>>,
    pub width_px: u32,
    pub height_px: u32,
    pub animated: bool,
    /// The bytes that hold the pixels.
    pub picture_bytes: usize,
    /// What stands after the end of the picture.
    pub trailing: &'a [u8],
}

pub(super) struct Chunk<'a> {
    pub name: &'a [u8],
    pub body: &'a [u8],
}

/// A text chunk (tEXt, zTXt or iTXt), not yet inflated.
pub(super) struct Text<'a> {
    pub keyword: &'a [u8],
    body: &'a [u8],
    compressed: bool,
}

/// Takes a PNG apart. Refuses one without its last chunk, or without a size.
pub(super) fn take_apart(bytes: &[u8]) -> Result<Png<'_>, PhotoError> {
    let mut chunks = Vec::new();
    let mut rest = &bytes[PNG_SIGNATURE.len()..];
    loop {
        let (chunk, after) = first_chunk(rest).ok_or(PhotoError::Truncated)?;
        rest = after;
        let last = chunk.name == b"IEND";
        chunks.push(chunk);
        if last {
            break;
        }
        if chunks.len() > MAX_CHUNKS {
            return Err(PhotoError::Damaged { part: "it is in too many pieces" });
        }
    }
    let (width_px, height_px) = size(&chunks[0])?;
    let pixels = chunks.iter().filter(|chunk| matches!(chunk.name, b"IDAT" | b"fdAT"));
    let picture_bytes = pixels.map(|chunk| chunk.body.len()).sum();
    if picture_bytes == 0 {
        return Err(PhotoError::Damaged { part: "it holds no picture" });
    }
    let animated = chunks.iter().filter(|chunk| chunk.name == b"fcTL").count() > 1;
    Ok(Png { chunks, width_px, height_px, animated, picture_bytes, trailing: rest })
}

fn first_chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (name, rest) = rest.split_at_checked(4)?;
    let (body, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    let (_crc, rest) = rest.split_at_checked(4)?;
    Some((Chunk { name, body }, rest))
}

fn size(header: &Chunk) -> Result<(u32, u32), PhotoError> {
    let side = |range| {
        let bytes: &[u8] = header.body.get(range)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    match (header.name, side(0..4), side(4..8)) {
        (b"IHDR", Some(width), Some(height)) if width > 0 && height > 0 => Ok((width, height)),
        _ => Err(PhotoError::Damaged { part: "its size cannot be read" }),
    }
}

impl<'a> Chunk<'a> {
    /// The chunk as a text, when it is one.
    pub fn as_text(&self) -> Option<Text<'a>> {
        let (keyword, rest) = split_at_nul(self.body)?;
        match self.name {
            b"tEXt" => Some(Text { keyword, body: rest, compressed: false }),
            b"zTXt" => Some(Text { keyword, body: rest.get(1..)?, compressed: true }),
            b"iTXt" => {
                let compressed = *rest.first()? == 1;
                let (_language, rest) = split_at_nul(rest.get(2..)?)?;
                let (_translated_keyword, body) = split_at_nul(rest)?;
                Some(Text { keyword, body, compressed })
            }
            _ => None,
        }
    }
}

impl<'a> Text<'a> {
    /// The bytes of the text, inflated where need be. `None` when they are broken or would swell
    /// over what is `left`, which goes down by what was inflated.
    pub fn content(&self, left: &mut usize) -> Option<Cow<'a, [u8]>> {
        if !self.compressed {
            return Some(Cow::Borrowed(self.body));
        }
        let inflated = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(self.body, *left);
        *left = inflated.as_ref().map_or(0, |bytes| *left - bytes.len());
        inflated.ok().map(Cow::Owned)
    }

    /// The bytes of a "Raw profile type …" text as ImageMagick writes it: a name, a length and the
    /// bytes in hexadecimal digits.
    pub fn raw_profile(&self, left: &mut usize) -> Option<Vec<u8>> {
        let content = self.content(left)?;
        let mut lines = content.splitn(4, |&byte| byte == b'\n');
        let digits = lines.nth(3)?;
        let mut bytes = Vec::with_capacity(digits.len() / 2);
        let mut high = None;
        for digit in digits.iter().filter_map(|&byte| char::from(byte).to_digit(16)) {
            match high.take() {
                None => high = Some(digit),
                Some(high) => bytes.push((high << 4 | digit) as u8),
            }
        }
        Some(bytes)
    }
}

fn split_at_nul(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let nul = bytes.iter().position(|&byte| byte == 0)?;
    Some((&bytes[..nul], &bytes[nul + 1..]))
}
