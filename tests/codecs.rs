//! How the codecs were built. In a process of its own, because nothing may be encoded meanwhile.

use cutline_core::photo::codecs_without_simd;

#[test]
fn the_codecs_use_the_processor_as_it_is() {
    let plain = codecs_without_simd();
    assert!(plain.is_empty(), "built without SIMD, look whether nasm is installed: {plain:?}");
}
