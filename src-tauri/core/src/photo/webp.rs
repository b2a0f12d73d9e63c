//! The chunks of a WebP, found without decoding it (RFC 9649).

use super::error::PhotoError;

const MAX_CHUNKS: usize = 100_000;

/// The header of the file: `RIFF`, its length, `WEBP`.
const HEADER_BYTES: usize = 12;

/// A WebP taken apart.
pub(super) struct WebP<'a> {
    pub chunks: Vec<Chunk<'a>>,
    pub width_px: u32,
    pub height_px: u32,
    pub animated: bool,
    /// What stands after the end of the picture.
    pub trailing: &'a [u8],
}

pub(super) struct Chunk<'a> {
    pub name: &'a [u8],
    pub body: &'a [u8],
}

/// Takes a WebP apart. Refuses one that is cut short, or has no picture or size.
pub(super) fn take_apart(bytes: &[u8]) -> Result<WebP<'_>, PhotoError> {
    let length = little_endian(bytes.get(4..8).ok_or(PhotoError::Truncated)?) as usize;
    let end = length.saturating_add(8);
    let inside = bytes.get(HEADER_BYTES..end).ok_or(PhotoError::Truncated)?;
    let chunks = split(inside)?;
    let (width_px, height_px) = size(&chunks)?;
    let frames = chunks.iter().filter(|chunk| chunk.name == b"ANMF").count();
    Ok(WebP { width_px, height_px, animated: frames > 1, chunks, trailing: &bytes[end..] })
}

fn split(mut bytes: &[u8]) -> Result<Vec<Chunk<'_>>, PhotoError> {
    let mut chunks = Vec::new();
    while !bytes.is_empty() {
        let (chunk, rest) = first_chunk(bytes).ok_or(PhotoError::Truncated)?;
        chunks.push(chunk);
        bytes = rest;
        if chunks.len() > MAX_CHUNKS {
            return Err(PhotoError::Damaged { part: "it is in too many pieces" });
        }
    }
    Ok(chunks)
}

/// A chunk of an odd length is followed by one byte that belongs to nothing; the last may lack it.
fn first_chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (name, rest) = bytes.split_at_checked(4)?;
    let (length, rest) = rest.split_at_checked(4)?;
    let length = little_endian(length) as usize;
    let (body, rest) = rest.split_at_checked(length)?;
    Some((Chunk { name, body }, rest.get(length & 1..).unwrap_or_default()))
}

/// The canvas's size, else that of the only picture.
fn size(chunks: &[Chunk]) -> Result<(u32, u32), PhotoError> {
    let of = |name: &[u8]| chunks.iter().find(|chunk| chunk.name == name).map(|chunk| chunk.body);
    let picture = of(b"VP8 ").map(lossy_size).or(of(b"VP8L").map(lossless_size));
    let canvas = of(b"VP8X").and_then(|body| {
        let side = |at: usize| Some(little_endian(body.get(at..at + 3)?) + 1);
        Some((side(4)?, side(7)?))
    });
    match (picture, canvas) {
        (None, Some(canvas)) if of(b"ANMF").is_some() => Ok(canvas),
        (Some(Some(_)), Some(size)) | (Some(Some(size)), None) if size.0 > 0 && size.1 > 0 => {
            Ok(size)
        }
        (None, _) => Err(PhotoError::Damaged { part: "it holds no picture" }),
        _ => Err(PhotoError::Damaged { part: "its size cannot be read" }),
    }
}

/// The header of a key frame: three bytes, a start code, two sides of 14 bits (RFC 6386, 9.1).
fn lossy_size(body: &[u8]) -> Option<(u32, u32)> {
    let sides = body.get(3..10)?.strip_prefix(b"\x9D\x01\x2A")?;
    Some((little_endian(&sides[..2]) & 0x3FFF, little_endian(&sides[2..]) & 0x3FFF))
}

/// A mark, then both sides less one in 14 bits each.
fn lossless_size(body: &[u8]) -> Option<(u32, u32)> {
    let bits = little_endian(body.strip_prefix(b"\x2F")?.get(..4)?);
    Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
}

/// A number of up to four bytes.
fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let mut bytes = [&name[..], &(body.len() as u32).to_le_bytes(), body].concat();
        bytes.resize(bytes.len().next_multiple_of(2), 0);
        bytes
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        let body = chunks.concat();
        let length = (body.len() as u32 + 4).to_le_bytes();
        [b"RIFF", &length[..], b"WEBP", &body].concat()
    }

    fn check(bytes: &[u8], expected: &str) {
        let found = match take_apart(bytes) {
            Ok(webp) => format!("{} × {}, {}", webp.width_px, webp.height_px, webp.animated),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found:?} should have {expected:?}");
    }

    const LOSSY: &[u8] = b"\0\0\0\x9D\x01\x2A\x03\0\x02\0pixels";
    const LOSSLESS: &[u8] = b"\x2F\x02\x40\0\0pixels";

    #[test]
    fn each_kind_of_picture_has_its_size() {
        check(&file(&[chunk(b"VP8 ", LOSSY)]), "3 × 2, false");
        check(&file(&[chunk(b"VP8L", LOSSLESS)]), "3 × 2, false");
        let canvas = chunk(b"VP8X", b"\x02\0\0\0\x07\0\0\x05\0\0");
        check(&file(&[canvas.clone(), chunk(b"VP8L", LOSSLESS)]), "8 × 6, false");
        let frame = chunk(b"ANMF", b"frame");
        check(&file(&[canvas.clone(), frame.clone()]), "8 × 6, false");
        check(&file(&[canvas, frame.clone(), frame]), "8 × 6, true");
    }

    #[test]
    fn what_is_missing_is_said() {
        let whole = file(&[chunk(b"VP8 ", LOSSY)]);
        check(&whole[..whole.len() - 1], "cut short");
        check(&whole[..10], "cut short");
        check(&file(&[chunk(b"VP8 ", LOSSY)[..12].to_vec()]), "cut short");
        check(&file(&[chunk(b"VP8X", b"\0\0\0\0\x07\0\0\x05\0\0")]), "no picture");
        check(&file(&[chunk(b"VP8L", b"\x2F")]), "size");
    }
}
