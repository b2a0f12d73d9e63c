//! The tables `site` and `site_story`: where the desk's site lies, and what it was made of last.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// Where the site lies and when it was made last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteRow {
    pub folder: String,
    pub made_at: String,
}

/// A story on the site, as it was laid down last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteStoryRow {
    pub story_id: String,
    /// Over everything that its page is made of.
    pub made_of: String,
    /// What the lists show of it, as JSON.
    pub listed: String,
    /// Its files with their hashes, as JSON.
    pub files: String,
}

/// A story that may stand on the site, with all that says whether its page would be another one now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: String,
    /// Of what went out last; of the draft where nothing did.
    pub document_hash: String,
    /// What went out last is not the draft.
    pub changed_since: bool,
    pub killed: bool,
    pub url_name: String,
    pub kind: String,
    pub desk: String,
    pub first_published_at: Option<String>,
    /// When that went out or was saved.
    pub stands_since: String,
    pub photos: u32,
    /// Its photos with the hash of each one's facts, in one line.
    pub facts: String,
    /// Something holds it back, or may: only the whole story can say.
    pub may_be_stopped: bool,
}

/// Every story in this state that is not spiked, and those that were withdrawn after they had gone out;
/// the newest first.
pub fn candidates(db: &Connection, state: &str) -> Result<Vec<Candidate>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT s.id, coalesce(l.exported_hash, s.document_hash), s.url_name, s.kind, s.desk,
             s.first_published_at, coalesce(l.exported_at, s.saved_at), s.photos,
             coalesce((SELECT group_concat(p.id || p.facts_hash || p.changed_at)
                 FROM story_photo sp JOIN photo p ON p.id = sp.photo_id
                 WHERE sp.story_id = s.id), ''),
             s.hold OR s.not_for_publication OR s.embargo_until IS NOT NULL
                 OR s.legal_state <> 'notNeeded',
             coalesce(l.exported_hash <> s.document_hash, 0), s.killed_at IS NOT NULL
         FROM story s LEFT JOIN listed l ON l.story_id = s.id
         WHERE s.spiked_at IS NULL AND (s.killed_at IS NULL AND s.state = ?1
             OR s.killed_at IS NOT NULL AND s.first_published_at IS NOT NULL)
         ORDER BY coalesce(s.first_published_at, s.saved_at) DESC, s.id",
    )?;
    let found = query.query_map([state], |row| {
        Ok(Candidate {
            id: row.get(0)?,
            document_hash: row.get(1)?,
            url_name: row.get(2)?,
            kind: row.get(3)?,
            desk: row.get(4)?,
            first_published_at: row.get(5)?,
            stands_since: row.get(6)?,
            photos: row.get(7)?,
            facts: row.get(8)?,
            may_be_stopped: row.get(9)?,
            changed_since: row.get(10)?,
            killed: row.get(11)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// `None` before the first site.
pub fn site(db: &Connection) -> Result<Option<SiteRow>, StoreError> {
    let mut query = db.prepare_cached("SELECT folder, made_at FROM site")?;
    let row = query.query_row([], |row| Ok(SiteRow { folder: row.get(0)?, made_at: row.get(1)? }));
    Ok(row.optional()?)
}

pub fn stories(db: &Connection) -> Result<Vec<SiteStoryRow>, StoreError> {
    let mut query = db.prepare_cached("SELECT story_id, made_of, listed, files FROM site_story")?;
    let rows = query.query_map([], |row| {
        Ok(SiteStoryRow {
            story_id: row.get(0)?,
            made_of: row.get(1)?,
            listed: row.get(2)?,
            files: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Remembers a site: the `changed` stories as they are now, and that others are `gone` from it.
pub fn put(
    db: &Connection,
    site: &SiteRow,
    changed: &[SiteStoryRow],
    gone: &[String],
) -> Result<(), StoreError> {
    db.execute(
        "REPLACE INTO site (id, folder, made_at) VALUES (1, ?1, ?2)",
        (&site.folder, &site.made_at),
    )?;
    let mut insert = db.prepare_cached(
        "REPLACE INTO site_story (story_id, made_of, listed, files) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for row in changed {
        insert.execute((&row.story_id, &row.made_of, &row.listed, &row.files))?;
    }
    let mut delete = db.prepare_cached("DELETE FROM site_story WHERE story_id = ?1")?;
    for id in gone {
        delete.execute([id])?;
    }
    Ok(())
}
