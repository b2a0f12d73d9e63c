//! The table `story`: the draft as the editor wrote it, its record, and what the list shows of it.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// A story's record with its draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryRow {
    pub id: String,
    pub slug: String,
    pub url_name: String,
    pub state: String,
    pub draft: Draft,
    pub revision: u32,
    pub created_at: String,
    pub spiked: bool,
    pub first_published_at: Option<String>,
}

/// A document and what was read from it for the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub document: String,
    /// BLAKE3 over the document's bytes. Read back as it was stored, so that damage shows.
    pub hash: String,
    pub saved_at: String,
    pub summary: Summary,
}

/// What the list shows and searches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub headline: String,
    pub words: u32,
    pub photos_wanted: u32,
    pub lead_photo_id: Option<String>,
    /// As JSON; `None` when the lead is shown plain.
    pub lead_framing: Option<String>,
    pub byline: String,
    /// Headline and body without case and accents.
    pub folded_text: String,
}

/// The hash that belongs to `document`.
pub fn hash(document: &str) -> String {
    blake3::hash(document.as_bytes()).to_hex().to_string()
}

pub fn insert(db: &Connection, story: &StoryRow, folded_slug: &str) -> Result<(), StoreError> {
    let summary = &story.draft.summary;
    db.prepare_cached(
        "INSERT INTO story (id, slug, url_name, state, document, document_hash, revision, created_at,
             saved_at, changed_at, change_number, headline, words, photos_wanted, lead_photo_id,
             folded_slug, folded_text, lead_framing, byline)
         VALUES (:id, :slug, :url_name, :state, :document, :hash, :revision, :created_at,
             :saved_at, :saved_at, (SELECT coalesce(max(change_number), 0) + 1 FROM story),
             :headline, :words, :photos_wanted, :lead_photo_id, :folded_slug, :folded_text,
             :lead_framing, :byline)",
    )?
    .execute(named_params! {
        ":id": story.id,
        ":slug": story.slug,
        ":url_name": story.url_name,
        ":state": story.state,
        ":document": story.draft.document,
        ":hash": story.draft.hash,
        ":revision": story.revision,
        ":created_at": story.created_at,
        ":saved_at": story.draft.saved_at,
        ":headline": summary.headline,
        ":words": summary.words,
        ":photos_wanted": summary.photos_wanted,
        ":lead_photo_id": summary.lead_photo_id,
        ":folded_slug": folded_slug,
        ":folded_text": summary.folded_text,
        ":lead_framing": summary.lead_framing,
        ":byline": summary.byline,
    })?;
    Ok(())
}

/// `None` when there is no such story.
pub fn story(db: &Connection, id: &str) -> Result<Option<StoryRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, slug, url_name, state, document, document_hash, saved_at, headline, words,
             photos_wanted, lead_photo_id, folded_text, revision, created_at,
             spiked_at IS NOT NULL, first_published_at, lead_framing, byline
         FROM story WHERE id = ?1",
    )?;
    Ok(query.query_row([id], from_row).optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<StoryRow> {
    let summary = Summary {
        headline: row.get(7)?,
        words: row.get(8)?,
        photos_wanted: row.get(9)?,
        lead_photo_id: row.get(10)?,
        folded_text: row.get(11)?,
        lead_framing: row.get(16)?,
        byline: row.get(17)?,
    };
    let draft = Draft { document: row.get(4)?, hash: row.get(5)?, saved_at: row.get(6)?, summary };
    Ok(StoryRow {
        id: row.get(0)?,
        slug: row.get(1)?,
        url_name: row.get(2)?,
        state: row.get(3)?,
        draft,
        revision: row.get(12)?,
        created_at: row.get(13)?,
        spiked: row.get(14)?,
        first_published_at: row.get(15)?,
    })
}

/// How a save finds the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub slug: String,
    pub headline: String,
    pub revision: u32,
    pub hash: String,
    pub saved_at: String,
}

/// `None` when there is no such story.
pub fn standing(db: &Connection, id: &str) -> Result<Option<Standing>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT slug, revision, document_hash, saved_at, headline FROM story WHERE id = ?1",
    )?;
    let standing = query.query_row([id], |row| {
        Ok(Standing {
            slug: row.get(0)?,
            revision: row.get(1)?,
            hash: row.get(2)?,
            saved_at: row.get(3)?,
            headline: row.get(4)?,
        })
    });
    Ok(standing.optional()?)
}

/// Puts a new draft in the place of the old one, under the next revision.
pub fn save(db: &Connection, id: &str, revision: u32, draft: &Draft) -> Result<(), StoreError> {
    let summary = &draft.summary;
    db.prepare_cached(
        "UPDATE story SET document = :document, document_hash = :hash, revision = :revision,
             saved_at = :saved_at, headline = :headline, words = :words,
             photos_wanted = :photos_wanted, lead_photo_id = :lead_photo_id,
             folded_text = :folded_text, lead_framing = :lead_framing, byline = :byline
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": id,
        ":document": draft.document,
        ":hash": draft.hash,
        ":revision": revision,
        ":saved_at": draft.saved_at,
        ":headline": summary.headline,
        ":words": summary.words,
        ":photos_wanted": summary.photos_wanted,
        ":lead_photo_id": summary.lead_photo_id,
        ":folded_text": summary.folded_text,
        ":lead_framing": summary.lead_framing,
        ":byline": summary.byline,
    })?;
    touch(db, id, &draft.saved_at)
}

