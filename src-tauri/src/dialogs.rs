//! The machine's own dialogs for choosing files. They block, so they are called away from the main
//! thread only.

use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Both cases, because GTK compares a name as it stands and cameras write "JPG".
const PHOTOS: &[&str] = &[
    "jpg", "JPG", "jpeg", "JPEG", "png", "PNG", "webp", "WEBP", "tif", "TIF", "tiff", "TIFF",
    "gif", "GIF", "heic", "HEIC", "heif", "HEIF", "avif", "AVIF",
];
const CODES: &[&str] = &["txt", "TXT", "tsv", "TSV", "text", "TEXT"];
const COPY: &[&str] = &["txt", "TXT", "text", "TEXT"];

/// The photos that a person chooses; none when the dialog is left.
pub fn photos(app: &AppHandle) -> Vec<String> {
    if let Some(answers) = answers() {
        return answers.filter(|path| has_extension(path, PHOTOS)).map(shown).collect();
    }
    let dialog = dialog(app, "Add photos").add_filter("Photos", PHOTOS);
    let dialog = dialog.add_filter("All files", &["*"]);
    dialog.blocking_pick_files().unwrap_or_default().into_iter().filter_map(path).collect()
}

/// The pictures that lie directly in the folder that a person chooses, in the order of their names.
pub fn photo_folder(app: &AppHandle) -> Vec<String> {
    let chosen = match answers() {
        Some(mut answers) => answers.find(|path| path.is_dir()),
        None => dialog(app, "Add the photos of a folder")
            .blocking_pick_folder()
            .and_then(|chosen| chosen.into_path().ok()),
    };
    chosen.map(|folder| pictures_in(&folder)).unwrap_or_default()
}

/// The file of code replacements that a person chooses.
pub fn codes(app: &AppHandle) -> Option<String> {
    if let Some(mut answers) = answers() {
        return answers.find(|path| has_extension(path, CODES)).map(shown);
    }
    let dialog = dialog(app, "Import code replacements").add_filter("Plain text", CODES);
    dialog.add_filter("All files", &["*"]).blocking_pick_file().and_then(path)
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

/// Files only: a link may lead anywhere on the machine, and nobody who chose this folder chose that.
fn pictures_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut pictures: Vec<PathBuf> = files
        .map(|entry| entry.path())
        .filter(|path| has_extension(path, PHOTOS) && !is_hidden(path))
        .collect();
    pictures.sort_by_key(|path| in_order(path));
    pictures.into_iter().map(shown).collect()
}

/// macOS lays "._photo.jpg" beside "photo.jpg" on foreign disks; it is no picture.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// As people count: "photo-2" before "photo-10", whatever the case.
fn in_order(path: &Path) -> (Vec<(String, u64)>, PathBuf) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let mut parts = vec![(String::new(), 0u64)];
    let mut counting = false;
    for letter in name.chars() {
        match letter.to_digit(10) {
            None if counting => parts.push((letter.to_string(), 0)),
            None => parts.last_mut().into_iter().for_each(|(text, _)| text.push(letter)),
            Some(digit) => {
                let count = |(_, number): &mut (String, u64)| {
                    *number = number.saturating_mul(10).saturating_add(digit.into());
                };
                parts.last_mut().into_iter().for_each(count);
            }
        }
        counting = letter.is_ascii_digit();
    }
    (parts, path.to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_folder_gives_its_own_pictures_in_the_order_of_their_names() {
        let folder = std::env::temp_dir().join(format!("cutline-folder-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner.jpg")).unwrap();
        for name in ["b10.JPG", "b2.jpg", "a.heic", "notes.txt", "._b2.jpg", "B3.avif"] {
            fs::write(folder.join(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.join("notes.txt"), folder.join("c.jpg")).unwrap();
        let found = pictures_in(&folder);
        fs::remove_dir_all(&folder).unwrap();
        let names: Vec<&str> = found.iter().filter_map(|path| path.rsplit('/').next()).collect();
        assert_eq!(names, ["a.heic", "b2.jpg", "B3.avif", "b10.JPG"]);
    }

    #[test]
    fn a_folder_that_is_gone_gives_nothing() {
        assert!(pictures_in(Path::new("/no/such/folder")).is_empty());
    }
}
