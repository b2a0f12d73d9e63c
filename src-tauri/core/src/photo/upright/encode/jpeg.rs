//! JPEG, by mozjpeg: progressive, without the search for the smallest file, which takes more than twice
//! as long for a twentieth of the bytes.

use super::{Cause, PhotoError, Purpose, on_white};
use image::DynamicImage;
use mozjpeg::{ColorSpace, Compress};
use std::borrow::Cow;

/// Above this a picture is written in one pass: several need all of it in memory, twice as large.
const MAX_PROGRESSIVE_PIXELS: u64 = 50_000_000;

/// JPEG's own scale, 1 to 100.
fn quality(purpose: Purpose) -> f32 {
    match purpose {
        Purpose::Page | Purpose::Preview => 80.0,
        Purpose::Archive => 95.0,
    }
}

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let pixels = match image {
        DynamicImage::ImageRgb8(image) => Cow::Borrowed(image),
        image => Cow::Owned(on_white(image)),
    };
    let (width, height) = pixels.dimensions();
    let mut encoder = Compress::new(ColorSpace::JCS_RGB);
    encoder.set_fastest_defaults();
    encoder.set_size(width as usize, height as usize);
    encoder.set_quality(quality(purpose));
    let finest = if purpose == Purpose::Archive { 1 } else { 2 };
    encoder.set_chroma_sampling_pixel_sizes((finest, finest), (finest, finest));
    if u64::from(width) * u64::from(height) <= MAX_PROGRESSIVE_PIXELS && purpose != Purpose::Preview
    {
        encoder.set_progressive_mode();
    } else {
        encoder.set_optimize_coding(false);
    }
    let mut started = encoder.start_compress(Vec::new()).map_err(refused)?;
    started.write_scanlines(pixels.as_raw()).map_err(refused)?;
    started.finish().map_err(refused)
}

fn refused(cause: std::io::Error) -> PhotoError {
    PhotoError::Encoding { cause: Cause::of(&cause) }
}
