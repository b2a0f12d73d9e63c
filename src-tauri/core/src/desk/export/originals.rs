//! The untouched originals of an export that asks for them, and which of them stay in the desk.

use super::carried_out::is_withheld;
use crate::desk::edition::Edition;
use crate::desk::photo_record::PhotoRecord;
use crate::export;
use crate::story::{Area, Framing};
use std::path::Path;

/// Why the original of the photo `id` stays in the desk, in one sentence; `None` when it may leave.
/// What a story covers or cuts off must not leave by the back door.
pub fn why_it_stays(edition: &Edition, id: &str, record: &PhotoRecord) -> Option<String> {
    let framed = |hides: fn(&Framing) -> bool| {
        export::framings(&edition.document, id).into_iter().any(hides)
    };
    let because = if is_withheld(record) {
        "who took it is withheld"
    } else if framed(|framing| !framing.obscured.is_empty()) {
        "a part of it is covered in this story"
    } else if framed(|framing| framing.crop.is_some_and(|crop| crop != Area::WHOLE)) {
        "it is cropped in this story"
    } else if !record.row.original_kept {
        "it was taken in without it"
    } else {
        return None;
    };
    Some(format!("The original of {} stays here: {because}.", record.row.file_name))
}

/// Where the original with this number lies in the exported folder.
pub fn place(url_name: &str, number: usize, kept_as: &str) -> String {
    let extension = Path::new(kept_as).extension().unwrap_or_default().to_string_lossy();
    format!("originals/{url_name}-{number}.{extension}")
}
