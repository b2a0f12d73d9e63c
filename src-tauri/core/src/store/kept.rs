//! The table `kept`: texts that went out and what they were made of, each once, by its BLAKE3 hash.

use super::StoreError;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use rusqlite::{Connection, OptionalExtension};

/// A longer text is not kept; then it cannot be had back.
pub const LIMIT_BYTES: usize = 16_000_000;

/// Half the size of a page at a tenth of the time that the last hundredth costs.
const LEVEL: u8 = 6;

/// Keeps `bytes` under their hash, which it answers. Whether they were kept: not when they are longer
/// than [`LIMIT_BYTES`].
pub fn put(db: &Connection, bytes: &[u8]) -> Result<(String, bool), StoreError> {
    let hash = blake3::hash(bytes).to_hex().to_string();
    if bytes.len() > LIMIT_BYTES {
        return Ok((hash, false));
    }
    let known: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM kept WHERE hash = ?1)")?
        .query_row([&hash], |row| row.get(0))?;
    if !known {
        db.prepare_cached("INSERT INTO kept (hash, bytes) VALUES (?1, ?2)")?
            .execute((&hash, compress_to_vec_zlib(bytes, LEVEL)))?;
    }
    Ok((hash, true))
}

/// What was kept. `None` when it is not there, or when the disk has changed it.
pub fn bytes(db: &Connection, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let mut query = db.prepare_cached("SELECT bytes FROM kept WHERE hash = ?1")?;
    let deflated: Option<Vec<u8>> = query.query_row([hash], |row| row.get(0)).optional()?;
    let inflated = deflated
        .and_then(|deflated| decompress_to_vec_zlib_with_limit(&deflated, LIMIT_BYTES).ok());
    Ok(inflated.filter(|bytes| blake3::hash(bytes).to_hex().as_str() == hash))
}

/// The same as text.
pub fn text(db: &Connection, hash: &str) -> Result<Option<String>, StoreError> {
    Ok(bytes(db, hash)?.and_then(|bytes| String::from_utf8(bytes).ok()))
}
