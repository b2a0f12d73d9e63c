//! What a person does in the real window. One file per scene; `tests/README.md` says how to add one.
#![cfg(target_os = "linux")]

mod a_first_story;
mod accessible;
mod caption_desk;
mod closing;
mod drops;
mod elements;
mod find;
mod frame;
mod framing;
mod notes;
mod one_undo;
mod page;
mod stops;
mod read_aloud;
mod settings;
mod shortcuts;
mod stories;
mod strangers;
mod troubles;
mod views;
mod zoom;
