//! What a desk plans for a story: what it is, whose it is, when it is due, how long it may be.

use super::contract::{Plan, Settings};
use super::dispatch::quoted;
use super::error::DeskError;
use super::moment::moment;
use super::typed::line;
use super::words::{time, variant, word};
use crate::store::story::PlanRow;
use chrono_tz::Tz;

const LONGEST_ASSIGNEE: usize = 200;
const MOST_WORDS: u32 = 1_000_000;

/// `typed` as the store keeps it. A time without a zone is of `zone`. The desk has to be one of the
/// desk's own, or the one that stands there `now`.
pub fn checked(
    typed: Plan,
    now: &PlanRow,
    settings: &Settings,
    zone: Tz,
) -> Result<PlanRow, DeskError> {
    let target = typed.target_words.filter(|words| *words > 0);
    if target.is_some_and(|words| words > MOST_WORDS) {
        return Err(DeskError::OutOfRange { what: "A target in words", from: 1, to: MOST_WORDS });
    }
    let due_at = typed.due_at.filter(|typed| !typed.trim().is_empty());
    Ok(PlanRow {
        kind: word(&typed.kind),
        desk: desk(typed.desk, now, settings)?,
        assignee: assignee(&typed.assignee)?,
        due_at: due_at.map(|typed| moment(&typed, zone).map(time)).transpose()?,
        target_words: target,
    })
}

/// One of the desk's own names, or empty.
pub fn desk(typed: String, now: &PlanRow, settings: &Settings) -> Result<String, DeskError> {
    let typed = typed.trim();
    let known = settings.desks.iter().any(|desk| desk == typed);
    if known || typed.is_empty() || typed == now.desk {
        Ok(typed.to_owned())
    } else {
        Err(DeskError::NoDeskCalled(quoted(typed)))
    }
}

pub fn assignee(typed: &str) -> Result<String, DeskError> {
    line("the name of who writes it", typed, LONGEST_ASSIGNEE)
}

/// As clients see it.
pub fn shown(row: &PlanRow) -> Plan {
    Plan {
        kind: variant(&row.kind).unwrap_or_default(),
        desk: row.desk.clone(),
        assignee: row.assignee.clone(),
        due_at: row.due_at.clone(),
        target_words: row.target_words,
    }
}
