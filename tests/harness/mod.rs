//! Finds the cases and compares what came out with what is written down.

mod check;
pub mod copied;
mod desk;
mod export;
mod forms;
mod import;
pub mod paste;
mod photo;
mod store;
mod story;
mod theme;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// One case: a file or a folder under `tests/cases/<kind>`.
pub struct Case {
    pub kind: &'static str,
    pub path: PathBuf,
}

/// Runs a case; the error is what the person reads.
pub type Run = fn(&Case) -> Result<(), String>;

/// Every kind of case, with what runs it.
pub fn kinds() -> Vec<(&'static str, Run)> {
    vec![
        ("story", story::run),
        ("import", import::run),
        ("paste", paste::run),
        ("check", check::run),
        ("photo", photo::run),
        ("store", store::run),
        ("export", export::run),
        ("theme", theme::run),
        ("desk", desk::run),
    ]
}

/// The cases of a kind, by name. A kind without cases is a mistake, not an empty success.
pub fn cases(kind: &'static str) -> Vec<Case> {
    let folder = root().join("tests/cases").join(kind);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut cases: Vec<Case> = entries
        .map(|entry| Case { kind, path: entry.expect("a case cannot be listed").path() })
        .filter(|case| !case.stem().starts_with('.'))
        .collect();
    cases.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!cases.is_empty(), "there is no case in {}", folder.display());
    cases
}

/// The top folder of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Case {
    pub fn name(&self) -> String {
        format!("{}/{}", self.kind, self.stem())
    }

    fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The text of a file of the case, or of the case itself when `name` is empty.
    pub fn read(&self, name: &str) -> Result<String, String> {
        let path = self.file(name);
        fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
    }

    pub fn file(&self, name: &str) -> PathBuf {
        if name.is_empty() { self.path.clone() } else { self.path.join(name) }
    }

    /// As [`Case::expect`], for a file that not every case has: compared where it is there, and written
    /// into every case with `BLESS`.
    pub fn expect_if_there(&self, name: &str, actual: &str) -> Result<(), String> {
        let wanted = self.file(name).exists() || env::var_os("BLESS").is_some();
        if wanted { self.expect(name, actual) } else { Ok(()) }
    }

    /// Compares `actual` with the expected file `name`; with `BLESS` set, writes it instead.
    pub fn expect(&self, name: &str, actual: &str) -> Result<(), String> {
        let path = self.file(name);
        if env::var_os("BLESS").is_some() {
            return fs::write(&path, actual).map_err(|e| format!("{}: {e}", path.display()));
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == actual { Ok(()) } else { Err(difference(name, &expected, actual)) }
    }
}

/// A document's JSON as people read it.
pub fn pretty(json: &str) -> String {
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.disable_recursion_limit();
    let value: serde_json::Value =
        serde::Deserialize::deserialize(&mut reader).expect("the case is JSON");
    format!("{value:#}\n")
}

/// The first lines that differ, expected and actual.
pub fn difference(name: &str, expected: &str, actual: &str) -> String {
    let line = expected
        .lines()
        .zip(actual.lines())
        .position(|(e, a)| e != a)
        .unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
    let show = |text: &str| {
        text.lines().skip(line).take(5).map(|l| format!("    {l}\n")).collect::<String>()
    };
    format!(
        "{name} differs from line {}:\n  expected\n{}  actual\n{}",
        line + 1,
        show(expected),
        show(actual)
    )
}
