//! The forms beside the page as a desk writes them: what lies there, what a stop leaves open, and what
//! never goes along. `tests/cases/export` says what stands in them.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::JobEnd;
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// What a desk keeps to itself.
const PRIVATE: [&str; 3] = ["SLUG-OF-THE-DESK", "ORIGINAL-NAME", "ASK-THE-SOURCE"];

const CREDIT: &str = "Photo: Elif Kaya / Havn Press";

#[test]
fn a_word_copy_for_the_lawyer_leaves_and_says_on_every_page_what_holds_the_story() {
    let room = Room::new("lawyer");
    room.hold();
    assert_eq!(room.export("word").unwrap_err().code, Code::Stopped);

    let path = room.export("lawyerCopy").unwrap();
    let parts = parts(&path);
    for part in ["word/header1.xml", "word/footer1.xml"] {
        assert!(text(&parts, part).contains("ON HOLD"), "{part}: {}", text(&parts, part));
    }
    assert!(text(&parts, "word/document.xml").contains(CREDIT));
    let story = room.act("story", json!({ "storyId": room.story_id })).unwrap();
    assert_eq!(story["urlName"], "", "a copy that is read fixed the URL name");
}

#[test]
fn a_word_document_is_the_same_twice_and_holds_nothing_private() {
    let room = Room::new("word");
    let first = fs::read(room.export("word").unwrap()).unwrap();
    let path = room.export("word").unwrap();
    assert!(first == fs::read(&path).unwrap(), "a second export differs");
    let parts = parts(&path);
    assert!(!text(&parts, "word/header1.xml").contains("HOLD"));
    let picture = &parts["word/media/picture-1.jpg"];
    assert!(picture.starts_with(&[0xFF, 0xD8]), "the picture is no JPEG");
    for (name, bytes) in &parts {
        nothing_private(name, bytes);
    }
}

#[test]
fn a_machine_form_lies_beside_the_pictures_that_it_names() {
    let room = Room::new("machine");
    for (form, document) in [
        ("ninjs", "trams-run.ninjs.json"),
        ("newsMl", "trams-run.xml"),
        ("ans", "trams-run.ans.json"),
    ] {
        let folder = room.export(form).unwrap();
        let first = files(&folder);
        let names: Vec<&str> = first.keys().map(String::as_str).collect();
        let picture = "img/trams-run-1-64.jpg";
        let mut expected = [".cutline", document, picture];
        expected.sort_unstable();
        assert_eq!(names, expected, "{form}");
        let said = String::from_utf8_lossy(&first[document]).into_owned();
        assert!(said.contains(picture) && said.contains(CREDIT), "{form}: {said}");
        assert!(!said.contains(&room.story_id), "{form} holds the desk's id");
        for (name, bytes) in &first {
            nothing_private(name, bytes);
        }
        assert!(first == files(&room.export(form).unwrap()), "a second {form} differs");
    }
}

fn nothing_private(name: &str, bytes: &[u8]) {
    for private in PRIVATE {
        let holds = bytes.windows(private.len()).any(|part| part == private.as_bytes());
        assert!(!holds && !name.contains(private), "{name} holds {private}");
    }
}

fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for inside in [folder.to_owned(), folder.join("img")] {
        for entry in fs::read_dir(inside).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_file() {
                let name = entry.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&entry).unwrap());
            }
        }
    }
    found
}

/// A desk with one story: a photo with a credit, a private note, a slug.
struct Room {
    folder: PathBuf,
    desk: Desk,
    story_id: String,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder =
            std::env::temp_dir().join(format!("cutline-forms-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let darkroom = Darkroom::in_process();
        let desk = Desk::open(&folder.join("desk"), "the test", Clock::System, darkroom, |_| {});
        let mut room = Room { folder, desk: desk.unwrap(), story_id: String::new() };
        let photo = room.photo();
        let story = room.act("new_story", json!({})).unwrap();
        room.story_id = story["value"]["id"].as_str().unwrap().to_owned();
        room.write(&photo);
        room
    }

    fn write(&self, photo: &str) {
        const NOTE: &str = "0198f2aa-0000-7000-8000-000000000001";
        let id = &self.story_id;
        let noted = json!([{ "type": "note", "attrs": { "noteId": NOTE } }]);
        let document = json!({ "schemaVersion": 2, "doc": { "type": "story", "content": [
            { "type": "headline", "content": [{ "type": "text", "text": "Trams run" }] },
            { "type": "body", "content": [
                { "type": "paragraph",
                  "content": [{ "type": "text", "text": "In spring.", "marks": noted }] },
                { "type": "figure", "attrs": { "photoId": photo } },
            ] },
        ] } });
        let save = json!({ "storyId": id, "basedOn": 1, "document": document.to_string() });
        self.act("save_draft", save).unwrap();
        self.act("change_story", json!({ "storyId": id, "slug": PRIVATE[0] })).unwrap();
        let note = json!({ "storyId": id, "id": NOTE, "kind": "source", "text": PRIVATE[2],
            "resolved": false });
        self.act("set_note", note).unwrap();
    }

    fn photo(&self) -> String {
        let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 9]));
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new(&mut bytes).encode_image(&picture).unwrap();
        let facts = WrittenFacts::default()
            .with(Field::Photographer, "Elif Kaya")
            .with(Field::CreditLine, "Havn Press");
        let path = self.folder.join(format!("{}.jpg", PRIVATE[1]));
        fs::write(&path, write_facts(&bytes, &facts).unwrap()).unwrap();
        self.desk.take_photo(&path).unwrap()
    }

    fn act(&self, action: &str, request: Value) -> Result<Value, Failure> {
        self.desk.act(action, request)
    }

    fn hold(&self) {
        let legal = json!({ "state": "notNeeded", "clearedBy": null, "clearedAt": null,
            "changedSince": false });
        let stops =
            json!({ "hold": true, "notForPublication": false, "embargo": null, "legal": legal });
        self.act("change_story", json!({ "storyId": self.story_id, "stops": stops })).unwrap();
    }

    /// Exports the story in a form; answers where it lies.
    fn export(&self, form: &str) -> Result<PathBuf, Failure> {
        let folder = self.folder.join("out").to_string_lossy().into_owned();
        let request = json!({ "storyId": self.story_id, "folder": folder, "form": form });
        let started = self.act("export_story", request)?;
        match self.desk.wait(started["jobId"].as_str().unwrap())? {
            JobEnd::Exported { exported } => Ok(PathBuf::from(exported.path)),
            JobEnd::Failed { failure } => Err(failure),
            end => panic!("the export ended with {end:?}"),
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
