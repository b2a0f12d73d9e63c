//! Frames a picture as a story wants it: covered, then cropped, then turned.
//!
//! Covering comes first and happens on the pixels as they were decoded, before anything is made
//! smaller: whatever is made of the picture afterwards is made of the cover. A cover reaches further
//! than its area by as much as a file's own packing can carry over its edge.

use crate::story::{Area, Cover, Framing, WHOLE};
use image::{DynamicImage, GenericImage, GenericImageView, Rgba};

/// The longer side of a coarsely covered area has so many squares. Fewer than a face needs to be
/// known again, or a plate to be guessed.
const SQUARES: u32 = 4;

const SMALLEST_SQUARE_PX: u32 = 8;

/// The colours of coarse squares are rounded to multiples of this: what is left of two letters, or of
/// two faces, in one square is then mostly the same.
const COLOUR_STEP: u64 = 32;

/// A block's colour.
const BLOCK: Rgba<u8> = Rgba([96, 96, 96, 255]);

/// Pixels, from the left and from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// The size of the framed picture that an upright one of `full` size gives.
pub(super) fn framed_size(full: (u32, u32), framing: &Framing) -> (u32, u32) {
    let shown = shown(full, framing);
    match framing.turn {
        90 | 270 => (shown.height, shown.width),
        _ => (shown.width, shown.height),
    }
}

/// The point of the framed picture, in pixels, that stays in sight where less of it shows. A focus
/// outside the crop counts as the nearest point inside.
pub(super) fn focus(full: (u32, u32), framing: &Framing) -> (f64, f64) {
    let shown = shown(full, framing);
    let (width, height) = (f64::from(shown.width), f64::from(shown.height));
    let Some(focus) = framing.focus else {
        let (width, height) = framed_size(full, framing);
        return (f64::from(width) / 2.0, f64::from(height) / 2.0);
    };
    let at = |point: u16, whole: u32| f64::from(point) / f64::from(WHOLE) * f64::from(whole);
    let x = (at(focus.left, full.0) - f64::from(shown.left)).clamp(0.0, width);
    let y = (at(focus.top, full.1) - f64::from(shown.top)).clamp(0.0, height);
    match framing.turn {
        90 => (height - y, x),
        180 => (width - x, height - y),
        270 => (y, width - x),
        _ => (x, y),
    }
}

/// The picture as it is framed. `image` may be coarser than the file's `full` size; `bleed_px` is how
/// far, in pixels of the file, what lies in an area can show outside it. The framing is sound.
pub(super) fn framed(
    mut image: DynamicImage,
    full: (u32, u32),
    bleed_px: u32,
    framing: &Framing,
) -> DynamicImage {
    for obscured in &framing.obscured {
        let area = grown(obscured.area, bleed_px, full, size(&image));
        match obscured.cover {
            Cover::Block => block(&mut image, area),
            Cover::Coarse => coarse(&mut image, area),
        }
    }
    let shown = inside(shown(full, framing), full, size(&image));
    if (shown.width, shown.height) != size(&image) {
        image = image.crop_imm(shown.left, shown.top, shown.width, shown.height);
    }
    let image = match framing.turn {
        90 => image.rotate90(),
        180 => image.rotate180(),
        270 => image.rotate270(),
        _ => image,
    };
    // What shows through may have been covered or cut off.
    without_idle_alpha(image)
}

/// The part that shows, in pixels of the whole picture.
fn shown((width, height): (u32, u32), framing: &Framing) -> Rect {
    let area = framing.crop.unwrap_or(Area::WHOLE);
    let (left, across) = stretch(area.left, area.width, width);
    let (top, down) = stretch(area.top, area.height, height);
    Rect { left, top, width: across, height: down }
}

/// Start and length of a part of `whole` pixels, rounded to the nearest edges; one pixel at least.
fn stretch(start: u16, length: u16, whole: u32) -> (u32, u32) {
    let edge = |at: u32| {
        let unit = u64::from(WHOLE);
        ((u64::from(at) * u64::from(whole) + unit / 2) / unit) as u32
    };
    let start_px = edge(start.into()).min(whole.saturating_sub(1));
    let end_px = edge(u32::from(start) + u32::from(length)).clamp(start_px + 1, whole.max(1));
    (start_px, end_px - start_px)
}

