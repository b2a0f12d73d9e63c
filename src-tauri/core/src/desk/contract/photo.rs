//! Photos and their facts.

use crate::photo::{Declared, Facts, Field, FieldChange, Kind, Offer, Repair, Usage, UsageChosen};
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
    /// "JPEG", "HEIC"
    pub format: String,
    /// `false`: a person took it in without its original.
    pub original_kept: bool,
    /// What was mended in the file's words at once; `facts` has the raw values.
    pub repairs: Vec<Repair>,
    /// What a person may change with one click, such as the spelling of a name.
    pub offers: Vec<Offer>,
    /// What else to know of the file, in sentences.
    pub remarks: Vec<String>,
    pub usage: Usage,
    /// The oldest other photo of the desk with the same bytes.
    pub same_as: Option<String>,
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
    /// `false`: the file itself is not kept, only an upright copy without metadata; its facts are.
    #[serde(default = "yes")]
    pub keep_originals: bool,
}

fn yes() -> bool {
    true
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

/// Types values over what files say, for several photos at once: all of them or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangePhotos {
    pub changes: Vec<PhotoChanges>,
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PhotoChanges {
    pub photo_id: String,
    pub fields: Vec<FieldChange>,
}

/// Says how a photo may be used, in place of what was said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ChangeUsage {
    pub photo_id: String,
    pub usage: UsageChosen,
    #[serde(default)]
    pub language: Option<String>,
}

/// Asks whether one photo may take the place of another with all its text. Where they are the same
/// picture, the new record gets what a person typed, declared and chosen for the old one; where they
/// are not, it gets nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ReplacePhoto {
    pub old_photo_id: String,
    pub new_photo_id: String,
    /// What a person says; `null` leaves it to the files (same bytes, or the same identity in both).
    #[serde(default)]
    pub same_picture: Option<bool>,
    #[serde(default)]
    pub language: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ReplacedPhoto {
    /// The new one is a re-crop or a copy of the old one: its text stays. Otherwise credit, rights
    /// and alt text are the new file's, and the caption must be looked at.
    pub same_picture: bool,
    /// The new photo.
    pub photo: Photo,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PhotoId {
    pub photo_id: String,
}

/// Where a photo is used, and where the same file lies in the desk again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PhotoUse {
    /// Newest change first. Spiked stories too.
    pub stories: Vec<UsedIn>,
    /// Other records of the same bytes, oldest first.
    pub duplicates: Vec<Duplicate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct UsedIn {
    pub story_id: String,
    /// The slug, or the headline where there is none.
    pub name: String,
    /// When it last left the desk with this photo.
    pub exported_at: Option<String>,
    /// Some part of the photo is covered there.
    pub obscured: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Duplicate {
    pub photo_id: String,
    pub file_name: String,
    pub added_at: String,
    pub stories: Vec<UsedIn>,
}

/// What the desk has written in a field before, for somebody who begins to type there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Suggest {
    pub field: Field,
    /// What is typed so far; accents and case do not count. Empty: the commonest.
    pub typed: String,
    /// At most 20.
    pub limit: u32,
}

/// A code and what it stands for: `\gs9\` becomes the text while a caption is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct CodeReplacement {
    /// Letters, digits and hyphens.
    pub code: String,
    pub text: String,
}

/// Takes code replacements from a file of lines "code", tab, "text", in place of those with the same
/// codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ImportCodes {
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ImportedCodes {
    pub taken: u32,
    /// One sentence for each line that was left out.
    pub left_out: Vec<String>,
}

/// Makes a code stand for a text; an empty text takes the code away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SetCode {
    pub code: String,
    pub text: String,
}

/// Values to fill into many photos at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PhotoTemplate {
    pub name: String,
    pub fields: Vec<FieldChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct PhotoTemplateName {
    pub name: String,
}
