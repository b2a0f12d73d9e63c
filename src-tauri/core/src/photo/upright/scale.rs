//! Makes a picture smaller.

use super::super::error::{Cause, PhotoError};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, RgbImage, RgbaImage};

/// The picture at this size, by Lanczos convolution. Transparency is weighed in, so that the colour
/// under it does not bleed at edges.
pub(super) fn scale(
    image: &DynamicImage,
    width_px: u32,
    height_px: u32,
) -> Result<DynamicImage, PhotoError> {
    if (image.width(), image.height()) == (width_px, height_px) {
        return Ok(image.clone());
    }
    let pixel = if image.color().has_alpha() { PixelType::U8x4 } else { PixelType::U8x3 };
    let broken = |_| PhotoError::Damaged { part: "its pixels do not fill its size" };
    let source =
        ImageRef::new(image.width(), image.height(), image.as_bytes(), pixel).map_err(broken)?;
    let mut target = Image::new(width_px, height_px, pixel);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new()
        .resize(&source, &mut target, &options)
        .map_err(|error| PhotoError::Scaling { cause: Cause::of(&error) })?;
    let bytes = target.into_vec();
    let scaled = match pixel {
        PixelType::U8x4 => RgbaImage::from_raw(width_px, height_px, bytes).map(Into::into),
        _ => RgbImage::from_raw(width_px, height_px, bytes).map(Into::into),
    };
    scaled.ok_or(PhotoError::Damaged { part: "its pixels do not fill its size" })
}
