//! The table `code_replacement`: short codes and the texts that they stand for.

use super::StoreError;
use rusqlite::Connection;

/// Every code with its text, in the order of the codes.
pub fn all(db: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut query = db.prepare_cached("SELECT code, text FROM code_replacement ORDER BY code")?;
    let codes = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(codes.collect::<Result<_, _>>()?)
}

pub fn count(db: &Connection) -> Result<u32, StoreError> {
    Ok(db.query_row("SELECT count(*) FROM code_replacement", [], |row| row.get(0))?)
}

/// In the place of the text that the code stood for.
pub fn put(db: &Connection, code: &str, text: &str) -> Result<(), StoreError> {
    db.prepare_cached("REPLACE INTO code_replacement (code, text) VALUES (?1, ?2)")?
        .execute((code, text))?;
    Ok(())
}

/// Nothing happens when there is no such code.
pub fn remove(db: &Connection, code: &str) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM code_replacement WHERE code = ?1")?.execute([code])?;
    Ok(())
}
