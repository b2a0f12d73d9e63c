//! A caption whose day is not the day the picture was taken. Only near misses are told: a caption may
//! well speak of another year.

use super::Level;
use super::found::Found;
use super::page::{Page, Picture, in_sentence};
use crate::story::{month_named, weekday_named};
use chrono::{Datelike, NaiveDate};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Dates further apart than this are of two events.
const NEAR_DAYS: i64 = 31;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|picture| !picture.is_wanted());
    shown.filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let taken = Taken::read(picture.photo?.taken.as_deref()?)?;
    let caption = picture.caption();
    let range = wrong_day(&caption, &taken)?;
    let words = &caption[range.clone()];
    let day = taken.day.format("%A, %-d %B %Y");
    let message = format!(
        "The caption of {} says “{words}”; its file says that it was taken on {day}.",
        in_sentence(&picture.label)
    );
    let place = page.in_caption(picture, &range);
    Some(
        Found::new(Level::Note, place, words, message)
            .param("words", words)
            .param("taken", day.to_string()),
    )
}

/// The day a picture was taken, and the days it may have been where its camera kept another zone.
struct Taken {
    day: NaiveDate,
    near_midnight: bool,
}

impl Taken {
    /// `None` for a date that names no day.
    fn read(taken: &str) -> Option<Taken> {
        let day = NaiveDate::parse_from_str(taken.get(..10)?, "%Y-%m-%d").ok()?;
        let hour: Option<u32> = taken.get(11..13).and_then(|hour| hour.parse().ok());
        Some(Taken { day, near_midnight: hour.is_some_and(|hour| !(4..20).contains(&hour)) })
    }

    fn may_be(&self, fits: impl Fn(NaiveDate) -> bool) -> bool {
        let neighbours = [self.day.pred_opt(), self.day.succ_opt()];
        fits(self.day) || self.near_midnight && neighbours.into_iter().flatten().any(fits)
    }
}

fn wrong_day(caption: &str, taken: &Taken) -> Option<Range<usize>> {
    let dates: Vec<(Date, Range<usize>)> = dates(caption);
    match dates.as_slice() {
        [] => wrong_weekday(caption, taken),
        [(date, range)] => is_wrong(date, taken).then(|| range.clone()),
        _ => None,
    }
}

/// A day and a month, with a year or without.
struct Date {
    day: u32,
    month: u32,
    year: Option<i32>,
}

fn is_wrong(date: &Date, taken: &Taken) -> bool {
    let year = date.year.unwrap_or(taken.day.year());
    let Some(said) = NaiveDate::from_ymd_opt(year, date.month, date.day) else { return false };
    let near = (said - taken.day).num_days().abs() <= NEAR_DAYS;
    let same_day = (said.month(), said.day()) == (taken.day.month(), taken.day.day());
    (near || same_day) && !taken.may_be(|day| day == said)
}

fn dates(caption: &str) -> Vec<(Date, Range<usize>)> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"\b(?:(?P<m1>\p{Lu}\p{L}{2,11})\.? (?P<d1>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<y1>\d{4})\b)?|(?P<d2>\d{1,2})(?:st|nd|rd|th|\.|er|º)? (?:of |de )?(?P<m2>\p{L}{3,12})\b\.?(?:,? (?:de |del )?(?P<y2>\d{4})\b)?)",
        )
        .expect("a constant that the tests run")
    });
    let read = |found: regex::Captures| {
        let text = |a, b| found.name(a).or_else(|| found.name(b)).map(|part| part.as_str());
        let month = month_named(text("m1", "m2")?)?;
        let day = text("d1", "d2")?.parse().ok()?;
        let year = text("y1", "y2").and_then(|year| year.parse().ok());
        Some((Date { day, month, year }, found.get(0)?.range()))
    };
    DATE.captures_iter(caption).filter_map(read).collect()
}

/// One weekday alone, and not as somebody's: "Sunday’s match" is still to come.
fn wrong_weekday(caption: &str, taken: &Taken) -> Option<Range<usize>> {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\p{L}+").expect("a constant that the tests run"));
    let days: Vec<_> = WORD
        .find_iter(caption)
        .filter_map(|word| Some((weekday_named(word.as_str())?, word.range())))
        .collect();
    let [(said, range)] = days.as_slice() else { return None };
    let of_something = caption[range.end..].starts_with(['’', '\'', '-']);
    let wrong = !taken.may_be(|day| day.weekday() == *said);
    (wrong && !of_something).then(|| range.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday, 12 May 2026.
    fn check(caption: &str, expected: &str) {
        let taken = Taken::read("2026-05-12T14:03").unwrap();
        let found = wrong_day(caption, &taken).map_or("", |range| &caption[range]);
        assert_eq!(found, expected, "{caption}");
    }

    #[test]
    fn a_near_miss_is_told() {
        check("Workers rest in Halden on Wednesday.", "Wednesday");
        check("Workers rest in Halden, May 13, 2026.", "May 13, 2026");
        check("Workers rest in Halden, 12 May 2025.", "12 May 2025");
        check("Arbeiter am Mittwoch in Halden", "Mittwoch");
        check("İşçiler, 13 Mayıs 2026", "13 Mayıs 2026");
    }

    #[test]
    fn the_right_day_is_silent() {
        check("Workers rest in Halden on Tuesday.", "");
        check("Workers rest in Halden, Tuesday, May 12, 2026.", "");
        check("Workers rest, May 12.", "");
        check("İşçiler salı günü, 12 Mayıs’ta", "");
    }

    #[test]
    fn days_of_other_things_are_silent() {
        check("The bridge that fell on 3 August 1998", "");
        check("The team trains ahead of Sunday’s match.", "");
        check("Between Monday and Friday", "");
        check("Some 12 marched, and 40 may follow", "");
        check("Apollo 11", "");
    }

    #[test]
    fn a_camera_may_keep_another_zone() {
        let late = Taken::read("2026-05-12T23:30").unwrap();
        assert_eq!(wrong_day("on Wednesday", &late), None);
        assert!(Taken::read("2026-05").is_none());
    }
}
