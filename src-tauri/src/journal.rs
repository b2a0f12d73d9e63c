//! The log: what the program did, never what a person wrote. It lies in the system's folder for
//! logs of programs and holds the last run and the one before.

use cutline_core::clock::Clock;
use std::fs::{self, File};
use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};

/// Begins this run's log. Without a folder to write to, the program runs without one.
pub fn begin(app: &AppHandle) {
    let Ok(folder) = app.path().app_log_dir() else { return };
    let Ok(file) = open(&folder) else { return };
    write_records(file);
    write_panics();
    log::info!("Cutline {} starts.", env!("CARGO_PKG_VERSION"));
}

/// Where the logs lie, if they lie anywhere.
pub fn folder(app: &AppHandle) -> Option<PathBuf> {
    app.path().app_log_dir().ok().filter(|folder| folder.is_dir())
}

/// What this run has written so far; its end, when it is very long.
pub fn this_run(app: &AppHandle) -> io::Result<String> {
    const MOST_BYTES: usize = 200_000;
    let folder = folder(app).ok_or(io::ErrorKind::NotFound)?;
    let log = fs::read(folder.join(FILE))?;
    let from = log.len().saturating_sub(MOST_BYTES);
    Ok(String::from_utf8_lossy(&log[from..]).into_owned())
}

const FILE: &str = "cutline.log";

fn open(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let file = folder.join(FILE);
    // The first run has none yet.
    let _ = fs::rename(&file, folder.join("cutline.before.log"));
    File::create(file)
}

fn write_records(file: File) {
    let begun = env_logger::Builder::new()
        .filter_level(log::LevelFilter::Warn)
        .filter_module("cutline", log::LevelFilter::Info)
        .target(env_logger::Target::Pipe(Box::new(file)))
        .format(|line, record| {
            let now = Clock::System.now();
            writeln!(line, "{now:?} {} {}: {}", record.level(), record.target(), record.args())
        })
        .try_init();
    debug_assert!(begun.is_ok(), "the log has already begun");
}

/// Writes where a panic happened. Its message is left out, since the standard library quotes the
/// text that it stumbled over.
fn write_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        match panic.location() {
            Some(place) => log::error!("A bug at {place}."),
            None => log::error!("A bug at an unknown place."),
        }
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}
