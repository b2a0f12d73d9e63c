//! Keeps the house in order: the arrows that ARCHITECTURE.md draws, the size of files, and the one
//! place for each thing that must have only one.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the core, and the rooms that each may use.
const ARROWS: [(&str, &[&str]); 7] = [
    ("story", &[]),
    ("photo", &["story"]),
    ("store", &["story"]),
    ("import", &["story"]),
    ("check", &["story"]),
    ("export", &["story"]),
    ("desk", &["story", "photo", "store", "import", "check", "export", "clock"]),
];

const LONGEST_LINES: usize = 800;

#[test]
fn rooms_use_only_the_rooms_below_them() {
    for (room, may_use) in ARROWS {
        for (path, code) in rust(&format!("src-tauri/core/src/{room}")) {
            for used in names_after(&code, "crate::") {
                let here = used == room || may_use.contains(&used.as_str());
                // The macros of the contract stand at the top of the crate.
                let a_macro = ["actions", "window_actions"].contains(&used.as_str());
                assert!(here || a_macro, "{} uses crate::{used}", path.display());
            }
        }
    }
}

#[test]
fn the_core_and_the_command_line_know_no_window() {
    for folder in ["src-tauri/core", "src-tauri/cli"] {
        for (path, code) in rust(folder) {
            assert!(!code.contains("tauri::"), "{} uses tauri", path.display());
        }
    }
}

#[test]
fn the_command_line_talks_to_the_desk() {
    // It may read a document and the words of a finding, which cross the contract as they are.
    let may_use = ["desk", "clock", "story", "check", "photo"];
    for (path, code) in rust("src-tauri/cli") {
        for used in names_after(&code, "cutline_core::") {
            let known = may_use.contains(&used.as_str());
            assert!(known, "{} uses cutline_core::{used}", path.display());
        }
    }
}

#[test]
fn rooms_without_a_disk_touch_none() {
    for room in ["story", "import", "check", "export"] {
        for (path, code) in rust(&format!("src-tauri/core/src/{room}")) {
            for outside in ["std::fs", "std::net", "std::process", "std::env", "rusqlite"] {
                assert!(!code.contains(outside), "{} uses {outside}", path.display());
            }
        }
    }
}

#[test]
fn only_the_clock_reads_the_time_and_makes_ids() {
    for (path, code) in rust("src-tauri/core/src") {
        if path.ends_with("clock.rs") {
            continue;
        }
        for reading in ["Utc::now", "Local::now", "SystemTime::now", "Uuid::now", "Uuid::new"] {
            assert!(!code.contains(reading), "{} uses {reading}", path.display());
        }
    }
}

#[test]
fn only_the_page_s_desk_knows_the_shell() {
    for (path, code) in files("ui/src", &["ts", "svelte"]) {
        let in_desk = path.starts_with(root().join("ui/src/desk"));
        assert!(in_desk || !code.contains("@tauri-apps"), "{} imports Tauri", path.display());
    }
}

#[test]
fn the_page_s_arrows_never_point_back() {
    for (room, above) in [("desk", &["editor", "panels"][..]), ("editor", &["panels"])] {
        for (path, code) in files(&format!("ui/src/{room}"), &["ts", "svelte"]) {
            for other in above {
                let back = code.contains(&format!("../{other}/"));
                assert!(!back, "{} imports from {other}", path.display());
            }
        }
    }
}

#[test]
fn no_file_is_too_long() {
    let kinds = ["rs", "ts", "svelte", "css", "sql"];
    for folder in ["src-tauri", "ui/src", "tests"] {
        for (path, code) in files(folder, &kinds) {
            let lines = code.lines().count();
            let made = path.ends_with("ui/src/desk/contract.ts");
            assert!(made || lines <= LONGEST_LINES, "{} has {lines} lines", path.display());
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The Rust files under `folder`, without their comments.
fn rust(folder: &str) -> Vec<(PathBuf, String)> {
    let found = files(folder, &["rs"]);
    assert!(!found.is_empty(), "there is no Rust in {folder}");
    let code = |text: String| -> String {
        text.lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .map(|l| format!("{l}\n"))
            .collect()
    };
    found.into_iter().map(|(path, text)| (path, code(text))).collect()
}

/// The files under `folder` that end in one of `kinds`, wherever they lie.
fn files(folder: &str, kinds: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            let made_here =
                ["target", "node_modules", "dist", "gen"].iter().any(|n| path.ends_with(n));
            if path.is_dir() && !made_here {
                folders.push(path);
            } else if kinds.iter().any(|kind| path.extension().is_some_and(|end| end == *kind)) {
                let text = fs::read_to_string(&path).unwrap_or_default();
                found.push((path, text));
            }
        }
    }
    found
}

/// The names that follow `prefix`, also those in braces after it.
fn names_after(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(inside) => names.extend(top_names(inside)),
            None => names.push(name(rest)),
        }
    }
    names
}

/// The first name of each part of a list in braces.
fn top_names(list: &str) -> Vec<String> {
    let mut depth = 1;
    let mut parts = vec![String::new()];
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => parts.push(String::new()),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let parts = parts.iter().map(|part| name(part.trim_start_matches([',', ' ', '\n'])));
    parts.filter(|name| !name.is_empty() && name != "self").collect()
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn names_are_found_in_braces_too() {
    let code = "use crate::{export as page, store::{self, photo}, story};\ncrate::clock::Clock";
    assert_eq!(names_after(code, "crate::"), ["export", "store", "story", "clock"]);
}
