//! What an order asks for, made in this very process.

use super::order::{Developed, Order, PictureFormat, Purpose, Rendition, Size, Wanted};
use crate::photo::error::PhotoError;
use crate::photo::upright;
use crate::story::Framing;
use std::ops::ControlFlow;

/// Says when the original is `opened`, before the first picture is made.
pub(super) fn develop(
    bytes: &[u8],
    order: &Order,
    opened: &mut dyn FnMut(),
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<Developed, PhotoError> {
    upright::develop(bytes, order, opened, each)
}

pub(super) fn thumbnail(bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
    let wanted = Wanted {
        size: Size::Within(longest_px),
        format: PictureFormat::Jpeg,
        purpose: Purpose::Preview,
    };
    let order = Order { framing: Framing::default(), wanted: vec![wanted] };
    let mut made = None;
    upright::develop(bytes, &order, &mut || (), &mut |_, rendition| {
        made = Some(rendition);
        ControlFlow::Continue(())
    })?;
    made.ok_or(PhotoError::DecoderStopped)
}
