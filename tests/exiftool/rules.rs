//! Which of ExifTool's tags is which field, and what Cutline does to a value on purpose.

use cutline_core::photo::{Carrier, Field};
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

/// ExifTool's value, with what Cutline promises to do to such a text: control and direction marks go,
/// space at the ends goes, accents are joined to their letters, lengths are limited.
pub struct Theirs {
    pub text: String,
}

impl Theirs {
    pub fn is(&self, ours: &str) -> bool {
        self.text == ours || same_number(&self.text, ours)
    }
}

/// ExifTool writes a text of digits as a number.
fn same_number(theirs: &str, ours: &str) -> bool {
    let numbers = theirs.parse::<f64>().ok().zip(ours.parse::<f64>().ok());
    numbers.is_some_and(|(theirs, ours)| theirs == ours)
}

/// Field, XMP tags, IIM tag, Exif tags; of several the first that is there.
type Line = (Field, &'static [&'static str], &'static str, &'static [&'static str]);

const LINES: &[Line] = &[
    (
        Field::Caption,
        &["XMP-dc:Description"],
        "Caption-Abstract",
        &["IFD0:ImageDescription", "IFD0:XPComment"],
    ),
    (Field::CaptionWriter, &["XMP-photoshop:CaptionWriter"], "Writer-Editor", &[]),
    (Field::Headline, &["XMP-photoshop:Headline"], "Headline", &[]),
    (
        Field::Title,
        &["XMP-dc:Title"],
        "ObjectName",
        &["ExifIFD:ImageTitle", "IFD0:ImageTitle", "IFD0:XPTitle"],
    ),
    (Field::Keywords, &["XMP-dc:Subject"], "Keywords", &["IFD0:XPKeywords"]),
    (
        Field::Photographer,
        &["XMP-dc:Creator"],
        "By-line",
        &["IFD0:Artist", "ExifIFD:Photographer", "IFD0:XPAuthor"],
    ),
    (Field::PhotographerTitle, &["XMP-photoshop:AuthorsPosition"], "By-lineTitle", &[]),
    (Field::Contributor, &["XMP-iptcExt:Contributor/Name"], "", &[]),
    (Field::CreditLine, &["XMP-photoshop:Credit"], "Credit", &[]),
    (Field::Source, &["XMP-photoshop:Source"], "Source", &[]),
    (Field::Copyright, &["XMP-dc:Rights"], "CopyrightNotice", &["IFD0:Copyright"]),
    (Field::CopyrightOwner, &["XMP-plus:CopyrightOwner/CopyrightOwnerName"], "", &[]),
    (Field::UsageTerms, &["XMP-xmpRights:UsageTerms"], "", &[]),
    (Field::WebStatement, &["XMP-xmpRights:WebStatement"], "", &[]),
    (Field::LicensorName, &["XMP-plus:Licensor/LicensorName"], "", &[]),
    (Field::LicensorUrl, &["XMP-plus:Licensor/LicensorURL"], "", &[]),
    (Field::Supplier, &["XMP-plus:ImageSupplier/ImageSupplierName"], "", &[]),
    (
        Field::SupplierImageId,
        &["XMP-plus:ImageSupplierImageID", "XMP-plus:ImageSupplierImageId"],
        "",
        &[],
    ),
    (Field::DataMining, &["XMP-plus:DataMining"], "", &[]),
    (Field::OtherConstraints, &["XMP-plus:OtherConstraints"], "", &[]),
    (Field::DateCreated, &["XMP-photoshop:DateCreated"], "DateCreated+TimeCreated", &["taken"]),
    (
        Field::Sublocation,
        &[
            "XMP-iptcCore:Location",
            "XMP-iptcExt:LocationShown/Sublocation",
            "XMP-iptcExt:LocationCreated/Sublocation",
        ],
        "Sub-location",
        &[],
    ),
    (
        Field::City,
        &[
            "XMP-photoshop:City",
            "XMP-iptcExt:LocationShown/City",
            "XMP-iptcExt:LocationCreated/City",
        ],
        "City",
        &[],
    ),
    (
        Field::State,
        &[
            "XMP-photoshop:State",
            "XMP-iptcExt:LocationShown/ProvinceState",
            "XMP-iptcExt:LocationCreated/ProvinceState",
        ],
        "Province-State",
        &[],
    ),
    (
        Field::Country,
        &[
            "XMP-photoshop:Country",
            "XMP-iptcExt:LocationShown/CountryName",
            "XMP-iptcExt:LocationCreated/CountryName",
        ],
        "Country-PrimaryLocationName",
        &[],
    ),
    (
        Field::CountryCode,
        &[
            "XMP-iptcCore:CountryCode",
            "XMP-iptcExt:LocationShown/CountryCode",
            "XMP-iptcExt:LocationCreated/CountryCode",
        ],
        "Country-PrimaryLocationCode",
        &[],
    ),
    (Field::Instructions, &["XMP-photoshop:Instructions"], "SpecialInstructions", &[]),
    (Field::JobId, &["XMP-photoshop:TransmissionReference"], "OriginalTransmissionReference", &[]),
    (Field::AltText, &["XMP-iptcCore:AltTextAccessibility"], "", &[]),
    (Field::ExtendedDescription, &["XMP-iptcCore:ExtDescrAccessibility"], "", &[]),
    (
        Field::PersonShown,
        &["XMP-iptcExt:PersonInImage", "XMP-iptcExt:PersonInImageWDetails/PersonName"],
        "",
        &[],
    ),
    (Field::Organisation, &["XMP-iptcExt:OrganisationInImageName"], "", &[]),
    (Field::Event, &["XMP-iptcExt:Event", "XMP-iptcExt:EventName"], "", &[]),
    (Field::Category, &["XMP-photoshop:Category"], "Category", &[]),
    (
        Field::SupplementalCategories,
        &["XMP-photoshop:SupplementalCategories"],
        "SupplementalCategories",
        &[],
    ),
    (Field::Urgency, &["XMP-photoshop:Urgency"], "Urgency", &[]),
    (
        Field::Genre,
        &["XMP-iptcExt:Genre/CvTermName", "XMP-iptcCore:IntellectualGenre"],
        "ObjectAttributeReference",
        &[],
    ),
    (Field::Scene, &["XMP-iptcCore:Scene"], "", &[]),
    (Field::SubjectCode, &["XMP-iptcCore:SubjectCode"], "SubjectReference", &[]),
    (Field::ModelRelease, &["XMP-plus:ModelReleaseStatus"], "", &[]),
    (Field::PropertyRelease, &["XMP-plus:PropertyReleaseStatus"], "", &[]),
    (Field::MinorModelAge, &["XMP-plus:MinorModelAgeDisclosure"], "", &[]),
    (Field::ImageGuid, &["XMP-iptcExt:DigitalImageGUID"], "", &["ExifIFD:ImageUniqueID"]),
    (Field::FixtureId, &[], "FixtureIdentifier", &[]),
    (Field::DocumentId, &[], "UniqueDocumentID", &[]),
    (Field::ReleaseDate, &[], "ReleaseDate+ReleaseTime", &[]),
    (Field::ExpiryDate, &[], "ExpirationDate+ExpirationTime", &[]),
    (Field::ActionAdvised, &[], "ActionAdvised", &[]),
    (Field::AiSystem, &["XMP-iptcExt:AISystemUsed"], "", &[]),
    (Field::AiSystemVersion, &["XMP-iptcExt:AISystemVersionUsed"], "", &[]),
    (Field::AiPrompt, &["XMP-iptcExt:AIPromptInformation"], "", &[]),
    (Field::AiPromptWriter, &["XMP-iptcExt:AIPromptWriterName"], "", &[]),
    (Field::DigitalSourceType, &["XMP-iptcExt:DigitalSourceType"], "", &[]),
];

pub fn fields() -> impl Iterator<Item = Field> {
    LINES.iter().map(|(field, ..)| *field)
}

/// ExifTool's value of a field by a carrier.
pub fn theirs(tags: &Map<String, Value>, field: Field, carrier: Carrier) -> Option<Theirs> {
    let (_, xmp, iim, exif) = LINES.iter().find(|(of, ..)| *of == field)?;
    let texts = match carrier {
        Carrier::Xmp if PLACE.contains(&field) => of_one_place(tags, xmp),
        Carrier::Xmp => first(xmp.iter().map(|name| texts(tags, name))),
        Carrier::Iim => iim_texts(tags, iim),
        Carrier::Exif => first(exif.iter().map(|name| exif_texts(tags, name))),
        Carrier::Typed => Vec::new(),
    };
    let texts: Vec<String> = texts.iter().filter_map(|text| as_kept(field, text)).collect();
    let all = matches!(
        field,
        Field::Keywords
            | Field::Photographer
            | Field::PhotographerTitle
            | Field::CaptionWriter
            | Field::Contributor
            | Field::CopyrightOwner
            | Field::Supplier
            | Field::PersonShown
            | Field::Organisation
            | Field::SupplementalCategories
            | Field::Genre
            | Field::Scene
            | Field::SubjectCode
    );
    let text = if all { texts.join("; ") } else { texts.into_iter().next()? };
    (!text.is_empty()).then_some(Theirs { text })
}

const PLACE: &[Field] =
    &[Field::Sublocation, Field::City, Field::State, Field::Country, Field::CountryCode];

/// All fields of a place are read from the older properties, or all from the first place shown, or all
/// from where the camera stood.
fn of_one_place(tags: &Map<String, Value>, names: &[&str]) -> Vec<String> {
    let lines = || LINES.iter().filter(|(field, ..)| PLACE.contains(field));
    let at =
        (0..names.len()).find(|at| lines().any(|line| !in_first(tags, line.1[*at]).is_empty()));
    at.map(|at| in_first(tags, names[at])).unwrap_or_default()
}

/// The texts of a tag, or of its member in the first structure alone.
fn in_first(tags: &Map<String, Value>, name: &str) -> Vec<String> {
    let Some((tag, member)) = name.split_once('/') else { return texts(tags, name) };
    let first = tags.get(tag).map(each).unwrap_or_default().into_iter().next();
    first.map(|first| each_member(first, member)).unwrap_or_default()
}

fn first(mut lists: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    lists.find(|texts| texts.iter().any(|text| !text.trim().is_empty())).unwrap_or_default()
}

/// The texts of a tag; of a tag's member in each of its structures; of the first language that is
/// there when none is the default.
fn texts(tags: &Map<String, Value>, name: &str) -> Vec<String> {
    let (tag, member) = name.split_once('/').map_or((name, None), |(tag, m)| (tag, Some(m)));
    let in_a_language = || {
        let start = format!("{tag}-");
        tags.iter().find(|(name, _)| name.starts_with(&start)).map(|(_, value)| value)
    };
    let Some(value) = tags.get(tag).or_else(in_a_language) else { return Vec::new() };
    match member {
        Some(member) => each(value).into_iter().flat_map(|v| each_member(v, member)).collect(),
        None => each(value).into_iter().filter_map(text).collect(),
    }
}

fn each_member(value: &Value, member: &str) -> Vec<String> {
    let found = value.get(member).or_else(|| {
        let start = format!("{member}-");
        value.as_object()?.iter().find(|(name, _)| name.starts_with(&start)).map(|(_, v)| v)
    });
    found.map(each).unwrap_or_default().into_iter().filter_map(text).collect()
}

fn each(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |values| values.iter().collect())
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        _ => None,
    }
}

