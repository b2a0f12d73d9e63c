//! AVIF, by rav1e: a choice, because it takes ten times as long as the others together.

use super::{PhotoError, Purpose, refused};
use image::DynamicImage;
use ravif::{Encoder, Img, RGB8, RGBA8};
use rgb::FromSlice;

/// ravif's own scale, 1 to 100.
fn quality(purpose: Purpose) -> f32 {
    match purpose {
        Purpose::Page | Purpose::Preview => 83.0,
        Purpose::Archive => 95.0,
    }
}

/// How little it looks for a smaller file, 1 to 10.
fn speed(purpose: Purpose) -> u8 {
    match purpose {
        Purpose::Page | Purpose::Archive => 8,
        Purpose::Preview => 10,
    }
}

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let (width, height) = (image.width() as usize, image.height() as usize);
    // One thread: others work on other pictures, and the result must not depend on how many.
    let encoder = Encoder::new()
        .with_quality(quality(purpose))
        .with_alpha_quality(quality(purpose))
        .with_speed(speed(purpose))
        .with_num_threads(Some(1));
    let written = match image {
        DynamicImage::ImageRgba8(pixels) => {
            let pixels: &[RGBA8] = pixels.as_raw().as_rgba();
            encoder.encode_rgba(Img::new(pixels, width, height))
        }
        DynamicImage::ImageRgb8(pixels) => {
            let pixels: &[RGB8] = pixels.as_raw().as_rgb();
            encoder.encode_rgb(Img::new(pixels, width, height))
        }
        _ => return Err(refused("its pixels are of another kind")),
    };
    written.map(|avif| avif.avif_file).map_err(|error| refused(&error.to_string()))
}
