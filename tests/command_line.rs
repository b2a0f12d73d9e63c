//! The command line as a shell sees it: what it prints, and how it ends. It carries the sample story
//! from text to page.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const DONE: i32 = 0;
const FAILED: i32 = 1;
const BAD_ARGUMENTS: i32 = 2;
const STOPPED: i32 = 3;

#[test]
fn the_sample_goes_from_text_to_page() {
    let shell = Shell::new("sample");
    shell.check(&["sample"], DONE, "Imported as TRAMS");
    shell.check(&["list", "swing", "BRIDGE"], DONE, "Trams win council vote");
    shell.check(&["show", "trams"], DONE, "[Lead photo harbour-at-dawn.jpg]");
    shell.check(&["check", "TRAMS"], DONE, "“the” stands twice");

    let bare = sample("bridge-engineer.jpg");
    shell.check(&["photo", "add", &bare, "--story", "trams"], DONE, "No credit");
    shell.check(&["check", "trams"], STOPPED, "bridge-engineer.jpg");
    shell.check(&["export", "trams", "--yes"], STOPPED, "stops");

    let declared = serde_json::json!({
        "photoId": shell.photo_id("bridge-engineer.jpg"),
        "declared": { "because": "notKnown" },
    });
    shell.check(&["act", "declare_credit", &declared.to_string()], DONE, "Photographer not known");
    shell.check(&["export", "trams"], STOPPED, "warns");
    let exported = shell.json(&["export", "trams", "--yes", "--json"]);
    assert_eq!(exported["photos"], 2);
    let page = fs::read_to_string(exported["page"].as_str().unwrap()).unwrap();
    assert!(page.contains("Photographer not known"));
    assert!(!page.contains("bridge-engineer"), "the page names the original file");
    let list = shell.json(&["list", "--json"]);
    assert!(list[0]["owed"].as_array().is_some_and(|owed| !owed.is_empty()));
}

#[test]
fn photos_fill_the_wanted_places() {
    let shell = Shell::new("places");
    let copy = shell.folder.join("copy.txt");
    fs::write(&copy, "Trams run again\n\nThe council said so on Tuesday.\n").unwrap();
    shell.check(&["import", &copy.to_string_lossy()], DONE, "Imported as TRAMS-RUN");
    let (one, two) = (sample("last-tram.jpg"), sample("how-the-bridge-turns.png"));
    shell.check(&["photo", "add", &one, &two, "--story", "trams", "--lead"], BAD_ARGUMENTS, "");
    shell.check(&["photo", "add", &one, "--story", "trams", "--wanted", "7"], FAILED, "");
    shell.check(&["photo", "add", &one, &two, "--story", "trams"], DONE, "Prints as: Illustration");
    let story = shell.json(&["show", "trams", "--json"]);
    let names: Vec<&Value> =
        story["photos"].as_array().unwrap().iter().map(|photo| &photo["fileName"]).collect();
    assert_eq!(names, ["last-tram.jpg", "how-the-bridge-turns.png"]);
    shell.check(&["photo", "show", &shell.photo_id("last-tram.jpg")], DONE, "photographer:");
}

#[test]
fn a_photo_is_shown_used_and_replaced() {
    let shell = Shell::new("photos");
    shell.check(&["sample"], DONE, "Imported as TRAMS");
    let (lead, dawn) = (shell.photo_id("harbour-at-dawn.jpg"), sample("harbour-at-dawn.jpg"));
    shell.check(&["photo", "show", &lead], DONE, "JPEG");
    shell.check(&["photo", "use", &lead], DONE, "TRAMS");
    shell.check(&["photos", "trams"], DONE, "Alt text:");
    shell.check(&["photo", "add", &dawn], DONE, &lead);
    shell.check(&["photo", "add", &dawn, "--without-originals"], DONE, "original is not kept");

    let added = shell.json(&["photo", "add", &sample("council-vote.jpg"), "--json"]);
    let other = added[0]["photo"]["id"].as_str().unwrap();
    shell.check(&["photo", "replace", &lead, other], DONE, "Another picture");
    shell.check(&["photo", "replace", &lead, other, "--same"], DONE, "The same picture");
    shell.check(&["photo", "replace", &lead, other, "--same", "--other"], BAD_ARGUMENTS, "");
    shell.check(&["photo", "replace", &lead, "none"], FAILED, "");
    shell.check(&["photo", "use", "none"], FAILED, "");

    let codes = shell.folder.join("codes.txt");
    fs::write(&codes, "gs9\tMats Lindqvist\nno tab\n").unwrap();
    shell.check(&["codes", "list"], DONE, "no codes");
    shell.check(&["codes", "import", &codes.to_string_lossy()], DONE, "Line 2");
    shell.check(&["codes", "list"], DONE, "gs9");
    shell.check(&["codes", "import", &dawn], FAILED, "");
}

