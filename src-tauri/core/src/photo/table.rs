//! Where each field stands in XMP and IIM: the table of the IPTC Photo Metadata Standard 2025.1.
//!
//! To add a field: a variant of [`Field`] and a line here.

use super::facts::Field;

pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
pub(super) const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
pub(super) const CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
pub(super) const EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
pub(super) const PLUS: &str = "http://ns.useplus.org/ldf/xmp/1.0/";

/// A field and where it is read from.
pub(super) struct Row {
    pub field: Field,
    /// In the order of preference: a later one counts only where the file has none before it.
    pub xmp: &'static [Property],
    pub iim: Option<Dataset>,
    pub holds: Holds,
}

/// Namespace, local name, how it is written.
pub(super) type Property = (&'static str, &'static str, Shape);

/// How the value of an XMP property is written.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    /// The same text in several languages: x-default, else the first.
    Language,
    /// All items.
    List,
    /// A text of each item, which is a structure: the first of these names that the item has.
    Inside(&'static str, &'static [&'static str]),
    /// This text of the first item, which is a structure.
    InFirst(&'static str, &'static str),
    /// An address in one line for each item, of these parts.
    Lines(&'static str, &'static [&'static str]),
}

/// A dataset of record 2, or two that hold a day and a time.
#[derive(Clone, Copy)]
pub(super) enum Dataset {
    /// With its limit in bytes (IIM 4.2).
    Text(u8, usize),
    Date(u8, u8),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The first value stands.
    One,
    /// All values, joined with "; ".
    Many,
}

/// The fields of one place. Their properties stand in three groups, in this order: the older ones, the
/// place shown, the place of the camera; all five are read from the same group.
pub(super) const PLACE_FIELDS: &[Field] =
    &[Field::Sublocation, Field::City, Field::State, Field::Country, Field::CountryCode];

/// How a place is said, from near to far.
const PLACE: &[&str] = &["LocationName", "Sublocation", "City", "ProvinceState", "CountryName"];

const fn one(field: Field, xmp: &'static [Property], iim: Option<Dataset>) -> Row {
    Row { field, xmp, iim, holds: Holds::One }
}

const fn many(field: Field, xmp: &'static [Property], iim: Option<Dataset>) -> Row {
    Row { field, xmp, iim, holds: Holds::Many }
}

const fn text(number: u8, limit: usize) -> Option<Dataset> {
    Some(Dataset::Text(number, limit))
}

const fn date(day: u8, time: u8) -> Option<Dataset> {
    Some(Dataset::Date(day, time))
}

use Shape::{InFirst, Inside, Language, Lines, List, Text};

pub(super) const FIELDS: &[Row] = &[
    one(Field::Caption, &[(DC, "description", Language)], text(120, 2000)),
    many(Field::CaptionWriter, &[(PHOTOSHOP, "CaptionWriter", Text)], text(122, 32)),
    one(Field::Headline, &[(PHOTOSHOP, "Headline", Text)], text(105, 256)),
    one(Field::Title, &[(DC, "title", Language)], text(5, 64)),
    many(Field::Keywords, &[(DC, "subject", List)], text(25, 64)),
    many(Field::Photographer, &[(DC, "creator", List)], text(80, 32)),
    many(Field::PhotographerTitle, &[(PHOTOSHOP, "AuthorsPosition", Text)], text(85, 32)),
    many(Field::Contributor, &[(EXT, "Contributor", Inside(EXT, &["Name"]))], None),
    one(Field::CreditLine, &[(PHOTOSHOP, "Credit", Text)], text(110, 32)),
    one(Field::Source, &[(PHOTOSHOP, "Source", Text)], text(115, 32)),
    one(Field::Copyright, &[(DC, "rights", Language)], text(116, 128)),
    many(
        Field::CopyrightOwner,
        &[(PLUS, "CopyrightOwner", Inside(PLUS, &["CopyrightOwnerName"]))],
        None,
    ),
    one(Field::UsageTerms, &[(RIGHTS, "UsageTerms", Language)], None),
    one(Field::WebStatement, &[(RIGHTS, "WebStatement", Text)], None),
    one(Field::LicensorName, &[(PLUS, "Licensor", Inside(PLUS, &["LicensorName"]))], None),
    one(Field::LicensorUrl, &[(PLUS, "Licensor", Inside(PLUS, &["LicensorURL"]))], None),
    many(Field::Supplier, &[(PLUS, "ImageSupplier", Inside(PLUS, &["ImageSupplierName"]))], None),
    one(Field::SupplierImageId, &[(PLUS, "ImageSupplierImageID", Text)], None),
    one(Field::DataMining, &[(PLUS, "DataMining", Text)], None),
    one(Field::OtherConstraints, &[(PLUS, "OtherConstraints", Language)], None),
    one(Field::DateCreated, &[(PHOTOSHOP, "DateCreated", Text)], date(55, 60)),
    one(
        Field::Sublocation,
        &[
            (CORE, "Location", Text),
            (EXT, "LocationShown", InFirst(EXT, "Sublocation")),
            (EXT, "LocationCreated", InFirst(EXT, "Sublocation")),
        ],
        text(92, 32),
    ),
    one(
        Field::City,
        &[
            (PHOTOSHOP, "City", Text),
            (EXT, "LocationShown", InFirst(EXT, "City")),
            (EXT, "LocationCreated", InFirst(EXT, "City")),
        ],
        text(90, 32),
    ),
    one(
        Field::State,
        &[
            (PHOTOSHOP, "State", Text),
            (EXT, "LocationShown", InFirst(EXT, "ProvinceState")),
            (EXT, "LocationCreated", InFirst(EXT, "ProvinceState")),
        ],
        text(95, 32),
    ),
    one(
        Field::Country,
        &[
            (PHOTOSHOP, "Country", Text),
            (EXT, "LocationShown", InFirst(EXT, "CountryName")),
            (EXT, "LocationCreated", InFirst(EXT, "CountryName")),
        ],
        text(101, 64),
    ),
    one(
        Field::CountryCode,
        &[
            (CORE, "CountryCode", Text),
            (EXT, "LocationShown", InFirst(EXT, "CountryCode")),
            (EXT, "LocationCreated", InFirst(EXT, "CountryCode")),
        ],
        text(100, 3),
    ),
    many(Field::LocationCreated, &[(EXT, "LocationCreated", Lines(EXT, PLACE))], None),
    many(Field::LocationShown, &[(EXT, "LocationShown", Lines(EXT, PLACE))], None),
    one(Field::Instructions, &[(PHOTOSHOP, "Instructions", Text)], text(40, 256)),
    one(Field::JobId, &[(PHOTOSHOP, "TransmissionReference", Text)], text(103, 32)),
    one(Field::AltText, &[(CORE, "AltTextAccessibility", Language)], None),
    one(Field::ExtendedDescription, &[(CORE, "ExtDescrAccessibility", Language)], None),
    many(
        Field::PersonShown,
        &[
            (EXT, "PersonInImage", List),
            (EXT, "PersonInImageWDetails", Inside(EXT, &["PersonName"])),
        ],
        None,
    ),
    many(Field::Organisation, &[(EXT, "OrganisationInImageName", List)], None),
    one(Field::Event, &[(EXT, "Event", Language), (EXT, "EventName", Language)], None),
    one(Field::Category, &[(PHOTOSHOP, "Category", Text)], text(15, 3)),
    many(
        Field::SupplementalCategories,
        &[(PHOTOSHOP, "SupplementalCategories", List)],
        text(20, 32),
    ),
    one(Field::Urgency, &[(PHOTOSHOP, "Urgency", Text)], text(10, 1)),
    many(
        Field::Genre,
        &[(EXT, "Genre", Inside(EXT, &["CvTermName"])), (CORE, "IntellectualGenre", Text)],
        text(4, 68),
    ),
    many(Field::Scene, &[(CORE, "Scene", List)], None),
    many(Field::SubjectCode, &[(CORE, "SubjectCode", List)], text(12, 236)),
    one(Field::ModelRelease, &[(PLUS, "ModelReleaseStatus", Text)], None),
    one(Field::PropertyRelease, &[(PLUS, "PropertyReleaseStatus", Text)], None),
    one(Field::MinorModelAge, &[(PLUS, "MinorModelAgeDisclosure", Text)], None),
    one(Field::ImageGuid, &[(EXT, "DigImageGUID", Text)], None),
    one(Field::FixtureId, &[], text(22, 32)),
    one(Field::DocumentId, &[], text(187, 128)),
    one(Field::ReleaseDate, &[], date(30, 35)),
    one(Field::ExpiryDate, &[], date(37, 38)),
    one(Field::ActionAdvised, &[], text(42, 2)),
    one(Field::AiSystem, &[(EXT, "AISystemUsed", Text)], None),
    one(Field::AiSystemVersion, &[(EXT, "AISystemVersionUsed", Text)], None),
    one(Field::AiPrompt, &[(EXT, "AIPromptInformation", Text)], None),
    one(Field::AiPromptWriter, &[(EXT, "AIPromptWriterName", Text)], None),
    one(Field::DigitalSourceType, &[(EXT, "DigitalSourceType", Text)], None),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_field_has_its_line_once() {
        let fields: BTreeSet<Field> = FIELDS.iter().map(|row| row.field).collect();
        assert_eq!(fields.len(), FIELDS.len());
        assert_eq!(fields.len(), Field::DigitalSourceType as usize + 1);
    }
}