/// The pixels of a coarser picture that lie wholly in `part` of the full one; one at least.
fn inside(part: Rect, full: (u32, u32), coarser: (u32, u32)) -> Rect {
    let (left, width) = within(part.left, part.width, full.0, coarser.0);
    let (top, height) = within(part.top, part.height, full.1, coarser.1);
    Rect { left, top, width, height }
}

fn within(start: u32, length: u32, full: u32, coarser: u32) -> (u32, u32) {
    let at = |px: u32| u64::from(px) * u64::from(coarser);
    let full = u64::from(full.max(1));
    let first = (at(start).div_ceil(full) as u32).min(coarser.saturating_sub(1));
    let end = ((at(start + length) / full) as u32).clamp(first + 1, coarser.max(1));
    (first, end - first)
}

/// Every pixel of a coarser picture in which something of the area can be, and one more on each side.
fn grown(area: Area, bleed_px: u32, full: (u32, u32), coarser: (u32, u32)) -> Rect {
    let (left, width) = around((area.left, area.width), bleed_px, full.0, coarser.0);
    let (top, height) = around((area.top, area.height), bleed_px, full.1, coarser.1);
    Rect { left, top, width, height }
}

fn around(part: (u16, u16), bleed_px: u32, full: u32, coarser: u32) -> (u32, u32) {
    let (start_px, length_px) = stretch(part.0, part.1, full);
    // An edge may have been rounded by half a pixel.
    let first = start_px.saturating_sub(bleed_px + 1);
    let end = (start_px + length_px + bleed_px + 1).min(full);
    let at = |px: u32| u64::from(px) * u64::from(coarser);
    let full = u64::from(full.max(1));
    let first = ((at(first) / full) as u32).saturating_sub(1);
    let end = (at(end).div_ceil(full) as u32 + 1).min(coarser);
    (first, end - first)
}

fn block(image: &mut DynamicImage, area: Rect) {
    paint(image, area, BLOCK);
}

/// Paints squares over the area, each in the rounded middle colour of what was under it.
fn coarse(image: &mut DynamicImage, area: Rect) {
    let side = area.width.max(area.height).div_ceil(SQUARES).max(SMALLEST_SQUARE_PX);
    let columns = parts(area.left, area.width, side);
    for (top, height) in parts(area.top, area.height, side) {
        for &(left, width) in &columns {
            let square = Rect { left, top, width, height };
            let colour = middle(image, square);
            paint(image, square, colour);
        }
    }
}

/// Divides a length into equal parts of `side` or more: a narrow rest would show more than a square.
fn parts(start: u32, length: u32, side: u32) -> Vec<(u32, u32)> {
    let count = (length / side).max(1);
    let edge = |n: u32| (u64::from(length) * u64::from(n) / u64::from(count)) as u32;
    (0..count).map(|n| (start + edge(n), edge(n + 1) - edge(n))).collect()
}

/// The rounded mean of the visible colours, opaque.
fn middle(image: &DynamicImage, square: Rect) -> Rgba<u8> {
    let mut sums = [0u64; 4];
    let view = image.view(square.left, square.top, square.width, square.height);
    for (_, _, Rgba([red, green, blue, alpha])) in view.pixels() {
        let alpha = u64::from(alpha);
        for (sum, channel) in sums.iter_mut().zip([red, green, blue]) {
            *sum += u64::from(channel) * alpha;
        }
        sums[3] += alpha;
    }
    let rounded = |sum: u64| {
        let mean = sum / sums[3].max(1);
        ((mean + COLOUR_STEP / 2) / COLOUR_STEP * COLOUR_STEP).min(255) as u8
    };
    Rgba([rounded(sums[0]), rounded(sums[1]), rounded(sums[2]), 255])
}

fn paint(image: &mut DynamicImage, area: Rect, colour: Rgba<u8>) {
    for y in area.top..area.top + area.height {
        for x in area.left..area.left + area.width {
            image.put_pixel(x, y, colour);
        }
    }
}

fn without_idle_alpha(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageRgba8(pixels) if pixels.pixels().all(|pixel| pixel.0[3] == 255) => {
            DynamicImage::from(pixels).into_rgb8().into()
        }
        image => image,
    }
}

fn size(image: &DynamicImage) -> (u32, u32) {
    (image.width(), image.height())
}
