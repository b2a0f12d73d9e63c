//! Colours as a page shows them: sRGB, eight bits. Pictures with sixteen bits are converted in
//! sixteen, where a wide profile does not tear the sky into bands.
//!
//! A profile whose colour space is not that of the pixels is dropped, and so is one that cannot be
//! used: agencies send RGB pictures that carry a printer's profile. A CMYK picture was turned into
//! RGB by the decoder, so its profile says nothing any more.

use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformExecutor, TransformOptions};

/// Ten times what printers' profiles have.
const MAX_PROFILE_BYTES: usize = 16 << 20;

/// The picture as RGB, or RGBA when something shows through it.
pub(super) fn to_srgb(image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let profile = profile.filter(|bytes| bytes.len() <= MAX_PROFILE_BYTES);
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let is_grey = !image.color().has_color();
    let space = if is_grey { DataColorSpace::Gray } else { DataColorSpace::Rgb };
    let profile = profile.filter(|profile| profile.color_space == space);
    let image = match &profile {
        Some(profile) => match deep(&image, profile) {
            Some(converted) => return without_idle_alpha(converted),
            None => image,
        },
        None => image,
    };
    match (image.color().has_alpha(), is_grey) {
        (false, false) => rgb(image.into_rgb8(), profile.as_ref()).into(),
        (true, false) => without_idle_alpha(rgba(image.into_rgba8(), profile.as_ref()).into()),
        (false, true) => grey(image.into_luma8(), profile.as_ref()).into(),
        (true, true) => {
            without_idle_alpha(grey_alpha(image.into_luma_alpha8(), profile.as_ref()).into())
        }
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
    if changes_nothing(&*transform, layout.channels()) {
        return;
    }
    let mut converted = vec![0; row_bytes];
    for row in pixels.chunks_exact_mut(row_bytes) {
        if transform.transform(row, &mut converted).is_ok() {
            row.copy_from_slice(&converted);
        }
    }
}

/// Whether it leaves every colour within rounding, as the many spellings of sRGB do: then the pixels are
/// right as they are, to the last bit.
fn changes_nothing(transform: &(dyn TransformExecutor<u8> + Send + Sync), channels: usize) -> bool {
    let steps = || (0..=8u8).map(|step| (u16::from(step) * 255 / 8) as u8);
    let mut colours = Vec::new();
    for (red, green, blue) in
        steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b))))
    {
        colours.extend_from_slice(&[red, green, blue, 255][..channels]);
    }
    let mut converted = vec![0; colours.len()];
    transform.transform(&colours, &mut converted).is_ok()
        && colours.iter().zip(&converted).all(|(from, to)| from.abs_diff(*to) <= 1)
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

/// A picture with sixteen bits, converted; `None` when it has eight or cannot be converted.
fn deep(image: &DynamicImage, profile: &ColorProfile) -> Option<DynamicImage> {
    let size = (image.width(), image.height());
    let rgb = |bytes| RgbImage::from_raw(size.0, size.1, bytes).map(DynamicImage::from);
    let rgba = |bytes| RgbaImage::from_raw(size.0, size.1, bytes).map(DynamicImage::from);
    match image {
        DynamicImage::ImageRgb16(image) => {
            rgb(deep_samples(image, size.0, profile, (Layout::Rgb, Layout::Rgb))?)
        }
        DynamicImage::ImageRgba16(image) => {
            rgba(deep_samples(image, size.0, profile, (Layout::Rgba, Layout::Rgba))?)
        }
        DynamicImage::ImageLuma16(image) => {
            rgb(deep_samples(image, size.0, profile, (Layout::Gray, Layout::Rgb))?)
        }
        DynamicImage::ImageLumaA16(image) => {
            rgba(deep_samples(image, size.0, profile, (Layout::GrayAlpha, Layout::Rgba))?)
        }
        _ => None,
    }
}

/// Converts row by row, and only then leaves out the lower bits.
fn deep_samples(
    samples: &[u16],
    width: u32,
    profile: &ColorProfile,
    (from, to): (Layout, Layout),
) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_16bit(from, &srgb, to, TransformOptions::default()).ok()?;
    let width = width as usize;
    let mut row = vec![0; width * to.channels()];
    let mut bytes = Vec::with_capacity(samples.len() / from.channels() * to.channels());
    for line in samples.chunks_exact(width * from.channels()) {
        transform.transform(line, &mut row).ok()?;
        bytes.extend(row.iter().map(|sample| ((u32::from(*sample) + 128) / 257) as u8));
    }
    Some(bytes)
}

fn without_idle_alpha(image: DynamicImage) -> DynamicImage {
    let is_opaque = match &image {
        DynamicImage::ImageRgba8(image) => image.pixels().all(|pixel| pixel.0[3] == u8::MAX),
        _ => return image,
    };
    if is_opaque { image.into_rgb8().into() } else { image }
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
    fn sixteen_bits_are_converted_as_eight_are() {
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let shallow = RgbImage::from_pixel(2, 2, Rgb([200, 60, 60]));
        let deep = DynamicImage::from(shallow.clone()).into_rgb16();
        let [shallow, deep] = [DynamicImage::from(shallow), deep.into()]
            .map(|image| to_srgb(image, Some(&profile)).to_rgb8().get_pixel(1, 1).0);
        for (deep, shallow) in deep.iter().zip(shallow) {
            assert!(deep.abs_diff(shallow) <= 1, "{deep} and {shallow}");
        }
    }

    #[test]
    fn a_broken_profile_is_no_profile() {
        let image = RgbImage::from_pixel(2, 2, Rgb([1, 2, 3]));
        let converted = to_srgb(image.into(), Some(b"not a profile")).to_rgb8();
        assert_eq!(converted.get_pixel(0, 0).0, [1, 2, 3]);
    }
}
