//! The table `listed`: what the story list shows of a story and would have to gather from other tables.
//! Whatever changes one of those counts the story again, here in the store, so that nobody forgets.

use super::StoreError;
use rusqlite::Connection;

/// Counts a story again.
pub(super) fn recount(db: &Connection, story_id: &str) -> Result<(), StoreError> {
    db.prepare_cached(
        "REPLACE INTO listed
         SELECT s.id,
             (SELECT count(*) FROM story_photo sp JOIN photo p ON p.id = sp.photo_id
              WHERE sp.story_id = s.id AND NOT p.credited),
             (SELECT count(*) FROM private_note WHERE story_id = s.id)
                 + (SELECT count(*) FROM passage_note WHERE story_id = s.id AND NOT resolved),
             e.at, e.document_hash, e.owed,
             EXISTS (SELECT 1 FROM export_photo ep JOIN photo p ON p.id = ep.photo_id
                 WHERE ep.export_id = e.id AND ep.facts_hash <> p.facts_hash)
         FROM story s LEFT JOIN export e ON e.story_id = s.id
             AND e.number = (SELECT max(number) FROM export WHERE story_id = s.id AND for_readers)
         WHERE s.id = ?1",
    )?
    .execute([story_id])?;
    Ok(())
}

/// Counts every story again that shows a photo, or went out with it.
pub(super) fn recount_with(db: &Connection, photo_id: &str) -> Result<(), StoreError> {
    let mut query = db.prepare_cached(
        "SELECT story_id FROM story_photo WHERE photo_id = ?1
         UNION SELECT e.story_id FROM export_photo ep JOIN export e ON e.id = ep.export_id
         WHERE ep.photo_id = ?1",
    )?;
    let stories: Vec<String> =
        query.query_map([photo_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    stories.iter().try_for_each(|story_id| recount(db, story_id))
}
