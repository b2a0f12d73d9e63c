//! A story as it stands at one moment, with its photos and the publication: what is checked, judged
//! and exported. Reading it is the only part of those that touches the database.

use super::contract::{MeasuredPart, Plan, Publication, Settings, Stops, StyleRule};
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use super::records::{Said, WentOut, corrections};
use super::release::{GENERATED_PICTURE, NO_CREDIT};
use super::settings::{self, limit};
use super::story::{name_of, row};
use super::{plan, stops, style_rules};
use crate::check::{self, CheckedPhoto, Checking, Finding, House, Lengths, check};
use crate::export;
use crate::photo::{CreditStyle, Declared, Field, Kind, Synthetic, barred};
use crate::store::story::{StoryRow, hash};
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
    /// The house style.
    pub style: Vec<StyleRule>,
    /// When it is judged, in the zone of the publication.
    pub now: DateTime<FixedOffset>,
    /// The hash of the document that is judged.
    pub document_hash: String,
    /// The last export of it.
    pub went_out: Option<WentOut>,
    /// What is known of the change since then.
    pub said: Said,
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
        let document_hash = document.map_or_else(|| row.draft.hash.clone(), hash);
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
        let style = style_rules::of_desk(db)?;
        // Zones are looked up when they are set; one that a newer Cutline knows is read as UTC.
        let zone = publication.time_zone.parse().unwrap_or(Tz::UTC);
        let now = now.with_timezone(&zone).fixed_offset();
        let went_out = WentOut::last(db, story_id)?;
        let edition = Edition {
            row,
            document,
            publication,
            photos,
            waived,
            plan,
            stops,
            settings,
            style,
            now,
            document_hash,
            went_out,
            said: Said::default(),
        };
        let stands_at = edition.went_out.as_ref().and_then(WentOut::modified_at);
        let stands_at = stands_at.filter(|_| edition.is_as_it_went_out());
        Ok(Edition { said: Said { stands_at, ..Said::default() }, ..edition })
    }

    /// What a sentence calls the story.
    pub fn name(&self) -> String {
        name_of(&self.row.slug, &self.row.draft.summary.headline)
    }

    /// How credits print in this story.
    pub fn credit_style(&self) -> CreditStyle<'_> {
        credit_style(&self.publication, Some(&self.document.language))
    }

    /// What the desk has set for a story of this plan.
    fn house(&self) -> House {
        let length = |part| limit(&self.settings, part, &self.plan);
        House {
            lengths: Lengths {
                headline: length(MeasuredPart::Headline),
                web_headline: length(MeasuredPart::WebHeadline),
                social_headline: length(MeasuredPart::SocialHeadline),
                print_headline: length(MeasuredPart::PrintHeadline),
                standfirst: length(MeasuredPart::Standfirst),
            },
            strict: self.publication.strict,
            tk_marks: self.settings.tk_marks.clone(),
            style: self.style.iter().cloned().map(style_rule).collect(),
        }
    }

    /// What the checks notice, with the reasons of those that were waived. A missing credit and a
    /// generated picture never are, whatever the table says.
    pub fn findings(&self) -> Vec<Finding> {
        let style = self.credit_style();
        let checked = |photo| checked(photo, &style, barred_here(self, photo));
        let photos: BTreeMap<String, CheckedPhoto> =
            self.photos.iter().map(|(id, photo)| (id.clone(), checked(photo))).collect();
        let today = self.now.date_naive();
        let document = &self.document;
        let house = self.house();
        let before = self.went_out.as_ref().map(|last| last.corrections.as_slice());
        let dropped = corrections::findings(before.unwrap_or_default(), document);
        let mut findings = check(&Checking { document, photos: &photos, house: &house, today });
        findings.splice(0..0, dropped);
        let may_be_waived = |rule: &str| ![NO_CREDIT, GENERATED_PICTURE].contains(&rule);
        for finding in findings.iter_mut().filter(|finding| may_be_waived(&finding.rule)) {
            finding.waived = self.waived.get(&finding.key).cloned();
        }
        findings
    }
}

fn style_rule(rule: StyleRule) -> check::StyleRule {
    let StyleRule { find, instead, reason } = rule;
    check::StyleRule { find, instead, reason }
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
