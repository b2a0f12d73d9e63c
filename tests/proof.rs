//! The proof is the export: the same page and the same pictures, byte for byte, and no file besides.

use cutline_core::clock::Clock;
use cutline_core::desk::contract::*;
use cutline_core::desk::{Desk, ProofFile};
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

#[test]
fn the_page_and_its_pictures_are_the_exports_byte_for_byte() {
    let room = Room::new("proof-bytes");
    let (photo, clear) = (room.photo("harbour.jpg", false), room.photo("map.png", true));
    let crop = json!({"left": 1000, "top": 0, "width": 8000, "height": 9000});
    let story_id = room.story(&[
        figure(&photo, json!({})),
        figure(&photo, json!({"turn": 90, "crop": crop})),
        figure(&photo, json!({"role": "thumbnail"})),
        figure(&clear, json!({})),
    ]);
    let folder = room.export(&story_id);
    let proof = room.proof(&story_id, None);
    let files = files_in(&folder);
    assert!(files.len() > 10, "{files:?}");
    for name in &files {
        let proofed = room.file(&proof, name).unwrap_or_else(|| panic!("{name} is missing"));
        let exported = fs::read(folder.join(name)).unwrap();
        assert!(proofed.bytes == exported, "{name} differs");
    }
    assert_eq!(proof.credits, 4);
}

#[test]
fn a_story_that_never_left_has_the_pictures_that_the_export_will_make() {
    let room = Room::new("proof-first");
    let photo = room.photo("harbour.jpg", false);
    let story_id = room.story(&[figure(&photo, json!({})), figure(&photo, json!({"turn": 90}))]);
    let proof = room.proof(&story_id, None);
    let page = room.page(&proof);
    assert_eq!(fs::read_dir(room.folder.join("desk/renditions")).map_or(0, Iterator::count), 0);
    let shown: Vec<(String, Vec<u8>)> = addresses(&page)
        .into_iter()
        .map(|name| (name.clone(), room.file(&proof, &name).unwrap().bytes))
        .collect();
    let folder = room.export(&story_id);
    assert!(shown.len() > 4, "{page}");
    for (name, bytes) in shown {
        assert!(fs::read(folder.join(&name)).unwrap() == bytes, "{name} differs");
    }
    let exported = fs::read_to_string(folder.join("index.html")).unwrap();
    assert_eq!(addresses(&page), addresses(&exported));
}

#[test]
fn what_stands_in_the_window_is_shown_and_not_saved() {
    let room = Room::new("proof-window");
    let story_id = room.story(&[]);
    let typed = document("Ferry <strike> ends", &[]);
    let proof = room.proof(&story_id, Some(typed));
    assert!(room.page(&proof).contains("Ferry &lt;strike&gt; ends"));
    let saved = room.proof(&story_id, None);
    assert!(!room.page(&saved).contains("Ferry"));
    assert_eq!(room.page(&saved).len(), usize::try_from(saved.bytes).unwrap());
}

#[test]
fn nothing_else_lies_under_a_proofs_token() {
    let room = Room::new("proof-token");
    let (photo, other) = (room.photo("harbour.jpg", false), room.photo("other.jpg", false));
    let story_id = room.story(&[figure(&photo, json!({}))]);
    let second = room.story(&[figure(&other, json!({}))]);
    let proof = room.proof(&story_id, None);
    let others = room.proof(&second, Some(document("Ferry ends", &[figure(&other, json!({}))])));
    let of_others = addresses(&room.page(&others)).remove(0);
    for name in ["", "index.htm", "../desk.sqlite", "img/", "img/../index.html", &photo, &of_others]
    {
        assert!(room.file(&proof, name).is_none(), "{name}");
    }
    assert!(room.desk.proof_file("", "index.html").is_none());
    assert!(room.desk.proof_file(&story_id, "index.html").is_none());
}

#[test]
fn the_policy_is_the_pages_own() {
    let room = Room::new("proof-policy");
    let story_id = room.story(&[]);
    let proof = room.proof(&story_id, None);
    let file = room.file(&proof, "index.html").unwrap();
    let page = String::from_utf8(file.bytes).unwrap();
    assert!(page.contains(&format!("content=\"{}\"", file.policy)), "{}", file.policy);
    assert!(file.policy.starts_with("default-src 'none';"));
    assert_eq!(file.media_type, "text/html; charset=utf-8");
}

#[test]
fn a_story_that_may_not_leave_says_so_at_the_head_and_the_foot() {
    let room = Room::new("proof-stops");
    let story_id = room.story(&[]);
    let free = room.page(&room.proof(&story_id, None));
    let embargo = json!({"until": "2100-05-12T00:01", "timeZone": "Europe/Istanbul"});
    let stops = json!({"storyId": story_id, "stops": {"embargo": embargo}});
    room.desk.act("change_story", stops).unwrap();
    let proof = room.proof(&story_id, None);
    let held = room.page(&proof);
    const STOP: &str = "<p class=\"stop\" lang=\"en\" dir=\"ltr\">\
        EMBARGOED UNTIL 12 May 2100, 00:01 Istanbul (21:01 UTC 11 May)</p>\n";
    assert_eq!(held.matches(STOP).count(), 2);
    let (head, foot) = (held.find(STOP).unwrap(), held.rfind(STOP).unwrap());
    assert!(
        held[..head].ends_with("<body>\n") && held[foot..].ends_with("</p>\n</body>\n</html>\n")
    );
    assert!(!free.contains("EMBARGO"));
    let file = room.file(&proof, "index.html").unwrap();
    assert!(held.contains(&file.policy), "the style of the line is not in the policy");
}

