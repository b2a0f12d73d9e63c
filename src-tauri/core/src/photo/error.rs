//! Why a file cannot be taken or a picture cannot be made.

use thiserror::Error;

/// What is wrong with a file. Each text goes on after the file's name, "harbour.jpg is empty";
/// [`PhotoError::advice`] says what to do about it.
#[derive(Debug, Error)]
pub enum PhotoError {
    #[error("is empty")]
    Empty,
    #[error("is not a picture")]
    NotAPhoto,
    /// A format that Cutline knows by its first bytes and does not take.
    #[error("is in the {format} format; Cutline takes JPEG and PNG")]
    Unsupported { format: &'static str },
    #[error("is cut short: the end of the picture is missing")]
    Truncated,
    /// More than 30,000 pixels on a side, 200 megapixels, or 1 GiB once decoded.
    #[error("says it is {width_px} × {height_px} pixels, more than Cutline opens")]
    TooLarge { width_px: u32, height_px: u32 },
    #[error("weighs {} MB, more than the 200 MB that Cutline opens", bytes / 1_000_000)]
    TooHeavy { bytes: usize },
    /// A progressive JPEG with more scans than any camera or program writes.
    #[error("is stored in {scans} passes, which no camera or picture program does")]
    TooManyScans { scans: usize },
    #[error("is damaged: {part}")]
    Damaged { part: &'static str },
    #[error("is damaged: its pixels cannot be read")]
    Pixels {
        #[source]
        cause: image::ImageError,
    },
    /// The decoder gave up in a way it should not.
    #[error("is damaged and cannot be opened")]
    DecoderStopped,
    #[error("cannot be made into a smaller picture")]
    Scaling {
        #[source]
        cause: fast_image_resize::ResizeError,
    },
    #[error("cannot be written as a new picture")]
    Encoding {
        #[source]
        cause: image::ImageError,
    },
}

impl PhotoError {
    /// One instruction for the person who added the file.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Empty | Self::Truncated => "Copy or download it again, then add it.",
            Self::NotAPhoto => "Add a JPEG or PNG picture instead.",
            Self::Unsupported { .. } => {
                "Save it as JPEG or PNG in a picture program, then add that file."
            }
            Self::TooLarge { .. } | Self::TooHeavy { .. } => {
                "Save a smaller version in a picture program, then add that."
            }
            Self::TooManyScans { .. }
            | Self::Damaged { .. }
            | Self::Pixels { .. }
            | Self::DecoderStopped
            | Self::Scaling { .. }
            | Self::Encoding { .. } => {
                "Ask for the file again, or open it in a picture program and save it anew."
            }
        }
    }
}
