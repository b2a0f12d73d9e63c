//! The desk behind the window.
//!
//! Promises: it is opened away from the main thread, while the window is being built; while it cannot
//! be opened every action fails with the reason, and the next one tries again, so that a person can
//! mend the reason (a full disk, a folder without permission) and go on in the same window.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::failure::Failure;
use cutline_core::photo::darkroom::Darkroom;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter, Manager};

/// What others read who find the desk held.
const HOLDER: &str = "the Cutline window";

/// The folder of the desk, and the desk once it is open.
pub struct Opened {
    folder: PathBuf,
    desk: Mutex<Option<Desk>>,
}

impl Opened {
    /// Nothing is opened yet.
    pub fn new(folder: PathBuf) -> Self {
        Opened { folder, desk: Mutex::new(None) }
    }
}

/// Opens the desk before anybody asks for it. Does not wait.
pub fn begin(app: &AppHandle) {
    let app = app.clone();
    // Whoever asks for it first hears why it cannot be opened.
    spawn_blocking(move || drop(desk(&app)));
}

/// The open desk, or why there is none. May wait for the disk: not for the main thread.
pub fn desk(app: &AppHandle) -> Result<Desk, Failure> {
    let opened = app.state::<Opened>();
    let mut desk = opened.desk.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(desk) = desk.as_ref() {
        return Ok(desk.clone());
    }
    let opened = open(app, &opened.folder)?;
    Ok(desk.insert(opened).clone())
}

/// Lets go of the desk: with the last of it the database is closed and its log is gone, so that the
/// folder can be copied as it lies. Work that still runs keeps the desk until it has ended.
pub fn close(app: &AppHandle) {
    let desk = app.state::<Opened>().desk.lock().unwrap_or_else(PoisonError::into_inner).take();
    drop(desk);
}

/// Whether something can have been typed. Does not wait: while the desk is being opened, nothing can.
pub fn is_open(app: &AppHandle) -> bool {
    app.state::<Opened>().desk.try_lock().is_ok_and(|desk| desk.is_some())
}

fn open(app: &AppHandle, folder: &std::path::Path) -> Result<Desk, Failure> {
    let page = app.clone();
    let tell = move |event| {
        // The page may be gone already; then there is nobody to tell.
        let _ = page.emit("desk", event);
    };
    Desk::open(folder, HOLDER, Clock::System, Darkroom::of_this_program(), tell).inspect_err(
        |failure| {
            log::error!("The desk cannot be opened: {:?} {:?}", failure.code, failure.detail);
        },
    )
}
