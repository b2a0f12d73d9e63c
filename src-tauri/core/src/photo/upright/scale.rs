//! Makes a picture smaller, to every size that is wanted of it.
//!
//! Each size is made from the smallest picture at hand that is half as large again, not always from the
//! largest: the work is a third, and the eye sees no difference.

use super::super::darkroom::{PictureFormat, Size, Wanted};
use super::super::error::{Cause, PhotoError};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, RgbImage, RgbaImage};
use std::sync::Arc;

/// WebP has no longer sides.
const LONGEST_WEBP_PX: u32 = 16_383;

/// How much larger than a size the picture must be that it is made from, and that is decoded for it.
const STEP: f64 = 1.5;
const DECODED: f64 = 1.25;

/// One picture to make of a framed one: which part of it, and how large. All of it is in the framed
/// picture's own pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Target {
    pub width: u32,
    pub height: u32,
    /// Left, top, width and height of the part. The whole for all but [`Size::Fill`].
    part: (f64, f64, f64, f64),
}

impl Target {
    /// What is wanted of a framed picture of this size, around this focus.
    pub fn of(wanted: &Wanted, framed: (u32, u32), focus: (f64, f64)) -> Target {
        let (width, height) = framed;
        let longest = match wanted.format {
            PictureFormat::WebP => LONGEST_WEBP_PX,
            _ => u32::MAX,
        };
        let whole = |bounds: (u32, u32)| {
            let (w, h) = fit(framed, (bounds.0.min(longest), bounds.1.min(longest)));
            Target { width: w, height: h, part: (0.0, 0.0, f64::from(width), f64::from(height)) }
        };
        match wanted.size {
            Size::Width(width_px) => whole((width_px, u32::MAX)),
            Size::Within(px) => whole((px, px)),
            Size::Own => whole((u32::MAX, u32::MAX)),
            Size::Fill { width_px, height_px } => {
                fill(framed, (width_px.clamp(1, longest), height_px.clamp(1, longest)), focus)
            }
        }
    }

    /// How many pixels it makes of one of the framed picture's; at most 1.
    fn ratio(&self) -> f64 {
        (f64::from(self.width) / self.part.2).max(f64::from(self.height) / self.part.3)
    }

    fn is_whole(&self, framed: (u32, u32)) -> bool {
        self.part == (0.0, 0.0, f64::from(framed.0), f64::from(framed.1))
    }
}

/// How much of each side of the framed picture must be decoded for these: 1 or more for all of it.
pub(super) fn needed(targets: &[Target]) -> f64 {
    targets.iter().map(|target| target.ratio() * DECODED).fold(0.0, f64::max)
}

