//! Where a photo is used.

use super::Desk;
use super::change_photo::load;
use super::contract::{Duplicate, PhotoId, PhotoUse, UsedIn};
use super::failure::Failure;
use crate::store::story_photo::{self, UseRow};
use crate::store::{Connection, StoreError, photo};
use crate::story::{Document, figures, read};

impl Desk {
    /// The stories that show a photo or were exported with it, and other records of the same bytes.
    pub fn photo_use(&self, request: PhotoId) -> Result<PhotoUse, Failure> {
        let id = request.photo_id;
        self.read(|db| {
            load(db, &id)?;
            let mut duplicates = Vec::new();
            for other in photo::same_bytes(db, &id)? {
                duplicates.push(Duplicate {
                    stories: used_in(db, &other.id)?,
                    photo_id: other.id,
                    file_name: other.file_name,
                    added_at: other.added_at,
                });
            }
            Ok(PhotoUse { stories: used_in(db, &id)?, duplicates })
        })
    }
}

fn used_in(db: &Connection, photo_id: &str) -> Result<Vec<UsedIn>, StoreError> {
    let rows = story_photo::uses(db, photo_id)?;
    Ok(rows.into_iter().map(|row| shown(row, photo_id)).collect())
}

fn shown(row: UseRow, photo_id: &str) -> UsedIn {
    let UseRow { story_id, slug, headline, document, exported_at } = row;
    let name = if slug.trim().is_empty() { headline } else { slug };
    UsedIn { story_id, name, exported_at, obscured: is_obscured(&read(&document), photo_id) }
}

fn is_obscured(document: &Document, photo_id: &str) -> bool {
    figures(document).into_iter().any(|figure| {
        figure.photo_id.as_deref() == Some(photo_id) && !figure.framing.obscured.is_empty()
    })
}
