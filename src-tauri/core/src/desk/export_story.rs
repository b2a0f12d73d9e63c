//! Exporting a story: the page and its pictures, as a folder that appears whole or not at all.

use super::Desk;
use super::change_story::is_url_name;
use super::contract::{Changed, ExportStory, Exported, JobEnd, Started, WayOut};
use super::dispatch::safely;
use super::edition::Edition;
use super::error::DeskError;
use super::export_folder::{ExportFolder, target};
use super::failure::{Failure, photo_failure};
use super::folders::absolute;
use super::jobs::{Job, Turn};
use super::photo_record::PhotoRecord;
use super::release::{Ruling, release};
use super::story::exported;
use super::words::{list, read_time, time};
use crate::export::{
    self, LOGO_FILE, PageCredit, PagePhoto, PageStory, PublicationLine, file_name,
};
use crate::photo::darkroom::{Order, Original, PictureFormat, Purpose, Rendition, Size, Wanted};
use crate::photo::{self, Declared, Field, PrintedCredit, WrittenFacts};
use crate::store::export::ExportRow;
use crate::store::{self, Connection, StoreError};
use crate::story::Framing;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

impl Desk {
    /// Starts to export the saved draft and answers at once. Fails with
    /// [`Code::Stopped`](super::failure::Code::Stopped) when the story may not leave, and when the
    /// folder cannot be used; nothing is written then.
    pub fn export_story(&self, request: ExportStory) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let folder = request.folder.map_or(self.inner.exports_folder.clone(), PathBuf::from);
        let folder = target(&absolute(&folder), &self.inner.exports_folder)?;
        let story_id = request.story_id;
        let now = self.glance();
        let edition = self.read(|db| Edition::read(db, now, &story_id, None))?;
        let ruling = release(&edition, WayOut::Export);
        if !ruling.may_leave() {
            return Err(stopped(&edition, &ruling).into());
        }
        let under_way = UnderWay::begin(self, &edition)?;
        let edition = self.with_url_name(edition)?;
        let folder = ExportFolder::begin(&folder, &edition.row.url_name, &self.inner.clock.id())?;
        let job_id = self.inner.clock.id();
        let job = self.open_job(&job_id, pieces(&edition));
        let export =
            Export { desk: self.clone(), job, edition, ruling, folder, _under_way: under_way };
        self.inner.jobs.push(Turn::Next, move || export.run());
        Ok(Started { job_id })
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

fn stopped(edition: &Edition, ruling: &Ruling) -> DeskError {
    if ruling.spiked {
        return DeskError::Spiked(edition.name());
    }
    const SHOWN: usize = 3;
    let mut blocks: Vec<String> =
        ruling.blocks.iter().take(SHOWN).map(|finding| finding.message.clone()).collect();
    match ruling.blocks.len().saturating_sub(SHOWN) {
        0 => {}
        more => blocks.push(format!("And {more} more.")),
    }
    DeskError::Stopped { slug: edition.name(), blocks }
}

/// A URL name made from the headline, with a number when another story has it.
fn free_url_name(db: &Connection, headline: &str) -> Result<String, StoreError> {
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

/// How many files the job will write.
fn pieces(edition: &Edition) -> usize {
    let pictures = edition.photos.values().map(|p| photo::widths(p.row.width_px).len());
    pictures.sum::<usize>() + 1
}

/// Keeps a story from being exported twice at the same time.
struct UnderWay {
    desk: Desk,
    story_id: String,
}

impl UnderWay {
    fn begin(desk: &Desk, edition: &Edition) -> Result<UnderWay, DeskError> {
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
    folder: ExportFolder,
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
        let mut photos = BTreeMap::new();
        let ids: Vec<String> =
            export::figures(&self.edition.document).into_iter().map(str::to_owned).collect();
        let here = ids.iter().filter_map(|id| Some((id, self.edition.photos.get(id)?.clone())));
        for (number, (id, record)) in (1..).zip(here.collect::<Vec<_>>()) {
            match self.pictures(&record, number)? {
                Some(photo) => photos.insert(id.clone(), photo),
                None => return Ok(None),
            };
        }
        let page = self.page(published, &photos);
        if page.contains(LOGO_FILE) {
            let logo = export::logo(&self.edition.publication.name);
            self.folder.write(LOGO_FILE, logo.as_bytes())?;
        }
        self.folder.write("index.html", page.as_bytes())?;
        self.job.step(None);
        let row = self.export_row(started, photos.len());
        self.folder.finish()?;
        self.desk.record(row, &self.edition, published).map(Some)
    }

    /// Writes every width of one photo. One picture is in memory at a time.
    fn pictures(
        &mut self,
        record: &PhotoRecord,
        number: u32,
    ) -> Result<Option<PagePhoto>, Failure> {
        let name = &record.row.file_name;
        let failed = |error| photo_failure(name, error);
        let original = self.desk.original(&record.row)?;
        let credit = record.credit(&self.edition.credit_style());
        let stem = format!("{}-{number}", self.edition.row.url_name);
        let mut photo = page_photo(record, credit, stem);
        // What is written into a file is what is printed in the story.
        let (credit, copyright) = (photo.credit.names.clone(), photo.copyright.clone());
        let written = WrittenFacts { credit: &credit, copyright: copyright.as_deref() };
        photo.widths = photo::widths(record.row.width_px);
        let wanted = photo.widths.iter().map(|width| Wanted {
            size: Size::Width(*width),
            format: PictureFormat::Jpeg,
            purpose: Purpose::Page,
        });
        let order = Order { framing: Framing::default(), wanted: wanted.collect() };
        let mut written_down = Ok(());
        let (job, folder) = (&self.job, &mut self.folder);
        let darkroom = &self.desk.inner.darkroom;
        let mut lay_down = |index: usize, made: Rendition| -> Result<(), Failure> {
            let bytes = photo::write_facts(&made.bytes, &written).map_err(failed)?;
            photo.extension = made.format.extension().to_owned();
            folder.write(&file_name(&photo, photo.widths[index]), &bytes)?;
            job.step(None);
            Ok(())
        };
        darkroom
            .develop(Original::Bytes(&original), &order, &mut |index, made| {
                written_down = lay_down(index, made);
                match job.is_cancelled() || written_down.is_err() {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            })
            .map_err(failed)?;
        written_down?;
        if self.job.is_cancelled() {
            return Ok(None);
        }
        Ok(Some(photo))
    }

    fn page(&self, published_at: DateTime<Utc>, photos: &BTreeMap<String, PagePhoto>) -> String {
        let publication = &self.edition.publication;
        export::page(&PageStory {
            document: &self.edition.document,
            publication: PublicationLine {
                name: &publication.name,
                site_address: publication.site_address.as_deref(),
                language: &publication.language,
                time_zone: &publication.time_zone,
            },
            url_name: &self.edition.row.url_name,
            published_at,
            modified_at: modified_at(&self.edition).max(published_at),
            photos,
        })
    }

    fn export_row(&self, at: DateTime<Utc>, photos: usize) -> ExportRow {
        ExportRow {
            id: self.desk.inner.clock.id(),
            story_id: self.edition.row.id.clone(),
            at: time(at),
            folder: self.folder.place().to_string_lossy().into_owned(),
            document_hash: self.edition.row.draft.hash.clone(),
            photos: u32::try_from(photos).unwrap_or(u32::MAX),
            wanted_left_out: self.ruling.wanted_left_out,
            owed: list(&self.ruling.owed),
        }
    }
}

impl Desk {
    /// Remembers that the story left, and when it did so first.
    fn record(
        &self,
        row: ExportRow,
        edition: &Edition,
        published: DateTime<Utc>,
    ) -> Result<Exported, Failure> {
        let photos: Vec<(String, String)> = edition
            .photos
            .iter()
            .map(|(id, record)| (id.clone(), record.row.judgement.facts_hash.clone()))
            .collect();
        let done = self.write(move |db| {
            let id = row.story_id.clone();
            store::story::set_first_published_at(db, &id, &time(published))?;
            store::export::insert(db, &row, &photos)?;
            Ok((exported(row), vec![Changed::Story { id }, Changed::Stories]))
        })?;
        Ok(done.value)
    }
}

/// The last change of anything that the page shows.
fn modified_at(edition: &Edition) -> DateTime<Utc> {
    let photos = edition.photos.values().map(|photo| read_time(&photo.row.changed_at));
    photos.fold(read_time(&edition.row.draft.saved_at), DateTime::max)
}

fn page_photo(record: &PhotoRecord, credit: Option<PrintedCredit>, stem: String) -> PagePhoto {
    let fact = |field| record.facts.get(field).map(str::to_owned);
    // Whose name is withheld often holds the copyright.
    let withheld = record.declared == Some(Declared::NameWithheld);
    let (photographers, credit) = credit.map_or_else(Default::default, |credit| {
        let PrintedCredit { label, names, line, photographers, .. } = credit;
        (photographers, PageCredit { label, names, line })
    });
    PagePhoto {
        stem,
        extension: String::new(),
        width_px: record.row.width_px,
        height_px: record.row.height_px,
        widths: Vec::new(),
        caption: fact(Field::Caption),
        alt_text: fact(Field::AltText),
        credit,
        photographers,
        copyright: fact(Field::Copyright).filter(|_| !withheld),
        licence_url: fact(Field::WebStatement),
        acquire_licence_url: fact(Field::LicensorUrl),
        date_created: fact(Field::DateCreated),
        digital_source_type: fact(Field::DigitalSourceType),
    }
}
