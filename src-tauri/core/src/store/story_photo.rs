//! The table `story_photo`: which photos a saved document names.

use super::{StoreError, listed};
use rusqlite::{Connection, Row};

/// Replaces what the story names; a photo may be named several times.
pub fn put(db: &Connection, story_id: &str, photo_ids: &[String]) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM story_photo WHERE story_id = ?1")?.execute([story_id])?;
    let mut insert = db
        .prepare_cached("INSERT OR IGNORE INTO story_photo (story_id, photo_id) VALUES (?1, ?2)")?;
    for photo_id in photo_ids {
        insert.execute((story_id, photo_id))?;
    }
    listed::recount(db, story_id)
}

/// The stories that name a photo.
pub fn stories(db: &Connection, photo_id: &str) -> Result<Vec<String>, StoreError> {
    let mut query = db
        .prepare_cached("SELECT story_id FROM story_photo WHERE photo_id = ?1 ORDER BY story_id")?;
    let stories = query.query_map([photo_id], |row| row.get(0))?;
    Ok(stories.collect::<Result<_, _>>()?)
}

/// A story that shows a photo, or that was exported with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseRow {
    pub story_id: String,
    pub slug: String,
    pub headline: String,
    pub document: String,
    /// The last export that carried the photo.
    pub exported_at: Option<String>,
}

/// Where a photo is shown now or was shown in an export, newest change first.
pub fn uses(db: &Connection, photo_id: &str) -> Result<Vec<UseRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT s.id, s.slug, s.headline, s.document,
             (SELECT max(e.at) FROM export e JOIN export_photo ep ON ep.export_id = e.id
              WHERE e.story_id = s.id AND ep.photo_id = ?1)
         FROM story s
         WHERE s.id IN (SELECT story_id FROM story_photo WHERE photo_id = ?1
             UNION SELECT e.story_id FROM export e JOIN export_photo ep ON ep.export_id = e.id
             WHERE ep.photo_id = ?1)
         ORDER BY s.change_number DESC",
    )?;
    let uses = query.query_map([photo_id], use_row)?;
    Ok(uses.collect::<Result<_, _>>()?)
}

fn use_row(row: &Row<'_>) -> rusqlite::Result<UseRow> {
    Ok(UseRow {
        story_id: row.get(0)?,
        slug: row.get(1)?,
        headline: row.get(2)?,
        document: row.get(3)?,
        exported_at: row.get(4)?,
    })
}
