//! A picture from before this event that does not say so.

use super::Level;
use super::found::Found;
use super::page::{Page, Picture};
use chrono::{Datelike, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;

/// A picture older than this is seldom of the event.
const DAYS: i64 = 30;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.pictures.iter().filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let taken = picture.photo?.taken.as_deref()?;
    let day = last_day(taken)?;
    let caption = picture.caption();
    let marked = picture.figure.file_photo || says_so(&caption, day, page.today);
    if marked || (page.today - day).num_days() <= DAYS {
        return None;
    }
    let message = format!(
        "{} was taken {}. Mark it as a file photo, or say in its caption when it was taken.",
        picture.named(),
        words(taken, day)
    );
    let about = picture.figure.photo_id.as_deref().unwrap_or_default();
    Some(Found::new(Level::Warn, picture.place(), about, message).param("taken", taken))
}

/// The last day that the date may mean.
fn last_day(taken: &str) -> Option<NaiveDate> {
    let day = taken.split('T').next()?;
    match day.len() {
        4 => NaiveDate::from_ymd_opt(day.parse().ok()?, 12, 31),
        7 => NaiveDate::parse_from_str(&format!("{day}-28"), "%Y-%m-%d").ok(),
        _ => NaiveDate::parse_from_str(day, "%Y-%m-%d").ok(),
    }
}

fn words(taken: &str, day: NaiveDate) -> String {
    match taken.split('T').next().unwrap_or_default().len() {
        4 => format!("in {}", day.year()),
        7 => day.format("in %B %Y").to_string(),
        _ => day.format("on %-d %B %Y").to_string(),
    }
}

/// The caption says that it is a file photo, or names the year.
fn says_so(caption: &str, day: NaiveDate, today: NaiveDate) -> bool {
    static FILE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\bfile (?:photo|picture|image|pic)|\barchiv|\barşiv|\barquivo|\bundated\b|\blast (?:year|month|autumn|winter|spring|summer|week)\b|أرشيف",
        )
        .expect("a constant that the tests run")
    });
    let year = day.year().to_string();
    let names_year = caption.split(|c: char| !c.is_alphanumeric()).any(|word| word == year);
    let names_day =
        names_year && day.year() != today.year() || caption.contains(&day.format("%B").to_string());
    FILE.is_match(caption) || names_day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(caption: &str, taken: &str, expected: bool) {
        let today = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        assert_eq!(says_so(caption, last_day(taken).unwrap(), today), expected, "{caption}");
    }

    #[test]
    fn captions_that_say_so() {
        check("A file photo of the bridge", "2024-03-02", true);
        check("Ada Reed in 2024", "2024-03-02", true);
        check("Köprü (arşiv)", "2024", true);
        check("The bridge in March", "2026-03-02", true);
    }

    #[test]
    fn captions_that_do_not() {
        check("The bridge", "2024-03-02", false);
        check("The bridge in 2026", "2026-03-02", false);
        check("A fileted fish", "2024-03-02", false);
    }
}
