//! Import: bytes in, a story and notes out, one file per format.
//!
//! Promises: no word is lost. Every character of the input that is not a space is in the story or
//! quoted in a note. No rule names a particular story. Touches no disk and no clock.
//! To add a format: one file, one line in the list of formats, one folder under `tests/cases/import`.

mod note;

pub use note::ImportNote;
