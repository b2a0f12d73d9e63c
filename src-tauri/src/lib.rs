//! The window around the desk: the only Rust that knows Tauri.
//!
//! It opens one desk, hands the page's requests to it (`act.rs`), carries out the few that concern
//! the machine (`window_actions.rs`), serves the photos' previews (`photo_scheme.rs`) and proofs
//! (`proof_scheme.rs`), checks spelling as the story is written (`spelling.rs`), tells the page what
//! changed, and lets the page save before it closes (`closing.rs`).
//!
//! Promises: nothing runs on the main thread but the window itself; a desk that cannot be opened
//! still opens a window, which says why; the page reaches nothing but `act`, events, previews and
//! proofs.
//! Not here: anything about stories or photos. That is the desk's.

mod act;
mod arguments;
mod browser;
mod clipboard;
mod closing;
mod copied_html;
mod copied_story;
mod dialogs;
mod failure;
mod help;
mod journal;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod linux_clipboard;
#[cfg(target_os = "linux")]
mod linux_print;
#[cfg(target_os = "linux")]
mod linux_spelling;
mod opened;
mod photo_scheme;
mod print;
mod proof_scheme;
mod spelling;
mod window;
mod window_actions;

use arguments::Arguments;
use cutline_core::photo::darkroom::serve_if_asked;
use opened::Opened;
use std::process::ExitCode;
use tauri::{App, Manager};

/// Opens the desk and its window, and stays until the window is closed.
pub fn run() -> ExitCode {
    serve_if_asked();
    let arguments = Arguments::read();
    #[cfg(target_os = "linux")]
    if let Err(sentence) = linux::prepare() {
        eprintln!("{sentence}");
        return ExitCode::from(NO_DISPLAY);
    }
    let code = match build(arguments) {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(|_, _| {})).unwrap_or(1)),
        Err(error) => {
            eprintln!("Cutline cannot open its window: {error}");
            ExitCode::FAILURE
        }
    };
    #[cfg(target_os = "linux")]
    linux_spelling::forget();
    code
}

/// The exit code when no display answers (EX_UNAVAILABLE of sysexits.h), so that a script can do
/// its work without a window instead.
#[cfg(target_os = "linux")]
const NO_DISPLAY: u8 = 69;

fn build(arguments: Arguments) -> tauri::Result<App> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol(photo_scheme::NAME, photo_scheme::answer)
        .register_asynchronous_uri_scheme_protocol(proof_scheme::NAME, proof_scheme::answer)
        .invoke_handler(tauri::generate_handler![act::act])
        .manage(closing::Closing::default())
        .manage(clipboard::Pasted::default())
        .on_window_event(closing::on_window_event)
        .setup(move |app| {
            journal::begin(app.handle());
            app.manage(Opened::new(arguments.folder()));
            opened::begin(app.handle());
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())
}
