//! The table `passed_stop`: stops that a person went past, each with the typed reason.

use super::StoreError;
use rusqlite::Connection;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedStopRow {
    pub story_id: String,
    pub at: String,
    /// The stop's rule, and what it said then.
    pub stop: String,
    pub said: String,
    pub reason: String,
    pub way_out: String,
}

pub fn insert(db: &Connection, row: &PassedStopRow) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO passed_stop (story_id, number, at, stop, said, reason, way_out)
         VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM passed_stop WHERE story_id = ?1),
             ?2, ?3, ?4, ?5, ?6)",
        (&row.story_id, &row.at, &row.stop, &row.said, &row.reason, &row.way_out),
    )?;
    Ok(())
}

/// Every stop of a story that was gone past, the first first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<PassedStopRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT story_id, at, stop, said, reason, way_out FROM passed_stop
         WHERE story_id = ?1 ORDER BY number",
    )?;
    let rows = query.query_map([story_id], |row| {
        Ok(PassedStopRow {
            story_id: row.get(0)?,
            at: row.get(1)?,
            stop: row.get(2)?,
            said: row.get(3)?,
            reason: row.get(4)?,
            way_out: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
