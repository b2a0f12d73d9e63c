//! A photo as a camera of 24 megapixels makes it: 6000 × 4000, detail at every scale, and noise.

use image::imageops::{FilterType, flip_horizontal, flip_vertical, replace, resize};
use image::{Rgb, RgbImage};
use mozjpeg::{ColorSpace, Compress};
use std::error::Error;
use std::path::Path;

const WIDTH: u32 = 6000;
const HEIGHT: u32 = 4000;

/// Four of the sample photo side by side, mirrored at the seams, with the noise of a sensor over them.
pub fn make(to: &Path) -> Result<(), Box<dyn Error>> {
    let sample = include_bytes!("../../assets/sample/opening-day.jpg");
    let small = image::load_from_memory(sample)?.into_rgb8();
    let quarter = resize(&small, WIDTH / 2, HEIGHT / 2, FilterType::Lanczos3);
    let mut whole = RgbImage::new(WIDTH, HEIGHT);
    let right = flip_horizontal(&quarter);
    let (x, y) = (i64::from(WIDTH / 2), i64::from(HEIGHT / 2));
    replace(&mut whole, &quarter, 0, 0);
    replace(&mut whole, &right, x, 0);
    replace(&mut whole, &flip_vertical(&quarter), 0, y);
    replace(&mut whole, &flip_vertical(&right), x, y);
    add_noise(&mut whole);
    Ok(std::fs::write(to, as_a_camera_does(&whole)?)?)
}

/// In one pass, with half the colours each way, at a quality that makes the 13 MB that cameras make.
fn as_a_camera_does(image: &RgbImage) -> std::io::Result<Vec<u8>> {
    let mut encoder = Compress::new(ColorSpace::JCS_RGB);
    encoder.set_fastest_defaults();
    encoder.set_size(image.width() as usize, image.height() as usize);
    encoder.set_quality(97.0);
    encoder.set_chroma_sampling_pixel_sizes((2, 2), (2, 2));
    let mut started = encoder.start_compress(Vec::new())?;
    started.write_scanlines(image)?;
    started.finish()
}

/// About as much as at 3200 ASA, the same every time.
fn add_noise(image: &mut RgbImage) {
    let mut state = 12_345u32;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        f64::from(state) / f64::from(u32::MAX)
    };
    for Rgb(channels) in image.pixels_mut() {
        for channel in channels {
            let noise = (random() + random() + random() + random() - 2.0) * 1.732 * 5.0;
            *channel = (f64::from(*channel) + noise).round().clamp(0.0, 255.0) as u8;
        }
    }
}
