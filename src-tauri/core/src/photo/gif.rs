//! The blocks of a GIF, found without decoding it (GIF89a).

use super::error::PhotoError;

/// The most pictures that a GIF may have; a long animation has some hundreds.
const MAX_FRAMES: usize = 10_000;

const IMAGE: u8 = 0x2C;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3B;
const COMMENT: u8 = 0xFE;
const APPLICATION: u8 = 0xFF;

/// Which application's block holds an XMP packet, and what stands behind the packet so that readers
/// who do not know it find the end of the block (XMP Specification Part 3, 1.1.2).
const XMP_APPLICATION: &[u8] = b"\x0BXMP DataXMP";
const XMP_TRAILER_BYTES: usize = 257;

/// A GIF taken apart.
pub(super) struct Gif<'a> {
    pub width_px: u32,
    pub height_px: u32,
    pub frames: usize,
    pub packets: Vec<&'a [u8]>,
    pub comment: bool,
    /// It ends between two parts, without the mark of the end.
    pub unended: bool,
    /// What stands after the end of the picture.
    pub trailing: &'a [u8],
}

/// Takes a GIF apart. Refuses one that is cut short inside of a part, or has no picture.
pub(super) fn take_apart(bytes: &[u8]) -> Result<Gif<'_>, PhotoError> {
    let header = bytes.get(..13).ok_or(PhotoError::Truncated)?;
    let side = |at: usize| u32::from(u16::from_le_bytes([header[at], header[at + 1]]));
    let mut gif = Gif {
        width_px: side(6),
        height_px: side(8),
        frames: 0,
        packets: Vec::new(),
        comment: false,
        unended: false,
        trailing: &[],
    };
    let rest = bytes.get(13 + colours(header[10])..).ok_or(PhotoError::Truncated)?;
    gif.take_parts(rest)?;
    match gif {
        Gif { frames: 0, .. } => Err(PhotoError::Damaged { part: "it holds no picture" }),
        Gif { width_px: 0, .. } | Gif { height_px: 0, .. } => {
            Err(PhotoError::Damaged { part: "its size cannot be read" })
        }
        gif => Ok(gif),
    }
}

impl<'a> Gif<'a> {
    fn take_parts(&mut self, mut rest: &'a [u8]) -> Result<(), PhotoError> {
        loop {
            let Some((&mark, after)) = rest.split_first() else {
                self.unended = true;
                return Ok(());
            };
            rest = match mark {
                TRAILER => {
                    self.trailing = after;
                    return Ok(());
                }
                IMAGE => self.image(after).ok_or(PhotoError::Truncated)?,
                EXTENSION => self.extension(after).ok_or(PhotoError::Truncated)?,
                // Programs leave empty blocks between the parts.
                0 => after,
                _ => return Err(PhotoError::Damaged { part: "a part of it is of no known kind" }),
            };
            if self.frames > MAX_FRAMES {
                return Err(PhotoError::Damaged { part: "it is in too many pieces" });
            }
        }
    }

    /// Nine bytes of place and size, perhaps colours, a byte for the decoder, then the pixels.
    fn image(&mut self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        self.frames += 1;
        let start = 9 + colours(*bytes.get(8)?) + 1;
        after_blocks(bytes.get(start..)?)
    }

    fn extension(&mut self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let (&label, blocks) = bytes.split_first()?;
        let rest = after_blocks(blocks)?;
        self.comment |= label == COMMENT;
        if label == APPLICATION
            && let Some(body) = blocks.strip_prefix(XMP_APPLICATION)
        {
            let length = (body.len() - rest.len()).saturating_sub(XMP_TRAILER_BYTES + 1);
            self.packets.push(&body[..length]);
        }
        Some(rest)
    }
}

/// The bytes of a colour table, by the flags before it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// What follows a row of blocks, each with its length before it, and the empty one at their end.
fn after_blocks(mut bytes: &[u8]) -> Option<&[u8]> {
    loop {
        let (&length, rest) = bytes.split_first()?;
        if length == 0 {
            return Some(rest);
        }
        bytes = rest.get(usize::from(length)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"GIF89a\x03\0\x02\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    const FRAME: &[u8] = b"\x2C\0\0\0\0\x03\0\x02\0\0\x02\x02\x84\x51\0";
    const END: &[u8] = b"\x3B";

    fn check(parts: &[&[u8]], expected: &str) {
        let bytes = parts.concat();
        let found = match take_apart(&bytes) {
            Ok(gif) => format!(
                "{} × {}, {} frames, comment {}, unended {}",
                gif.width_px, gif.height_px, gif.frames, gif.comment, gif.unended
            ),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found:?} should have {expected:?}");
    }

    #[test]
    fn frames_are_counted() {
        check(&[HEADER, FRAME, END], "3 × 2, 1 frames");
        check(&[HEADER, FRAME, FRAME, END, b"more"], "2 frames");
        check(&[HEADER, b"\x21\xFE\x02hi\0", FRAME, END], "comment true");
    }

    #[test]
    fn what_is_missing_is_said() {
        check(&[HEADER, &FRAME[..12]], "cut short");
        check(&[&HEADER[..15]], "cut short");
        check(&[HEADER, FRAME], "unended true");
        check(&[HEADER, END], "no picture");
        check(&[HEADER, b"\x77", FRAME, END], "damaged");
    }

    #[test]
    fn an_xmp_packet_is_found_before_its_trailer() {
        let trailer: Vec<u8> = [1].into_iter().chain((0..=255).rev()).chain([0]).collect();
        let extension = [b"\x21\xFF", XMP_APPLICATION, b"<x:xmpmeta/>", &trailer].concat();
        let bytes = [HEADER, &extension, FRAME, END].concat();
        assert_eq!(take_apart(&bytes).unwrap().packets, [b"<x:xmpmeta/>"]);
    }
}
