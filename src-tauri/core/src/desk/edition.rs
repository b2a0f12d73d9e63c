//! A story as it stands at one moment, with its photos and the publication: what is checked, judged
//! and exported. Reading it is the only part of those that touches the database.

use super::contract::{MeasuredPart, Plan, Publication, Settings, Stops};
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use super::release::{GENERATED_PICTURE, NO_CREDIT};
use super::settings::{self, limit};
use super::story::{name_of, row};
use super::{plan, stops};
use crate::check::{CheckedPhoto, Checking, Finding, Limits, check};
use crate::export;
use crate::photo::{CreditStyle, Declared, Field, Kind, Synthetic, barred};
use crate::store::story::StoryRow;
use crate::store::{Connection, waiver};
use crate::story::{Document, read};
use chrono::{DateTime, FixedOffset, Utc};
use chrono_tz::Tz;
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
    pub plan: Plan,
    /// What holds it back.
    pub stops: Stops,
    pub settings: Settings,
    /// When it is judged, in the zone of the publication.
    pub now: DateTime<FixedOffset>,
}

impl Edition {
    /// The story with its saved draft, or with `document` in its place, as it is to be judged `now`.
    pub fn read(
        db: &Connection,
        now: DateTime<Utc>,
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
        let waived = waiver::reasons(db, story_id)?;
        let plan = plan::shown(&row.plan);
        let stops = stops::of_story(db, &row, now)?;
        let settings = settings::of_desk(db)?;
        // Zones are looked up when they are set; one that a newer Cutline knows is read as UTC.
        let zone = publication.time_zone.parse().unwrap_or(Tz::UTC);
        let now = now.with_timezone(&zone).fixed_offset();
        Ok(Edition { row, document, publication, photos, waived, plan, stops, settings, now })
    }

    /// What a sentence calls the story.
    pub fn name(&self) -> String {
        name_of(&self.row.slug, &self.row.draft.summary.headline)
    }

    /// How credits print in this story.
    pub fn credit_style(&self) -> CreditStyle<'_> {
        credit_style(&self.publication, Some(&self.document.language))
    }

    /// What the checks notice, with the reasons of those that were waived. A missing credit and a
    /// generated picture never are, whatever the table says.
    pub fn findings(&self) -> Vec<Finding> {
        let style = self.credit_style();
        let checked = |photo| checked(photo, &style, barred_here(self, photo));
        let photos: BTreeMap<String, CheckedPhoto> =
            self.photos.iter().map(|(id, photo)| (id.clone(), checked(photo))).collect();
        let headline = limit(&self.settings, MeasuredPart::Headline, &self.plan);
        let limits =
            Limits { headline: headline.unwrap_or(u32::MAX), strict: self.publication.strict };
        let today = self.now.date_naive();
        let document = &self.document;
        let mut findings = check(&Checking { document, photos: &photos, limits, today });
        let may_be_waived = |rule: &str| ![NO_CREDIT, GENERATED_PICTURE].contains(&rule);
        for finding in findings.iter_mut().filter(|finding| may_be_waived(&finding.rule)) {
            finding.waived = self.waived.get(&finding.key).cloned();
        }
        findings
    }
}

fn barred_here(edition: &Edition, photo: &PhotoRecord) -> Option<String> {
    barred(&photo.usage, edition.now, &edition.row.id)
}

fn checked(photo: &PhotoRecord, style: &CreditStyle, barred: Option<String>) -> CheckedPhoto {
    let credit = photo.credit(style);
    let said = |field: Field| photo.facts.get(field).map(str::to_owned);
    let labelled = photo.kind_chosen == Some(Kind::Illustration);
    let declared =
        matches!(photo.declared, Some(Declared::Handout { .. } | Declared::Supplied { .. }));
    let from_somebody = [Field::CreditLine, Field::Source, Field::Copyright, Field::UsageTerms]
        .into_iter()
        .any(|field| photo.facts.get(field).is_some());
    CheckedPhoto {
        name: photo.row.file_name.clone(),
        credit_names: credit.as_ref().map(|credit| credit.names.clone()),
        credit_line: credit.map(|credit| credit.line),
        caption: said(Field::Caption),
        alt_text: said(Field::AltText),
        barred,
        generated: photo.usage.synthetic == Synthetic::Generated && !labelled,
        width_px: photo.row.width_px,
        height_px: photo.row.height_px,
        // A drawing has no day on which it was taken.
        taken: said(Field::DateCreated).filter(|_| photo.kind() == Kind::Photo),
        near: [Field::Sublocation, Field::City].into_iter().filter_map(said).collect(),
        far: [Field::State, Field::Country].into_iter().filter_map(said).collect(),
        restrictions: photo.usage.restrictions.clone(),
        // A supplier that is named can be asked; only a photo that came from nowhere is worth a word.
        rights_unknown: photo.usage.category.is_none() && !declared && !from_somebody,
    }
}
