//! What holds a story back: hold, not for publication, an embargo, and a lawyer who has to read it.
//! They stop every way out, and no finding's waiver passes them.

use super::contract::{Embargo, Legal, LegalState, Stops};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::legal_text::LegalText;
use super::moment::{in_both_zones, moment, place, zone};
use super::story::name_of;
use super::typed::name;
use super::words::{read_time, time, variant, word};
use crate::check::{Finding, Level, Place};
use crate::store::clearance::{self, ClearanceRow};
use crate::store::story::{self, StopsRow, StoryRow};
use crate::store::{Connection, StoreError};
use crate::story::read;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;

const LONGEST_NAME: usize = 120;

/// The rules under which a stop stands among what stops a release, with what a sentence calls it.
pub const RULES: [(&str, &str); 4] = [
    ("hold", "A hold"),
    ("not-for-publication", "Not for publication"),
    ("embargo", "An embargo"),
    ("legal", "A lawyer's clearance"),
];

/// What holds the story back, as clients see it at `now`.
pub fn of_story(db: &Connection, row: &StoryRow, now: DateTime<Utc>) -> Result<Stops, StoreError> {
    let cleared = legal_state(&row.stops) == LegalState::Cleared;
    let changed_since = cleared && clearance::changed_since(db, &row.id)?;
    Ok(shown(&row.stops, changed_since, now))
}

/// The same for a row of the list.
pub fn shown(row: &StopsRow, changed_since: bool, now: DateTime<Utc>) -> Stops {
    Stops {
        hold: row.hold,
        not_for_publication: row.not_for_publication,
        embargo: embargo(row).map(|(until, zone)| Embargo {
            until: time(until),
            time_zone: zone.name().to_owned(),
            sentence: format!("Embargoed until {}", in_both_zones(until, zone)),
            holds: until > now,
        }),
        legal: Legal {
            state: legal_state(row),
            cleared_by: row.cleared_by.clone(),
            cleared_at: row.cleared_at.clone(),
            changed_since,
        },
    }
}

/// A few words for each that holds, as "Embargo 00:01 Istanbul".
pub fn in_short(stops: &Stops, now: DateTime<Utc>) -> Vec<String> {
    let mut short = Vec::new();
    short.extend(stops.hold.then(|| "Hold".to_owned()));
    short.extend(stops.not_for_publication.then(|| "Not for publication".to_owned()));
    short.extend(holding(stops).map(|embargo| embargo_in_short(embargo, now)));
    short.extend(match stops.legal.state {
        LegalState::NotNeeded => None,
        LegalState::Needed => Some("Legal: to be read".to_owned()),
        LegalState::WithLawyer => Some("Legal: with lawyer".to_owned()),
        LegalState::Cleared if stops.legal.changed_since => {
            Some("Changed since cleared".to_owned())
        }
        LegalState::Cleared => None,
    });
    short
}

/// One finding that stops a release for each that holds.
pub fn findings(stops: &Stops) -> Vec<Finding> {
    let mut found = Vec::new();
    if stops.hold {
        found.push(stop("hold", "The story is on hold.".into(), []));
    }
    if stops.not_for_publication {
        found.push(stop("not-for-publication", "The story is not for publication.".into(), []));
    }
    if let Some(embargo) = holding(stops) {
        let params = [("until", embargo.until.as_str()), ("timeZone", &embargo.time_zone)];
        found.push(stop("embargo", format!("{}.", embargo.sentence), params));
    }
    let by = stops.legal.cleared_by.as_deref().unwrap_or_default();
    let legal = match stops.legal.state {
        LegalState::Needed => Some("A lawyer has to read the story first.".to_owned()),
        LegalState::WithLawyer => Some("The story is with a lawyer.".to_owned()),
        LegalState::Cleared if stops.legal.changed_since => {
            Some(format!("The story has changed since {} cleared it.", quoted(by)))
        }
        LegalState::Cleared | LegalState::NotNeeded => None,
    };
    found.extend(legal.map(|sentence| {
        let state = word(&stops.legal.state);
        stop("legal", sentence, [("state", state.as_str()), ("clearedBy", by)])
    }));
    found
}

/// What a copy that leaves all the same says of each that holds, loud first: "EMBARGOED UNTIL 00:01
/// Istanbul (21:01 UTC)".
pub fn banner(stops: &Stops) -> Vec<String> {
    let line = |found: Finding| match found.rule.as_str() {
        "hold" => "ON HOLD".to_owned(),
        "not-for-publication" => "NOT FOR PUBLICATION".to_owned(),
        "embargo" => {
            found.message.trim_end_matches('.').replace("Embargoed until", "EMBARGOED UNTIL")
        }
        _ => format!("LEGAL: {}", found.message.trim_end_matches('.')),
    };
    findings(stops).into_iter().map(line).collect()
}

