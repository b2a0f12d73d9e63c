//! The table `waiver`: findings that a person let pass, each with the reason.

use super::StoreError;
use rusqlite::Connection;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaiverRow {
    pub story_id: String,
    pub key: String,
    pub rule: String,
    pub reason: String,
    pub at: String,
}

/// The reasons by the finding's key.
pub fn reasons(db: &Connection, story_id: &str) -> Result<BTreeMap<String, String>, StoreError> {
    let mut query = db.prepare_cached("SELECT key, reason FROM waiver WHERE story_id = ?1")?;
    let reasons = query.query_map([story_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(reasons.collect::<Result<_, _>>()?)
}

pub fn put(db: &Connection, row: &WaiverRow) -> Result<(), StoreError> {
    db.execute(
        "REPLACE INTO waiver (story_id, key, rule, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (&row.story_id, &row.key, &row.rule, &row.reason, &row.at),
    )?;
    Ok(())
}

/// Answers whether there was one.
pub fn take_back(db: &Connection, story_id: &str, key: &str) -> Result<bool, StoreError> {
    let gone =
        db.execute("DELETE FROM waiver WHERE story_id = ?1 AND key = ?2", (story_id, key))?;
    Ok(gone > 0)
}
