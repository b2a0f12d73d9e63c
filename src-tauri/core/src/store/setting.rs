//! The table `setting`: what a desk has set, each value as JSON.

use super::StoreError;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Every value that is not the default, by its name.
pub fn all(db: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut query = db.prepare_cached("SELECT name, value FROM setting")?;
    let settings = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(settings.collect::<Result<_, _>>()?)
}

/// In the place of the value of that name.
pub fn put(db: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    db.prepare_cached("REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
        .execute((name, value))?;
    Ok(())
}
