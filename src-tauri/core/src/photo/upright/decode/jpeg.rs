//! JPEG, by mozjpeg: as coarse as the caller can do with, which costs half the time of all its pixels
//! or less.
//!
//! The library says what is wrong with a file by unwinding, and goes on where data is missing with
//! grey in its place. Here the first becomes an error, and so does the second: no picture comes out
//! that is not wholly the file's. A file with too many passes never gets here (`photo/jpeg.rs`).

use super::super::inks;
use super::super::libjpeg::{Missing, strict};
use super::{NO_PROFILE, PhotoError, SizePx, Stored, room};
use image::{DynamicImage, GrayImage, RgbImage};
use mozjpeg::decompress::DecompressStarted;
use mozjpeg::{ColorSpace, Decompress, Marker};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the decoder can leave out for free: it makes an eighth, a quarter or a half of each side.
const EIGHTHS: [u8; 3] = [1, 2, 4];

/// Where a profile lies, and where a program by Adobe says that it wrote the file.
const PROFILE: Marker = Marker::APP(2);
const ADOBE: Marker = Marker::APP(14);

pub(super) fn decode(bytes: &[u8], least: Option<SizePx>) -> Result<Stored, PhotoError> {
    catch_unwind(AssertUnwindSafe(|| pixels(bytes, least)))
        .unwrap_or_else(|told| Err(error(&*told)))
}

fn error(told: &(dyn Any + Send)) -> PhotoError {
    if told.is::<Missing>() {
        return PhotoError::Damaged { part: "some of its pixels are missing" };
    }
    PhotoError::Damaged { part: "its pixels cannot be read" }
}

fn pixels(bytes: &[u8], least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut decoder = Decompress::with_err(strict())
        .with_markers(&[PROFILE, ADOBE])
        .from_mem(bytes)
        .map_err(|_| PhotoError::Truncated)?;
    let profile = profile(&decoder);
    let inverted = decoder.markers().any(|m| m.marker == ADOBE && m.data.starts_with(b"Adobe"));
    let bleed_px = bleed_px(&decoder);
    decoder.scale(scale(decoder.size(), least));
    let space = match decoder.color_space() {
        ColorSpace::JCS_GRAYSCALE => ColorSpace::JCS_GRAYSCALE,
        ColorSpace::JCS_CMYK | ColorSpace::JCS_YCCK => ColorSpace::JCS_CMYK,
        _ => ColorSpace::JCS_RGB,
    };
    let started = decoder.to_colorspace(space).map_err(|_| PhotoError::Truncated)?;
    let (width_px, height_px) = (started.width() as u32, started.height() as u32);
    let pixels = lines(started)?;
    let image = match space {
        ColorSpace::JCS_GRAYSCALE => {
            GrayImage::from_raw(width_px, height_px, pixels).map(DynamicImage::from)
        }
        ColorSpace::JCS_CMYK => {
            let pixels = inks::to_srgb(pixels, inverted, profile.as_deref());
            let image = RgbImage::from_raw(width_px, height_px, pixels).map(DynamicImage::from);
            let mut stored = stored(image, None, bleed_px)?;
            stored.remarks.extend(profile.is_none().then(|| NO_PROFILE.to_owned()));
            return Ok(stored);
        }
        _ => RgbImage::from_raw(width_px, height_px, pixels).map(DynamicImage::from),
    };
    stored(image, profile, bleed_px)
}

fn stored(
    image: Option<DynamicImage>,
    profile: Option<Vec<u8>>,
    bleed_px: u32,
) -> Result<Stored, PhotoError> {
    let image = image.ok_or(PhotoError::Damaged { part: "its pixels do not fill its size" })?;
    Ok(Stored { image, profile, bleed_px, remarks: Vec::new() })
}

/// Each square of 8 pixels of the coarsest channel is stored as a whole, and flows into one such pixel
/// of its neighbours.
fn bleed_px<R>(decoder: &Decompress<R>) -> u32 {
    let finest = decoder.components().iter().map(|c| c.h_samp_factor.max(c.v_samp_factor)).max();
    9 * finest.unwrap_or(4).clamp(1, 4) as u32
}

fn lines(mut started: DecompressStarted<&[u8]>) -> Result<Vec<u8>, PhotoError> {
    let bytes = started.min_flat_buffer_size();
    let size = (started.width() as u32, started.height() as u32);
    // Inks are held until all of them are colours.
    let pixels = u64::from(size.0) * u64::from(size.1);
    let converted = if bytes as u64 > 3 * pixels { 3 * pixels } else { 0 };
    room::check(size, bytes as u64 + converted)?;
    let pixels = started.read_scanlines::<u8>().map_err(|_| PhotoError::Truncated)?;
    started.finish().map_err(|_| PhotoError::Truncated)?;
    Ok(pixels)
}

/// The coarsest of [`EIGHTHS`] that is not under `least`; all of them without one.
fn scale((width, height): (usize, usize), least: Option<SizePx>) -> u8 {
    let Some((least_width, least_height)) = least else { return 8 };
    let enough = |full: usize, eighths: u8, least: u32| {
        (full * usize::from(eighths)).div_ceil(8) >= least as usize
    };
    EIGHTHS
        .into_iter()
        .find(|&n| enough(width, n, least_width) && enough(height, n, least_height))
        .unwrap_or(8)
}

/// The profile, out of the parts that it is stored in. One whose parts do not fit is none.
fn profile<R>(decoder: &Decompress<R>) -> Option<Vec<u8>> {
    let mut parts: Vec<(u8, u8, &[u8])> = decoder
        .markers()
        .filter_map(|marker| match marker.data.strip_prefix(b"ICC_PROFILE\0")? {
            [number, count, body @ ..] => Some((*number, *count, body)),
            _ => None,
        })
        .collect();
    parts.sort_by_key(|(number, ..)| *number);
    let count = parts.len();
    let fits = |(at, part): (usize, &(u8, u8, &[u8]))| {
        usize::from(part.0) == at + 1 && usize::from(part.1) == count
    };
    let whole = count > 0 && parts.iter().enumerate().all(fits);
    whole.then(|| parts.iter().flat_map(|(.., body)| *body).copied().collect())
}
