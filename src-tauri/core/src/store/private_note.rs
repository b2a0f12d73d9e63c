//! The table `private_note`. Nothing that leaves the desk reads it.

use super::{StoreError, listed};
use rusqlite::Connection;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    pub note: String,
    pub source: String,
    pub legal: String,
}

pub fn notes(db: &Connection, story_id: &str) -> Result<Notes, StoreError> {
    let mut query = db.prepare_cached("SELECT kind, text FROM private_note WHERE story_id = ?1")?;
    let mut rows = query.query([story_id])?;
    let mut notes = Notes::default();
    while let Some(row) = rows.next()? {
        let text = row.get(1)?;
        match row.get::<_, String>(0)?.as_str() {
            "note" => notes.note = text,
            "source" => notes.source = text,
            _ => notes.legal = text,
        }
    }
    Ok(notes)
}

pub fn put(db: &Connection, story_id: &str, notes: &Notes) -> Result<(), StoreError> {
    db.execute("DELETE FROM private_note WHERE story_id = ?1", [story_id])?;
    let kinds = [("note", &notes.note), ("source", &notes.source), ("legal", &notes.legal)];
    for (kind, text) in kinds.into_iter().filter(|(_, text)| !text.is_empty()) {
        db.prepare_cached("INSERT INTO private_note (story_id, kind, text) VALUES (?1, ?2, ?3)")?
            .execute((story_id, kind, text))?;
    }
    listed::recount(db, story_id)
}
