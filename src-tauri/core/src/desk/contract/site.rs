//! The site: every published story, as a folder that a web server shows as it is.

use crate::check::Finding;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the site goes and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SiteStanding {
    /// Absolute path of the site's folder, where it is or would be made.
    pub folder: String,
    /// When it was made last; `null`: never.
    pub made_at: Option<String>,
    /// Stories that are published now.
    pub stories: u32,
    /// What to know before, as "No site address is set, so there are no feeds and no sitemap."
    pub notes: Vec<String>,
}

/// Makes the site, or brings it up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct MakeSite {
    /// `null`: where it was made last, else beside the desk's exports.
    #[serde(default)]
    pub folder: Option<String>,
    /// Stories that something stops and that a person said may go from the site.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// The site as it was just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SiteMade {
    pub at: String,
    /// Absolute.
    pub folder: String,
    /// Absolute path of the front page.
    pub page: String,
    pub stories: u32,
    /// Files that were written, left as they were, and taken away.
    pub written: u32,
    pub unchanged: u32,
    pub removed: u32,
    /// Stories that were left out because a person said so.
    pub left_out: u32,
}

/// A published story that something stops: the site is not made before a person says what happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct SiteStopped {
    pub story_id: String,
    pub slug: String,
    pub headline: String,
    pub blocks: Vec<Finding>,
}
