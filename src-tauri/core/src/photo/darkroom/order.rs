//! What is asked of the darkroom and what comes out.

use crate::story::Framing;
use serde::{Deserialize, Serialize};

/// Counts the changes to codecs and settings that change pictures: it is part of what a kept picture
/// is known by, so that an old one is never taken for a new one.
pub const SETTINGS: u32 = 2;

/// What to make of one original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub framing: Framing,
    pub wanted: Vec<Wanted>,
}

/// One picture to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Wanted {
    pub size: Size,
    pub format: PictureFormat,
    pub purpose: Purpose,
}

/// How large, in pixels of the framed picture. Never larger than that is itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Size {
    Width(u32),
    /// The longer side.
    Within(u32),
    /// Exactly this shape, cut around the framing's focus; smaller where the picture is smaller.
    Fill {
        width_px: u32,
        height_px: u32,
    },
    /// The framed picture's own.
    Own,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PictureFormat {
    /// Where something shows through, it is on white.
    Jpeg,
    WebP,
    Avif,
    Png,
}

/// What it is for, which decides its quality. Qualities are set for equal looks across formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// A page that is published.
    Page,
    /// The window.
    Preview,
    /// It stands in for the original.
    Archive,
}

/// A finished picture, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    pub bytes: Vec<u8>,
    pub width_px: u32,
    pub height_px: u32,
    pub format: PictureFormat,
}

/// What the darkroom saw of the original.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Developed {
    /// Of the framed picture.
    pub width_px: u32,
    pub height_px: u32,
    /// Something really shows through.
    pub has_alpha: bool,
    /// What a person should know, as "It has no colour profile; its colours are a guess."
    pub remarks: Vec<String>,
}

impl PictureFormat {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Avif => "avif",
            Self::Png => "png",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
            Self::Avif => "image/avif",
            Self::Png => "image/png",
        }
    }
}
