//! A second story from the text of a first.

use super::Desk;
use super::contract::{Changed, Done, LegalState, Story, StoryId};
use super::failure::Failure;
use super::new_story::{Beginning, insert};
use super::skeleton::without_notes;
use super::story::{self, row};
use super::words::{variant, word};
use crate::store::story::{StopsRow, set_stops};

impl Desk {
    /// Copies a story: its text with the places of its photos, slug, plan and stops. What was said
    /// and done about the first stays with the first: its notes, its clearance, its exports, its URL
    /// name, its waivers. The copy begins in the first state of the work.
    pub fn duplicate_story(&self, request: StoryId) -> Result<Done<Story>, Failure> {
        let (id, now, glance) = (self.inner.clock.id(), self.now(), self.glance());
        self.write(move |db| {
            let first = row(db, &request.story_id)?;
            let stops = not_cleared(first.stops);
            let beginning = Beginning {
                slug: first.slug,
                document: without_notes(&first.draft.document),
                plan: first.plan,
                follow_up_of: None,
            };
            insert(db, &id, beginning, now)?;
            set_stops(db, &id, &stops)?;
            Ok((story::read(db, &id, glance)?, vec![Changed::Stories]))
        })
    }
}

/// What a lawyer read was another story.
fn not_cleared(stops: StopsRow) -> StopsRow {
    let state = match variant(&stops.legal_state).unwrap_or_default() {
        LegalState::NotNeeded => LegalState::NotNeeded,
        LegalState::Needed | LegalState::WithLawyer | LegalState::Cleared => LegalState::Needed,
    };
    StopsRow { legal_state: word(&state), cleared_by: None, cleared_at: None, ..stops }
}
