//! Photos and their facts.

use crate::photo::{Declared, Facts, Field, Kind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A photo's record. Its preview is at `photo://localhost/<id>` in the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Photo {
    pub id: String,
    /// Upright.
    pub width_px: u32,
    pub height_px: u32,
    pub added_at: String,
    /// The name it came under. Stays in the desk; never exported.
    pub file_name: String,
    pub facts: Facts,
    pub declared: Option<Declared>,
    pub kind: Kind,
    /// Chosen by a person, rather than read from the digital source type.
    pub kind_chosen: bool,
    pub prints_as: PrintsAs,
    /// What the file carries and no export will, in words: "position", "camera serial number".
    pub removed_on_export: Vec<String>,
}

/// The printed credit, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PrintsAs {
    /// The whole line, "Photo: Elif Kaya / AFP". `null`: the credit is missing.
    pub line: Option<String>,
    /// What else to know, as "no photographer named".
    pub note: Option<String>,
}

/// Takes photos into the desk. Each that arrives comes as an item of the job's report; each that
/// cannot be taken is an item with a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct AddPhotos {
    pub paths: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Photos {
    pub photo_ids: Vec<String>,
    /// BCP 47; the words of the printed credit follow it. `null` for the publication's.
    #[serde(default)]
    pub language: Option<String>,
}

/// Types a value over what the file says. `null` goes back to the file's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangePhoto {
    pub photo_id: String,
    pub field: Field,
    pub value: Option<String>,
    #[serde(default)]
    pub language: Option<String>,
}

/// Says why a credit has no name; `null` takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct DeclareCredit {
    pub photo_id: String,
    pub declared: Option<Declared>,
    #[serde(default)]
    pub language: Option<String>,
}

/// Says what a picture is; `null` goes back to what its digital source type says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangeKind {
    pub photo_id: String,
    pub kind: Option<Kind>,
    #[serde(default)]
    pub language: Option<String>,
}

/// How the credit would print with one field typed over; nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PreviewCredit {
    pub photo_id: String,
    pub field: Field,
    pub value: String,
    #[serde(default)]
    pub language: Option<String>,
}

/// Puts a photo into a place of a saved story. For clients without an editor; the window does it in
/// its own document, where it can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct AttachPhoto {
    pub story_id: String,
    pub photo_id: String,
    pub place: PhotoPlace,
}

/// A place for a photo in a story. One that holds a photo already is never filled again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "at", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub enum PhotoPlace {
    /// The lead, wanted or not there at all.
    Lead,
    /// A wanted photo, counted from 1 in reading order, the lead included.
    Wanted { number: u32 },
    /// The first wanted photo; without one the lead; else a new figure after the body's last block.
    Next,
}