#[test]
fn what_cannot_be_done_is_said_and_ends_with_its_number() {
    let shell = Shell::new("failures");
    let text = shell.folder.join("not-a-photo.jpg");
    fs::write(&text, "words").unwrap();
    shell.check(&["show", "nothing"], BAD_ARGUMENTS, "");
    shell.check(&["frobnicate"], BAD_ARGUMENTS, "");
    shell.check(&["act", "frobnicate"], BAD_ARGUMENTS, "");
    shell.check(&["act", "stories", "{"], BAD_ARGUMENTS, "");
    shell.check(&["act", "story", r#"{"storyId":"none"}"#], FAILED, "");
    shell.check(&["photo", "show", "none"], BAD_ARGUMENTS, "");
    shell.check(&["photo", "add", &text.to_string_lossy()], FAILED, "");
    shell.check(&["import", &shell.folder.to_string_lossy()], FAILED, "");
    shell.check(&["--desk", &text.to_string_lossy(), "list"], FAILED, "");
    shell.check(&["--desk", "/nowhere/at/all", "list"], FAILED, "");
}

#[test]
fn copy_comes_through_a_pipe() {
    let shell = Shell::new("pipe");
    let imported = shell.run(&["import", "-", "--json"], b"Trams run again\n\nIn spring.\n");
    assert_eq!(imported.status.code(), Some(DONE));
    let latin = shell.run(&["import", "-"], b"Caf\xe9\n");
    assert_eq!(latin.status.code(), Some(BAD_ARGUMENTS));
    assert_eq!(shell.json(&["list", "--json"]).as_array().map(Vec::len), Some(1));
}

/// A desk of its own, and the program that works on it.
struct Shell {
    folder: PathBuf,
}

impl Shell {
    fn new(name: &str) -> Shell {
        let name = format!("cutline-command-line-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Shell { folder }
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_cutline-cli"))
            .args(arguments)
            .env("CUTLINE_DESK", self.folder.join("desk"))
            .env("CUTLINE_EXPORTS", self.folder.join("exports"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that reads nothing may be gone already.
        let _ = program.stdin.take().unwrap().write_all(input);
        program.wait_with_output().unwrap()
    }

    /// Whether it ends with `code` and prints `words`; a failure is said on standard error.
    fn check(&self, arguments: &[&str], code: i32, words: &str) {
        let output = self.run(arguments, b"");
        let printed = String::from_utf8_lossy(&output.stdout);
        let said = String::from_utf8_lossy(&output.stderr);
        let shown = format!("{arguments:?}\n{printed}\n{said}");
        assert_eq!(output.status.code(), Some(code), "{shown}");
        assert!(printed.contains(words), "{words} is not printed: {shown}");
        assert!(code == DONE || !said.is_empty() || arguments[0] == "check", "silent: {shown}");
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments, b"");
        assert_eq!(output.status.code(), Some(DONE), "{arguments:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn photo_id(&self, file_name: &str) -> String {
        let story = self.json(&["show", "trams", "--json"]);
        let photos = story["photos"].as_array().unwrap();
        let photo = photos.iter().find(|photo| photo["fileName"] == file_name).unwrap();
        photo["id"].as_str().unwrap().to_owned()
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample").join(name);
    path.to_string_lossy().into_owned()
}
