//! A file that has passed the gate: its format is known, its size is allowed and likely, it is whole.
//! Nothing is decoded before that.

use super::carve::{self, Carved};
use super::error::PhotoError;
use super::exif::{self, Exif};
use super::sniff::{Format, sniff};
use super::{gif, heif, jpeg, png, tiff, webp};
use image::metadata::Orientation;

const MAX_BYTES: usize = 200_000_000;
const MAX_SIDE_PX: u32 = 30_000;
const MAX_PIXELS: u64 = 200_000_000;

/// From this size on a picture must be likely. Below it a decoder costs little.
const LARGE_PIXELS: u64 = 100_000_000;
/// A large photo has two to eight pixels to a byte, a large scan of a drawing twenty to fifty.
const MOST_PIXELS_PER_BYTE: u64 = 128;

/// A file taken apart.
pub(super) struct Opened<'a> {
    pub format: Format,
    /// Upright.
    pub width_px: u32,
    pub height_px: u32,
    /// More than one picture, shown one after the other.
    pub animated: bool,
    pub carved: Carved<'a>,
    /// Its orientation is what is still to be done to what a decoder gives.
    pub exif: Exif,
    /// What a person should know of the file, in sentences.
    pub remarks: Vec<String>,
}

/// Opens a file by its bytes. Fails with a sentence for everything that cannot be taken.
pub(super) fn open(bytes: &[u8]) -> Result<Opened<'_>, PhotoError> {
    let format = sniff(bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(PhotoError::TooHeavy { bytes: bytes.len() });
    }
    let parts = take_apart(format, bytes)?;
    check_size(parts.width_px, parts.height_px)?;
    check_likely(parts.width_px, parts.height_px, parts.picture_bytes)?;
    if parts.is_cut {
        return Err(PhotoError::Truncated);
    }
    let mut exif = parts.carved.exif.as_deref().map(exif::read).unwrap_or_default();
    if parts.is_upright {
        exif.orientation = Orientation::NoTransforms;
    }
    let (width_px, height_px) = upright(exif.orientation, parts.width_px, parts.height_px);
    let Parts { format, animated, carved, remarks, .. } = parts;
    Ok(Opened { format, width_px, height_px, animated, carved, exif, remarks })
}

/// What every format gives.
struct Parts<'a> {
    /// What is inside, whatever the file calls itself.
    format: Format,
    width_px: u32,
    height_px: u32,
    /// The sides are those of the upright picture, and a decoder gives that: a HEIC or AVIF says
    /// by itself how it is turned.
    is_upright: bool,
    animated: bool,
    /// Told after its size is known to be likely: a made-up size would look like missing pixels.
    is_cut: bool,
    /// At most so many bytes hold the pixels.
    picture_bytes: usize,
    carved: Carved<'a>,
    remarks: Vec<String>,
}

fn take_apart(format: Format, bytes: &[u8]) -> Result<Parts<'_>, PhotoError> {
    Ok(match format {
        Format::Jpeg => of_jpeg(jpeg::take_apart(bytes)?),
        Format::Png => of_png(png::take_apart(bytes)?),
        Format::WebP => of_webp(webp::take_apart(bytes)?, bytes),
        Format::Tiff => of_tiff(tiff::take_apart(bytes)?, bytes),
        Format::Gif => of_gif(gif::take_apart(bytes)?, bytes),
        Format::Heic | Format::Avif => of_heif(heif::take_apart(bytes)?, bytes)?,
    })
}

