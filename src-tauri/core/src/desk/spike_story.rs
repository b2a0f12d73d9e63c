//! Setting a story aside and bringing it back. Nothing is deleted.

use super::Desk;
use super::contract::{Changed, Done, Nothing, StoryId};
use super::failure::Failure;
use super::story::row;
use crate::store::story::{self, StoryRow};
use crate::store::{Connection, StoreError};

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
            let row = row(db, &id)?;
            Ok(match set(db, &row, at.as_deref())? {
                true => (Nothing {}, vec![Changed::Story { id }, Changed::Stories]),
                false => (Nothing {}, Vec::new()),
            })
        })
    }
}

/// Spikes the story, or brings it back when `at` is `None`. Answers whether that changed it.
pub fn set(db: &Connection, row: &StoryRow, at: Option<&str>) -> Result<bool, StoreError> {
    if row.spiked == at.is_some() {
        return Ok(false);
    }
    story::set_spiked_at(db, &row.id, at)?;
    Ok(true)
}
