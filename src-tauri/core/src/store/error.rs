//! Why the store could not do it.

use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;

/// Each names the thing and its cause.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    #[error("the folder {} does not exist", .0.display())]
    NoParent(PathBuf),
    #[error("{} cannot be written", path.display())]
    CannotWrite {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("{} cannot be read", path.display())]
    CannotRead {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    #[error("the desk is held by {by}")]
    Held { by: String },
    #[error("the desk is just being set up by {by}")]
    NotReady { by: String },
    #[error("{} was not made by Cutline", .0.display())]
    NotOurs(PathBuf),
    #[error("{} was written by a newer Cutline (schema {schema})", path.display())]
    Newer { path: PathBuf, schema: i64 },
    #[error("the disk is full")]
    DiskFull,
    #[error("the desk's database is damaged")]
    Damaged(#[source] rusqlite::Error),
    #[error("the desk's database could not be read or written")]
    Disk(#[source] rusqlite::Error),
    #[error("the desk's database is busy")]
    Busy(#[source] rusqlite::Error),
    #[error("the schema could not be brought up to date")]
    Migration(#[source] rusqlite_migration::Error),
    #[error("a statement failed")]
    Statement(#[source] rusqlite::Error),
    #[error("the desk is closed")]
    Closed,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::Damaged(error)
            }
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
                StoreError::Disk(error)
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(error),
            _ => StoreError::Statement(error),
        }
    }
}
