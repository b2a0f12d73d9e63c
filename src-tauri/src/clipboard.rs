//! Pictures that a person copied: files from a file manager, or the pixels of a picture.
//!
//! Promises: only what lies in the clipboard at the moment of the asking is read, and only when a
//! person pastes; pixels lie in a folder that nobody else may read, and go as soon as the desk has
//! taken them, at the latest when the window closes.
//! Not here: systems other than Linux, whose webviews hand pasted files to the page themselves.

use crate::failure::WindowError;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use tauri::{AppHandle, Manager, Url};

/// The folders of pasted pictures that the desk has not taken yet.
#[derive(Default)]
pub struct Pasted {
    folders: std::sync::Mutex<Vec<PathBuf>>,
}

/// What a clipboard holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Copied {
    Files(Vec<PathBuf>),
    /// A picture as a file of this extension.
    Picture {
        bytes: Vec<u8>,
        extension: &'static str,
    },
    Nothing,
}

/// The paths of the pictures that were copied; none when there are none.
pub fn photos(app: &AppHandle) -> Result<Vec<String>, WindowError> {
    let copied = answer().unwrap_or_else(|| copied(app));
    match copied {
        Copied::Files(paths) => Ok(paths.into_iter().map(shown).collect()),
        Copied::Nothing => Ok(Vec::new()),
        Copied::Picture { bytes, extension } => {
            let path = lay_down(&bytes, extension).map_err(WindowError::PictureNotPasted)?;
            let folder = path.parent().unwrap_or(&path).to_owned();
            held(app).push(folder);
            Ok(vec![shown(path)])
        }
    }
}

/// Whether a path is that of a pasted picture.
pub fn is_pasted(app: &AppHandle, path: &str) -> bool {
    let folder = Path::new(path).parent();
    folder.is_some_and(|folder| held(app).iter().any(|held| held == folder))
}

/// Removes pasted pictures that the desk has taken.
pub fn forget(app: &AppHandle, paths: &[String]) {
    let parents: Vec<&Path> = paths.iter().filter_map(|path| Path::new(path).parent()).collect();
    held(app).retain(|folder| {
        let gone = parents.contains(&folder.as_path());
        if gone {
            remove(folder);
        }
        !gone
    });
}

/// Removes all of them.
pub fn forget_all(app: &AppHandle) {
    held(app).drain(..).for_each(|folder| remove(&folder));
}

fn held(app: &AppHandle) -> std::sync::MutexGuard<'_, Vec<PathBuf>> {
    let pasted = app.state::<Pasted>().inner();
    pasted.folders.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn remove(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder) {
        log::warn!("A pasted picture was not removed: {}", error.kind());
    }
}

fn lay_down(bytes: &[u8], extension: &str) -> io::Result<PathBuf> {
    let folder = private_folder()?;
    let path = folder.join(format!("Pasted picture {}.{extension}", time_of_day()));
    fs::write(&path, bytes).inspect_err(|_| remove(&folder))?;
    Ok(path)
}

/// A new folder for one picture, in the person's own place for such things where there is one: it is
/// emptied when they log out.
fn private_folder() -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let place = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let place = place.filter(|place| place.is_dir()).unwrap_or_else(std::env::temp_dir);
    let folder = place.join(format!("cutline-pasted-{}-{number}", std::process::id()));
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    // Not with its parents: a folder that is there already was made by somebody else.
    builder.create(&folder)?;
    Ok(folder)
}

/// "14.03.22"
fn time_of_day() -> String {
    let now = cutline_core::clock::Clock::System.now();
    now.with_timezone(&chrono::Local).format("%H.%M.%S").to_string()
}

fn shown(path: PathBuf) -> String {
    path.to_string_lossy().into_owned()
}

/// The local files that a list of addresses names, as file managers copy them: an address on each
/// line, `#` before a remark, and in GNOME's own form "copy" or "cut" on the first.
pub fn files(list: &str) -> Vec<PathBuf> {
    let addresses = list.lines().map(str::trim).filter(|line| line.starts_with("file:"));
    let urls = addresses.filter_map(|line| Url::parse(line).ok());
    urls.filter_map(|url| url.to_file_path().ok()).collect()
}

#[cfg(target_os = "linux")]
fn copied(app: &AppHandle) -> Copied {
    crate::linux_clipboard::copied(app)
}

#[cfg(not(target_os = "linux"))]
fn copied(_: &AppHandle) -> Copied {
    Copied::Nothing
}

/// In a debug build, the paths in `CUTLINE_PASTE` lie in the clipboard.
fn answer() -> Option<Copied> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let paths = std::env::var_os("CUTLINE_PASTE")?;
    Some(Copied::Files(std::env::split_paths(&paths).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expected: &[&str]) {
        let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
        assert_eq!(files(list), expected, "{list}");
    }

    #[test]
    #[cfg(unix)]
    fn copied_files_are_local_ones() {
        check("copy\nfile:///a/b%20c.jpg\nfile:///d.png", &["/a/b c.jpg", "/d.png"]);
        check("cut\nfile:///a/%C3%A7.jpg\n", &["/a/ç.jpg"]);
        check("# from a list\r\nfile:///a.jpg\r\n", &["/a.jpg"]);
        check("file://localhost/a.jpg", &["/a.jpg"]);
        check("file://elsewhere.example/a.jpg", &[]);
        check("https://example.org/a.jpg", &[]);
        check("just words", &[]);
        check("", &[]);
    }

    #[test]
    #[cfg(unix)]
    fn a_pasted_picture_is_the_persons_own() {
        use std::os::unix::fs::PermissionsExt;
        let path = lay_down(b"picture", "png").unwrap();
        let folder = path.parent().unwrap();
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        remove(folder);
        assert_eq!(mode & 0o777, 0o700);
        assert!(name.starts_with("Pasted picture ") && name.ends_with(".png"), "{name}");
        assert!(!folder.exists());
    }
}
