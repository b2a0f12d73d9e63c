//! The table `import_raw`: the copy as it came in, and what its import noted.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    pub story_id: String,
    pub imported_at: String,
    pub text: String,
    /// A JSON list.
    pub notes: String,
}

pub fn insert(db: &Connection, row: &ImportRow) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO import_raw (story_id, imported_at, text, notes) VALUES (?1, ?2, ?3, ?4)",
        (&row.story_id, &row.imported_at, &row.text, &row.notes),
    )?;
    Ok(())
}

/// The notes as a JSON list. `None` for a story that was written here.
pub fn notes(db: &Connection, story_id: &str) -> Result<Option<String>, StoreError> {
    let mut query = db.prepare_cached("SELECT notes FROM import_raw WHERE story_id = ?1")?;
    Ok(query.query_row([story_id], |row| row.get(0)).optional()?)
}
