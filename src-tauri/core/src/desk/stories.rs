//! The story list.

use super::Desk;
use super::contract::{Stories, StoryKind, StoryRow};
use super::failure::Failure;
use super::fold::folded_words;
use super::words::read_list;
use crate::store::story::{self, ListRow, Wanted};

impl Desk {
    /// The stories that fit the request, newest change first.
    pub fn stories(&self, request: Stories) -> Result<Vec<StoryRow>, Failure> {
        let wanted = Wanted {
            words: folded_words(&request.filter),
            state: request.state,
            spiked: request.spiked,
        };
        let rows = self.read(|db| Ok(story::list(db, &wanted)?))?;
        Ok(rows.into_iter().map(row).collect())
    }
}

fn row(row: ListRow) -> StoryRow {
    StoryRow {
        id: row.id,
        slug: row.slug,
        url_name: row.url_name,
        headline: row.headline,
        state: row.state,
        kind: StoryKind::default(),
        desk: String::new(),
        assignee: String::new(),
        due_at: None,
        target_words: None,
        photos: 0,
        stopped_by: Vec::new(),
        follow_up_of: None,
        open_notes: 0,
        words: row.words,
        photos_wanted: row.photos_wanted,
        credits_missing: row.credits_missing,
        owed: row.owed.as_deref().map(read_list).unwrap_or_default(),
        lead_photo_id: row.lead_photo_id,
        lead_framing: row.lead_framing,
        changed_at: row.changed_at,
        exported_at: row.exported_at,
        changed_since: row.changed_since,
        spiked: row.spiked,
    }
}
