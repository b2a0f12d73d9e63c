//! The exporter beside other files: what it replaces and what it leaves alone, what the forms hold, and
//! what the manifest says and keeps quiet about.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::{ExportForm, ExportStory, Exported, JobEnd};
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

const PART: &str = ".trams-run-again.0198f2aa-0000-7000-8000-000000000001.part";

#[test]
fn one_file_is_replaced_only_as_long_as_it_is_what_was_written() {
    let room = Room::new("replaced");
    for (form, name) in
        [(ExportForm::Zip, "trams-run-again.zip"), (ExportForm::OneFile, "trams-run-again.html")]
    {
        let place = room.out().join(name);
        fs::create_dir_all(room.out()).unwrap();
        fs::write(&place, "mine").unwrap();
        room.is_refused(form, name);
        assert_eq!(fs::read(&place).unwrap(), b"mine");
        fs::remove_file(&place).unwrap();

        room.export(form).unwrap();
        room.export(form).unwrap();
        let mut edited = fs::read(&place).unwrap();
        edited.push(b'\n');
        fs::write(&place, &edited).unwrap();
        room.is_refused(form, name);
        assert_eq!(fs::read(&place).unwrap(), edited, "what somebody changed was replaced");
    }
}

#[test]
fn a_manifest_that_is_somebody_else_s_is_not_replaced() {
    let room = Room::new("manifest");
    fs::create_dir_all(room.out()).unwrap();
    let place = room.out().join("trams-run-again.manifest.json");
    fs::write(&place, r#"{"name": "my app"}"#).unwrap();
    room.is_refused(ExportForm::Folder, "trams-run-again.manifest.json");
    assert!(!room.out().join("trams-run-again").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let room = Room::new("link");
    fs::create_dir_all(room.out()).unwrap();
    let elsewhere = room.folder.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, room.out().join("trams-run-again")).unwrap();
    room.is_refused(ExportForm::Folder, "trams-run-again");
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn what_a_killed_export_left_is_cleared_away_and_nothing_else() {
    let room = Room::new("leftovers");
    let part = |name: &str| room.out().join(name);
    let begun = |name: &str| {
        fs::create_dir_all(part(name).join("made/img")).unwrap();
        fs::write(part(name).join("made/img/a.jpg"), "half").unwrap();
        File::create(part(name).join(".cutline")).unwrap()
    };
    drop(begun(PART));
    let in_use = PART.replace("001.part", "002.part");
    let lock = begun(&in_use);
    lock.lock().unwrap();
    // Another story's, one with a file of somebody's, and one that only looks like it.
    let other = PART.replace("trams-run-again", "trams-run");
    drop(begun(&other));
    let strange = PART.replace("001.part", "003.part");
    drop(begun(&strange));
    fs::write(part(&strange).join("notes.txt"), "mine").unwrap();
    let named = ".trams-run-again.backup.part";
    drop(begun(named));

    room.export(ExportForm::Folder).unwrap();
    assert!(!part(PART).exists(), "what a killed export left is still there");
    for kept in [in_use.as_str(), &other, &strange, named] {
        assert!(part(kept).join("made/img/a.jpg").exists(), "{kept} was cleared away");
    }
}

#[test]
fn an_export_that_only_missed_its_manifest_gets_it() {
    let room = Room::new("healed");
    let first = room.export(ExportForm::Zip).unwrap();
    let part = room.out().join(PART.replace("again.", "again.zip."));
    fs::create_dir(&part).unwrap();
    File::create(part.join(".cutline")).unwrap();
    fs::rename(&first.manifest, part.join("manifest.json")).unwrap();
    // Without the manifest the zip would be a stranger's.
    room.export(ExportForm::Zip).unwrap();
    assert!(!part.exists() && Path::new(&first.manifest).exists());
}

#[test]
fn a_zip_holds_the_folder_by_name_with_fixed_times() {
    let room = Room::new("zip");
    let folder = room.export(ExportForm::Folder).unwrap();
    let zip = room.export(ExportForm::Zip).unwrap();
    let mut zip = zip::ZipArchive::new(File::open(&zip.path).unwrap()).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
    assert!(names.contains(&"trams-run-again/index.html".to_owned()), "{names:?}");
    for name in names {
        let mut file = zip.by_name(&name).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let beside = Path::new(&folder.path).parent().unwrap().join(&name);
        assert_eq!(bytes, fs::read(beside).unwrap(), "{name} differs from the folder's");
    }
}

#[test]
fn one_file_needs_no_other() {
    let room = Room::new("one-file");
    let exported = room.export(ExportForm::OneFile).unwrap();
    assert_eq!(exported.page.as_deref(), Some(exported.path.as_str()));
    let text = fs::read_to_string(&exported.path).unwrap();
    let page = scraper::Html::parse_document(&text);
    let all = |css: &str| {
        let selector = scraper::Selector::parse(css).unwrap();
        page.select(&selector).map(|element| element.value().clone()).collect::<Vec<_>>()
    };
    let pictures = all("img");
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        let address = picture.attr("src").unwrap();
        assert!(address.starts_with("data:image/jpeg;base64,/9j/"), "{}", &address[..40]);
        assert_eq!(picture.attr("srcset"), None);
        assert!(picture.attr("width").is_some() && picture.attr("height").is_some());
    }
    assert_eq!(page.root_element().html().matches("Photo: Havn Press").count(), 2);
    assert!(all("source").is_empty() && all("meta[property='og:image']").is_empty());
    assert!(!text.contains("img/"), "it names a file that is not there");
    let policy = all("meta[http-equiv]")[0].attr("content").unwrap().to_owned();
    assert!(policy.contains("default-src 'none'") && policy.contains("img-src data:"), "{policy}");
    assert!(text.contains("\"creditText\":\"Havn Press\""), "its structured data lost the credit");
}

#[test]
fn the_manifest_says_what_left_and_keeps_quiet_about_the_desk() {
    let room = Room::new("says");
    let exported = room.export(ExportForm::Folder).unwrap();
    let text = fs::read_to_string(&exported.manifest).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["madeBy"], "Cutline");
    assert_eq!(manifest["photos"][0]["credit"], "Photo: Havn Press");
    assert_eq!(manifest["waived"], json!([{ "rule": "no-alt-text", "reason": "Late" }]));
    assert_eq!(manifest["wantedLeftOut"], 1);
    let listed = manifest["files"].as_array().unwrap();
    for file in listed {
        let bytes = fs::read(room.out().join(file["name"].as_str().unwrap())).unwrap();
        assert_eq!(file["bytes"], bytes.len());
    }
    let user = std::env::var("USER").unwrap_or("nobody-of-this-name".into());
    for quiet in ["SLUG-9", "quay", "secret", &*room.folder.to_string_lossy(), &user] {
        assert!(!text.contains(quiet), "the manifest says {quiet}: {text}");
    }
    let marker = fs::read_to_string(Path::new(&exported.path).join(".cutline")).unwrap();
    assert_eq!(marker.lines().count(), listed.len());
    assert!(marker.lines().all(|line| line.len() > 66 && &line[64..66] == "  "), "{marker}");
}

