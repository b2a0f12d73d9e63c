//! The tables `export` and `export_photo`: what left the desk, when, and from which facts.

use super::{StoreError, listed};
use rusqlite::{Connection, OptionalExtension};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    pub id: String,
    pub story_id: String,
    pub at: String,
    /// The exported folder itself.
    pub folder: String,
    pub document_hash: String,
    pub photos: u32,
    pub wanted_left_out: u32,
    /// What was let through, as a JSON list.
    pub owed: String,
}

/// Records an export with the hash of each photo's facts, by the photo's id.
pub fn insert(
    db: &Connection,
    row: &ExportRow,
    photos: &[(String, String)],
) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO export (id, story_id, number, at, folder, document_hash, photos,
             wanted_left_out, owed)
         VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM export WHERE story_id = ?2),
             ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            &row.id,
            &row.story_id,
            &row.at,
            &row.folder,
            &row.document_hash,
            row.photos,
            row.wanted_left_out,
            &row.owed,
        ),
    )?;
    let mut insert = db.prepare_cached(
        "INSERT OR IGNORE INTO export_photo (export_id, photo_id, facts_hash) VALUES (?1, ?2, ?3)",
    )?;
    for (photo_id, facts_hash) in photos {
        insert.execute((&row.id, photo_id, facts_hash))?;
    }
    listed::recount(db, &row.story_id)
}

/// The last export of a story. `None` when it never left.
pub fn last(db: &Connection, story_id: &str) -> Result<Option<ExportRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, story_id, at, folder, document_hash, photos, wanted_left_out, owed
         FROM export WHERE story_id = ?1 ORDER BY number DESC LIMIT 1",
    )?;
    let last = query.query_row([story_id], |row| {
        Ok(ExportRow {
            id: row.get(0)?,
            story_id: row.get(1)?,
            at: row.get(2)?,
            folder: row.get(3)?,
            document_hash: row.get(4)?,
            photos: row.get(5)?,
            wanted_left_out: row.get(6)?,
            owed: row.get(7)?,
        })
    });
    Ok(last.optional()?)
}
