//! An earlier export, written into a folder again: its texts as they were kept, its pictures from those
//! that are kept or made anew by the same recipe. Every file is compared with what went out, and what
//! differs or is gone is said.

use super::changes::export_row;
use super::printed::Printed;
use super::record;
use super::went_out::{State, state};
use crate::desk::Desk;
use crate::desk::contract::{
    Changed, ExportAgain, ExportForm, HadBack, JobEnd, RecordKind, Started, WayOut,
};
use crate::desk::dispatch::safely;
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::export::forms::{Made, page_of, shape};
use crate::desk::export::manifest;
use crate::desk::export::outgoing::{Outgoing, target};
use crate::desk::export::renditions::Framed;
use crate::desk::failure::Failure;
use crate::desk::folders::absolute;
use crate::desk::jobs::{Job, Turn};
use crate::desk::photo_record::PhotoRecord;
use crate::desk::release::{Ruling, let_out};
use crate::desk::words::variant;
use crate::export::{PageCredit, PagePhoto, PagePicture};
use crate::photo::darkroom::Wanted;
use crate::photo::{WrittenFacts, write_facts};
use crate::store::export::ExportRow;
use crate::store::export_file::{self, FileRow, PictureRow};
use crate::store::photo::PhotoRow;
use crate::store::{Connection, kept, passed_stop};
use crate::story::Framing;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More names than anybody tries.
const MOST_NAMES: u32 = 10_000;

impl Desk {
    /// Starts to write an earlier export into a folder, beside what is there. Fails with
    /// [`Code::Stopped`](crate::desk::failure::Code::Stopped) when a stop or a barred photo holds it,
    /// and when it is from before exports were remembered.
    pub fn export_again(&self, request: ExportAgain) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let folder = absolute(&PathBuf::from(&request.folder));
        let now = self.glance();
        let past = self.read(|db| {
            let edition = Edition::read(db, now, &request.story_id, None)?;
            let row = export_row(db, &edition, Some(request.number))?;
            let past = Past::of(db, row)?;
            let forgotten =
                || DeskError::ExportForgotten { slug: edition.name(), number: request.number };
            let past = past.ok_or_else(forgotten)?;
            let then = &past.state.document;
            let edition = Edition::read(db, now, &request.story_id, Some(then))?;
            Ok((past, edition))
        });
        let (past, edition) = past?;
        let profile = variant(&past.row.profile).unwrap_or_default();
        let ruling = let_out(&edition, WayOut::Again, profile, request.going_past.as_deref())?;
        let folder = target(&folder, &self.inner.exports_folder)?;
        let (form, unique) = (past.form(), self.inner.clock.id());
        let name = free_name(&folder, &past, form);
        let out = Outgoing::begin(&folder, &name, shape(form), &unique)?;
        let job_id = self.inner.clock.id();
        let job = self.open_job(&job_id, past.files.len());
        let again =
            Again { desk: self.clone(), job, past, edition, ruling, out, remarks: Vec::new() };
        self.inner.jobs.push(Turn::Next, move || again.run());
        Ok(Started { job_id })
    }
}

/// What the desk remembers of an export.
struct Past {
    row: ExportRow,
    state: State,
    files: Vec<FileRow>,
    pictures: BTreeMap<u32, (PictureRow, Option<PhotoRecord>)>,
}

impl Past {
    /// `None` when it is from before exports were remembered.
    fn of(db: &Connection, row: ExportRow) -> Result<Option<Past>, Failure> {
        let files = export_file::files(db, &row.id)?;
        let Some(state) = state(db, &row)?.filter(|_| !files.is_empty()) else { return Ok(None) };
        let mut pictures = BTreeMap::new();
        for picture in export_file::pictures(db, &row.id)? {
            let record = PhotoRecord::load(db, &picture.photo_id)?;
            pictures.insert(picture.number, (picture, record));
        }
        Ok(Some(Past { row, state, files, pictures }))
    }

    fn form(&self) -> ExportForm {
        variant(&self.row.form).unwrap_or_default()
    }
}

/// "bridge-reopens-export-2", with a number when that is taken: nothing is replaced.
fn free_name(folder: &Path, past: &Past, form: ExportForm) -> String {
    let stem = format!("{}-export-{}", past.state.printed.url_name, past.row.number);
    let ending = shape(form).ending;
    let free = |name: &String| !folder.join(format!("{name}{ending}")).exists();
    let others = (2..MOST_NAMES).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.clone()).chain(others).find(free).unwrap_or(stem)
}

struct Again {
    desk: Desk,
    job: Arc<Job>,
    past: Past,
    edition: Edition,
    ruling: Ruling,
    out: Outgoing,
    remarks: Vec<String>,
}

impl Again {
    fn run(self) {
        let (desk, job) = (self.desk.clone(), Arc::clone(&self.job));
        let end = match safely("export_again", || self.write()) {
            Ok(Some(had_back)) => JobEnd::HadBack { had_back },
            Ok(None) => JobEnd::Cancelled,
            Err(failure) => JobEnd::Failed { failure },
        };
        desk.inner.jobs.end(&job, end);
    }

    fn write(mut self) -> Result<Option<HadBack>, Failure> {
        let mut same = 0;
        let mut gone = BTreeSet::new();
        for file in self.past.files.clone() {
            if self.job.is_cancelled() {
                return Ok(None);
            }
            same += u32::from(self.file(&file, &mut gone)?);
            self.job.step(None);
        }
        let place = self.out.place().to_owned();
        let had_back = HadBack {
            number: self.past.row.number,
            at: self.past.row.at.clone(),
            page: page_of(self.past.form(), &place).map(|page| page.to_string_lossy().into()),
            path: place.to_string_lossy().into_owned(),
            files: same,
            remarks: self.remarks.clone(),
        };
        self.finish()?;
        Ok(Some(had_back))
    }

