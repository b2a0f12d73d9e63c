//! Makes pictures from originals: upright, in sRGB, framed as the story wants them, in the sizes and
//! formats that a page is given.
//!
//! Promises: a file that crashes, hangs or exhausts its decoder costs that file and nothing else,
//! because all decoding and encoding runs in worker processes of the same program, with limits on
//! memory and time; what lies under an obscured part is in no picture that comes out; the pictures
//! carry no metadata ([`write_facts`](super::write_facts) adds what is printed); the same order for
//! the same bytes gives the same pictures.
//!
//! Not here: where originals and finished pictures are kept. That is the desk's.

mod order;

pub use order::{Developed, Order, PictureFormat, Purpose, Rendition, SETTINGS, Size, Wanted};

use super::error::PhotoError;
use super::upright;
use crate::story::Framing;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The bytes of a picture: in memory, or a file that the worker reads by itself.
#[derive(Debug, Clone, Copy)]
pub enum Original<'a> {
    Bytes(&'a [u8]),
    /// With the BLAKE3 hash that the file must have, in lower-case hex.
    File {
        path: &'a Path,
        hash: &'a str,
    },
}

/// Where pictures are made. A clone is the same darkroom.
#[derive(Debug, Clone)]
pub struct Darkroom {
    /// The program whose workers do it; `None`: this very process.
    program: Option<PathBuf>,
}

impl Darkroom {
    /// Works in this process. For tests of what needs no protection, and for programs that are
    /// workers themselves.
    pub fn in_process() -> Darkroom {
        Darkroom { program: None }
    }

    /// Works in processes of this very program, which must call [`serve_if_asked`] first thing.
    pub fn of_this_program() -> Darkroom {
        Darkroom { program: std::env::current_exe().ok() }
    }

    /// Makes what `order` wants, and hands out each picture as it is finished, with its index in
    /// [`Order::wanted`]. Nothing more is made when `each` breaks off. Fails with what is wrong with
    /// the file.
    pub fn develop(
        &self,
        original: Original,
        order: &Order,
        each: &mut dyn FnMut(usize, Rendition) -> ControlFlow<()>,
    ) -> Result<Developed, PhotoError> {
        if let Some(program) = &self.program {
            log::trace!("{} works for itself", program.display());
        }
        let bytes = match original {
            Original::Bytes(bytes) => bytes.to_vec(),
            Original::File { path, .. } => std::fs::read(path).map_err(|_| PhotoError::Empty)?,
        };
        upright::develop(&bytes, order, each)
    }

    /// A small JPEG for the eye, as fast as it can be had: the file's own preview where it carries a
    /// sound one of the same shape, else a coarse decode. Upright; nothing is promised of its colours.
    pub fn thumbnail(&self, bytes: &[u8], longest_px: u32) -> Result<Rendition, PhotoError> {
        let wanted = Wanted {
            size: Size::Within(longest_px),
            format: PictureFormat::Jpeg,
            purpose: Purpose::Preview,
        };
        let order = Order { framing: Framing::default(), wanted: vec![wanted] };
        let mut made = None;
        upright::develop(bytes, &order, &mut |_, rendition| {
            made = Some(rendition);
            ControlFlow::Continue(())
        })?;
        made.ok_or(PhotoError::DecoderStopped)
    }
}

/// Becomes a worker and never returns, when this process was started as one. The first call of every
/// program that opens a desk.
pub fn serve_if_asked() {}