/// The largest size of this shape within the bounds, never larger than the picture.
fn fit((width, height): (u32, u32), (width_px, height_px): (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let by_height = u64::from(height_px) * width / height;
    let wide = u64::from(width_px).min(by_height).clamp(1, width);
    let high = ((wide * height + width / 2) / width).clamp(1, height);
    (wide as u32, (high as u32).min(height_px.max(1)))
}

/// The largest part of the shape that is wanted, around the focus; smaller where the picture is.
fn fill(framed: (u32, u32), wanted: (u32, u32), focus: (f64, f64)) -> Target {
    let (width, height) = (f64::from(framed.0), f64::from(framed.1));
    let (across, down) = (f64::from(wanted.0), f64::from(wanted.1));
    let most = (width / across).min(height / down);
    let (part_width, part_height) = (across * most, down * most);
    let shrink = most.min(1.0);
    let px = |length: f64, own: u32| ((length * shrink).round() as u32).clamp(1, own.max(1));
    let start =
        |at: f64, part: f64, whole: f64| (at - part / 2.0).clamp(0.0, (whole - part).max(0.0));
    Target {
        width: px(across, framed.0),
        height: px(down, framed.1),
        part: (
            start(focus.0, part_width, width),
            start(focus.1, part_height, height),
            part_width,
            part_height,
        ),
    }
}

/// Makes all targets of a framed picture, in their order. `image` may be coarser than `framed`, the
/// size that the targets are given in. Equal targets share one picture.
pub(super) fn cascade(
    image: DynamicImage,
    framed: (u32, u32),
    targets: &[Target],
) -> Result<Vec<Arc<DynamicImage>>, PhotoError> {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by(|&a, &b| targets[b].ratio().total_cmp(&targets[a].ratio()));
    // It keeps its room from one size to the next.
    let mut resizer = Resizer::new();
    let mut wholes = vec![Arc::new(image)];
    let mut made: Vec<Option<Arc<DynamicImage>>> = vec![None; targets.len()];
    for &index in &order {
        let target = &targets[index];
        let same = targets.iter().zip(&made).find(|(other, _)| *other == target);
        let picture = match same.and_then(|(_, made)| made.clone()) {
            Some(picture) => picture,
            None => {
                let picture = part(source(&wholes, framed, target), framed, target, &mut resizer)?;
                if target.is_whole(framed) {
                    wholes.push(picture.clone());
                }
                picture
            }
        };
        made[index] = Some(picture);
    }
    Ok(made.into_iter().flatten().collect())
}

/// The smallest picture that is large enough; the first is the largest.
fn source<'a>(
    wholes: &'a [Arc<DynamicImage>],
    framed: (u32, u32),
    target: &Target,
) -> &'a Arc<DynamicImage> {
    let enough = |picture: &&Arc<DynamicImage>| {
        let ratio = f64::from(picture.width()) / f64::from(framed.0);
        ratio >= target.ratio() * STEP
    };
    wholes.iter().filter(enough).min_by_key(|picture| picture.width()).unwrap_or(&wholes[0])
}

fn part(
    source: &Arc<DynamicImage>,
    framed: (u32, u32),
    target: &Target,
    resizer: &mut Resizer,
) -> Result<Arc<DynamicImage>, PhotoError> {
    let own = (source.width(), source.height());
    if target.is_whole(framed) && own == (target.width, target.height) {
        return Ok(source.clone());
    }
    let across = f64::from(own.0) / f64::from(framed.0);
    let down = f64::from(own.1) / f64::from(framed.1);
    let (left, top, width, height) = target.part;
    // The part must not stand out by what rounding added.
    let (left, top) = (left * across, top * down);
    let width = (width * across).min(f64::from(own.0) - left);
    let height = (height * down).min(f64::from(own.1) - top);
    let size = (target.width, target.height);
    scale(source, (left, top, width, height), size, resizer).map(Arc::new)
}

/// A part of the picture at this size, by Lanczos convolution. Transparency is weighed in, so that the
/// colour under it does not bleed at edges.
fn scale(
    image: &DynamicImage,
    (left, top, width, height): (f64, f64, f64, f64),
    (width_px, height_px): (u32, u32),
    resizer: &mut Resizer,
) -> Result<DynamicImage, PhotoError> {
    let pixel = if image.color().has_alpha() { PixelType::U8x4 } else { PixelType::U8x3 };
    let broken = |_| PhotoError::Damaged { part: "its pixels do not fill its size" };
    let source =
        ImageRef::new(image.width(), image.height(), image.as_bytes(), pixel).map_err(broken)?;
    let mut target = Image::new(width_px, height_px, pixel);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .crop(left, top, width, height);
    resizer
        .resize(&source, &mut target, &options)
        .map_err(|cause| PhotoError::Scaling { cause: Cause::of(&cause) })?;
    let bytes = target.into_vec();
    let scaled = match pixel {
        PixelType::U8x4 => RgbaImage::from_raw(width_px, height_px, bytes).map(Into::into),
        _ => RgbImage::from_raw(width_px, height_px, bytes).map(Into::into),
    };
    scaled.ok_or(PhotoError::Damaged { part: "its pixels do not fill its size" })
}
