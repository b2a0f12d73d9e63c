//! “Copy story for…”: the desk's copy on its way into the clipboard.
//!
//! Promises: nothing lies in the clipboard that the desk did not let out; formatted and plain text lie
//! there together, so that the program that pastes takes what it can; the text does not pass through
//! the page, which has no use for megabytes of pictures.

use crate::failure::WindowError;
use crate::opened::desk;
use cutline_core::desk::contract::{CopiedStory, CopyStory, InClipboard};
use cutline_core::desk::failure::Failure;
use tauri::AppHandle;

/// Asks the desk for the copy and puts it into the clipboard. Not for the main thread: it waits.
pub fn to_clipboard(app: &AppHandle, request: CopyStory) -> Result<InClipboard, Failure> {
    let CopiedStory { form, html, text, headline, photos, credits, notes } =
        desk(app)?.copy_story(request)?;
    put(app, html, text)?;
    Ok(InClipboard { form, headline, photos, credits, notes })
}

#[cfg(target_os = "linux")]
fn put(app: &AppHandle, html: Option<String>, text: String) -> Result<(), WindowError> {
    crate::linux_clipboard::put(app, html, text)
}

#[cfg(not(target_os = "linux"))]
fn put(_: &AppHandle, html: Option<String>, text: String) -> Result<(), WindowError> {
    let refused = |error: arboard::Error| WindowError::NotCopied(error.to_string());
    let mut clipboard = arboard::Clipboard::new().map_err(refused)?;
    match html {
        Some(html) => clipboard.set_html(html, Some(text)),
        None => clipboard.set_text(text),
    }
    .map_err(refused)
}
