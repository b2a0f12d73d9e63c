//! What crosses the pipe between the program and its workers: frames of a message and bytes.
//!
//! A frame is the length of the message (four bytes, little end first), the length of the bytes
//! (eight), the message as JSON, the bytes. Neither side trusts the other's lengths: memory grows
//! only as bytes really come.

use super::order::{Developed, Order, PictureFormat};
use crate::photo::error::PhotoError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{Error, ErrorKind, Read, Result, Write};

/// Longer than any message: an order with a thousand obscured parts.
const MAX_MESSAGE_BYTES: u32 = 1 << 20;

/// More than any original or picture.
const MAX_BODY_BYTES: u64 = 1 << 30;

/// From the program to a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Asked {
    /// The body is the original that the next order is for.
    Original,
    Develop(Order),
    Thumbnail {
        longest_px: u32,
    },
}

/// From a worker to the program.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answered {
    /// The first message: which program it is.
    Ready { version: String },
    /// The original is decoded.
    Opened,
    /// The body is the picture.
    Picture { index: usize, width_px: u32, height_px: u32, format: PictureFormat },
    /// Every picture of the order has gone out.
    Developed(Developed),
    /// The answer to a thumbnail, after its picture, and to whatever cannot be done.
    Failed(PhotoError),
}

/// Writes a frame and sees it off.
pub(super) fn write(to: &mut impl Write, message: &impl Serialize, body: &[u8]) -> Result<()> {
    write_streamed(to, message, body.len() as u64, &mut &*body, &mut |_| ())
}

/// Writes a frame whose body of `length` bytes comes from `body` piece by piece, and shows each piece.
/// Fails when `body` ends before.
pub(super) fn write_streamed(
    to: &mut impl Write,
    message: &impl Serialize,
    length: u64,
    body: &mut impl Read,
    each: &mut dyn FnMut(&[u8]),
) -> Result<()> {
    let message = serde_json::to_vec(message)?;
    let mut head = Vec::with_capacity(message.len() + 12);
    head.extend((message.len() as u32).to_le_bytes());
    head.extend(length.to_le_bytes());
    head.extend(message);
    to.write_all(&head)?;
    let mut piece = vec![0; 256 << 10];
    let mut left = length;
    while left > 0 {
        let room = piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let read = body.read(&mut piece[..room])?;
        if read == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        each(&piece[..read]);
        to.write_all(&piece[..read])?;
        left -= read as u64;
    }
    to.flush()
}

/// Reads a frame. `None`: the other side has ended in good order, between frames.
pub(super) fn read<M: DeserializeOwned>(from: &mut impl Read) -> Result<Option<(M, Vec<u8>)>> {
    let mut length = [0; 4];
    if from.read(&mut length[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut length[1..])?;
    let message_bytes = u32::from_le_bytes(length);
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let body_bytes = u64::from_le_bytes(length);
    if message_bytes > MAX_MESSAGE_BYTES || body_bytes > MAX_BODY_BYTES {
        return Err(Error::new(ErrorKind::InvalidData, "a frame is too long"));
    }
    let message = read_bytes(from, u64::from(message_bytes))?;
    let body = read_bytes(from, body_bytes)?;
    Ok(Some((serde_json::from_slice(&message)?, body)))
}

fn read_bytes(from: &mut impl Read, length: u64) -> Result<Vec<u8>> {
    // Room that is asked for and not filled costs no memory.
    let mut bytes = Vec::new();
    let room = usize::try_from(length).ok().and_then(|room| bytes.try_reserve_exact(room).ok());
    room.ok_or(ErrorKind::OutOfMemory)?;
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut pipe = Vec::new();
        write(&mut pipe, &Asked::Original, b"bytes").unwrap();
        write(&mut pipe, &Asked::Thumbnail { longest_px: 9 }, b"").unwrap();
        let mut pipe = &pipe[..];
        let (message, body) = read::<Asked>(&mut pipe).unwrap().unwrap();
        assert!(matches!(message, Asked::Original));
        assert_eq!(body, b"bytes");
        let (message, body) = read::<Asked>(&mut pipe).unwrap().unwrap();
        assert!(matches!(message, Asked::Thumbnail { longest_px: 9 }) && body.is_empty());
        assert!(read::<Asked>(&mut pipe).unwrap().is_none());
    }

    fn check_refused(frame: &[u8], expected: ErrorKind) {
        assert_eq!(read::<Asked>(&mut &frame[..]).unwrap_err().kind(), expected, "{frame:?}");
    }

    #[test]
    fn a_broken_frame_is_an_error() {
        check_refused(b"\x02\0", ErrorKind::UnexpectedEof);
        check_refused(b"\x02\0\0\0\0\0\0\0\0\0\0\0{", ErrorKind::UnexpectedEof);
        check_refused(b"\x02\0\0\0\0\0\0\0\0\0\0\0{}", ErrorKind::InvalidData);
        check_refused(b"\xFF\xFF\xFF\xFF\0\0\0\0\0\0\0\0", ErrorKind::InvalidData);
        check_refused(b"\x02\0\0\0\xFF\0\0\0\0\0\0\xFF", ErrorKind::InvalidData);
        check_refused(b"\x02\0\0\0\xFF\0\0\0\0\0\0\0{}", ErrorKind::UnexpectedEof);
    }
}
