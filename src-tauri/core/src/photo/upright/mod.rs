//! The picture itself: upright, in sRGB, eight bits a channel; and the smaller ones made from it.
//!
//! The pictures made here carry no metadata at all; [`write_facts`](super::write_facts) adds what is
//! to be printed. Not here: crops.

mod colour;
mod decode;
mod scale;

use super::darkroom::{PictureFormat, Purpose, Rendition, Size, Wanted};
use super::error::{Cause, PhotoError};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, RgbImage};

/// JPEG qualities, 1 to 100.
const RENDITION_QUALITY: u8 = 82;
const PREVIEW_QUALITY: u8 = 80;

/// The widths that pages are given, in pixels.
const LADDER: [u32; 6] = [480, 720, 960, 1280, 1600, 2400];

/// A decoded picture. Holds three or four bytes a pixel: keep one at a time.
pub struct Upright {
    /// RGB, or RGBA when something really shows through.
    image: DynamicImage,
}

impl Upright {
    /// Decodes a JPEG or PNG, turns it upright and into sRGB. Fails with what is wrong with the file;
    /// a decoder that panics is an error like any other. Takes up to a second for the largest.
    pub fn decode(bytes: &[u8]) -> Result<Self, PhotoError> {
        decode::decode(bytes, None).map(|decoded| Self { image: decoded.image })
    }

    pub fn width_px(&self) -> u32 {
        self.image.width()
    }

    pub fn height_px(&self) -> u32 {
        self.image.height()
    }

    /// Something shows through. A PNG whose alpha channel is opaque throughout has none.
    pub fn has_alpha(&self) -> bool {
        self.image.color().has_alpha()
    }

    /// One picture, as it is wanted.
    pub fn make(&self, wanted: &Wanted) -> Result<Rendition, PhotoError> {
        let bounds = match wanted.size {
            Size::Width(width_px) => (width_px, u32::MAX),
            Size::Within(px) => (px, px),
            Size::Fill { width_px, height_px } => (width_px, height_px),
            Size::Own => (u32::MAX, u32::MAX),
        };
        let (width_px, height_px) = self.fit(bounds.0, bounds.1);
        let image = scale::scale(&self.image, width_px, height_px)?;
        let quality = match wanted.purpose {
            Purpose::Page => RENDITION_QUALITY,
            Purpose::Preview | Purpose::Archive => PREVIEW_QUALITY,
        };
        let (bytes, format) = match wanted.format {
            PictureFormat::Jpeg => (jpeg(&on_white(&image).into(), quality)?, PictureFormat::Jpeg),
            _ => (png(&image)?, PictureFormat::Png),
        };
        Ok(Rendition { bytes, width_px, height_px, format })
    }

    /// The largest size of the picture's shape within these bounds, never larger than the picture.
    fn fit(&self, width_px: u32, height_px: u32) -> (u32, u32) {
        let (width, height) = (u64::from(self.width_px()), u64::from(self.height_px()));
        let by_height = u64::from(height_px) * width / height;
        let wide = u64::from(width_px).min(by_height).clamp(1, width);
        let high = ((wide * height + width / 2) / width).clamp(1, height);
        (wide as u32, high as u32)
    }
}

/// The widths to make of a picture that is `width_px` wide: the ladder as far as it goes, and the
/// picture's own width where it lies below the top and on no rung.
pub fn widths(width_px: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = LADDER.into_iter().filter(|rung| *rung <= width_px).collect();
    let top = LADDER[LADDER.len() - 1];
    if width_px < top && !widths.contains(&width_px) {
        widths.push(width_px);
    }
    widths
}

fn jpeg(image: &DynamicImage, quality: u8) -> Result<Vec<u8>, PhotoError> {
    let mut bytes = Vec::new();
    image
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))
        .map_err(|error| PhotoError::Encoding { cause: Cause::of(&error) })?;
    Ok(bytes)
}

fn png(image: &DynamicImage) -> Result<Vec<u8>, PhotoError> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    image
        .write_with_encoder(encoder)
        .map_err(|error| PhotoError::Encoding { cause: Cause::of(&error) })?;
    Ok(bytes)
}

fn on_white(image: &DynamicImage) -> RgbImage {
    let Some(rgba) = image.as_rgba8() else { return image.to_rgb8() };
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(flat.pixels_mut()) {
        let alpha = u32::from(from.0[3]);
        for channel in 0..3 {
            let mixed = u32::from(from.0[channel]) * alpha + 255 * (255 - alpha);
            to.0[channel] = (mixed / 255) as u8;
        }
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};

    #[test]
    fn the_ladder_never_goes_over_the_picture() {
        assert_eq!(widths(4000), [480, 720, 960, 1280, 1600, 2400]);
        assert_eq!(widths(2000), [480, 720, 960, 1280, 1600, 2000]);
        assert_eq!(widths(1600), [480, 720, 960, 1280, 1600]);
        assert_eq!(widths(1000), [480, 720, 960, 1000]);
        assert_eq!(widths(960), [480, 720, 960]);
        assert_eq!(widths(300), [300]);
    }

    /// A picture of one colour as PNG.
    fn plain(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        png(&RgbaImage::from_pixel(width, height, Rgba(colour)).into()).unwrap()
    }

    fn jpeg_of(size: Size) -> Wanted {
        Wanted { size, format: PictureFormat::Jpeg, purpose: Purpose::Preview }
    }

    fn check_size(width: u32, height: u32, wanted: u32, expected: (u32, u32)) {
        let upright = Upright::decode(&plain(width, height, [9, 9, 9, 255])).unwrap();
        let rendition = upright.make(&jpeg_of(Size::Width(wanted))).unwrap();
        let decoded = image::load_from_memory(&rendition.bytes).unwrap();
        assert_eq!((rendition.width_px, rendition.height_px), expected);
        assert_eq!((decoded.width(), decoded.height()), expected);
    }

    #[test]
    fn a_rendition_keeps_the_shape_and_is_never_larger() {
        check_size(400, 300, 200, (200, 150));
        check_size(400, 300, 4000, (400, 300));
        check_size(1000, 1, 480, (480, 1));
        check_size(1, 1000, 480, (1, 1000));
    }

    #[test]
    fn a_preview_fits_into_its_longer_side() {
        let upright = Upright::decode(&plain(100, 400, [9, 9, 9, 255])).unwrap();
        let preview = upright.make(&jpeg_of(Size::Within(200))).unwrap();
        let decoded = image::load_from_memory(&preview.bytes).unwrap();
        assert_eq!((decoded.width(), decoded.height()), (50, 200));
    }

    #[test]
    fn only_real_transparency_counts() {
        assert!(!Upright::decode(&plain(8, 8, [200, 0, 0, 255])).unwrap().has_alpha());
        assert!(Upright::decode(&plain(8, 8, [200, 0, 0, 100])).unwrap().has_alpha());
    }

    #[test]
    fn what_shows_through_is_white_in_a_preview() {
        let upright = Upright::decode(&plain(8, 8, [0, 0, 0, 0])).unwrap();
        let preview = upright.make(&jpeg_of(Size::Own)).unwrap();
        let decoded = image::load_from_memory(&preview.bytes).unwrap().to_rgb8();
        assert!(decoded.get_pixel(4, 4).0.iter().all(|channel| *channel > 250));
    }
}
