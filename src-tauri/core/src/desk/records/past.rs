//! The exports of a story, and a printed correction put back.

use super::corrections;
use crate::desk::Desk;
use crate::desk::contract::{Done, PastExport, PutBackCorrection, SavedDraft, StoryId};
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::save_draft::put_draft;
use crate::desk::story::row;
use crate::desk::summary::draft;
use crate::desk::words::variant;
use crate::store::export::{self, ExportRow};
use crate::store::{Connection, StoreError, export_file};
use crate::story::{read, write};

impl Desk {
    /// Every export of a story, the newest first.
    pub fn exports(&self, request: StoryId) -> Result<Vec<PastExport>, Failure> {
        self.read(|db| {
            let story = row(db, &request.story_id)?;
            let rows = export::of_story(db, &story.id)?.into_iter();
            Ok(rows.map(|row| shown(db, row)).collect::<Result<_, StoreError>>()?)
        })
    }

    /// Puts back a printed correction that is no longer in the story, at the foot of its body.
    pub fn put_back_correction(
        &self,
        request: PutBackCorrection,
    ) -> Result<Done<SavedDraft>, Failure> {
        let now = self.glance();
        let edition = self.read(|db| Edition::read(db, now, &request.story_id, None))?;
        let before = edition.went_out.as_ref().map(|last| last.corrections.as_slice());
        let gone = before.and_then(|before| corrections::with_key(before, &request.key));
        let gone = gone.ok_or_else(|| DeskError::NoCorrection(edition.name()))?;
        if edition.document == read("") {
            return Err(DeskError::UnreadableDocument(edition.name()).into());
        }
        let mut document = edition.document.clone();
        corrections::put(&mut document, gone, false);
        let (draft, photos) = draft(write(&document), self.now());
        let revision = edition.row.revision;
        self.write(move |db| put_draft(db, &request.story_id, revision, &draft, &photos))
    }
}

fn shown(db: &Connection, row: ExportRow) -> Result<PastExport, StoreError> {
    let files = export_file::files(db, &row.id)?.len();
    Ok(PastExport {
        number: row.number,
        at: row.at,
        form: variant(&row.form).unwrap_or_default(),
        theme: row.theme,
        profile: variant(&row.profile).unwrap_or_default(),
        change: row.change.as_deref().and_then(variant),
        path: row.folder,
        photos: row.photos,
        files: u32::try_from(files).unwrap_or(u32::MAX),
    })
}
