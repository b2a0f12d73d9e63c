//! The machine's own dialogs for choosing files. They block, so they are called away from the main
//! thread only.

use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Both cases, because GTK compares a name as it stands and cameras write "JPG".
const PHOTOS: &[&str] = &["jpg", "JPG", "jpeg", "JPEG", "png", "PNG"];
const COPY: &[&str] = &["txt", "TXT", "text", "TEXT"];

/// The photos that a person chooses; none when the dialog is left.
pub fn photos(app: &AppHandle) -> Vec<String> {
    if let Some(answers) = answers() {
        return answers.filter(|path| has_extension(path, PHOTOS)).map(shown).collect();
    }
    let dialog = dialog(app, "Add photos").add_filter("Photos (JPEG, PNG)", PHOTOS);
    let dialog = dialog.add_filter("All files", &["*"]);
    dialog.blocking_pick_files().unwrap_or_default().into_iter().filter_map(path).collect()
}

/// The file of copy that a person chooses.
pub fn copy(app: &AppHandle) -> Option<String> {
    if let Some(mut answers) = answers() {
        return answers.find(|path| has_extension(path, COPY)).map(shown);
    }
    let dialog = dialog(app, "Import copy").add_filter("Plain text", COPY);
    dialog.add_filter("All files", &["*"]).blocking_pick_file().and_then(path)
}

/// The folder that a person chooses.
pub fn folder(app: &AppHandle) -> Option<String> {
    if let Some(mut answers) = answers() {
        return answers.find(|path| path.is_dir()).map(shown);
    }
    dialog(app, "Choose a folder").blocking_pick_folder().and_then(path)
}

fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(crate::window::LABEL) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn path(chosen: FilePath) -> Option<String> {
    chosen.into_path().ok().map(shown)
}

fn shown(path: PathBuf) -> String {
    path.to_string_lossy().into_owned()
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|it| extensions.iter().any(|extension| it == *extension))
}

/// In a debug build, the paths in `CUTLINE_PICK` answer instead of a dialog: the window's tests
/// cannot see one.
fn answers() -> Option<impl Iterator<Item = PathBuf>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let paths = std::env::var_os("CUTLINE_PICK")?;
    Some(std::env::split_paths(&paths).collect::<Vec<_>>().into_iter())
}
