//! What is going out: files taken one after the other, and put in their place whole or not at all.
//!
//! Everything is made in a folder of its own beside the place, with a hidden name, and locked while it
//! is in use: `.bridge-reopens.<id>.part`. In it lie `made`, which will be the export, and the manifest.
//! [`Outgoing::finish`] syncs them once, reads every file back and compares its hash, and only then
//! renames both. Until that, and whatever happens, what was there before stays whole.
//!
//! Not here: what the files say (`forms.rs`), and whether the place is ours (`ours.rs`).

use super::forms::{Holder, Shape};
use super::made::Made;
use super::ours;
use super::sums::{Listing, Sums};
use crate::desk::error::DeskError;
use crate::desk::records::{Keeping, PictureOf};
use crate::store::files::{sync_each, sync_folder, write_unsynced};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// In the folder in which an export is made: what it will be, its manifest, and the file whose lock
/// says that it is in use.
pub const MADE: &str = "made";
pub const MANIFEST: &str = "manifest.json";
pub const IN_USE: &str = ".cutline";

/// What follows the name of an export in the name of its manifest.
pub const MANIFEST_ENDING: &str = ".manifest.json";

/// What receives the files of an export, one after the other.
pub trait Receives {
    /// Takes one file; `name` may lie one folder deep, "img/a-480.jpg".
    fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError>;

    /// Takes the file of a picture, and what it was made of.
    fn take_picture(&mut self, name: &str, bytes: &[u8], of: &PictureOf) -> Result<(), DeskError>;

    /// Whether a file of this name was taken.
    fn holds(&self, name: &str) -> bool;
}

/// An export that is being made. Dropping it before it is finished leaves nothing behind.
#[derive(Debug)]
pub struct Outgoing {
    /// Where it is made.
    part: PathBuf,
    /// Where it will be.
    place: PathBuf,
    made: Made,
    sums: Sums,
    /// What the desk remembers of it.
    keeping: Keeping,
    /// Locked as long as this is open.
    in_use: Option<File>,
}

/// The folder that will hold the export. Its parent must be there; only the desk's exports folder is
/// made with its parents.
pub fn target(folder: &Path, exports_folder: &Path) -> Result<PathBuf, DeskError> {
    let made = match () {
        () if folder.is_dir() => Ok(()),
        () if folder == exports_folder => fs::create_dir_all(folder),
        () => fs::create_dir(folder),
    };
    made.map_err(|cause| DeskError::FolderUnwritable { path: folder.to_owned(), cause })?;
    Ok(folder.to_owned())
}

impl Outgoing {
    /// Begins the export `name` of this shape in `target`. Fails when what has that name, or the name of
    /// its manifest, is not ours. What a killed export left there is cleared away first.
    pub fn begin(
        target: &Path,
        name: &str,
        shape: Shape,
        unique: &str,
    ) -> Result<Outgoing, DeskError> {
        let place = target.join(format!("{name}{}", shape.ending));
        ours::clear_leftovers(&place);
        ours::must_be_ours(&place, shape.holder)?;
        let part = ours::part_of(&place, unique);
        let unwritable = |cause| DeskError::FolderUnwritable { path: target.to_owned(), cause };
        fs::create_dir(&part).map_err(unwritable)?;
        let mut begun = Outgoing {
            made: Made::nothing(&part),
            part,
            place,
            sums: Sums::default(),
            keeping: Keeping::default(),
            in_use: None,
        };
        let in_use = File::create_new(begun.part.join(IN_USE)).map_err(unwritable)?;
        if let Err(error) = in_use.lock() {
            // Where nothing can be locked, nothing is ever cleared away either.
            log::info!("What an export is made in cannot be locked: {error}");
        }
        begun.in_use = Some(in_use);
        begun.made = Made::begin(&begun.part.join(MADE), name, shape.holder)
            .map_err(|cause| unwritten(&begun.place, cause))?;
        Ok(begun)
    }

