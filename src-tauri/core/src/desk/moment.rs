//! Times as people and clients give them, and as sentences say them.

use super::dispatch::quoted;
use super::error::DeskError;
use chrono::{DateTime, Datelike, LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::str::FromStr;

/// The moment that `typed` names: with its offset (RFC 3339), or as the clocks of `zone` show it,
/// "2026-05-12 00:01". What the clocks show twice is the later one: a story that is held back is
/// rather held too long. Fails on what is no time, or is not of the years 1970 to 9999.
pub fn moment(typed: &str, zone: Tz) -> Result<DateTime<Utc>, DeskError> {
    let typed = typed.trim();
    let no_time = || DeskError::BadTime(quoted(typed));
    let moment = match DateTime::parse_from_rfc3339(typed) {
        Ok(moment) => moment.to_utc(),
        Err(_) => on_the_clock(typed, zone).ok_or_else(no_time)??,
    };
    if (1970..=9999).contains(&moment.year()) { Ok(moment) } else { Err(no_time()) }
}

/// `None`: that is no time.
fn on_the_clock(typed: &str, zone: Tz) -> Option<Result<DateTime<Utc>, DeskError>> {
    const SHAPES: [&str; 4] =
        ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
    let shown = SHAPES.iter().find_map(|shape| NaiveDateTime::parse_from_str(typed, shape).ok())?;
    Some(match zone.from_local_datetime(&shown) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(_, moment) => Ok(moment.to_utc()),
        LocalResult::None => {
            Err(DeskError::NoSuchTime { typed: quoted(typed), zone: zone.name().to_owned() })
        }
    })
}

/// The zone of that IANA name, as "Europe/Istanbul".
pub fn zone(typed: &str) -> Result<Tz, DeskError> {
    Tz::from_str(typed.trim()).map_err(|_| DeskError::BadTimeZone(quoted(typed)))
}

/// The place that a zone is named after, as "Istanbul" or "New York".
pub fn place(zone: Tz) -> String {
    zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// "12 May 2026, 00:01 Istanbul (21:01 UTC 11 May)", with the day of UTC only where it is another.
pub fn in_both_zones(moment: DateTime<Utc>, zone: Tz) -> String {
    let there = moment.with_timezone(&zone);
    let said = there.format("%-d %B %Y, %H:%M");
    if there.naive_local() == moment.naive_utc() {
        return format!("{said} {}", place(zone));
    }
    let utc = match there.date_naive() == moment.date_naive() {
        true => moment.format("%H:%M UTC"),
        false => moment.format("%H:%M UTC %-d %B"),
    };
    format!("{said} {} ({utc})", place(zone))
}

#[cfg(test)]
mod tests {
    use super::super::words::time;
    use super::*;

    fn check(typed: &str, zone: Tz, expected: Option<&str>) {
        assert_eq!(moment(typed, zone).ok().map(time).as_deref(), expected, "{typed}");
    }

    #[test]
    fn a_time_has_its_offset_or_is_of_the_zone() {
        let there = Tz::Europe__Istanbul;
        check("2026-05-12T00:01:00+03:00", Tz::UTC, Some("2026-05-11T21:01:00.000Z"));
        check("2026-05-12T00:01:00Z", there, Some("2026-05-12T00:01:00.000Z"));
        check("2026-05-12 00:01", there, Some("2026-05-11T21:01:00.000Z"));
        check(" 2026-05-12T00:01:30 ", there, Some("2026-05-11T21:01:30.000Z"));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for typed in [
            "",
            "tomorrow",
            "2026-05-12",
            "2026-13-12 00:01",
            "2026-05-12 25:00",
            "99999-05-12 00:01",
            "+99999-05-12 00:01",
            "1066-10-14 09:00",
            "-2026-05-12 00:01",
        ] {
            check(typed, Tz::UTC, None);
        }
    }

    #[test]
    fn where_the_clocks_change_the_later_time_stands_and_a_missing_one_is_refused() {
        let there = Tz::Europe__Berlin;
        check("2026-10-25 02:30", there, Some("2026-10-25T01:30:00.000Z"));
        check("2026-03-29 02:30", there, None);
    }

    #[test]
    fn both_times_are_named() {
        let moment = moment("2026-05-12 00:01", Tz::Europe__Istanbul).unwrap();
        let check = |zone, expected| assert_eq!(in_both_zones(moment, zone), expected);
        check(Tz::Europe__Istanbul, "12 May 2026, 00:01 Istanbul (21:01 UTC 11 May)");
        check(Tz::America__New_York, "11 May 2026, 17:01 New York (21:01 UTC)");
        check(Tz::UTC, "11 May 2026, 21:01 UTC");
    }
}
