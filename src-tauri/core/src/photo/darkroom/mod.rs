//! Makes pictures from originals: upright, in sRGB, framed as the story wants them, in the sizes and
//! formats that a page is given.
//!
//! Promises: a file that crashes, hangs or exhausts its decoder costs that file and nothing else,
//! because all decoding and encoding runs in worker processes of the same program, with limits on
//! memory and time and without a way to files or the network; what lies under an obscured part is in
//! no picture that comes out; the pictures carry no metadata
//! ([`write_facts`](super::write_facts) adds what is printed); the same order for the same bytes gives
//! the same pictures.
//!
//! The program's side is `pool` (who works), `watch` (for how long) and `frame` (what crosses the
//! pipe); the worker's side is `worker` (the same frames) and `limits` (what it gives up). The work itself
//! is the room's `upright`. Not here: where originals and finished pictures are kept. That is the desk's.

mod frame;
mod limits;
mod order;
mod pool;
mod taken;
#[cfg(debug_assertions)]
mod trouble;
mod watch;
mod worker;

pub use order::{Developed, Order, PictureFormat, Purpose, Rendition, SETTINGS, Size, Wanted};
pub use pool::Patience;
pub use watch::Allowed;

use super::error::{Cause, PhotoError};
use super::upright;
use pool::Pool;
use std::borrow::Cow;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The bytes of a picture: in memory, or a kept file.
#[derive(Debug, Clone, Copy)]
pub enum Original<'a> {
    Bytes(&'a [u8]),
    /// With the BLAKE3 hash that the file must have, in lower-case hex. It goes to the worker piece by
    /// piece and is never held here as a whole.
    File {
        path: &'a Path,
        hash: &'a str,
    },
}

/// Where pictures are made. A clone is the same darkroom; its workers end with the last one.
#[derive(Debug, Clone)]
pub struct Darkroom {
    /// `None`: this very process.
    pool: Option<Arc<Pool>>,
}

impl Darkroom {
    /// Works in this process. For tests of what needs no protection.
    pub fn in_process() -> Darkroom {
        Darkroom { pool: None }
    }

    /// Works in processes of this very program, which must call [`serve_if_asked`] first thing. They
    /// are started as they are needed.
    pub fn of_this_program() -> Darkroom {
        Self::of_program(this_program(), Patience::default())
    }

    /// Works in processes of `program`, which must be of the same build.
    pub fn of_program(program: PathBuf, patience: Patience) -> Darkroom {
        Darkroom { pool: Some(Arc::new(Pool::new(program, patience))) }
    }

    /// Makes what `order` wants, and hands out each picture as it is finished, with its index in
    /// [`Order::wanted`]. When `each` breaks off, nothing more is made, and what is said of the original
    /// may be empty. Fails with what is wrong with the file. Waits while as many orders are worked on
    /// as the machine has processors.
    pub fn develop(
        &self,
        original: Original,
        order: &Order,
        each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
    ) -> Result<Developed, PhotoError> {
        match &self.pool {
            Some(pool) => pool.develop(original, order, each),
            None => upright::develop(&read(original)?, order, &mut || (), each),
        }
    }

    /// A small JPEG for the eye, as fast as it can be had: the file's own preview where it carries a
    /// sound one of the same shape, else a coarse decode. Upright; nothing is promised of its colours.
    pub fn thumbnail(&self, bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
        match &self.pool {
            Some(pool) => pool.thumbnail(bytes, longest_px),
            None => upright::thumbnail(bytes, longest_px),
        }
    }
}

/// Becomes a worker and never returns, when this process was started as one. The first call of every
/// program that opens a desk.
pub fn serve_if_asked() {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|argument| argument == worker::ARGUMENT)
        && arguments.next().is_none()
    {
        worker::serve();
    }
}

/// On Linux the running program itself, even after an update has put another in its place.
fn this_program() -> PathBuf {
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return running.to_owned();
    }
    // Without a name nothing is started, and each picture says so.
    std::env::current_exe().unwrap_or_default()
}

fn read(original: Original<'_>) -> Result<Cow<'_, [u8]>, PhotoError> {
    let (path, hash) = match original {
        Original::Bytes(bytes) => return Ok(bytes.into()),
        Original::File { path, hash } => (path, hash),
    };
    let bytes =
        std::fs::read(path).map_err(|error| PhotoError::Unreadable { cause: Cause::of(&error) })?;
    if blake3::hash(&bytes).to_hex().as_str() != hash {
        return Err(PhotoError::Changed);
    }
    Ok(bytes.into())
}
