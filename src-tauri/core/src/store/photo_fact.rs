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

/// Hands out the value of `field` that stands for each photo (what a person typed, else what stands
/// of the file), the oldest photo first.
pub fn standing(
    db: &Connection,
    field: &str,
    mut each: impl FnMut(&str),
) -> Result<(), StoreError> {
    let mut query = db.prepare_cached(
        "SELECT photo_id, value FROM photo_fact
         WHERE field = ?1 AND position <= 1 ORDER BY photo_id, position",
    )?;
    let mut rows = query.query([field])?;
    let mut last = String::new();
    while let Some(row) = rows.next()? {
        let photo_id = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        // The file's word comes after the person's, and is not what stands.
        if photo_id != last {
            photo_id.clone_into(&mut last);
            each(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        }
    }
    Ok(())
}
