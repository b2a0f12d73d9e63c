//! The folder of the site. It stands where a web server may be looking, so it is brought up to date in
//! place: every file is written whole under a hidden name and renamed, pictures before the pages that
//! show them, and what is no longer wanted goes last. All of it is synced once, and every file that was
//! written is read back before the folder says that it is done.
//!
//! `.cutline` in it says that the folder is ours and lists its files with their BLAKE3 hashes, in the
//! form that `b3sum --check` reads. A file that it does not list is never touched.

use super::outgoing::Receives;
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::records::PictureOf;
use crate::store::files::{Keep, sync_all, write_whole};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

const MARKER: &str = ".cutline";

/// A site that is being brought up to date, by several threads at once.
#[derive(Debug)]
pub struct SiteFolder {
    place: PathBuf,
    /// What the marker lists: the hash of each file by its name.
    before: BTreeMap<String, String>,
    now: Mutex<Now>,
}

#[derive(Debug, Default)]
struct Now {
    files: BTreeMap<String, String>,
    written: BTreeSet<String>,
    folders: BTreeSet<PathBuf>,
}

/// How many files were written, left as they were, and taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

impl SiteFolder {
    /// Opens the site in `place`, or begins one there. Fails when the folder holds something that is
    /// not ours.
    pub fn open(place: &Path) -> Result<SiteFolder, DeskError> {
        let before = match fs::read_to_string(place.join(MARKER)) {
            Ok(marker) => listed(&marker),
            Err(_) if is_empty(place) => BTreeMap::new(),
            Err(_) => return Err(DeskError::FolderNotOurs(place.to_owned())),
        };
        fs::create_dir_all(place).map_err(|cause| failed(place, cause))?;
        // From here on the folder is ours, also when this ends before its first file is listed.
        if before.is_empty() {
            fs::write(place.join(MARKER), "").map_err(|cause| failed(place, cause))?;
        }
        Ok(SiteFolder { place: place.to_owned(), before, now: Mutex::default() })
    }

    /// Writes a file, unless it is there already with these very bytes. Answers its hash.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<String, DeskError> {
        let hash = blake3::hash(bytes).to_hex().to_string();
        if self.is_there(name, &hash, Some(bytes.len() as u64)) {
            self.now().files.insert(name.to_owned(), hash.clone());
            return Ok(hash);
        }
        let path = self.place.join(name);
        self.make_folder(&path)?;
        let part = part_of(&path);
        let written = File::create(&part)
            .and_then(|mut file| file.write_all(bytes))
            .and_then(|()| fs::rename(&part, &path));
        if let Err(cause) = written {
            // The part is of no use to anybody; that it stays would be the smaller harm.
            let _ = fs::remove_file(&part);
            return Err(failed(&path, cause));
        }
        let mut now = self.now();
        now.files.insert(name.to_owned(), hash.clone());
        now.written.insert(name.to_owned());
        Ok(hash)
    }

    /// Whether a file is still there as the site listed it.
    pub fn has(&self, name: &str, hash: &str) -> bool {
        self.is_there(name, hash, None)
    }

    /// Keeps the files of a story that has not changed.
    pub fn keep(&self, files: &BTreeMap<String, String>) {
        self.now().files.extend(files.clone());
    }

    /// The folder of the story with this URL name.
    pub fn of_story(&self, url_name: &str) -> StoryPlace<'_> {
        StoryPlace { site: self, url_name: url_name.to_owned(), files: BTreeMap::new() }
    }

    /// Syncs everything, reads back what was written, takes away what is no longer wanted, and lists
    /// what is there.
    pub fn finish(self) -> Result<Counts, Failure> {
        sync_all(&self.place).map_err(|cause| failed(&self.place, cause))?;
        self.read_back()?;
        let now = self.now();
        let list: String =
            now.files.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
        let gone: Vec<&String> =
            self.before.keys().filter(|name| !now.files.contains_key(*name)).collect();
        for name in &gone {
            remove(&self.place, name);
        }
        write_whole(&self.place.join(MARKER), list.as_bytes(), Keep::Synced)?;
        let written = now.written.len();
        Ok(Counts { written, unchanged: now.files.len() - written, removed: gone.len() })
    }

    fn read_back(&self) -> Result<(), DeskError> {
        let now = self.now();
        for name in &now.written {
            let path = self.place.join(name);
            let bytes = fs::read(&path).map_err(|cause| failed(&path, cause))?;
            let hash = blake3::hash(&bytes).to_hex();
            if now.files.get(name).map(String::as_str) != Some(hash.as_str()) {
                return Err(DeskError::FileUnsound(path));
            }
        }
        Ok(())
    }

    fn is_there(&self, name: &str, hash: &str, length: Option<u64>) -> bool {
        self.before.get(name).is_some_and(|known| known == hash)
            && fs::symlink_metadata(self.place.join(name)).is_ok_and(|about| {
                about.is_file() && length.is_none_or(|length| about.len() == length)
            })
    }

    fn make_folder(&self, path: &Path) -> Result<(), DeskError> {
        let folder = path.parent().unwrap_or(&self.place);
        if self.now().folders.contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(|cause| failed(folder, cause))?;
        self.now().folders.insert(folder.to_owned());
        Ok(())
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The names and hashes in a marker. A name that leads out of the folder is none of ours.
fn listed(marker: &str) -> BTreeMap<String, String> {
    let line =
        |line: &str| line.split_once("  ").map(|(hash, name)| (name.to_owned(), hash.to_owned()));
    let inside = |(name, _): &(String, String)| {
        !name.is_empty()
            && !name.contains('\\')
            && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
    };
    marker.lines().filter_map(line).filter(inside).collect()
}

fn is_empty(place: &Path) -> bool {
    match fs::read_dir(place) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn part_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}

/// Takes a file away, and the folders that it leaves empty.
fn remove(place: &Path, name: &str) {
    let path = place.join(name);
    if let Err(error) = fs::remove_file(&path) {
        log::warn!("A file of the site could not be removed: {error}");
    }
    let folders = path.ancestors().skip(1).take_while(|folder| *folder != place);
    for folder in folders {
        // Fails for the first that holds something else, and that is the end of it.
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

/// The folder of one story on the site. It takes what an export takes.
#[derive(Debug)]
pub struct StoryPlace<'a> {
    site: &'a SiteFolder,
    url_name: String,
    /// By their names seen from the site's folder.
    files: BTreeMap<String, String>,
}

impl StoryPlace<'_> {
    /// Its files with their hashes, by their names seen from the site's folder.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }
}

impl Receives for StoryPlace<'_> {
    fn take(&mut self, name: &str, bytes: &[u8]) -> Result<(), DeskError> {
        let name = format!("{}/{name}", self.url_name);
        let hash = self.site.write(&name, bytes)?;
        self.files.insert(name, hash);
        Ok(())
    }

    /// A site keeps no record of its pictures: each can be made again from its story.
    fn take_picture(&mut self, name: &str, bytes: &[u8], _: &PictureOf) -> Result<(), DeskError> {
        self.take(name, bytes)
    }

    fn holds(&self, name: &str) -> bool {
        self.files.contains_key(&format!("{}/{name}", self.url_name))
    }
}

fn failed(path: &Path, cause: io::Error) -> DeskError {
    match cause.kind() {
        io::ErrorKind::StorageFull => DeskError::DiskFull(path.to_owned()),
        _ => DeskError::FolderUnwritable { path: path.to_owned(), cause },
    }
}
