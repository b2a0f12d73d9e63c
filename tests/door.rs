//! The door of the desk: what leaves, and by which way. Every action of the contract is named here, with
//! whether it gives copy away; an action that is new and not named fails, and so does one that gives
//! copy and does not ask `release`.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::{Changed, Event, JobEnd};
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A word that stands in the copy and nowhere else.
const COPY: &str = "Zinnober";

/// What an action does with the copy of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gives {
    /// Its reply has no copy in it.
    NoCopy,
    /// What the window writes with: lists, drafts, findings, what was pasted.
    ToWhoWrites,
    /// Copy for readers: `release` stops it.
    ToReaders,
    /// The same, asked while the job runs; it ends with what stops it.
    ToReadersByJob,
    /// A copy that stops leave open: it says at its head and foot what holds the story.
    Marked,
    /// It withdraws: what it writes and answers says only that there is no story any more.
    Withdraws,
    /// It changes a draft and answers nothing of it; what it needs is a case of `cases/desk`.
    NotTried,
}
use Gives::{Marked, NoCopy, NotTried, ToReaders, ToReadersByJob, ToWhoWrites, Withdraws};

/// Every action with what it gives, and a request that it carries out on a story that is on hold.
fn said(action: &str, room: &Room) -> Option<(Gives, Value)> {
    let (story, photo) = (&room.story_id, &room.photo_id);
    let by_story = json!({ "storyId": story });
    let nothing = json!({});
    Some(match action {
        "about_desk" | "settings" | "learned_words" | "style_rules" | "code_replacements"
        | "photo_templates" => (NoCopy, nothing),
        "change_publication" => (NoCopy, json!({ "name": "The Post" })),
        "change_settings" => (NoCopy, json!({ "desks": ["Foreign"] })),
        "stories" => (ToWhoWrites, nothing),
        "count_stories" => (NoCopy, nothing),
        "story" | "duplicate_story" => (ToWhoWrites, by_story),
        "new_story" | "import_sample" => (NoCopy, nothing),
        "change_stories" => (NoCopy, json!({ "storyIds": [story], "assignee": "Elif Kaya" })),
        "story_templates" => (ToWhoWrites, nothing),
        "save_story_template" => (NoCopy, json!({ "storyId": story, "name": "Skeleton" })),
        "remove_story_template" => {
            room.act("save_story_template", json!({ "storyId": story, "name": "Gone" })).unwrap();
            (NoCopy, json!({ "name": "Gone" }))
        }
        "set_note" => (NoCopy, room.note()),
        "remove_note" => (NoCopy, json!({ "storyId": story, "id": NOTE })),
        "save_draft" => {
            let story = room.act("story", by_story).unwrap();
            let save = json!({ "storyId": story["id"], "basedOn": story["revision"],
                "document": story["document"] });
            (NoCopy, save)
        }
        "change_story" => (ToWhoWrites, json!({ "storyId": story, "slug": "ZN" })),
        "spike_story" => (NoCopy, json!({ "storyId": room.another() })),
        "unspike_story" => (NoCopy, json!({ "storyId": room.another() })),
        "import_story" => (NoCopy, json!({ "from": "text", "text": "Trams run\n\nIn spring." })),
        "read_html" => (ToWhoWrites, json!({ "html": "<p>a</p>", "plain": "a", "language": "en" })),
        "learn_word" | "forget_word" => (NoCopy, json!({ "word": "Halden" })),
        "import_style_rules" => {
            (NoCopy, json!({ "path": room.file("rules.txt", "e-mail\temail\n") }))
        }
        "add_photos" => (NoCopy, json!({ "paths": [], "keepOriginals": true })),
        "photos" => (ToWhoWrites, json!({ "photoIds": [photo], "language": null })),
        "change_photo" => (
            ToWhoWrites,
            json!({ "photoId": photo, "field": "city", "value": "Oslo", "language": null }),
        ),
        "declare_credit" => {
            (ToWhoWrites, json!({ "photoId": photo, "declared": null, "language": null }))
        }
        "change_kind" => (ToWhoWrites, json!({ "photoId": photo, "kind": null, "language": null })),
        "change_photos" => (ToWhoWrites, json!({ "changes": [], "language": null })),
        "change_usage" => (
            ToWhoWrites,
            json!({ "photoId": photo, "language": null, "usage": { "category": null,
                "expiresOn": null, "killed": null, "onlyStoryId": null } }),
        ),
        "replace_photo" => (
            ToWhoWrites,
            json!({ "oldPhotoId": photo, "newPhotoId": room.photo("other.jpg"),
                "samePicture": true, "language": null }),
        ),
        "photo_use" => (ToWhoWrites, json!({ "photoId": photo })),
        "preview_credit" => (
            NoCopy,
            json!({ "photoId": photo, "field": "creditLine", "value": "AFP", "language": null }),
        ),
        "attach_photo" => {
            let story = room.another();
            (NoCopy, json!({ "storyId": story, "photoId": photo, "place": { "at": "next" } }))
        }
        "suggest" => (ToWhoWrites, json!({ "field": "caption", "typed": "Z", "limit": 5 })),
        "set_code" => (NoCopy, json!({ "code": "gs9", "text": "Somebody" })),
        "import_codes" => (NoCopy, json!({ "path": room.file("codes.txt", "a\tb\n") })),
        "save_photo_template" => {
            (NoCopy, json!({ "name": "Oslo", "fields": [{ "field": "city", "value": "Oslo" }] }))
        }
        "remove_photo_template" => {
            let fields = json!([{ "field": "city", "value": "Oslo" }]);
            room.act("save_photo_template", json!({ "name": "Gone", "fields": fields })).unwrap();
            (NoCopy, json!({ "name": "Gone" }))
        }
        "check_story" => (ToWhoWrites, json!({ "storyId": story, "document": null })),
        "waive_finding" => (
            NoCopy,
            json!({ "storyId": story, "key": "k", "rule": "no-alt-text", "reason": "Late" }),
        ),
        "take_back_waiver" => (NoCopy, json!({ "storyId": story, "key": "k" })),
        "since_cleared" => (ToWhoWrites, by_story),
        "release" => (NoCopy, json!({ "storyId": story, "wayOut": "export" })),
        "themes" => (NoCopy, nothing),
        "theme_state" => (NoCopy, json!({ "name": "plain" })),
        "check_theme" => (NoCopy, json!({ "folder": room.theme("tried") })),
        "add_theme" => (NoCopy, json!({ "folder": room.theme("ours") })),
        "remove_theme" => (NoCopy, json!({ "name": "ours" })),
        "site" => (NoCopy, nothing),
        "make_site" => {
            let published = json!({ "storyId": story, "state": "published" });
            room.act("change_story", published).unwrap();
            (ToReadersByJob, json!({ "folder": room.folder.join("site") }))
        }
        "exports" | "changes_since_export" => (ToWhoWrites, by_story),
        "export_again" => {
            (ToReaders, json!({ "storyId": story, "number": 1, "folder": room.out() }))
        }
        "put_back_correction" => (NotTried, nothing),
        "mark_live" => (NoCopy, json!({ "storyId": story, "live": true })),
        "kill_story" => (Withdraws, by_story),
        "lift_kill" => (NoCopy, json!({ "storyId": story, "reason": "By mistake" })),
        "cancel_job" => (NoCopy, json!({ "jobId": room.job() })),
        "proof" => (Marked, json!({ "storyId": story, "document": null })),
        "copy_story" => (ToReaders, json!({ "storyId": story, "form": "wire" })),
        "export_story" => (ToReaders, json!({ "storyId": story, "folder": room.out() })),
        _ => return None,
    })
}

