//! What can go wrong around the desk, and what the page is told then.

use cutline_core::desk::failure::{Code, Failure};
use std::path::PathBuf;

/// Something the machine would not do for the window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    #[error("The window did not understand what was asked of it.")]
    BadRequest(#[source] serde_json::Error),
    #[error("This story has not been exported yet.")]
    NotExported,
    #[error("The exported page is no longer at {}.", .0.display())]
    PageGone(PathBuf),
    #[error("{} could not be opened in a browser.", .0.display())]
    PageNotShown(PathBuf, #[source] Box<tauri_plugin_opener::Error>),
    #[error("“{0}” is not an address that Cutline opens.")]
    NotALink(String),
    #[error("{0} could not be opened.")]
    LinkNotOpened(String, #[source] Box<tauri_plugin_opener::Error>),
    #[error("{} is not there any more.", .0.display())]
    FolderGone(PathBuf),
    #[error("{} could not be shown.", .0.display())]
    FolderNotShown(PathBuf, #[source] Box<tauri_plugin_opener::Error>),
    #[error("The folder {} cannot be made.", .0.display())]
    FolderNotMade(PathBuf, #[source] std::io::Error),
    #[error("This machine keeps no log of Cutline.")]
    NoLog,
    #[error("The window could not be zoomed.")]
    NotZoomed(#[source] Box<tauri::Error>),
    #[error("The copied picture could not be laid down.")]
    PictureNotPasted(#[source] std::io::Error),
    #[error("The story is not in the clipboard.")]
    NotCopied(String),
    #[error("The proof could not be printed.")]
    NotPrinted(String),
    #[error("Something in the window went wrong.")]
    Broken,
}

impl From<WindowError> for Failure {
    fn from(error: WindowError) -> Self {
        Failure {
            code: code(&error),
            advice: advice(&error).to_owned(),
            detail: detail(&error),
            message: error.to_string(),
        }
    }
}

fn detail(error: &WindowError) -> Option<String> {
    match error {
        WindowError::NotPrinted(why) | WindowError::NotCopied(why) => Some(why.clone()),
        other => std::error::Error::source(other).map(ToString::to_string),
    }
}

fn code(error: &WindowError) -> Code {
    match error {
        WindowError::BadRequest(_) => Code::BadRequest,
        WindowError::Broken => Code::Bug,
        WindowError::NotExported
        | WindowError::PageGone(_)
        | WindowError::PageNotShown(..)
        | WindowError::NotALink(_)
        | WindowError::LinkNotOpened(..)
        | WindowError::FolderGone(_)
        | WindowError::FolderNotShown(..)
        | WindowError::FolderNotMade(..)
        | WindowError::NoLog
        | WindowError::NotZoomed(_)
        | WindowError::PictureNotPasted(_)
        | WindowError::NotCopied(_)
        | WindowError::NotPrinted(_) => Code::Failed,
    }
}

fn advice(error: &WindowError) -> &'static str {
    match error {
        WindowError::BadRequest(_) | WindowError::Broken => {
            "Your text is safe. Try again, and restart Cutline if it happens twice."
        }
        WindowError::NotExported => "Export it first.",
        WindowError::PageGone(_) => "Export the story again, or look where the folder was moved.",
        WindowError::PageNotShown(..) => "Open that file in your browser yourself.",
        WindowError::NotALink(_) => "Use an address that begins with http, https or mailto.",
        WindowError::FolderGone(_) => "Look where it was moved, or start Cutline again.",
        WindowError::FolderNotShown(..) => "Open that folder in your file manager yourself.",
        WindowError::FolderNotMade(..) => "Choose another folder at the export.",
        WindowError::NoLog => "Start Cutline from a terminal to see what it says.",
        WindowError::NotZoomed(_) => "Start Cutline again; the zoom is kept.",
        WindowError::PictureNotPasted(_) => "Save it as a file and add that.",
        WindowError::NotCopied(_) => "Copy it again, or print it with cutline-cli copy.",
        WindowError::NotPrinted(_) => "Export the story and print the page from your browser.",
        WindowError::LinkNotOpened(..) => "Copy the address into your browser.",
    }
}
