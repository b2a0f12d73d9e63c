//! A desk's own themes: taken in, tried, chosen, changed on the disk, refused, taken away.

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::JobEnd;
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

#[test]
fn a_desk_adds_a_theme_and_its_pages_stand_in_it() {
    let room = Room::new("themes-add");
    let folder = room.theme("Evening News", &[("page.css", "h1 { color: #123456 }\n")]);
    let added = room.act("add_theme", json!({"folder": folder}));
    assert_eq!(added["value"]["name"], "evening-news");
    assert_eq!(added["changed"], json!([{"what": "themes"}]));
    let names: Vec<Value> = room.themes().into_iter().map(|theme| theme["name"].clone()).collect();
    assert_eq!(names, ["plain", "magazine", "print", "evening-news"]);

    assert!(!room.page(None).contains("#123456"));
    assert!(room.page(Some("evening-news")).contains("#123456"), "a theme is tried unchosen");
    let publication = room.act("change_publication", json!({"theme": "evening-news"}));
    assert_eq!(publication["value"]["theme"], "evening-news");
    assert!(room.page(None).contains("#123456"));
    let exported = fs::read_to_string(room.export().unwrap().join("index.html")).unwrap();
    assert_eq!(exported, room.page(None));
}

#[test]
fn a_change_on_the_disk_is_in_the_next_proof() {
    let room = Room::new("themes-live");
    room.add("live", &[("page.css", "h1 { color: #111111 }\n")]);
    let state = || room.act("theme_state", json!({"name": "live"}))["state"].clone();
    let before = state();
    assert!(room.page(Some("live")).contains("#111111"));
    assert_eq!(state(), before, "looking at it is no change");
    fs::write(room.own("live").join("page.css"), "h1 { color: #2222222 }\n").unwrap();
    assert_ne!(state(), before);
    assert!(room.page(Some("live")).contains("#2222222"));
    assert_eq!(room.act("theme_state", json!({"name": "plain"}))["state"], "");
    assert_eq!(room.act("theme_state", json!({"name": "../live"}))["state"], "");
}

#[test]
fn a_theme_that_is_refused_stops_the_page_and_no_other_takes_its_place() {
    let room = Room::new("themes-refused");
    room.add("evening", &[]);
    room.act("change_publication", json!({"theme": "evening"}));
    let first = room.export().unwrap();
    let before = fs::read(first.join("index.html")).unwrap();
    let page = room.own("evening").join("page.html");
    let broken = fs::read_to_string(&page).unwrap().replace("{{ skip_link }}", "<script></script>");
    fs::write(&page, broken).unwrap();
    const WHY: &str = "The theme “evening” cannot be used. page.html, line 6: \
        <script> may not stand in a theme.";

    let proof = room.try_act("proof", json!({"storyId": room.story_id})).unwrap_err();
    assert_eq!((proof.code, proof.message.as_str()), (Code::ThemeRefused, WHY));
    let export = room.export().unwrap_err();
    assert_eq!((export.code, export.message.as_str()), (Code::ThemeRefused, WHY));
    assert_eq!(fs::read(first.join("index.html")).unwrap(), before, "the earlier export stays");
    let listed = room.themes().into_iter().find(|theme| theme["name"] == "evening").unwrap();
    assert_eq!(listed["problem"], WHY);
    let chosen = room.try_act("change_publication", json!({"theme": "evening"})).unwrap_err();
    assert_eq!(chosen.code, Code::ThemeRefused);

    fs::remove_dir_all(room.own("evening")).unwrap();
    let gone = room.export().unwrap_err();
    assert_eq!(gone.message, "This desk has no theme “evening”.");
    room.act("change_publication", json!({"theme": "print"}));
    room.export().unwrap();
}

