//! The last export of a story, as far as the next one depends on it.

use super::corrections::PrintedCorrection;
use super::printed::Printed;
use crate::desk::words::{read_list, read_time};
use crate::store::export::{self, ExportRow};
use crate::store::{Connection, StoreError, kept};
use chrono::{DateTime, Utc};

/// What went out last.
#[derive(Debug, Clone)]
pub struct WentOut {
    pub row: ExportRow,
    /// The corrections that stood in it.
    pub corrections: Vec<PrintedCorrection>,
    /// The hash of each photo's facts then, by the photo's id.
    pub photo_facts: Vec<(String, String)>,
}

/// What prints of an export.
#[derive(Debug, Clone)]
pub struct State {
    pub document: String,
    pub printed: Printed,
}

impl WentOut {
    /// `None` when the story never left.
    pub fn last(db: &Connection, story_id: &str) -> Result<Option<WentOut>, StoreError> {
        let Some(row) = export::last(db, story_id)? else { return Ok(None) };
        let corrections = read_list(&row.corrections);
        let photo_facts = export::photo_facts(db, &row.id)?;
        Ok(Some(WentOut { row, corrections, photo_facts }))
    }

    /// The time of the last printed change that its page says.
    pub fn modified_at(&self) -> Option<DateTime<Utc>> {
        self.row.modified_at.as_deref().map(read_time)
    }
}

/// `None` for an export from before they were remembered.
pub fn state(db: &Connection, row: &ExportRow) -> Result<Option<State>, StoreError> {
    let document = kept::text(db, &row.document_hash)?;
    let printed = match &row.printed_hash {
        Some(hash) => kept::bytes(db, hash)?,
        None => None,
    };
    let printed = printed.and_then(|json| serde_json::from_slice(&json).ok());
    Ok(document.zip(printed).map(|(document, printed)| State { document, printed }))
}
