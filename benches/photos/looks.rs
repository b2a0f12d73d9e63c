//! How pictures look beside lossless ones of the same size: SSIMULACRA2, 100 for the same picture, 90
//! for one that nobody can tell, 70 for a good JPEG.

use crate::product::WIDTHS;
use image::{ImageReader, RgbImage};
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};
use std::error::Error;
use std::path::Path;

/// The photo at each width, made of all of its pixels by code that neither side uses.
pub fn references(photo: &Path) -> Result<Vec<RgbImage>, Box<dyn Error>> {
    let full = open(photo)?;
    let (width, height) = (full.width(), full.height());
    let smaller = |wide: u32| {
        let high = (u64::from(wide) * u64::from(height) + u64::from(width) / 2) / u64::from(width);
        image::imageops::resize(&full, wide, high as u32, image::imageops::FilterType::Lanczos3)
    };
    Ok(WIDTHS.map(smaller).into())
}

pub fn open(picture: &Path) -> Result<RgbImage, Box<dyn Error>> {
    let mut reader = ImageReader::open(picture)?.with_guessed_format()?;
    reader.no_limits();
    Ok(reader.decode()?.into_rgb8())
}

pub fn score(reference: &RgbImage, picture: &RgbImage) -> Result<f64, Box<dyn Error>> {
    Ok(compute_frame_ssimulacra2(frame(reference)?, frame(picture)?)?)
}

fn frame(image: &RgbImage) -> Result<Rgb, Box<dyn Error>> {
    let pixels = image.pixels().map(|pixel| pixel.0.map(|channel| f32::from(channel) / 255.0));
    let (width, height) = (image.width() as usize, image.height() as usize);
    let (curve, primaries) = (TransferCharacteristic::SRGB, ColorPrimaries::BT709);
    Ok(Rgb::new(pixels.collect(), width, height, curve, primaries).map_err(|e| format!("{e:?}"))?)
}

/// How many bytes a curve from worse to better has at this score, along straight lines in the logarithm.
/// What looks better or worse than all of it counts as its end: nobody knows how it would go on.
pub fn bytes_at(score: f64, curve: &[(f64, f64)]) -> f64 {
    let (Some((worst, least)), Some((best, most))) = (curve.first(), curve.last()) else {
        return f64::NAN;
    };
    if score <= *worst || score >= *best {
        return if score <= *worst { *least } else { *most };
    }
    let at = curve.iter().position(|(s, _)| *s > score).unwrap_or(1).max(1);
    let ((s0, b0), (s1, b1)) = (curve[at - 1], curve[at]);
    let along = (score - s0) / (s1 - s0);
    (b0.ln() + along * (b1.ln() - b0.ln())).exp()
}
