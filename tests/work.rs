//! Long work: what it reports, what a cancel leaves behind, and what it does about files that the
//! disk lost.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::desk::failure::Code;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Declared, WrittenFacts, write_facts};
use cutline_core::story::{Block, Document, Figure, Framing, Inline, Line, Text, write};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[test]
fn every_photo_is_reported_and_the_end_is_reported_once() {
    let room = Room::new("reports");
    let mut paths = vec![room.picture("a.jpg"); 12];
    paths.push(room.path("nowhere.jpg"));
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    assert_eq!(room.desk.wait(&started.job_id).unwrap(), JobEnd::Finished);
    let reports = room.reports(&started.job_id);
    let items = || reports.iter().filter_map(|report| report.item.as_ref());
    let arriving = items().filter(|item| matches!(item, JobItem::Arriving { .. })).count();
    assert_eq!((arriving, items().count()), (12, 25));
    let last = reports.last().unwrap();
    assert_eq!((last.done, last.total, &last.end), (13, 13, &Some(JobEnd::Finished)));
    assert_eq!(reports.iter().filter(|report| report.end.is_some()).count(), 1);
}

#[test]
fn a_cancelled_intake_keeps_what_it_finished() {
    let room = Room::new("cancelled");
    let paths = vec![room.picture("a.jpg"); 200];
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    room.desk.cancel_job(JobId { job_id: started.job_id.clone() }).unwrap();
    assert_eq!(room.desk.wait(&started.job_id).unwrap(), JobEnd::Cancelled);
    let reports = room.reports(&started.job_id);
    let photo_ids: Vec<String> = reports.into_iter().filter_map(photo_id).collect();
    assert!(photo_ids.len() < 200);
    let kept = room.desk.photos(Photos { photo_ids: photo_ids.clone(), language: None }).unwrap();
    assert_eq!(kept.len(), photo_ids.len());
}

#[test]
fn a_cancelled_export_leaves_nothing() {
    let room = Room::new("export");
    let story_id = room.story();
    // So that no worker is free before the cancel comes.
    let paths = vec![room.picture("a.jpg"); 40];
    let busy = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    let started = room.export(&story_id);
    room.desk.cancel_job(JobId { job_id: started.job_id.clone() }).unwrap();
    assert_eq!(room.desk.wait(&started.job_id).unwrap(), JobEnd::Cancelled);
    assert_eq!(fs::read_dir(room.folder.join("out")).unwrap().count(), 0);
    room.desk.wait(&busy.job_id).unwrap();
}

#[test]
fn a_lost_preview_is_made_again() {
    let room = Room::new("preview");
    let id = room.photo();
    let before = room.preview(&id);
    fs::remove_dir_all(room.folder.join("desk/previews")).unwrap();
    fs::create_dir(room.folder.join("desk/previews")).unwrap();
    assert_eq!(room.preview(&id), before);
    assert_eq!(fs::read_dir(room.folder.join("desk/previews")).unwrap().count(), 1);
    assert!(room.desk.preview("../desk.sqlite", &Framing::default(), None).is_err());
}

