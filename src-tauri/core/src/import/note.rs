//! What an import changed, guessed or set aside.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of the receipt of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ImportNote {
    /// What happened, in kebab-case, as "credit-set-aside", "guessed-caption", "charset".
    pub rule: String,
    /// 1-based line of the input, where it has one.
    pub line: Option<u32>,
    /// How sure a guess is, in percent. `None` where nothing was guessed.
    pub certainty: Option<u32>,
    /// One English sentence.
    pub message: String,
    /// The words of the input that it is about; all of them when they were set aside.
    pub quote: Option<String>,
}
