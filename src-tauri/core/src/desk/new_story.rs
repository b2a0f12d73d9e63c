//! Beginning a story.

use super::Desk;
use super::contract::{Changed, Done, NewStory, STATES, Story};
use super::failure::Failure;
use super::fold::folded;
use super::summary::draft;
use super::{publication, story};
use crate::store::story::StoryRow;
use crate::store::{self, Connection, StoreError, story_photo};
use crate::story::{Direction, Document, write};

impl Desk {
    /// Begins an empty story in the publication's language.
    pub fn new_story(&self, _: NewStory) -> Result<Done<Story>, Failure> {
        let (id, now) = (self.inner.clock.id(), self.now());
        self.write(move |db| {
            let mut document = Document::default();
            set_language(&mut document, publication::of_desk(db)?.language);
            insert(db, &id, "", write(&document), now)?;
            Ok((story::read(db, &id)?, vec![Changed::Stories]))
        })
    }
}

/// Gives a new document the language of the desk, and the direction that goes with it.
pub fn set_language(document: &mut Document, language: String) {
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if ["ar", "ckb", "dv", "fa", "he", "ps", "ug", "ur", "yi"].contains(&primary.as_str()) {
        document.direction = Direction::RightToLeft;
    }
    document.language = language;
}

/// Stores a new story under `id`.
pub fn insert(
    db: &Connection,
    id: &str,
    slug: &str,
    document: String,
    now: String,
) -> Result<(), StoreError> {
    let (draft, photos) = draft(document, now.clone());
    let row = StoryRow {
        id: id.to_owned(),
        slug: slug.to_owned(),
        url_name: String::new(),
        state: STATES[0].0.to_owned(),
        draft,
        revision: 1,
        created_at: now,
        spiked: false,
        first_published_at: None,
    };
    store::story::insert(db, &row, &folded(slug))?;
    story_photo::put(db, id, &photos)
}
