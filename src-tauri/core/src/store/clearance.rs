//! The tables `clearance` and `clearance_photo`: what a lawyer cleared, so that a later draft can be
//! compared with it.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClearanceRow {
    pub revision: u32,
    /// Over `text`.
    pub hash: String,
    /// The words and pictures of the story then, a line for each.
    pub text: String,
    /// The photos whose own caption the story printed.
    pub borrowed: Vec<String>,
}

/// Remembers what was cleared, in the place of what was cleared before.
pub fn put(db: &Connection, story_id: &str, row: &ClearanceRow) -> Result<(), StoreError> {
    remove(db, story_id)?;
    db.execute(
        "INSERT INTO clearance (story_id, revision, hash, text) VALUES (?1, ?2, ?3, ?4)",
        (story_id, row.revision, &row.hash, &row.text),
    )?;
    db.execute("UPDATE story SET legal_hash = ?2 WHERE id = ?1", (story_id, &row.hash))?;
    let mut insert = db.prepare_cached(
        "INSERT OR IGNORE INTO clearance_photo (story_id, photo_id, caption)
         VALUES (?1, ?2, (SELECT value FROM photo_fact WHERE photo_id = ?2 AND field = 'caption'
             ORDER BY position LIMIT 1))",
    )?;
    for photo_id in &row.borrowed {
        insert.execute((story_id, photo_id))?;
    }
    Ok(())
}

/// Captions by the ids of their photos.
pub type Captions = Vec<(String, String)>;

/// What was cleared, with the captions that the story took from its photos then, by photo id. `None`
/// when nothing was.
pub fn of_story(
    db: &Connection,
    story_id: &str,
) -> Result<Option<(ClearanceRow, Captions)>, StoreError> {
    let mut query =
        db.prepare_cached("SELECT revision, hash, text FROM clearance WHERE story_id = ?1")?;
    let row = query.query_row([story_id], |row| {
        Ok(ClearanceRow {
            revision: row.get(0)?,
            hash: row.get(1)?,
            text: row.get(2)?,
            borrowed: Vec::new(),
        })
    });
    let Some(mut row) = row.optional()? else { return Ok(None) };
    let mut query = db.prepare_cached(
        "SELECT photo_id, coalesce(caption, '') FROM clearance_photo WHERE story_id = ?1
         ORDER BY photo_id",
    )?;
    let captions = query.query_map([story_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let captions: Vec<(String, String)> = captions.collect::<Result<_, _>>()?;
    row.borrowed = captions.iter().map(|(id, _)| id.clone()).collect();
    Ok(Some((row, captions)))
}

/// Forgets the clearance.
pub fn remove(db: &Connection, story_id: &str) -> Result<(), StoreError> {
    db.execute("DELETE FROM clearance WHERE story_id = ?1", [story_id])?;
    db.execute("DELETE FROM clearance_photo WHERE story_id = ?1", [story_id])?;
    Ok(())
}

/// Whether the saved draft of a cleared story, whose columns go by the name `s`, differs from what
/// was cleared, as SQL.
pub(super) const CHANGED_SINCE: &str = "(NOT EXISTS (SELECT 1 FROM clearance c
         WHERE c.story_id = s.id AND c.hash = s.legal_hash)
     OR EXISTS (SELECT 1 FROM clearance_photo cp WHERE cp.story_id = s.id AND cp.caption IS NOT (
         SELECT value FROM photo_fact f WHERE f.photo_id = cp.photo_id AND f.field = 'caption'
         ORDER BY f.position LIMIT 1)))";

/// Whether the saved draft is no longer what was cleared. Also so when nothing was.
pub fn changed_since(db: &Connection, story_id: &str) -> Result<bool, StoreError> {
    let mut query =
        db.prepare_cached(&format!("SELECT {CHANGED_SINCE} FROM story s WHERE s.id = ?1"))?;
    Ok(query.query_row([story_id], |row| row.get(0))?)
}
