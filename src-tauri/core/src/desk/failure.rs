//! The only place that turns errors into what clients see.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why an action was not done. Clients act on `code`, never on the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Failure {
    pub code: Code,
    /// What happened, naming the thing. One sentence.
    pub message: String,
    /// What to do. One instruction.
    pub advice: String,
    /// For the log; never copy.
    pub detail: Option<String>,
}

/// A code stands here only when some client does something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Code {
    /// Another program holds the desk: reading works, writing does not.
    DeskHeld,
    /// The draft that a save is based on is no longer the newest: the window offers both.
    StoryMovedOn,
    /// Findings stop the story: the command line ends with 3, the window shows the list.
    Stopped,
    /// The request itself is wrong: the command line ends with 2.
    BadRequest,
    /// It could not be done; the sentence says why.
    Failed,
    /// A person cancelled it.
    Cancelled,
    /// This should not happen: the window apologises and keeps the draft.
    Bug,
}
