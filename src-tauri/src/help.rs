//! What Help tells about the program, and the folders that it shows in the file manager.
//!
//! Promises: the log holds no copy (`journal.rs`), so it may be shown and sent; the folders are the
//! program's own and never one that the page names.

use crate::failure::WindowError;
use crate::opened::desk;
use crate::{browser, journal};
use cutline_core::desk::contract::{AboutDesk, AboutProgram, OwnFolder};
use cutline_core::desk::failure::Failure;
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use tauri::AppHandle;

/// Everything that stands in Help. A log that cannot be read is an empty one.
pub fn about(app: &AppHandle) -> AboutProgram {
    AboutProgram {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        log: journal::this_run(app).unwrap_or_default(),
        log_folder: journal::folder(app).map(|folder| folder.to_string_lossy().into_owned()),
        licences: LICENCES.to_owned(),
    }
}

/// Shows one of the program's own folders. Those of exports and themes are made when there are none yet.
pub fn show(app: &AppHandle, folder: OwnFolder) -> Result<(), Failure> {
    let path = match folder {
        OwnFolder::Desk => PathBuf::from(about_desk(app)?.folder),
        OwnFolder::Log => journal::folder(app).ok_or(WindowError::NoLog)?,
        OwnFolder::Exports => made(about_desk(app)?.exports_folder.into())?,
        OwnFolder::Themes => made(PathBuf::from(about_desk(app)?.folder).join("themes"))?,
    };
    Ok(browser::show_folder(&path)?)
}

/// Whose work is in the program: `scripts/licences.mjs` writes it, `tests/licences.rs` compares.
const LICENCES: &str = include_str!("../../assets/licences.txt");

fn about_desk(app: &AppHandle) -> Result<AboutDesk, Failure> {
    let about = desk(app)?.act("about_desk", json!({}))?;
    serde_json::from_value(about).map_err(|_| WindowError::Broken.into())
}

fn made(folder: PathBuf) -> Result<PathBuf, WindowError> {
    match fs::create_dir_all(&folder) {
        Ok(()) => Ok(folder),
        Err(error) => Err(WindowError::FolderNotMade(folder, error)),
    }
}
