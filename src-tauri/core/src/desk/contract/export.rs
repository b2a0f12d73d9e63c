//! Leaving the desk: whether a story may, by which way, and what comes of it.

use super::SaidChange;
use crate::check::Finding;
use crate::story::difference::WordRun;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A way out of the desk. Every one asks `release` first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum WayOut {
    /// Files for readers, in any form.
    Export,
    /// “Copy story for…”.
    Copy,
    /// An export that went out before, had back. Only stops and barred photos hold it.
    Again,
    /// As one of the pages of a site.
    Site,
    /// What the reader will see. Stops leave it open, and it says what stops the story.
    Proof,
    /// A copy to be read by a lawyer, or by a colleague without Cutline. The same.
    ReadingCopy,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ReleaseStory {
    pub story_id: String,
    pub way_out: WayOut,
    /// What an export writes: a form that is only to be read by a lawyer or a colleague leaves as a
    /// reading copy.
    #[serde(default)]
    pub form: ExportForm,
    /// What will be written into the pictures.
    #[serde(default)]
    pub profile: PhotoProfile,
}

/// Whether a saved story may leave, and what stands in the dialog.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Release {
    pub may_leave: bool,
    /// What stops it.
    pub blocks: Vec<Finding>,
    /// What one key passes.
    pub warnings: Vec<Finding>,
    /// Wanted photos that stay out of the page.
    pub wanted_left_out: u32,
    /// Stops among `blocks` that a typed reason goes past; what is not among them has to be mended.
    pub passable: Vec<String>,
    /// What a copy that is left open says at its head and foot, a line for each stop that holds.
    pub banner: Vec<String>,
    /// What else to know, as "No site address is set, so the page does not say where it will stand."
    pub notes: Vec<String>,
    /// Where the export will go unless said otherwise. Absolute.
    pub folder: String,
}

/// Exports the saved draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ExportStory {
    pub story_id: String,
    /// The folder that will hold the story's own folder or file; `null` for the desk's exports
    /// folder.
    #[serde(default)]
    pub folder: Option<String>,
    /// What is written into the pictures.
    #[serde(default)]
    pub profile: PhotoProfile,
    #[serde(default)]
    pub form: ExportForm,
    /// Why it goes out in spite of hold, embargo, legal or not for publication; `null` to be stopped
    /// by them. Kept, and written into the manifest. Passes nothing else.
    #[serde(default)]
    pub going_past: Option<String>,
    /// What changed since the last export. Needed for a story that readers have and that changed.
    #[serde(default)]
    pub change: Option<SaidChange>,
}

/// What an export writes. Each has its row in `desk/export/forms.rs`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum ExportForm {
    /// The page and its pictures, as a folder.
    #[default]
    Folder,
    /// The same in a zip.
    Zip,
    /// The page with its pictures inside, one size of each: a single HTML file, for mail.
    OneFile,
    /// Markdown with front matter and its pictures, as a folder for a site generator.
    Markdown,
    /// A Word document, for who works without Cutline.
    Word,
    /// The same to be read before it is published: stops leave it open, and it says what stops the
    /// story at the head and foot of every page.
    LawyerCopy,
    /// ninjs 3.1 of the IPTC, in a folder with its pictures.
    Ninjs,
    /// NewsML-G2 2.35 of the IPTC with NITF 3.6 inside, in a folder with its pictures.
    NewsMl,
    /// Arc XP's native form, ANS 0.10.11, in a folder with its pictures.
    Ans,
}

/// What goes out inside exported pictures, besides the pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum PhotoProfile {
    /// Credit, rights, and caption, alt text and place as printed in this story.
    #[default]
    Web,
    /// All IPTC fields that the desk has, for an agency or another system.
    Agency,
    /// Credit, copyright and alt text only; no date, no place.
    SourceProtection,
    /// As for the web, and the untouched originals in a folder of their own.
    KeepOriginal,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Exported {
    pub at: String,
    pub form: ExportForm,
    /// Absolute path of what was made: the story's own folder, or its one file.
    pub path: String,
    /// Absolute path of what a browser shows of it; `null` for a form that no browser shows.
    pub page: Option<String>,
    /// Absolute path of the manifest beside it.
    pub manifest: String,
    pub photos: u32,
    pub wanted_left_out: u32,
}

/// What changed since a lawyer cleared the story.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SinceCleared {
    pub changes: Vec<ClearedChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ClearedChange {
    pub what: WhatChanged,
    /// The photo that it is about; with words, whose own caption changed.
    pub photo_id: Option<String>,
    /// The line with what was taken out of it and put in; empty for a picture.
    pub runs: Vec<WordRun>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum WhatChanged {
    Words,
    PhotoPutIn,
    PhotoTakenOut,
    /// Cropped, turned or covered in another way.
    PhotoShownOtherwise,
    /// Photos stand in another order.
    PhotosMoved,
}
