//! The table `photo_template`: values to fill into many photos at once.

use super::StoreError;
use rusqlite::Connection;

/// Every template's name with its fields as JSON, in the order of the names.
pub fn all(db: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut query = db.prepare_cached("SELECT name, fields FROM photo_template ORDER BY name")?;
    let templates = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(templates.collect::<Result<_, _>>()?)
}

/// In the place of the template of that name.
pub fn put(db: &Connection, name: &str, fields: &str) -> Result<(), StoreError> {
    db.prepare_cached("REPLACE INTO photo_template (name, fields) VALUES (?1, ?2)")?
        .execute((name, fields))?;
    Ok(())
}

/// Answers whether there was one.
pub fn remove(db: &Connection, name: &str) -> Result<bool, StoreError> {
    let gone = db.prepare_cached("DELETE FROM photo_template WHERE name = ?1")?.execute([name])?;
    Ok(gone > 0)
}
