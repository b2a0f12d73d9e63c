//! What a person copied as HTML, as it lies in the clipboard: the web view takes out of it, before the
//! page sees it, what Office says of its lists.
//!
//! Promises: it is read only when a person pastes, and leaves the program by no way.
//! Not here: systems other than Linux, whose web views hand it over as it is.

use cutline_core::desk::read_html::{HTML_LIMIT_BYTES, html_text};
use tauri::AppHandle;

/// The copied HTML; `None` where there is none, or more than anybody pastes. Not for the main thread:
/// it waits for the program that copied.
pub fn html(app: &AppHandle) -> Option<String> {
    let bytes = answer().or_else(|| copied(app))?;
    (bytes.len() <= HTML_LIMIT_BYTES * 2).then(|| html_text(&bytes))
}

#[cfg(target_os = "linux")]
fn copied(app: &AppHandle) -> Option<Vec<u8>> {
    crate::linux_clipboard::copied_html(app)
}

#[cfg(not(target_os = "linux"))]
fn copied(_: &AppHandle) -> Option<Vec<u8>> {
    None
}

/// In a debug build, the file in `CUTLINE_PASTE_HTML` lies in the clipboard.
fn answer() -> Option<Vec<u8>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    std::fs::read(std::env::var_os("CUTLINE_PASTE_HTML")?).ok()
}
