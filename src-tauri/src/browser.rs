//! Hands exported pages and links to the person's own browser, and folders to the file manager. The window itself never leaves its
//! page.

use crate::failure::WindowError;
use std::path::Path;
use tauri::Url;
use tauri_plugin_opener as opener;

/// Shows an exported page.
pub fn show_page(page: &Path) -> Result<(), WindowError> {
    if !page.is_file() {
        return Err(WindowError::PageGone(page.to_owned()));
    }
    if recorded(&page.to_string_lossy()) {
        return Ok(());
    }
    opener::open_path(page, None::<&str>)
        .map_err(|error| WindowError::PageNotShown(page.to_owned(), error.into()))
}

/// Shows a folder in the file manager.
pub fn show_folder(folder: &Path) -> Result<(), WindowError> {
    if !folder.is_dir() {
        return Err(WindowError::FolderGone(folder.to_owned()));
    }
    if recorded(&folder.to_string_lossy()) {
        return Ok(());
    }
    opener::open_path(folder, None::<&str>)
        .map_err(|error| WindowError::FolderNotShown(folder.to_owned(), error.into()))
}

/// Shows a file or a folder among its neighbours in the file manager.
pub fn reveal(place: &Path) -> Result<(), WindowError> {
    if !place.exists() {
        return Err(WindowError::FolderGone(place.to_owned()));
    }
    if recorded(&place.to_string_lossy()) {
        return Ok(());
    }
    let parent = place.parent().unwrap_or(place);
    // A desktop without a file manager that selects opens the folder instead.
    opener::reveal_item_in_dir(place)
        .or_else(|_| opener::open_path(parent, None::<&str>))
        .map_err(|error| WindowError::FolderNotShown(place.to_owned(), error.into()))
}

/// Opens a link of a story: a web page or a mail address, and nothing else a stranger's copy may
/// name.
pub fn open_link(address: &str) -> Result<(), WindowError> {
    let link = link(address).ok_or_else(|| WindowError::NotALink(address.to_owned()))?;
    if recorded(link.as_str()) {
        return Ok(());
    }
    opener::open_url(link.as_str(), None::<&str>)
        .map_err(|error| WindowError::LinkNotOpened(address.to_owned(), error.into()))
}

fn link(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    matches!(url.scheme(), "http" | "https" | "mailto").then_some(url)
}

/// In a debug build, writes what would be opened into the file named by `CUTLINE_OPENED` instead,
/// so that the window's tests can see it.
fn recorded(target: &str) -> bool {
    if !cfg!(debug_assertions) {
        return false;
    }
    std::env::var_os("CUTLINE_OPENED")
        .is_some_and(|file| std::fs::write(file, target.as_bytes()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, opened: Option<&str>) {
        assert_eq!(link(address).as_ref().map(Url::as_str), opened, "{address}");
    }

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        check("https://example.org/a", Some("https://example.org/a"));
        check(" HTTP://example.org ", Some("http://example.org/"));
        check("mailto:desk@example.org", Some("mailto:desk@example.org"));
        check("file:///etc/passwd", None);
        check("javascript:alert(1)", None);
        check("ssh://example.org", None);
        check("/etc/passwd", None);
        check("example.org", None);
        check("", None);
    }

    #[test]
    fn a_folder_that_is_gone_is_named() {
        let failure = show_folder(Path::new("/no/such/folder")).unwrap_err().to_string();
        assert!(failure.contains("/no/such/folder"), "{failure}");
    }

    #[test]
    fn a_page_that_is_gone_is_named() {
        let gone = Path::new("/no/such/page/index.html");
        let failure = show_page(gone).unwrap_err().to_string();
        assert!(failure.contains("/no/such/page/index.html"), "{failure}");
    }
}
