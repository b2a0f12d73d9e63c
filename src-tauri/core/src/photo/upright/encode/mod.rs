//! From a finished picture to bytes: one file per format, each with `encode(image, purpose)`.
//!
//! Pictures are encoded side by side, the largest first, as far as memory allows. What comes out does
//! not depend on how many are at work: each is encoded by one thread alone.
//!
//! To add a format: a file, a line in [`bytes`], and its quality in the table of
//! docs/decisions/0010-picture-codecs.md, measured to look like the others.

mod avif;
mod jpeg;
mod png;
mod webp;

use super::super::darkroom::{PictureFormat, Purpose, Rendition, Wanted};
use super::super::error::{Cause, PhotoError};
use image::{DynamicImage, RgbImage};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What the encoders at work may take together. One that alone takes more works alone.
const MAX_BYTES_AT_WORK: u64 = 48 << 20;

/// One picture to encode.
pub(super) struct Job {
    /// Its place in the order.
    pub index: usize,
    pub image: Arc<DynamicImage>,
    pub wanted: Wanted,
}

type Outcome = (usize, Result<Rendition, PhotoError>);

/// Encodes all jobs on this many threads, and hands each out as it is finished. Stops at the first
/// that fails, or when `each` breaks off.
pub(super) fn encode_all(
    mut jobs: Vec<Job>,
    threads: usize,
    each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
) -> Result<(), PhotoError> {
    // Taken from the end.
    jobs.sort_by_key(|job| (memory(job), usize::MAX - job.index));
    let threads = threads.clamp(1, jobs.len().max(1));
    let bench =
        Bench { stop: AtomicBool::new(false), jobs: Mutex::new((jobs, 0)), free: Condvar::new() };
    let (sender, finished) = channel();
    thread::scope(|scope| {
        let started = (0..threads).filter(|_| {
            let sender = sender.clone();
            thread::Builder::new().spawn_scoped(scope, || bench.work(sender)).is_ok()
        });
        // Where a system lets no thread be started, all is done here, and then handed out.
        if started.count() == 0 {
            bench.work(sender.clone());
        }
        drop(sender);
        for (index, outcome) in finished {
            let stop = match outcome {
                Ok(rendition) => each(index, rendition).is_break().then_some(Ok(())),
                Err(error) => Some(Err(error)),
            };
            if let Some(end) = stop {
                bench.stop.store(true, Ordering::Relaxed);
                return end;
            }
        }
        Ok(())
    })
}

/// Where the encoders take their work from.
struct Bench {
    stop: AtomicBool,
    /// What is left, and what those at work take in bytes.
    jobs: Mutex<(Vec<Job>, u64)>,
    free: Condvar,
}

impl Bench {
    fn work(&self, finished: Sender<Outcome>) {
        while let Some(job) = self.next() {
            let outcome = make(&job);
            let memory = memory(&job);
            let index = job.index;
            drop(job);
            self.lock().1 -= memory;
            self.free.notify_all();
            if finished.send((index, outcome)).is_err() {
                return;
            }
        }
    }

    /// The largest that is left, once there is memory for it.
    fn next(&self) -> Option<Job> {
        let mut lock = self.lock();
        loop {
            let (jobs, at_work) = &mut *lock;
            let memory = memory(jobs.last()?);
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            if *at_work == 0 || *at_work + memory <= MAX_BYTES_AT_WORK {
                *at_work += memory;
                return jobs.pop();
            }
            lock = self.free.wait(lock).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, (Vec<Job>, u64)> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// About what encoding takes, in bytes.
fn memory(job: &Job) -> u64 {
    let pixels = u64::from(job.image.width()) * u64::from(job.image.height());
    pixels
        * match job.wanted.format {
            PictureFormat::Jpeg => 4,
            PictureFormat::Png => 5,
            PictureFormat::WebP => 6,
            PictureFormat::Avif => 24,
        }
}

fn make(job: &Job) -> Result<Rendition, PhotoError> {
    let (image, wanted) = (&*job.image, job.wanted);
    // An encoder that panics costs this picture.
    let bytes = catch_unwind(AssertUnwindSafe(|| bytes(image, wanted.format, wanted.purpose)))
        .unwrap_or_else(|_| Err(refused("the encoder stopped")))?;
    let (width_px, height_px) = (image.width(), image.height());
    Ok(Rendition { bytes, width_px, height_px, format: wanted.format })
}

fn bytes(
    image: &DynamicImage,
    format: PictureFormat,
    purpose: Purpose,
) -> Result<Vec<u8>, PhotoError> {
    match format {
        PictureFormat::Jpeg => jpeg::encode(image, purpose),
        PictureFormat::WebP => webp::encode(image, purpose),
        PictureFormat::Avif => avif::encode(image, purpose),
        PictureFormat::Png => png::encode(image, purpose),
    }
}

fn refused(why: &str) -> PhotoError {
    PhotoError::Encoding { cause: Cause::of(&std::io::Error::other(why)) }
}

/// The picture on white, for formats in which nothing shows through.
fn on_white(image: &DynamicImage) -> RgbImage {
    let Some(rgba) = image.as_rgba8() else { return image.to_rgb8() };
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (from, to) in rgba.pixels().zip(flat.pixels_mut()) {
        let alpha = u32::from(from.0[3]);
        for channel in 0..3 {
            let mixed = u32::from(from.0[channel]) * alpha + 255 * (255 - alpha);
            to.0[channel] = (mixed / 255) as u8;
        }
    }
    flat
}
