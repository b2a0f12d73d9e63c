//! The folders of themes on the disk. A folder is a stranger's: links are not followed, files are
//! few, small and of the kinds that a theme has, and nothing is written outside the desk's own.

use crate::desk::dispatch::quoted;
use crate::desk::error::DeskError;
use crate::export::{MAX_FILE_BYTES, MAX_FILES, ThemeProblem, is_theme_file, url_name};
use crate::store::files::{sync_folder, write_new};
use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What a file manager may leave in a folder.
const OF_THE_SYSTEM: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// The ends of the names that editors give their own copies of a file.
const OF_EDITORS: [&str; 4] = ["~", ".swp", ".swx", ".tmp"];

/// Whether this can be the name of a desk's theme: lower-case letters, digits and hyphens.
pub fn is_name(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(plain) && !name.starts_with('-')
}

/// The name that a theme gets from its folder's.
pub fn name_of(folder: &Path) -> Result<String, DeskError> {
    let name = url_name(&folder.file_name().unwrap_or_default().to_string_lossy());
    let short = name.get(..40).unwrap_or(&name).trim_end_matches('-').to_owned();
    match is_name(&short) {
        true => Ok(short),
        false => Err(DeskError::BadName { what: "a theme", name: quoted(&name) }),
    }
}

/// The names of the desk's own themes, in their order.
pub fn names(themes: &Path) -> Result<Vec<String>, DeskError> {
    let mut names = Vec::new();
    match fs::read_dir(themes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(unreadable(themes, cause)),
        Ok(entries) => {
            for entry in entries.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if is_name(&name) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    names.push(name);
                }
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The files of a theme's folder by their paths in it.
pub fn files(folder: &Path) -> Result<BTreeMap<String, String>, DeskError> {
    let mut files = BTreeMap::new();
    let about = fs::symlink_metadata(folder).map_err(|cause| unreadable(folder, cause))?;
    if !about.is_dir() {
        return Err(DeskError::NotAFolder(folder.to_owned()));
    }
    read_into(folder, "", &mut files)?;
    Ok(files)
}

fn read_into(
    folder: &Path,
    under: &str,
    files: &mut BTreeMap<String, String>,
) -> Result<(), DeskError> {
    for entry in fs::read_dir(folder).map_err(|cause| unreadable(folder, cause))? {
        let entry = entry.map_err(|cause| unreadable(folder, cause))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if OF_THE_SYSTEM.contains(&&*name) || is_an_editors(&name) {
            continue;
        }
        let path = format!("{under}{name}");
        let kind = entry.file_type().map_err(|cause| unreadable(&entry.path(), cause))?;
        match kind {
            _ if kind.is_dir() && path == "labels" => {
                read_into(&entry.path(), "labels/", files)?;
            }
            _ if kind.is_symlink() => return refused(folder, &path, "this is a link"),
            _ if !kind.is_file() || !is_theme_file(&path) => {
                return refused(folder, &path, "a theme has no file of this kind");
            }
            _ if files.len() >= MAX_FILES => {
                return refused(folder, &path, &format!("a theme may have {MAX_FILES} files"));
            }
            _ => {
                let text = text(folder, &entry, &path)?;
                files.insert(path, text);
            }
        }
    }
    Ok(())
}

/// While a file is saved, an editor may keep its own copy beside it.
fn is_an_editors(name: &str) -> bool {
    name.starts_with('.') && OF_EDITORS.iter().any(|end| name.ends_with(end)) || name.ends_with('~')
}

fn text(folder: &Path, entry: &DirEntry, path: &str) -> Result<String, DeskError> {
    let mut bytes = Vec::new();
    let most = MAX_FILE_BYTES as u64 + 1;
    File::open(entry.path())
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|cause| unreadable(&entry.path(), cause))?;
    if bytes.len() > MAX_FILE_BYTES {
        let why = format!("a file of a theme may have {} KB", MAX_FILE_BYTES / 1024);
        return refused(folder, path, &why);
    }
    match String::from_utf8(bytes) {
        // A mark of the byte order would stand in front of the page.
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(_) => refused(folder, path, "this is no text in UTF-8"),
    }
}

/// Writes a theme into the desk, whole or not at all.
pub fn lay_down(
    themes: &Path,
    name: &str,
    files: &BTreeMap<String, String>,
) -> Result<(), DeskError> {
    let part = themes.join(format!(".{name}.part"));
    let written = write_all(&part, files).and_then(|()| fs::rename(&part, themes.join(name)));
    written.and_then(|()| sync_folder(themes)).map_err(|cause| {
        // What could not be finished is nobody's.
        let _ = fs::remove_dir_all(&part);
        DeskError::FolderUnwritable { path: themes.to_owned(), cause }
    })
}

fn write_all(part: &Path, files: &BTreeMap<String, String>) -> io::Result<()> {
    if part.exists() {
        fs::remove_dir_all(part)?;
    }
    fs::create_dir_all(part)?;
    for (path, text) in files {
        let file = part.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        write_new(&file, text.as_bytes())?;
    }
    sync_folder(part)
}

/// Takes a theme's folder away. Under another name first, so that it goes whole.
pub fn take_away(themes: &Path, name: &str) -> Result<(), DeskError> {
    let going = themes.join(format!(".{name}.going"));
    let gone = fs::rename(themes.join(name), &going).and_then(|()| fs::remove_dir_all(&going));
    gone.map_err(|cause| DeskError::FolderUnwritable { path: themes.to_owned(), cause })
}

/// Something that differs whenever a file of the theme was written. Empty when there is no theme.
pub fn state(folder: &Path) -> String {
    let mut seen = Vec::new();
    for folder in [folder.to_owned(), folder.join("labels")] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten().take(MAX_FILES * 2) {
            let Ok(about) = entry.metadata() else { continue };
            let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let changed = changed.map_or(0, |since| since.as_nanos());
            seen.push(format!("{:?} {} {changed}", entry.file_name(), about.len()));
        }
    }
    seen.sort();
    match seen.is_empty() {
        true => String::new(),
        false => blake3::hash(seen.join("\n").as_bytes()).to_hex().to_string(),
    }
}

fn unreadable(path: &Path, cause: io::Error) -> DeskError {
    DeskError::FileUnreadable { path: path.to_owned(), cause }
}

fn refused<T>(folder: &Path, path: &str, why: &str) -> Result<T, DeskError> {
    let name = quoted(&folder.file_name().unwrap_or_default().to_string_lossy());
    let problem = ThemeProblem::new(path, None, why);
    Err(DeskError::ThemeRefused { name, problem })
}
