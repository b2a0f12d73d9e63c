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
    for form in ["wordpress", "rich", "html", "markdown", "wire"] {
        shell.check(&["copy", "trams", "--for", form], DONE, "Photographer not known");
    }
    shell.check(&["story", "hold", "trams"], DONE, "");
    shell.check(&["copy", "trams", "--for", "wire"], STOPPED, "on hold");
    shell.check(&["copy", "trams", "--for", "wire", "--past", "Told to"], DONE, "PHOTOS\n1. ");
    let list = shell.json(&["list", "--json"]);
    assert!(list[0]["owed"].as_array().is_some_and(|owed| !owed.is_empty()));
}

#[test]
fn a_theme_is_checked_added_used_and_removed() {
    let shell = Shell::new("themes");
    let folder = shell.folder.join("Evening");
    let plain = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/themes/plain");
    fs::create_dir_all(&folder).unwrap();
    for file in ["theme.json", "page.html", "page.css"] {
        fs::copy(plain.join(file), folder.join(file)).unwrap();
    }
    let theme = folder.to_string_lossy().into_owned();
    shell.check(&["theme", "list"], DONE, "* plain  Plain");
    shell.check(&["theme", "check", &theme], DONE, "can be used");
    shell.check(&["theme", "add", &theme], DONE, "evening");
    shell.check(&["theme", "use", "evening"], DONE, "* evening");
    shell.check(&["theme", "remove", "evening"], FAILED, "");
    fs::write(folder.join("page.css"), "a {}\n@import 'x';\n").unwrap();
    let refused = shell.run(&["theme", "check", &theme], b"");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("page.css, line 2: @import may not stand in a theme."), "{said}");
    assert_eq!(refused.status.code(), Some(STOPPED));
    shell.check(&["theme", "use", "plain"], DONE, "* plain");
    shell.check(&["theme", "remove", "evening"], DONE, "print");
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
fn a_story_is_begun_planned_held_back_and_let_go() {
    let shell = Shell::new("stories");
    shell.check(&["settings", "set", "desks", r#"["City"]"#], DONE, "City");
    shell.check(&["settings", "set", "dateline", "afterByline"], DONE, "dateline  \"afterByline\"");
    shell.check(&["settings", "set", "colour", "red"], BAD_ARGUMENTS, "");
    shell.check(&["settings", "show"], DONE, "tkMarks");
    shell.check(&["sample"], DONE, "Imported as TRAMS");
    shell.check(&["story", "state", "trams", "Subs"], DONE, "State: subs");
    shell.check(&["story", "state", "trams", "Nowhere"], BAD_ARGUMENTS, "");
    let plan =
        ["story", "plan", "trams", "--kind", "feature", "--for-desk", "City", "--target", "600"];
    shell.check(&plan, DONE, "Target: 600 words");
    shell.check(
        &["story", "plan", "trams", "--due", "2026-05-12 18:00"],
        DONE,
        "Due: 2026-05-12T18",
    );
    shell.check(&["story", "plan", "trams", "--due", "soon"], BAD_ARGUMENTS, "");
    shell.check(&["story", "plan", "trams", "--for-desk", "Moon"], BAD_ARGUMENTS, "");
    shell.check(&["story", "plan", "trams", "--kind", "poem"], BAD_ARGUMENTS, "");
    shell.check(&["list", "--state", "subs", "--sort", "due"], DONE, "of 600 words");

    shell.check(&["story", "hold", "trams"], DONE, "On hold");
    shell.check(&["export", "trams", "--yes"], STOPPED, "stops");
    shell.check(&["story", "hold", "trams", "--lift"], DONE, "");
    let embargo = ["story", "embargo", "trams", "9000-05-12 00:01", "--zone", "Europe/Istanbul"];
    shell.check(&embargo, DONE, "Embargoed until 12 May 9000, 00:01 Istanbul (21:01 UTC 11 May)");
    shell.check(&["export", "trams", "--yes"], STOPPED, "Embargoed until");
    shell.check(&["list", "--flag", "stopped"], DONE, "Embargo");
    shell.check(
        &["story", "embargo", "trams", "99999-05-12 00:01", "--zone", "UTC"],
        BAD_ARGUMENTS,
        "",
    );
    shell.check(&["story", "embargo", "trams", "2026-05-12 00:01"], BAD_ARGUMENTS, "");
    shell.check(&["story", "embargo", "trams", "--lift"], DONE, "");
    shell.check(&["story", "legal", "trams", "with-lawyer"], DONE, "With a lawyer");
    shell.check(&["export", "trams", "--yes"], STOPPED, "with a lawyer");
    shell.check(&["story", "legal", "trams", "cleared"], BAD_ARGUMENTS, "");
    shell.check(&["story", "legal", "trams", "cleared", "--by", "Ayşe"], DONE, "Cleared by Ayşe");
    shell.check(&["story", "hold", "trams"], DONE, "Cleared by Ayşe");
    shell.check(&["story", "hold", "trams", "--lift"], DONE, "");
    shell.check(&["export", "trams", "--yes"], DONE, "index.html");
    shell.check(&["story", "not-for-publication", "trams"], DONE, "Not for publication");
    shell.check(&["show", "trams"], DONE, "Not for publication");
}

#[test]
fn stories_come_from_templates_copies_and_other_stories() {
    let shell = Shell::new("templates");
    shell.check(&["sample"], DONE, "Imported as TRAMS");
    shell.check(&["template", "list"], DONE, "no story templates");
    shell.check(&["template", "save", "trams", "Council vote"], DONE, "Council vote");
    shell.check(&["story", "new", "--template", "Council vote"], DONE, "(no slug)");
    shell.check(&["story", "new", "--template", "None"], FAILED, "");
    let id = shell.json(&["list", "trams", "--json"])[0]["id"].as_str().unwrap().to_owned();
    let slugged = shell.json(&["list", "--json"]);
    let first = slugged.as_array().unwrap().iter().find(|row| row["slug"] != "").unwrap();
    let first = first["id"].as_str().unwrap();
    shell.check(&["story", "follow-up", first], DONE, "Follows up: TRAMS");
    shell.check(&["show", first], DONE, "Followed by: TRAMS");
    shell.check(&["story", "duplicate", first], DONE, "TRAMS");
    assert_eq!(shell.json(&["list", "--json"]).as_array().map(Vec::len), Some(4));
    shell.check(&["story", "spike", &id, first], DONE, "spiked");
    shell.check(&["story", "unspike", first], DONE, "1 story brought back");
    shell.check(&["template", "remove", "Council vote"], DONE, "no story templates");
    shell.check(&["template", "remove", "Council vote"], FAILED, "");
}

#[test]
fn words_and_style_are_the_desk_s_own() {
    let shell = Shell::new("style");
    shell.check(&["words", "list"], DONE, "no words");
    shell.check(&["words", "learn", "Çelik", "Marensund"], DONE, "Marensund");
    shell.check(&["words", "learn", "two words"], BAD_ARGUMENTS, "");
    shell.check(&["words", "forget", "Çelik", "Marensund"], DONE, "no words");
    let style = shell.folder.join("style.tsv");
    fs::write(&style, "Kiev\tKyiv\nvery\t\tSay how much.\nno tab\n").unwrap();
    shell.check(&["style", "list"], DONE, "no style rules");
    shell.check(&["style", "import", &style.to_string_lossy()], DONE, "2 rules taken");
    shell.check(&["style", "list"], DONE, "Kiev  Kyiv");
    shell.check(&["style", "import", &shell.folder.to_string_lossy()], FAILED, "");
}

#[test]
fn requests_beyond_all_measure_get_a_sentence() {
    let shell = Shell::new("measure");
    shell.check(&["story", "new"], DONE, "(no slug)");
    let id = shell.json(&["list", "--json"])[0]["id"].as_str().unwrap().to_owned();
    let ids: Vec<String> = (0..60_000).map(|number| format!("story {number}")).collect();
    let words = "x".repeat(10_000_000);
    let note = "0190a0a0-0000-7000-8000-000000000001";
    for (action, request, sentence) in [
        (
            "change_stories",
            serde_json::json!({ "storyIds": ids, "state": "desk" }),
            "The request has 60000 stories; one may have 10000.",
        ),
        (
            "set_note",
            serde_json::json!({
                "storyId": id, "id": note, "kind": "note", "text": words, "resolved": false
            }),
            "The text for a note is longer than 10000 characters.",
        ),
        (
            "change_story",
            serde_json::json!({
                "storyId": id, "notes": { "note": words, "source": "", "legal": "" }
            }),
            "The text for a private note is longer than 100000 characters.",
        ),
        ("learn_word", serde_json::json!({ "word": words }), "is not a word that can be learned."),
    ] {
        let output = shell.run(&["act", action, "-"], request.to_string().as_bytes());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(BAD_ARGUMENTS), "{action}: {said}");
        assert!(said.contains(sentence) && said.len() < 500, "{action}: {said}");
    }
}

#[test]
fn a_stop_is_passed_with_a_reason_alone() {
    let shell = Shell::new("past");
    shell.check(&["sample"], DONE, "");
    shell.check(
        &["story", "embargo", "trams", "2100-05-12 00:01", "--zone", "Europe/Istanbul"],
        DONE,
        "",
    );
    let zip = ["export", "trams", "--yes", "--form", "zip"];
    shell.check(&zip, STOPPED, "00:01 Istanbul (21:01 UTC 11 May)");
    shell.check(&[&zip[..], &["--past", " "]].concat(), BAD_ARGUMENTS, "");
    let exported = shell.json(&[&zip[..], &["--past", "Lifted by phone", "--json"]].concat());
    assert_eq!(exported["form"], "zip");
    assert!(exported["path"].as_str().is_some_and(|path| path.ends_with(".zip")));
    let manifest = fs::read_to_string(exported["manifest"].as_str().unwrap()).unwrap();
    assert!(manifest.contains("\"reason\": \"Lifted by phone\""), "{manifest}");
}

#[test]
fn what_readers_have_is_corrected_had_back_and_killed() {
    let shell = Shell::new("published");
    shell.check(&["sample"], DONE, "Imported as TRAMS");
    shell.check(&["live", "trams"], FAILED, "");
    shell.check(&["export", "trams", "--yes"], DONE, "Exported with");
    shell.check(&["live", "trams"], DONE, "Readers have it");
    shell.check(&["changes", "trams"], DONE, "Nothing that prints has changed");
    shell.check(&["export", "trams", "--yes"], DONE, "Exported with");

    let photo = shell.photo_id("harbour-at-dawn.jpg");
    let typed =
        serde_json::json!({ "photoId": photo, "field": "photographer", "value": "Signe Aalto" });
    shell.check(&["act", "change_photo", &typed.to_string()], DONE, "Signe Aalto");
    shell.check(&["list"], DONE, "changed since");
    shell.check(&["changes", "trams"], DONE, "{+Signe Aalto+}");
    shell.check(&["export", "trams", "--yes"], STOPPED, "");
    let said = "The lead photo was credited to the wrong photographer.";
    let correction = ["export", "trams", "--yes", "--change", "correction", "--text", said];
    shell.check(&correction, DONE, "Exported with");
    shell.check(&["exports", "trams"], DONE, "correction");

    let again = shell.folder.join("again");
    let again = again.to_string_lossy();
    shell.check(&["export-again", "trams", "1", "--to", &again], DONE, "as they went out");
    shell.check(&["kill", "trams"], STOPPED, "");
    shell.check(&["kill", "trams", "--yes", "--text", "It was wrong."], DONE, "KILL: Trams win");
    shell.check(&["list", "--flag", "killed"], DONE, "killed");
    shell.check(&["export", "trams", "--yes"], STOPPED, "");
    shell.check(&["kill", "trams", "--lift", "It was right."], DONE, "lifted");
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

    /// Whether it ends with `code` and prints `words`; a failure is said on standard error, and by
    /// `copy` nowhere else.
    fn check(&self, arguments: &[&str], code: i32, words: &str) {
        let output = self.run(arguments, b"");
        let printed = String::from_utf8_lossy(&output.stdout);
        let said = String::from_utf8_lossy(&output.stderr);
        let shown = format!("{arguments:?}\n{printed}\n{said}");
        assert_eq!(output.status.code(), Some(code), "{shown}");
        let place = if arguments[0] == "copy" && code != DONE { &said } else { &printed };
        assert!(place.contains(words), "{words} is not printed: {shown}");
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
