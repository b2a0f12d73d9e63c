//! Printing a proof: the system's print dialog over a page that nobody sees but the printer.
//!
//! The page is loaded from the proof's own address, scripts off, in a window that is on no screen, and
//! goes to the printer as WebKit lays it out for paper.

use crate::failure::WindowError;
use crate::window::LABEL;
use gtk::glib;
use gtk::prelude::*;
use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};
use tauri::{AppHandle, Manager};
use webkit2gtk::{
    LoadEvent, PrintOperation, PrintOperationExt, PrintOperationResponse, SettingsExt, WebContext,
    WebView, WebViewExt,
};

/// Pages choose among their pictures by the room that they have: as in a wide window, so that those
/// on paper are sharp.
const ROOM_PX: (i32, i32) = (1280, 1600);

/// How printing ended.
type Printed = Result<(), WindowError>;

/// Asks where to print the page at `address`, and waits until it is there or the person thought
/// better of it. Not for the main thread.
pub fn print(app: &AppHandle, address: String) -> Printed {
    let window = app.get_webview_window(LABEL).ok_or(WindowError::Broken)?;
    let (tell, told) = channel();
    let asked = window.with_webview(move |webview| {
        let view = webview.inner();
        let parent = view.toplevel().and_then(|widget| widget.downcast::<gtk::Window>().ok());
        match view.context() {
            Some(context) => load(&context, &address, parent, tell),
            None => drop(tell.send(Err(WindowError::Broken))),
        }
    });
    asked.map_err(|_| WindowError::Broken)?;
    told.recv().unwrap_or(Err(WindowError::Broken))
}

/// Loads the page and prints it when all of it is there. The view lives until then.
fn load(context: &WebContext, address: &str, parent: Option<gtk::Window>, tell: Sender<Printed>) {
    let view = WebView::with_context(context);
    let unseen = gtk::OffscreenWindow::new();
    unseen.set_default_size(ROOM_PX.0, ROOM_PX.1);
    unseen.add(&view);
    unseen.show_all();
    if let Some(settings) = WebViewExt::settings(&view) {
        settings.set_enable_javascript(false);
    }
    let failed = Rc::new(Cell::new(false));
    view.connect_load_failed({
        let (failed, tell) = (Rc::clone(&failed), tell.clone());
        move |_, _, _, error| {
            failed.set(true);
            let _ = tell.send(Err(WindowError::NotPrinted(error.to_string())));
            true
        }
    });
    let begun = Cell::new(false);
    let kept = (view.clone(), unseen);
    view.connect_load_changed(move |_, event| {
        if event == LoadEvent::Finished && !failed.get() && !begun.replace(true) {
            // Not from within the view's own signal: the dialog runs a loop of its own.
            let ((view, unseen), parent, tell) = (kept.clone(), parent.clone(), tell.clone());
            glib::idle_add_local_once(move || run(&view, unseen, parent, tell));
        }
    });
    view.load_uri(address);
}

fn run(
    view: &WebView,
    unseen: gtk::OffscreenWindow,
    parent: Option<gtk::Window>,
    tell: Sender<Printed>,
) {
    let operation = PrintOperation::new(view);
    operation.connect_failed({
        let tell = tell.clone();
        move |_, error| drop(tell.send(Err(WindowError::NotPrinted(error.to_string()))))
    });
    // WebKit says that it has finished after a failure too; the first word counts. The view must
    // live until then, and not a moment longer: it holds a process of its own.
    operation.connect_finished({
        let (tell, unseen) = (tell.clone(), unseen.clone());
        move |_| {
            let _ = tell.send(Ok(()));
            end(&unseen);
        }
    });
    if let Some(file) = answer() {
        operation.set_print_settings(&to_file(Path::new(&file)));
        operation.print();
    } else if operation.run_dialog(parent.as_ref()) == PrintOperationResponse::Cancel {
        let _ = tell.send(Ok(()));
        end(&unseen);
    }
}

/// Not from within the signal of what ends.
fn end(unseen: &gtk::OffscreenWindow) {
    let unseen = unseen.clone();
    // SAFETY: nothing keeps a part of this window but the handlers that end with it.
    glib::idle_add_local_once(move || unsafe { unseen.destroy() });
}

/// In a debug build, the file that `CUTLINE_PRINT_TO` names is the printer, and nobody is asked.
fn answer() -> Option<std::ffi::OsString> {
    cfg!(debug_assertions).then(|| std::env::var_os("CUTLINE_PRINT_TO")).flatten()
}

fn to_file(file: &Path) -> gtk::PrintSettings {
    let settings = gtk::PrintSettings::new();
    settings.set_printer("Print to File");
    settings.set(gtk::PRINT_SETTINGS_OUTPUT_FILE_FORMAT.as_str(), Some("pdf"));
    if let Ok(address) = glib::filename_to_uri(file, None) {
        settings.set(gtk::PRINT_SETTINGS_OUTPUT_URI.as_str(), Some(&address));
    }
    settings
}
