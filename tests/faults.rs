//! Exports on a disk that fails, lies, fills up or goes away, and by a program that is killed: what was
//! exported before stays whole, nothing half-written stands under the final name, and the next export
//! clears away what is left.
//!
//! `faults/disk.c` is loaded before the C library and makes one call fail: here every few of them, each
//! of them with `FAULTS=all` (`make faults-export`), which also kills at five hundred random moments.
//! Linux only.
#![cfg(target_os = "linux")]

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// A program that was killed ends without a code.
const KILLED: Option<i32> = None;

#[test]
fn whatever_call_fails_the_earlier_export_stays_whole() {
    let room = Room::new("fails");
    for (fault, step) in [("full", 5), ("eio", 7), ("lie", 3), ("gone", 9)] {
        let reached = room.every(fault, step, |room, output, at| {
            let said = String::from_utf8_lossy(&output.stderr);
            let place = format!("{fault} at call {at}: {said}");
            match output.status.code() {
                // Clearing away what was replaced may fail; nobody is any the worse for it.
                Some(0) => assert_ne!(fault, "lie", "{place}"),
                Some(1) => assert!(said.contains("/out"), "{place}"),
                code => panic!("it ended with {code:?}; {place}"),
            }
            let out = if fault == "gone" { room.folder.join("out.gone") } else { room.out() };
            room.is_whole(&out, &place);
        });
        assert!(reached > 5, "{fault} was met {reached} times only");
    }
}

#[test]
fn whenever_it_is_killed_an_export_is_whole_and_the_next_one_clears_away() {
    let room = Room::new("killed");
    let reached = room.every("kill", 4, |room, output, at| {
        let place = format!("killed at call {at}");
        assert_eq!(output.status.code(), KILLED, "{place}");
        room.is_whole(&room.out(), &place);
        room.next_clears_away(&place);
    });
    assert!(reached > 5, "it was killed {reached} times only");
}

#[test]
fn killed_at_random_moments_an_export_is_whole() {
    let room = Room::new("random");
    let (kills, mut random) = (if all() { 500 } else { 8 }, 7_u64);
    for kill in 0..kills {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        room.put_back();
        let mut program = room.export(&[]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros((random >> 33) % 400_000));
        let _ = program.kill();
        program.wait().unwrap();
        room.is_whole(&room.out(), &format!("random kill {kill}"));
    }
    room.next_clears_away("after the random kills");
}

#[test]
fn a_zip_that_is_lied_about_is_not_put_in_its_place() {
    let room = Room::new("zip");
    let mut lies = 0;
    for at in (1..).step_by(if all() { 1 } else { 3 }) {
        let seen = room.folder.join("seen");
        let mut program = room.export(&["--form", "zip"]);
        let output = room.with_fault(&mut program, "lie", at).output().unwrap();
        if fs::remove_file(seen).is_err() {
            break;
        }
        lies += 1;
        assert_eq!(output.status.code(), Some(1), "a lie at write {at} was believed");
        assert!(!room.out().join("trams-win-council-vote.zip").exists());
    }
    assert!(lies > 3);
}

fn all() -> bool {
    std::env::var_os("FAULTS").is_some_and(|asked| asked == "all")
}

/// A desk with one story that went out once and was changed since.
struct Room {
    folder: PathBuf,
    disk: PathBuf,
    name: String,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder =
            std::env::temp_dir().join(format!("cutline-faults-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let disk = folder.join("disk.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/faults/disk.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-o"]).arg(&disk).arg(source).arg("-ldl");
        assert!(compiler.status().unwrap().success());
        let mut room = Room { folder, disk, name: String::new() };
        room.begin();
        room
    }

    fn begin(&mut self) {
        assert!(self.cli(&["sample"]).output().unwrap().status.success());
        let first = self.json(&mut self.export(&["--json"]));
        self.name = Path::new(first["path"].as_str().unwrap())
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        copy(&self.out(), &self.folder.join("earlier"));
        let story = self.json(&mut self.cli(&["show", "trams", "--json"]));
        let document = story["document"].as_str().unwrap().replace("council", "district council");
        let save = serde_json::json!({ "storyId": story["id"], "basedOn": story["revision"],
            "document": document });
        let saved = self.cli(&["act", "save_draft", &save.to_string()]).output().unwrap();
        assert!(saved.status.success());
    }

    fn out(&self) -> PathBuf {
        self.folder.join("out")
    }

    fn cli(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_cutline-cli"));
        program
            .args(arguments)
            .env("CUTLINE_DESK", self.folder.join("desk"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        program
    }

    fn export(&self, more: &[&str]) -> Command {
        let out = self.out().to_string_lossy().into_owned();
        self.cli(&[&["export", "trams", "--yes", "--to", &out], more].concat())
    }

    fn json(&self, program: &mut Command) -> Value {
        let output = program.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn with_fault<'a>(&self, program: &'a mut Command, fault: &str, at: usize) -> &'a mut Command {
        program
            .env("LD_PRELOAD", &self.disk)
            .env("FAULT_UNDER", self.out())
            .env("FAULT", fault)
            .env("FAULT_AT", at.to_string())
            .env("FAULT_SEEN", self.folder.join("seen"))
    }

    /// Exports again and again, each time with the fault at a later call, until there is none so late.
    /// Answers how often the fault was met.
    fn every(&self, fault: &str, step: usize, check: impl Fn(&Room, &Output, usize)) -> usize {
        let mut met = 0;
        for at in (1..).step_by(if all() { 1 } else { step }) {
            self.put_back();
            let mut program = self.export(&[]);
            let output = self.with_fault(&mut program, fault, at).output().unwrap();
            if fs::remove_file(self.folder.join("seen")).is_err() {
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                break;
            }
            met += 1;
            check(self, &output, at);
        }
        met
    }

    /// Puts what was exported first in its place again.
    fn put_back(&self) {
        for out in [self.out(), self.folder.join("out.gone")] {
            let _ = fs::remove_dir_all(out);
        }
        copy(&self.folder.join("earlier"), &self.out());
    }

    /// Whether what stands under the final name is one export, with every file that its marker lists
    /// as it was written, and nothing else.
    fn is_whole(&self, out: &Path, place: &str) {
        let mut files = tree(&out.join(&self.name));
        let marker = files.remove(".cutline").unwrap_or_else(|| panic!("no marker: {place}"));
        for line in String::from_utf8(marker).unwrap().lines() {
            let (hash, name) = line.split_once("  ").unwrap();
            let bytes = files.remove(name).unwrap_or_else(|| panic!("{name} is gone: {place}"));
            assert_eq!(hash, hex(&Sha256::digest(bytes)), "{name} is damaged: {place}");
        }
        assert!(files.is_empty(), "{:?} should not be there: {place}", files.keys());
    }

    fn next_clears_away(&self, place: &str) {
        let output = self.export(&[]).output().unwrap();
        assert!(output.status.success(), "{place}: {}", String::from_utf8_lossy(&output.stderr));
        self.is_whole(&self.out(), place);
        let mut left: Vec<String> = fs::read_dir(self.out())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(left, [self.name.clone(), format!("{}.manifest.json", self.name)], "{place}");
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in tree(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Every file under `folder` with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
