//! How a story differs from what went out.

use super::corrections::{compared, printed};
use super::live::is_live;
use super::printed::Printed;
use super::went_out::{State, WentOut, state};
use crate::desk::Desk;
use crate::desk::contract::{Changes, ChangesSinceExport};
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::words::read_list;
use crate::store::Connection;
use crate::store::export::{self, ExportRow};
use crate::story::difference::{PartChange, Side, difference};
use crate::story::read;

impl Desk {
    /// Compares the story, or one of its exports, with an earlier export of it. Fails when there is no
    /// such export.
    pub fn changes_since_export(&self, request: ChangesSinceExport) -> Result<Changes, Failure> {
        let now = self.glance();
        self.read(|db| {
            let ChangesSinceExport { story_id, number, to, document } = &request;
            let edition = Edition::read(db, now, story_id, document.as_deref())?;
            let before = export_row(db, &edition, *number)?;
            match (to, document) {
                (Some(to), None) => between(db, &before, &export_row(db, &edition, Some(*to))?),
                _ => until_now(db, before, &edition),
            }
        })
    }
}

/// The export of that number, else the last one.
pub fn export_row(
    db: &Connection,
    edition: &Edition,
    number: Option<u32>,
) -> Result<ExportRow, Failure> {
    let Some(number) = number else {
        let last = edition.went_out.as_ref().map(|last| last.row.clone());
        return Ok(last.ok_or_else(|| DeskError::NeverWentOut(edition.name()))?);
    };
    let row = export::numbered(db, &edition.row.id, number)?;
    Ok(row.ok_or_else(|| DeskError::NoExport { slug: edition.name(), number })?)
}

fn until_now(db: &Connection, before: ExportRow, edition: &Edition) -> Result<Changes, Failure> {
    let state = state(db, &before)?;
    let parts = state.as_ref().map(|state| since(state, edition));
    let now = printed(&edition.document);
    let earlier = read_list(&before.corrections);
    let said = compared(&earlier, &now).1.last().map(|correction| correction.kind);
    let changed = match &parts {
        Some(parts) => !parts.is_empty(),
        None => !edition.is_as_it_went_out(),
    };
    Ok(Changes {
        must_say: changed && is_live(&edition.row) && said.is_none(),
        said,
        changed,
        ..compared_with(before, parts)
    })
}

fn between(db: &Connection, before: &ExportRow, after: &ExportRow) -> Result<Changes, Failure> {
    let parts = match (state(db, before)?, state(db, after)?) {
        (Some(before), Some(after)) => {
            Some(differs(&before, &read(&after.document), &after.printed))
        }
        _ => None,
    };
    Ok(compared_with(before.clone(), parts))
}

fn compared_with(before: ExportRow, parts: Option<Vec<PartChange>>) -> Changes {
    let forgotten = parts.is_none();
    let parts = parts.unwrap_or_default();
    Changes {
        number: before.number,
        at: before.at,
        changed: !parts.is_empty(),
        parts,
        forgotten,
        must_say: false,
        said: None,
    }
}

/// What prints otherwise now than it did then.
pub fn since(before: &State, edition: &Edition) -> Vec<PartChange> {
    differs(before, &edition.document, &Printed::of(edition))
}

fn differs(
    before: &State,
    document: &crate::story::Document,
    printed: &Printed,
) -> Vec<PartChange> {
    let earlier = read(&before.document);
    difference(
        Side { document: &earlier, photos: &before.printed.photos },
        Side { document, photos: &printed.photos },
    )
}

impl Edition {
    /// Whether the document and the facts of its photos are those of the last export. Also so when
    /// something differs that does not print: nothing is compared word by word.
    pub fn is_as_it_went_out(&self) -> bool {
        let Some(WentOut { row, photo_facts, .. }) = &self.went_out else { return false };
        let same = |id: &str, hash: &str| photo_facts.iter().any(|(i, h)| i == id && h == hash);
        let mut photos = self.photos.iter();
        row.document_hash == self.document_hash
            && photos.all(|(id, record)| same(id, &record.row.judgement.facts_hash))
    }
}
