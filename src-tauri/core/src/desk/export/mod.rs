//! Exporting a story: the page and its pictures, as a folder that appears whole or not at all.

pub mod avif_ahead;
mod carried_out;
pub mod forms;
mod machine;
mod made;
pub mod manifest;
mod markdown;
mod one_file;
pub mod originals;
mod ours;
pub mod outgoing;
pub mod pictures;
pub mod renditions;
mod site;
mod site_folder;
mod sums;
mod word;

use crate::desk::Desk;
use crate::desk::change_story::is_url_name;
use crate::desk::contract::{
    Changed, DatelineStyle, ExportForm, ExportStory, Exported, JobEnd, PhotoProfile, Started,
    StoryKind, WayOut,
};
use crate::desk::dispatch::safely;
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::folders::absolute;
use crate::desk::jobs::{Job, Turn};
use crate::desk::photo_record::PhotoRecord;
use crate::desk::records::Keeping;
use crate::desk::records::keeping::filled;
use crate::desk::release::{Ruling, let_out};
use crate::desk::story::exported;
use crate::desk::themes::Loaded;
use crate::desk::words::{list, read_time, time, word};
use crate::export::{self, DatelinePlace, PageCredit, PagePhoto, PageStory, PublicationLine};
use crate::photo::{Field, PrintedCredit};
use crate::store::export::ExportRow;
use crate::store::passed_stop::{self, PassedStopRow};
use crate::store::{self, Connection, StoreError};
use carried_out::is_withheld;
use chrono::{DateTime, Utc};
pub use forms::{form_of, page_of, shape};
pub use ours::manifest_of;

use forms::{InUse, Making};
use outgoing::{Outgoing, target};
use pictures::Pictures;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

impl Desk {
    /// Starts to export the saved draft and answers at once. Fails with
    /// [`Code::Stopped`](crate::desk::failure::Code::Stopped) when the story may not leave, and when the
    /// folder cannot be used; nothing is written then.
    pub fn export_story(&self, request: ExportStory) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let folder = request.folder.map_or(self.inner.exports_folder.clone(), PathBuf::from);
        let folder = target(&absolute(&folder), &self.inner.exports_folder)?;
        let story_id = request.story_id;
        // A theme that is refused stops the pages, before any picture is made, and no other form.
        let (theme_name, theme) = match forms::is_page(request.form) {
            true => self.theme_in_use()?,
            false => self.plain_theme()?,
        };
        let shape = shape(request.form);
        let going_past = request.going_past.as_deref();
        let judge =
            |edition: &Edition| let_out(edition, shape.way_out, request.profile, going_past);
        let edition = match shape.way_out {
            WayOut::ReadingCopy => {
                let now = self.glance();
                self.read(|db| Edition::read(db, now, &story_id, None))?
            }
            _ => self.edition_to_leave(&story_id, request.change.as_ref(), |edition| {
                Ok(judge(edition).map(drop)?)
            })?,
        };
        let ruling = judge(&edition)?;
        let under_way = UnderWay::begin(self, &edition)?;
        let edition = match shape.way_out {
            WayOut::ReadingCopy => self.with_name_to_be(edition)?,
            _ => self.with_url_name(edition)?,
        };
        let (name, unique) = (&edition.row.url_name, self.inner.clock.id());
        let out = Outgoing::begin(&folder, name, shape, &unique)?;
        let job_id = self.inner.clock.id();
        let profile = request.profile;
        let job = self.open_job(&job_id, pieces(&edition, profile));
        let export = Export {
            desk: self.clone(),
            job,
            edition,
            ruling,
            profile,
            form: request.form,
            out,
            theme_name,
            theme,
            _under_way: under_way,
        };
        self.inner.jobs.push(Turn::Next, move || export.run());
        Ok(Started { job_id })
    }

    /// The URL name that the story would have, which is not fixed by a copy that is only read.
    fn with_name_to_be(&self, mut edition: Edition) -> Result<Edition, Failure> {
        if edition.row.url_name.is_empty() {
            let headline = edition.row.draft.summary.headline.clone();
            edition.row.url_name =
                self.read(|db| free_url_name(db, &headline).map_err(Failure::from))?;
        }
        Ok(edition)
    }

    /// Fixes the URL name at the first export, before anything is written under it.
    fn with_url_name(&self, mut edition: Edition) -> Result<Edition, Failure> {
        if !edition.row.url_name.is_empty() {
            return Ok(edition);
        }
        let id = edition.row.id.clone();
        let headline = edition.row.draft.summary.headline.clone();
        let done = self.write(move |db| {
            let url_name = free_url_name(db, &headline)?;
            store::story::set_url_name(db, &id, &url_name)?;
            Ok((url_name, vec![Changed::Story { id }]))
        })?;
        edition.row.url_name = done.value;
        Ok(edition)
    }
}

