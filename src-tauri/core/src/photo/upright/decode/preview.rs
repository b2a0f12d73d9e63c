//! The small JPEG that a camera puts beside its picture, which opens in a millisecond.
//!
//! It is a picture of what the camera saw. A program that cropped the photo may have left it as it was,
//! so one of another shape is not taken; one that was darkened or retouched cannot be told.

use super::super::super::ifd::{self, Directory};
use super::super::super::jpeg::take_apart;
use super::{Decoded, Format, Opened, PhotoError, SizePx, jpeg, open, to_srgb};

/// Where the preview begins and how long it is, from the start of the TIFF structure (Exif 2.32,
/// section 4.6.9).
const START: u16 = 0x0201;
const LENGTH: u16 = 0x0202;

/// Shapes are the same when their ratios differ by no more than this part: a preview has few pixels
/// to be exact with.
const SAME_SHAPE: f64 = 0.015;

/// The preview of a file, upright, when it has one of the picture's own shape whose longer side has
/// at least `least_px`. Fails with what is wrong with the file; a preview that is broken is none.
pub(in super::super) fn preview(
    bytes: &[u8],
    least_px: u32,
) -> Result<Option<Decoded>, PhotoError> {
    let opened = open(bytes)?;
    if !matches!(opened.format, Format::Jpeg) {
        return Ok(None);
    }
    Ok(of(&opened, least_px))
}

fn of(opened: &Opened, least_px: u32) -> Option<Decoded> {
    let exif = opened.carved.exif.as_deref()?;
    let found = find(exif)?;
    let parts = take_apart(found).ok()?;
    let size = (parts.width_px, parts.height_px);
    let full = super::turned(opened.exif.orientation, (opened.width_px, opened.height_px));
    if size.0.max(size.1) < least_px || !has_shape(size, full) {
        return None;
    }
    let stored = jpeg::decode(found, None).ok()?;
    let mut image = to_srgb(stored.image, stored.profile.as_deref());
    image.apply_orientation(opened.exif.orientation);
    let (full_width_px, full_height_px) = (image.width(), image.height());
    let bleed_px = stored.bleed_px;
    Some(Decoded { image, full_width_px, full_height_px, bleed_px, remarks: Vec::new() })
}

fn find(exif: &[u8]) -> Option<&[u8]> {
    let tiff = ifd::read(exif)?;
    let number = |tag| tiff.find(Directory::Next, tag)?.numbers().next();
    let (start, length) = (number(START)? as usize, number(LENGTH)? as usize);
    exif.get(start..start.checked_add(length)?).filter(|found| found.starts_with(b"\xFF\xD8\xFF"))
}

fn has_shape((width, height): SizePx, (full_width, full_height): SizePx) -> bool {
    let ratio = f64::from(width) * f64::from(full_height);
    let wanted = f64::from(height) * f64::from(full_width);
    // A side may be rounded by a whole pixel.
    let rounding = 1.0 / f64::from(width.min(height).max(1));
    (ratio / wanted - 1.0).abs() <= SAME_SHAPE.max(rounding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_compared_as_closely_as_pixels_allow() {
        assert!(has_shape((160, 107), (6000, 4000)));
        assert!(has_shape((160, 120), (4032, 3024)));
        assert!(!has_shape((160, 120), (6000, 4000)));
        assert!(!has_shape((120, 160), (4032, 3024)));
        assert!(!has_shape((160, 90), (6000, 4000)));
    }
}
