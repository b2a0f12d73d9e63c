//! Setting a story aside and bringing it back. Nothing is deleted.

use super::Desk;
use super::contract::{Changed, Done, Nothing, StoryId};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use crate::store::story;

impl Desk {
    /// Sets a story aside. One that is spiked already stays so.
    pub fn spike_story(&self, request: StoryId) -> Result<Done<Nothing>, Failure> {
        let now = self.now();
        self.set_spiked_at(request.story_id, Some(now))
    }

    /// Brings a spiked story back.
    pub fn unspike_story(&self, request: StoryId) -> Result<Done<Nothing>, Failure> {
        self.set_spiked_at(request.story_id, None)
    }

    fn set_spiked_at(&self, id: String, at: Option<String>) -> Result<Done<Nothing>, Failure> {
        self.write(move |db| {
            let now = story::story(db, &id)?.ok_or_else(|| DeskError::NoStory(quoted(&id)))?;
            if now.spiked == at.is_some() {
                return Ok((Nothing {}, Vec::new()));
            }
            story::set_spiked_at(db, &id, at.as_deref())?;
            Ok((Nothing {}, vec![Changed::Story { id }, Changed::Stories]))
        })
    }
}
