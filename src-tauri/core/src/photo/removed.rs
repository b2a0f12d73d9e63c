//! What a file carries that no export will, told in words before anything leaves.

use super::carve::Carved;
use super::exif::{self, Exif};
use super::iim::Iim;
use super::table::{CORE, DC, EXT, PHOTOSHOP};
use super::xmp::Xmp;

const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
const EXIF_EX: &str = "http://cipa.jp/exif/1.0/";
const AUX: &str = "http://ns.adobe.com/exif/1.0/aux/";
const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const CAMERA_RAW: &str = "http://ns.adobe.com/camera-raw-settings/1.0/";
const GETTY: &str = "http://xmp.gettyimages.com/gift/1.0/";
const REGIONS: &str = "http://www.metadataworkinggroup.com/schemas/regions/";

const CONTACT_DATASET: u8 = 118;
const KEYWORDS_DATASET: u8 = 25;
const INSTRUCTIONS_DATASET: u8 = 40;
const JOB_DATASET: u8 = 103;

/// Latitude here and of where the camera pointed, longitude (Exif 2.32, 4.6.6).
const POSITIONS: [u16; 3] = [2, 4, 0x14];

/// What is really in the file, the most telling first.
pub(super) fn removed_on_export(
    carved: &Carved,
    xmp: &Xmp,
    iim: &Iim,
    camera: &Exif,
) -> Vec<String> {
    let said = |dataset| iim.first(dataset).is_some();
    let found = [
        ("position", has_position(xmp, camera)),
        (
            "camera serial number",
            camera.has(exif::BODY_SERIAL_NUMBER)
                || xmp.has(AUX, "SerialNumber")
                || xmp.has(EXIF_EX, "BodySerialNumber")
                || xmp.has(GETTY, "CameraSerialNumber"),
        ),
        (
            "lens serial number",
            camera.has(exif::LENS_SERIAL_NUMBER)
                || xmp.has(AUX, "LensSerialNumber")
                || xmp.has(EXIF_EX, "LensSerialNumber"),
        ),
        (
            "owner name",
            camera.has(exif::CAMERA_OWNER)
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
            camera.has_thumbnail() || iim.thumbnail || carved.preview || xmp.has(XMP, "Thumbnails"),
        ),
        (
            "edit history",
            ["History", "DerivedFrom", "Ingredients"].iter().any(|name| xmp.has(MM, name))
                || xmp.has(PHOTOSHOP, "History")
                || xmp.has(CAMERA_RAW, ""),
        ),
        (
            "document identifiers",
            camera.has(exif::IMAGE_UNIQUE_ID)
                || xmp.has(MM, "DocumentID")
                || xmp.has(MM, "InstanceID"),
        ),
        (
            "names of programs and computers",
            camera.has(exif::SOFTWARE)
                || camera.has(exif::HOST_COMPUTER)
                || camera.has_any(exif::PROGRAMS)
                || xmp.has(XMP, "CreatorTool"),
        ),
        ("camera maker's notes", camera.has(exif::MAKER_NOTE)),
        (
            "comments",
            carved.comment || camera.has(exif::USER_COMMENT) || camera.has_any(exif::WINDOWS_TEXTS),
        ),
        ("content credentials", carved.provenance),
        ("bytes after the picture", carved.trailing),
    ];
    found.into_iter().filter(|(_, present)| *present).map(|(words, _)| words.to_owned()).collect()
}

fn has_position(xmp: &Xmp, camera: &Exif) -> bool {
    let in_exif = POSITIONS.into_iter().any(|tag| camera.has_position(tag));
    in_exif || ["GPSLatitude", "GPSLongitude", "GPSDest"].iter().any(|name| xmp.has(EXIF, name))
}
