//! Looking for words, as functions of SQL: `has_all(words, text, …)`, `has_any(words, text)`. The words
//! are folded and stand on a line each. SQLite's own `instr` is slower by a multiple on long texts.

use memchr::memmem::Finder;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Error, Result};
use std::sync::Arc;

type Words = Vec<Finder<'static>>;

/// Gives `connection` the functions.
pub fn add_to(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("has_all", -1, flags, |context| {
        let words = words(context)?;
        let texts = texts(context)?;
        Ok(words.iter().all(|word| texts.iter().any(|text| word.find(text).is_some())))
    })?;
    connection.create_scalar_function("has_any", -1, flags, |context| {
        let words = words(context)?;
        let texts = texts(context)?;
        Ok(words.iter().any(|word| texts.iter().any(|text| word.find(text).is_some())))
    })
}

/// The words to look for, made ready once for a statement.
fn words(context: &Context<'_>) -> Result<Arc<Words>> {
    context.get_or_create_aux(0, |value| -> Result<Words, Error> {
        let text = value.as_str()?;
        Ok(text.lines().map(|word| Finder::new(word).into_owned()).collect())
    })
}

/// What to look in; nothing stands in a NULL.
fn texts<'a>(context: &'a Context<'_>) -> Result<Vec<&'a [u8]>> {
    let text = |index| Ok(context.get_raw(index).as_bytes_or_null()?.unwrap_or_default());
    (1..context.len()).map(text).collect()
}
