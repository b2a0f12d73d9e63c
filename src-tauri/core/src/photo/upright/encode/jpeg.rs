//! JPEG, by mozjpeg: progressive, without its search for the smallest file, which takes three and a half
//! times as long for a twelfth of the bytes.
//!
//! In four passes: the means of all squares, which is the picture an eighth as large, then the light,
//! then the colours. The usual ten passes send each number in two or three pieces; that is no smaller
//! and takes half as long again.

use super::super::libjpeg::strict;
use super::{PhotoError, Purpose, on_white, refused};
use image::{DynamicImage, RgbImage};
use mozjpeg_sys as ffi;
use std::borrow::Cow;
use std::ffi::{c_int, c_ulong};
use std::ptr::null_mut;

/// Above this a picture is written in one pass: several need all of it in memory, twice as large.
const MAX_PROGRESSIVE_PIXELS: u64 = 50_000_000;

/// The passes: which channels, and which of their 64 numbers.
const PASSES: [ffi::jpeg_scan_info; 4] =
    [pass(&[0, 1, 2], 0, 0), pass(&[0], 1, 63), pass(&[1], 1, 63), pass(&[2], 1, 63)];

const fn pass(channels: &[c_int], first: c_int, last: c_int) -> ffi::jpeg_scan_info {
    let mut component_index = [0; 4];
    let mut at = 0;
    while at < channels.len() {
        component_index[at] = channels[at];
        at += 1;
    }
    let comps_in_scan = channels.len() as c_int;
    ffi::jpeg_scan_info { comps_in_scan, component_index, Ss: first, Se: last, Ah: 0, Al: 0 }
}

/// JPEG's own scale, 1 to 100.
fn quality(purpose: Purpose) -> c_int {
    match purpose {
        Purpose::Page | Purpose::Preview => 80,
        Purpose::Archive => 95,
    }
}

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let pixels = match image {
        DynamicImage::ImageRgb8(image) => Cow::Borrowed(image),
        image => Cow::Owned(on_white(image)),
    };
    let mut encoder = Encoder::new();
    encoder.set(&pixels, purpose);
    encoder.write(&pixels)
}

/// The library's encoder. It knows the addresses of the other two, so all stay where they are.
struct Encoder {
    codec: Box<ffi::jpeg_compress_struct>,
    _told: Box<ffi::jpeg_error_mgr>,
    /// Where the library keeps what it has written, in memory of its own.
    written: Box<(*mut u8, c_ulong)>,
}

impl Encoder {
    fn new() -> Encoder {
        let mut told = Box::new(strict());
        // SAFETY: every field is a number, a null or an optional function; the library sets them all,
        // but for the table of errors, which must be there before. Both live as long as each other.
        let codec = unsafe {
            let mut codec: Box<ffi::jpeg_compress_struct> = Box::new(std::mem::zeroed());
            codec.common.err = &mut *told;
            ffi::jpeg_create_compress(&mut *codec);
            codec
        };
        Encoder { codec, _told: told, written: Box::new((null_mut(), 0)) }
    }

    fn set(&mut self, pixels: &RgbImage, purpose: Purpose) {
        let codec = &mut *self.codec;
        let (width, height) = pixels.dimensions();
        codec.image_width = width;
        codec.image_height = height;
        codec.input_components = 3;
        codec.in_color_space = ffi::JCS_RGB;
        let whole = u64::from(width) * u64::from(height) <= MAX_PROGRESSIVE_PIXELS;
        let progressive = whole && purpose != Purpose::Preview;
        // SAFETY: the encoder was made by the library; the passes live for ever, and the place for what
        // is written as long as the encoder. `jpeg_set_defaults` makes room for three channels.
        unsafe {
            let fastest = ffi::JINT_COMPRESS_PROFILE_VALUE::JCP_FASTEST as c_int;
            ffi::jpeg_c_set_int_param(codec, ffi::JINT_COMPRESS_PROFILE, fastest);
            ffi::jpeg_set_defaults(codec);
            ffi::jpeg_set_quality(codec, quality(purpose), 1);
            let halved = if purpose == Purpose::Archive { 1 } else { 2 };
            (*codec.comp_info).h_samp_factor = halved;
            (*codec.comp_info).v_samp_factor = halved;
            codec.optimize_coding = progressive.into();
            if progressive {
                codec.scan_info = PASSES.as_ptr();
                codec.num_scans = PASSES.len() as c_int;
            }
            let (bytes, length) = &mut *self.written;
            ffi::jpeg_mem_dest(codec, bytes, length);
        }
    }

    fn write(mut self, pixels: &RgbImage) -> Result<Vec<u8>, PhotoError> {
        let codec = &mut *self.codec;
        // SAFETY: each row has the three bytes a pixel that the encoder was told of, and is only read.
        unsafe {
            ffi::jpeg_start_compress(codec, 1);
            for row in pixels.chunks_exact(pixels.width() as usize * 3) {
                ffi::jpeg_write_scanlines(codec, &row.as_ptr(), 1);
            }
            ffi::jpeg_finish_compress(codec);
        }
        let (bytes, length) = *self.written;
        if bytes.is_null() || length == 0 {
            return Err(refused("mozjpeg did not write it"));
        }
        // SAFETY: the library has left so many bytes there.
        Ok(unsafe { std::slice::from_raw_parts(bytes, length as usize) }.to_vec())
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: the encoder is the library's, and what was written lies in memory from `malloc`, or
        // nowhere; nothing uses either from here on.
        unsafe {
            ffi::jpeg_destroy_compress(&mut self.codec);
            libc::free(self.written.0.cast());
        }
    }
}
