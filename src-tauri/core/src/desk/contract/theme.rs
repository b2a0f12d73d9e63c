//! What a page looks like.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A theme that pages can stand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct PageTheme {
    /// "plain", or what the folder of a desk's own is called.
    pub name: String,
    /// What it is called on screen: "Plain". The name, where the theme cannot be read.
    pub title: String,
    /// It comes with Cutline and cannot be removed.
    pub ships: bool,
    /// How credits print in it, where it does not follow the publication.
    pub credit: Option<String>,
    /// Why it cannot be used, with file and line.
    pub problem: Option<String>,
}

/// The folder of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct AddTheme {
    pub folder: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct ThemeName {
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ThemeState {
    /// Another one as soon as a file of the theme was written. Empty for a theme that comes with
    /// Cutline, and for none.
    pub state: String,
}
