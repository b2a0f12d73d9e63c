//! The desk: the one door to everything. Every action of the window, the command line and the tests
//! goes through [`contract`], is carried out here and either answers or fails with a
//! [`Failure`](failure::Failure).
//!
//! Promises: every write is one action in one transaction and says what changed; no lock and no
//! transaction is held while a photo is decoded, encoded or hashed; a panic in one action never ends
//! the program.
//!
//! To add an action: a line in the list in `contract/mod.rs`, a method on `Desk`, a case under
//! `tests/cases/desk`, `make contract`.

mod about_desk;
mod add_photos;
mod arriving;
mod attach_photo;
mod bulk;
mod change_photo;
mod change_story;
mod check_story;
mod codes;
pub mod contract;
mod copy_story;
mod dispatch;
mod duplicate_story;
mod edition;
mod embargoes;
mod error;
mod export;
pub mod failure;
mod folders;
mod import_story;
mod intake;
mod jobs;
mod learned_words;
mod legal_text;
mod moment;
mod new_story;
mod passage_notes;
mod photo_record;
mod photo_templates;
mod photo_use;
mod plan;
mod preview;
mod proof;
mod proofs;
mod publication;
pub mod read_html;
mod records;
mod release;
mod replace_photo;
mod save_draft;
mod settings;
mod since_cleared;
mod skeleton;
mod spike_story;
mod stops;
mod stories;
mod story;
mod story_templates;
mod style_rules;
mod suggest;
mod summary;
mod themes;
mod typed;
mod words;

pub use folders::{default_exports_folder, default_folder};
pub use preview::Preview;
pub use proofs::ProofFile;

use crate::clock::Clock;
use crate::photo::darkroom::Darkroom;
use crate::store::{Connection, Store};
use arriving::Arriving;
use contract::{Changed, Done, Event};
use embargoes::Embargoes;
use export::avif_ahead::Ahead;
use failure::Failure;
use jobs::Jobs;
use preview::FramedPreviews;
use proofs::Proofs;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// An open desk. A clone is the same desk.
#[derive(Debug, Clone)]
pub struct Desk {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    exports_folder: PathBuf,
    clock: Clock,
    tell: Tell,
    jobs: Jobs,
    darkroom: Darkroom,
    arriving: Arriving,
    previews: FramedPreviews,
    proofs: Proofs,
    ahead: Ahead,
    embargoes: Embargoes,
    /// Stories that are being exported at this moment.
    exporting: Mutex<BTreeSet<String>>,
}

/// Tells the client what it did not ask for.
#[derive(Clone)]
struct Tell(Arc<dyn Fn(Event) + Send + Sync>);

impl fmt::Debug for Tell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tell")
    }
}

impl Desk {
    /// Opens the desk in `folder`, or begins one there. `holder` is what others read when they find
    /// the desk held: "the Cutline window". Photos are decoded and made in
    /// `darkroom`. `tell` is called from several threads, after every write
    /// and while jobs run; it must not wait for the desk.
    ///
    /// When another program holds the desk, this one may only read: its writes fail with
    /// [`Code::DeskHeld`](failure::Code::DeskHeld). Fails when the folder cannot be used, or holds
    /// something else, or was written by a newer Cutline; nothing is changed then.
    pub fn open(
        folder: &Path,
        holder: &str,
        clock: Clock,
        darkroom: Darkroom,
        tell: impl Fn(Event) + Send + Sync + 'static,
    ) -> Result<Desk, Failure> {
        let folder = folders::made_ready(folder)?;
        let inner = Inner {
            store: Store::open(&folder, holder)?,
            exports_folder: default_exports_folder(),
            clock,
            tell: Tell(Arc::new(tell)),
            jobs: Jobs::begin(),
            darkroom,
            arriving: Arriving::default(),
            previews: FramedPreviews::default(),
            proofs: Proofs::default(),
            ahead: Ahead::default(),
            embargoes: Embargoes::default(),
            exporting: Mutex::default(),
        };
        let inner = Arc::new(inner);
        embargoes::watch(&inner);
        Ok(Desk { inner })
    }

    /// Writes in one transaction and tells everybody what changed. When `work` fails, nothing was
    /// written.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<(T, Vec<Changed>), Failure> + Send + 'static,
    ) -> Result<Done<T>, Failure> {
        let (value, changed) = self.inner.store.write(work)?;
        if !changed.is_empty() {
            self.tell(Event::Changed { changed: changed.clone() });
        }
        Ok(Done { value, changed })
    }

    fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Failure>) -> Result<T, Failure> {
        self.inner.store.read(work)
    }

    fn tell(&self, event: Event) {
        self.inner.tell.0(event);
    }

    /// The time now, as it is stored.
    fn now(&self) -> String {
        words::time(self.inner.clock.now())
    }

    /// The time now, to judge a story by.
    fn glance(&self) -> chrono::DateTime<chrono::Utc> {
        self.inner.clock.glance()
    }

    fn folder(&self) -> &Path {
        self.inner.store.folder()
    }
}