/// A URL name made from the headline, with a number when another story has it.
pub fn free_url_name(db: &Connection, headline: &str) -> Result<String, StoreError> {
    let made = export::url_name(headline);
    let stem = if is_url_name(&made) { made.as_str() } else { "story" };
    let mut name = stem.to_owned();
    let mut number = 1;
    while store::story::with_url_name(db, &name)?.is_some() {
        number += 1;
        let end = format!("-{number}");
        let stem = stem.get(..80 - end.len()).unwrap_or(stem).trim_end_matches('-');
        name = format!("{stem}{end}");
    }
    Ok(name)
}

/// How many pieces the job has: the pictures and the page.
fn pieces(edition: &Edition, profile: PhotoProfile) -> usize {
    pictures::count(edition, &page_photos(edition, profile)) + 1
}

/// Keeps a story from being exported twice at the same time.
pub struct UnderWay {
    desk: Desk,
    story_id: String,
}

impl UnderWay {
    pub fn begin(desk: &Desk, edition: &Edition) -> Result<UnderWay, DeskError> {
        let story_id = edition.row.id.clone();
        let mut exporting = desk.inner.exporting.lock().unwrap_or_else(PoisonError::into_inner);
        if !exporting.insert(story_id.clone()) {
            return Err(DeskError::ExportUnderWay(edition.name()));
        }
        drop(exporting);
        Ok(UnderWay { desk: desk.clone(), story_id })
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let exporting = &self.desk.inner.exporting;
        exporting.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.story_id);
    }
}

struct Export {
    desk: Desk,
    job: Arc<Job>,
    edition: Edition,
    ruling: Ruling,
    profile: PhotoProfile,
    form: ExportForm,
    out: Outgoing,
    theme_name: String,
    theme: Loaded,
    _under_way: UnderWay,
}

impl Export {
    fn run(self) {
        let (desk, job) = (self.desk.clone(), Arc::clone(&self.job));
        let end = match safely("export_story", || self.write()) {
            Ok(Some(exported)) => JobEnd::Exported { exported },
            Ok(None) => JobEnd::Cancelled,
            Err(failure) => {
                log::warn!("An export failed: {:?} {:?}", failure.code, failure.detail);
                JobEnd::Failed { failure }
            }
        };
        desk.inner.jobs.end(&job, end);
    }

    /// Answers `None` when it was cancelled; then nothing is there.
    fn write(mut self) -> Result<Option<Exported>, Failure> {
        if self.job.is_cancelled() {
            return Ok(None);
        }
        let started = self.desk.inner.clock.now();
        let published = self.edition.row.first_published_at.as_deref().map_or(started, read_time);
        let pictures = Pictures {
            desk: &self.desk,
            job: &self.job,
            edition: &self.edition,
            profile: self.profile,
        };
        let theme = InUse { name: &self.theme_name, theme: &self.theme };
        let making =
            Making { pictures, published_at: published, banner: &self.ruling.banner, theme };
        let Some(made) = forms::write(self.form, &making, &mut self.out)? else { return Ok(None) };
        self.job.step(None);
        let row = self.export_row(started, published, made.len());
        let facts = manifest::Facts {
            export: self.out.place().file_name().unwrap_or_default().to_string_lossy().into(),
            form: self.form,
            at: &row.at,
            edition: &self.edition,
            ruling: &self.ruling,
            made: &made,
        };
        let keeping = self.out.keeping();
        self.out.finish(|files| manifest::written(&facts, files))?;
        self.desk.trim_renditions();
        let passed = self.ruling.passed(&self.edition, shape(self.form).way_out, &row.at);
        self.desk.record((row, passed), keeping, self.edition).map(Some)
    }

    fn export_row(&self, at: DateTime<Utc>, published: DateTime<Utc>, photos: usize) -> ExportRow {
        let row = ExportRow {
            id: self.desk.inner.clock.id(),
            story_id: self.edition.row.id.clone(),
            at: time(at),
            folder: self.out.place().to_string_lossy().into_owned(),
            document_hash: self.edition.row.draft.hash.clone(),
            photos: u32::try_from(photos).unwrap_or(u32::MAX),
            wanted_left_out: self.ruling.wanted_left_out,
            owed: list(&self.ruling.owed),
            form: word(&self.form),
            profile: word(&self.profile),
            theme: Some(self.theme_name.clone()),
            for_readers: shape(self.form).way_out != WayOut::ReadingCopy,
            published_at: Some(time(published)),
            modified_at: Some(time(modified_at(&self.edition).max(published))),
            ..ExportRow::default()
        };
        filled(row, &self.edition)
    }
}

