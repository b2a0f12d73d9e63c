//! One change to many stories, in one transaction: all of them change, or none.

use super::Desk;
use super::contract::{ChangeStories, Changed, Done, Nothing};
use super::error::DeskError;
use super::failure::Failure;
use super::records::live;
use super::settings::{self, state};
use super::story::row;
use super::{plan, spike_story};
use crate::store::Connection;
use crate::store::story::{self, PlanRow, StoryRow};
use std::collections::BTreeSet;

/// A request is one transaction, and a save waits for it.
const MOST: usize = 10_000;

impl Desk {
    /// Changes what is given on every story. A story that is so already does not change.
    pub fn change_stories(&self, request: ChangeStories) -> Result<Done<Nothing>, Failure> {
        let count = request.story_ids.len();
        if count > MOST {
            return Err(DeskError::TooMuch { what: "stories", count, limit: MOST }.into());
        }
        let now = self.now();
        self.write(move |db| {
            let settings = settings::of_desk(db)?;
            if let Some(id) = &request.state {
                state(&settings, id)?;
            }
            let mut changed = Vec::new();
            for id in request.story_ids.iter().collect::<BTreeSet<_>>() {
                let row = row(db, id)?;
                let plan = planned(&row, &request, &settings)?;
                if change(db, &row, &request, &plan, &now)? {
                    changed.push(Changed::Story { id: id.clone() });
                }
            }
            changed.extend((!changed.is_empty()).then_some(Changed::Stories));
            Ok((Nothing {}, changed))
        })
    }
}

fn planned(
    row: &StoryRow,
    request: &ChangeStories,
    settings: &super::contract::Settings,
) -> Result<PlanRow, DeskError> {
    let mut planned = row.plan.clone();
    if let Some(desk) = &request.desk {
        planned.desk = plan::desk(desk.clone(), &row.plan, settings)?;
    }
    if let Some(assignee) = &request.assignee {
        planned.assignee = plan::assignee(assignee)?;
    }
    Ok(planned)
}

/// Answers whether the story changed.
fn change(
    db: &Connection,
    row: &StoryRow,
    request: &ChangeStories,
    plan: &PlanRow,
    now: &str,
) -> Result<bool, Failure> {
    let state = request.state.as_ref().filter(|state| **state != row.state);
    if let Some(state) = state {
        story::set_state(db, &row.id, state)?;
        live::follow_state(db, row, state, now)?;
    }
    if *plan != row.plan {
        story::set_plan(db, &row.id, plan)?;
    }
    let spiked = match request.spiked {
        Some(spiked) => spike_story::set(db, row, spiked.then_some(now))?,
        None => false,
    };
    let touched = state.is_some() || *plan != row.plan;
    if touched {
        story::touch(db, &row.id, now)?;
    }
    Ok(touched || spiked)
}
