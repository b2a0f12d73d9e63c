//! Leaving the desk: whether a story may, by which way, and what comes of it.

use crate::check::Finding;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A way out of the desk. Every one asks `release` first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum WayOut {
    Export,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ReleaseStory {
    pub story_id: String,
    pub way_out: WayOut,
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
    /// What else to know, as "No site address is set, so the page does not say where it will stand."
    pub notes: Vec<String>,
    /// Where the export will go unless said otherwise. Absolute.
    pub folder: String,
}

/// Exports the saved draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ExportStory {
    pub story_id: String,
    /// The folder that will hold the story's own folder; `null` for the desk's exports folder.
    #[serde(default)]
    pub folder: Option<String>,
    /// What is written into the pictures.
    #[serde(default)]
    pub profile: PhotoProfile,
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
    /// Absolute path of the story's exported folder.
    pub folder: String,
    /// Absolute path of `index.html` in it.
    pub page: String,
    pub photos: u32,
    pub wanted_left_out: u32,
}
