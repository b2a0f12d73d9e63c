//! The story list, read from the index `story_list` and never from the documents.

use super::StoreError;
use super::clearance::CHANGED_SINCE;
use super::story::{PlanRow, StopsRow};
use rusqlite::{Connection, Row, Statement, ToSql};
use std::collections::BTreeMap;

/// Which rows to list, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Folded; every one must occur.
    pub words: Vec<String>,
    pub state: Option<String>,
    pub spiked: bool,
    pub flag: Option<Flag>,
    pub sort: Sort,
    /// Every state in the order of the work, to sort by.
    pub states: Vec<String>,
    /// The time now, and a day later.
    pub now: String,
    pub tomorrow: String,
    pub skip: u32,
    /// 0: all of them.
    pub most: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    Stopped,
    NoCredit,
    PhotoWanted,
    Owed,
    ChangedSince,
    Due,
    Killed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Changed,
    Due,
    Slug,
    State,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub id: String,
    pub slug: String,
    pub url_name: String,
    pub headline: String,
    pub state: String,
    pub plan: PlanRow,
    pub stops: StopsRow,
    /// A cleared story differs from what was cleared.
    pub changed_since_cleared: bool,
    pub words: u32,
    pub photos: u32,
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
    /// Slug and headline of the story that it follows up.
    pub follow_up_of: Option<(String, String)>,
    pub open_notes: u32,
    pub live_at: Option<String>,
    pub killed_at: Option<String>,
}

/// The last export is not what the story is now.
const CHANGED_SINCE_EXPORT: &str =
    "(l.exported_at IS NOT NULL AND (l.exported_hash <> s.document_hash OR l.photos_changed))";

/// Whether a story is no longer what it was at its last export. A story that never left has not changed.
pub fn changed_since(db: &Connection, story_id: &str) -> Result<bool, StoreError> {
    let mut query = db.prepare_cached(&format!(
        "SELECT {CHANGED_SINCE_EXPORT} FROM story s JOIN listed l ON l.story_id = s.id
         WHERE s.id = ?1"
    ))?;
    Ok(query.query_row([story_id], |row| row.get(0))?)
}

/// What the list reads of a story, all of it in the index `story_list`.
const COLUMNS: &str = "s.id, s.slug, s.url_name, s.headline, s.state, s.kind, s.desk, s.assignee,
     s.due_at, s.target_words, s.words, s.photos, s.photos_wanted, s.lead_photo_id, s.lead_framing,
     s.changed_at, s.change_number, s.spiked_at, s.hold, s.not_for_publication, s.embargo_until,
     s.embargo_zone, s.legal_state, s.legal_hash, s.document_hash, s.follow_up_of, s.live_at,
     s.killed_at";

/// The stories that fit. What is equal in the order comes newest change first.
pub fn list(db: &Connection, wanted: &Wanted) -> Result<Vec<ListRow>, StoreError> {
    let mut query = db.prepare_cached(&list_query(wanted))?;
    bind(&mut query, wanted)?;
    let mut rows = query.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

/// How many stories fit, by state. The state that is wanted counts for nothing here.
pub fn count(db: &Connection, wanted: &Wanted) -> Result<BTreeMap<String, u32>, StoreError> {
    let wanted = Wanted { state: None, ..wanted.clone() };
    let fits = fits(&wanted);
    let mut query =
        db.prepare_cached(&format!("{fits} SELECT state, count(*) FROM fits GROUP BY 1"))?;
    bind(&mut query, &wanted)?;
    let mut rows = query.raw_query();
    let mut counts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        counts.insert(row.get(0)?, row.get(1)?);
    }
    Ok(counts)
}