    /// Answers whether the file is what went out.
    fn file(&mut self, file: &FileRow, gone: &mut BTreeSet<u32>) -> Result<bool, Failure> {
        let bytes = match &file.picture {
            None => self.desk.read(|db| Ok(kept::bytes(db, &file.hash)?))?,
            Some((number, _)) if gone.contains(number) => None,
            Some((number, wanted)) => match self.picture(*number, wanted) {
                Ok(bytes) => bytes,
                Err(failure) => {
                    gone.insert(*number);
                    self.remarks.push(failure.message);
                    None
                }
            },
        };
        let Some(bytes) = bytes else {
            self.remarks.push(format!("{} cannot be had back.", name_of(file)));
            return Ok(false);
        };
        let same = blake3::hash(&bytes).to_hex().as_str() == file.hash;
        if !same {
            self.remarks.push(format!("{} was made anew and differs.", name_of(file)));
        }
        self.out.take(&file.name, &bytes)?;
        Ok(same)
    }

    /// The file of a picture. `None` when what was wanted of it cannot be read.
    fn picture(&self, number: u32, wanted: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some((picture, record)) = self.past.pictures.get(&number) else { return Ok(None) };
        let row = original_row(picture, record.as_ref());
        if wanted.is_empty() {
            return Ok(Some(self.desk.original(&row)?));
        }
        let framing: Option<Framing> = serde_json::from_str(&picture.framing).ok();
        let facts: Option<WrittenFacts> = serde_json::from_str(&picture.facts).ok();
        let wanted: Option<Wanted> = serde_json::from_str(wanted).ok();
        let (Some(framing), Some(facts), Some(wanted)) = (framing, facts, wanted) else {
            return Ok(None);
        };
        let framed = Framed { row: &row, framing: &framing };
        if self.desk.rendition(framed, &wanted).is_none() {
            // All sizes at once, as the export ordered them: one made alone differs in its last bits.
            self.desk
                .make_renditions(framed, &self.all_of(number), &mut || ControlFlow::Continue(()))?;
        }
        let made = self.desk.rendition(framed, &wanted).ok_or(DeskError::RenditionsGone)?;
        let written = write_facts(&made.bytes, &facts);
        Ok(Some(
            written.map_err(|error| crate::desk::failure::photo_failure(&row.file_name, error))?,
        ))
    }

    fn all_of(&self, number: u32) -> Vec<Wanted> {
        let of = |file: &FileRow| {
            let (of, wanted) = file.picture.as_ref()?;
            (*of == number).then(|| serde_json::from_str(wanted).ok()).flatten()
        };
        self.past.files.iter().filter_map(of).collect()
    }

    fn finish(self) -> Result<(), Failure> {
        let Again { desk, past, edition, ruling, out, .. } = self;
        let made = credits(&past);
        let facts = manifest::Facts {
            export: out.place().file_name().unwrap_or_default().to_string_lossy().into(),
            form: past.form(),
            at: &past.row.at,
            edition: &edition,
            ruling: &ruling,
            made: &made,
        };
        out.finish(|files| manifest::written(&facts, files))?;
        desk.trim_renditions();
        let (id, now) = (past.row.story_id, desk.now());
        let reasons: Vec<&str> = ruling.passed.iter().map(|p| p.reason.as_str()).collect();
        let text = match reasons.first() {
            Some(reason) => format!("Export {}. {reason}", past.row.number),
            None => format!("Export {}", past.row.number),
        };
        let passed = ruling.passed(&edition, WayOut::Again, &now);
        desk.write(move |db| {
            for stop in &passed {
                passed_stop::insert(db, stop)?;
            }
            record(db, &id, (&now, RecordKind::HadBack, &text))?;
            Ok(((), vec![Changed::Story { id }]))
        })?;
        Ok(())
    }
}

/// The photo as it was then: its record, with the original that the export was made of.
fn original_row(picture: &PictureRow, record: Option<&PhotoRecord>) -> PhotoRow {
    let (original, original_hash) = (picture.original.clone(), picture.original_hash.clone());
    match record {
        Some(record) => PhotoRow { original, original_hash, ..record.row.clone() },
        None => PhotoRow {
            original,
            original_hash,
            file_name: "a photo that is no longer in the desk".into(),
            ..PhotoRow::default()
        },
    }
}

/// What the manifest says of the photos: the pictures of each, by the beginning of their names.
fn credits(past: &Past) -> Made {
    let Printed { photos, .. } = &past.state.printed;
    let mut made = Made::new();
    for file in &past.files {
        let Some((number, wanted)) = &file.picture else { continue };
        let Some((picture, _)) = past.pictures.get(number).filter(|_| !wanted.is_empty()) else {
            continue;
        };
        let stem = file.name.rsplit('/').next().and_then(|name| name.rsplit_once('-'));
        let stem = stem.map_or(file.name.as_str(), |(stem, _)| stem);
        let line = photos.get(&picture.photo_id).map(|photo| photo.credit.clone());
        let photo = made.entry(picture.photo_id.clone()).or_insert_with(|| PagePhoto {
            credit: PageCredit { line: line.unwrap_or_default(), ..PageCredit::default() },
            ..PagePhoto::default()
        });
        if !photo.pictures.iter().any(|picture| picture.stem == stem) {
            photo.pictures.push(PagePicture { stem: stem.to_owned(), ..PagePicture::default() });
        }
    }
    made
}

fn name_of(file: &FileRow) -> &str {
    if file.name.is_empty() { "The page" } else { &file.name }
}