#[test]
fn an_original_that_is_gone_is_named_and_the_earlier_export_stays() {
    let room = Room::new("gone");
    let exported = room.export(ExportForm::Folder).unwrap();
    let page = fs::read(exported.page.as_ref().unwrap()).unwrap();
    for folder in ["desk/renditions", "desk/photos"] {
        fs::remove_dir_all(room.folder.join(folder)).unwrap();
        fs::create_dir(room.folder.join(folder)).unwrap();
    }
    let failure = room.export(ExportForm::Folder).unwrap_err();
    assert!(failure.message.contains("quay.jpg"), "{}", failure.message);
    assert_eq!(fs::read(exported.page.unwrap()).unwrap(), page);
    let left = fs::read_dir(room.out()).unwrap().count();
    assert_eq!(left, 2, "something is left beside the export and its manifest");
}

/// A desk with one story of two pictures and a wanted one.
struct Room {
    folder: PathBuf,
    desk: Desk,
    story_id: String,
}

impl Room {
    fn new(name: &str) -> Room {
        let name = format!("cutline-exporter-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let darkroom = Darkroom::in_process();
        let desk = Desk::open(&folder.join("desk"), "the test", Clock::System, darkroom, |_| ());
        let mut room = Room { folder, desk: desk.unwrap(), story_id: String::new() };
        room.write_story();
        room
    }

    fn write_story(&mut self) {
        let figure = |photo: Value, more: Value| {
            let mut attrs = json!({ "photoId": photo });
            attrs.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            json!({ "type": "figure", "attrs": attrs })
        };
        let (one, two) = (self.photo("quay.jpg", 9), self.photo("quay-2.jpg", 99));
        let document = json!({ "schemaVersion": 2, "doc": { "type": "story", "content": [
            { "type": "headline", "content": [{ "type": "text", "text": "Trams run again" }] },
            { "type": "body", "content": [
                { "type": "paragraph", "content": [{ "type": "text", "text": "<img src=x>" }] },
                figure(json!(one), json!({ "decorative": true })),
                figure(json!(two), json!({})),
                figure(json!(null), json!({})),
            ] },
        ] } });
        let story = self.act("new_story", json!({}));
        self.story_id = story["value"]["id"].as_str().unwrap().to_owned();
        let save = json!({ "storyId": self.story_id, "basedOn": 1,
            "document": document.to_string() });
        self.act("save_draft", save);
        let notes = json!({ "note": "secret", "source": "secret", "legal": "secret" });
        self.act(
            "change_story",
            json!({ "storyId": self.story_id, "slug": "SLUG-9", "notes": notes }),
        );
        let checked = self.act("check_story", json!({ "storyId": self.story_id }));
        let findings = checked["findings"].as_array().unwrap();
        let finding = findings.iter().find(|finding| finding["rule"] == "no-alt-text").unwrap();
        self.act(
            "waive_finding",
            json!({ "storyId": self.story_id, "key": finding["key"],
            "rule": "no-alt-text", "reason": "Late" }),
        );
    }

    fn act(&self, action: &str, request: Value) -> Value {
        self.desk.act(action, request).unwrap_or_else(|f| panic!("{action}: {}", f.message))
    }

    fn photo(&self, name: &str, blue: u8) -> String {
        let picture =
            image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([x as u8, y as u8, blue]));
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new(&mut bytes).encode_image(&picture).unwrap();
        let facts = WrittenFacts::default().with(Field::CreditLine, "Havn Press");
        let path = self.folder.join(name);
        fs::write(&path, write_facts(&bytes, &facts).unwrap()).unwrap();
        self.desk.take_photo(&path).unwrap()
    }

    fn out(&self) -> PathBuf {
        self.folder.join("out")
    }

    fn export(&self, form: ExportForm) -> Result<Exported, Failure> {
        let request = ExportStory {
            story_id: self.story_id.clone(),
            folder: Some(self.out().to_string_lossy().into_owned()),
            form,
            ..ExportStory::default()
        };
        let started = self.desk.export_story(request)?;
        match self.desk.wait(&started.job_id)? {
            JobEnd::Exported { exported } => Ok(exported),
            JobEnd::Failed { failure } => Err(failure),
            end => panic!("the export ended with {end:?}"),
        }
    }

    fn is_refused(&self, form: ExportForm, name: &str) {
        let failure = self.export(form).expect_err("what is not ours was replaced");
        assert_eq!(failure.code, Code::Failed);
        assert!(failure.message.contains(name), "{}", failure.message);
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
