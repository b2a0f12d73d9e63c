//! What a file says, without decoding its picture.

use super::error::PhotoError;
use super::facts::{Facts, Kind};
use super::identity::identities;
use super::kind::kind_of;
use super::opened::{Opened, open};
use super::reconcile::reconcile;
use super::removed::removed_on_export;
use super::sniff::Format;
use super::{iim, xmp};

/// What Cutline knows of a file from its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    pub format: Format,
    /// Upright.
    pub width_px: u32,
    pub height_px: u32,
    pub facts: Facts,
    /// What the picture is, by its digital source type.
    pub kind: Kind,
    /// What the file carries and no export will, in words: "position", "camera serial number".
    pub removed_on_export: Vec<String>,
    /// What the file calls the picture that it is made from; see [`same_identity`](super::same_identity).
    pub identities: Vec<String>,
}

/// Reads the facts of a JPEG or PNG. Never decodes the picture, so it takes milliseconds; a file can
/// pass and still have pixels that cannot be read, which [`Upright::decode`](super::Upright::decode)
/// finds. Fails with what is wrong with the file.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, PhotoError> {
    let Opened { format, width_px, height_px, carved, exif } = open(bytes)?;
    let xmp = xmp::read(&carved.packets, &carved.extended);
    let iim = iim::read(&carved.resources, &carved.bare_iim);
    let facts = reconcile(&xmp, &iim, &exif);
    Ok(Inspected {
        format,
        width_px,
        height_px,
        kind: kind_of(&facts),
        removed_on_export: removed_on_export(&carved, &xmp, &iim, &exif),
        identities: identities(&carved),
        facts,
    })
}