#[test]
fn a_photo_that_cannot_be_read_is_a_sentence_in_its_place() {
    let room = Room::new("proof-broken");
    let photo = room.photo("harbour.jpg", false);
    let story_id = room.story(&[figure(&photo, json!({}))]);
    let originals = room.folder.join("desk/photos");
    for entry in fs::read_dir(originals).unwrap() {
        fs::write(entry.unwrap().path(), b"not a photo any more").unwrap();
    }
    let proof = room.proof(&story_id, None);
    let name = addresses(&room.page(&proof)).remove(0);
    let file = room.file(&proof, &name).unwrap();
    assert_eq!(file.media_type, "image/svg+xml");
    let sentence = String::from_utf8(file.bytes).unwrap();
    assert!(sentence.contains("harbour.jpg"), "{sentence}");
}

/// A desk of its own, with a publication.
struct Room {
    folder: PathBuf,
    desk: Desk,
}

impl Room {
    fn new(name: &str) -> Room {
        let folder = std::env::temp_dir().join(format!("cutline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("out")).unwrap();
        let at = folder.join("desk");
        let desk = Desk::open(&at, "the test", Clock::System, Darkroom::in_process(), |_| {});
        let desk = desk.unwrap();
        let name = Some("The Halden Post".to_owned());
        desk.change_publication(ChangePublication { name, ..Default::default() }).unwrap();
        Room { folder, desk }
    }

    fn photo(&self, name: &str, transparent: bool) -> String {
        let pixel = |x: u32, y: u32| {
            image::Rgba([(x / 4) as u8, (y / 4) as u8, 9, if transparent { 99 } else { 255 }])
        };
        let picture = image::DynamicImage::from(image::RgbaImage::from_fn(800, 600, pixel));
        let mut bytes = Cursor::new(Vec::new());
        if transparent {
            picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        } else {
            picture.to_rgb8().write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        }
        let credited = WrittenFacts::default().with(Field::CreditLine, "Havn Press");
        let path = self.folder.join(name);
        fs::write(&path, write_facts(&bytes.into_inner(), &credited).unwrap()).unwrap();
        self.desk.take_photo(&path).unwrap()
    }

    fn story(&self, figures: &[Value]) -> String {
        let story = self.desk.act("new_story", json!({})).unwrap();
        let story_id = story["value"]["id"].as_str().unwrap().to_owned();
        let document = document("Bridge reopens", figures);
        let draft = SaveDraft { story_id: story_id.clone(), based_on: 1, document };
        self.desk.save_draft(draft).unwrap();
        story_id
    }

    fn export(&self, story_id: &str) -> PathBuf {
        let folder = Some(self.folder.join("out").to_string_lossy().into_owned());
        let profile = PhotoProfile::default();
        let request =
            ExportStory { story_id: story_id.into(), folder, profile, ..Default::default() };
        let started = self.desk.export_story(request).unwrap();
        match self.desk.wait(&started.job_id).unwrap() {
            JobEnd::Exported { exported } => exported.path.into(),
            end => panic!("the export ended with {end:?}"),
        }
    }

    fn proof(&self, story_id: &str, document: Option<String>) -> Proof {
        self.desk.proof(ProofStory { story_id: story_id.into(), document, theme: None }).unwrap()
    }

    fn page(&self, proof: &Proof) -> String {
        String::from_utf8(self.file(proof, "index.html").unwrap().bytes).unwrap()
    }

    fn file(&self, proof: &Proof, name: &str) -> Option<ProofFile> {
        let rest = proof.address.strip_prefix("proof://localhost/").unwrap();
        let (token, page) = rest.split_once('/').unwrap();
        assert_eq!(page, "index.html");
        self.desk.proof_file(token, name)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn document(headline: &str, figures: &[Value]) -> String {
    let line = json!({"type": "headline", "content": [{"type": "text", "text": headline}]});
    let body = json!({"type": "body", "content": figures});
    json!({"schemaVersion": 2, "doc": {"type": "story", "content": [line, body]}}).to_string()
}

fn figure(photo: &str, attributes: Value) -> Value {
    let mut attrs = attributes;
    attrs["photoId"] = json!(photo);
    json!({"type": "figure", "attrs": attrs})
}

/// Every picture that the page names, each once.
fn addresses(page: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split(['"', ' ', ','])
        .filter(|word| word.starts_with("img/") && !word.ends_with(".svg"))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

fn files_in(folder: &std::path::Path) -> Vec<String> {
    let names = |under: &str| -> Vec<String> {
        let entries = fs::read_dir(folder.join(under)).unwrap().map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.path().is_file());
        files.map(|entry| format!("{under}{}", entry.file_name().to_string_lossy())).collect()
    };
    let all = names("").into_iter().chain(names("img/"));
    all.filter(|name| !name.starts_with('.')).collect()
}