/// The rows are chosen first and completed then, so that what is not shown costs little.
fn list_query(wanted: &Wanted) -> String {
    let fits = fits(wanted);
    let order = order(wanted.sort);
    format!(
        "{fits}, chosen AS MATERIALIZED (SELECT * FROM fits s ORDER BY {order}
             LIMIT CASE :most WHEN 0 THEN -1 ELSE :most END OFFSET :skip)
         SELECT s.id, s.slug, s.url_name, s.headline, s.state, s.kind, s.desk, s.assignee, s.due_at,
             s.target_words, s.hold, s.not_for_publication, s.embargo_until, s.embargo_zone,
             s.legal_state, s.legal_state = 'cleared' AND {CHANGED_SINCE}, s.words, s.photos,
             s.photos_wanted, s.lead_photo_id, s.lead_framing, s.changed_at,
             s.spiked_at IS NOT NULL, l.credits_missing, l.exported_at, l.owed,
             {CHANGED_SINCE_EXPORT}, s.follow_up_of IS NOT NULL, first.slug, first.headline,
             l.open_notes, s.live_at, s.killed_at
         FROM chosen s JOIN listed l ON l.story_id = s.id
         LEFT JOIN story first ON first.id = s.follow_up_of
         ORDER BY {order}"
    )
}

/// The beginning of a query: `fits` has the rows that are wanted.
fn fits(wanted: &Wanted) -> String {
    let spiked = if wanted.spiked { "s.spiked_at IS NOT NULL" } else { "s.spiked_at IS NULL" };
    let state = wanted.state.as_ref().map(|_| "s.state = :state");
    let words = (!wanted.words.is_empty()).then_some(HAS_WORDS);
    let flag = wanted.flag.map(flagged);
    let conditions: Vec<String> =
        [Some(spiked), state, words].into_iter().flatten().map(str::to_owned).chain(flag).collect();
    let listed = wanted.flag.map(|_| "JOIN listed l ON l.story_id = s.id").unwrap_or_default();
    format!(
        "WITH in_photos AS MATERIALIZED (
             SELECT DISTINCT sp.story_id FROM photo_text pt
             JOIN story_photo sp ON sp.photo_id = pt.photo_id WHERE has_any(:words, pt.folded)),
         places AS MATERIALIZED (SELECT value AS state, key AS place FROM json_each(:states)),
         fits AS (SELECT {COLUMNS}, s.folded_slug FROM story s {listed} WHERE {})",
        conditions.join(" AND ")
    )
}

/// The words of its photos are only put together for a story whose photos have one of them, and they
/// come before the long text, so that what stands in them is not looked for in it.
const HAS_WORDS: &str = "CASE WHEN s.id IN (SELECT story_id FROM in_photos)
     THEN has_all(:words, s.folded_slug,
         (SELECT group_concat(pt.folded, char(10)) FROM story_photo sp
          JOIN photo_text pt ON pt.photo_id = sp.photo_id WHERE sp.story_id = s.id),
         (SELECT folded FROM story_text WHERE story_id = s.id))
     ELSE has_all(:words, s.folded_slug, (SELECT folded FROM story_text WHERE story_id = s.id))
     END";

fn flagged(flag: Flag) -> String {
    match flag {
        Flag::Stopped => format!(
            "(s.hold OR s.not_for_publication OR s.embargo_until > :now
             OR s.legal_state IN ('needed', 'withLawyer')
             OR s.legal_state = 'cleared' AND {CHANGED_SINCE})"
        ),
        Flag::NoCredit => "l.credits_missing > 0".into(),
        Flag::PhotoWanted => "s.photos_wanted > 0".into(),
        Flag::Owed => "l.owed <> '[]'".into(),
        Flag::ChangedSince => CHANGED_SINCE_EXPORT.into(),
        Flag::Killed => "s.killed_at IS NOT NULL".into(),
        Flag::Due => "s.due_at <= :tomorrow AND s.state <> 'published'".into(),
    }
}

/// A story without a slug, or a state that the desk no longer has, comes last.
fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Changed => "s.change_number DESC",
        Sort::Due => "s.due_at IS NULL, s.due_at, s.change_number DESC",
        Sort::Slug => "s.folded_slug = '', s.folded_slug, s.change_number DESC",
        Sort::State => {
            "coalesce((SELECT place FROM places WHERE places.state = s.state), 1000),
             s.change_number DESC"
        }
    }
}

