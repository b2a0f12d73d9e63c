//! Which files and folders beside an export are ours: what may be replaced, and what a killed export
//! left behind.
//!
//! A folder is ours when its marker lists everything in it; one file when it is, byte for byte, what the
//! manifest beside it says; a manifest when Cutline wrote it. Nothing else is ever replaced or removed.

use super::forms::Holder;
use super::made::{AGAIN, LAID_DOWN, MARKER};
use super::manifest::Read;
use super::outgoing::{IN_USE, MADE, MANIFEST, MANIFEST_ENDING};
use super::sums::sum_of;
use crate::desk::dispatch::quoted;
use crate::desk::error::DeskError;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What is replaced, for a moment, where two folders cannot change places in one step.
pub const ASIDE: &str = "aside";

/// What lies in the folder in which an export is made, but for the file that says that it is in use.
const IN_PART: [&str; 5] = [MADE, LAID_DOWN, AGAIN, MANIFEST, ASIDE];

/// What a file manager may leave in a folder that is ours.
const OF_THE_SYSTEM: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// Where the manifest of an export lies.
pub fn manifest_of(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(MANIFEST_ENDING);
    place.with_file_name(name)
}

/// Where an export is made.
pub fn part_of(place: &Path, unique: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(format!(".{unique}.part"));
    place.with_file_name(name)
}

/// Whether what stands at `place` may be replaced, and its manifest too. Nothing there is fine.
pub fn must_be_ours(place: &Path, holder: Holder) -> Result<(), DeskError> {
    let manifest = manifest_of(place);
    if fs::symlink_metadata(&manifest).is_ok() && Read::of(&manifest).is_none() {
        return Err(DeskError::FileNotOurs(manifest));
    }
    match (fs::symlink_metadata(place), holder) {
        (Err(_), _) => Ok(()),
        (Ok(_), Holder::Folder) => folder_must_be_ours(place),
        (Ok(about), Holder::Zip | Holder::Package | Holder::File) => {
            let ours = about.is_file() && Read::of(&manifest).is_some_and(|m| m.fits(place));
            if ours { Ok(()) } else { Err(DeskError::FileNotOurs(place.to_owned())) }
        }
    }
}

/// Whether everything in `place` is an export of ours, so that replacing it destroys nothing else.
fn folder_must_be_ours(place: &Path) -> Result<(), DeskError> {
    let not_ours = || DeskError::FolderNotOurs(place.to_owned());
    // Not through a link: what it points to was not made by us.
    if !fs::symlink_metadata(place).is_ok_and(|about| about.is_dir()) {
        return Err(not_ours());
    }
    let listed = listed(place).ok_or_else(not_ours)?;
    let unreadable = |cause| DeskError::FileUnreadable { path: place.to_owned(), cause };
    match stranger(place, place, &listed).map_err(unreadable)? {
        None => Ok(()),
        Some(name) => {
            let name = quoted(&name);
            Err(DeskError::FolderHoldsOthers { path: place.to_owned(), name })
        }
    }
}

/// The files that the marker of a folder lists, with their hashes.
pub fn listed(place: &Path) -> Option<BTreeMap<String, String>> {
    let marker = fs::read_to_string(place.join(MARKER)).ok()?;
    let line = |line: &str| line.split_once("  ").map(|(h, name)| (name.into(), h.into()));
    Some(marker.lines().filter_map(line).collect())
}

/// The first file in `folder` that is not in the list.
fn stranger(
    folder: &Path,
    place: &Path,
    listed: &BTreeMap<String, String>,
) -> io::Result<Option<String>> {
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
        if !harmless && !listed.contains_key(&name) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Clears away what killed exports to `place` left beside it, and finishes what only a rename was
/// missing of. An export that another program is making is left alone, and so is everything that is not
/// surely ours. Nothing here stops the next export.
pub fn clear_leftovers(place: &Path) {
    for part in leftovers(place) {
        if let Err(error) = clear(&part, place) {
            log::warn!("What a killed export left could not be cleared away: {error}");
        }
    }
}

fn leftovers(place: &Path) -> Vec<PathBuf> {
    let folder = place.parent().unwrap_or(place);
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let (before, after) = (format!(".{name}."), ".part");
    let is_part = |found: &str| {
        let id = found.strip_prefix(&before).and_then(|rest| rest.strip_suffix(after));
        id.is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let parts = entries.filter(|entry| is_part(&entry.file_name().to_string_lossy()));
    let mut parts: Vec<PathBuf> = parts.map(|entry| entry.path()).collect();
    parts.sort();
    parts
}

fn clear(part: &Path, place: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(part)?.is_dir() {
        return Ok(());
    }
    let Ok(in_use) = File::open(part.join(IN_USE)) else {
        // Killed before anything was in it. Fails, and harms nothing, when something else is.
        return fs::remove_dir(part);
    };
    if in_use.try_lock().is_err() {
        return Ok(());
    }
    let aside = part.join(ASIDE);
    if aside.is_dir() && fs::symlink_metadata(place).is_err() {
        fs::rename(aside, place)?;
    }
    let manifest = part.join(MANIFEST);
    let replaces = manifest_of(place);
    let may_replace = fs::symlink_metadata(&replaces).is_err() || Read::of(&replaces).is_some();
    if may_replace && Read::of(&manifest).is_some_and(|read| read.fits(place)) {
        fs::rename(manifest, replaces)?;
    }
    for entry in fs::read_dir(part)? {
        let name = entry?.file_name();
        if ![&IN_PART[..], &[IN_USE]].concat().iter().any(|ours| name == **ours) {
            return Ok(());
        }
    }
    drop(in_use);
    remove_part(part)
}

/// Removes what an export was made in, and first of all what is in it: killed in the middle, it is still
/// known as ours.
pub fn remove_part(part: &Path) -> io::Result<()> {
    for name in IN_PART {
        let path = part.join(name);
        match fs::symlink_metadata(&path) {
            Err(_) => {}
            Ok(about) if about.is_dir() => fs::remove_dir_all(path)?,
            Ok(_) => fs::remove_file(path)?,
        }
    }
    fs::remove_file(part.join(IN_USE))?;
    fs::remove_dir(part)
}

impl Read {
    /// Whether what stands at `place` is what this manifest is about.
    fn fits(&self, place: &Path) -> bool {
        let sums = self.sums();
        match fs::symlink_metadata(place) {
            Ok(about) if about.is_dir() => {
                let expected = sums.into_iter().map(|(name, sum)| (name, sum.sha256)).collect();
                listed(place) == Some(expected)
            }
            Ok(about) if about.is_file() => {
                let whole = File::open(place).and_then(sum_of);
                matches!((sums.as_slice(), whole), ([(_, said)], Ok(is)) if *said == is)
            }
            _ => false,
        }
    }
}