/// "DateCreated+TimeCreated" is a day and its time.
fn iim_texts(tags: &Map<String, Value>, name: &str) -> Vec<String> {
    let of = |name: &str| texts(tags, &format!("IPTC:{name}"));
    let Some((day, time)) = name.split_once('+') else { return of(name) };
    let time = of(time).into_iter().next().unwrap_or_default();
    of(day).into_iter().map(|day| format!("{day} {time}")).collect()
}

fn exif_texts(tags: &Map<String, Value>, name: &str) -> Vec<String> {
    if name != "taken" {
        return texts(tags, name);
    }
    let of = |name: &str| {
        let places = ["IFD0", "ExifIFD"].map(|group| texts(tags, &format!("{group}:{name}")));
        first(places.into_iter()).into_iter().next().unwrap_or_default()
    };
    let (at, part, zone) =
        (of("DateTimeOriginal"), of("SubSecTimeOriginal"), of("OffsetTimeOriginal"));
    let part = if part.trim().is_empty() { String::new() } else { format!(".{}", part.trim()) };
    vec![format!("{}{part}{}", at.trim(), zone.trim())]
}

/// The value as Cutline promises to keep it; `None` where it promises to keep nothing.
fn as_kept(field: Field, raw: &str) -> Option<String> {
    let long = matches!(
        field,
        Field::Caption
            | Field::ExtendedDescription
            | Field::Instructions
            | Field::UsageTerms
            | Field::OtherConstraints
            | Field::AiPrompt
    );
    let raw = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let raw = if long { raw } else { raw.replace('\n', " ") };
    let marks =
        |c: &char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let control = |c: &char| c.is_control() && *c != '\n';
    let text =
        raw.replace('\t', " ").nfc().filter(|c| !marks(c) && !control(c)).collect::<String>();
    let limit = if long { 10_000 } else { 1_000 };
    let text = text.chars().take(limit).collect::<String>().trim().to_owned();
    let text = match field {
        Field::DateCreated | Field::ReleaseDate | Field::ExpiryDate => date(&text),
        Field::DigitalSourceType => text.rsplit(['/', ':']).next()?.to_owned(),
        Field::DataMining | Field::ModelRelease | Field::PropertyRelease | Field::MinorModelAge => {
            code_of(field, &text)
        }
        Field::ActionAdvised if text == "Object Kill" => "01".to_owned(),
        Field::Urgency => text.split(' ').next()?.to_owned(),
        Field::WebStatement | Field::LicensorUrl => {
            text.to_lowercase().starts_with("http").then_some(text)?
        }
        Field::Sublocation | Field::City | Field::State | Field::Country => {
            text.contains(|c| !matches!(c, ' ' | '.' | '-' | '–' | '—')).then_some(text)?
        }
        _ => text,
    };
    (!text.is_empty()).then_some(text)
}

