//! What a person does in the real window. One file per scene; `tests/README.md` says how to add one.
#![cfg(target_os = "linux")]

mod a_first_story;
mod accessible;
mod arabic;
mod bad_input;
mod caption_desk;
mod closing;
mod copying;
mod drops;
mod elements;
mod find;
mod frame;
mod framing;
mod learned_word;
mod leaving;
mod notes;
mod one_undo;
mod page;
mod pasting;
mod proof;
mod published;
mod read_aloud;
mod settings;
mod shortcuts;
mod stops;
mod stories;
mod strangers;
mod themes;
mod troubles;
mod views;
mod zoom;
