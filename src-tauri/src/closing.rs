//! Closing the window. The page saves first and then says `may_close`; until then the window stays.
//!
//! Promises: what was typed is never dropped without a person saying so. When the page has not let
//! go after [`PATIENCE`] (its save fails, or it hangs), a dialog asks.

use crate::opened::is_open;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{thread, time::Duration};
use tauri::{AppHandle, Emitter, Manager, Window, WindowEvent};
use tauri_plugin_dialog::{
    DialogExt, MessageDialogButtons, MessageDialogKind, MessageDialogResult,
};

/// How long the page may take to save before the person is asked. A save takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);

const TITLE: &str = "Close Cutline?";
const KEEP: &str = "Keep open";
const LEAVE: &str = "Close without saving";

/// Whether a close is under way, so that a second click does not ask a second time.
#[derive(Default)]
pub struct Closing {
    under_way: AtomicBool,
}

/// Holds the window open until the page has saved.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        let app = window.app_handle();
        if is_open(app) {
            api.prevent_close();
            ask_page(app);
        }
    }
}

/// Ends the program: the page has saved, or a person gave the last words up.
pub fn close(app: &AppHandle) {
    crate::opened::close(app);
    crate::clipboard::forget_all(app);
    app.exit(0);
}

fn ask_page(app: &AppHandle) {
    if app.state::<Closing>().under_way.swap(true, Ordering::SeqCst) {
        return;
    }
    if let Err(error) = app.emit("closing", ()) {
        log::error!("The page was not told of the closing: {error}");
    }
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        ask_person(&app);
    });
}

fn ask_person(app: &AppHandle) {
    let question = "The last changes to this story are not saved yet.";
    let mut dialog = app
        .dialog()
        .message(question)
        .title(TITLE)
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom(KEEP.into(), LEAVE.into()));
    if let Some(window) = app.get_webview_window(crate::window::LABEL) {
        dialog = dialog.parent(&window);
    }
    // Only the button itself closes: Escape and the dialog's own cross keep the window.
    if dialog.blocking_show_with_result() == MessageDialogResult::Custom(LEAVE.into()) {
        close(app);
    }
    app.state::<Closing>().under_way.store(false, Ordering::SeqCst);
}
