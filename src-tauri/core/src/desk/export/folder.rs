//! The folder of an export: filled under a hidden name, synced, and renamed once. Until then, and
//! whatever happens, what was there before stays whole.
//!
//! `.cutline` in it says that the folder is ours and lists its files with their BLAKE3 hashes, in the
//! form that `b3sum --check` reads. Nothing else stands in it.

use crate::desk::dispatch::quoted;
use crate::desk::error::DeskError;
use crate::store::files::{sync_folder, write_new};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const MARKER: &str = ".cutline";

/// What a file manager may leave in a folder that is ours.
const OF_THE_SYSTEM: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// A folder that is being filled. Dropping it before it is finished leaves nothing behind.
#[derive(Debug)]
pub struct ExportFolder {
    /// Where it is filled.
    part: PathBuf,
    /// Where it will be.
    place: PathBuf,
    hashes: BTreeMap<String, blake3::Hash>,
    finished: bool,
}

/// The folder that will hold the export's own. Its parent must be there; only the desk's exports
/// folder is made with its parents.
pub fn target(folder: &Path, exports_folder: &Path) -> Result<PathBuf, DeskError> {
    let made = match () {
        () if folder.is_dir() => Ok(()),
        () if folder == exports_folder => fs::create_dir_all(folder),
        () => fs::create_dir(folder),
    };
    made.map_err(|cause| failed(folder, cause))?;
    Ok(folder.to_owned())
}

impl ExportFolder {
    /// Begins the folder `name` in `target`. Fails when what has that name is not ours.
    pub fn begin(target: &Path, name: &str, unique: &str) -> Result<ExportFolder, DeskError> {
        let place = target.join(name);
        if fs::symlink_metadata(&place).is_ok() {
            must_be_ours(&place)?;
        }
        let part = target.join(format!(".{name}.{unique}.part"));
        fs::create_dir(&part).map_err(|cause| failed(target, cause))?;
        Ok(ExportFolder { part, place, hashes: BTreeMap::new(), finished: false })
    }

    /// Writes one file; `name` may lie one folder deep, "img/a-480.jpg".
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        let path = self.part.join(name);
        let folder = path.parent().unwrap_or(&self.part);
        let made = if folder.is_dir() { Ok(()) } else { fs::create_dir(folder) };
        made.and_then(|()| write_new(&path, bytes)).map_err(|cause| failed(&self.place, cause))?;
        self.hashes.insert(name.to_owned(), blake3::hash(bytes));
        Ok(())
    }

    /// Whether a file of this name was written.
    pub fn holds(&self, name: &str) -> bool {
        self.hashes.contains_key(name)
    }

    /// Puts the folder in its place, and takes away what it replaces.
    pub fn finish(mut self) -> Result<(), DeskError> {
        self.put_in_place().map_err(|cause| failed(&self.place, cause))?;
        self.finished = true;
        Ok(())
    }

    /// Where the folder will be.
    pub fn place(&self) -> &Path {
        &self.place
    }

    fn put_in_place(&self) -> io::Result<()> {
        let marker: String =
            self.hashes.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
        write_new(&self.part.join(MARKER), marker.as_bytes())?;
        let folders: BTreeSet<PathBuf> = self
            .hashes
            .keys()
            .filter_map(|name| Some(self.part.join(name).parent()?.to_owned()))
            .collect();
        for folder in folders {
            sync_folder(&folder)?;
        }
        if fs::symlink_metadata(&self.place).is_ok() {
            swap(&self.part, &self.place)?;
            if let Err(error) = fs::remove_dir_all(&self.part) {
                log::warn!("A replaced export could not be removed: {error}");
            }
        } else {
            fs::rename(&self.part, &self.place)?;
        }
        sync_folder(self.place.parent().unwrap_or(&self.place))
    }
}

impl Drop for ExportFolder {
    fn drop(&mut self) {
        if !self.finished {
            // Half an export is of no use; that it stays, hidden, would be the smaller harm.
            let _ = fs::remove_dir_all(&self.part);
        }
    }
}

/// Whether everything in `place` is an export of ours, so that replacing it destroys nothing else.
fn must_be_ours(place: &Path) -> Result<(), DeskError> {
    let not_ours = || DeskError::FolderNotOurs(place.to_owned());
    // Not through a link: what it points to was not made by us.
    if !fs::symlink_metadata(place).is_ok_and(|about| about.is_dir()) {
        return Err(not_ours());
    }
    let marker = fs::read_to_string(place.join(MARKER)).map_err(|_| not_ours())?;
    let listed: BTreeSet<&str> =
        marker.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
    match stranger(place, place, &listed).map_err(|cause| failed(place, cause))? {
        None => Ok(()),
        Some(name) => {
            let name = quoted(&name);
            Err(DeskError::FolderHoldsOthers { path: place.to_owned(), name })
        }
    }
}

/// The first file in `folder` that is not in the list.
fn stranger(folder: &Path, place: &Path, listed: &BTreeSet<&str>) -> io::Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            if let Some(found) = stranger(&path, place, listed)? {
                return Ok(Some(found));
            }
            continue;
        }
        let name = path.strip_prefix(place).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        let bare = entry.file_name();
        let harmless = name == MARKER || OF_THE_SYSTEM.iter().any(|known| bare == **known);
        if !harmless && !listed.contains(name.as_str()) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Exchanges two folders in one step where the system can, so that no moment is without either.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn swap(part: &Path, place: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, part, CWD, place, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Some network and FAT file systems cannot exchange.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::NOTSUP) => {
            swap_by_steps(part, place)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn swap(part: &Path, place: &Path) -> io::Result<()> {
    swap_by_steps(part, place)
}

/// Three renames; when the second fails, the first is taken back.
fn swap_by_steps(part: &Path, place: &Path) -> io::Result<()> {
    let aside = part.with_extension("old");
    fs::rename(place, &aside)?;
    if let Err(error) = fs::rename(part, place) {
        fs::rename(&aside, place)?;
        return Err(error);
    }
    fs::rename(&aside, part)
}

fn failed(path: &Path, cause: io::Error) -> DeskError {
    match cause.kind() {
        io::ErrorKind::StorageFull => DeskError::DiskFull(path.to_owned()),
        _ => DeskError::FolderUnwritable { path: path.to_owned(), cause },
    }
}
