//! What happens after publication: exports had back, changes said, stories live and killed.

use super::PhotoProfile;
use crate::story::difference::PartChange;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a desk calls a change of a story that readers have. The first four are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum KindOfChange {
    /// Something was wrong.
    Correction,
    /// Something could be misread.
    Clarification,
    /// Something happened since.
    Update,
    /// What else a reader has to know.
    EditorsNote,
    /// Spelling and style: nothing is printed, and the time of the last change stays.
    Minor,
}

/// What changed since the last export, in the words of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SaidChange {
    pub kind: KindOfChange,
    /// Printed under today's day, a paragraph for each line. `null` for a minor change, and where the
    /// story already says it in an element of this kind that the last export did not have.
    #[serde(default)]
    pub text: Option<String>,
    /// At the head of the body instead of its foot.
    #[serde(default)]
    pub top: bool,
}

/// Compares what prints. Of the newer state `document` is what stands in the window; without it, the
/// export `to`; without both, the saved draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangesSinceExport {
    pub story_id: String,
    /// Of the older state; `null` for the last export.
    pub number: Option<u32>,
    pub to: Option<u32>,
    pub document: Option<String>,
}

/// How a story differs from an export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Changes {
    /// The export that it is compared with.
    pub number: u32,
    pub at: String,
    /// Every part that prints otherwise; empty when nothing does.
    pub parts: Vec<PartChange>,
    /// The export is from before Cutline remembered what went out: whether something changed is
    /// known, and not what.
    pub forgotten: bool,
    /// It changed, whether or not it is known how.
    pub changed: bool,
    /// Readers have the story, so that an export of it must say what changed.
    pub must_say: bool,
    /// What the story already says of it, in an element that the export did not have.
    pub said: Option<KindOfChange>,
}

/// One export of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PastExport {
    /// Counts the story's exports from 1.
    pub number: u32,
    pub at: String,
    pub form: super::ExportForm,
    pub theme: Option<String>,
    pub profile: PhotoProfile,
    /// What the desk called the change; `null` when nothing had changed, or the story was not live.
    pub change: Option<KindOfChange>,
    /// Where it went. Absolute; it may have been moved since.
    pub path: String,
    pub photos: u32,
    /// How many files it had; 0: it is from before they were remembered, and cannot be had back.
    pub files: u32,
}

/// Writes an earlier export into a folder again, under a name of its own that replaces nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ExportAgain {
    pub story_id: String,
    pub number: u32,
    /// The folder that will hold the export's own.
    pub folder: String,
    /// Why it is had back in spite of hold, embargo, legal or not for publication.
    #[serde(default)]
    pub going_past: Option<String>,
}

/// An earlier export that lies in a folder again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct HadBack {
    pub number: u32,
    /// When it went out.
    pub at: String,
    /// Absolute path of the folder.
    pub path: String,
    /// Absolute path of what a browser shows of it, where there is something.
    pub page: Option<String>,
    /// Files that are, byte for byte, what went out.
    pub files: u32,
    /// What is not, a sentence each: a picture that was made anew and differs, a photo whose original
    /// is gone.
    pub remarks: Vec<String>,
}

/// Answers whether readers have the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct MarkLive {
    pub story_id: String,
    pub live: bool,
}

/// Withdraws a story that went out: a page that says so takes the place of every export of it that
/// can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct KillStory {
    pub story_id: String,
    /// What the page says, a paragraph for each line; `null` for the plain words of its language.
    #[serde(default)]
    pub text: Option<String>,
    /// A folder that will hold the withdrawn page as well.
    #[serde(default)]
    pub folder: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Killed {
    pub at: String,
    /// To be sent to everybody who had the story.
    pub kill_text: String,
    /// The withdrawn pages that were written. Absolute.
    pub pages: Vec<String>,
    /// Exports that could not be reached, a sentence each.
    pub remarks: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct LiftKill {
    pub story_id: String,
    pub reason: String,
}

/// Puts a correction that was printed back into the saved draft, where a finding says that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PutBackCorrection {
    pub story_id: String,
    /// The finding's.
    pub key: String,
}

/// One thing that became of a story after it went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StoryRecord {
    pub at: String,
    pub what: RecordKind,
    /// The reason, or what was printed.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum RecordKind {
    Live,
    NotLive,
    Correction,
    Clarification,
    Update,
    EditorsNote,
    Minor,
    Killed,
    KillLifted,
    HadBack,
    /// A record that only a newer Cutline knows.
    Other,
}
