//! What cameras and programs write where a caption or a name belongs, without being asked.

use super::facts::Field;

/// The whole text, in lower case.
const TEXTS: &[&str] = &[
    "ascii",
    "cof",
    "created with gimp",
    "default",
    "digital camera",
    "dig",
    "edf",
    "exif_jpeg_picture",
    "hdrpl",
    "image",
    "image description",
    "kodak digital still camera",
    "lead technologies inc. v1.01",
    "minolta dsc",
    "null",
    "oznor",
    "photo",
    "picture",
    "rpt",
    "samsung csc",
    "screenshot",
    "sdr",
    "sony dsc",
    "untitled",
];

/// How such texts begin, in lower case.
const STARTS: &[&str] = &[
    "created with gimp",
    "creator: gd-jpeg",
    "dcim\\",
    "dcim/",
    "file written by adobe photoshop",
    "maker:",
    "optimized by jpegmini",
    "processed by ebay",
    "processed with vsco",
    "resized by",
];

/// What stands for a name that nobody filled in, without brackets around it.
const NO_NAMES: &[&str] = &[
    "byline to come",
    "credit to come",
    "credit too long, see caption",
    "credit too long",
    "name to come",
    "no byline",
    "no credit",
    "photographer",
    "photographer name",
    "see caption",
    "unknown",
    "your name",
];

/// How cameras number their files, in lower case.
const FILE_STARTS: &[&str] =
    &["img", "dsc", "dscn", "dscf", "dji", "pxl", "gopr", "imgp", "mvi", "dcim", "sam", "p", "_mg"];

/// Whether a value of this field was put there by a camera or a program, or only keeps a place. False
/// for every field but the caption and those that name somebody.
pub(super) fn is_boilerplate(field: Field, value: &str) -> bool {
    let by_a_camera = value.trim().ends_with("DIGITAL CAMERA") && value.to_uppercase() == value;
    let value = value.trim().to_lowercase();
    match field {
        Field::Caption | Field::Photographer | Field::CreditLine if by_a_camera => true,
        Field::Caption => by_a_machine(&value) || is_file_name(&value) || keeps_a_place(&value),
        Field::Photographer | Field::CreditLine | Field::Source | Field::Copyright => {
            by_a_machine(&value) || keeps_a_place(&value)
        }
        _ => false,
    }
}

fn by_a_machine(value: &str) -> bool {
    TEXTS.contains(&value) || STARTS.iter().any(|start| value.starts_with(start))
}

fn keeps_a_place(value: &str) -> bool {
    let bare = value.trim_matches(['(', ')', '[', ']', '<', '>', '*', '.', ' ']);
    NO_NAMES.contains(&bare)
}

/// "IMG_2041.JPG", "DSC00371": the start of a camera's file names, digits, perhaps an ending.
fn is_file_name(value: &str) -> bool {
    let name = value.rsplit_once('.').map_or(value, |(name, _)| name);
    let start = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - start.len();
    digits >= 4 && FILE_STARTS.contains(&start.trim_end_matches(['_', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, value: &str, expected: bool) {
        assert_eq!(is_boilerplate(field, value), expected, "{value}");
    }

    #[test]
    fn what_a_camera_writes_is_no_caption() {
        check(Field::Caption, "OLYMPUS DIGITAL CAMERA         ", true);
        check(Field::Caption, "KONICA MINOLTA DIGITAL CAMERA", true);
        check(Field::Caption, "SONY DSC", true);
        check(Field::Caption, "DCIM\\100MEDIA\\DJI_0001.JPG", true);
        check(Field::Caption, "Created with GIMP on a Mac", true);
        check(Field::Caption, "IMG_2041.JPG", true);
        check(Field::Caption, "DSC00371", true);
        check(Field::Caption, "Default", true);
    }

    #[test]
    fn what_a_person_writes_is_a_caption() {
        check(Field::Caption, "Untitled, 1954, oil on canvas", false);
        check(Field::Caption, "She holds a digital camera", false);
        check(Field::Caption, "A visitor photographs the quay with a digital camera", false);
        check(Field::Caption, "P 2041", false);
        check(Field::Caption, "Unit 2041", false);
        check(Field::Headline, "Untitled", false);
    }

    #[test]
    fn what_keeps_a_place_names_nobody() {
        check(Field::Photographer, "Name to come", true);
        check(Field::CreditLine, "(Credit too long, see caption)", true);
        check(Field::CreditLine, "See caption for credit", false);
        check(Field::Photographer, "SONY DSC", true);
        check(Field::Photographer, "Unknown Pleasures Studio", false);
        check(Field::City, "Default", false);
    }
}
