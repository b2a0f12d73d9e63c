//! Stories, their drafts, findings and ways out.

use super::export::Exported;
use super::{PassageNote, Photo, Plan, Stops, StoryKind, StoryRecord};
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

/// Which stories to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Stories {
    /// Words that must all occur in slug, text, captions, credits or alt texts, in any order,
    /// whatever their case and accents.
    pub filter: String,
    /// The id of a [`WorkState`](super::WorkState); `null` for all.
    pub state: Option<String>,
    /// The spiked ones instead of the others.
    pub spiked: bool,
    /// Only those that something holds back, or that miss a credit, a photo or a mended finding.
    pub flag: Option<StoryFlag>,
    pub sort: StorySort,
    /// How many to leave out at the head of the list.
    pub skip: u32,
    /// How many to answer with at most; 0: all of them.
    pub most: u32,
}

/// A sign in the story list to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum StoryFlag {
    /// Hold, not for publication, an embargo that holds, or legal.
    Stopped,
    NoCredit,
    PhotoWanted,
    Owed,
    ChangedSince,
    /// Due within a day, or overdue, and not published.
    Due,
    /// Withdrawn after it went out.
    Killed,
}

/// How the list is sorted. What is equal comes newest change first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum StorySort {
    /// Newest change first.
    #[default]
    Changed,
    /// Soonest first; those without a time last.
    Due,
    Slug,
    /// In the order of the work.
    State,
}

/// One row of the story list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct StoryRow {
    pub id: String,
    pub slug: String,
    pub url_name: String,
    pub headline: String,
    /// The id of a [`WorkState`](super::WorkState).
    pub state: String,
    pub kind: StoryKind,
    pub desk: String,
    pub assignee: String,
    pub due_at: Option<String>,
    pub target_words: Option<u32>,
    pub words: u32,
    pub photos: u32,
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
    /// Since when readers have it; `null`: they do not, or nobody has said.
    pub live_at: Option<String>,
    /// Since when it is withdrawn. What is published anew, a feed or a map of a site, leaves it out.
    pub killed_at: Option<String>,
    /// What holds it back, in a few words each: "Hold", "Embargo 00:01 Istanbul".
    pub stopped_by: Vec<String>,
    /// The slug or headline of the story that it follows up.
    pub follow_up_of: Option<String>,
    /// Private notes, passages' included, that are not resolved.
    pub open_notes: u32,
    pub spiked: bool,
}

/// Whether a lawyer has to read it, and has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "contract.ts")]
pub struct Legal {
    pub state: LegalState,
    /// Who cleared it.
    pub cleared_by: Option<String>,
    /// The desk writes it. A client that changes another stop sends back what it read; `null` clears
    /// the story anew, as it is saved now.
    pub cleared_at: Option<String>,
    /// Headline, standfirst, body, caption or picture differ from what was cleared. The desk says so.
    pub changed_since: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum LegalState {
    #[default]
    NotNeeded,
    Needed,
    WithLawyer,
    Cleared,
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
    /// The id of a [`WorkState`](super::WorkState).
    pub state: String,
    pub plan: Plan,
    pub stops: Stops,
    pub notes: PrivateNotes,
    /// Notes on passages, oldest first.
    pub passage_notes: Vec<PassageNote>,
    /// The story that it follows up.
    pub follow_up_of: Option<RelatedStory>,
    /// The stories that follow it up, oldest first.
    pub followed_by: Vec<RelatedStory>,
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
    /// It differs from what was last exported.
    pub changed_since: bool,
    /// Since when readers have it; `null`: they do not, or nobody has said.
    pub live_at: Option<String>,
    /// Since when it is withdrawn.
    pub killed_at: Option<String>,
    /// What became of it after it went out, oldest first.
    pub records: Vec<StoryRecord>,
    pub owed: Vec<String>,
    pub spiked: bool,
    /// The document's hash no longer matches: the disk changed it. The text is shown all the same.
    pub damaged: bool,
}

/// Another story, as a link to it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct RelatedStory {
    pub id: String,
    /// Its slug, else its headline, else "(no slug)".
    pub name: String,
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
    pub state: Option<String>,
    #[serde(default)]
    pub plan: Option<Plan>,
    #[serde(default)]
    pub stops: Option<Stops>,
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
    /// By the story's language.
    pub reading_minutes: u32,
    /// Japanese, Chinese, Korean and Thai copy is measured in characters, other copy in words.
    pub measured_in: Measure,
    /// The people that the byline names.
    pub byline_people: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Measure {
    #[default]
    Words,
    Characters,
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