#[test]
fn a_themes_credit_prints_everywhere() {
    let room = Room::new("themes-credit");
    let about = r#"{"title": "Evening", "credit": "({photographer}/{credit})"}"#;
    room.add("evening", &[("theme.json", about)]);
    assert!(room.page(None).contains("<small>Photo: Ana Ruiz / Havn Press</small>"));
    assert!(room.page(Some("evening")).contains("<small>(Ana Ruiz/Havn Press)</small>"));
    room.act("change_publication", json!({"theme": "evening"}));
    let shown = room.act("photos", json!({"photoIds": [room.photo_id]}));
    assert_eq!(shown[0]["printsAs"]["line"], "(Ana Ruiz/Havn Press)", "{shown}");
    let page = room.page(None);
    assert!(page.contains("<small>(Ana Ruiz/Havn Press)</small>"));
    assert!(page.contains("\"creditText\":\"Ana Ruiz/Havn Press\""), "{page}");

    let other = r#"{"title": "Evening", "credit": "{label} by {photographer}, {credit}"}"#;
    fs::write(room.own("evening").join("theme.json"), other).unwrap();
    assert!(room.page(None).contains("<small>Photo by Ana Ruiz, Havn Press</small>"));
    let shown = room.act("photos", json!({"photoIds": [room.photo_id]}));
    assert_eq!(shown[0]["printsAs"]["line"], "Photo by Ana Ruiz, Havn Press");
    room.act("change_publication", json!({"theme": "plain"}));
    assert!(room.page(None).contains("<small>Photo: Ana Ruiz / Havn Press</small>"));
}

