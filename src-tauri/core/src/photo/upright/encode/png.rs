//! PNG, for pictures in which something shows through and for those that must stay exactly as they
//! are.

use super::{Cause, PhotoError, Purpose};
use image::DynamicImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let effort = match purpose {
        Purpose::Page | Purpose::Archive => CompressionType::Default,
        Purpose::Preview => CompressionType::Fast,
    };
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, effort, FilterType::Adaptive);
    image
        .write_with_encoder(encoder)
        .map_err(|cause| PhotoError::Encoding { cause: Cause::of(&cause) })?;
    Ok(bytes)
}
