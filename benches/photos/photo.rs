//! A photo as a camera of 24 megapixels makes it: 6000 × 4000, detail at every scale, and noise.

use image::imageops::{FilterType, flip_horizontal, flip_vertical, replace, resize};
use image::{Rgb, RgbImage};
use mozjpeg::{ColorSpace, Compress};
use std::error::Error;
use std::path::Path;

const WIDTH: u32 = 6000;
const HEIGHT: u32 = 4000;
/// In a row and in a column: so the detail is as fine as the pixels.
const TILES: u32 = 4;

/// Many of the sample photo side by side, mirrored at the seams, with the noise of a sensor over them.
pub fn make(to: &Path) -> Result<(), Box<dyn Error>> {
    let sample = include_bytes!("../../assets/sample/opening-day.jpg");
    let sample = image::load_from_memory(sample)?.into_rgb8();
    let tile = resize(&sample, WIDTH / TILES, HEIGHT / TILES, FilterType::Lanczos3);
    let right = flip_horizontal(&tile);
    let below = [flip_vertical(&tile), flip_vertical(&right)];
    let tiles = [[tile, right], below];
    let mut whole = RgbImage::new(WIDTH, HEIGHT);
    for (row, column) in (0..TILES).flat_map(|row| (0..TILES).map(move |column| (row, column))) {
        let tile = &tiles[row as usize % 2][column as usize % 2];
        let (x, y) = (column * WIDTH / TILES, row * HEIGHT / TILES);
        replace(&mut whole, tile, x.into(), y.into());
    }
    add_noise(&mut whole);
    Ok(std::fs::write(to, as_a_camera_does(&whole)?)?)
}

/// In one pass, with half the colours each way, at a quality that makes the 12 MB that cameras make.
fn as_a_camera_does(image: &RgbImage) -> std::io::Result<Vec<u8>> {
    let mut encoder = Compress::new(ColorSpace::JCS_RGB);
    encoder.set_fastest_defaults();
    encoder.set_size(image.width() as usize, image.height() as usize);
    encoder.set_quality(95.0);
    encoder.set_chroma_sampling_pixel_sizes((2, 2), (2, 2));
    let mut started = encoder.start_compress(Vec::new())?;
    started.write_scanlines(image)?;
    started.finish()
}

/// About as much as at 1600 ASA, the same every time.
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
            let noise = (random() + random() + random() + random() - 2.0) * 1.732 * 4.0;
            *channel = (f64::from(*channel) + noise).round().clamp(0.0, 255.0) as u8;
        }
    }
}
