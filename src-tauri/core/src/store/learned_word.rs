//! The table `learned_word`: the desk's own dictionary.

use super::StoreError;
use rusqlite::Connection;

/// Every word, in the order of the letters.
pub fn all(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = db.prepare_cached("SELECT word FROM learned_word ORDER BY word")?;
    let words = query.query_map([], |row| row.get(0))?;
    Ok(words.collect::<Result<_, _>>()?)
}

pub fn count(db: &Connection) -> Result<u32, StoreError> {
    Ok(db.query_row("SELECT count(*) FROM learned_word", [], |row| row.get(0))?)
}

/// Answers whether it was new.
pub fn put(db: &Connection, word: &str) -> Result<bool, StoreError> {
    Ok(db.execute("INSERT OR IGNORE INTO learned_word (word) VALUES (?1)", [word])? > 0)
}

/// Answers whether there was one.
pub fn remove(db: &Connection, word: &str) -> Result<bool, StoreError> {
    Ok(db.execute("DELETE FROM learned_word WHERE word = ?1", [word])? > 0)
}
