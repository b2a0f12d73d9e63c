//! Opening a story.

use super::Desk;
use super::contract::{Exported, PrivateNotes, RelatedStory, Story, StoryId};
use super::dispatch::quoted;
use super::error::DeskError;
use super::export::{manifest_of, page_of};
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::plan;
use super::publication::{self, credit_style};
use super::words::{read_list, variant};
use super::{passage_notes, records, stops};
use crate::store::export::ExportRow;
use crate::store::private_note::Notes;
use crate::store::story::{StoryRow, hash};
use crate::store::{Connection, export, import_raw, private_note, story, story_list};
use crate::{export as page, story as document};
use chrono::{DateTime, Utc};
use std::path::Path;

impl Desk {
    /// A story with its draft, exactly as it was saved, and all that belongs to it. When the disk
    /// has changed the draft, it is shown all the same and marked as damaged.
    pub fn story(&self, request: StoryId) -> Result<Story, Failure> {
        let now = self.glance();
        self.read(|db| read(db, &request.story_id, now))
    }
}

/// The story as clients see it at `now`.
pub fn read(db: &Connection, id: &str, now: DateTime<Utc>) -> Result<Story, Failure> {
    let row = row(db, id)?;
    let last = export::last(db, id)?;
    let notes = import_raw::notes(db, id)?;
    Ok(Story {
        photos: photos(db, &row)?,
        notes: shown_notes(private_note::notes(db, id)?),
        import_notes: notes.as_deref().map(read_list).unwrap_or_default(),
        owed: last.as_ref().map(|last| read_list(&last.owed)).unwrap_or_default(),
        exported: last.map(exported),
        changed_since: story_list::changed_since(db, id)?,
        live_at: row.live_at.clone(),
        killed_at: row.killed_at.clone(),
        records: records::of_story(db, id)?,
        state: row.state.clone(),
        plan: plan::shown(&row.plan),
        stops: stops::of_story(db, &row, now)?,
        passage_notes: passage_notes::of_story(db, id)?,
        follow_up_of: first(db, row.follow_up_of.as_deref())?,
        followed_by: story::followed_by(db, id)?.into_iter().map(related).collect(),
        damaged: is_damaged(&row),
        id: row.id,
        slug: row.slug,
        url_name: row.url_name,
        document: row.draft.document,
        revision: row.revision,
        saved_at: row.draft.saved_at,
        created_at: row.created_at,
        spiked: row.spiked,
    })
}

/// The story's record, or the failure that says that there is none.
pub fn row(db: &Connection, id: &str) -> Result<StoryRow, Failure> {
    Ok(story::story(db, id)?.ok_or_else(|| DeskError::NoStory(quoted(id)))?)
}

/// What a sentence calls the story: its slug, else its headline, else that it has neither.
pub fn name_of(slug: &str, headline: &str) -> String {
    [slug, headline]
        .into_iter()
        .find(|name| !name.trim().is_empty())
        .map_or_else(|| "The story without a slug".into(), |name| format!("“{}”", quoted(name)))
}

/// The story that this one follows up.
fn first(db: &Connection, id: Option<&str>) -> Result<Option<RelatedStory>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let first = story::standing(db, id)?;
    Ok(first.map(|first| related((id.to_owned(), first.slug, first.headline))))
}

fn related((id, slug, headline): (String, String, String)) -> RelatedStory {
    RelatedStory { id, name: link_name(&slug, &headline) }
}

/// What a link to a story says.
pub fn link_name(slug: &str, headline: &str) -> String {
    let named = [slug, headline].into_iter().find(|name| !name.trim().is_empty());
    named.map_or_else(|| "(no slug)".into(), quoted)
}

pub fn is_damaged(row: &StoryRow) -> bool {
    row.draft.hash != hash(&row.draft.document)
}

/// An export as clients see it.
pub fn exported(row: ExportRow) -> Exported {
    let form = variant(&row.form).unwrap_or_default();
    let page = page_of(form, Path::new(&row.folder));
    Exported {
        at: row.at,
        form,
        page: page.map(|page| page.to_string_lossy().into_owned()),
        manifest: manifest_of(Path::new(&row.folder)).to_string_lossy().into_owned(),
        path: row.folder,
        photos: row.photos,
        wanted_left_out: row.wanted_left_out,
    }
}

fn photos(db: &Connection, row: &StoryRow) -> Result<Vec<super::contract::Photo>, Failure> {
    let document = document::read(&row.draft.document);
    let publication = publication::of_desk(db)?;
    let style = credit_style(&publication, Some(&document.language));
    let mut photos = Vec::new();
    for id in page::figures(&document) {
        photos.extend(PhotoRecord::load(db, id)?.map(|record| record.shown(&style)));
    }
    Ok(photos)
}

fn shown_notes(notes: Notes) -> PrivateNotes {
    PrivateNotes { note: notes.note, source: notes.source, legal: notes.legal }
}
