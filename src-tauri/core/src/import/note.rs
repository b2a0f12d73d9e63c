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

impl ImportNote {
    /// A note about the text as a whole.
    pub(super) fn whole(rule: &str, message: impl Into<String>) -> ImportNote {
        ImportNote {
            rule: rule.into(),
            line: None,
            certainty: None,
            message: message.into(),
            quote: None,
        }
    }

    /// A note about one line, with its words.
    pub(super) fn line(rule: &str, line: u32, quote: &str, message: impl Into<String>) -> Self {
        ImportNote {
            line: Some(line),
            quote: Some(quote.into()),
            ..ImportNote::whole(rule, message)
        }
    }

    pub(super) fn certain(self, percent: u32) -> ImportNote {
        ImportNote { certainty: Some(percent), ..self }
    }

    pub(super) fn quoting(self, quote: impl Into<String>) -> ImportNote {
        ImportNote { quote: Some(quote.into()), ..self }
    }
}
