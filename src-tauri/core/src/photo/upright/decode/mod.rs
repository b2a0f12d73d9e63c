//! From bytes to an upright picture in sRGB, eight bits a channel.
//!
//! One file per format: each has `decode(bytes, least)` and gives the pixels as they are stored, with
//! their profile; colours and turning are done here, once for all. A file gets here only through the
//! gate (`opened`): its size is allowed and it is whole.
//!
//! To add a format: a file, a line in [`stored`].

mod avif;
mod cicp;
mod gif;
#[cfg(feature = "heic")]
mod heic;
mod jpeg;
mod png;
mod preview;
mod room;
mod tiff;
mod webp;

pub(super) use preview::preview;

use super::super::error::{Cause, PhotoError};
use super::super::opened::{Opened, open};
use super::super::sniff::Format;
use super::colour::to_srgb;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder};
use std::panic::catch_unwind;

/// What a person should know of a picture.
const MOVES: &str = "It moves; only its first picture is used.";
const HDR: &str = "It was made for screens that shine brighter; it may look flat here.";
const NO_PROFILE: &str =
    "It was made for print and does not say for which inks; its colours are a guess.";

/// A size in pixels: width, height.
pub(super) type SizePx = (u32, u32);

/// A decoded picture.
pub(super) struct Decoded {
    /// Upright, sRGB, eight bits: RGB, or RGBA when something really shows through.
    pub image: DynamicImage,
    /// Upright, as the file has it: larger than `image` where a coarser picture was enough.
    pub full_width_px: u32,
    pub full_height_px: u32,
    /// How far a pixel of the file can show beside its place, in pixels of the file.
    pub bleed_px: u32,
    /// What a person should know, in sentences.
    pub remarks: Vec<String>,
}

/// What a format's own decoder gives.
struct Stored {
    /// As it lies in the file, before any turning.
    image: DynamicImage,
    /// The profile of these pixels. `None` when they are sRGB already.
    profile: Option<Vec<u8>>,
    /// How far a pixel of the file can show beside its place, because it is packed with others.
    bleed_px: u32,
    remarks: Vec<String>,
}

impl Stored {
    /// Of a format that keeps each pixel by itself.
    fn of(image: DynamicImage, profile: Option<Vec<u8>>) -> Stored {
        Stored { image, profile, bleed_px: 0, remarks: Vec::new() }
    }
}

/// Decodes a picture. Asked with the file's size, `least` gives the smallest size that the caller
/// needs, both upright: the picture may be coarser than the file's, but never smaller than that; `None`
/// asks for all of it.
pub(super) fn decode(
    bytes: &[u8],
    least: impl FnOnce(SizePx) -> Option<SizePx>,
) -> Result<Decoded, PhotoError> {
    let opened = open(bytes)?;
    let orientation = opened.exif.orientation;
    let least = least((opened.width_px, opened.height_px)).map(|size| turned(orientation, size));
    // Decoders panic on some damaged files; one bad photo must not end the work.
    let stored = catch_unwind(|| stored(opened.format, bytes, least))
        .unwrap_or(Err(PhotoError::DecoderStopped))?;
    let mut image = to_srgb(stored.image, stored.profile.as_deref());
    image.apply_orientation(orientation);
    let Opened { width_px, height_px, animated, mut remarks, .. } = opened;
    remarks.extend(animated.then(|| MOVES.to_owned()));
    remarks.extend(stored.remarks);
    Ok(Decoded {
        image,
        full_width_px: width_px,
        full_height_px: height_px,
        bleed_px: stored.bleed_px,
        remarks,
    })
}

/// `least` is in pixels as they lie in the file.
fn stored(format: Format, bytes: &[u8], least: Option<SizePx>) -> Result<Stored, PhotoError> {
    match format {
        Format::Jpeg => jpeg::decode(bytes, least),
        Format::Png => png::decode(bytes, least),
        Format::WebP => webp::decode(bytes, least),
        Format::Tiff => tiff::decode(bytes, least),
        Format::Gif => gif::decode(bytes, least),
        #[cfg(feature = "heic")]
        Format::Heic => heic::decode(bytes, least),
        #[cfg(not(feature = "heic"))]
        Format::Heic => Err(PhotoError::Unsupported { format: "HEIC" }),
        Format::Avif => avif::decode(bytes, least),
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

/// All pixels of one of `image`'s decoders. Their own limit does not count the buffer that they
/// decode into.
fn whole(mut decoder: impl ImageDecoder) -> Result<Stored, PhotoError> {
    let size = decoder.dimensions();
    let is_deep = decoder.color_type().bytes_per_pixel() > decoder.color_type().channel_count();
    let converted = if is_deep { decoder.total_bytes() / 2 } else { 0 };
    room::check(size, decoder.total_bytes() + converted)?;
    // A broken profile is no profile.
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    Ok(Stored::of(image, profile))
}

fn damaged(error: impl std::error::Error) -> PhotoError {
    PhotoError::Pixels { cause: Cause::of(&error) }
}
