//! From bytes to an upright picture in sRGB, eight bits a channel.
//!
//! One file per format: each has `decode(bytes, least)` and gives the pixels as they are stored, with
//! their profile; colours and turning are done here, once for all. A file gets here only through the
//! gate (`opened`): its size is allowed and it is whole.
//!
//! To add a format: a file, a line in [`stored`].

mod jpeg;
mod png;

use super::super::error::{Cause, PhotoError};
use super::super::opened::{Opened, open};
use super::super::sniff::Format;
use super::colour::to_srgb;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder};
use std::panic::catch_unwind;

/// The most that a decoded picture may take. Asked before decoding: `image`'s own limit does not
/// count the buffer that it decodes into.
const MAX_DECODED_BYTES: u64 = 1 << 30;

/// A size in pixels: width, height.
pub(super) type SizePx = (u32, u32);

/// A decoded picture.
pub(super) struct Decoded {
    /// Upright, sRGB, eight bits: RGB, or RGBA when something really shows through.
    pub image: DynamicImage,
    /// Upright, as the file has it: larger than `image` where a coarser picture was enough.
    pub full_width_px: u32,
    pub full_height_px: u32,
    /// What a person should know, in sentences.
    pub remarks: Vec<String>,
}

/// What a format's own decoder gives.
struct Stored {
    /// As it lies in the file, before any turning.
    image: DynamicImage,
    /// The profile of these pixels. `None` when they are sRGB already.
    profile: Option<Vec<u8>>,
    remarks: Vec<String>,
}

/// Decodes a picture. `least` is the smallest size, upright, that the caller needs: the picture may be
/// coarser than the file's, but never smaller than that; `None` asks for all of it.
pub(super) fn decode(bytes: &[u8], least: Option<SizePx>) -> Result<Decoded, PhotoError> {
    let opened = open(bytes)?;
    let orientation = opened.exif.orientation;
    let least = least.map(|size| turned(orientation, size));
    // Decoders panic on some damaged files; one bad photo must not end the work.
    let stored = catch_unwind(|| stored(opened.format, bytes, least))
        .unwrap_or(Err(PhotoError::DecoderStopped))?;
    let mut image = to_srgb(stored.image, stored.profile.as_deref());
    image.apply_orientation(orientation);
    let Opened { width_px, height_px, .. } = opened;
    Ok(Decoded {
        image,
        full_width_px: width_px,
        full_height_px: height_px,
        remarks: stored.remarks,
    })
}

/// `least` is in pixels as they lie in the file.
fn stored(format: Format, bytes: &[u8], least: Option<SizePx>) -> Result<Stored, PhotoError> {
    match format {
        Format::Jpeg => jpeg::decode(bytes, least),
        Format::Png => png::decode(bytes, least),
    }
}

/// Between the size of the upright picture and that of the stored one, which works both ways.
fn turned(orientation: Orientation, (width_px, height_px): SizePx) -> SizePx {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height_px, width_px),
        _ => (width_px, height_px),
    }
}

/// All pixels of one of `image`'s decoders.
fn whole(mut decoder: impl ImageDecoder) -> Result<Stored, PhotoError> {
    if decoder.total_bytes() > MAX_DECODED_BYTES {
        let (width_px, height_px) = decoder.dimensions();
        return Err(PhotoError::TooLarge { width_px, height_px });
    }
    // A broken profile is no profile.
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    Ok(Stored { image, profile, remarks: Vec::new() })
}

fn damaged(error: impl std::error::Error) -> PhotoError {
    PhotoError::Pixels { cause: Cause::of(&error) }
}
