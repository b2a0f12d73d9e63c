//! Whether the codecs were built as fast as this processor allows.
//!
//! A build without the assembler falls back to plain C in silence, and takes three times as long for
//! every picture.

use fast_image_resize::{CpuExtensions, Resizer};
use std::ffi::c_int;
use std::sync::Mutex;

unsafe extern "C" {
    // mozjpeg's own questions to itself: 0 where it was built without the assembler.
    safe fn jsimd_can_rgb_ycc() -> c_int;
    safe fn jsimd_can_fdct_islow() -> c_int;
    safe fn jsimd_can_idct_islow() -> c_int;
    /// libwebp's choice of functions, made anew when the answer about the processor changes.
    safe fn VP8EncDspInit();
    static mut VP8FTransform: *const ();
    static mut VP8GetCPUInfo: *const ();
}

/// The codecs that work without the processor's vector instructions, by name: none in a good build.
/// To be called while nothing is encoded.
pub fn codecs_without_simd() -> Vec<&'static str> {
    let mozjpeg = [jsimd_can_rgb_ycc(), jsimd_can_fdct_islow(), jsimd_can_idct_islow()];
    let codecs = [
        ("mozjpeg", mozjpeg.iter().all(|can| *can != 0)),
        ("libwebp", libwebp()),
        ("fast_image_resize", Resizer::new().cpu_extensions() != CpuExtensions::None),
    ];
    codecs.into_iter().filter(|(_, fast)| !fast).map(|(name, _)| name).collect()
}

/// libwebp does not say; but it chooses other functions when it is told of no processor.
fn libwebp() -> bool {
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock();
    // SAFETY: both are pointers that libwebp reads only in `VP8EncDspInit`, which takes a lock of its
    // own; nothing is encoded meanwhile.
    unsafe {
        VP8EncDspInit();
        let chosen = VP8FTransform;
        let asked = VP8GetCPUInfo;
        VP8GetCPUInfo = std::ptr::null();
        VP8EncDspInit();
        let plain = VP8FTransform;
        VP8GetCPUInfo = asked;
        VP8EncDspInit();
        chosen != plain
    }
}
