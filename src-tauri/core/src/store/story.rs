//! The table `story`: the draft as the editor wrote it, its record, and what the list shows of it.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeMap;

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
    pub plan: PlanRow,
    pub stops: StopsRow,
    /// The id of the story that this one follows up.
    pub follow_up_of: Option<String>,
    /// Since when readers have it.
    pub live_at: Option<String>,
    /// Since when it is withdrawn.
    pub killed_at: Option<String>,
}

/// What a desk plans for a story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanRow {
    pub kind: String,
    pub desk: String,
    pub assignee: String,
    pub due_at: Option<String>,
    pub target_words: Option<u32>,
}

/// What holds a story back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StopsRow {
    pub hold: bool,
    pub not_for_publication: bool,
    pub embargo_until: Option<String>,
    pub embargo_zone: Option<String>,
    pub legal_state: String,
    pub cleared_by: Option<String>,
    pub cleared_at: Option<String>,
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
    /// Distinct ones.
    pub photos: u32,
    pub photos_wanted: u32,
    pub lead_photo_id: Option<String>,
    /// As JSON; `None` when the lead is shown plain.
    pub lead_framing: Option<String>,
    pub byline: String,
    /// Over what a lawyer reads.
    pub legal_hash: String,
    /// All words, without case and accents. Empty in a row that was read.
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
             saved_at, changed_at, change_number, headline, words, photos, photos_wanted,
             lead_photo_id, folded_slug, lead_framing, byline, legal_hash, kind, desk, assignee,
             due_at, target_words, follow_up_of)
         VALUES (:id, :slug, :url_name, :state, :document, :hash, :revision, :created_at,
             :saved_at, :saved_at, (SELECT coalesce(max(change_number), 0) + 1 FROM story),
             :headline, :words, :photos, :photos_wanted, :lead_photo_id, :folded_slug,
             :lead_framing, :byline, :legal_hash, :kind, :desk, :assignee, :due_at, :target_words,
             :follow_up_of)",
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
        ":photos": summary.photos,
        ":photos_wanted": summary.photos_wanted,
        ":lead_photo_id": summary.lead_photo_id,
        ":folded_slug": folded_slug,
        ":lead_framing": summary.lead_framing,
        ":byline": summary.byline,
        ":legal_hash": summary.legal_hash,
        ":kind": story.plan.kind,
        ":desk": story.plan.desk,
        ":assignee": story.plan.assignee,
        ":due_at": story.plan.due_at,
        ":target_words": story.plan.target_words,
        ":follow_up_of": story.follow_up_of,
    })?;
    put_text(db, &story.id, &summary.folded_text)
}

fn put_text(db: &Connection, id: &str, folded: &str) -> Result<(), StoreError> {
    db.prepare_cached("REPLACE INTO story_text (story_id, folded) VALUES (?1, ?2)")?
        .execute((id, folded))?;
    Ok(())
}

/// `None` when there is no such story.
pub fn story(db: &Connection, id: &str) -> Result<Option<StoryRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, slug, url_name, state, document, document_hash, saved_at, headline, words,
             photos_wanted, lead_photo_id, photos, revision, created_at, spiked_at IS NOT NULL,
             first_published_at, lead_framing, byline, legal_hash, kind, desk, assignee, due_at,
             target_words, hold, not_for_publication, embargo_until, embargo_zone, legal_state,
             legal_cleared_by, legal_cleared_at, follow_up_of, live_at, killed_at
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
        photos: row.get(11)?,
        folded_text: String::new(),
        lead_framing: row.get(16)?,
        byline: row.get(17)?,
        legal_hash: row.get(18)?,
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
        plan: PlanRow {
            kind: row.get(19)?,
            desk: row.get(20)?,
            assignee: row.get(21)?,
            due_at: row.get(22)?,
            target_words: row.get(23)?,
        },
        stops: StopsRow {
            hold: row.get(24)?,
            not_for_publication: row.get(25)?,
            embargo_until: row.get(26)?,
            embargo_zone: row.get(27)?,
            legal_state: row.get(28)?,
            cleared_by: row.get(29)?,
            cleared_at: row.get(30)?,
        },
        follow_up_of: row.get(31)?,
        live_at: row.get(32)?,
        killed_at: row.get(33)?,
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
             saved_at = :saved_at, headline = :headline, words = :words, photos = :photos,
             photos_wanted = :photos_wanted, lead_photo_id = :lead_photo_id,
             lead_framing = :lead_framing, byline = :byline, legal_hash = :legal_hash
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
        ":photos": summary.photos,
        ":photos_wanted": summary.photos_wanted,
        ":lead_photo_id": summary.lead_photo_id,
        ":lead_framing": summary.lead_framing,
        ":byline": summary.byline,
        ":legal_hash": summary.legal_hash,
    })?;
    put_text(db, id, &summary.folded_text)?;
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