impl Desk {
    /// Remembers that the story left, when it did so first, and what went out.
    fn record(
        &self,
        (row, passed): (ExportRow, Vec<PassedStopRow>),
        keeping: Keeping,
        edition: Edition,
    ) -> Result<Exported, Failure> {
        let photos: Vec<(String, String)> = edition
            .photos
            .iter()
            .map(|(id, record)| (id.clone(), record.row.judgement.facts_hash.clone()))
            .collect();
        let done = self.write(move |db| {
            let id = row.story_id.clone();
            if let Some(published) = row.published_at.as_ref().filter(|_| row.for_readers) {
                store::story::set_first_published_at(db, &id, published)?;
            }
            for stop in &passed {
                passed_stop::insert(db, stop)?;
            }
            store::export::insert(db, &row, &photos)?;
            keeping.put(db, &row, &edition)?;
            Ok((exported(row), vec![Changed::Story { id }, Changed::Stories]))
        })?;
        Ok(done.value)
    }
}

/// Everything that the page of the story is made of.
pub fn page_story<'a>(
    edition: &'a Edition,
    published_at: DateTime<Utc>,
    photos: &'a BTreeMap<String, PagePhoto>,
) -> PageStory<'a> {
    let publication = &edition.publication;
    PageStory {
        dateline: dateline_place(edition.settings.dateline),
        document: &edition.document,
        publication: PublicationLine {
            name: &publication.name,
            site_address: publication.site_address.as_deref(),
            language: &publication.language,
            time_zone: &publication.time_zone,
        },
        url_name: &edition.row.url_name,
        kind: story_kind(edition.plan.kind),
        desk: &edition.plan.desk,
        published_at,
        modified_at: modified_at(edition).max(published_at),
        photos,
    }
}

/// The last change that a reader is told of: of anything that the page shows, unless nothing of it
/// prints or the desk called it minor.
fn modified_at(edition: &Edition) -> DateTime<Utc> {
    if let Some(stands_at) = edition.said.stands_at {
        return stands_at;
    }
    let photos = edition.photos.values().map(|photo| read_time(&photo.row.changed_at));
    photos.fold(read_time(&edition.row.draft.saved_at), DateTime::max)
}

/// Every photo of the story as the page shows it, before its pictures are made.
pub fn page_photos(edition: &Edition, profile: PhotoProfile) -> BTreeMap<String, PagePhoto> {
    let style = edition.credit_style();
    let photo = |record: &PhotoRecord| page_photo(record, record.credit(&style), profile);
    edition.photos.iter().map(|(id, record)| (id.clone(), photo(record))).collect()
}

fn page_photo(
    record: &PhotoRecord,
    credit: Option<PrintedCredit>,
    profile: PhotoProfile,
) -> PagePhoto {
    let fact = |field| record.facts.get(field).map(str::to_owned);
    // Whose name is withheld often holds the copyright and sells the licence.
    let rights = |field| fact(field).filter(|_| !is_withheld(record));
    let dated = profile != PhotoProfile::SourceProtection;
    let (photographers, credit) = credit.map_or_else(Default::default, |credit| {
        let PrintedCredit { label, names, line, photographers, .. } = credit;
        (photographers, PageCredit { label, names, line })
    });
    PagePhoto {
        pictures: Vec::new(),
        caption: fact(Field::Caption),
        alt_text: fact(Field::AltText),
        credit,
        photographers,
        copyright: rights(Field::Copyright),
        usage_terms: rights(Field::UsageTerms),
        licence_url: rights(Field::WebStatement),
        acquire_licence_url: rights(Field::LicensorUrl),
        date_created: fact(Field::DateCreated).filter(|_| dated),
        digital_source_type: fact(Field::DigitalSourceType),
    }
}

/// The kind as the page tells it.
fn story_kind(kind: StoryKind) -> export::StoryKind {
    match kind {
        StoryKind::News => export::StoryKind::News,
        StoryKind::Brief => export::StoryKind::Brief,
        StoryKind::Feature => export::StoryKind::Feature,
        StoryKind::Analysis => export::StoryKind::Analysis,
        StoryKind::Opinion => export::StoryKind::Opinion,
        StoryKind::Explainer => export::StoryKind::Explainer,
        StoryKind::Interview => export::StoryKind::Interview,
        StoryKind::Review => export::StoryKind::Review,
    }
}

/// Where the page prints the dateline.
fn dateline_place(style: DatelineStyle) -> DatelinePlace {
    match style {
        DatelineStyle::FirstParagraph => DatelinePlace::FirstParagraph,
        DatelineStyle::AfterByline => DatelinePlace::AfterByline,
        DatelineStyle::None => DatelinePlace::None,
    }
}
