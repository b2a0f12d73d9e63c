//! Colours as a page shows them: sRGB, eight bits.
//!
//! A profile whose colour space is not that of the pixels is dropped, and so is one that cannot be
//! used: agencies send RGB pictures that carry a printer's profile. A CMYK picture was turned into
//! RGB by the decoder, so its profile says nothing any more.

use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture as RGB, or RGBA when something shows through it.
pub(super) fn to_srgb(image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let is_grey = !image.color().has_color();
    let space = if is_grey { DataColorSpace::Gray } else { DataColorSpace::Rgb };
    let profile = profile.filter(|profile| profile.color_space == space);
    match (image.color().has_alpha(), is_grey) {
        (false, false) => rgb(image.into_rgb8(), profile.as_ref()).into(),
        (true, false) => without_idle_alpha(rgba(image.into_rgba8(), profile.as_ref())),
        (false, true) => grey(image.into_luma8(), profile.as_ref()).into(),
        (true, true) => without_idle_alpha(grey_alpha(image.into_luma_alpha8(), profile.as_ref())),
    }
}

fn rgb(mut image: RgbImage, profile: Option<&ColorProfile>) -> RgbImage {
    let row_bytes = image.width() as usize * 3;
    convert_in_place(&mut image, row_bytes, profile, Layout::Rgb);
    image
}

fn rgba(mut image: RgbaImage, profile: Option<&ColorProfile>) -> RgbaImage {
    let row_bytes = image.width() as usize * 4;
    convert_in_place(&mut image, row_bytes, profile, Layout::Rgba);
    image
}

/// Converts row by row, so that a large picture is not held twice.
fn convert_in_place(
    pixels: &mut [u8],
    row_bytes: usize,
    profile: Option<&ColorProfile>,
    layout: Layout,
) {
    let transform = profile.and_then(|profile| {
        let srgb = ColorProfile::new_srgb();
        profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()).ok()
    });
    let Some(transform) = transform else { return };
    let mut converted = vec![0; row_bytes];
    for row in pixels.chunks_exact_mut(row_bytes) {
        if transform.transform(row, &mut converted).is_ok() {
            row.copy_from_slice(&converted);
        }
    }
}

fn grey(image: GrayImage, profile: Option<&ColorProfile>) -> RgbImage {
    let mut rgb = DynamicImage::from(image.clone()).into_rgb8();
    convert_grey(&image, &mut rgb, profile, (Layout::Gray, Layout::Rgb));
    rgb
}

fn grey_alpha(image: GrayAlphaImage, profile: Option<&ColorProfile>) -> RgbaImage {
    let mut rgba = DynamicImage::from(image.clone()).into_rgba8();
    convert_grey(&image, &mut rgba, profile, (Layout::GrayAlpha, Layout::Rgba));
    rgba
}

/// Writes over `colour`, which stays as it is without a usable profile.
fn convert_grey(
    grey: &[u8],
    colour: &mut [u8],
    profile: Option<&ColorProfile>,
    (from, to): (Layout, Layout),
) {
    let Some(profile) = profile else { return };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(from, &srgb, to, TransformOptions::default());
    let mut converted = vec![0; colour.len()];
    if transform.is_ok_and(|transform| transform.transform(grey, &mut converted).is_ok()) {
        colour.copy_from_slice(&converted);
    }
}

fn without_idle_alpha(image: RgbaImage) -> DynamicImage {
    let opaque = image.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let image = DynamicImage::from(image);
    if opaque { image.into_rgb8().into() } else { image }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, Rgb};

    /// The middle of a reddish picture with this profile.
    fn red_with(profile: &ColorProfile) -> [u8; 3] {
        let image = RgbImage::from_pixel(2, 2, Rgb([200, 60, 60]));
        let profile = profile.encode().unwrap();
        to_srgb(image.into(), Some(&profile)).to_rgb8().get_pixel(1, 1).0
    }

    #[test]
    fn a_wide_profile_is_converted() {
        let [red, green, _] = red_with(&ColorProfile::new_display_p3());
        assert!(red > 205 && green < 60, "{red} {green}");
    }

    #[test]
    fn srgb_stays_as_it_is() {
        for (found, expected) in red_with(&ColorProfile::new_srgb()).iter().zip([200u8, 60, 60]) {
            assert!(found.abs_diff(expected) <= 1);
        }
    }

    #[test]
    fn a_profile_of_another_colour_space_is_dropped() {
        assert_eq!(red_with(&ColorProfile::new_gray_with_gamma(1.0)), [200, 60, 60]);
        let grey = GrayImage::from_pixel(2, 2, Luma([90]));
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let converted = to_srgb(grey.into(), Some(&profile)).to_rgb8();
        assert_eq!(converted.get_pixel(0, 0).0, [90, 90, 90]);
    }

    #[test]
    fn a_broken_profile_is_no_profile() {
        let image = RgbImage::from_pixel(2, 2, Rgb([1, 2, 3]));
        let converted = to_srgb(image.into(), Some(b"not a profile")).to_rgb8();
        assert_eq!(converted.get_pixel(0, 0).0, [1, 2, 3]);
    }
}