/// "2021:10:20 21:01:01" and its like, without unknown parts.
fn date(text: &str) -> String {
    let (day, time) = text.split_once(' ').unwrap_or((text, ""));
    let mut day = day.replace(':', "-");
    while let Some(known) = day.strip_suffix("-00") {
        day = known.to_owned();
    }
    if day == "0000" {
        return String::new();
    }
    if time.trim().is_empty() || day.len() < 10 { day } else { format!("{day}T{}", time.trim()) }
}

/// ExifTool's words for PLUS's codes.
const CODES: &[(&str, &str)] = &[
    ("None", "MR-NON"),
    ("Not Applicable", "MR-NAP"),
    ("Unlimited Model Releases", "MR-UMR"),
    ("Limited or Incomplete Model Releases", "MR-LMR"),
    ("Unlimited Property Releases", "PR-UPR"),
    ("Limited or Incomplete Property Releases", "PR-LPR"),
    ("Age Unknown", "AG-UNK"),
    ("Age 25 or Over", "AG-A25"),
    ("Age 14 or Under", "AG-U14"),
    ("Unspecified - no prohibition defined", "DMI-UNSPECIFIED"),
    ("Allowed", "DMI-ALLOWED"),
    ("Prohibited", "DMI-PROHIBITED"),
];