/// What the window asks of the machine: it takes nothing out of the desk but what one of these says.
fn said_of_the_window(action: &str) -> Option<Gives> {
    Some(match action {
        // Shown, or printed, as the proof is.
        "print_proof" => Marked,
        // What `copy_story` lets out.
        "copy_to_clipboard" => ToReaders,
        // What has left already.
        "show_export" | "reveal_export" | "show_site" => NoCopy,
        "pick_photos" | "pick_photo_folder" | "pick_codes" | "pick_style_rules" | "pick_copy"
        | "pick_folder" | "clipboard_photos" | "clipboard_html" | "write_in" | "about_program"
        | "show_folder" | "zoom_window" | "open_link" | "may_close" => NoCopy,
        _ => return None,
    })
}

macro_rules! names {
    ($($name:ident($request:ty) -> $reply:ty;)*) => { &[$(stringify!($name)),*] };
}
const ACTIONS: &[&str] = cutline_core::actions!(names);
const WINDOW_ACTIONS: &[&str] = cutline_core::window_actions!(names);

#[test]
fn every_action_says_whether_it_gives_copy_and_what_gives_it_asks_release() {
    let room = Room::new("door");
    room.hold(true);
    for action in ACTIONS {
        let Some((gives, request)) = said(action, &room) else {
            panic!("say in tests/door.rs whether {action} gives copy, and to whom");
        };
        check(&room, action, gives, request);
    }
    for action in WINDOW_ACTIONS {
        assert!(said_of_the_window(action).is_some(), "say in tests/door.rs what {action} gives");
    }
}

