//! Taking photos in, as a job: each is committed as it comes, and one that cannot be taken does not
//! hold up the others.

use super::Desk;
use super::contract::{AddPhotos, JobEnd, JobId, JobItem, Nothing, Photo, Started};
use super::dispatch::{quoted, safely};
use super::error::DeskError;
use super::failure::Failure;
use super::jobs::{Job, Turn};
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use std::path::Path;
use std::sync::Arc;

impl Desk {
    /// Starts to take photos in and answers at once.
    pub fn add_photos(&self, request: AddPhotos) -> Result<Started, Failure> {
        self.must_be_ours()?;
        let job_id = self.inner.clock.id();
        let job = self.open_job(&job_id, request.paths.len());
        if request.paths.is_empty() {
            self.inner.jobs.end(&job, JobEnd::Finished);
        }
        for (index, path) in (0..).zip(request.paths) {
            let (desk, job) = (self.clone(), Arc::clone(&job));
            self.inner.jobs.push(Turn::Last, move || desk.add_one(&job, index, path));
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

    fn add_one(&self, job: &Job, index: u32, path: String) {
        let item = (!job.is_cancelled()).then(|| {
            match safely("add_photos", || self.take_and_show(Path::new(&path))) {
                Ok(photo) => JobItem::Photo { index, photo: Box::new(photo) },
                Err(failure) => {
                    log::warn!("A photo was not taken: {:?} {:?}", failure.code, failure.detail);
                    JobItem::NotTaken { index, path, failure }
                }
            }
        });
        if job.step(item) {
            let cancelled = job.is_cancelled();
            let end = if cancelled { JobEnd::Cancelled } else { JobEnd::Finished };
            self.inner.jobs.end(job, end);
        }
    }

    fn take_and_show(&self, path: &Path) -> Result<Photo, Failure> {
        let id = self.take_photo(path)?;
        self.read(|db| {
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, None);
            let record = PhotoRecord::load(db, &id)?;
            Ok(record.ok_or_else(|| DeskError::NoPhoto(id.clone()))?.shown(&style))
        })
    }

    /// Fails when another program holds the desk, before any work is done for nothing.
    pub(super) fn must_be_ours(&self) -> Result<(), Failure> {
        match self.inner.store.held_by() {
            None => Ok(()),
            Some(by) => Err(crate::store::StoreError::Held { by: by.to_owned() }.into()),
        }
    }
}