fn code_of(field: Field, text: &str) -> String {
    let known = CODES.iter().find(|(words, _)| *words == text);
    let code = known.map_or_else(|| text.rsplit('/').next().unwrap_or(text), |(_, code)| code);
    // "None" and "Not Applicable" are said of both releases.
    match field {
        Field::PropertyRelease => code.replace("MR-N", "PR-N"),
        _ => code.to_owned(),
    }
}

/// The value that should stand: XMP, IIM, Exif, unless the file says otherwise.
pub fn standing<'a>(
    file: &str,
    field: Field,
    readings: &'a [(Carrier, Theirs)],
) -> Option<&'a Theirs> {
    let iim_is_newer = STANDS_BY_IIM.contains(&file);
    let iim = readings.iter().find(|(carrier, _)| *carrier == Carrier::Iim);
    let iim = iim.filter(|_| iim_is_newer);
    if MISREAD_BY_EXIFTOOL.contains(&file) {
        return None;
    }
    let said = |reading: &&(Carrier, Theirs)| {
        field != Field::Caption || !reading.1.text.ends_with("DIGITAL CAMERA")
    };
    iim.or_else(|| readings.iter().find(said)).map(|(_, theirs)| theirs)
}

/// ExifTool's own reading of these is not what should stand; see [`ALLOWED`].
const MISREAD_BY_EXIFTOOL: &[&str] = &["synthetic/iim-utf8-no190.jpg"];

/// The digest in these files is not the IIM's own.
const STANDS_BY_IIM: &[&str] = &[
    "synthetic/digest-mismatch-iim-newer.jpg",
    "imagemeta/metadata_demo_iim_and_xmp_only.jpg",
    "imagemeta/metadata_demo_inc_exif_out_of_sync_Inc_adobe.jpg",
];

/// Why a difference is meant.
#[derive(Clone, Copy)]
pub enum Reason {
    /// Cutline does otherwise on purpose. It counts as a difference.
    Meant(&'static str),
    /// ExifTool's reading is wrong, as the notes on the files say. It is not counted.
    Misread(&'static str),
}

/// Differences that are meant, with the reason.
const ALLOWED: &[(&str, &[Field], Carrier, Reason)] = &[
    (
        "synthetic/iim-utf8-no190.jpg",
        &[Field::Photographer, Field::City],
        Carrier::Iim,
        Reason::Misread("undeclared UTF-8 is read as UTF-8; ExifTool takes it for Latin-1"),
    ),
    (
        "synthetic/xmp-billion-laughs.jpg",
        &[Field::CreditLine],
        Carrier::Xmp,
        Reason::Meant(
            "XMP with a document type is refused; ExifTool shows an entity's name as text",
        ),
    ),
];

pub fn allowed(file: &str, field: Field, carrier: Carrier) -> Option<Reason> {
    let found = ALLOWED.iter().find(|(of, fields, by, _)| {
        file.ends_with(of) && fields.contains(&field) && *by == carrier
    });
    found.map(|(_, _, _, why)| *why)
}
