//! TIFF: the first picture of the file, which is the flat one in a file with layers.

use super::super::inks;
use super::{PhotoError, SizePx, Stored, damaged, room};
use image::{DynamicImage, ImageBuffer, Pixel};
use std::io::Cursor;
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

/// Said of what the decoder has no way to read.
const UNUSUAL: PhotoError =
    PhotoError::Unsupported { format: "TIFF of a rare kind (fax, Lab, floating point)" };

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = room::MAX_BYTES as usize;
    limits.intermediate_buffer_size = room::MAX_BYTES as usize;
    let mut decoder = Decoder::new(Cursor::new(bytes)).map_err(failed)?.with_limits(limits);
    let size = decoder.dimensions().map_err(failed)?;
    let colours = decoder.colortype().map_err(failed)?;
    let layout = decoder.image_buffer_layout().map_err(failed)?;
    let as_it_is = layout.planes == 1 && matches!(colours, ColorType::RGB(8) | ColorType::Gray(8));
    let copies = if as_it_is { 1 } else { 2 };
    room::check(size, layout.complete_len as u64 * copies)?;
    let profile = decoder.get_tag_u8_vec(Tag::IccProfile).ok();
    let mut samples = DecodingResult::U8(Vec::new());
    let layout = decoder.read_image_to_buffer(&mut samples).map_err(failed)?;
    match samples {
        DecodingResult::U8(samples) => {
            let samples = side_by_side(samples, layout.planes);
            eight_bit(size, colours, samples, profile)
        }
        DecodingResult::U16(samples) => {
            let samples = side_by_side(samples, layout.planes);
            sixteen_bit(size, colours, samples, profile)
        }
        _ => Err(UNUSUAL),
    }
}

fn failed(error: tiff::TiffError) -> PhotoError {
    use std::io::ErrorKind;
    match error {
        tiff::TiffError::UnsupportedError(_) => UNUSUAL,
        tiff::TiffError::LimitsExceeded => PhotoError::NeedsTooMuchMemory,
        tiff::TiffError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => {
            PhotoError::Truncated
        }
        error => damaged(error),
    }
}

fn size_bytes((width, height): SizePx, each: u64) -> u64 {
    u64::from(width) * u64::from(height) * each
}

/// Puts the samples of each pixel together, where they lie in planes one after the other.
fn side_by_side<T: Copy>(samples: Vec<T>, planes: usize) -> Vec<T> {
    if planes < 2 {
        return samples;
    }
    let plane = samples.len() / planes;
    (0..plane)
        .flat_map(|at| (0..planes).map(move |p| p * plane + at))
        .map(|at| samples[at])
        .collect()
}

fn eight_bit(
    size: SizePx,
    colours: ColorType,
    samples: Vec<u8>,
    profile: Option<Vec<u8>>,
) -> Result<Stored, PhotoError> {
    let image = match colours {
        ColorType::Gray(1) => picture::<image::Luma<u8>>(size, bits(size, &samples)),
        ColorType::Gray(8) => picture::<image::Luma<u8>>(size, samples),
        ColorType::GrayA(8) => picture::<image::LumaA<u8>>(size, samples),
        ColorType::RGB(8) => picture::<image::Rgb<u8>>(size, samples),
        ColorType::RGBA(8) => picture::<image::Rgba<u8>>(size, samples),
        ColorType::YCbCr(8) => picture::<image::Rgb<u8>>(size, from_luma(samples)),
        ColorType::Multiband { bit_depth: 8, .. } => picture::<image::Luma<u8>>(size, samples),
        ColorType::CMYK(8) | ColorType::CMYKA(8) => {
            return printed(size, samples, profile.as_deref());
        }
        _ => return Err(UNUSUAL),
    };
    image.map(|image| Stored::of(image, profile))
}

fn sixteen_bit(
    size: SizePx,
    colours: ColorType,
    samples: Vec<u16>,
    profile: Option<Vec<u8>>,
) -> Result<Stored, PhotoError> {
    let image = match colours {
        ColorType::Gray(16) => picture::<image::Luma<u16>>(size, samples),
        ColorType::GrayA(16) => picture::<image::LumaA<u16>>(size, samples),
        ColorType::RGB(16) => picture::<image::Rgb<u16>>(size, samples),
        ColorType::RGBA(16) => picture::<image::Rgba<u16>>(size, samples),
        ColorType::Multiband { bit_depth: 16, .. } => picture::<image::Luma<u16>>(size, samples),
        ColorType::CMYK(16) | ColorType::CMYKA(16) => {
            let samples = samples.into_iter().map(|sample| (sample >> 8) as u8).collect();
            return printed(size, samples, profile.as_deref());
        }
        _ => return Err(UNUSUAL),
    };
    image.map(|image| Stored::of(image, profile))
}

/// Inks as they are: 0 is none.
fn printed(size: SizePx, samples: Vec<u8>, profile: Option<&[u8]>) -> Result<Stored, PhotoError> {
    let pixels = inks::to_srgb(first_of_each(size, samples, 4), false, profile);
    let mut stored = Stored::of(picture::<image::Rgb<u8>>(size, pixels)?, None);
    stored.remarks.extend(profile.is_none().then(|| super::NO_PROFILE.to_owned()));
    Ok(stored)
}

/// The picture of these samples. What a pixel has beyond its colours (masks, spot colours) is left.
fn picture<P>(size: SizePx, samples: Vec<P::Subpixel>) -> Result<DynamicImage, PhotoError>
where
    P: Pixel + image::PixelWithColorType,
    DynamicImage: From<ImageBuffer<P, Vec<P::Subpixel>>>,
{
    let samples = first_of_each(size, samples, usize::from(P::CHANNEL_COUNT));
    ImageBuffer::<P, _>::from_raw(size.0, size.1, samples)
        .map(DynamicImage::from)
        .ok_or(PhotoError::Damaged { part: "its pixels do not fill its size" })
}

/// The first `wanted` samples of each pixel, where it has more.
fn first_of_each<T: Copy>(size: SizePx, samples: Vec<T>, wanted: usize) -> Vec<T> {
    let each = samples.len() / (size_bytes(size, 1).max(1) as usize);
    if each <= wanted {
        return samples;
    }
    samples.chunks_exact(each).flat_map(|pixel| &pixel[..wanted]).copied().collect()
}

/// One byte for each bit; the rows begin at whole bytes.
fn bits((width, _): SizePx, packed: &[u8]) -> Vec<u8> {
    let width = width as usize;
    let row = |row: &[u8]| -> Vec<u8> {
        (0..width).map(|x| if row[x / 8] & (0x80 >> (x % 8)) == 0 { 0 } else { 255 }).collect()
    };
    packed.chunks_exact(width.div_ceil(8)).flat_map(row).collect()
}

/// From luma and two differences of colour (ITU-R BT.601, as in JPEG).
fn from_luma(mut samples: Vec<u8>) -> Vec<u8> {
    for pixel in samples.chunks_exact_mut(3) {
        let [y, cb, cr] = [f32::from(pixel[0]), f32::from(pixel[1]), f32::from(pixel[2])];
        let (cb, cr) = (cb - 128.0, cr - 128.0);
        pixel[0] = (y + 1.402 * cr).round() as u8;
        pixel[1] = (y - 0.344_14 * cb - 0.714_14 * cr).round() as u8;
        pixel[2] = (y + 1.772 * cb).round() as u8;
    }
    samples
}
