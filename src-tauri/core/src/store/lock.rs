//! The lock on a desk's folder: an OS lock, which ends with the program that holds it however that
//! ends. A file that merely exists, or a process number in it, says nothing.

use super::StoreError;
use std::fs::{self, File, TryLockError};
use std::path::Path;

const LOCK: &str = "desk.lock";
/// Apart from the locked file, because Windows lets nobody read that one.
const HOLDER: &str = "desk.holder";

/// Held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Who holds the desk now.
#[derive(Debug)]
pub enum Held {
    ByUs(Lock),
    By(String),
}

impl Lock {
    /// Takes the lock under the name `holder`, or tells who has it. Does not wait.
    pub fn take(folder: &Path, holder: &str) -> Result<Held, StoreError> {
        let path = folder.join(LOCK);
        let cannot_write = |cause| StoreError::CannotWrite { path: folder.to_owned(), cause };
        let file = File::options().create(true).truncate(false).read(true).write(true).open(&path);
        let file = file.map_err(cannot_write)?;
        match file.try_lock() {
            Ok(()) => {
                let name = format!("{holder} (process {})\n", std::process::id());
                fs::write(folder.join(HOLDER), name).map_err(cannot_write)?;
                Ok(Held::ByUs(Lock { _file: file }))
            }
            Err(TryLockError::WouldBlock) => Ok(Held::By(holder_of(folder))),
            Err(TryLockError::Error(cause)) => Err(cannot_write(cause)),
        }
    }
}

fn holder_of(folder: &Path) -> String {
    let name = fs::read_to_string(folder.join(HOLDER)).unwrap_or_default();
    match name.trim() {
        "" => "another program".into(),
        name => name.chars().filter(|c| !c.is_control()).take(100).collect(),
    }
}
