//! Long work: a few worker threads, a queue, and reports.
//!
//! Workers run at a lower priority than the rest of the program, one fewer than the machine has
//! cores, so that saving and typing never wait for a photo. One more, at the usual priority, takes
//! only what a person waits for at this moment, so that a thumbnail never waits for the decoding of
//! another picture.

use super::contract::{Event, JobEnd, JobItem, JobReport};
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, available_parallelism};
use std::time::{Duration, Instant};

/// Progress without an item is reported this often at most.
const PAUSE: Duration = Duration::from_millis(100);

/// How many ended jobs are remembered for those who ask late.
const REMEMBERED: usize = 1000;

/// The queue and the jobs. Dropping it lets the workers end after what they are doing.
#[derive(Debug)]
pub struct Jobs {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// There is work, or the end of it.
    work: Condvar,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    /// What a person waits for: taken before everything else.
    first: VecDeque<Task>,
    queue: VecDeque<Task>,
    jobs: BTreeMap<String, Arc<Job>>,
    ended: VecDeque<(String, JobEnd)>,
    closed: bool,
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let waiting = self.first.len() + self.queue.len();
        write!(f, "{waiting} waiting, {} jobs", self.jobs.len())
    }
}

type Task = Box<dyn FnOnce() + Send>;

/// Whether a piece of work goes before what waits already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Before all other work, and after others of its kind. For what takes milliseconds.
    First,
    Next,
    Last,
}

/// One job under way.
pub struct Job {
    id: String,
    cancelled: AtomicBool,
    progress: Mutex<Progress>,
    tell: Box<dyn Fn(Event) + Send + Sync>,
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "job {}", self.id)
    }
}

#[derive(Debug)]
struct Progress {
    done: u32,
    total: u32,
    told_at: Option<Instant>,
}

impl Jobs {
    /// Starts the workers.
    pub fn begin() -> Jobs {
        let shared = Arc::new(Shared::default());
        let cores = available_parallelism().map_or(1, NonZero::get);
        for number in 1..=cores.saturating_sub(1).max(1) {
            start(&shared, format!("desk worker {number}"), Takes::Everything);
        }
        start(&shared, "desk thumbnails".into(), Takes::FirstOnly);
        Jobs { shared }
    }

    /// Opens a job of `total` pieces.
    pub fn open(
        &self,
        id: String,
        total: usize,
        tell: impl Fn(Event) + Send + Sync + 'static,
    ) -> Arc<Job> {
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let progress = Mutex::new(Progress { done: 0, total, told_at: None });
        let job = Job { id, cancelled: AtomicBool::new(false), progress, tell: Box::new(tell) };
        let job = Arc::new(job);
        self.shared.state().jobs.insert(job.id.clone(), Arc::clone(&job));
        job
    }

    pub fn push(&self, turn: Turn, task: impl FnOnce() + Send + 'static) {
        let mut state = self.shared.state();
        match turn {
            Turn::First => state.first.push_back(Box::new(task)),
            Turn::Next => state.queue.push_front(Box::new(task)),
            Turn::Last => state.queue.push_back(Box::new(task)),
        }
        drop(state);
        // All, because the one that wakes may not take this kind.
        self.shared.work.notify_all();
    }

    /// Ends a job, and tells so in its last report.
    pub fn end(&self, job: &Job, end: JobEnd) {
        job.report(None, Some(end.clone()));
        let mut state = self.shared.state();
        state.jobs.remove(&job.id);
        state.ended.push_back((job.id.clone(), end));
        if state.ended.len() > REMEMBERED {
            state.ended.pop_front();
        }
        drop(state);
        self.shared.ended.notify_all();
    }

    /// Asks a job to end after the piece it is doing. Nothing happens when it has ended.
    pub fn cancel(&self, id: &str) {
        if let Some(job) = self.shared.state().jobs.get(id) {
            job.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Waits for the end of a job. `None` when there never was one, or it was long ago.
    pub fn wait(&self, id: &str) -> Option<JobEnd> {
        let mut state = self.shared.state();
        while state.jobs.contains_key(id) {
            state = self.shared.ended.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.ended.iter().find(|(ended, _)| ended == id).map(|(_, end)| end.clone())
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        self.shared.state().closed = true;
        self.shared.work.notify_all();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self, takes: Takes) -> Option<Task> {
        let mut state = self.state();
        loop {
            let first = state.first.pop_front();
            let rest = (takes == Takes::Everything).then_some(&mut state.queue);
            if let Some(task) = first.or_else(|| rest?.pop_front()) {
                return Some(task);
            }
            if state.closed {
                return None;
            }
            state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// What a worker does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Everything,
    FirstOnly,
}

fn start(shared: &Arc<Shared>, name: String, takes: Takes) {
    let shared = Arc::clone(shared);
    if let Err(error) = Builder::new().name(name).spawn(move || run(&shared, takes)) {
        log::error!("A worker could not be started: {error}");
    }
}

fn run(shared: &Shared, takes: Takes) {
    if takes == Takes::Everything {
        step_back();
    }
    while let Some(task) = shared.next(takes) {
        // A task answers for its own failures; one that panics must not take the worker with it.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(task));
    }
}

/// On Linux a thread can be nice by itself; elsewhere only a whole process can.
#[cfg(target_os = "linux")]
fn step_back() {
    if let Err(error) = rustix::process::nice(10) {
        log::warn!("A worker keeps its priority: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}

impl Job {
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// There will be so many pieces, which was not known when the job began.
    pub fn expect(&self, total: usize) {
        self.progress().total = u32::try_from(total).unwrap_or(u32::MAX);
    }

    /// One more piece is done; answers whether it was the last. A piece with an item is always told.
    pub fn step(&self, item: Option<JobItem>) -> bool {
        let mut progress = self.progress();
        progress.done = progress.done.saturating_add(1);
        let last = progress.done >= progress.total;
        let quiet = progress.told_at.is_some_and(|at| at.elapsed() < PAUSE);
        drop(progress);
        if item.is_some() || !quiet {
            self.report(item, None);
        }
        last
    }

    /// Tells an item that ends no piece.
    pub fn tell(&self, item: JobItem) {
        self.report(Some(item), None);
    }

    fn report(&self, item: Option<JobItem>, end: Option<JobEnd>) {
        let mut progress = self.progress();
        progress.told_at = Some(Instant::now());
        let (done, total) = (progress.done, progress.total);
        drop(progress);
        let report = JobReport { job_id: self.id.clone(), done, total, item, end };
        (self.tell)(Event::Job { job: Box::new(report) });
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
