//! Putting a photo into a place of a saved story, for clients without an editor.

use super::Desk;
use super::contract::{AttachPhoto, Done, PhotoPlace, SavedDraft};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::save_draft::put_draft;
use super::story::{name_of, row};
use super::summary::draft;
use crate::store::photo;
use crate::story::{Block, Document, Figure, figures_mut, read, write};

impl Desk {
    /// Puts a photo into a place that has none. What the copy says there (caption, the credit that
    /// it named) stays beside it.
    pub fn attach_photo(&self, request: AttachPhoto) -> Result<Done<SavedDraft>, Failure> {
        let AttachPhoto { story_id, photo_id, place } = request;
        let story = self.read(|db| {
            let known = photo::photo(db, &photo_id)?;
            known.ok_or_else(|| DeskError::NoPhoto(quoted(&photo_id)))?;
            row(db, &story_id)
        })?;
        let slug = name_of(&story.slug, &story.draft.summary.headline);
        let mut document = read(&story.draft.document);
        if document == read("") {
            // Written back, an unreadable document would be an empty one.
            return Err(DeskError::UnreadableDocument(slug).into());
        }
        put(&mut document, photo_id, place).map_err(|why| DeskError::NoPlace { slug, why })?;
        let (draft, photos) = draft(write(&document), self.now());
        self.write(move |db| put_draft(db, &story_id, story.revision, &draft, &photos))
    }
}

/// Fills the place; the error says why there is none.
pub fn put(
    document: &mut Document,
    photo_id: String,
    place: PhotoPlace,
) -> Result<(), &'static str> {
    let figure = match place {
        PhotoPlace::Lead => lead(document)?,
        PhotoPlace::Wanted { number } => wanted(document, number)?,
        PhotoPlace::Next if wanted(document, 1).is_ok() => wanted(document, 1)?,
        PhotoPlace::Next if document.lead.is_none() => lead(document)?,
        PhotoPlace::Next => {
            let figure = Figure { photo_id: Some(photo_id), ..Figure::default() };
            document.body.push(Block::Figure(figure));
            return Ok(());
        }
    };
    figure.photo_id = Some(photo_id);
    Ok(())
}

fn lead(document: &mut Document) -> Result<&mut Figure, &'static str> {
    let lead = document.lead.get_or_insert_default();
    if is_wanted(lead) { Ok(lead) } else { Err("its lead has a photo already") }
}

fn wanted(document: &mut Document, number: u32) -> Result<&mut Figure, &'static str> {
    let index = usize::try_from(number).unwrap_or(usize::MAX).checked_sub(1);
    let mut wanted = figures_mut(document).into_iter().filter(|figure| is_wanted(figure));
    index.and_then(|index| wanted.nth(index)).ok_or("it has no wanted photo of that number")
}

fn is_wanted(figure: &Figure) -> bool {
    figure.photo_id.as_deref().is_none_or(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A story with a wanted lead, a figure that has a photo, and a wanted one.
    fn story() -> Document {
        let figure =
            |id: Option<&str>| Figure { photo_id: id.map(str::to_owned), ..Figure::default() };
        let body = vec![Block::Figure(figure(Some("old"))), Block::Figure(figure(None))];
        Document { lead: Some(figure(None)), body, ..Document::default() }
    }

    fn photos(document: &Document) -> Vec<Option<&str>> {
        let body = document.body.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        });
        document.lead.iter().chain(body).map(|figure| figure.photo_id.as_deref()).collect()
    }

    fn check(places: &[PhotoPlace], expected: &[Option<&str>]) {
        let mut document = story();
        for place in places {
            put(&mut document, "new".into(), *place).unwrap();
        }
        assert_eq!(photos(&document), expected);
    }

    #[test]
    fn wanted_places_are_filled_in_reading_order() {
        let next = PhotoPlace::Next;
        check(&[next], &[Some("new"), Some("old"), None]);
        check(&[next, next], &[Some("new"), Some("old"), Some("new")]);
        check(&[next, next, next], &[Some("new"), Some("old"), Some("new"), Some("new")]);
        check(&[PhotoPlace::Wanted { number: 2 }], &[None, Some("old"), Some("new")]);
        check(&[PhotoPlace::Lead], &[Some("new"), Some("old"), None]);
    }

    #[test]
    fn a_place_with_a_photo_is_never_filled_again() {
        let mut document = story();
        put(&mut document, "new".into(), PhotoPlace::Lead).unwrap();
        assert!(put(&mut document, "other".into(), PhotoPlace::Lead).is_err());
        assert!(put(&mut document, "other".into(), PhotoPlace::Wanted { number: 2 }).is_err());
        assert!(put(&mut document, "other".into(), PhotoPlace::Wanted { number: 0 }).is_err());
    }
}
