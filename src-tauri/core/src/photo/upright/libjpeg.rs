//! How mozjpeg tells what went wrong: by unwinding to whoever called it.

use mozjpeg_sys as ffi;
use std::ffi::c_int;
use std::panic::resume_unwind;

/// What unwinds when pixels are missing, for which the library would put grey.
pub(super) struct Missing;

/// The library's own table of errors, with both ways of going on taken out.
pub(super) fn strict() -> ffi::jpeg_error_mgr {
    // SAFETY: every field is a number, a null or an optional function, so zero is a value of each;
    // `jpeg_std_error` then fills the table, and nothing keeps the pointer that it is given.
    let mut told = unsafe {
        let mut table: ffi::jpeg_error_mgr = std::mem::zeroed();
        ffi::jpeg_std_error(&mut table);
        table
    };
    told.error_exit = Some(stop);
    told.emit_message = Some(stop_where_pixels_are_missing);
    told
}

extern "C-unwind" fn stop(_: &mut ffi::jpeg_common_struct) {
    // Not a panic: nothing is broken but the file, and nothing is to be printed.
    resume_unwind(Box::new(()));
}

extern "C-unwind" fn stop_where_pixels_are_missing(
    codec: &mut ffi::jpeg_common_struct,
    level: c_int,
) {
    // SAFETY: the library calls this with the table of the codec that is at work.
    let message = unsafe { codec.err.as_ref() }.map(|table| table.msg_code);
    let missing =
        [ffi::JWRN_HIT_MARKER, ffi::JWRN_JPEG_EOF, ffi::JWRN_HUFF_BAD_CODE, ffi::JWRN_MUST_RESYNC];
    if level < 0 && message.is_some_and(|code| missing.contains(&(code as _))) {
        resume_unwind(Box::new(Missing));
    }
}
