//! The tables `export` and `export_photo`: what left the desk, when, and from which facts.

use super::{StoreError, listed};
use rusqlite::{Connection, OptionalExtension, Row};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportRow {
    pub id: String,
    pub story_id: String,
    /// Counts the exports of the story from 1. The store gives it.
    pub number: u32,
    pub at: String,
    /// The exported folder itself, or the one file.
    pub folder: String,
    /// The document is in `kept` under this hash, where it was remembered.
    pub document_hash: String,
    pub photos: u32,
    pub wanted_left_out: u32,
    /// What was let through, as a JSON list.
    pub owed: String,
    /// The contract's words for what was written, and for what was written into pictures.
    pub form: String,
    pub profile: String,
    /// Not a copy for a lawyer or a colleague, with which nothing is compared.
    pub for_readers: bool,
    pub theme: Option<String>,
    /// What the desk called the change since the export before.
    pub change: Option<String>,
    /// The times that the page says. `None` in an export from before they were remembered.
    pub published_at: Option<String>,
    pub modified_at: Option<String>,
    /// In `kept`: how photos and publication printed, as JSON.
    pub printed_hash: Option<String>,
    /// The corrections that stood in it, as a JSON list.
    pub corrections: String,
}

/// Records an export with the hash of each photo's facts, by the photo's id.
pub fn insert(
    db: &Connection,
    row: &ExportRow,
    photos: &[(String, String)],
) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO export (id, story_id, number, at, folder, document_hash, photos,
             wanted_left_out, owed, form, profile, theme, change, published_at, modified_at,
             printed_hash, corrections, for_readers)
         VALUES (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM export WHERE story_id = ?2),
             ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        rusqlite::params![
            row.id,
            row.story_id,
            row.at,
            row.folder,
            row.document_hash,
            row.photos,
            row.wanted_left_out,
            row.owed,
            row.form,
            row.profile,
            row.theme,
            row.change,
            row.published_at,
            row.modified_at,
            row.printed_hash,
            row.corrections,
            row.for_readers,
        ],
    )?;
    let mut insert = db.prepare_cached(
        "INSERT OR IGNORE INTO export_photo (export_id, photo_id, facts_hash) VALUES (?1, ?2, ?3)",
    )?;
    for (photo_id, facts_hash) in photos {
        insert.execute((&row.id, photo_id, facts_hash))?;
    }
    listed::recount(db, &row.story_id)
}

const COLUMNS: &str = "id, story_id, number, at, folder, document_hash, photos, wanted_left_out,
     owed, form, profile, theme, change, published_at, modified_at, printed_hash, corrections,
     for_readers";

/// The last export of a story that was for readers. `None` when it never left.
pub fn last(db: &Connection, story_id: &str) -> Result<Option<ExportRow>, StoreError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM export WHERE story_id = ?1 AND for_readers
         ORDER BY number DESC LIMIT 1"
    ))?;
    Ok(query.query_row([story_id], from_row).optional()?)
}

/// Every export of a story, the newest first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<ExportRow>, StoreError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM export WHERE story_id = ?1 ORDER BY number DESC"
    ))?;
    let rows = query.query_map([story_id], from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// `None` when the story has no export of that number.
pub fn numbered(
    db: &Connection,
    story_id: &str,
    number: u32,
) -> Result<Option<ExportRow>, StoreError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM export WHERE story_id = ?1 AND number = ?2"
    ))?;
    Ok(query.query_row((story_id, number), from_row).optional()?)
}

/// The hash of the facts that each photo went out with, by the photo's id.
pub fn photo_facts(db: &Connection, export_id: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT photo_id, facts_hash FROM export_photo WHERE export_id = ?1 ORDER BY photo_id",
    )?;
    let rows = query.query_map([export_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ExportRow> {
    Ok(ExportRow {
        id: row.get(0)?,
        story_id: row.get(1)?,
        number: row.get(2)?,
        at: row.get(3)?,
        folder: row.get(4)?,
        document_hash: row.get(5)?,
        photos: row.get(6)?,
        wanted_left_out: row.get(7)?,
        owed: row.get(8)?,
        form: row.get(9)?,
        profile: row.get(10)?,
        theme: row.get(11)?,
        change: row.get(12)?,
        published_at: row.get(13)?,
        modified_at: row.get(14)?,
        printed_hash: row.get(15)?,
        corrections: row.get(16)?,
        for_readers: row.get(17)?,
    })
}
