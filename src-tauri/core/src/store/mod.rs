//! The store: one SQLite file and one folder of photos for each desk.
//!
//! ```text
//! desk.sqlite   stories, photos' facts, waivers, exports     desk.lock    held while a program may write
//! photos/       originals, named by hash, never changed      desk.holder  who holds it, in words
//! previews/     can be made again from the originals         backups/     before each new schema
//! ```
//!
//! Promises: every write is one immediate transaction on the one writing connection, is on the disk
//! when it is answered (WAL, `synchronous=FULL`), and rolls back whole when it fails or panics. A
//! file is written whole or not at all. A database of another program or of a newer Cutline is
//! refused and left as it is. Who may write is decided by a lock of the operating system, never by
//! a process number.
//!
//! Not here: what the values mean. Rows are plain text and numbers; the desk knows stories and photos.
//!
//! To change the schema: a new file in `migrations/`, a line in `open.rs`, and yesterday's database
//! under `tests/cases/store`. A released file is never edited. One Rust file for each table.

mod checkpoint;
pub mod clearance;
pub mod code_replacement;
mod error;
pub mod export;
pub mod export_file;
pub mod files;
pub mod fold;
pub mod import_raw;
pub mod kept;
pub mod learned_word;
mod listed;
mod lock;
mod open;
pub mod passage_note;
pub mod passed_stop;
pub mod photo;
pub mod photo_fact;
pub mod photo_template;
pub mod photo_text;
pub mod private_note;
pub mod publication;
mod readers;
mod search;
pub mod setting;
pub mod site;
pub mod story;
pub mod story_list;
pub mod story_photo;
pub mod story_record;
pub mod story_template;
pub mod style_rule;
pub mod waiver;
mod writer;

pub use error::StoreError;
pub use rusqlite::Connection;

use lock::{Held, Lock};
use readers::Readers;
use std::path::{Path, PathBuf};
use writer::Writer;

/// One open desk folder.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    access: Access,
    readers: Readers,
    /// Last, so that the lock goes when everything else is closed.
    _lock: Option<Lock>,
}

#[derive(Debug)]
enum Access {
    Writes(Writer),
    HeldBy(String),
}

impl Store {
    /// Opens the desk in `folder`, or begins one there, under the name `holder`. When another
    /// program holds it, this one may only read.
    pub fn open(folder: &Path, holder: &str) -> Result<Store, StoreError> {
        files::make_folders(folder)?;
        let (access, lock) = match Lock::take(folder, holder)? {
            Held::ByUs(lock) => {
                let (first, second) = open::for_writing(folder)?;
                (Access::Writes(Writer::start(first, second)?), Some(lock))
            }
            Held::By(other) => {
                open::check_for_reading(folder, &other)?;
                (Access::HeldBy(other), None)
            }
        };
        let readers = Readers::of(folder);
        Ok(Store { folder: folder.to_owned(), access, readers, _lock: lock })
    }

    /// The other program that holds the desk. `None` when this one does.
    pub fn held_by(&self) -> Option<&str> {
        match &self.access {
            Access::Writes(_) => None,
            Access::HeldBy(other) => Some(other),
        }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs `work` in one transaction and answers when it is on the disk. When `work` fails or
    /// panics, nothing of it was written; a panic goes on in the caller.
    pub fn write<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.access {
            Access::Writes(writer) => writer.write(work),
            Access::HeldBy(other) => Err(StoreError::Held { by: other.clone() }.into()),
        }
    }

    /// Runs `work` on a connection that cannot write, in one transaction, so that everything it
    /// reads is of the same moment.
    pub fn read<T, E>(&self, work: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        self.readers.read(work)
    }
}
