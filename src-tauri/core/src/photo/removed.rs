//! What a file carries that no export will, told in words before anything leaves.

use super::carve::Carved;
use super::exif::Exif;
use super::iim::Iim;
use super::xmp::{DC, PHOTOSHOP, Xmp};
use exif::Tag;

const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
const EXIF_EX: &str = "http://cipa.jp/exif/1.0/";
const AUX: &str = "http://ns.adobe.com/exif/1.0/aux/";
const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const CAMERA_RAW: &str = "http://ns.adobe.com/camera-raw-settings/1.0/";
const CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const GETTY: &str = "http://xmp.gettyimages.com/gift/1.0/";
const REGIONS: &str = "http://www.metadataworkinggroup.com/schemas/regions/";

const CONTACT_DATASET: u8 = 118;
const KEYWORDS_DATASET: u8 = 25;
const INSTRUCTIONS_DATASET: u8 = 40;
const JOB_DATASET: u8 = 103;

/// Windows' own title, comment, author, keywords and subject.
const WINDOWS_TAGS: std::ops::RangeInclusive<u16> = 0x9C9B..=0x9C9F;
const HOST_COMPUTER: std::ops::RangeInclusive<u16> = 0x013C..=0x013C;

/// What is really in the file, the most telling first.
pub(super) fn removed_on_export(carved: &Carved, xmp: &Xmp, iim: &Iim, exif: &Exif) -> Vec<String> {
    let said = |dataset| iim.first(dataset).is_some();
    let found = [
        ("position", has_position(xmp, exif)),
        (
            "camera serial number",
            exif.has(Tag::BodySerialNumber)
                || xmp.has(AUX, "SerialNumber")
                || xmp.has(EXIF_EX, "BodySerialNumber")
                || xmp.has(GETTY, "CameraSerialNumber"),
        ),
        (
            "lens serial number",
            exif.has(Tag::LensSerialNumber)
                || xmp.has(AUX, "LensSerialNumber")
                || xmp.has(EXIF_EX, "LensSerialNumber"),
        ),
        (
            "owner name",
            exif.has(Tag::CameraOwnerName)
                || xmp.has(AUX, "OwnerName")
                || xmp.has(EXIF_EX, "CameraOwnerName"),
        ),
        ("people shown", xmp.has(EXT, "PersonInImage") || xmp.has(REGIONS, "Regions")),
        ("contact details", xmp.has(CORE, "Ci") || said(CONTACT_DATASET)),
        ("instructions", xmp.has(PHOTOSHOP, "Instructions") || said(INSTRUCTIONS_DATASET)),
        ("job identifier", xmp.has(PHOTOSHOP, "TransmissionReference") || said(JOB_DATASET)),
        ("keywords", xmp.has(DC, "subject") || said(KEYWORDS_DATASET)),
        (
            "embedded thumbnail",
            exif.has_thumbnail() || iim.thumbnail || carved.preview || xmp.has(XMP, "Thumbnails"),
        ),
        (
            "edit history",
            ["History", "DerivedFrom", "Ingredients"].iter().any(|name| xmp.has(MM, name))
                || xmp.has(PHOTOSHOP, "History")
                || xmp.has(CAMERA_RAW, ""),
        ),
        (
            "document identifiers",
            exif.has(Tag::ImageUniqueID) || xmp.has(MM, "DocumentID") || xmp.has(MM, "InstanceID"),
        ),
        (
            "names of programs and computers",
            exif.has(Tag::Software)
                || exif.has_numbered(HOST_COMPUTER)
                || xmp.has(XMP, "CreatorTool"),
        ),
        ("camera maker's notes", exif.has(Tag::MakerNote)),
        (
            "comments",
            carved.comment || exif.has(Tag::UserComment) || exif.has_numbered(WINDOWS_TAGS),
        ),
        ("content credentials", carved.provenance),
        ("bytes after the picture", carved.trailing),
    ];
    found.into_iter().filter(|(_, present)| *present).map(|(words, _)| words.to_owned()).collect()
}

fn has_position(xmp: &Xmp, exif: &Exif) -> bool {
    let in_exif = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude]
        .into_iter()
        .any(|tag| exif.has(tag));
    in_exif || ["GPSLatitude", "GPSLongitude", "GPSDest"].iter().any(|name| xmp.has(EXIF, name))
}
