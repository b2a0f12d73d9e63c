//! The picture itself: upright, in sRGB, eight bits a channel; and the pictures made from it, framed
//! as a story wants them.
//!
//! From bytes to pictures: `decode` (a file per format) → `colour` or `inks` → `framing` → `scale` →
//! `encode` (a file per format). The order matters: what is obscured is covered on the decoded pixels,
//! so nothing that comes after can know what was there.
//!
//! The pictures made here carry no metadata at all; [`write_facts`](super::write_facts) adds what is
//! to be printed.

mod colour;
mod decode;
mod encode;
mod framing;
mod inks;
mod libjpeg;
mod scale;
mod simd;

pub use simd::codecs_without_simd;

use super::darkroom::{Developed, Order, PictureFormat, Purpose, Rendition, Size, Wanted};
use super::error::PhotoError;
use crate::story::Framing;
use decode::Decoded;
use encode::Job;
use scale::Target;
use std::ops::ControlFlow;
use std::thread::available_parallelism;

/// More than this many encoders at once gain nothing: most of the time goes into the largest picture.
const MAX_THREADS: usize = 4;

/// The widths that pages are given, in pixels.
const LADDER: [u32; 6] = [480, 720, 960, 1280, 1600, 2400];

/// Makes what `order` wants. Says when the original is `opened`, and hands out each picture as it is
/// finished, with its index in [`Order::wanted`]. Nothing more is made when `each` breaks off. Fails
/// with what is wrong with the file; a decoder that panics is an error like any other.
///
/// The same order for the same bytes gives the same pictures, however many processors there are.
pub(super) fn develop(
    bytes: &[u8],
    order: &Order,
    opened: &mut dyn FnMut(),
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<Developed, PhotoError> {
    let threads = available_parallelism().map_or(1, |n| n.get()).min(MAX_THREADS);
    develop_on(threads, bytes, order, opened, each)
}

fn develop_on(
    threads: usize,
    bytes: &[u8],
    order: &Order,
    opened: &mut dyn FnMut(),
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<Developed, PhotoError> {
    let framing = &order.framing;
    if !framing.is_sound() {
        return Err(PhotoError::OutsidePicture);
    }
    let decoded = decode::decode(bytes, |full| least(full, order))?;
    opened();
    make(threads, decoded, order, each)
}

/// A small picture for the eye, upright: of the preview that the file carries, where it has a third of
/// the wanted pixels at least, else of a coarse decode.
pub(super) fn thumbnail(bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
    let wanted = Wanted {
        size: Size::Within(longest_px),
        format: PictureFormat::Jpeg,
        purpose: Purpose::Preview,
    };
    let order = Order { framing: Framing::default(), wanted: vec![wanted] };
    let decoded = match decode::preview(bytes, longest_px / 3)? {
        Some(preview) => preview,
        None => decode::decode(bytes, |full| least(full, &order))?,
    };
    let mut made = None;
    make(1, decoded, &order, &mut |_, rendition| {
        made = Some(rendition);
        ControlFlow::Continue(())
    })?;
    made.ok_or(PhotoError::DecoderStopped)
}

fn make(
    threads: usize,
    decoded: Decoded,
    order: &Order,
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<Developed, PhotoError> {
    let framing = &order.framing;
    let full = (decoded.full_width_px, decoded.full_height_px);
    let image = framing::framed(decoded.image, full, decoded.bleed_px, framing);
    let framed = framing::framed_size(full, framing);
    let developed = Developed {
        width_px: framed.0,
        height_px: framed.1,
        has_alpha: image.color().has_alpha(),
        remarks: decoded.remarks,
    };
    let targets = targets(full, order);
    let pictures = scale::cascade(image, framed, &targets)?;
    let jobs = pictures.into_iter().zip(&order.wanted).enumerate();
    let jobs = jobs.map(|(index, (image, wanted))| Job { index, image, wanted: *wanted });
    encode::encode_all(jobs.collect(), threads, each)?;
    Ok(developed)
}

fn targets(full: (u32, u32), order: &Order) -> Vec<Target> {
    let framed = framing::framed_size(full, &order.framing);
    let focus = framing::focus(full, &order.framing);
    order.wanted.iter().map(|wanted| Target::of(wanted, framed, focus)).collect()
}

/// The smallest size of the whole picture that is enough for the order; `None` for all of it.
fn least(full: (u32, u32), order: &Order) -> Option<(u32, u32)> {
    let needed = scale::needed(&targets(full, order));
    let px = |side: u32| (f64::from(side) * needed).ceil() as u32;
    (needed < 1.0).then(|| (px(full.0), px(full.1)))
}

/// The size in pixels of the framed picture that an upright one of `full` size gives.
pub fn framed_size(full: (u32, u32), framing: &Framing) -> (u32, u32) {
    framing::framed_size(full, framing)
}

/// The size in pixels of what is made of a picture of `full` size.
pub fn made_size(full: (u32, u32), framing: &Framing, wanted: &Wanted) -> (u32, u32) {
    let framed = framing::framed_size(full, framing);
    let target = Target::of(wanted, framed, framing::focus(full, framing));
    (target.width, target.height)
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

#[cfg(test)]
mod tests;
