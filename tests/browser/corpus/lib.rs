//! A corpus of stories, each exported by the desk itself: for tests in a browser, and for judges that
//! are not ours.
//!
//! Every story is an extreme of something: no photo and forty, scripts from right to left, strings that
//! try to become markup. To add one: a line in one of the lists under [`stories`].
//!
//! Not here: what a page has to be. The tests say that.

mod copy;
mod document;
mod photos;
mod stories;
mod tongues;

pub use stories::{Place, Story, stories};

use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::photo::darkroom::Darkroom;
use photos::Photos;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A desk of its own, with everything in it that stories need. It is gone when this is dropped.
pub struct Room {
    desk: Desk,
    photos: Photos,
    /// The ids of the stories that were written, by name.
    written: BTreeMap<&'static str, String>,
    // Behind the desk, which is closed first.
    _folder: TempDir,
}

impl Room {
    pub fn new() -> Room {
        let folder = tempfile::tempdir().expect("there is no room for a temporary folder");
        let at = folder.path().join("desk");
        let start = "2026-05-12T06:30:00Z".parse().expect("a time");
        let (clock, darkroom) = (Clock::fixed(start), Darkroom::in_process());
        let desk = Desk::open(&at, "the corpus", clock, darkroom, |_| {});
        let desk = desk.expect("a desk opens in an empty folder");
        let photos = Photos::new(folder.path());
        let room = Room { desk, photos, written: BTreeMap::new(), _folder: folder };
        room.act("change_settings", json!({"desks": ["Harbour", "Sport"]}));
        room
    }

    /// Has every page from now on stand in the theme of this name.
    pub fn stand_in(&self, theme: &str) {
        self.act("change_publication", json!({"theme": theme}));
    }

    /// Exports `story` into a folder of its own under `to`, and answers that folder.
    pub fn export(&mut self, story: &Story, to: &Path) -> PathBuf {
        let id = self.id(story);
        self.export_saved(&id, to);
        to.join(story.name)
    }

    /// Publishes every one of `stories`, and makes the site of them in `to`.
    pub fn site(&mut self, stories: &[Story], to: &Path) {
        for story in stories {
            let id = self.id(story);
            self.act("change_story", json!({"storyId": id, "state": "published"}));
        }
        let folder = to.to_str().expect("the folder's path is plain text");
        let end = self.ended(&self.act("make_site", json!({"folder": folder})));
        assert_eq!(end["how"], "siteMade", "{end}");
    }

    /// The id of the story, which is written when it is asked for first; the house is its own from now
    /// on.
    fn id(&mut self, story: &Story) -> String {
        self.set_the_house(story);
        match self.written.get(story.name) {
            Some(id) => id.clone(),
            None => self.write(story),
        }
    }

    fn write(&mut self, story: &Story) -> String {
        let document = (story.document)(&mut |picture| self.photos.id(&self.desk, picture));
        let made = self.act("new_story", json!({}));
        let id = made["value"]["id"].as_str().expect("a story has an id").to_owned();
        let plan = json!({"kind": story.kind, "desk": story.desk, "assignee": "", "dueAt": null,
            "targetWords": null});
        self.act("change_story", json!({"storyId": id, "plan": plan, "urlName": story.name}));
        let draft = json!({"storyId": id, "basedOn": 1, "document": document.to_string()});
        self.act("save_draft", draft);
        self.written.insert(story.name, id.clone());
        id
    }

    fn set_the_house(&self, story: &Story) {
        let (name, address) = match story.place {
            Place::Site => ("The Harbour Post", "https://post.example"),
            Place::Unknown => ("The Harbour Post", ""),
            Place::Nameless => ("", "https://post.example"),
        };
        let zone = "Europe/Istanbul";
        let publication = json!({"name": name, "siteAddress": address, "timeZone": zone});
        self.act("change_publication", publication);
        self.act("change_settings", json!({"dateline": story.dateline}));
    }

    fn export_saved(&self, id: &str, to: &Path) {
        let folder = to.to_str().expect("the folder's path is plain text");
        let end = self.ended(&self.act("export_story", json!({"storyId": id, "folder": folder})));
        assert_eq!(end["how"], "exported", "{end}");
    }

    fn ended(&self, started: &Value) -> Value {
        let job = started["jobId"].as_str().expect("a job has an id");
        let end = self.desk.wait(job).expect("the job is known");
        serde_json::to_value(&end).expect("an end is plain")
    }

    fn act(&self, action: &str, request: Value) -> Value {
        self.desk.act(action, request).unwrap_or_else(|failure| panic!("{action}: {failure:?}"))
    }
}

impl Default for Room {
    fn default() -> Self {
        Room::new()
    }
}
