//! From bytes to an upright picture in sRGB.

use super::super::error::PhotoError;
use super::super::opened::{Opened, open};
use super::super::sniff::Format;
use super::colour::to_srgb;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, Limits};
use std::io::Cursor;
use std::panic::catch_unwind;

/// The most that a decoded picture may take. Asked before decoding: `image`'s own limit does not
/// count the buffer that it decodes into.
const MAX_DECODED_BYTES: u64 = 1 << 30;

pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, PhotoError> {
    let Opened { format, exif, .. } = open(bytes)?;
    let orientation = exif.orientation;
    // Decoders panic on some damaged files; one bad photo must not end the work.
    catch_unwind(|| {
        let (image, profile) = match format {
            Format::Jpeg => pixels(JpegDecoder::new(Cursor::new(bytes)).map_err(damaged)?),
            Format::Png => {
                let mut limits = Limits::no_limits();
                limits.max_alloc = Some(MAX_DECODED_BYTES);
                pixels(PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(damaged)?)
            }
        }?;
        let mut image = to_srgb(image, profile.as_deref());
        image.apply_orientation(orientation);
        Ok(image)
    })
    .unwrap_or(Err(PhotoError::DecoderStopped))
}

fn pixels(mut decoder: impl ImageDecoder) -> Result<(DynamicImage, Option<Vec<u8>>), PhotoError> {
    if decoder.total_bytes() > MAX_DECODED_BYTES {
        let (width_px, height_px) = decoder.dimensions();
        return Err(PhotoError::TooLarge { width_px, height_px });
    }
    // A broken profile is no profile.
    let profile = decoder.icc_profile().ok().flatten();
    Ok((DynamicImage::from_decoder(decoder).map_err(damaged)?, profile))
}

fn damaged(cause: image::ImageError) -> PhotoError {
    PhotoError::Pixels { cause }
}
