//! The table `story_photo`: which photos a saved document names.

use super::StoreError;
use rusqlite::Connection;

/// Replaces what the story names; a photo may be named several times.
pub fn put(db: &Connection, story_id: &str, photo_ids: &[String]) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM story_photo WHERE story_id = ?1")?.execute([story_id])?;
    let mut insert = db
        .prepare_cached("INSERT OR IGNORE INTO story_photo (story_id, photo_id) VALUES (?1, ?2)")?;
    for photo_id in photo_ids {
        insert.execute((story_id, photo_id))?;
    }
    Ok(())
}

/// The stories that name a photo.
pub fn stories(db: &Connection, photo_id: &str) -> Result<Vec<String>, StoreError> {
    let mut query = db
        .prepare_cached("SELECT story_id FROM story_photo WHERE photo_id = ?1 ORDER BY story_id")?;
    let stories = query.query_map([photo_id], |row| row.get(0))?;
    Ok(stories.collect::<Result<_, _>>()?)
}
