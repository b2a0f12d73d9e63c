//! Long work: what it reports, what a cancel leaves behind, and what it does about files that the
//! disk lost.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::*;
use cutline_core::desk::failure::Code;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Declared, Field, FieldChange, WrittenFacts, write_facts};
use cutline_core::story::{
    Area, Block, Cover, Document, Figure, Framing, Inline, Line, Obscured, Text, write,
};
use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

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
fn thumbnails_come_before_any_picture_is_decoded() {
    let room = Room::new("thumbnails");
    let paths: Vec<String> = (0..24).map(|n| room.picture(&format!("{n}.jpg"))).collect();
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    room.desk.wait(&started.job_id).unwrap();
    let reports = room.reports(&started.job_id);
    let items: Vec<&JobItem> = reports.iter().filter_map(|report| report.item.as_ref()).collect();
    let arriving = |item: &&JobItem| matches!(item, JobItem::Arriving { .. });
    let first = items.iter().position(|item| !arriving(item)).unwrap();
    // Decoding begins when no thumbnail waits any more; each worker may still be making one.
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    assert!(first + workers >= 24, "a picture was decoded after {first} thumbnails");
    let id = |item: &JobItem| match item {
        JobItem::Arriving { index, photo_id, .. } => (*index, photo_id.clone()),
        JobItem::Photo { index, photo } => (*index, photo.id.clone()),
        JobItem::NotTaken { .. } => panic!("a picture was not taken"),
    };
    let (shown, taken): (Vec<&JobItem>, Vec<&JobItem>) = items.into_iter().partition(arriving);
    let ids = |items: Vec<&JobItem>| items.into_iter().map(id).collect::<BTreeMap<_, _>>();
    assert_eq!(ids(shown), ids(taken));
}

#[test]
fn a_thumbnail_is_shown_until_its_picture_is_there() {
    let room = Room::new("shown");
    let paths: Vec<String> = (0..40).map(|n| room.picture(&format!("{n}.jpg"))).collect();
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    let plain = Framing::default();
    let turned = Framing { turn: 90, ..Framing::default() };
    let mut seen = false;
    while !seen && room.reports(&started.job_id).iter().all(|report| report.end.is_none()) {
        let arriving = room.reports(&started.job_id).into_iter().rev().find_map(arriving_id);
        let Some(id) = arriving else { continue };
        let preview = room.desk.preview(&id, &plain, None).unwrap();
        // Nothing can be covered in a thumbnail, so a framed one is not shown at all.
        seen = !preview.lasts && room.desk.preview(&id, &turned, None).is_err();
        assert!(image::load_from_memory(&preview.jpeg).is_ok());
    }
    assert!(seen, "no thumbnail was seen before its picture");
    room.desk.wait(&started.job_id).unwrap();
    let id = room.reports(&started.job_id).into_iter().find_map(photo_id).unwrap();
    assert!(room.desk.preview(&id, &plain, None).unwrap().lasts);
}

#[test]
fn of_what_had_only_arrived_a_cancel_leaves_nothing() {
    let room = Room::new("only-arrived");
    // Different bytes each, so that each would have a file of its own.
    let paths: Vec<String> = (0..120).map(|n| room.marked(&format!("{n}.jpg"), n)).collect();
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    room.desk.cancel_job(JobId { job_id: started.job_id.clone() }).unwrap();
    assert_eq!(room.desk.wait(&started.job_id).unwrap(), JobEnd::Cancelled);
    let reports = room.reports(&started.job_id);
    let taken = reports.iter().cloned().filter_map(photo_id).count();
    assert!(taken < 120);
    for folder in ["desk/photos", "desk/previews"] {
        assert_eq!(fs::read_dir(room.folder.join(folder)).unwrap().count(), taken, "{folder}");
    }
    for id in reports.into_iter().filter_map(arriving_id) {
        let here =
            room.desk.photos(Photos { photo_ids: vec![id.clone()], language: None }).unwrap();
        let shown = room.desk.preview(&id, &Framing::default(), None).is_ok();
        assert_eq!(shown, !here.is_empty(), "a thumbnail stayed");
    }
}

