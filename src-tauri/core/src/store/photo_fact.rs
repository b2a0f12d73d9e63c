//! The table `photo_fact`: every reading of every field, so that what a person types never replaces
//! what the file says.

use super::StoreError;
use rusqlite::Connection;

/// One reading. Position 0 is typed, 1 stands of the file, the rest is what else it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    pub field: String,
    pub position: u32,
    pub carrier: String,
    pub value: String,
}

const TYPED: u32 = 0;

/// The readings of a photo by field, each field's in order.
pub fn facts(db: &Connection, photo_id: &str) -> Result<Vec<FactRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT field, position, carrier, value FROM photo_fact WHERE photo_id = ?1
         ORDER BY field, position",
    )?;
    let facts = query.query_map([photo_id], |row| {
        Ok(FactRow {
            field: row.get(0)?,
            position: row.get(1)?,
            carrier: row.get(2)?,
            value: row.get(3)?,
        })
    })?;
    Ok(facts.collect::<Result<_, _>>()?)
}

pub fn insert(db: &Connection, photo_id: &str, fact: &FactRow) -> Result<(), StoreError> {
    db.prepare_cached(
        "REPLACE INTO photo_fact (photo_id, field, position, carrier, value)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((photo_id, &fact.field, fact.position, &fact.carrier, &fact.value))?;
    Ok(())
}

/// Types a value over the file's.
pub fn type_over(
    db: &Connection,
    photo_id: &str,
    field: &str,
    carrier: &str,
    value: &str,
) -> Result<(), StoreError> {
    let fact = FactRow {
        field: field.to_owned(),
        position: TYPED,
        carrier: carrier.to_owned(),
        value: value.to_owned(),
    };
    insert(db, photo_id, &fact)
}

/// Goes back to what the file says.
pub fn take_back(db: &Connection, photo_id: &str, field: &str) -> Result<(), StoreError> {
    db.prepare_cached(
        "DELETE FROM photo_fact WHERE photo_id = ?1 AND field = ?2 AND position = ?3",
    )?
    .execute((photo_id, field, TYPED))?;
    Ok(())
}
