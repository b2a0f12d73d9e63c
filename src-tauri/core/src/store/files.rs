//! Files of a desk: the originals and previews of photos. A file is written whole or not at all.

use super::StoreError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

const PHOTOS: &str = "photos";
const PREVIEWS: &str = "previews";

/// Large files go to the disk in steps of this many bytes, each synced, so that a save that is
/// synced meanwhile waits for one step and not for a whole photo.
const STEP_BYTES: usize = 1 << 20;

/// Whether a written file must outlast a power cut, or can be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    Synced,
    CanBeMadeAgain,
}

/// Makes the folder of a desk with what is in it. Its parent must be there: a mistyped path or a
/// disk that is not plugged in must not become a new, empty desk.
pub fn make_folders(folder: &Path) -> Result<(), StoreError> {
    if folder.exists() && !folder.is_dir() {
        return Err(StoreError::NotAFolder(folder.to_owned()));
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent.filter(|parent| !parent.is_dir()) {
        return Err(match parent.exists() {
            true => StoreError::NotAFolder(parent.to_owned()),
            false => StoreError::NoParent(parent.to_owned()),
        });
    }
    for made in [folder.to_owned(), folder.join(PHOTOS), folder.join(PREVIEWS)] {
        if !made.is_dir() {
            fs::create_dir(&made)
                .map_err(|cause| StoreError::CannotWrite { path: folder.to_owned(), cause })?;
        }
    }
    Ok(())
}

/// Where the untouched file of a photo lies.
pub fn original(folder: &Path, name: &str) -> PathBuf {
    folder.join(PHOTOS).join(Path::new(name).file_name().unwrap_or_default())
}

/// Where the preview of the photo with this hash lies.
pub fn preview(folder: &Path, hash: &str) -> PathBuf {
    folder.join(PREVIEWS).join(hash)
}

/// Writes `bytes` under a temporary name beside `path` and renames it.
pub fn write_whole(path: &Path, bytes: &[u8], keep: Keep) -> Result<(), StoreError> {
    static PARTS: AtomicU64 = AtomicU64::new(0);
    let number = PARTS.fetch_add(1, Ordering::Relaxed);
    let part = path.with_extension(format!("{}-{number}.part", std::process::id()));
    let written = write_part(&part, bytes, keep)
        .and_then(|()| fs::rename(&part, path))
        .and_then(|()| if keep == Keep::Synced { sync_folder(parent(path)) } else { Ok(()) });
    written.map_err(|cause| {
        // The part is of no use to anybody; that it stays would be the smaller harm.
        let _ = fs::remove_file(&part);
        match cause.kind() {
            io::ErrorKind::StorageFull => StoreError::DiskFull,
            _ => StoreError::CannotWrite { path: path.to_owned(), cause },
        }
    })
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

fn write_part(part: &Path, bytes: &[u8], keep: Keep) -> io::Result<()> {
    match keep {
        Keep::Synced => write_new(part, bytes),
        Keep::CanBeMadeAgain => File::create_new(part)?.write_all(bytes),
    }
}

/// Writes a file that is not there yet, and syncs it.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let mut steps = bytes.chunks(STEP_BYTES).peekable();
    while let Some(step) = steps.next() {
        file.write_all(step)?;
        if steps.peek().is_some() {
            in_turn(|| file.sync_data())?;
        }
    }
    in_turn(|| file.sync_all())
}

/// Writes a file that is not there yet, for [`sync_each`] or [`sync_all`] to sync with others.
pub fn write_unsynced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

/// Makes everything in `folder` outlast a power cut: in one go where the system can, else file by file.
/// In one go is soonest for thousands of files; it waits for whatever else is on its way to the disk too.
pub fn sync_all(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        let open = File::open(folder)?;
        if in_turn(|| Ok(rustix::fs::syncfs(&open)?)).is_ok() {
            return Ok(());
        }
    }
    sync_each(folder)
}

/// The same file by file, which waits for these files alone.
pub fn sync_each(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_each(&entry.path())?;
        } else {
            // Windows syncs only what is open for writing.
            let file = File::options().write(true).open(entry.path())?;
            in_turn(|| file.sync_all())?;
        }
    }
    sync_folder(folder)
}

/// One step at a time, so that a save finds at most one before it on the way to the disk.
fn in_turn(sync: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    static TO_DISK: Mutex<()> = Mutex::new(());
    let _turn = TO_DISK.lock().unwrap_or_else(PoisonError::into_inner);
    sync()
}

/// Makes renames in `folder` outlast a power cut.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows can neither open nor sync a folder; there the rename itself is written through.
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder)?.sync_all()
}
