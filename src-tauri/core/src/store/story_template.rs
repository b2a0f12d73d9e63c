//! The table `story_template`: skeletons for stories.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension, Row};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRow {
    pub name: String,
    pub document: String,
    pub headline: String,
    pub words: u32,
    /// As JSON.
    pub plan: String,
}

/// Every template, in the order of the names. Their documents stay where they are.
pub fn all(db: &Connection) -> Result<Vec<TemplateRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT name, '', headline, words, plan FROM story_template ORDER BY name",
    )?;
    let templates = query.query_map([], from_row)?;
    Ok(templates.collect::<Result<_, _>>()?)
}

/// `None` when there is no such template.
pub fn template(db: &Connection, name: &str) -> Result<Option<TemplateRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT name, document, headline, words, plan FROM story_template WHERE name = ?1",
    )?;
    Ok(query.query_row([name], from_row).optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<TemplateRow> {
    Ok(TemplateRow {
        name: row.get(0)?,
        document: row.get(1)?,
        headline: row.get(2)?,
        words: row.get(3)?,
        plan: row.get(4)?,
    })
}

/// In the place of the template of that name.
pub fn put(db: &Connection, row: &TemplateRow) -> Result<(), StoreError> {
    db.execute(
        "REPLACE INTO story_template (name, document, headline, words, plan)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        (&row.name, &row.document, &row.headline, row.words, &row.plan),
    )?;
    Ok(())
}

/// Answers whether there was one.
pub fn remove(db: &Connection, name: &str) -> Result<bool, StoreError> {
    Ok(db.execute("DELETE FROM story_template WHERE name = ?1", [name])? > 0)
}
