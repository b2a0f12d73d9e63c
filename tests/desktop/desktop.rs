//! What a person does in the real window. One file per scene; `tests/README.md` says how to add one.
#![cfg(target_os = "linux")]

mod a_first_story;
mod arabic;
mod caption_desk;
mod closing;
mod drops;
mod frame;
mod framing;
mod learned_word;
mod page;
mod proof;
mod strangers;
mod troubles;
