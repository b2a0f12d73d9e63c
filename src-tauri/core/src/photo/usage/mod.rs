//! What a photo may be used for: its rights category, restrictions, expiry, and whether a machine
//! made it.
//!
//! Promises: it is read out of what the file says, before anything is mended, and also where a person
//! typed over it; what a person chose stands before it; nothing follows from free text until somebody
//! takes it; the supplier's words stay the supplier's.
//!
//! To add a category: a variant, its words in `category`, its sentence there. Not here: whether a
//! barred picture stops a story (the checks), and the label that a made picture gets (`credit`).

mod barred;
mod category;
mod expiry;
mod restrictions;
mod said;

pub use barred::barred;

use super::facts::{Facts, Field};
use category::{category, sentence};
use said::Said;
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
pub fn usage(facts: &Facts, chosen: &UsageChosen) -> Usage {
    let said = Said::new(facts);
    let category = chosen.category.or_else(|| category(&said));
    let from_file = said.first(Field::ExpiryDate).and_then(expiry::last_day);
    let expires_on = match &chosen.expires_on {
        Some(chosen) => Some(chosen.trim().to_owned()).filter(|on| !on.is_empty()),
        None => from_file.map(|day| day.to_string()),
    };
    let undecided = chosen.expires_on.is_none() && expires_on.is_none();
    Usage {
        category,
        sentence: category.map(|category| sentence(category).to_owned()),
        restrictions: restrictions::restrictions(&said),
        expiry_proposed: if undecided { expiry::proposed(&said) } else { None },
        expires_on,
        embargoed_until: said.first(Field::ReleaseDate).map(str::to_owned),
        killed: chosen.killed.unwrap_or_else(|| is_killed(&said)),
        synthetic: synthetic_of(facts),
        chosen: chosen.clone(),
    }
}

/// Action advised 01 withdraws a picture (IIM 4.2, 2:42).
fn is_killed(said: &Said) -> bool {
    said.all(Field::ActionAdvised).any(|action| matches!(action.trim(), "01" | "1"))
}

/// Whether a machine made the picture, by its digital source type (IPTC NewsCodes; the last part of
/// the term's address). Drawing programs, data and a telephone's own computations are not what a
/// reader must be warned of. Typing another term over the file's does not make a picture real.
pub(super) fn synthetic_of(facts: &Facts) -> Synthetic {
    let typed = facts.get(Field::DigitalSourceType);
    let terms: Vec<&str> = Said::new(facts).all(Field::DigitalSourceType).chain(typed).collect();
    if terms.iter().any(|term| GENERATED.contains(term)) {
        return Synthetic::Generated;
    }
    let composite = terms.iter().any(|term| COMPOSITE.contains(term));
    if composite { Synthetic::Composite } else { Synthetic::No }
}

const GENERATED: [&str; 3] =
    ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"];
const COMPOSITE: [&str; 2] = ["composite", "compositeCapture"];

#[cfg(test)]
mod tests;
