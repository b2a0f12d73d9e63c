//! The facts of a photo: one value per field, with where it came from and what else was said.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A field of the IPTC Photo Metadata Standard 2025.1 that Cutline carries. The comment names the
/// XMP property, the IIM dataset and the Exif tag that it is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Field {
    /// dc:description, 2:120, ImageDescription
    Caption,
    /// photoshop:Headline, 2:105
    Headline,
    /// dc:creator, 2:80, Artist. Several names are joined with "; ".
    Photographer,
    /// photoshop:Credit, 2:110
    CreditLine,
    /// photoshop:Source, 2:115
    Source,
    /// dc:rights, 2:116, Copyright
    Copyright,
    /// xmpRights:UsageTerms
    UsageTerms,
    /// xmpRights:WebStatement; an http(s) address
    WebStatement,
    /// plus:LicensorURL of the first licensor; an http(s) address
    LicensorUrl,
    /// photoshop:DateCreated, 2:55 + 2:60, DateTimeOriginal. As precise as the file says:
    /// "2026", "2026-05", "2026-05-12", "2026-05-12T14:03:22", "2026-05-12T14:03:22+03:00".
    DateCreated,
    /// Iptc4xmpCore:Location, 2:92
    Sublocation,
    /// photoshop:City, 2:90
    City,
    /// photoshop:State, 2:95
    State,
    /// photoshop:Country, 2:101
    Country,
    /// photoshop:Instructions, 2:40
    Instructions,
    /// Iptc4xmpCore:AltTextAccessibility
    AltText,
    /// Iptc4xmpExt:DigitalSourceType; the last part of the IPTC NewsCodes URI, as "digitalCapture"
    DigitalSourceType,
}

/// Where a value stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Carrier {
    /// A person typed it in Cutline.
    Typed,
    Xmp,
    Iim,
    Exif,
}

/// What one carrier says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Reading {
    pub carrier: Carrier,
    pub value: String,
}

/// The value of a field that stands, and what the other carriers said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Fact {
    pub value: String,
    pub carrier: Carrier,
    /// Every other reading of this field, equal ones too, in the order XMP, IIM, Exif.
    pub others: Vec<Reading>,
}

/// Why a credit has no name. Its words are what prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "because")]
#[ts(export_to = "contract.ts")]
pub enum Declared {
    /// "Photographer not known"
    NotKnown,
    /// "Name withheld for safety"
    NameWithheld,
    /// "Handout from …"
    Handout { from: String },
    /// "Supplied by …"
    Supplied { by: String },
}

/// What a picture is, which decides the word before its credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Kind {
    #[default]
    Photo,
    Illustration,
    Graphic,
    Composite,
    VideoGrab,
}

/// All facts of one photo. A field without a value is absent; a value that a person emptied is
/// present, empty and [`Carrier::Typed`], so that it does not come back from the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(export_to = "contract.ts")]
pub struct Facts(pub BTreeMap<Field, Fact>);

impl Facts {
    /// The value of `field` that stands, without space around it. `None` when there is none or it
    /// was emptied.
    pub fn get(&self, field: Field) -> Option<&str> {
        let value = self.0.get(&field)?.value.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The photographers, one name each.
    pub fn photographers(&self) -> Vec<&str> {
        let names = self.get(Field::Photographer).unwrap_or_default();
        names.split(';').map(str::trim).filter(|name| !name.is_empty()).collect()
    }

    /// Puts what a person typed in the place of what stood; what stood joins the others.
    pub fn type_over(&mut self, field: Field, value: String) {
        let mut others = Vec::new();
        if let Some(old) = self.0.remove(&field) {
            others = old.others;
            if old.carrier != Carrier::Typed {
                others.push(Reading { carrier: old.carrier, value: old.value });
                others.sort_by_key(|reading| reading.carrier);
            }
        }
        self.0.insert(field, Fact { value, carrier: Carrier::Typed, others });
    }
}
