//! The story list.

use super::Desk;
use super::contract::{StateCount, Stories, StoryCounts, StoryFlag, StoryRow, StorySort};
use super::failure::Failure;
use super::story::link_name;
use super::words::{read_list, time};
use super::{plan, settings, stops};
use crate::store::Connection;
use crate::store::fold::folded_words;
use crate::store::story_list::{self, Flag, ListRow, Sort, Wanted};
use chrono::{DateTime, TimeDelta, Utc};

impl Desk {
    /// The stories that fit the request, in the order that it asks for.
    pub fn stories(&self, request: Stories) -> Result<Vec<StoryRow>, Failure> {
        let now = self.glance();
        let rows = self.read(|db| {
            let wanted = wanted(db, request, now)?;
            Ok(story_list::list(db, &wanted)?)
        })?;
        Ok(rows.into_iter().map(|row| shown(row, now)).collect())
    }

    /// How many stories fit the request: all of them, and by state whatever state it names. Every
    /// state of the desk is there, in the order of the work.
    pub fn count_stories(&self, request: Stories) -> Result<StoryCounts, Failure> {
        let now = self.glance();
        let state = request.state.clone();
        let (states, mut counts) = self.read(|db| {
            let wanted = wanted(db, request, now)?;
            let counts = story_list::count(db, &wanted)?;
            Ok((wanted.states, counts))
        })?;
        let total = match state {
            Some(state) => counts.get(&state).copied().unwrap_or_default(),
            None => counts.values().sum(),
        };
        let mut by_state: Vec<StateCount> = states
            .into_iter()
            .map(|state| StateCount { stories: counts.remove(&state).unwrap_or_default(), state })
            .collect();
        let others = counts.into_iter().map(|(state, stories)| StateCount { state, stories });
        by_state.extend(others);
        Ok(StoryCounts { total, by_state })
    }
}

fn wanted(db: &Connection, request: Stories, now: DateTime<Utc>) -> Result<Wanted, Failure> {
    let states = settings::of_desk(db)?.states.into_iter().map(|state| state.id).collect();
    Ok(Wanted {
        words: folded_words(&request.filter),
        state: request.state,
        spiked: request.spiked,
        flag: request.flag.map(flag),
        sort: sort(request.sort),
        states,
        now: time(now),
        tomorrow: time(now + TimeDelta::days(1)),
        skip: request.skip,
        most: request.most,
    })
}

fn flag(flag: StoryFlag) -> Flag {
    match flag {
        StoryFlag::Stopped => Flag::Stopped,
        StoryFlag::NoCredit => Flag::NoCredit,
        StoryFlag::PhotoWanted => Flag::PhotoWanted,
        StoryFlag::Owed => Flag::Owed,
        StoryFlag::ChangedSince => Flag::ChangedSince,
        StoryFlag::Due => Flag::Due,
        StoryFlag::Killed => Flag::Killed,
    }
}

fn sort(sort: StorySort) -> Sort {
    match sort {
        StorySort::Changed => Sort::Changed,
        StorySort::Due => Sort::Due,
        StorySort::Slug => Sort::Slug,
        StorySort::State => Sort::State,
    }
}

fn shown(row: ListRow, now: DateTime<Utc>) -> StoryRow {
    let plan = plan::shown(&row.plan);
    let stops = stops::shown(&row.stops, row.changed_since_cleared, now);
    StoryRow {
        stopped_by: stops::in_short(&stops, now),
        id: row.id,
        slug: row.slug,
        url_name: row.url_name,
        headline: row.headline,
        state: row.state,
        kind: plan.kind,
        desk: plan.desk,
        assignee: plan.assignee,
        due_at: plan.due_at,
        target_words: plan.target_words,
        words: row.words,
        photos: row.photos,
        photos_wanted: row.photos_wanted,
        credits_missing: row.credits_missing,
        owed: row.owed.as_deref().map(read_list).unwrap_or_default(),
        lead_photo_id: row.lead_photo_id,
        lead_framing: row.lead_framing,
        changed_at: row.changed_at,
        exported_at: row.exported_at,
        changed_since: row.changed_since,
        live_at: row.live_at,
        killed_at: row.killed_at,
        follow_up_of: row.follow_up_of.map(|(slug, headline)| link_name(&slug, &headline)),
        open_notes: row.open_notes,
        spiked: row.spiked,
    }
}
