//! WebP, by libwebp.

use super::{PhotoError, Purpose, refused};
use image::DynamicImage;
use libwebp_sys as ffi;
use std::ffi::c_int;

/// libwebp's own scale, 0 to 100.
fn quality(purpose: Purpose) -> f32 {
    match purpose {
        Purpose::Page | Purpose::Preview => 82.0,
        Purpose::Archive => 97.0,
    }
}

/// How hard it looks for a smaller file, 0 to 6. For a page not its usual 4, which takes two thirds
/// longer for a fiftieth of the bytes.
fn effort(purpose: Purpose) -> c_int {
    match purpose {
        Purpose::Page => 2,
        Purpose::Preview => 0,
        Purpose::Archive => 4,
    }
}

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let mut config =
        ffi::WebPConfig::new().map_err(|()| refused("libwebp is of another version"))?;
    config.quality = quality(purpose);
    config.method = effort(purpose);
    let mut encoder = Encoder::new()?;
    encoder.take(image)?;
    encoder.write(&config)
}

/// libwebp's picture. It knows the address of what is written, so both stay where they are.
struct Encoder {
    picture: Box<ffi::WebPPicture>,
    written: Box<ffi::WebPMemoryWriter>,
}

impl Encoder {
    fn new() -> Result<Encoder, PhotoError> {
        let picture =
            ffi::WebPPicture::new().map_err(|()| refused("libwebp is of another version"))?;
        // SAFETY: every field is a number or a pointer, and the library sets them all.
        let written = unsafe {
            let mut written: Box<ffi::WebPMemoryWriter> = Box::new(std::mem::zeroed());
            ffi::WebPMemoryWriterInit(&mut *written);
            written
        };
        Ok(Encoder { picture: Box::new(picture), written })
    }

    /// Copies the pixels in, in libwebp's own colours.
    fn take(&mut self, image: &DynamicImage) -> Result<(), PhotoError> {
        let (import, channels): (Import, u32) = match image {
            DynamicImage::ImageRgba8(_) => (ffi::WebPPictureImportRGBA, 4),
            DynamicImage::ImageRgb8(_) => (ffi::WebPPictureImportRGB, 3),
            _ => return Err(refused("its pixels are of another kind")),
        };
        let int = |px: u32| c_int::try_from(px).map_err(|_| refused("it is too large for WebP"));
        self.picture.width = int(image.width())?;
        self.picture.height = int(image.height())?;
        let row = int(image.width().saturating_mul(channels))?;
        let pixels = image.as_bytes();
        if pixels.len() as u64 != u64::from(image.height()) * row as u64 {
            return Err(refused("its pixels do not fill its size"));
        }
        // SAFETY: `pixels` holds `height` rows of `row` bytes, as was just counted, and is only read.
        let taken = unsafe { import(&mut *self.picture, pixels.as_ptr(), row) };
        if taken == 0 { Err(self.refused()) } else { Ok(()) }
    }

    fn write(mut self, config: &ffi::WebPConfig) -> Result<Vec<u8>, PhotoError> {
        self.picture.writer = Some(ffi::WebPMemoryWrite);
        self.picture.custom_ptr = (&raw mut *self.written).cast();
        // SAFETY: the picture is libwebp's own; it hands what it writes to `WebPMemoryWrite`, which
        // finds its writer where it must be.
        let done = unsafe { ffi::WebPEncode(config, &mut *self.picture) };
        if done == 0 || self.written.mem.is_null() {
            return Err(self.refused());
        }
        // SAFETY: the writer has so many bytes there.
        Ok(unsafe { std::slice::from_raw_parts(self.written.mem, self.written.size) }.to_vec())
    }

    fn refused(&self) -> PhotoError {
        refused(&format!("libwebp: {:?}", self.picture.error_code))
    }
}

/// How libwebp takes pixels in: the picture, the first row, and the bytes a row.
type Import = unsafe extern "C" fn(*mut ffi::WebPPicture, *const u8, c_int) -> c_int;

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: both are libwebp's own, and nothing uses them from here on.
        unsafe {
            ffi::WebPPictureFree(&mut *self.picture);
            ffi::WebPMemoryWriterClear(&mut *self.written);
        }
    }
}
