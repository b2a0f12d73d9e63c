//! WebP, by libwebp.

use super::{PhotoError, Purpose, refused};
use image::DynamicImage;
use libwebp_sys::{WebPEncodeRGB, WebPEncodeRGBA, WebPFree};
use std::ffi::c_int;

/// libwebp's own scale, 0 to 100.
fn quality(purpose: Purpose) -> f32 {
    match purpose {
        Purpose::Page | Purpose::Preview => 82.0,
        Purpose::Archive => 97.0,
    }
}

/// How libwebp takes a whole picture: pixels, width, height, bytes a row, quality, and where to leave
/// what it wrote. Answers with the number of bytes, 0 when it could not.
type Encode = unsafe extern "C" fn(*const u8, c_int, c_int, c_int, f32, *mut *mut u8) -> usize;

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let (encode, channels): (Encode, u32) = match image {
        DynamicImage::ImageRgba8(_) => (WebPEncodeRGBA, 4),
        DynamicImage::ImageRgb8(_) => (WebPEncodeRGB, 3),
        _ => return Err(refused("its pixels are of another kind")),
    };
    let int =
        |number: u32| c_int::try_from(number).map_err(|_| refused("it is too large for WebP"));
    let (width, height) = (int(image.width())?, int(image.height())?);
    let row = int(image.width().saturating_mul(channels))?;
    let pixels = image.as_bytes();
    if pixels.len() as u64 != u64::from(image.height()) * row as u64 {
        return Err(refused("its pixels do not fill its size"));
    }
    let mut written = std::ptr::null_mut();
    // SAFETY: `pixels` holds `height` rows of `row` bytes, as was just counted, and is only read;
    // `written` is a place for one pointer.
    let length =
        unsafe { encode(pixels.as_ptr(), width, height, row, quality(purpose), &mut written) };
    if written.is_null() {
        return Err(refused("libwebp did not write it"));
    }
    // SAFETY: libwebp left `length` bytes of its own there, which nothing else knows; they are copied
    // and given back to it once.
    let bytes = unsafe {
        let bytes = std::slice::from_raw_parts(written, length).to_vec();
        WebPFree(written.cast());
        bytes
    };
    if bytes.is_empty() { Err(refused("libwebp did not write it")) } else { Ok(bytes) }
}
