//! The table `story_record`: what became of a story after it went out. Rows are only ever added.

use super::StoreError;
use rusqlite::Connection;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    pub at: String,
    /// The contract's word for it.
    pub what: String,
    /// The reason, or what was printed.
    pub text: String,
}

pub fn add(db: &Connection, story_id: &str, row: &RecordRow) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO story_record (story_id, number, at, what, text)
         VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM story_record WHERE story_id = ?1),
             ?2, ?3, ?4)",
    )?
    .execute((story_id, &row.at, &row.what, &row.text))?;
    Ok(())
}

/// Oldest first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<RecordRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT at, what, text FROM story_record WHERE story_id = ?1 ORDER BY number",
    )?;
    let rows = query.query_map([story_id], |row| {
        Ok(RecordRow { at: row.get(0)?, what: row.get(1)?, text: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
