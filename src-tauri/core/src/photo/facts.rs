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
    /// dc:description, 2:120, ImageDescription, else Windows' XPComment
    Caption,
    /// photoshop:CaptionWriter, 2:122
    CaptionWriter,
    /// photoshop:Headline, 2:105
    Headline,
    /// dc:title, 2:05, ImageTitle, else Windows' XPTitle
    Title,
    /// dc:subject, 2:25, Windows' XPKeywords. Joined with "; ".
    Keywords,
    /// dc:creator, 2:80, Artist, else Exif 3.0's Photographer, else Windows' XPAuthor. Several names
    /// are joined with "; ".
    Photographer,
    /// photoshop:AuthorsPosition, 2:85
    PhotographerTitle,
    /// Iptc4xmpExt:Contributor, the names joined with "; "
    Contributor,
    /// photoshop:Credit, 2:110
    CreditLine,
    /// photoshop:Source, 2:115
    Source,
    /// dc:rights, 2:116, Copyright
    Copyright,
    /// plus:CopyrightOwner, the names joined with "; "
    CopyrightOwner,
    /// xmpRights:UsageTerms
    UsageTerms,
    /// xmpRights:WebStatement; an http(s) address
    WebStatement,
    /// plus:LicensorName of the first licensor
    LicensorName,
    /// plus:LicensorURL of the first licensor; an http(s) address
    LicensorUrl,
    /// plus:ImageSupplier, its name
    Supplier,
    /// plus:ImageSupplierImageID
    SupplierImageId,
    /// plus:DataMining; the last part of the PLUS address, as "DMI-PROHIBITED"
    DataMining,
    /// plus:OtherConstraints
    OtherConstraints,
    /// photoshop:DateCreated, 2:55 + 2:60, DateTimeOriginal. As precise as the file says:
    /// "2026", "2026-05", "2026-05-12", "2026-05-12T14:03:22", "2026-05-12T14:03:22+03:00".
    DateCreated,
    /// Iptc4xmpCore:Location, 2:92. This and the next four: when none of their properties is there, from
    /// the first Iptc4xmpExt:LocationShown, else from LocationCreated.
    Sublocation,
    /// photoshop:City, 2:90
    City,
    /// photoshop:State, 2:95
    State,
    /// photoshop:Country, 2:101
    Country,
    /// Iptc4xmpCore:CountryCode, 2:100
    CountryCode,
    /// Iptc4xmpExt:LocationCreated: "Quay 4, Halden, Østfold, Norway"
    LocationCreated,
    /// Iptc4xmpExt:LocationShown, written so, several joined with "; "
    LocationShown,
    /// photoshop:Instructions, 2:40
    Instructions,
    /// photoshop:TransmissionReference, 2:103
    JobId,
    /// Iptc4xmpCore:AltTextAccessibility
    AltText,
    /// Iptc4xmpCore:ExtDescrAccessibility
    ExtendedDescription,
    /// Iptc4xmpExt:PersonInImage. Joined with "; ".
    PersonShown,
    /// Iptc4xmpExt:OrganisationInImageName. Joined with "; ".
    Organisation,
    /// Iptc4xmpExt:Event, else EventName
    Event,
    /// photoshop:Category, 2:15
    Category,
    /// photoshop:SupplementalCategories, 2:20. Joined with "; ".
    SupplementalCategories,
    /// photoshop:Urgency, 2:10: "1" most urgent to "8"
    Urgency,
    /// Iptc4xmpExt:Genre, the names; else Iptc4xmpCore:IntellectualGenre, 2:04
    Genre,
    /// Iptc4xmpCore:Scene, codes joined with "; "
    Scene,
    /// Iptc4xmpCore:SubjectCode, 2:12, codes joined with "; "
    SubjectCode,
    /// plus:ModelReleaseStatus; the last part of the PLUS address, as "MR-UMR"
    ModelRelease,
    /// plus:PropertyReleaseStatus, as "PR-NON"
    PropertyRelease,
    /// plus:MinorModelAgeDisclosure, as "AG-U14"
    MinorModelAge,
    /// Iptc4xmpExt:DigImageGUID, ImageUniqueID
    ImageGuid,
    /// 2:22; the supplier's number in Reuters' and Action Images' files
    FixtureId,
    /// 2:187; the supplier's number in EPA's files
    DocumentId,
    /// 2:30 + 2:35; not to be used before. As precise as [`Field::DateCreated`].
    ReleaseDate,
    /// 2:37 + 2:38; not to be used after.
    ExpiryDate,
    /// 2:42; "01" withdraws the picture
    ActionAdvised,
    /// Iptc4xmpExt:AISystemUsed
    AiSystem,
    /// Iptc4xmpExt:AISystemVersionUsed
    AiSystemVersion,
    /// Iptc4xmpExt:AIPromptInformation
    AiPrompt,
    /// Iptc4xmpExt:AIPromptWriterName
    AiPromptWriter,
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

/// The value of a field that stands, and what the other carriers said. The value is empty, whatever
/// the carrier, when all that is said is what a camera or a program puts there by itself ("OLYMPUS
/// DIGITAL CAMERA"): then the readings are among the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub struct Fact {
    pub value: String,
    pub carrier: Carrier,
    /// What the carrier says, where a safe repair changed it (see [`tidied`](super::tidied)).
    pub raw: Option<String>,
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

/// All facts of one photo. A field of which nothing is said is absent; a value that a person emptied
/// is present, empty and [`Carrier::Typed`], so that it does not come back from the file.
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
                others.push(Reading { carrier: old.carrier, value: old.raw.unwrap_or(old.value) });
                others.sort_by_key(|reading| reading.carrier);
            }
        }
        self.0.insert(field, Fact { value, carrier: Carrier::Typed, raw: None, others });
    }
}