#[test]
fn a_strangers_folder_is_taken_whole_or_not_at_all() {
    let room = Room::new("themes-strangers");
    let refused = |folder: &Path, expected: &str| {
        let failure = room.try_act("add_theme", json!({"folder": folder})).unwrap_err();
        assert!(failure.message.contains(expected), "{}", failure.message);
        assert_eq!(room.themes().len(), 3);
    };
    refused(&room.folder.join("none"), "cannot be read");
    refused(&room.theme("a", &[("run.sh", "x")]), "run.sh: a theme has no file of this kind");
    refused(&room.theme("b", &[("fonts/x.json", "x")]), "fonts: a theme has no file of this kind");
    refused(&room.theme("c", &[("big.html", &"x".repeat(70_000))]), "big.html: a file of a theme");
    refused(&room.theme("d", &[("page.css", "h1{")]), "page.css, line 1: what begins here");
    refused(&room.theme("plain", &[]), "There is a theme “plain” already");
    refused(&room.theme("ж", &[("page.css", "h1{")]), "cannot be");
    let binary = room.theme("e", &[]);
    fs::write(binary.join("page.css"), [0xff, 0xfe, 0x00]).unwrap();
    refused(&binary, "page.css: this is no text in UTF-8");
    let many: Vec<(String, &str)> = (0..80).map(|n| (format!("p{n}.html"), "x")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    refused(&room.theme("f", &many), "a theme may have 64 files");
    #[cfg(unix)]
    {
        let linked = room.theme("g", &[]);
        fs::remove_file(linked.join("page.css")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", linked.join("page.css")).unwrap();
        refused(&linked, "page.css: this is a link");
        let to_linked = room.folder.join("h");
        std::os::unix::fs::symlink(room.theme("i", &[]), &to_linked).unwrap();
        refused(&to_linked, "is not a folder");
    }
    let system = room.theme("j", &[(".DS_Store", "x"), ("page.html~", "x")]);
    room.act("add_theme", json!({"folder": system}));
    assert!(!room.own("j").join(".DS_Store").exists());
    let twice = room.try_act("add_theme", json!({"folder": system})).unwrap_err();
    assert_eq!(twice.message, "There is a theme “j” already.");
}

#[test]
fn a_theme_is_removed_unless_it_is_used_or_ships() {
    let room = Room::new("themes-remove");
    room.add("evening", &[]);
    room.act("change_publication", json!({"theme": "evening"}));
    let refused = |name: &str, expected: &str| {
        let failure = room.try_act("remove_theme", json!({"name": name})).unwrap_err();
        assert_eq!(failure.message, expected);
    };
    refused("evening", "The desk’s pages stand in the theme “evening”.");
    refused("print", "The theme “print” comes with Cutline.");
    refused("../photos", "This desk has no theme “../photos”.");
    room.act("change_publication", json!({"theme": "plain"}));
    room.act("remove_theme", json!({"name": "evening"}));
    assert!(!room.own("evening").exists());
    assert_eq!(room.themes().len(), 3);
}

#[test]
fn a_theme_is_checked_without_being_taken_in() {
    let room = Room::new("themes-check");
    let good = room.act("check_theme", json!({"folder": room.theme("good", &[])}));
    assert_eq!(good["title"], "Plain");
    let lost = PAGE.replace("standfirst, byline, dates", "standfirst, dates");
    let bad = room.theme("bad", &[("page.html", &lost)]);
    let failure = room.try_act("check_theme", json!({"folder": bad})).unwrap_err();
    let why = "The theme “bad” cannot be used. page.html, line 11: {{ byline }} is left out.";
    assert_eq!(failure.message, why);
    assert_eq!(room.themes().len(), 3);
}

const PAGE: &str = include_str!("../assets/themes/plain/page.html");
const SHEET: &str = include_str!("../assets/themes/plain/page.css");

/// A desk with a story of one photo, and a folder for themes from elsewhere.
struct Room {
    folder: PathBuf,
    desk: Desk,
    story_id: String,
    photo_id: String,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder = std::env::temp_dir().join(format!("cutline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("out")).unwrap();
        let at = folder.join("desk");
        let desk = Desk::open(&at, "the test", Clock::System, Darkroom::in_process(), |_| {});
        let desk = desk.unwrap();
        let photo_id = desk.take_photo(&photo(&folder)).unwrap();
        let story = desk.act("new_story", json!({})).unwrap();
        let story_id = story["value"]["id"].as_str().unwrap().to_owned();
        let document = document(&photo_id);
        let draft = json!({"storyId": story_id, "basedOn": 1, "document": document});
        desk.act("save_draft", draft).unwrap();
        Room { folder, desk, story_id, photo_id }
    }

    /// A theme's folder from elsewhere: that of plain with these files over it.
    fn theme(&self, name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = self.folder.join("from").join(name);
        let plain =
            [("theme.json", r#"{"title": "Plain"}"#), ("page.html", PAGE), ("page.css", SHEET)];
        for (path, text) in plain.iter().chain(files) {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        folder
    }

    fn add(&self, name: &str, files: &[(&str, &str)]) {
        self.act("add_theme", json!({"folder": self.theme(name, files)}));
    }

    /// Where the desk keeps a theme of its own.
    fn own(&self, name: &str) -> PathBuf {
        self.folder.join("desk/themes").join(name)
    }

    fn themes(&self) -> Vec<Value> {
        self.act("themes", json!({})).as_array().cloned().unwrap()
    }

    fn page(&self, theme: Option<&str>) -> String {
        let proof = self.act("proof", json!({"storyId": self.story_id, "theme": theme}));
        proof["html"].as_str().unwrap().to_owned()
    }

    fn export(&self) -> Result<PathBuf, Failure> {
        let request = json!({"storyId": self.story_id, "folder": self.folder.join("out")});
        let started = self.try_act("export_story", request)?;
        match self.desk.wait(started["jobId"].as_str().unwrap()).unwrap() {
            JobEnd::Exported { exported } => Ok(exported.path.into()),
            JobEnd::Failed { failure } => Err(failure),
            end => panic!("the export ended with {end:?}"),
        }
    }

    fn act(&self, action: &str, request: Value) -> Value {
        let answer = self.try_act(action, request);
        answer.unwrap_or_else(|failure| panic!("{action}: {failure:?}"))
    }

    fn try_act(&self, action: &str, request: Value) -> Result<Value, Failure> {
        self.desk.act(action, request)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn photo(folder: &Path) -> PathBuf {
    let pixel = |x: u32, y: u32| image::Rgb([(x / 2) as u8, (y / 2) as u8, 90]);
    let picture = image::DynamicImage::from(image::RgbImage::from_fn(400, 300, pixel));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let facts = WrittenFacts::default()
        .with(Field::Photographer, "Ana Ruiz")
        .with(Field::CreditLine, "Havn Press");
    let path = folder.join("harbour.jpg");
    fs::write(&path, write_facts(&bytes.into_inner(), &facts).unwrap()).unwrap();
    path
}

fn document(photo: &str) -> String {
    let line =
        |kind: &str, text: &str| json!({"type": kind, "content": [{"type": "text", "text": text}]});
    let figure = json!({"type": "figure", "attrs": {"photoId": photo}});
    let body =
        json!({"type": "body", "content": [line("paragraph", "The first car crossed."), figure]});
    let content = [line("headline", "Bridge reopens"), line("byline", "By Bo Lind"), body];
    json!({"schemaVersion": 2, "doc": {"type": "story", "content": content}}).to_string()
}