/// Binds what the query names.
fn bind(query: &mut Statement<'_>, wanted: &Wanted) -> Result<(), StoreError> {
    let words = wanted.words.join("\n");
    let states = serde_json::Value::from(wanted.states.clone()).to_string();
    let values: [(&str, &dyn ToSql); 7] = [
        (":words", &words),
        (":state", &wanted.state),
        (":states", &states),
        (":now", &wanted.now),
        (":tomorrow", &wanted.tomorrow),
        (":skip", &wanted.skip),
        (":most", &wanted.most),
    ];
    for (name, value) in values {
        if let Some(index) = query.parameter_index(name)? {
            query.raw_bind_parameter(index, value)?;
        }
    }
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    let plan = PlanRow {
        kind: row.get(5)?,
        desk: row.get(6)?,
        assignee: row.get(7)?,
        due_at: row.get(8)?,
        target_words: row.get(9)?,
    };
    let stops = StopsRow {
        hold: row.get(10)?,
        not_for_publication: row.get(11)?,
        embargo_until: row.get(12)?,
        embargo_zone: row.get(13)?,
        legal_state: row.get(14)?,
        ..StopsRow::default()
    };
    let first: (Option<String>, Option<String>) = (row.get(28)?, row.get(29)?);
    let follows = row.get::<_, bool>(27)?;
    Ok(ListRow {
        id: row.get(0)?,
        slug: row.get(1)?,
        url_name: row.get(2)?,
        headline: row.get(3)?,
        state: row.get(4)?,
        plan,
        stops,
        changed_since_cleared: row.get(15)?,
        words: row.get(16)?,
        photos: row.get(17)?,
        photos_wanted: row.get(18)?,
        lead_photo_id: row.get(19)?,
        lead_framing: row.get(20)?,
        changed_at: row.get(21)?,
        spiked: row.get(22)?,
        credits_missing: row.get(23)?,
        exported_at: row.get(24)?,
        owed: row.get(25)?,
        changed_since: row.get(26)?,
        follow_up_of: follows.then(|| (first.0.unwrap_or_default(), first.1.unwrap_or_default())),
        open_notes: row.get(30)?,
        live_at: row.get(31)?,
        killed_at: row.get(32)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{open, search};
    use super::*;
    use rusqlite_migration::Migrations;

    /// How SQLite goes about the list, step by step.
    fn plan(wanted: &Wanted) -> Vec<String> {
        let mut db = Connection::open_in_memory().unwrap();
        search::add_to(&db).unwrap();
        Migrations::new(open::schema()).to_latest(&mut db).unwrap();
        let mut query = db.prepare(&format!("EXPLAIN QUERY PLAN {}", list_query(wanted))).unwrap();
        bind(&mut query, wanted).unwrap();
        let mut rows = query.raw_query();
        let mut steps = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            steps.push(row.get(3).unwrap());
        }
        steps
    }

    #[test]
    fn the_list_is_read_from_its_index_and_never_from_the_documents() {
        for sort in [Sort::Changed, Sort::Due, Sort::Slug, Sort::State] {
            for flag in [None, Some(Flag::Stopped), Some(Flag::ChangedSince)] {
                let words = vec!["tram".to_owned()];
                let steps = plan(&Wanted { words, sort, flag, ..Wanted::default() });
                let index = "SEARCH s USING COVERING INDEX story_list (spiked_at=?)";
                assert!(steps.iter().any(|step| step == index), "{steps:#?}");
            }
        }
    }

    #[test]
    fn the_newest_changes_come_without_sorting_all() {
        let steps = plan(&Wanted::default());
        let chosen: Vec<&String> =
            steps.iter().take_while(|step| !step.contains("SCAN s")).collect();
        assert!(!chosen.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:#?}");
    }
}
