//! A story as it stands at one moment, with its photos and the publication: what is checked, judged
//! and exported. Reading it is the only part of those that touches the database.

use super::contract::Publication;
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use super::release::NO_CREDIT;
use super::story::{name_of, row};
use crate::check::{CheckedPhoto, Checking, Finding, Limits, check};
use crate::export;
use crate::photo::{CreditStyle, Field};
use crate::store::story::StoryRow;
use crate::store::{Connection, waiver};
use crate::story::{Document, read};
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub struct Edition {
    pub row: StoryRow,
    pub document: Document,
    pub publication: Publication,
    /// Those that the document names and the desk has, by id.
    pub photos: BTreeMap<String, PhotoRecord>,
    /// The reasons of the findings that a person let pass, by the finding's key.
    pub waived: BTreeMap<String, String>,
}

impl Edition {
    /// The story with its saved draft, or with `document` in its place.
    pub fn read(
        db: &Connection,
        story_id: &str,
        document: Option<&str>,
    ) -> Result<Edition, Failure> {
        let row = row(db, story_id)?;
        let document = read(document.unwrap_or(&row.draft.document));
        let mut photos = BTreeMap::new();
        for id in export::figures(&document) {
            if let Some(record) = PhotoRecord::load(db, id)? {
                photos.insert(id.to_owned(), record);
            }
        }
        let publication = publication::of_desk(db)?;
        Ok(Edition { waived: waiver::reasons(db, story_id)?, row, document, publication, photos })
    }

    /// What a sentence calls the story.
    pub fn name(&self) -> String {
        name_of(&self.row.slug, &self.row.draft.summary.headline)
    }

    /// How credits print in this story.
    pub fn credit_style(&self) -> CreditStyle<'_> {
        credit_style(&self.publication, Some(&self.document.language))
    }

    /// What the checks notice, with the reasons of those that were waived. A missing credit never
    /// is, whatever the table says.
    pub fn findings(&self) -> Vec<Finding> {
        let style = self.credit_style();
        let photos: BTreeMap<String, CheckedPhoto> =
            self.photos.iter().map(|(id, photo)| (id.clone(), checked(photo, &style))).collect();
        let limits =
            Limits { headline: self.publication.headline_limit, strict: self.publication.strict };
        let mut findings = check(&Checking { document: &self.document, photos: &photos, limits });
        for finding in findings.iter_mut().filter(|finding| finding.rule != NO_CREDIT) {
            finding.waived = self.waived.get(&finding.key).cloned();
        }
        findings
    }
}

fn checked(photo: &PhotoRecord, style: &CreditStyle) -> CheckedPhoto {
    let credit = photo.credit(style);
    CheckedPhoto {
        name: photo.row.file_name.clone(),
        credit_names: credit.as_ref().map(|credit| credit.names.clone()),
        credit_line: credit.map(|credit| credit.line),
        caption: photo.facts.get(Field::Caption).map(str::to_owned),
        alt_text: photo.facts.get(Field::AltText).map(str::to_owned),
    }
}
