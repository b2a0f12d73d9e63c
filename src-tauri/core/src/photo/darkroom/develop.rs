//! What an order asks for, made in this very process.

use super::order::{Developed, Order, PictureFormat, Purpose, Rendition, Size, Wanted};
use crate::photo::error::PhotoError;
use crate::photo::upright::Upright;
use std::ops::ControlFlow;

/// Says when the original is `opened`, before the first picture is made.
pub(super) fn develop(
    bytes: &[u8],
    order: &Order,
    opened: &mut dyn FnMut(),
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<Developed, PhotoError> {
    let upright = Upright::decode(bytes)?;
    opened();
    for (index, wanted) in order.wanted.iter().enumerate() {
        if each(index, upright.make(wanted)?).is_break() {
            break;
        }
    }
    Ok(Developed {
        width_px: upright.width_px(),
        height_px: upright.height_px(),
        has_alpha: upright.has_alpha(),
        remarks: Vec::new(),
    })
}

pub(super) fn thumbnail(bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
    Upright::decode(bytes)?.make(&Wanted {
        size: Size::Within(longest_px),
        format: PictureFormat::Jpeg,
        purpose: Purpose::Preview,
    })
}
