//! The table `photo`: one record for each time a picture was taken in. Records of the same bytes
//! share one original.

use super::{StoreError, listed};
use rusqlite::{Connection, OptionalExtension, named_params};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoRow {
    pub id: String,
    /// The name of the file in `photos/`.
    pub original: String,
    /// BLAKE3 over its bytes.
    pub original_hash: String,
    pub width_px: u32,
    pub height_px: u32,
    pub file_name: String,
    pub removed_on_export: String,
    /// "jpeg", "heic"
    pub format: String,
    pub original_kept: bool,
    /// A JSON list of sentences.
    pub remarks: String,
    /// What the file calls the picture it is made from, as a JSON list. `None`: nobody has looked.
    pub identities: Option<String>,
    pub added_at: String,
    pub changed_at: String,
    pub judgement: Judgement,
}

/// What people decided about a photo, and what follows from it and from its facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgement {
    pub declared: Option<String>,
    pub declared_name: Option<String>,
    pub kind_chosen: Option<String>,
    pub rights_category: Option<String>,
    pub expires_on: Option<String>,
    pub killed: Option<bool>,
    pub only_story_id: Option<String>,
    pub credited: bool,
    pub facts_hash: String,
}

pub fn insert(db: &Connection, photo: &PhotoRow) -> Result<(), StoreError> {
    let judgement = &photo.judgement;
    db.prepare_cached(
        "INSERT INTO photo (id, original, original_hash, width_px, height_px, file_name, declared,
             declared_name, kind_chosen, removed_on_export, credited, facts_hash, added_at,
             changed_at, format, original_kept, remarks, identities)
         VALUES (:id, :original, :hash, :width_px, :height_px, :file_name, :declared,
             :declared_name, :kind_chosen, :removed, :credited, :facts_hash, :added_at,
             :changed_at, :format, :original_kept, :remarks, :identities)",
    )?
    .execute(named_params! {
        ":id": photo.id,
        ":original": photo.original,
        ":hash": photo.original_hash,
        ":width_px": photo.width_px,
        ":height_px": photo.height_px,
        ":file_name": photo.file_name,
        ":declared": judgement.declared,
        ":declared_name": judgement.declared_name,
        ":kind_chosen": judgement.kind_chosen,
        ":removed": photo.removed_on_export,
        ":credited": judgement.credited,
        ":facts_hash": judgement.facts_hash,
        ":added_at": photo.added_at,
        ":changed_at": photo.changed_at,
        ":format": photo.format,
        ":original_kept": photo.original_kept,
        ":remarks": photo.remarks,
        ":identities": photo.identities,
    })?;
    // A draft may name a photo that is only now arriving.
    listed::recount_with(db, &photo.id)
}

/// `None` when there is no such photo.
pub fn photo(db: &Connection, id: &str) -> Result<Option<PhotoRow>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, original, original_hash, width_px, height_px, file_name, removed_on_export,
             added_at, changed_at, declared, declared_name, kind_chosen, credited, facts_hash,
             format, original_kept, remarks, rights_category, expires_on, killed, only_story_id,
             identities
         FROM photo WHERE id = ?1",
    )?;
    let photo = query.query_row([id], |row| {
        let judgement = Judgement {
            declared: row.get(9)?,
            declared_name: row.get(10)?,
            kind_chosen: row.get(11)?,
            credited: row.get(12)?,
            facts_hash: row.get(13)?,
            rights_category: row.get(17)?,
            expires_on: row.get(18)?,
            killed: row.get(19)?,
            only_story_id: row.get(20)?,
        };
        Ok(PhotoRow {
            id: row.get(0)?,
            original: row.get(1)?,
            original_hash: row.get(2)?,
            width_px: row.get(3)?,
            height_px: row.get(4)?,
            file_name: row.get(5)?,
            removed_on_export: row.get(6)?,
            added_at: row.get(7)?,
            changed_at: row.get(8)?,
            format: row.get(14)?,
            original_kept: row.get(15)?,
            remarks: row.get(16)?,
            identities: row.get(21)?,
            judgement,
        })
    });
    Ok(photo.optional()?)
}

/// Every photo's id, oldest first.
pub fn ids(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = db.prepare_cached("SELECT id FROM photo ORDER BY added_at, id")?;
    let ids = query.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// What was seen of an original when it was taken in before: width, height and remarks.
pub fn seen(db: &Connection, hash: &str) -> Result<Option<(u32, u32, String)>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT width_px, height_px, remarks FROM photo WHERE original_hash = ?1 LIMIT 1",
    )?;
    let seen = query.query_row([hash], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    Ok(seen.optional()?)
}

/// The other records of the bytes of photo `id`, oldest first.
pub fn same_bytes(db: &Connection, id: &str) -> Result<Vec<Duplicate>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT p.id, p.file_name, p.added_at FROM photo p
         JOIN photo it ON it.id = ?1 AND p.original_hash = it.original_hash
         WHERE p.id <> ?1 ORDER BY p.added_at, p.id",
    )?;
    let others = query.query_map([id], |row| {
        Ok(Duplicate { id: row.get(0)?, file_name: row.get(1)?, added_at: row.get(2)? })
    })?;
    Ok(others.collect::<Result<_, _>>()?)
}

/// Another record of the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    pub id: String,
    pub file_name: String,
    pub added_at: String,
}

/// Keeps what the file calls its picture.
pub fn set_identities(db: &Connection, id: &str, identities: &str) -> Result<(), StoreError> {
    db.prepare_cached("UPDATE photo SET identities = ?2 WHERE id = ?1")?
        .execute((id, identities))?;
    Ok(())
}

pub fn judge(
    db: &Connection,
    id: &str,
    judgement: &Judgement,
    changed_at: &str,
) -> Result<(), StoreError> {
    db.prepare_cached(
        "UPDATE photo SET declared = ?2, declared_name = ?3, kind_chosen = ?4, credited = ?5,
             facts_hash = ?6, changed_at = ?7, rights_category = ?8, expires_on = ?9, killed = ?10,
             only_story_id = ?11
         WHERE id = ?1",
    )?
    .execute((
        id,
        &judgement.declared,
        &judgement.declared_name,
        &judgement.kind_chosen,
        judgement.credited,
        &judgement.facts_hash,
        changed_at,
        &judgement.rights_category,
        &judgement.expires_on,
        judgement.killed,
        &judgement.only_story_id,
    ))?;
    listed::recount_with(db, id)
}

/// After a change of the credit's template, which is not a change of the photo.
pub fn set_credited(db: &Connection, id: &str, credited: bool) -> Result<(), StoreError> {
    db.prepare_cached("UPDATE photo SET credited = ?2 WHERE id = ?1")?.execute((id, credited))?;
    listed::recount_with(db, id)
}