fn check(room: &Room, action: &str, gives: Gives, request: Value) {
    if gives == NotTried {
        return;
    }
    let answer = room.act(action, request.clone());
    if gives == ToReaders {
        let failure = answer.expect_err("a story on hold went out");
        assert_eq!(failure.code, Code::Stopped, "{action}: {}", failure.message);
        return lets_it_out(room, action, request);
    }
    let reply =
        answer.unwrap_or_else(|failure| panic!("{action}: {}", failure.message)).to_string();
    match gives {
        NoCopy => assert!(!reply.contains(COPY), "{action} gives copy: {reply}"),
        Marked => {
            assert!(reply.contains(COPY) && reply.matches("ON HOLD").count() == 2, "{action}");
        }
        Withdraws => {
            let page = room.folder.join("out/zinnober-on-the-quay/index.html");
            let page = fs::read_to_string(page).unwrap();
            assert!(!page.contains("they said"), "a withdrawn page has copy: {page}");
            assert!(!reply.contains("they said"), "{action} gives copy: {reply}");
        }
        ToReadersByJob => {
            let started: Value = serde_json::from_str(&reply).unwrap();
            let end = room.desk.wait(started["jobId"].as_str().unwrap()).unwrap();
            assert!(matches!(end, JobEnd::SiteStopped { .. }), "{action} ended with {end:?}");
            assert!(!room.folder.join("site/index.html").exists(), "{action} wrote copy");
        }
        ToWhoWrites | ToReaders | NotTried => {}
    }
}

/// A refusal says nothing when the action could not have been carried out at all.
fn lets_it_out(room: &Room, action: &str, request: Value) {
    room.hold(false);
    let reply = room.act(action, request);
    assert!(reply.is_ok(), "{action} is refused without a stop: {reply:?}");
    if let Some(job) = reply.unwrap()["jobId"].as_str() {
        room.desk.wait(job).unwrap();
    }
    room.hold(true);
}

#[test]
fn a_stop_is_passed_with_a_reason_that_is_kept_and_stands_in_the_manifest() {
    let room = Room::new("past");
    room.hold(true);
    for (reason, code) in [("", Code::BadRequest), (" \n ", Code::BadRequest)] {
        assert_eq!(room.export(Some(reason)).unwrap_err().code, code);
    }
    let long = "x".repeat(301);
    assert_eq!(room.export(Some(&long)).unwrap_err().code, Code::BadRequest);
    assert_eq!(room.export(None).unwrap_err().code, Code::Stopped);
    let exported = room.export(Some("The desk said\nso")).unwrap();

    let manifest = fs::read_to_string(exported["manifest"].as_str().unwrap()).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let passed = json!([{ "stop": "hold", "said": "The story is on hold.",
        "reason": "The desk said so" }]);
    assert_eq!(manifest["stopsPassed"], passed);
    let page = fs::read_to_string(exported["page"].as_str().unwrap()).unwrap();
    assert!(page.contains(COPY) && !page.contains("HOLD") && !page.contains("desk said"));
    let kept =
        room.kept("SELECT stop || ': ' || reason || ' (' || way_out || ')' FROM passed_stop");
    assert_eq!(kept, ["hold: The desk said so (export)"]);
}

#[test]
fn no_reason_passes_a_missing_credit_or_a_barred_picture() {
    let room = Room::new("unpassable");
    room.hold(true);
    let killed =
        json!({ "category": null, "expiresOn": null, "killed": true, "onlyStoryId": null });
    let usage = json!({ "photoId": room.photo_id, "usage": killed, "language": null });
    room.act("change_usage", usage).unwrap();
    let failure = room.export(Some("The desk said so")).unwrap_err();
    assert_eq!(failure.code, Code::Stopped);
    assert!(!failure.message.contains("on hold"), "{}", failure.message);
    assert!(room.kept("SELECT stop FROM passed_stop").is_empty());
    let release = json!({ "storyId": room.story_id, "wayOut": "export" });
    let release = room.act("release", release).unwrap();
    assert_eq!(release["passable"], json!(["hold"]));
    assert_eq!(release["blocks"].as_array().map(Vec::len), Some(2));
}

