//! The only place that reads the time or makes an id, so that the cases can fix both.

use chrono::{DateTime, SubsecRound, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// Where times and ids come from.
#[derive(Debug)]
pub enum Clock {
    /// The machine's clock and random ids.
    System,
    /// Starts at a given time and goes on one second with every reading; ids count up. For cases.
    Fixed { start: DateTime<Utc>, ticks: AtomicU64, ids: AtomicU64 },
}

impl Clock {
    /// A clock for cases.
    pub fn fixed(start: DateTime<Utc>) -> Self {
        Clock::Fixed { start, ticks: AtomicU64::new(0), ids: AtomicU64::new(0) }
    }

    /// The time now, in UTC, to the millisecond.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now().trunc_subsecs(3),
            Clock::Fixed { start, ticks, .. } => {
                let tick = ticks.fetch_add(1, Ordering::Relaxed);
                *start + chrono::TimeDelta::seconds(i64::try_from(tick).unwrap_or(i64::MAX))
            }
        }
    }

    /// The time now, to judge by and not to record: a fixed clock does not go on.
    pub fn glance(&self) -> DateTime<Utc> {
        match self {
            Clock::System => self.now(),
            Clock::Fixed { start, ticks, .. } => {
                let tick = ticks.load(Ordering::Relaxed);
                *start + chrono::TimeDelta::seconds(i64::try_from(tick).unwrap_or(i64::MAX))
            }
        }
    }

    /// The machine's own time, in cases too: for noting on a file when it was last used, which decides
    /// what is removed first and stands in nothing that anybody reads.
    pub fn file_time(&self) -> SystemTime {
        SystemTime::now()
    }

    /// A new id, as a string. Ids sort by the time they were made (UUID version 7, RFC 9562).
    pub fn id(&self) -> String {
        match self {
            Clock::System => uuid::Uuid::now_v7().to_string(),
            Clock::Fixed { ids, .. } => {
                let next = ids.fetch_add(1, Ordering::Relaxed) + 1;
                format!("00000000-0000-7000-8000-{next:012}")
            }
        }
    }
}
