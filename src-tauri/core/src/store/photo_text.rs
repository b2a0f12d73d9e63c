//! The table `photo_text`: the words of a photo that the story list searches in.

use super::StoreError;
use super::fold::folded;
use rusqlite::Connection;

/// Keeps the words of a photo: its credit, caption and alt text.
pub fn put(db: &Connection, photo_id: &str, words: &str) -> Result<(), StoreError> {
    db.prepare_cached("REPLACE INTO photo_text (photo_id, folded) VALUES (?1, ?2)")?
        .execute((photo_id, folded(words)))?;
    Ok(())
}

/// Fills the table from what the photos say, for those that came in before it was there.
pub(super) fn fill(db: &Connection) -> rusqlite::Result<()> {
    let mut query = db.prepare(
        "SELECT photo_id, group_concat(value, char(10)) FROM photo_fact
         WHERE field IN ('photographer', 'creditLine', 'caption', 'altText') AND position < 2
         GROUP BY photo_id",
    )?;
    let mut insert = db.prepare("INSERT INTO photo_text (photo_id, folded) VALUES (?1, ?2)")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let words: String = row.get(1)?;
        insert.execute((row.get::<_, String>(0)?, folded(&words)))?;
    }
    Ok(())
}