pub fn set_plan(db: &Connection, id: &str, plan: &PlanRow) -> Result<(), StoreError> {
    db.prepare_cached(
        "UPDATE story SET kind = ?2, desk = ?3, assignee = ?4, due_at = ?5, target_words = ?6
         WHERE id = ?1",
    )?
    .execute((id, &plan.kind, &plan.desk, &plan.assignee, &plan.due_at, plan.target_words))?;
    Ok(())
}

pub fn set_stops(db: &Connection, id: &str, stops: &StopsRow) -> Result<(), StoreError> {
    db.execute(
        "UPDATE story SET hold = ?2, not_for_publication = ?3, embargo_until = ?4,
             embargo_zone = ?5, legal_state = ?6, legal_cleared_by = ?7, legal_cleared_at = ?8
         WHERE id = ?1",
        (
            id,
            stops.hold,
            stops.not_for_publication,
            &stops.embargo_until,
            &stops.embargo_zone,
            &stops.legal_state,
            &stops.cleared_by,
            &stops.cleared_at,
        ),
    )?;
    Ok(())
}

/// `None` brings the story back.
pub fn set_spiked_at(db: &Connection, id: &str, at: Option<&str>) -> Result<(), StoreError> {
    db.execute("UPDATE story SET spiked_at = ?2 WHERE id = ?1", (id, at))?;
    Ok(())
}

/// Says since when readers have the story; `None`: they do not.
pub fn set_live_at(db: &Connection, id: &str, at: Option<&str>) -> Result<(), StoreError> {
    db.execute("UPDATE story SET live_at = ?2 WHERE id = ?1", (id, at))?;
    Ok(())
}

/// Says since when the story is withdrawn; `None` lifts that.
pub fn set_killed_at(db: &Connection, id: &str, at: Option<&str>) -> Result<(), StoreError> {
    db.execute("UPDATE story SET killed_at = ?2 WHERE id = ?1", (id, at))?;
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

/// How many stories are in each state, spiked ones too.
pub fn in_states(db: &Connection) -> Result<BTreeMap<String, u32>, StoreError> {
    let mut query = db.prepare_cached("SELECT state, count(*) FROM story GROUP BY state")?;
    let counts = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.collect::<Result<_, _>>()?)
}

/// Id, slug and headline of the stories that follow up story `id`, oldest first.
pub fn followed_by(db: &Connection, id: &str) -> Result<Vec<(String, String, String)>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, slug, headline FROM story WHERE follow_up_of = ?1 ORDER BY created_at, id",
    )?;
    let stories = query.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(stories.collect::<Result<_, _>>()?)
}

/// Every byline there is, the newest change first.
pub fn bylines(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT byline FROM story WHERE byline <> '' ORDER BY change_number DESC",
    )?;
    let bylines = query.query_map([], |row| row.get(0))?;
    Ok(bylines.collect::<Result<_, _>>()?)
}

/// When the next embargo after `after` ends, and which stories' embargoes ended after `after` and not
/// after `now`. Times as they are stored.
pub fn embargoes(
    db: &Connection,
    after: &str,
    now: &str,
) -> Result<(Option<String>, Vec<String>), StoreError> {
    let mut next =
        db.prepare_cached("SELECT min(embargo_until) FROM story WHERE embargo_until > ?1")?;
    let next = next.query_row([now], |row| row.get(0))?;
    let mut ended = db.prepare_cached(
        "SELECT id FROM story WHERE embargo_until > ?1 AND embargo_until <= ?2 ORDER BY id",
    )?;
    let ended = ended.query_map([after, now], |row| row.get(0))?;
    Ok((next, ended.collect::<Result<_, _>>()?))
}
