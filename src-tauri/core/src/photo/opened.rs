//! A file that has passed the gate: its format is known, its size is allowed, it is whole. Nothing
//! is decoded before that.

use super::carve::{self, Carved};
use super::error::PhotoError;
use super::exif::{self, Exif};
use super::sniff::{Format, sniff};
use super::{jpeg, png};
use image::metadata::Orientation;

const MAX_BYTES: usize = 200_000_000;
const MAX_SIDE_PX: u32 = 30_000;
const MAX_PIXELS: u64 = 200_000_000;

/// A file taken apart.
pub(super) struct Opened<'a> {
    pub format: Format,
    /// Upright.
    pub width_px: u32,
    pub height_px: u32,
    pub carved: Carved<'a>,
    pub exif: Exif,
}

/// Opens a file by its bytes. Fails with a sentence for everything that cannot be taken.
pub(super) fn open(bytes: &[u8]) -> Result<Opened<'_>, PhotoError> {
    let format = sniff(bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooHeavy { bytes: bytes.len() });
    }
    let (width_px, height_px, carved) = match format {
        Format::Jpeg => {
            let jpeg = jpeg::take_apart(bytes)?;
            (jpeg.width_px, jpeg.height_px, carve::from_jpeg(&jpeg))
        }
        Format::Png => {
            let png = png::take_apart(bytes)?;
            (png.width_px, png.height_px, carve::from_png(&png))
        }
    };
    check_size(width_px, height_px)?;
    let exif = carved.exif.as_deref().map(exif::read).unwrap_or_default();
    let (width_px, height_px) = upright(exif.orientation, width_px, height_px);
    Ok(Opened { format, width_px, height_px, carved, exif })
}

fn check_size(width_px: u32, height_px: u32) -> Result<(), PhotoError> {
    let pixels = u64::from(width_px) * u64::from(height_px);
    if width_px.max(height_px) > MAX_SIDE_PX || pixels > MAX_PIXELS {
        return Err(PhotoError::TooLarge { width_px, height_px });
    }
    Ok(())
}

fn upright(orientation: Orientation, width_px: u32, height_px: u32) -> (u32, u32) {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height_px, width_px),
        _ => (width_px, height_px),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width_px: u32, height_px: u32, allowed: bool) {
        assert_eq!(check_size(width_px, height_px).is_ok(), allowed, "{width_px} × {height_px}");
    }

    #[test]
    fn a_picture_may_be_so_large_and_no_larger() {
        check(6_000, 4_000, true);
        check(30_000, 6_000, true);
        check(30_001, 1, false);
        check(20_000, 10_000, true);
        check(20_001, 10_000, false);
        check(u32::MAX, u32::MAX, false);
    }

    #[test]
    fn a_turned_picture_changes_its_sides() {
        for (exif, expected) in [(1, (3, 2)), (3, (3, 2)), (5, (2, 3)), (6, (2, 3)), (8, (2, 3))] {
            let orientation = Orientation::from_exif(exif).unwrap();
            assert_eq!(upright(orientation, 3, 2), expected, "orientation {exif}");
        }
    }
}