#[test]
fn the_same_file_dropped_twice_is_laid_down_once() {
    let room = Room::new("twice");
    let paths = vec![room.picture("a.jpg"); 6];
    let started = room.desk.add_photos(AddPhotos { paths, keep_originals: true }).unwrap();
    room.desk.wait(&started.job_id).unwrap();
    assert_eq!(fs::read_dir(room.folder.join("desk/photos")).unwrap().count(), 1);
    let mut photos: Vec<Photo> =
        room.reports(&started.job_id).into_iter().filter_map(taken_photo).collect();
    photos.sort_by(|a, b| a.id.cmp(&b.id));
    let photo_ids = photos.iter().map(|photo| photo.id.clone()).collect();
    let photos = room.desk.photos(Photos { photo_ids, language: None }).unwrap();
    assert_eq!(photos.len(), 6);
    assert_eq!(photos[0].same_as.as_ref(), Some(&photos[1].id));
    assert!(photos[1..].iter().all(|photo| photo.same_as.as_ref() == Some(&photos[0].id)));
}

#[test]
fn a_photo_without_its_original_leaves_no_trace_of_the_file() {
    let room = Room::new("no-original");
    let path = room.picture("raid.jpg");
    let given = fs::read(&path).unwrap();
    let request = AddPhotos { paths: vec![path], keep_originals: false };
    let started = room.desk.add_photos(request).unwrap();
    room.desk.wait(&started.job_id).unwrap();
    let photo = room.reports(&started.job_id).into_iter().find_map(taken_photo).unwrap();
    assert!(!photo.original_kept);
    assert_eq!(photo.prints_as.line.as_deref(), Some("Photo: Havn Press"));
    let hash = blake3::hash(&given).to_hex();
    let slice = &given[given.len() / 2..][..64];
    for folder in ["desk", "desk/photos", "desk/previews"] {
        for entry in fs::read_dir(room.folder.join(folder)).unwrap() {
            let file = entry.unwrap().path();
            let bytes = fs::read(&file).unwrap_or_default();
            let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
            assert!(!holds(slice), "{} holds the file", file.display());
            assert!(!holds(hash.as_bytes()), "{} knows the file", file.display());
        }
    }
    assert!(image::load_from_memory(&room.preview(&photo.id)).is_ok());
}

#[test]
fn a_preview_is_framed_as_the_story_has_it() {
    let room = Room::new("framed");
    let id = room.photo();
    let size = |framing: &Framing, within_px| {
        let jpeg = room.desk.preview(&id, framing, within_px).unwrap().jpeg;
        let picture = image::load_from_memory(&jpeg).unwrap().to_rgb8();
        (picture.width(), picture.height())
    };
    let half = Area { left: 0, top: 0, width: 5_000, height: 10_000 };
    assert_eq!(size(&Framing::default(), None), (640, 480));
    assert_eq!(size(&Framing::default(), Some(320)), (320, 240));
    assert_eq!(size(&Framing::default(), Some(0)), (1, 1));
    assert_eq!(size(&Framing::default(), Some(u32::MAX)), (640, 480));
    assert_eq!(size(&Framing { crop: Some(half), ..Framing::default() }, None), (320, 480));
    assert_eq!(size(&Framing { turn: 90, ..Framing::default() }, None), (480, 640));
    let wrong = Framing { turn: 45, ..Framing::default() };
    let failure = room.desk.preview(&id, &wrong, None).unwrap_err();
    assert_eq!(failure.code, Code::BadRequest);
    let cover = Obscured { area: half, cover: Cover::Block };
    let many = Framing { obscured: vec![cover; 101], ..Framing::default() };
    assert!(room.desk.preview(&id, &many, None).is_err());
}

