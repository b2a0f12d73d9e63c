//! `tests/cases/story/<case>.json`: a document that comes back as it went in.
//!
//! The editor's half of the promise is `ui/src/editor/document.test.ts`, over the same files. A
//! document of an earlier version is a folder instead: `written.json`, and what it is read as in
//! `read.json`.

use super::{Case, difference, pretty};
use cutline_core::story::{read, write};

pub fn run(case: &Case) -> Result<(), String> {
    if case.path.is_dir() {
        let written = write(&read(&case.read("written.json")?));
        return case.expect("read.json", &pretty(&written));
    }
    let stored = case.read("")?;
    let expected = pretty(&without_unpaired_surrogates(&stored));
    let written = pretty(&write(&read(&stored)));
    if written == expected { Ok(()) } else { Err(difference("", &expected, &written)) }
}

/// A Rust string cannot hold half a surrogate pair: Rust reads U+FFFD, and the desk stores the
/// editor's own string untouched. The cases write that half as a high surrogate.
fn without_unpaired_surrogates(json: &str) -> String {
    json.replace("\\ud800", "\u{FFFD}")
}
