//! Saving what stands in the editor.

use super::Desk;
use super::contract::{Changed, Done, SaveDraft, SavedDraft};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::story::name_of;
use super::summary::draft;
use crate::store::story::Draft;
use crate::store::{Connection, story, story_photo};

impl Desk {
    /// Saves a draft exactly as it came and answers when it is on the disk. Fails with
    /// [`Code::StoryMovedOn`](super::failure::Code::StoryMovedOn) when `based_on` is not the newest
    /// revision; nothing is written then. Saving what is saved already changes nothing.
    pub fn save_draft(&self, request: SaveDraft) -> Result<Done<SavedDraft>, Failure> {
        let (draft, photos) = draft(request.document, self.now());
        let (id, based_on) = (request.story_id, request.based_on);
        let story_id = id.clone();
        let done = self.write(move |db| put_draft(db, &id, based_on, &draft, &photos))?;
        if !done.changed.is_empty() {
            self.story_ahead(&story_id);
        }
        Ok(done)
    }
}

/// Puts `draft` in the place of revision `based_on`.
pub fn put_draft(
    db: &Connection,
    id: &str,
    based_on: u32,
    draft: &Draft,
    photos: &[String],
) -> Result<(SavedDraft, Vec<Changed>), Failure> {
    let now = story::standing(db, id)?.ok_or_else(|| DeskError::NoStory(quoted(id)))?;
    if now.revision != based_on {
        return Err(DeskError::StoryMovedOn(name_of(&now.slug, &now.headline)).into());
    }
    if now.hash == draft.hash {
        return Ok((SavedDraft { revision: now.revision, saved_at: now.saved_at }, Vec::new()));
    }
    let revision = based_on.saturating_add(1);
    story::save(db, id, revision, draft)?;
    story_photo::put(db, id, photos)?;
    let changed = vec![Changed::Story { id: id.to_owned() }, Changed::Stories];
    Ok((SavedDraft { revision, saved_at: draft.saved_at.clone() }, changed))
}
