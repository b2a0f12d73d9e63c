//! The workers that a darkroom has: as many as work at once, kept a while for the next order.

use super::frame::{self, Answered, Asked};
use super::order::{Developed, Order, Rendition};
use super::watch::{self, Allowed, Ended, TookTooMuch, Watch};
use super::{Original, worker};
use crate::photo::error::{Cause, PhotoError};
use std::fs::File;
use std::io::{self, BufReader, ErrorKind};
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

/// How long the steps of the work may take before a picture is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// To open a picture. The largest that are taken need a few seconds.
    pub to_open: Allowed,
    /// To make one picture of it and all that is made along with it. AVIF is slow.
    pub to_make: Allowed,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            to_open: Allowed { cpu: seconds(15), clock: seconds(180) },
            to_make: Allowed { cpu: seconds(240), clock: seconds(900) },
        }
    }
}

/// For a program to start and to say that it is one of ours, from a cold disk too.
const TO_START: Allowed = Allowed { cpu: Duration::from_secs(20), clock: Duration::from_secs(20) };

/// A worker that has served so often is replaced: what libraries lose track of is given back.
const MAX_SERVED: u32 = 200;

/// The most that an original may weigh. It is refused with its own words before it gets here.
const MAX_ORIGINAL_BYTES: u64 = 1 << 29;

#[derive(Debug)]
pub(super) struct Pool {
    program: PathBuf,
    patience: Patience,
    most: usize,
    state: Mutex<State>,
    one_is_free: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Worker>,
    working: usize,
}

#[derive(Debug)]
struct Worker {
    /// Taken out when the worker has to end.
    watch: Watch,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    served: u32,
}

impl Pool {
    pub fn new(program: PathBuf, patience: Patience) -> Pool {
        let most = available_parallelism().map_or(2, NonZero::get).max(2);
        let (state, one_is_free) = (Mutex::default(), Condvar::new());
        Pool { program, patience, most, state, one_is_free }
    }

    pub fn develop(
        &self,
        original: Original,
        order: &Order,
        each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
    ) -> Result<Developed, PhotoError> {
        let mut turn = self.turn();
        turn.hand_over(original, &Asked::Develop(order.clone()))?;
        let mut allowed = self.patience.to_open;
        loop {
            let (answered, body) = turn.answer(allowed)?;
            allowed = self.patience.to_make;
            match answered {
                Answered::Opened => {}
                Answered::Picture { index, width_px, height_px, format } => {
                    let made = Rendition { bytes: body, width_px, height_px, format };
                    if each(index, made).is_break() {
                        // What the worker still makes is not wanted: it ends with this turn.
                        return Ok(Developed::default());
                    }
                }
                Answered::Developed(developed) => {
                    turn.done();
                    return Ok(developed);
                }
                other => return Err(turn.refusal(other)),
            }
        }
    }

    pub fn thumbnail(&self, bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
        let mut turn = self.turn();
        turn.hand_over(Original::Bytes(bytes), &Asked::Thumbnail { longest_px })?;
        match turn.answer(self.patience.to_open)? {
            (Answered::Picture { width_px, height_px, format, .. }, bytes) => {
                turn.done();
                Ok(Rendition { bytes, width_px, height_px, format })
            }
            (other, _) => Err(turn.refusal(other)),
        }
    }

    /// Waits until fewer work than may.
    fn turn(&self) -> Turn<'_> {
        let busy = |state: &mut State| state.working >= self.most;
        let state = self.one_is_free.wait_while(self.state(), busy);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        state.working += 1;
        let mut worker = state.idle.pop();
        while worker.as_ref().is_some_and(|worker| !worker.watch.wake()) {
            worker = state.idle.pop();
        }
        Turn { pool: self, worker }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One order, and the worker that does it. A worker that is not [`done`](Turn::done) at the end of
/// its turn ends with it.
struct Turn<'a> {
    pool: &'a Pool,
    worker: Option<Worker>,
}

