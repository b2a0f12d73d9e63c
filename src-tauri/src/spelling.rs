//! Spelling and input in the window: in the story's language, with the words that the desk has
//! learned.
//!
//! Not here: which language that is and what is learned; the page says the one, the desk knows the
//! other.

use cutline_core::desk::contract::WriteIn;
use cutline_core::desk::failure::Failure;
use tauri::AppHandle;

/// Sets the window's spelling and input methods, and hands the checker the desk's words as they are
/// now. Answers with the dictionary for that language; `None` when this machine has none.
#[cfg(target_os = "linux")]
pub fn write_in(app: &AppHandle, how: WriteIn) -> Result<Option<String>, Failure> {
    use cutline_core::desk::contract::Nothing;
    let learned = crate::opened::desk(app)?.learned_words(Nothing {})?;
    let words = learned.into_iter().map(|learned| learned.word).collect();
    Ok(crate::linux_spelling::write_in(app, how, words)?)
}

/// Other systems' webviews check in the languages that the person chose for the system.
#[cfg(not(target_os = "linux"))]
pub fn write_in(_: &AppHandle, _: WriteIn) -> Result<Option<String>, Failure> {
    Ok(None)
}
