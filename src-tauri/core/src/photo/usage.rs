//! What a photo may be used for: its rights category, restrictions, expiry, and whether a machine
//! made it.

use super::facts::Facts;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// On what terms a desk has a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum RightsCategory {
    Staff,
    /// Made for this desk by somebody who is not on its staff.
    Commissioned,
    Agency,
    /// To be paid for each use.
    Stock,
    Pool,
    Handout,
    PublicRelations,
    /// Lent by a family, a reader or a witness.
    Supplied,
    SocialMedia,
    Screengrab,
    CreativeCommons,
    PublicDomain,
    /// Nobody has the right to use it here. Bars the picture.
    Refused,
}

/// Whether and how a machine made the picture (IPTC Digital Source Type).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Synthetic {
    #[default]
    No,
    /// Made or changed with generative AI: stops a story until a person chooses
    /// [`Kind::Illustration`](super::Kind), which labels it, or takes it out.
    Generated,
    /// Put together of several pictures: labelled.
    Composite,
}

/// What a person decided about the use of a photo. `null` leaves it to the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct UsageChosen {
    pub category: Option<RightsCategory>,
    /// The last day of its use, "2026-12-31". Empty: without an end, whatever the file says.
    pub expires_on: Option<String>,
    /// Withdrawn by its supplier.
    pub killed: Option<bool>,
    /// The only story that may show it.
    pub only_story_id: Option<String>,
}

/// How a photo may be used, by its file and by what a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Usage {
    pub chosen: UsageChosen,
    /// As chosen, else as the file suggests.
    pub category: Option<RightsCategory>,
    /// What the category means, in one plain sentence.
    pub sentence: Option<String>,
    /// What the supplier forbids or demands, in its own words, from Instructions and Usage terms.
    pub restrictions: Vec<String>,
    /// The last day of its use, "2026-12-31", from the file or as chosen.
    pub expires_on: Option<String>,
    /// A last day read from free text; nothing follows from it until somebody takes it.
    pub expiry_proposed: Option<ProposedExpiry>,
    /// Not to be used before this day or time, as the file says it.
    pub embargoed_until: Option<String>,
    pub killed: bool,
    pub synthetic: Synthetic,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct ProposedExpiry {
    /// "2026-12-31"
    pub on: String,
    /// The words that say so.
    pub quoted: String,
}

/// Reads the usage out of facts as the file gives them, before they are tidied.
pub fn usage(_facts: &Facts, chosen: &UsageChosen) -> Usage {
    Usage {
        chosen: chosen.clone(),
        category: chosen.category,
        expires_on: chosen.expires_on.clone().filter(|on| !on.is_empty()),
        killed: chosen.killed.unwrap_or_default(),
        ..Usage::default()
    }
}

/// Why a photo may not go out today in the story `story_id`, in one sentence; `None` when it may.
pub fn barred(_usage: &Usage, _today: NaiveDate, _story_id: &str) -> Option<String> {
    None
}
