//! HEIC, as telephones take it. The decoder has turned and cut the picture as the file says.

use super::{HDR, PhotoError, SizePx, Stored, cicp, damaged, room};
use heic_decoder::{HeifError, decode as decode_heif, probe};
use image::{DynamicImage, RgbImage, RgbaImage};

/// It is packed in squares of up to 64 pixels, whose edges are then smoothed.
const BLEED_PX: u32 = 72;

/// What a pixel takes at most while it is decoded: four bytes a sample, and the picture made of them.
const BYTES_A_PIXEL: u64 = 12;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let seen = probe(bytes).map_err(failed)?;
    let size = (seen.coded_width as u32, seen.coded_height as u32);
    room::check(size, u64::from(size.0) * u64::from(size.1) * BYTES_A_PIXEL)?;
    let decoded = decode_heif(bytes).map_err(failed)?;
    let colours = decoded.metadata.color_info.or(decoded.color_info);
    let numbers = colours.map(|c| (c.color_primaries, c.transfer_characteristics));
    let profile = decoded.metadata.icc_profile.clone();
    let profile = profile.or_else(|| numbers.and_then(|n| cicp::profile(n.0)));
    let (width_px, height_px) = (decoded.width as u32, decoded.height as u32);
    let image = if decoded.alpha.is_some() {
        let data = decoded.to_rgba8().map_err(failed)?.data;
        RgbaImage::from_raw(width_px, height_px, data).map(DynamicImage::from)
    } else {
        let data = decoded.to_rgb8().map_err(failed)?.data;
        RgbImage::from_raw(width_px, height_px, data).map(DynamicImage::from)
    };
    let image = image.ok_or(PhotoError::Damaged { part: "its pixels do not fill its size" })?;
    let mut stored = Stored::of(image, profile);
    stored.bleed_px = BLEED_PX;
    stored.remarks.extend(numbers.is_some_and(|n| cicp::is_hdr(n.1)).then(|| HDR.to_owned()));
    Ok(stored)
}

fn failed(error: HeifError) -> PhotoError {
    match error {
        HeifError::Truncated { .. } => PhotoError::Truncated,
        HeifError::LimitExceeded(_) => PhotoError::NeedsTooMuchMemory,
        HeifError::Unsupported(_) => {
            PhotoError::Unsupported { format: "HEIC with parts that Cutline cannot read" }
        }
        error => damaged(error),
    }
}