/// Moves the story to the top of the list.
pub fn touch(db: &Connection, id: &str, at: &str) -> Result<(), StoreError> {
    db.prepare_cached(
        "UPDATE story SET changed_at = ?2,
             change_number = (SELECT coalesce(max(change_number), 0) + 1 FROM story)
         WHERE id = ?1",
    )?
    .execute((id, at))?;
    Ok(())
}

pub fn set_slug(db: &Connection, id: &str, slug: &str, folded: &str) -> Result<(), StoreError> {
    db.execute("UPDATE story SET slug = ?2, folded_slug = ?3 WHERE id = ?1", (id, slug, folded))?;
    Ok(())
}

pub fn set_url_name(db: &Connection, id: &str, url_name: &str) -> Result<(), StoreError> {
    db.execute("UPDATE story SET url_name = ?2 WHERE id = ?1", (id, url_name))?;
    Ok(())
}

/// The story that has this URL name. `None` when it is free.
pub fn with_url_name(db: &Connection, url_name: &str) -> Result<Option<String>, StoreError> {
    let mut query = db.prepare_cached("SELECT id FROM story WHERE url_name = ?1")?;
    Ok(query.query_row([url_name], |row| row.get(0)).optional()?)
}

pub fn set_state(db: &Connection, id: &str, state: &str) -> Result<(), StoreError> {
    db.execute("UPDATE story SET state = ?2 WHERE id = ?1", (id, state))?;
    Ok(())
}

/// `None` brings the story back.
pub fn set_spiked_at(db: &Connection, id: &str, at: Option<&str>) -> Result<(), StoreError> {
    db.execute("UPDATE story SET spiked_at = ?2 WHERE id = ?1", (id, at))?;
    Ok(())
}

/// Fixes the time of the first export; a later one changes nothing.
pub fn set_first_published_at(db: &Connection, id: &str, at: &str) -> Result<(), StoreError> {
    db.execute(
        "UPDATE story SET first_published_at = coalesce(first_published_at, ?2) WHERE id = ?1",
        (id, at),
    )?;
    Ok(())
}

/// Which rows to list. Every word, already folded, must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    pub words: Vec<String>,
    pub state: Option<String>,
    pub spiked: bool,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub id: String,
    pub slug: String,
    pub url_name: String,
    pub headline: String,
    pub state: String,
    pub words: u32,
    pub photos_wanted: u32,
    pub lead_photo_id: Option<String>,
    pub lead_framing: Option<String>,
    pub changed_at: String,
    pub spiked: bool,
    /// Photos in it that print no credit.
    pub credits_missing: u32,
    pub exported_at: Option<String>,
    /// What the last export let through, as a JSON list.
    pub owed: Option<String>,
    /// The document or a photo's facts are not those that were exported last.
    pub changed_since: bool,
}

/// The stories, newest change first.
pub fn list(db: &Connection, wanted: &Wanted) -> Result<Vec<ListRow>, StoreError> {
    let words = serde_json::Value::from(wanted.words.clone()).to_string();
    let mut query = db.prepare_cached(
        "SELECT s.id, s.slug, s.headline, s.state, s.words, s.photos_wanted, s.lead_photo_id,
             s.changed_at, s.spiked_at IS NOT NULL,
             (SELECT count(*) FROM story_photo sp JOIN photo p ON p.id = sp.photo_id
              WHERE sp.story_id = s.id AND NOT p.credited),
             e.at, e.owed, s.url_name,
             e.id IS NOT NULL AND (e.document_hash <> s.document_hash OR EXISTS (
                 SELECT 1 FROM export_photo ep JOIN photo p ON p.id = ep.photo_id
                 WHERE ep.export_id = e.id AND ep.facts_hash <> p.facts_hash)),
             s.lead_framing
         FROM story s
         LEFT JOIN export e ON e.story_id = s.id
             AND e.number = (SELECT max(number) FROM export WHERE story_id = s.id)
         WHERE (s.spiked_at IS NOT NULL) = :spiked
             AND (:state IS NULL OR s.state = :state)
             AND NOT EXISTS (SELECT 1 FROM json_each(:words) word
                 WHERE instr(s.folded_slug, word.value) = 0
                     AND instr(s.folded_text, word.value) = 0)
         ORDER BY s.change_number DESC",
    )?;
    let parameters =
        named_params! { ":spiked": wanted.spiked, ":state": wanted.state, ":words": words };
    let rows = query.query_map(parameters, |row| {
        Ok(ListRow {
            id: row.get(0)?,
            slug: row.get(1)?,
            headline: row.get(2)?,
            state: row.get(3)?,
            words: row.get(4)?,
            photos_wanted: row.get(5)?,
            lead_photo_id: row.get(6)?,
            changed_at: row.get(7)?,
            spiked: row.get(8)?,
            credits_missing: row.get(9)?,
            exported_at: row.get(10)?,
            owed: row.get(11)?,
            url_name: row.get(12)?,
            changed_since: row.get(13)?,
            lead_framing: row.get(14)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every byline there is, the newest change first.
pub fn bylines(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT byline FROM story WHERE byline <> '' ORDER BY change_number DESC",
    )?;
    let bylines = query.query_map([], |row| row.get(0))?;
    Ok(bylines.collect::<Result<_, _>>()?)
}
