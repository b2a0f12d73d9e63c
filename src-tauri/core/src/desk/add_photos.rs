//! Taking photos in, as a job. First every file is looked at and shown as a thumbnail, before all
//! other work; then each is decoded, laid down and committed as it comes. One that cannot be taken
//! does not hold up the others.

use super::Desk;
use super::contract::{AddPhotos, JobEnd, JobId, JobItem, Nothing, Photo, Started};
use super::dispatch::{quoted, safely};
use super::error::DeskError;
use super::failure::Failure;
use super::intake::{Coming, Looked, Resting, look};
use super::jobs::{Job, Turn};
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use std::path::Path;
use std::sync::Arc;

/// The longest side of the thumbnail of a photo that is on its way in.
const THUMBNAIL_PX: u32 = 480;

/// Thumbnails and bytes wait in memory, so a whole disk is not taken in at once.
const MOST: usize = 2_000;

/// One path of the request.
struct Arrival {
    index: u32,
    path: String,
    coming: Coming,
}

impl Desk {
    /// Starts to take photos in and answers at once.
    pub fn add_photos(&self, request: AddPhotos) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let count = request.paths.len();
        if count > MOST {
            return Err(DeskError::TooMuch { what: "photos", count, limit: MOST }.into());
        }
        let job_id = self.inner.clock.id();
        let job = self.open_job(&job_id, count);
        if count == 0 {
            self.inner.jobs.end(&job, JobEnd::Finished);
            return Ok(Started { job_id });
        }
        let added_at = self.now();
        for (index, path) in (0..).zip(request.paths) {
            let photo_id = self.inner.clock.id();
            let keep_original = request.keep_originals;
            let coming = Coming { photo_id, added_at: added_at.clone(), keep_original };
            let arrival = Arrival { index, path, coming };
            let (desk, job) = (self.clone(), Arc::clone(&job));
            self.inner.jobs.push(Turn::First, move || desk.arrive(job, arrival));
        }
        Ok(Started { job_id })
    }

    /// Cancels a job; what it has finished stays. One that has ended is left alone.
    pub fn cancel_job(&self, request: JobId) -> Result<Nothing, Failure> {
        self.inner.jobs.cancel(&request.job_id);
        Ok(Nothing {})
    }

    /// Waits until a job has ended. For clients without a window to be told in.
    pub fn wait(&self, job_id: &str) -> Result<JobEnd, Failure> {
        let ended = self.inner.jobs.wait(job_id);
        Ok(ended.ok_or_else(|| DeskError::NoJob(quoted(job_id)))?)
    }

    /// Opens a job that reports to this desk's client.
    pub(super) fn open_job(&self, id: &str, total: usize) -> Arc<Job> {
        let tell = self.inner.tell.clone();
        self.inner.jobs.open(id.to_owned(), total, move |event| tell.0(event))
    }

    /// The first step: the file is looked at and shown.
    fn arrive(&self, job: Arc<Job>, arrival: Arrival) {
        if job.is_cancelled() {
            return self.done(&job, None);
        }
        let looked = safely("add_photos", || look(Path::new(&arrival.path)));
        match looked {
            Err(failure) => self.done(&job, Some(not_taken(&arrival, failure))),
            Ok(looked) => {
                self.show_thumbnail(&job, &arrival, &looked);
                let (desk, resting) = (self.clone(), self.rest(looked));
                self.inner.jobs.push(Turn::Last, move || desk.take_one(&job, arrival, resting));
            }
        }
    }

    /// A picture without a thumbnail is taken in all the same, or says then what is wrong with it.
    fn show_thumbnail(&self, job: &Job, arrival: &Arrival, looked: &Looked) {
        let made = safely("add_photos", || {
            Ok(self.inner.darkroom.thumbnail(&looked.bytes, THUMBNAIL_PX).ok())
        });
        let Ok(Some(thumbnail)) = made else { return };
        let photo_id = arrival.coming.photo_id.clone();
        self.inner.arriving.show(&photo_id, thumbnail.bytes);
        let (index, file_name) = (arrival.index, looked.name.clone());
        job.tell(JobItem::Arriving { index, photo_id, file_name });
    }

    /// The second step: the picture is decoded and becomes a photo of the desk.
    fn take_one(&self, job: &Job, arrival: Arrival, resting: Resting) {
        let item = if job.is_cancelled() {
            None
        } else {
            let path = Path::new(&arrival.path);
            let coming = arrival.coming.clone();
            match safely("add_photos", || self.take_and_show(path, resting, coming)) {
                Ok(photo) => Some(JobItem::Photo { index: arrival.index, photo: photo.into() }),
                Err(failure) => Some(not_taken(&arrival, failure)),
            }
        };
        self.inner.arriving.forget(&arrival.coming.photo_id);
        self.done(job, item);
    }

    fn take_and_show(
        &self,
        path: &Path,
        resting: Resting,
        coming: Coming,
    ) -> Result<Photo, Failure> {
        let id = self.record_photo(self.take(path, resting, coming)?)?;
        self.read(|db| {
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, None);
            let record = PhotoRecord::load(db, &id)?;
            Ok(record.ok_or_else(|| DeskError::NoPhoto(id.clone()))?.shown(&style))
        })
    }

    /// One path of the request is done with.
    fn done(&self, job: &Job, item: Option<JobItem>) {
        if job.step(item) {
            let cancelled = job.is_cancelled();
            let end = if cancelled { JobEnd::Cancelled } else { JobEnd::Finished };
            self.inner.jobs.end(job, end);
        }
    }

    /// Fails when another program holds the desk, before any work is done for nothing.
    pub(super) fn must_be_ours(&self) -> Result<(), Failure> {
        match self.inner.store.held_by() {
            None => Ok(()),
            Some(by) => Err(crate::store::StoreError::Held { by: by.to_owned() }.into()),
        }
    }
}

fn not_taken(arrival: &Arrival, failure: Failure) -> JobItem {
    log::warn!("A photo was not taken: {:?} {:?}", failure.code, failure.detail);
    JobItem::NotTaken { index: arrival.index, path: arrival.path.clone(), failure }
}
