//! Private notes on passages. They leave by no route: nothing that goes out reads this table, and the
//! mark in the document names no word of them.

use super::Desk;
use super::contract::{Changed, Done, Nothing, PassageNote, RemoveNote, SetNote};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::story::row;
use super::typed::clean;
use super::words::{variant, word};
use crate::store::passage_note::{self, NoteRow};
use crate::store::{Connection, StoreError, story};

const LONGEST: usize = 10_000;
const MOST: usize = 5_000;

impl Desk {
    /// Writes a note on a passage, new or in the place of the one of that id.
    pub fn set_note(&self, request: SetNote) -> Result<Done<Nothing>, Failure> {
        let SetNote { story_id, id, kind, text, resolved } = request;
        if !is_uuid(&id) {
            return Err(DeskError::BadNoteId(quoted(&id)).into());
        }
        let text = clean(&text);
        if text.chars().count() > LONGEST {
            return Err(DeskError::TextTooLong { field: "a note".into(), limit: LONGEST }.into());
        }
        let now = self.now();
        self.write(move |db| {
            row(db, &story_id)?;
            let before = passage_note::written_at(db, &story_id, &id)?;
            must_be_few(db, &story_id, before.is_none())?;
            let at = before.unwrap_or_else(|| now.clone());
            passage_note::put(
                db,
                &story_id,
                &NoteRow { id, kind: word(&kind), text, resolved, at },
            )?;
            story::touch(db, &story_id, &now)?;
            Ok((Nothing {}, changed(story_id)))
        })
    }

    /// Takes a note away. Where there is none, nothing changes.
    pub fn remove_note(&self, request: RemoveNote) -> Result<Done<Nothing>, Failure> {
        let RemoveNote { story_id, id } = request;
        self.write(move |db| {
            row(db, &story_id)?;
            let gone = passage_note::remove(db, &story_id, &id)?;
            Ok((Nothing {}, if gone { changed(story_id) } else { Vec::new() }))
        })
    }
}

/// The notes of a story as clients see them, oldest first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<PassageNote>, StoreError> {
    let shown = |row: NoteRow| PassageNote {
        id: row.id,
        kind: variant(&row.kind).unwrap_or_default(),
        text: row.text,
        resolved: row.resolved,
        at: row.at,
    };
    Ok(passage_note::of_story(db, story_id)?.into_iter().map(shown).collect())
}

fn changed(id: String) -> Vec<Changed> {
    vec![Changed::Story { id }, Changed::Stories]
}

fn must_be_few(db: &Connection, story_id: &str, one_more: bool) -> Result<(), Failure> {
    let count = usize::try_from(passage_note::count(db, story_id)?).unwrap_or(usize::MAX);
    match one_more && count >= MOST {
        true => Err(DeskError::TooMany { what: "notes on this story", limit: MOST }.into()),
        false => Ok(()),
    }
}

/// The shape of RFC 9562 §4, of any version.
fn is_uuid(id: &str) -> bool {
    let hyphens = [8, 13, 18, 23];
    id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match hyphens.contains(&at) {
            true => byte == b'-',
            false => byte.is_ascii_hexdigit(),
        })
}
