//! “Copy story for…”: the story on its way to the clipboard.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the copy is pasted into.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum CopyForm {
    /// A document or any CMS: formatted text with its pictures.
    #[default]
    RichText,
    /// Blocks of WordPress's editor.
    Wordpress,
    /// A field that takes HTML.
    Html,
    Markdown,
    /// Plain text as agencies send it, captions and credits at the end.
    Wire,
}

/// Asks for the saved draft as copy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct CopyStory {
    pub story_id: String,
    pub form: CopyForm,
    /// Why it leaves in spite of hold, embargo, legal or not for publication; `null` to be stopped by
    /// them. Kept with the story. Passes nothing else.
    #[serde(default)]
    pub going_past: Option<String>,
    /// Of wire text: lines end before this many characters, 20 to 1000. `null` leaves a paragraph one
    /// line.
    #[serde(default)]
    pub wrap_at: Option<u32>,
    /// Of wire text: a last line says that it ends here, as "-30-".
    #[serde(default)]
    pub end_mark: bool,
}

/// A story as copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct CopiedStory {
    pub form: CopyForm,
    /// What programs that take formatted text are given; `null` where there is only text.
    pub html: Option<String>,
    pub text: String,
    /// The headline, for systems that have a field of its own for it.
    pub headline: String,
    /// How many photos print in it.
    pub photos: u32,
    /// How many printed credits it carries.
    pub credits: u32,
    /// What it does not carry, and what else to know.
    pub notes: Vec<String>,
}

/// A story that lies in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct InClipboard {
    pub form: CopyForm,
    /// As in [`CopiedStory`].
    pub headline: String,
    pub photos: u32,
    pub credits: u32,
    pub notes: Vec<String>,
}
