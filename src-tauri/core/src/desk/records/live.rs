//! Whether readers have a story.

use super::record;
use crate::desk::Desk;
use crate::desk::contract::{Changed, Done, MarkLive, Nothing, RecordKind};
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::settings;
use crate::desk::story::{name_of, row};
use crate::store::story::{self, StoryRow};
use crate::store::{Connection, StoreError, export};

/// The state that every desk has for what is out.
const PUBLISHED: &str = "published";

impl Desk {
    /// Says that readers have the story, which puts it into the state Published, or that they do not
    /// after all. Fails when it never went out.
    pub fn mark_live(&self, request: MarkLive) -> Result<Done<Nothing>, Failure> {
        let now = self.now();
        self.write(move |db| {
            let id = request.story_id;
            let row = row(db, &id)?;
            if export::last(db, &id)?.is_none() {
                let name = name_of(&row.slug, &row.draft.summary.headline);
                return Err(DeskError::NeverWentOut(name).into());
            }
            if !put(db, &row, request.live, &now)? {
                return Ok((Nothing {}, Vec::new()));
            }
            Ok((Nothing {}, vec![Changed::Story { id }, Changed::Stories]))
        })
    }
}

/// Answers whether that changed it.
fn put(db: &Connection, row: &StoryRow, live: bool, now: &str) -> Result<bool, Failure> {
    if live == row.live_at.is_some() {
        return Ok(false);
    }
    story::set_live_at(db, &row.id, live.then_some(now))?;
    if live && row.state != PUBLISHED {
        settings::state(&settings::of_desk(db)?, PUBLISHED)?;
        story::set_state(db, &row.id, PUBLISHED)?;
    }
    let what = if live { RecordKind::Live } else { RecordKind::NotLive };
    record(db, &row.id, (now, what, ""))?;
    story::touch(db, &row.id, now)?;
    Ok(true)
}

/// A story that went out and is put into the state Published by hand is live from then on, also when
/// it goes back to a desk to be corrected.
pub fn follow_state(
    db: &Connection,
    row: &StoryRow,
    state: &str,
    now: &str,
) -> Result<(), StoreError> {
    if state != PUBLISHED || row.live_at.is_some() || row.first_published_at.is_none() {
        return Ok(());
    }
    story::set_live_at(db, &row.id, Some(now))?;
    record(db, &row.id, (now, RecordKind::Live, ""))
}

/// The same for one that was in the state Published before it went out.
pub fn follow_export(db: &Connection, row: &StoryRow, at: &str) -> Result<(), StoreError> {
    let first_published_at = Some(at.to_owned());
    follow_state(db, &StoryRow { first_published_at, ..row.clone() }, &row.state, at)
}

/// Whether readers have what was exported: somebody said so, or the story is in the
/// state Published.
pub fn is_live(row: &StoryRow) -> bool {
    row.live_at.is_some() || row.state == PUBLISHED
}