impl Turn<'_> {
    /// Sends the original and what is asked. A worker that has died since its last turn is replaced.
    fn hand_over(&mut self, original: Original, asked: &Asked) -> Result<(), PhotoError> {
        if let Some(worker) = &mut self.worker {
            match worker.hand_over(original, asked) {
                Err(Trouble::Pipe(_)) => self.worker = None,
                done => return done.map_err(Into::into),
            }
        }
        let worker = Worker::start(&self.pool.program)
            .map_err(|error| PhotoError::NoWorker { cause: Cause::of(&error) })?;
        let handed_over = self.worker.insert(worker).hand_over(original, asked);
        match handed_over {
            Err(Trouble::Pipe(error)) => Err(self.death(&error)),
            done => done.map_err(Into::into),
        }
    }

    fn answer(&mut self, allowed: Allowed) -> Result<(Answered, Vec<u8>), PhotoError> {
        let answer = match &mut self.worker {
            Some(worker) => worker.answer(allowed),
            None => Err(ErrorKind::BrokenPipe.into()),
        };
        answer.map_err(|error| self.death(&error))
    }

    /// Why the worker no longer answers, as what is wrong with the picture.
    fn death(&mut self, error: &io::Error) -> PhotoError {
        let Some(worker) = self.worker.take() else { return PhotoError::DecoderStopped };
        let Ended { because, status, last_words } = worker.watch.end();
        log::warn!("A worker of the darkroom ended ({error}; {status:?}): {last_words}");
        match because {
            Some(TookTooMuch::Time) => PhotoError::TookTooLong,
            Some(TookTooMuch::Memory) => PhotoError::NeedsTooMuchMemory,
            // What Rust says when it gets no memory, before it ends the process.
            None if last_words.contains("memory allocation of") => PhotoError::NeedsTooMuchMemory,
            None => PhotoError::DecoderStopped,
        }
    }

    /// The error that was answered. The worker goes on, unless something in it broke.
    fn refusal(&mut self, answered: Answered) -> PhotoError {
        match answered {
            Answered::Failed(PhotoError::DecoderStopped) => PhotoError::DecoderStopped,
            Answered::Failed(error) => {
                self.done();
                error
            }
            _ => PhotoError::DecoderStopped,
        }
    }

    /// The worker has done what was asked and is free for the next.
    fn done(&mut self) {
        let Some(mut worker) = self.worker.take() else { return };
        worker.served += 1;
        if worker.served < MAX_SERVED {
            let mut state = self.pool.state();
            worker.watch.rest();
            state.idle.push(worker);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.worker = None;
        self.pool.state().working -= 1;
        self.pool.one_is_free.notify_one();
    }
}

/// Why an original did not get to a worker.
enum Trouble {
    Pipe(io::Error),
    Original(PhotoError),
}

impl From<Trouble> for PhotoError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Pipe(error) => PhotoError::NoWorker { cause: Cause::of(&error) },
            Trouble::Original(error) => error,
        }
    }
}

impl Worker {
    fn start(program: &Path) -> io::Result<Worker> {
        let (watch, (to, from)) = watch::start(program)?;
        let mut worker = Worker { watch, to, from: BufReader::new(from), served: 0 };
        match worker.answer(TO_START)?.0 {
            Answered::Ready { version } if version == worker::version() => Ok(worker),
            _ => Err(io::Error::other("the program on the disk is another version")),
        }
    }

    fn hand_over(&mut self, original: Original, asked: &Asked) -> Result<(), Trouble> {
        match original {
            Original::Bytes(bytes) => {
                frame::write(&mut self.to, &Asked::Original, bytes).map_err(Trouble::Pipe)?;
            }
            Original::File { path, hash } => self.hand_over_file(path, hash)?,
        }
        frame::write(&mut self.to, asked, &[]).map_err(Trouble::Pipe)
    }

    /// The worker may open no file, so it gets the bytes; the order follows only when they are the
    /// right ones.
    fn hand_over_file(&mut self, path: &Path, hash: &str) -> Result<(), Trouble> {
        let unreadable = |error: io::Error| {
            Trouble::Original(PhotoError::Unreadable { cause: Cause::of(&error) })
        };
        let file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        if length > MAX_ORIGINAL_BYTES {
            return Err(Trouble::Original(PhotoError::Changed));
        }
        let mut hasher = blake3::Hasher::new();
        let mut source = Source { file, failed: None };
        let each = &mut |piece: &[u8]| {
            hasher.update(piece);
        };
        let sent = frame::write_streamed(&mut self.to, &Asked::Original, length, &mut source, each);
        match (sent, source.failed) {
            (_, Some(error)) => Err(unreadable(error)),
            (Err(error), None) if error.kind() == ErrorKind::UnexpectedEof => {
                Err(Trouble::Original(PhotoError::Changed))
            }
            (Err(error), None) => Err(Trouble::Pipe(error)),
            (Ok(()), None) if hasher.finalize().to_hex().as_str() != hash => {
                Err(Trouble::Original(PhotoError::Changed))
            }
            (Ok(()), None) => Ok(()),
        }
    }

    fn answer(&mut self, allowed: Allowed) -> io::Result<(Answered, Vec<u8>)> {
        self.watch.begin(allowed);
        let answer = frame::read(&mut self.from);
        self.watch.done();
        answer?.ok_or_else(|| ErrorKind::UnexpectedEof.into())
    }
}

/// A file that remembers why it could not be read, which would be taken for the pipe's fault else.
struct Source {
    file: File,
    failed: Option<io::Error>,
}

impl io::Read for Source {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into).inspect_err(|error| {
            self.failed = Some(io::Error::new(error.kind(), error.to_string()));
        })
    }
}
