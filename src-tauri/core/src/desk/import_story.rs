//! Taking copy in: a file, pasted text, or the sample story.

use super::Desk;
use super::attach_photo::put;
use super::contract::{Changed, Done, ImportStory, ImportedStory, Nothing, PhotoPlace};
use super::dispatch::quoted;
use super::failure::{Failure, import_failure};
use super::intake::{Taken, read_file};
use super::new_story::{Beginning, insert, set_language};
use super::publication;
use super::words::list;
use crate::import::{self, Imported};
use crate::store::import_raw::{self, ImportRow};
use crate::story::write;
use std::path::Path;

/// Larger files are not read; what one story may have is the import's to say.
const LIMIT_MB: u64 = 50;

const SAMPLE_TEXT: &[u8] = include_bytes!("../../../../assets/sample/story.txt");
const SAMPLE_LEAD: &[u8] = include_bytes!("../../../../assets/sample/harbour-at-dawn.jpg");
const SAMPLE_LEAD_NAME: &str = "harbour-at-dawn.jpg";

impl Desk {
    /// Makes a story of copy. The copy itself is kept, and what the import changed or guessed is
    /// answered and kept as notes.
    pub fn import_story(&self, request: ImportStory) -> Result<Done<ImportedStory>, Failure> {
        let (bytes, name) = match request {
            ImportStory::Text { text } => (text.into_bytes(), "The pasted text".to_owned()),
            ImportStory::File { path } => {
                let path = Path::new(&path);
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                (read_file(path, LIMIT_MB)?, quoted(&name))
            }
        };
        let imported = import::plain_text(&bytes).map_err(|error| import_failure(&name, error))?;
        self.take_in(imported, None)
    }

    /// Makes the sample story. Its lead photo comes with it, so that a newcomer sees a credit; the
    /// other photos are wanted, so that there is something to do.
    pub fn import_sample(&self, _: Nothing) -> Result<Done<ImportedStory>, Failure> {
        let mut imported = import::plain_text(SAMPLE_TEXT)
            .map_err(|error| import_failure("The sample story", error))?;
        let lead = self.lay_down(SAMPLE_LEAD, SAMPLE_LEAD_NAME)?;
        // Without a place for it, the sample is still a story.
        let _ = put(&mut imported.document, lead.id().to_owned(), PhotoPlace::Lead);
        self.take_in(imported, Some(lead))
    }

    /// Stores the story, its copy and its photo in one transaction.
    fn take_in(
        &self,
        imported: Imported,
        photo: Option<Taken>,
    ) -> Result<Done<ImportedStory>, Failure> {
        let Imported { mut document, slug, notes, text } = imported;
        let (story_id, now) = (self.inner.clock.id(), self.now());
        self.write(move |db| {
            if document.language == "en" {
                // The import names a language only where the letters leave no doubt.
                set_language(&mut document, publication::of_desk(db)?.language);
            }
            let mut changed = vec![Changed::Stories];
            if let Some(photo) = photo {
                photo.record(db)?;
                changed.push(Changed::Photo { id: photo.id().to_owned() });
            }
            let beginning = Beginning { slug, document: write(&document), ..Beginning::default() };
            insert(db, &story_id, beginning, now.clone())?;
            let raw = ImportRow {
                story_id: story_id.clone(),
                imported_at: now,
                text,
                notes: list(&notes),
            };
            import_raw::insert(db, &raw)?;
            Ok((ImportedStory { story_id, notes }, changed))
        })
    }
}
