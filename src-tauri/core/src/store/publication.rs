//! The table `publication`: one row, absent until something is changed.

use super::StoreError;
use rusqlite::{Connection, OptionalExtension, Row};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationRow {
    pub name: String,
    pub site_address: Option<String>,
    pub language: String,
    pub time_zone: String,
    pub credit_template: String,
    pub headline_limit: u32,
    pub strict: bool,
    pub webp: bool,
    pub avif: bool,
}

/// `None` while the desk still has the defaults.
pub fn publication(db: &Connection) -> Result<Option<PublicationRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT name, site_address, language, time_zone, credit_template, headline_limit, strict,
             webp, avif
         FROM publication",
    )?;
    Ok(query.query_row([], from_row).optional()?)
}

pub fn put(db: &Connection, row: &PublicationRow) -> Result<(), StoreError> {
    db.prepare_cached(
        "REPLACE INTO publication (one, name, site_address, language, time_zone, credit_template,
             headline_limit, strict, webp, avif)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        &row.name,
        &row.site_address,
        &row.language,
        &row.time_zone,
        &row.credit_template,
        row.headline_limit,
        row.strict,
        row.webp,
        row.avif,
    ))?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<PublicationRow> {
    Ok(PublicationRow {
        name: row.get(0)?,
        site_address: row.get(1)?,
        language: row.get(2)?,
        time_zone: row.get(3)?,
        credit_template: row.get(4)?,
        headline_limit: row.get(5)?,
        strict: row.get(6)?,
        webp: row.get(7)?,
        avif: row.get(8)?,
    })
}
