//! How much memory a picture may take, asked before it is decoded.

use super::{PhotoError, SizePx};

/// The most that all copies of a picture may take together while it is decoded. A worker has 900 MiB
/// for them, the original, and the pictures that are made.
pub(super) const MAX_BYTES: u64 = 640 << 20;

/// Refuses a picture of `size` whose decoding takes `bytes`.
pub(super) fn check((width_px, height_px): SizePx, bytes: u64) -> Result<(), PhotoError> {
    if bytes > MAX_BYTES { Err(PhotoError::TooLarge { width_px, height_px }) } else { Ok(()) }
}