    /// Takes one file; `name` may lie one folder deep, "img/a-480.jpg". Where the holder is one file,
    /// this is its next piece.
    pub fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        self.keeping.text(name, bytes);
        self.hand_over(name, bytes)
    }

    /// Takes the file of a picture. The desk remembers how it was made instead of the bytes.
    pub fn take_picture(
        &mut self,
        name: &str,
        bytes: &[u8],
        of: &PictureOf,
    ) -> Result<(), DeskError> {
        self.keeping.picture(name, bytes, of);
        self.hand_over(name, bytes)
    }

    fn hand_over(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        let taken = self.made.take(name, bytes);
        taken.map_err(|cause| unwritten(&self.named(name), cause))?;
        self.sums.add(name, bytes);
        Ok(())
    }

    /// Whether a file of this name was taken.
    pub fn holds(&self, name: &str) -> bool {
        self.sums.get(name).is_some()
    }

    /// What the desk remembers of the files so far; it is handed out once.
    pub fn keeping(&mut self) -> Keeping {
        std::mem::take(&mut self.keeping)
    }

    /// Where the export will be.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Where its manifest will be.
    pub fn manifest_place(&self) -> PathBuf {
        ours::manifest_of(&self.place)
    }

    /// Puts the export in its place with the manifest that is made of its files, and takes away what
    /// it replaces.
    pub fn finish(mut self, manifest: impl FnOnce(&Listing) -> String) -> Result<(), DeskError> {
        let listing = self.made.close(&self.sums).map_err(|cause| unwritten(&self.place, cause))?;
        let manifest = manifest(&listing);
        write_unsynced(&self.part.join(MANIFEST), manifest.as_bytes())
            .and_then(|()| sync_each(&self.part))
            .map_err(|cause| unwritten(&self.place, cause))?;
        self.made.verify(&self.sums).map_err(|name| self.unsound(&name))?;
        let back = fs::read(self.part.join(MANIFEST));
        if !back.is_ok_and(|back| back == manifest.as_bytes()) {
            return Err(DeskError::FileUnsound(self.manifest_place()));
        }
        // Somebody may have put a file into the folder in the meantime.
        ours::must_be_ours(&self.place, self.made.holder())?;
        self.put_in_place().map_err(|cause| unwritten(&self.place, cause))
    }

    fn put_in_place(&self) -> io::Result<()> {
        let made = self.part.join(MADE);
        if fs::symlink_metadata(&self.place).is_ok_and(|there| there.is_dir()) {
            swap(&made, &self.place)?;
        } else {
            fs::rename(&made, &self.place)?;
        }
        fs::rename(self.part.join(MANIFEST), self.manifest_place())?;
        sync_folder(self.place.parent().unwrap_or(&self.place))
    }

    fn named(&self, name: &str) -> PathBuf {
        match self.made.holder() {
            Holder::Folder | Holder::Zip | Holder::Package => self.place.join(name),
            Holder::File => self.place.clone(),
        }
    }

    fn unsound(&self, name: &str) -> DeskError {
        DeskError::FileUnsound(self.named(name))
    }
}

impl Receives for Outgoing {
    fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        Outgoing::take(self, name, bytes)
    }

    fn take_picture(&mut self, name: &str, bytes: &[u8], of: &PictureOf) -> Result<(), DeskError> {
        Outgoing::take_picture(self, name, bytes, of)
    }

    fn holds(&self, name: &str) -> bool {
        Outgoing::holds(self, name)
    }
}

impl Drop for Outgoing {
    fn drop(&mut self) {
        self.made = Made::nothing(&self.part);
        self.in_use = None;
        // Half an export is of no use, nor is one that was replaced; that it stays, hidden, until the
        // next export would be the smaller harm.
        if let Err(error) = ours::remove_part(&self.part) {
            log::warn!("What an export was made in could not be removed: {error}");
        }
    }
}

/// Exchanges two folders in one step where the system can, so that no moment is without either.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn swap(made: &Path, place: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, made, CWD, place, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Some network and FAT file systems cannot exchange.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            swap_by_steps(made, place)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn swap(made: &Path, place: &Path) -> io::Result<()> {
    swap_by_steps(made, place)
}

/// Three renames; when the second fails, the first is taken back. Killed between them, the next export
/// takes it back (`ours::clear_leftovers`).
fn swap_by_steps(made: &Path, place: &Path) -> io::Result<()> {
    let aside = made.with_file_name(ours::ASIDE);
    fs::rename(place, &aside)?;
    if let Err(error) = fs::rename(made, place) {
        fs::rename(&aside, place)?;
        return Err(error);
    }
    fs::rename(&aside, made)
}

fn unwritten(path: &Path, cause: io::Error) -> DeskError {
    match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            DeskError::DiskFull(path.to_owned())
        }
        _ => DeskError::FileUnwritten { path: path.to_owned(), cause },
    }
}
