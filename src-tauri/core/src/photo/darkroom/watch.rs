//! Watches one worker from outside: its time, and its memory.
//!
//! The watching thread starts the process, owns it and ends it: on Linux a worker dies with the
//! thread that started it, and this one lives exactly as long as it is wanted. One that nobody wanted
//! for a while is ended here too: a handful of them hold as much memory as the window itself.

use super::taken::{Taken, taken};
use super::worker;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What one step of the work may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// Of the processor, by all threads together; where the system tells it.
    pub cpu: Duration,
    /// By the clock: for a worker that sleeps. A machine may be busy, so it is long.
    pub clock: Duration,
}

/// The most memory that a worker may have, where the worker could not limit it by itself.
const MAX_RESIDENT_BYTES: u64 = 1 << 30;

/// How often a working worker is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// How long a worker rests before it is ended. A new one is ready in a few hundredths of a second.
const REST: Duration = Duration::from_secs(2);

/// How much of a dead worker's last words is kept.
const LAST_WORDS_BYTES: usize = 2_000;

/// The hold on a watched worker. Letting go of it ends the worker.
#[derive(Debug)]
pub(super) struct Watch {
    words: Sender<Word>,
    /// Whether the watch may end the worker by itself. Whoever makes it `false` has the worker: who
    /// wants work done, or the watch that ends it.
    rests: Arc<AtomicBool>,
}

/// How a worker ended.
#[derive(Debug)]
pub(super) struct Ended {
    /// We ended it, for this reason.
    pub because: Option<TookTooMuch>,
    pub status: Option<ExitStatus>,
    pub last_words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TookTooMuch {
    Time,
    Memory,
}

enum Word {
    Begin(Allowed),
    Done,
    Rest,
    End(Sender<Ended>),
}

type Pipes = (ChildStdin, ChildStdout);

/// Starts a worker and its watch.
pub(super) fn start(program: &Path) -> io::Result<(Watch, Pipes)> {
    let mut command = command(program);
    let (words, heard) = channel();
    let (sender, started) = channel();
    let rests = Arc::new(AtomicBool::new(false));
    let watched_rests = Arc::clone(&rests);
    thread::Builder::new().name("darkroom watch".into()).spawn(move || {
        let (child, last_words) = match spawn(&mut command) {
            Ok((child, pipes, stderr)) => {
                let _ = sender.send(Ok(pipes));
                (child, listen(stderr))
            }
            Err(error) => {
                let _ = sender.send(Err(error));
                return;
            }
        };
        let rests = watched_rests;
        Watched { child, rests, limit: None, because: None, last_words }.stay(&heard);
    })?;
    let pipes = started.recv().map_err(|_| io::ErrorKind::BrokenPipe)??;
    Ok((Watch { words, rests }, pipes))
}

impl Watch {
    /// A step of work begins now.
    pub fn begin(&self, allowed: Allowed) {
        // An ended watch is noticed at the pipe.
        let _ = self.words.send(Word::Begin(allowed));
    }

    /// The step is done; nothing is counted until the next.
    pub fn done(&self) {
        let _ = self.words.send(Word::Done);
    }

    /// There is nothing to do for now.
    pub fn rest(&self) {
        self.rests.store(true, Ordering::SeqCst);
        let _ = self.words.send(Word::Rest);
    }

    /// There is something to do again. `false`: the worker rested too long and has ended.
    pub fn wake(&self) -> bool {
        self.rests.swap(false, Ordering::SeqCst)
    }

    /// Ends the worker, if it still lives, and says how it came to its end.
    pub fn end(self) -> Ended {
        let (sender, ended) = channel();
        let _ = self.words.send(Word::End(sender));
        let unknown = Ended { because: None, status: None, last_words: String::new() };
        ended.recv().unwrap_or(unknown)
    }
}

/// A worker finds nothing of the program's surroundings, but for what the system needs to start it.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(worker::ARGUMENT).env_clear();
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn spawn(command: &mut Command) -> io::Result<(Child, Pipes, ChildStderr)> {
    let mut child = command.spawn()?;
    match (child.stdin.take(), child.stdout.take(), child.stderr.take()) {
        (Some(stdin), Some(stdout), Some(stderr)) => Ok((child, (stdin, stdout), stderr)),
        _ => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

/// Reads what the worker complains about, so that it never waits for us, and gives the last of it
/// once the worker has ended.
fn listen(mut stderr: ChildStderr) -> Receiver<String> {
    let (sender, receiver) = channel();
    let listening = thread::Builder::new().name("darkroom complaints".into()).spawn(move || {
        let mut said = Vec::new();
        let mut piece = [0; 1_000];
        while let Ok(read @ 1..) = stderr.read(&mut piece) {
            said.extend_from_slice(&piece[..read]);
            said.drain(..said.len().saturating_sub(LAST_WORDS_BYTES));
        }
        let _ = sender.send(String::from_utf8_lossy(&said).into_owned());
    });
    if let Err(error) = listening {
        log::warn!("What a worker of the darkroom complains about is lost: {error}");
    }
    receiver
}

struct Watched {
    child: Child,
    rests: Arc<AtomicBool>,
    limit: Option<Limit>,
    because: Option<TookTooMuch>,
    last_words: Receiver<String>,
}

/// When the step that is going on has taken too much.
struct Limit {
    at: Instant,
    cpu: Duration,
}

impl Watched {
    fn stay(mut self, words: &Receiver<Word>) {
        loop {
            let word = match self.limit {
                Some(_) => words.recv_timeout(LOOK_EVERY),
                None if self.rests.load(Ordering::SeqCst) => words.recv_timeout(REST),
                None => words.recv().map_err(RecvTimeoutError::from),
            };
            match word {
                Ok(Word::Begin(allowed)) => self.limit = Some(self.limit_of(allowed)),
                Ok(Word::Done) => self.limit = None,
                Ok(Word::Rest) => {}
                Ok(Word::End(reply)) => {
                    let _ = reply.send(self.end());
                    return;
                }
                Err(RecvTimeoutError::Timeout) if self.limit.is_some() => self.look(),
                // It was woken in this very moment when it no longer rests.
                Err(RecvTimeoutError::Timeout) => {
                    if self.rests.swap(false, Ordering::SeqCst) {
                        self.end();
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.end();
                    return;
                }
            }
        }
    }

    fn limit_of(&self, allowed: Allowed) -> Limit {
        let before = taken(self.child.id()).unwrap_or_default();
        Limit { at: Instant::now() + allowed.clock, cpu: before.cpu + allowed.cpu }
    }

    /// Ends the worker when it has taken too much. Who waits at its pipe sees it close.
    fn look(&mut self) {
        let Some(limit) = &self.limit else { return };
        let Taken { cpu, resident_bytes } = taken(self.child.id()).unwrap_or_default();
        let too_much = if resident_bytes > MAX_RESIDENT_BYTES {
            TookTooMuch::Memory
        } else if cpu > limit.cpu || Instant::now() > limit.at {
            TookTooMuch::Time
        } else {
            return;
        };
        self.because = Some(too_much);
        self.limit = None;
        let _ = self.child.kill();
    }

    fn end(&mut self) -> Ended {
        // One that has ended by itself keeps its own status.
        let by_itself = self.child.try_wait().ok().flatten();
        let _ = self.child.kill();
        let status = by_itself.or_else(|| self.child.wait().ok());
        let last_words = self.last_words.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
        Ended { because: self.because, status, last_words }
    }
}