impl<'a> Parts<'a> {
    fn new(format: Format, (width_px, height_px): (u32, u32), carved: Carved<'a>) -> Parts<'a> {
        Parts {
            format,
            width_px,
            height_px,
            is_upright: false,
            animated: false,
            is_cut: false,
            picture_bytes: usize::MAX,
            carved,
            remarks: Vec::new(),
        }
    }
}

fn of_jpeg(jpeg: jpeg::Jpeg<'_>) -> Parts<'_> {
    let size = (jpeg.width_px, jpeg.height_px);
    let mut parts = Parts::new(Format::Jpeg, size, carve::from_jpeg(&jpeg));
    parts.picture_bytes = jpeg.picture_bytes;
    parts.is_cut = jpeg.is_cut;
    if jpeg.is_coarse {
        parts.remarks.push("It may be cut short: its finest details are missing.".to_owned());
    }
    parts
}

fn of_png(png: png::Png<'_>) -> Parts<'_> {
    let size = (png.width_px, png.height_px);
    Parts {
        animated: png.animated,
        picture_bytes: png.picture_bytes,
        ..Parts::new(Format::Png, size, carve::from_png(&png))
    }
}

fn of_webp<'a>(webp: webp::WebP<'a>, bytes: &[u8]) -> Parts<'a> {
    let size = (webp.width_px, webp.height_px);
    Parts {
        animated: webp.animated,
        picture_bytes: bytes.len(),
        ..Parts::new(Format::WebP, size, carve::from_webp(&webp))
    }
}

fn of_tiff<'a>(file: tiff::TiffFile<'a>, bytes: &'a [u8]) -> Parts<'a> {
    let size = (file.width_px, file.height_px);
    let mut parts = Parts::new(Format::Tiff, size, carve::from_tiff(bytes, &file));
    parts.picture_bytes = bytes.len();
    if file.pages > 1 {
        parts.remarks.push(format!("It has {} pages; the first is taken.", file.pages));
    }
    parts
}

fn of_gif<'a>(gif: gif::Gif<'a>, bytes: &[u8]) -> Parts<'a> {
    let size = (gif.width_px, gif.height_px);
    let mut parts = Parts::new(Format::Gif, size, carve::from_gif(&gif));
    parts.animated = gif.frames > 1;
    parts.picture_bytes = bytes.len();
    if gif.unended {
        parts.remarks.push("Its end mark is missing; pictures may be missing with it.".to_owned());
    }
    parts
}

fn of_heif<'a>(heif: heif::Heif<'a>, bytes: &[u8]) -> Result<Parts<'a>, PhotoError> {
    let format = if heif.is_av1 { Format::Avif } else { Format::Heic };
    if format == Format::Heic && !cfg!(feature = "heic") {
        return Err(PhotoError::Unsupported { format: "HEIC" });
    }
    let size = (heif.width_px, heif.height_px);
    Ok(Parts {
        is_upright: true,
        animated: heif.animated,
        picture_bytes: bytes.len(),
        ..Parts::new(format, size, carve::from_heif(heif))
    })
}

fn check_size(width_px: u32, height_px: u32) -> Result<(), PhotoError> {
    let pixels = u64::from(width_px) * u64::from(height_px);
    if width_px.max(height_px) > MAX_SIDE_PX || pixels > MAX_PIXELS {
        return Err(PhotoError::TooLarge { width_px, height_px });
    }
    Ok(())
}

/// A few bytes that claim a huge picture are made to exhaust whoever opens it.
fn check_likely(width_px: u32, height_px: u32, bytes: usize) -> Result<(), PhotoError> {
    let pixels = u64::from(width_px) * u64::from(height_px);
    if pixels > LARGE_PIXELS && pixels / MOST_PIXELS_PER_BYTE > bytes as u64 {
        return Err(PhotoError::Implausible { width_px, height_px, bytes });
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

    fn check_bytes(width_px: u32, height_px: u32, bytes: usize, likely: bool) {
        assert_eq!(check_likely(width_px, height_px, bytes).is_ok(), likely, "{bytes} bytes");
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
    fn a_large_picture_needs_its_bytes() {
        check_bytes(12_000, 12_000, 420_000, false);
        check_bytes(12_000, 12_000, 2_000_000, true);
        check_bytes(14_204, 10_652, 30_000_000, true);
        check_bytes(10_000, 10_000, 50_000, true);
    }

    #[test]
    fn a_turned_picture_changes_its_sides() {
        for (exif, expected) in [(1, (3, 2)), (3, (3, 2)), (5, (2, 3)), (6, (2, 3)), (8, (2, 3))] {
            let orientation = Orientation::from_exif(exif).unwrap();
            assert_eq!(upright(orientation, 3, 2), expected, "orientation {exif}");
        }
    }
}
