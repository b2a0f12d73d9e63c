//! Checks a story before it goes out.
//!
//! A check never fails, never changes the story and touches neither disk nor clock, so the window
//! can run all of them after every pause in typing. One rule per file: copy `headline.rs`, list it
//! in `RULES`, add a folder under `tests/cases/check`.
//! Not here: whether a finding stops an export. That is the desk's decision (`desk/release.rs`).

mod finding;

pub use finding::{Edit, Finding, Fix, Level, Place};
