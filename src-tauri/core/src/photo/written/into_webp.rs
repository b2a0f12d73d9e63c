//! Facts into a WebP: in its extended form, with Exif and XMP behind the picture
//! (<https://developers.google.com/speed/webp/docs/riff_container>).

use super::super::error::PhotoError;
use super::exif::{Within, tiff};
use super::{WrittenFacts, xmp};

const HEADER_BYTES: usize = 12;

/// The flags of the extended header.
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

/// Name and body.
type Chunk<'a> = (&'a [u8], &'a [u8]);

/// What the extended header says besides its flags.
struct Canvas {
    width_px: u32,
    height_px: u32,
    flags: u8,
}

pub(super) fn write(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    let chunks = chunks(&bytes[HEADER_BYTES..])?;
    let canvas = canvas(&chunks).ok_or(PhotoError::Damaged { part: "its size cannot be read" })?;
    let exif = tiff(written, (canvas.width_px, canvas.height_px), Within::Other);
    let mut body = chunk(b"VP8X", &extended(&canvas));
    let ours = |name: &[u8]| matches!(name, b"VP8X" | b"EXIF" | b"XMP ");
    for (name, inside) in chunks.iter().filter(|(name, _)| !ours(name)) {
        body.extend(chunk(name, inside));
    }
    body.extend(chunk(b"EXIF", &exif));
    body.extend(chunk(b"XMP ", xmp::packet(written).as_bytes()));
    let length = (body.len() as u32 + 4).to_le_bytes();
    Ok([b"RIFF", &length[..], b"WEBP", &body].concat())
}

fn chunks(mut bytes: &[u8]) -> Result<Vec<Chunk<'_>>, PhotoError> {
    let mut chunks = Vec::new();
    while !bytes.is_empty() {
        let (name, rest) = bytes.split_at_checked(4).ok_or(PhotoError::Truncated)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(PhotoError::Truncated)?;
        let length = u32::from_le_bytes(*length) as usize;
        let body = rest.get(..length).ok_or(PhotoError::Truncated)?;
        chunks.push((name, body));
        // A last chunk may lack the byte that makes its length even.
        bytes = rest.get(length.next_multiple_of(2)..).unwrap_or_default();
    }
    Ok(chunks)
}

fn canvas(chunks: &[Chunk]) -> Option<Canvas> {
    let (name, body) = chunks.first()?;
    match *name {
        b"VP8X" => {
            let side = |at: usize| {
                let bytes = body.get(at..at + 3)?;
                Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) + 1)
            };
            Some(Canvas { flags: *body.first()?, width_px: side(4)?, height_px: side(7)? })
        }
        // After a frame's tag of three bytes and its start code, fourteen bits each (RFC 6386, 9.1).
        b"VP8 " => {
            let side = |at: usize| {
                let bytes = body.get(at..at + 2)?;
                Some(u32::from(u16::from_le_bytes([bytes[0], bytes[1]]) & 0x3FFF))
            };
            Some(Canvas { flags: 0, width_px: side(6)?, height_px: side(8)? })
        }
        // After a signature, fourteen bits each less one, and one bit for alpha.
        b"VP8L" => {
            let bits = body.get(1..5)?;
            let bits = u32::from_le_bytes([bits[0], bits[1], bits[2], bits[3]]);
            let flags = if bits >> 28 & 1 == 1 { ALPHA } else { 0 };
            let (width_px, height_px) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            Some(Canvas { flags, width_px, height_px })
        }
        _ => None,
    }
}

fn extended(canvas: &Canvas) -> Vec<u8> {
    let side = |px: u32| px.saturating_sub(1).to_le_bytes();
    let (width, height) = (side(canvas.width_px), side(canvas.height_px));
    [&[canvas.flags | EXIF | XMP, 0, 0, 0], &width[..3], &height[..3]].concat()
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let mut bytes = [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    bytes.resize(bytes.len().next_multiple_of(2), 0);
    bytes
}