/// Puts `typed` in the place of what holds the story back now.
///
/// A clearance is of the draft that is saved at this moment. One that comes back with the
/// `cleared_at` that was read is left as it is; without one the story is cleared anew.
pub fn put(db: &Connection, row: &StoryRow, typed: Stops, now: &str) -> Result<(), Failure> {
    let stops = checked(row, typed, now)?;
    let is_cleared = legal_state(&stops) == LegalState::Cleared;
    let same = stops.cleared_at.is_some() && stops.cleared_at == row.stops.cleared_at;
    if is_cleared && !same {
        let read = LegalText::of(&read(&row.draft.document));
        let (hash, revision) = (read.hash(), row.revision);
        let LegalText { text, borrowed } = read;
        clearance::put(db, &row.id, &ClearanceRow { revision, hash, text, borrowed })?;
    }
    Ok(story::set_stops(db, &row.id, &stops)?)
}

fn checked(row: &StoryRow, typed: Stops, now: &str) -> Result<StopsRow, DeskError> {
    let embargo = typed.embargo.map(read_embargo).transpose()?;
    let legal = legal(row, typed.legal, now)?;
    Ok(StopsRow {
        hold: typed.hold,
        not_for_publication: typed.not_for_publication,
        embargo_until: embargo.map(|(until, _)| time(until)),
        embargo_zone: embargo.map(|(_, zone)| zone.name().to_owned()),
        legal_state: word(&legal.state),
        cleared_by: legal.cleared_by,
        cleared_at: legal.cleared_at,
    })
}

/// What the lawyer has said from now on. A clearance that a client read some time ago and that no
/// longer stands comes back with a change of something else: it clears nothing.
fn legal(row: &StoryRow, typed: Legal, now: &str) -> Result<Legal, DeskError> {
    let stored = shown(&row.stops, false, read_time(now)).legal;
    if typed.state != LegalState::Cleared {
        return Ok(Legal { state: typed.state, ..Legal::default() });
    }
    if typed.cleared_at.is_some() && typed.cleared_at != stored.cleared_at {
        return Ok(stored);
    }
    let by = typed.cleared_by.unwrap_or_default();
    if by.trim().is_empty() {
        let name = name_of(&row.slug, &row.draft.summary.headline);
        return Err(DeskError::ClearedByNobody(name));
    }
    let by = Some(name("who cleared a story", &by, LONGEST_NAME)?);
    let stands = typed.cleared_at.is_some() && by == stored.cleared_by;
    let at = if stands { typed.cleared_at } else { Some(now.to_owned()) };
    Ok(Legal { state: LegalState::Cleared, cleared_by: by, cleared_at: at, changed_since: false })
}

fn read_embargo(typed: Embargo) -> Result<(DateTime<Utc>, Tz), DeskError> {
    let zone = zone(&typed.time_zone)?;
    Ok((moment(&typed.until, zone)?, zone))
}

fn embargo(row: &StopsRow) -> Option<(DateTime<Utc>, Tz)> {
    let until = row.embargo_until.as_deref().map(read_time)?;
    // A zone that only a newer Cutline knows is shown as UTC.
    let zone = row.embargo_zone.as_deref().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC);
    Some((until, zone))
}

fn legal_state(row: &StopsRow) -> LegalState {
    variant(&row.legal_state).unwrap_or_default()
}

fn holding(stops: &Stops) -> Option<&Embargo> {
    stops.embargo.as_ref().filter(|embargo| embargo.holds)
}

/// With its day when it lies further off than a day.
fn embargo_in_short(embargo: &Embargo, now: DateTime<Utc>) -> String {
    let zone = embargo.time_zone.parse().unwrap_or(Tz::UTC);
    let until = read_time(&embargo.until);
    let there = until.with_timezone(&zone);
    match until - now < TimeDelta::days(1) {
        true => format!("Embargo {} {}", there.format("%H:%M"), place(zone)),
        false => format!("Embargo {} {}", there.format("%-d %B, %H:%M"), place(zone)),
    }
}

fn stop<const N: usize>(rule: &str, message: String, params: [(&str, &str); N]) -> Finding {
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    Finding {
        key: rule.to_owned(),
        rule: rule.to_owned(),
        level: Level::Block,
        place: Place { label: "story".into(), ..Place::default() },
        message,
        params: params.into_iter().map(owned).collect::<BTreeMap<_, _>>(),
        fix: None,
        waived: None,
    }
}