#[test]
fn an_original_that_the_disk_changed_fails_the_export_by_name() {
    let room = Room::new("original");
    let story_id = room.story();
    let original = fs::read_dir(room.folder.join("desk/photos")).unwrap().next().unwrap().unwrap();
    let mut bytes = fs::read(original.path()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(original.path(), bytes).unwrap();
    let started = room.export(&story_id);
    let JobEnd::Failed { failure } = room.desk.wait(&started.job_id).unwrap() else {
        panic!("the export did not fail")
    };
    assert_eq!(failure.code, Code::Failed);
    assert!(failure.message.contains("quay.jpg"), "{}", failure.message);
    assert_eq!(fs::read_dir(room.folder.join("out")).unwrap().count(), 0);
}

#[test]
fn every_file_that_a_page_names_lies_beside_it() {
    let room = Room::new("named-files");
    let name = Some("The Halden Post".to_owned());
    room.desk.change_publication(ChangePublication { name, ..Default::default() }).unwrap();
    let started = room.export(&room.story());
    let JobEnd::Exported { exported } = room.desk.wait(&started.job_id).unwrap() else {
        panic!("the story was not exported")
    };
    let page = fs::read_to_string(&exported.page).unwrap();
    let named: Vec<&str> = page
        .split("img/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', ' ', ',', ')']).next())
        .filter(|name| name.contains('.'))
        .collect();
    assert!(named.contains(&"logo.svg") && named.len() > 3, "{named:?}");
    for name in named {
        let file = Path::new(&exported.folder).join("img").join(name);
        assert!(file.is_file(), "the page names img/{name}, which is not there");
    }
}

/// A desk of its own, with everything that it reported.
struct Room {
    folder: PathBuf,
    desk: Desk,
    told: Arc<Mutex<Vec<JobReport>>>,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder = std::env::temp_dir().join(format!("cutline-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("out")).unwrap();
        let told: Arc<Mutex<Vec<JobReport>>> = Arc::default();
        let hears = Arc::clone(&told);
        let tell = move |event| {
            if let Event::Job { job } = event {
                hears.lock().unwrap().push(*job);
            }
        };
        let desk = Desk::open(
            &folder.join("desk"),
            "the test",
            Clock::System,
            Darkroom::in_process(),
            tell,
        )
        .unwrap();
        Room { folder, desk, told }
    }

    fn reports(&self, job_id: &str) -> Vec<JobReport> {
        let told = self.told.lock().unwrap();
        told.iter().filter(|report| report.job_id == job_id).cloned().collect()
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    fn picture(&self, name: &str) -> String {
        let picture = image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([x as u8, y as u8, 9]));
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::jpeg::JpegEncoder::new(&mut bytes);
        encoder.encode_image(&picture).unwrap();
        let facts = WrittenFacts { credit: "Havn Press", copyright: None };
        fs::write(self.path(name), write_facts(&bytes, &facts).unwrap()).unwrap();
        self.path(name)
    }

    fn photo(&self) -> String {
        self.desk.take_photo(Path::new(&self.picture("quay.jpg"))).unwrap()
    }

    fn preview(&self, photo_id: &str) -> Arc<Vec<u8>> {
        self.desk.preview(photo_id, &Framing::default(), None).unwrap().jpeg
    }

    fn story(&self) -> String {
        let story_id = self.desk.new_story(Nothing {}).unwrap().value.id;
        let photo_id = Some(self.photo());
        let text = Text { at: 0, text: "Trams run again".into(), marks: Vec::new() };
        let document = write(&Document {
            headline: Line { content: vec![Inline::Text(text)], ..Line::default() },
            body: vec![Block::Figure(Figure { photo_id, ..Figure::default() })],
            ..Document::default()
        });
        let draft = SaveDraft { story_id: story_id.clone(), based_on: 1, document };
        self.desk.save_draft(draft).unwrap();
        story_id
    }

    fn export(&self, story_id: &str) -> Started {
        let folder = Some(self.path("out"));
        self.desk
            .export_story(ExportStory {
                story_id: story_id.into(),
                folder,
                profile: PhotoProfile::Web,
            })
            .unwrap()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn photo_id(report: JobReport) -> Option<String> {
    match report.item? {
        JobItem::Photo { photo, .. } => Some(photo.id),
        JobItem::NotTaken { .. } | JobItem::Arriving { .. } => None,
    }
}

#[test]
fn a_name_withheld_stands_nowhere_in_an_export() {
    let room = Room::new("withheld");
    let story_id = room.story();
    let story = room.desk.story(StoryId { story_id: story_id.clone() }).unwrap();
    let photo_id = story.photos[0].id.clone();
    for field in ["photographer", "copyright", "creditLine"] {
        let field = serde_json::from_value(field.into()).unwrap();
        let value = Some("Wren Hidden".to_owned());
        let photo_id = photo_id.clone();
        room.desk.change_photo(ChangePhoto { photo_id, field, value, language: None }).unwrap();
    }
    let declared = Some(Declared::NameWithheld);
    room.desk.declare_credit(DeclareCredit { photo_id, declared, language: None }).unwrap();
    let started = room.export(&story_id);
    assert!(matches!(room.desk.wait(&started.job_id).unwrap(), JobEnd::Exported { .. }));
    for folder in ["", "img"] {
        for entry in fs::read_dir(room.folder.join("out/trams-run-again").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let bytes = fs::read(&path).unwrap_or_default();
            let named = String::from_utf8_lossy(&bytes).contains("Wren");
            assert!(!named, "{} names the photographer", path.display());
        }
    }
}
