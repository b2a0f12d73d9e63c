//! The tables `export_file` and `export_picture`: every file of an export, and how its pictures were
//! made.

use super::StoreError;
use rusqlite::{Connection, Row};

/// One file in an export's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Seen from the folder, as "img/bridge-1-480.jpg".
    pub name: String,
    /// BLAKE3.
    pub hash: String,
    /// The number of the picture that it shows, with its size and format as JSON.
    pub picture: Option<(u32, String)>,
}

/// A photo as an export showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRow {
    pub number: u32,
    pub photo_id: String,
    /// The name of its untouched file in the desk.
    pub original: String,
    pub original_hash: String,
    /// How it was framed, as JSON.
    pub framing: String,
    /// What was written into its files, as JSON.
    pub facts: String,
}

pub fn insert(
    db: &Connection,
    export_id: &str,
    files: &[FileRow],
    pictures: &[PictureRow],
) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(
        "INSERT OR REPLACE INTO export_file (export_id, position, name, hash, picture, wanted)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (position, file) in files.iter().enumerate() {
        let (number, wanted) = file.picture.clone().unzip();
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        insert.execute((export_id, position, &file.name, &file.hash, number, wanted))?;
    }
    let mut insert = db.prepare_cached(
        "INSERT OR REPLACE INTO export_picture (export_id, number, photo_id, original,
             original_hash, framing, facts)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for picture in pictures {
        insert.execute((
            export_id,
            picture.number,
            &picture.photo_id,
            &picture.original,
            &picture.original_hash,
            &picture.framing,
            &picture.facts,
        ))?;
    }
    Ok(())
}

/// The files of an export in the order in which they were written. Empty for one from before they were remembered.
pub fn files(db: &Connection, export_id: &str) -> Result<Vec<FileRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT name, hash, picture, wanted FROM export_file WHERE export_id = ?1
         ORDER BY position",
    )?;
    let files = query.query_map([export_id], |row| {
        let (number, wanted): (Option<u32>, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(FileRow { name: row.get(0)?, hash: row.get(1)?, picture: number.zip(wanted) })
    })?;
    Ok(files.collect::<Result<_, _>>()?)
}

/// The pictures of an export by number.
pub fn pictures(db: &Connection, export_id: &str) -> Result<Vec<PictureRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT number, photo_id, original, original_hash, framing, facts
         FROM export_picture WHERE export_id = ?1 ORDER BY number",
    )?;
    let pictures = query.query_map([export_id], picture)?;
    Ok(pictures.collect::<Result<_, _>>()?)
}

fn picture(row: &Row<'_>) -> rusqlite::Result<PictureRow> {
    Ok(PictureRow {
        number: row.get(0)?,
        photo_id: row.get(1)?,
        original: row.get(2)?,
        original_hash: row.get(3)?,
        framing: row.get(4)?,
        facts: row.get(5)?,
    })
}
