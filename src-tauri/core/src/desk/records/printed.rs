//! What an export printed beside its document: what the photos say, and who publishes.

use crate::desk::edition::Edition;
use crate::desk::photo_record::PhotoRecord;
use crate::photo::{CreditStyle, Field};
use crate::story::difference::PhotoWords;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kept as JSON with every export.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Printed {
    /// By photo id.
    pub photos: BTreeMap<String, PhotoWords>,
    pub publication: Line,
    pub url_name: String,
}

/// The publication as a page names it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Line {
    pub name: String,
    pub site_address: Option<String>,
    pub language: String,
    pub time_zone: String,
}

impl Printed {
    pub fn of(edition: &Edition) -> Printed {
        let style = edition.credit_style();
        let photos = edition.photos.iter();
        let publication = &edition.publication;
        Printed {
            photos: photos.map(|(id, record)| (id.clone(), words(record, &style))).collect(),
            publication: Line {
                name: publication.name.clone(),
                site_address: publication.site_address.clone(),
                language: publication.language.clone(),
                time_zone: publication.time_zone.clone(),
            },
            url_name: edition.row.url_name.clone(),
        }
    }
}

fn words(record: &PhotoRecord, style: &CreditStyle) -> PhotoWords {
    let said = |field| record.facts.get(field).unwrap_or_default().to_owned();
    PhotoWords {
        caption: said(Field::Caption),
        alt_text: said(Field::AltText),
        credit: record.credit(style).map(|credit| credit.line).unwrap_or_default(),
    }
}
