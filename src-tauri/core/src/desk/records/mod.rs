//! What happens after publication: what went out is remembered, a change of it is said, and a story
//! that has to go is withdrawn.
//!
//! Promises: a story that readers have goes out changed only when somebody said what the change is;
//! a correction that was printed is never dropped unasked; every export since schema 4 can be had back
//! byte for byte while the originals of its photos are there; killed copy leaves by no way but the
//! page that says that it is withdrawn.
//!
//! Not here: writing an export (`desk/export`), and whether a story may leave (`desk/release.rs`).

mod again;
mod changes;
pub mod corrections;
pub mod keeping;
pub mod kill;
pub mod live;
mod past;
mod printed;
mod said;
mod went_out;

pub use keeping::{Keeping, PictureOf};
pub use said::Said;
pub use went_out::WentOut;

use super::contract::{RecordKind, StoryRecord};
use super::words::{variant, word};
use crate::store::story_record::{self, RecordRow};
use crate::store::{Connection, StoreError};

/// What became of a story, oldest first.
pub fn of_story(db: &Connection, story_id: &str) -> Result<Vec<StoryRecord>, StoreError> {
    let rows = story_record::of_story(db, story_id)?;
    let shown = |row: RecordRow| StoryRecord {
        at: row.at,
        what: variant(&row.what).unwrap_or(RecordKind::Other),
        text: row.text,
    };
    Ok(rows.into_iter().map(shown).collect())
}

fn record(
    db: &Connection,
    story_id: &str,
    (at, what, text): (&str, RecordKind, &str),
) -> Result<(), StoreError> {
    let row = RecordRow { at: at.to_owned(), what: word(&what), text: text.to_owned() };
    story_record::add(db, story_id, &row)
}
