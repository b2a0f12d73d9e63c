//! Import: bytes in, a story and notes out, one file per format.
//!
//! Plain text goes through five steps, a file or two each: bytes to text (`decode`, `clean`), text to
//! pieces (`pieces`), pieces to labels (`label`, with a file for each kind of line), credits to their
//! captions (`figures`), labels to a document (`assemble`).
//!
//! Promises: no word is lost. Every character of the input that is neither a space nor invisible is
//! in the story or quoted in a note, and an invisible one that was removed is named in a note. A
//! credit is given to the picture it stands next to and to no other. Nothing is read from a weekday.
//! No rule names a particular story. Touches no disk and no clock.
//!
//! To add a format: one file, one `pub fn` here, one folder under `tests/cases/import`.
//! To teach plain text another kind of line: one file, one line in `label.rs`, one case.

mod advisory;
mod assemble;
mod caption;
mod clean;
mod codes;
mod credit;
mod crosshead;
mod debris;
mod decode;
mod figures;
mod furniture;
mod label;
mod language;
mod lines;
mod note;
mod pieces;
mod plain_text;
mod sign_off;
mod slug;
mod style;
mod words;

pub use codes::{Codes, MOST as MOST_CODES, codes, is_code, is_text as is_code_text};
pub use note::ImportNote;
pub use plain_text::{Imported, plain_text};
pub use style::{StyleFile, StyleLine, style_file};

/// The largest text that is taken as one story, in bytes.
pub const LIMIT_BYTES: usize = 2_000_000;

/// Why a text could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("There are no words in this text. Paste the copy, or choose another file.")]
    Empty,
    #[error(
        "This text has {bytes} bytes, and one story may have 2,000,000. Cut the file into single \
         stories."
    )]
    TooLarge { bytes: usize },
    #[error(
        "This file is not plain text. Open it in the program that made it and copy the words, or \
         save it as plain text."
    )]
    NotText,
}
