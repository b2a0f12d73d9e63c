//! Times as the page writes them: for machines with the publication's offset, for readers in the
//! language of the page with the zone named.

use super::words::Words;
use chrono::{DateTime, Datelike, Offset, SecondsFormat, Utc};
use chrono_tz::{OffsetName, Tz};

/// When the story went out and when it last changed, in the publication's zone.
#[derive(Debug)]
pub struct Dates {
    published: DateTime<Tz>,
    modified: DateTime<Tz>,
}

impl Dates {
    /// `time_zone` is an IANA name; one that nobody knows counts as UTC. A change before publication
    /// is none.
    pub fn new(published: DateTime<Utc>, modified: DateTime<Utc>, time_zone: &str) -> Dates {
        let zone: Tz = time_zone.parse().unwrap_or(Tz::UTC);
        Dates {
            published: published.with_timezone(&zone),
            modified: modified.max(published).with_timezone(&zone),
        }
    }

    /// "2026-05-12T12:30:00+03:00"
    pub fn published(&self) -> String {
        machine(&self.published)
    }

    /// "2026-05-12T12:30:00+03:00"; the time of publication when nothing changed since.
    pub fn modified(&self) -> String {
        machine(&self.modified)
    }

    /// "12 May 2026, 12:30 GMT+3"
    pub fn published_in(&self, words: &Words) -> String {
        reader(&self.published, words)
    }

    /// As [`Dates::published_in`], of the last change.
    pub fn modified_in(&self, words: &Words) -> String {
        reader(&self.modified, words)
    }

    /// As [`Dates::published_in`]; `None` when a reader would see the same time twice.
    pub fn updated_in(&self, words: &Words) -> Option<String> {
        let updated = reader(&self.modified, words);
        (updated != self.published_in(words)).then_some(updated)
    }
}

fn machine(time: &DateTime<Tz>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The day of a date such as "2024-05-12T08:00:00", as readers write it; as much of it as the date
/// knows. `None` when it is no date.
pub fn day_in(date: &str, words: &Words) -> Option<String> {
    let day = date.split('T').next().unwrap_or_default();
    let mut parts = day.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let mut number = |most: u32| parts.next()?.parse().ok().filter(|n| (1..=most).contains(n));
    let year: i32 = year.parse().ok()?;
    match (number(12), number(31)) {
        (Some(month), Some(day)) => Some(filled(words.day(), year, month, day, words)),
        (Some(month), None) => Some(filled(words.month_of_year, year, month, 1, words)),
        (None, _) => Some(year.to_string()),
    }
}

/// A month as readers write it, "May 2026".
pub fn month_in(year: i32, month: u32, words: &Words) -> String {
    filled(words.month_of_year, year, month, 1, words)
}

/// A pattern of [`Words`] with a day in it.
fn filled(pattern: &str, year: i32, month: u32, day: u32, words: &Words) -> String {
    let name = |names: [&str; 12]| names.get(month as usize - 1).copied().map(str::to_owned);
    let (day, month) = match words.months.and_then(name) {
        Some(month) => (day.to_string(), month),
        None => (format!("{day:02}"), format!("{month:02}")),
    };
    pattern.replace("{day}", &day).replace("{month}", &month).replace("{year}", &year.to_string())
}

fn reader(time: &DateTime<Tz>, words: &Words) -> String {
    filled(words.date, time.year(), time.month(), time.day(), words)
        .replace("{time}", &time.format("%H:%M").to_string())
        .replace("{zone}", &zone(time, words))
}

/// The letters of the zone where readers know them and it has some, else "GMT+5:30".
fn zone(time: &DateTime<Tz>, words: &Words) -> String {
    let letters = time.offset().abbreviation().unwrap_or_default();
    if words.zone_letters && letters.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return letters.to_owned();
    }
    let minutes = time.offset().fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "GMT".to_owned(),
        (hours, 0) => format!("GMT{sign}{hours}"),
        (hours, rest) => format!("GMT{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(zone: &str, language: &str, expected: &str) {
        let time = "2026-05-12T09:05:30Z".parse().expect("a time");
        let dates = Dates::new(time, time, zone);
        assert_eq!(dates.published_in(Words::of(language)), expected);
        assert_eq!(dates.updated_in(Words::of(language)), None);
    }

    #[test]
    fn readers_see_the_publications_time() {
        check("Europe/London", "en", "12 May 2026, 10:05 BST");
        check("America/New_York", "en-US", "May 12, 2026, 05:05 EDT");
        check("Europe/Istanbul", "en", "12 May 2026, 12:05 GMT+3");
        check("Europe/Istanbul", "tr", "12 Mayıs 2026, 12:05 GMT+3");
        check("Asia/Kolkata", "fi", "2026-05-12, 14:35 GMT+5:30");
        check("America/St_Johns", "fr", "12 mai 2026, 06:35 GMT\u{2212}2:30");
        check("Asia/Tokyo", "ja", "2026年5月12日 18:05 GMT+9");
        check("UTC", "de", "12. Mai 2026, 09:05 Uhr GMT");
    }

    fn day(date: &str, language: &str, expected: &str) {
        assert_eq!(day_in(date, Words::of(language)).unwrap_or_default(), expected);
    }

    #[test]
    fn a_day_is_written_as_far_as_it_is_known() {
        day("2024-05-12T08:00:00+02:00", "en", "12 May 2024");
        day("2024-05-12", "en-US", "May 12, 2024");
        day("2024-05-12", "de", "12. Mai 2024");
        day("2024-05-12", "es", "12 de mayo de 2024");
        day("2024-05-12", "ar", "2024-05-12");
        day("2024-05-12", "ja", "2024年5月12日");
        day("2024-05", "en", "May 2024");
        day("2024-05", "es", "mayo de 2024");
        day("2024-05", "fi", "2024-05");
        day("1954", "ja", "1954");
        day("2024-13-40", "en", "2024");
        day("12 May", "en", "");
        day("", "en", "");
    }

    #[test]
    fn an_unknown_zone_is_utc() {
        check("Mars/Olympus", "en", "12 May 2026, 09:05 UTC");
    }

    #[test]
    fn machines_see_the_offset() {
        let time = "2026-05-12T09:05:30Z".parse().expect("a time");
        let dates = Dates::new(time, time, "Europe/Istanbul");
        assert_eq!(dates.published(), "2026-05-12T12:05:30+03:00");
    }

    #[test]
    fn a_change_before_publication_is_no_update() {
        let (early, late) = ("2026-05-12T09:05:00Z", "2026-05-12T10:05:00Z");
        let [early, late] = [early, late].map(|time| time.parse().expect("a time"));
        let dates = Dates::new(late, early, "UTC");
        assert_eq!(dates.modified(), dates.published());
        let dates = Dates::new(early, late, "UTC");
        assert_eq!(dates.updated_in(Words::of("en")).as_deref(), Some("12 May 2026, 10:05 UTC"));
    }
}
