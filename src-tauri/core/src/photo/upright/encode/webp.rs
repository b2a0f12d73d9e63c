//! WebP, by libwebp.

use super::{PhotoError, Purpose, refused};
use image::DynamicImage;
use webp::{Encoder, WebPConfig};

/// libwebp's own scale, 0 to 100.
fn quality(purpose: Purpose) -> f32 {
    match purpose {
        Purpose::Page | Purpose::Preview => 88.0,
        Purpose::Archive => 97.0,
    }
}

/// How hard it looks for a smaller file, 0 to 6.
fn effort(purpose: Purpose) -> i32 {
    match purpose {
        Purpose::Page | Purpose::Archive => 4,
        Purpose::Preview => 0,
    }
}

pub(super) fn encode(image: &DynamicImage, purpose: Purpose) -> Result<Vec<u8>, PhotoError> {
    let (width, height) = (image.width(), image.height());
    let encoder = match image {
        DynamicImage::ImageRgba8(pixels) => Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => Encoder::from_rgb(pixels, width, height),
        _ => return Err(refused("its pixels are of another kind")),
    };
    let mut config = WebPConfig::new().map_err(|()| refused("libwebp is of another version"))?;
    config.quality = quality(purpose);
    config.method = effort(purpose);
    let written = encoder.encode_advanced(&config);
    written.map(|bytes| bytes.to_vec()).map_err(|error| refused(&format!("libwebp: {error:?}")))
}