#[test]
fn requests_beyond_all_bounds_get_a_sentence() {
    let room = Room::new("bounds");
    let photo_id = room.photo();
    let fields = vec![FieldChange { field: Field::City, value: Some("Oslo".into()) }; 10_000];
    let changes = vec![PhotoChanges { photo_id: photo_id.clone(), fields }];
    let failure = room.desk.change_photos(ChangePhotos { changes, language: None }).unwrap_err();
    assert_eq!(failure.message, "The request has 10000 values; one may have 5000.");
    let change = PhotoChanges { photo_id: photo_id.clone(), fields: Vec::new() };
    let changes = vec![change; 10_000];
    assert!(room.desk.change_photos(ChangePhotos { changes, language: None }).is_err());
    let paths = vec![room.path("a.jpg"); 10_000];
    assert!(room.desk.add_photos(AddPhotos { paths, keep_originals: true }).is_err());
    let value = Some("x".repeat(1_000_000));
    let change = ChangePhoto { photo_id, field: Field::Caption, value, language: None };
    let failure = room.desk.change_photo(change).unwrap_err();
    assert_eq!(failure.code, Code::BadRequest);
    let name = "n".repeat(1_000_000);
    let failure = room.desk.save_photo_template(PhotoTemplate { name, fields: Vec::new() });
    assert!(failure.unwrap_err().message.len() < 1_000);
}

#[test]
fn suggestions_come_quickly_from_a_hundred_thousand_facts() {
    let room = Room::new("suggestions");
    let id = room.photo();
    let database = rusqlite::Connection::open(room.folder.join("desk/desk.sqlite")).unwrap();
    database
        .execute_batch(&format!(
            "PRAGMA foreign_keys = off; BEGIN;
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
             INSERT INTO photo_fact SELECT '{id}' || i, 'photographer', 1, 'xmp',
                 'Person ' || (i % 20000) || ' Surname' FROM n;
             COMMIT;"
        ))
        .unwrap();
    drop(database);
    let asked = Suggest { field: Field::Photographer, typed: "sürn".into(), limit: 20 };
    let began = Instant::now();
    let suggested = room.desk.suggest(asked).unwrap();
    let took = began.elapsed();
    println!("suggestions from 100,000 facts took {took:?}");
    assert_eq!(suggested.len(), 20);
    assert!(took < Duration::from_secs(2), "{took:?}");
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
    let page = fs::read_to_string(exported.page.as_ref().unwrap()).unwrap();
    let named: Vec<&str> = page
        .split("img/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', ' ', ',', ')']).next())
        .filter(|name| name.contains('.'))
        .collect();
    assert!(named.contains(&"logo.svg") && named.len() > 3, "{named:?}");
    for name in named {
        let file = Path::new(&exported.path).join("img").join(name);
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
        let facts = WrittenFacts::default().with(Field::CreditLine, "Havn Press");
        fs::write(self.path(name), write_facts(&bytes, &facts).unwrap()).unwrap();
        self.path(name)
    }

    /// A picture that differs from all others by a remark in it.
    fn marked(&self, name: &str, number: u8) -> String {
        let path = self.picture(name);
        let mut bytes = fs::read(&path).unwrap();
        bytes.splice(2..2, [0xFF, 0xFE, 0, 3, number]);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn photo(&self) -> String {
        self.desk.take_photo(Path::new(&self.picture("quay.jpg"))).unwrap()
    }

    fn preview(&self, photo_id: &str) -> Arc<Vec<u8>> {
        self.desk.preview(photo_id, &Framing::default(), None).unwrap().jpeg
    }

    fn story(&self) -> String {
        let story_id = self.desk.new_story(NewStory::default()).unwrap().value.id;
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
            .export_story(ExportStory { story_id: story_id.into(), folder, ..Default::default() })
            .unwrap()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn photo_id(report: JobReport) -> Option<String> {
    taken_photo(report).map(|photo| photo.id)
}

fn taken_photo(report: JobReport) -> Option<Photo> {
    match report.item? {
        JobItem::Photo { photo, .. } => Some(*photo),
        JobItem::NotTaken { .. } | JobItem::Arriving { .. } => None,
    }
}

fn arriving_id(report: JobReport) -> Option<String> {
    match report.item? {
        JobItem::Arriving { photo_id, .. } => Some(photo_id),
        JobItem::NotTaken { .. } | JobItem::Photo { .. } => None,
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