#[test]
fn an_embargo_ends_by_itself_and_everybody_hears_of_it() {
    let room = Room::new("embargo");
    let ends = chrono::Utc::now() + chrono::TimeDelta::milliseconds(1500);
    room.stops(json!({ "hold": false, "notForPublication": false, "legal": not_needed(),
        "embargo": { "until": ends.to_rfc3339(), "timeZone": "Europe/Istanbul", "sentence": "",
            "holds": false } }));
    let failure = room.export(None).unwrap_err();
    assert!(failure.message.contains("Istanbul") && failure.message.contains("UTC"), "{failure:?}");
    room.told.lock().unwrap().clear();
    let since = Instant::now();
    let ended = |event: &Event| {
        let expected = Changed::Story { id: room.story_id.clone() };
        matches!(event, Event::Changed { changed } if changed.contains(&expected))
    };
    while !room.told.lock().unwrap().iter().any(ended) {
        assert!(since.elapsed() < Duration::from_secs(10), "nobody was told");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(chrono::Utc::now() >= ends, "it was told too early");
    room.export(None).unwrap();
}

const NOTE: &str = "0198f2aa-0000-7000-8000-000000000001";

fn not_needed() -> Value {
    json!({ "state": "notNeeded", "clearedBy": null, "clearedAt": null, "changedSince": false })
}

/// A desk with one story, whose copy and caption have a word of their own.
struct Room {
    folder: PathBuf,
    desk: Desk,
    story_id: String,
    photo_id: String,
    told: Arc<Mutex<Vec<Event>>>,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder = std::env::temp_dir().join(format!("cutline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let told: Arc<Mutex<Vec<Event>>> = Arc::default();
        let hears = Arc::clone(&told);
        let tell = move |event| hears.lock().unwrap().push(event);
        let darkroom = Darkroom::in_process();
        let desk =
            Desk::open(&folder.join("desk"), "the test", Clock::System, darkroom, tell).unwrap();
        let (story_id, photo_id) = (String::new(), String::new());
        let mut room = Room { folder, desk, story_id, photo_id, told };
        room.photo_id = room.photo("one.jpg");
        room.story_id = room.another();
        let text = |text: &str| json!([{ "type": "text", "text": text }]);
        let document = json!({ "schemaVersion": 2, "doc": { "type": "story", "content": [
            { "type": "headline", "content": text(&format!("{COPY} on the quay")) },
            { "type": "body", "content": [
                { "type": "paragraph", "content": text(&format!("{COPY}, they said.")) },
                { "type": "figure", "attrs": { "photoId": room.photo_id } },
            ] },
        ] } });
        let save =
            json!({ "storyId": room.story_id, "basedOn": 1, "document": document.to_string() });
        room.act("save_draft", save).unwrap();
        room
    }

    fn act(&self, action: &str, request: Value) -> Result<Value, Failure> {
        self.desk.act(action, request)
    }

    fn another(&self) -> String {
        let story = self.act("new_story", json!({})).unwrap();
        story["value"]["id"].as_str().unwrap().to_owned()
    }

    fn photo(&self, name: &str) -> String {
        let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 9]));
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new(&mut bytes).encode_image(&picture).unwrap();
        let caption = format!("{COPY} at dawn");
        let facts = WrittenFacts::default()
            .with(Field::CreditLine, "Havn Press")
            .with(Field::Caption, &caption);
        let path = self.folder.join(name);
        fs::write(&path, write_facts(&bytes, &facts).unwrap()).unwrap();
        self.desk.take_photo(&path).unwrap()
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// The folder of a theme: a copy of one that ships.
    fn theme(&self, name: &str) -> String {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/themes/plain");
        let copy = self.folder.join(name);
        fs::create_dir_all(&copy).unwrap();
        for file in fs::read_dir(shipped).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), copy.join(file.file_name())).unwrap();
        }
        copy.to_string_lossy().into_owned()
    }

    fn out(&self) -> String {
        self.folder.join("out").to_string_lossy().into_owned()
    }

    fn note(&self) -> Value {
        json!({ "storyId": self.story_id, "id": NOTE, "kind": "note", "text": "Ask again",
            "resolved": false })
    }

    fn job(&self) -> String {
        let started = self.act("add_photos", json!({ "paths": [], "keepOriginals": true }));
        started.unwrap()["jobId"].as_str().unwrap().to_owned()
    }

    fn hold(&self, hold: bool) {
        self.stops(json!({ "hold": hold, "notForPublication": false, "embargo": null,
            "legal": not_needed() }));
    }

    fn stops(&self, stops: Value) {
        self.act("change_story", json!({ "storyId": self.story_id, "stops": stops })).unwrap();
    }

    /// Exports the story to the end; answers what was made.
    fn export(&self, going_past: Option<&str>) -> Result<Value, Failure> {
        let request = json!({ "storyId": self.story_id, "folder": self.out(),
            "goingPast": going_past });
        let started = self.act("export_story", request)?;
        match self.desk.wait(started["jobId"].as_str().unwrap())? {
            JobEnd::Exported { exported } => Ok(serde_json::to_value(exported).unwrap()),
            JobEnd::Failed { failure } => Err(failure),
            end => panic!("the export ended with {end:?}"),
        }
    }

    /// What the desk's database answers, a text from each row.
    fn kept(&self, query: &str) -> Vec<String> {
        let database = rusqlite::Connection::open(self.folder.join("desk/desk.sqlite")).unwrap();
        let mut query = database.prepare(query).unwrap();
        let rows = query.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
