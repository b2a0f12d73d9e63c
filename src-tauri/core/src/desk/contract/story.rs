//! Stories, their drafts, findings and ways out.

use super::Photo;
use crate::check::Finding;
use crate::import::ImportNote;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct StoryId {
    pub story_id: String,
}

/// Which stories to list, newest change first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Stories {
    /// Words that must all occur in slug, headline or body, in any order, whatever their case.
    pub filter: String,
    /// Only this state; `null` for all.
    pub state: Option<State>,
    /// The spiked ones instead of the others.
    pub spiked: bool,
}

/// One row of the story list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StoryRow {
    pub id: String,
    pub slug: String,
    pub url_name: String,
    pub headline: String,
    pub state: State,
    pub words: u32,
    pub photos_wanted: u32,
    pub credits_missing: u32,
    /// What was let through at the last export, as "2 alt texts".
    pub owed: Vec<String>,
    pub lead_photo_id: Option<String>,
    /// How the lead photo is framed, as the JSON that `photo://localhost/<id>?framing=` takes;
    /// `null` when it is shown as it is.
    pub lead_framing: Option<String>,
    pub changed_at: String,
    pub exported_at: Option<String>,
    /// It differs from what was last exported.
    pub changed_since: bool,
    pub spiked: bool,
}

/// Where a story stands in the desk's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum State {
    #[default]
    Writing,
    Desk,
    Subs,
    Ready,
    Published,
}

/// A story with everything that the window needs to open it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Story {
    pub id: String,
    /// The desk's working name; never public.
    pub slug: String,
    /// Lower-case letters, digits and hyphens. Empty until typed or first exported, then fixed.
    pub url_name: String,
    pub state: State,
    pub notes: PrivateNotes,
    /// The document, exactly as it was saved.
    pub document: String,
    /// Counts the saves; the next save must name it.
    pub revision: u32,
    pub saved_at: String,
    pub created_at: String,
    pub import_notes: Vec<ImportNote>,
    /// The photos that the document names.
    pub photos: Vec<Photo>,
    pub exported: Option<Exported>,
    pub owed: Vec<String>,
    pub spiked: bool,
    /// The document's hash no longer matches: the disk changed it. The text is shown all the same.
    pub damaged: bool,
}

/// Notes that leave by no route: no export, clipboard, report or log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct PrivateNotes {
    pub note: String,
    pub source: String,
    pub legal: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SaveDraft {
    pub story_id: String,
    /// The revision that the editor started from. Refused with `storyMovedOn` when it is no longer
    /// the newest; nothing is written then.
    pub based_on: u32,
    /// Stored as it is. Its content cannot make a save fail.
    pub document: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SavedDraft {
    pub revision: u32,
    pub saved_at: String,
}

/// `null` leaves a value as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangeStory {
    pub story_id: String,
    #[serde(default)]
    pub slug: Option<String>,
    #[serde(default)]
    pub url_name: Option<String>,
    #[serde(default)]
    pub state: Option<State>,
    #[serde(default)]
    pub notes: Option<PrivateNotes>,
}

/// Copy to import: a file, or text that was pasted or dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "from", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub enum ImportStory {
    File { path: String },
    Text { text: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ImportedStory {
    pub story_id: String,
    pub notes: Vec<ImportNote>,
}

/// Checks `document` when it is given (what stands in the window now), else the saved draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct CheckStory {
    pub story_id: String,
    #[serde(default)]
    pub document: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Checked {
    /// In reading order, blocks before warnings before notes at the same place.
    pub findings: Vec<Finding>,
    pub words: u32,
    pub characters: u32,
}

/// Lets one finding pass, with a reason. A missing credit cannot be waived, only declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct WaiveFinding {
    pub story_id: String,
    pub key: String,
    pub rule: String,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct TakeBackWaiver {
    pub story_id: String,
    pub key: String,
}

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
