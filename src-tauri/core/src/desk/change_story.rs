//! Changing a story's record: slug, URL name, state, plan, stops, private notes.

use super::Desk;
use super::contract::{ChangeStory, Changed, Done, Plan, PrivateNotes, Story};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::records::live;
use super::story::{self, name_of};
use super::{plan, publication, settings, stops};
use crate::store::fold::folded;
use crate::store::story::StoryRow;
use crate::store::{Connection, private_note, story as table};
use chrono_tz::Tz;

/// A place to keep what was said, not a second story.
const LONGEST_NOTE: usize = 100_000;

impl Desk {
    /// Changes what is given, or nothing. A URL name must be free, and stays as it is once the story has been
    /// exported: readers have the address.
    pub fn change_story(&self, request: ChangeStory) -> Result<Done<Story>, Failure> {
        let (now, glance) = (self.now(), self.glance());
        let stops_change = request.stops.is_some();
        let done = self.write(move |db| {
            let id = request.story_id.clone();
            let row = story::row(db, &id)?;
            put(db, &row, request, &now)?;
            table::touch(db, &id, &now)?;
            let changed = vec![Changed::Story { id: id.clone() }, Changed::Stories];
            Ok((story::read(db, &id, glance)?, changed))
        })?;
        if stops_change {
            self.inner.embargoes.look_again();
        }
        Ok(done)
    }
}

fn put(db: &Connection, row: &StoryRow, request: ChangeStory, now: &str) -> Result<(), Failure> {
    if let Some(slug) = request.slug {
        let slug = tidy(&slug);
        table::set_slug(db, &row.id, &slug, &folded(&slug))?;
    }
    if let Some(url_name) = request.url_name {
        put_url_name(db, row, url_name.trim())?;
    }
    if let Some(id) = request.state {
        put_state(db, row, &id, now)?;
    }
    if let Some(plan) = request.plan {
        put_plan(db, row, plan)?;
    }
    if let Some(stops) = request.stops {
        stops::put(db, row, stops, now)?;
    }
    if let Some(notes) = request.notes {
        put_notes(db, row, notes)?;
    }
    Ok(())
}

/// A story may stay in a state that the desk no longer has.
fn put_state(db: &Connection, row: &StoryRow, id: &str, now: &str) -> Result<(), Failure> {
    if id != row.state {
        settings::state(&settings::of_desk(db)?, id)?;
        table::set_state(db, &row.id, id)?;
        live::follow_state(db, row, id, now)?;
    }
    Ok(())
}

fn put_plan(db: &Connection, row: &StoryRow, typed: Plan) -> Result<(), Failure> {
    let zone = publication::of_desk(db)?.time_zone.parse().unwrap_or(Tz::UTC);
    let plan = plan::checked(typed, &row.plan, &settings::of_desk(db)?, zone)?;
    Ok(table::set_plan(db, &row.id, &plan)?)
}

fn put_notes(db: &Connection, row: &StoryRow, notes: PrivateNotes) -> Result<(), Failure> {
    let PrivateNotes { note, source, legal } = notes;
    if [&note, &source, &legal].iter().any(|text| text.chars().count() > LONGEST_NOTE) {
        let field = "a private note".into();
        return Err(DeskError::TextTooLong { field, limit: LONGEST_NOTE }.into());
    }
    Ok(private_note::put(db, &row.id, &private_note::Notes { note, source, legal })?)
}

fn put_url_name(db: &Connection, row: &StoryRow, url_name: &str) -> Result<(), Failure> {
    if url_name == row.url_name {
        return Ok(());
    }
    if row.first_published_at.is_some() {
        let (slug, url_name) =
            (name_of(&row.slug, &row.draft.summary.headline), row.url_name.clone());
        return Err(DeskError::UrlNameFixed { slug, url_name }.into());
    }
    if !url_name.is_empty() && !is_url_name(url_name) {
        return Err(DeskError::BadUrlName(quoted(url_name)).into());
    }
    if !url_name.is_empty() && table::with_url_name(db, url_name)?.is_some() {
        return Err(DeskError::UrlNameTaken(url_name.to_owned()).into());
    }
    Ok(table::set_url_name(db, &row.id, url_name)?)
}

/// Whether `name` can be a folder on every system and a part of an address: lower-case letters,
/// digits and single hyphens, at most 80, and no name that Windows keeps for devices.
pub fn is_url_name(name: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=80).contains(&name.len())
        && name.bytes().all(allowed)
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains("--")
        && !is_device(name)
}

/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
fn is_device(name: &str) -> bool {
    let numbered = ["com", "lpt"].iter().find_map(|device| name.strip_prefix(device));
    ["con", "prn", "aux", "nul"].contains(&name)
        || numbered.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// A slug as a desk writes it, on one line.
pub fn tidy(slug: &str) -> String {
    let printed: String = slug.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = printed.split_whitespace().collect();
    words.join(" ").chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::is_url_name;

    fn check(name: &str, expected: bool) {
        assert_eq!(is_url_name(name), expected, "{name}");
    }

    #[test]
    fn what_a_url_name_may_be() {
        check("trams-return-2026", true);
        check("com10", true);
        check("Trams", false);
        check("-trams", false);
        check("trams--return", false);
        check("../trams", false);
        check("", false);
        check("con", false);
        check("lpt1", false);
        check(&"a".repeat(81), false);
    }
}
