//! The table `passage_note`. Nothing that leaves the desk reads it.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    pub id: String,
    /// "note", "source", "legal"
    pub kind: String,
    pub text: String,
    pub resolved: bool,
    /// When it was first written.
    pub at: String,
}

/// The notes of a story, oldest first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<NoteRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, kind, text, resolved, at FROM passage_note WHERE story_id = ?1 ORDER BY at, id",
    )?;
    let notes = query.query_map([story_id], |row| {
        Ok(NoteRow {
            id: row.get(0)?,
            kind: row.get(1)?,
            text: row.get(2)?,
            resolved: row.get(3)?,
            at: row.get(4)?,
        })
    })?;
    Ok(notes.collect::<Result<_, _>>()?)
}

/// When the note was first written. `None` when there is none of that id.
pub fn written_at(db: &Connection, story_id: &str, id: &str) -> Result<Option<String>, StoreError> {
    let mut query =
        db.prepare_cached("SELECT at FROM passage_note WHERE story_id = ?1 AND id = ?2")?;
    Ok(query.query_row((story_id, id), |row| row.get(0)).optional()?)
}

pub fn count(db: &Connection, story_id: &str) -> Result<u32, StoreError> {
    let mut query = db.prepare_cached("SELECT count(*) FROM passage_note WHERE story_id = ?1")?;
    Ok(query.query_row([story_id], |row| row.get(0))?)
}

/// In the place of the note of that id.
pub fn put(db: &Connection, story_id: &str, row: &NoteRow) -> Result<(), StoreError> {
    db.prepare_cached(
        "REPLACE INTO passage_note (story_id, id, kind, text, resolved, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((story_id, &row.id, &row.kind, &row.text, row.resolved, &row.at))?;
    Ok(())
}

/// Answers whether there was one.
pub fn remove(db: &Connection, story_id: &str, id: &str) -> Result<bool, StoreError> {
    let gone =
        db.execute("DELETE FROM passage_note WHERE story_id = ?1 AND id = ?2", (story_id, id))?;
    Ok(gone > 0)
}
