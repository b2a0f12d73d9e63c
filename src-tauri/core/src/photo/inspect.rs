//! What a file says, without decoding its picture.

use super::carve::Carved;
use super::error::PhotoError;
use super::facts::{Facts, Kind};
use super::identity::identities;
use super::iim::Iim;
use super::kind::kind_of;
use super::opened::{Opened, open};
use super::reconcile::reconcile;
use super::removed::removed_on_export;
use super::sniff::Format;
use super::xmp::Xmp;
use super::{iim, xmp};

/// What Cutline knows of a file from its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    pub format: Format,
    /// Upright.
    pub width_px: u32,
    pub height_px: u32,
    /// Several pictures one after the other; what is made from it shows the first.
    pub animated: bool,
    pub facts: Facts,
    /// What the picture is, by its digital source type.
    pub kind: Kind,
    /// What the file carries and no export will, in words: "position", "camera serial number".
    pub removed_on_export: Vec<String>,
    /// What the file calls the picture that it is made from; see [`same_identity`](super::same_identity).
    pub identities: Vec<String>,
    /// What a person should know of the file, in sentences: "It has 3 pages; the first is taken."
    pub remarks: Vec<String>,
}

/// Reads the facts of a file in any [`Format`]. Never decodes the picture, so it takes milliseconds; a
/// file can pass and still have pixels that cannot be read, which the
/// [`Darkroom`](super::darkroom::Darkroom) finds. Fails with what is wrong with the file.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, PhotoError> {
    let Opened { format, width_px, height_px, animated, carved, exif, mut remarks } = open(bytes)?;
    let xmp = xmp::read(&carved.packets, &carved.extended);
    let iim = iim::read(&carved.resources, &carved.bare_iim);
    let facts = reconcile(&xmp, &iim, &exif);
    remarks.extend(remarks_on(&carved, &xmp, &iim));
    Ok(Inspected {
        format,
        width_px,
        height_px,
        animated,
        kind: kind_of(&facts),
        removed_on_export: removed_on_export(&carved, &xmp, &iim, &exif),
        identities: identities(&carved),
        remarks,
        facts,
    })
}

/// What was wrong with the carriers, so that nobody takes an absent fact for a missing one.
fn remarks_on(carved: &Carved, xmp: &Xmp, iim: &Iim) -> Vec<String> {
    let said = [
        (carved.unreadable_text, "Part of its text is broken or too large and was not read."),
        (xmp.refused, "Part of its XMP is too large or not as XMP may be, and was not read."),
        (xmp.packets_differ, "It carries two sets of XMP that differ; the later one stands."),
        (xmp.replaced_bytes, "Its XMP has letters that cannot be read; they show as \u{FFFD}."),
        (
            iim.guessed_letters,
            "Its IPTC does not say in which alphabet it is written; letters with accents may be wrong.",
        ),
        (iim.newer_than_xmp, "Its IPTC was changed after its XMP, so the IPTC stands."),
    ];
    said.into_iter().filter(|(is, _)| *is).map(|(_, sentence)| sentence.to_owned()).collect()
}
