//! Whether a picture may go out now, in this story.

use super::{RightsCategory, Usage, expiry};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

/// Why a photo may not go out at the time `now`, in the place where it is published, in the story
/// `story_id`, in one sentence; `None` when it may. An embargo with a time lasts until that time in
/// its own zone, one without a zone until that time where it is published.
pub fn barred(usage: &Usage, now: DateTime<FixedOffset>, story_id: &str) -> Option<String> {
    let own_story = usage.chosen.only_story_id.as_deref().filter(|only| !only.is_empty());
    if usage.killed {
        return Some("Its supplier has withdrawn it: take it out.".to_owned());
    }
    if usage.category == Some(RightsCategory::Refused) {
        return Some("Nobody here has the right to use it: take it out.".to_owned());
    }
    if own_story.is_some_and(|only| only != story_id) {
        return Some("It may be used in one story only, and that is another.".to_owned());
    }
    let embargoed = usage.embargoed_until.as_deref().and_then(|until| embargoed(until, now));
    embargoed.or_else(|| expired(usage.expires_on.as_deref()?, now.date_naive()))
}

fn expired(on: &str, today: NaiveDate) -> Option<String> {
    let last = expiry::last_day(on)?;
    (today > last).then(|| format!("Its time ended on {}: ask its supplier for more.", words(last)))
}

/// A day without a time begins at midnight.
fn embargoed(until: &str, now: DateTime<FixedOffset>) -> Option<String> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(&with_seconds(until)) {
        return (now < instant).then(|| {
            format!(
                "It is embargoed until {}, {}.",
                words(instant.date_naive()),
                instant.format("%H:%M (UTC%:z)")
            )
        });
    }
    let local = NaiveDateTime::parse_from_str(until, "%Y-%m-%dT%H:%M:%S")
        .or_else(|_| NaiveDateTime::parse_from_str(until, "%Y-%m-%dT%H:%M"));
    if let Ok(local) = local {
        return (now.naive_local() < local).then(|| {
            format!("It is embargoed until {}, {}.", words(local.date()), local.format("%H:%M"))
        });
    }
    let first = expiry::first_day(until)?;
    (now.date_naive() < first).then(|| format!("It is embargoed until {}.", words(first)))
}

/// "2026-05-12T06:00+03:00" has no seconds; RFC 3339 wants them.
fn with_seconds(time: &str) -> String {
    match (time.get(..16), time.get(16..)) {
        (Some(minute), Some(zone)) if zone.starts_with(['+', '-', 'Z']) => {
            format!("{minute}:00{zone}")
        }
        _ => time.to_owned(),
    }
}

fn words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
