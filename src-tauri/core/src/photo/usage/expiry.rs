//! The last day of a picture's use: from the file's own field, and proposed from free text.
//!
//! Dates are read in the languages that agencies write their terms in. Where day and month cannot be
//! told apart, the earlier day is proposed: too early is a question, too late is a bill.

use super::ProposedExpiry;
use super::said::Said;
use crate::photo::facts::Field;
use crate::photo::tidy::constant;
use crate::story::month_named;
use chrono::{Days, Months, NaiveDate};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The last day that a date stands for: "2026" is used up on 31 December.
pub(super) fn last_day(date: &str) -> Option<NaiveDate> {
    let first = first_day(date)?;
    match day_part(date).len() {
        4 => first.checked_add_months(Months::new(12))?.pred_opt(),
        7 => first.checked_add_months(Months::new(1))?.pred_opt(),
        _ => Some(first),
    }
}

/// The first day that a date stands for.
pub(super) fn first_day(date: &str) -> Option<NaiveDate> {
    let day = day_part(date);
    let whole = match day.len() {
        4 => format!("{day}-01-01"),
        7 => format!("{day}-01"),
        _ => day.to_owned(),
    };
    NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()
}

fn day_part(date: &str) -> &str {
    date.trim().split(['T', ' ']).next().unwrap_or_default()
}

/// A last day that the supplier's words name.
pub(super) fn proposed(said: &Said) -> Option<ProposedExpiry> {
    let fields = [Field::Instructions, Field::UsageTerms, Field::OtherConstraints, Field::Caption];
    let made = said.first(Field::ReleaseDate).or_else(|| said.first(Field::DateCreated));
    let made = made.filter(|date| day_part(date).len() == 10).and_then(first_day);
    fields.into_iter().filter_map(|field| said.first(field)).find_map(|text| in_text(text, made))
}

fn in_text(text: &str, made: Option<NaiveDate>) -> Option<ProposedExpiry> {
    let until = UNTIL.captures_iter(text).find_map(|found| {
        let day = day_at_start(found.name("rest")?.as_str())?;
        Some((day.0, found.get(0)?.start()..found.name("rest")?.start() + day.1))
    });
    let before = || {
        UNTIL_AFTER.captures_iter(text).find_map(|found| {
            let whole = found.get(0)?;
            Some((day_at_start(found.name("date")?.as_str())?.0, whole.range()))
        })
    };
    let (day, range) = until.or_else(before).or_else(|| after_days(text, made))?;
    let quoted = text.get(range)?.trim().to_owned();
    Some(ProposedExpiry { on: day.to_string(), quoted })
}

/// "use until …", "no use after …", "expires on …", and their like.
static UNTIL: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)(?:
            \b(?:us(?:e|ed|age|able)|valid|licen[sc]ed?|available|publication|publish(?:ed)?|archiv\w*)\b
                [^.;\n]{0,40}?\b(?:until|till|through|up\sto|no\slater\sthan|after|beyond|before|past)\s+(?:midnight\s+(?:on\s+)?)?
            | \b(?:expir(?:es|y|ation)(?:\s+date)?|usage\s+end(?:s|\s+date)?|end\s+date|valid\s+to|kill\s+date)\b\s*(?:on|is|:|-)?\s*
            | \bmust\s+be\s+(?:deleted|removed|taken\s+down)\s+(?:by|on|after)\s+
            | \b(?:nur\s+)?(?:verwend\w+|nutz\w+|veröffentlich\w+|gültig|frei)\b[^.;\n]{0,40}?\b(?:bis|nach)\s+(?:zum\s+|dem\s+)?
            | \bjusqu['’]?\s?au\s+ | \b(?:pas|plus|aucune)\b[^.;\n]{0,30}?\baprès\s+le\s+ | \bexpire\s+le\s+
            | \bhasta\s+el\s+ | \b(?:vence|caduca)\s+el\s+ | \bdespués\s+del?\s+
            | \bfino\s+al\s+ | \bscade\s+il\s+ | \bdopo\s+il\s+ | \baté\s+(?:o\s+dia\s+)?(?:a\s+)?
            | \btot\s+(?:en\s+met\s+)?
            | \bson\s+kullan[ıi]m\s*(?:tarihi)?\s*:?\s*
        )(?P<rest>[^\n]{4,40})",
    )
});

/// Turkish names the day first: "31 Aralık 2026 tarihine kadar kullanılabilir".
static UNTIL_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?P<date>\d{1,2}[. /]\s?\p{L}*\d*[. /]\s?\d{4})(?:['’]\p{L}+)?\s+(?:tarihine|tarihinden|gününe)?\s*(?:kadar|sonra)",
    )
});

/// "14 days from transmission", "within 30 days of 2 May 2026", "14 Tage ab Veröffentlichung". Where
/// it does not name the first day, the picture's own stands for it.
fn after_days(text: &str, made: Option<NaiveDate>) -> Option<(NaiveDate, std::ops::Range<usize>)> {
    static SPAN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?P<number>\d{1,3})[\s-]+
            (?P<unit>days?|weeks?|months?|tagen?|wochen?|monaten?|jours?|semaines?|mois|d[ií]as|semanas?|meses|giorni|settimane|mesi|dagen|weken|maanden|gün|hafta|ay)
            (?:\s+(?:from|after|of\s+(?:the\s+)?(?:transmission|distribution|publication|release|receipt|date|\d)|since|following|ab|nach|seit|après|à\scompter|desde|a\spartir|dal|dalla|na|vanaf|içinde|boyunca|süreyle)\b(?P<rest>[^\n.;]{0,40})|\s+only\b)",
        )
    });
    let found = SPAN.captures(text)?;
    let rest = found.name("rest").map_or("", |rest| rest.as_str());
    let rest = rest.trim_start().trim_start_matches("the ");
    let start = day_at_start(rest).map(|(day, _)| day).or(made)?;
    let end = found.name("rest").map_or(found.get(0)?.end(), |rest| rest.end());
    Some((later(start, &found)?, found.get(0)?.start()..end))
}

fn later(start: NaiveDate, span: &Captures) -> Option<NaiveDate> {
    let number: u32 = span.name("number")?.as_str().parse().ok()?;
    let unit = span.name("unit")?.as_str().to_lowercase();
    let is = |starts: &[&str]| starts.iter().any(|start| unit.starts_with(start));
    if is(&["mo", "me", "maand", "ay"]) {
        return start.checked_add_months(Months::new(number));
    }
    let days = if is(&["we", "wo", "se", "hafta"]) { number * 7 } else { number };
    start.checked_add_days(Days::new(u64::from(days)))
}

/// The date that `text` begins with, and how many bytes of it that is.
fn day_at_start(text: &str) -> Option<(NaiveDate, usize)> {
    static ISO: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^\W{0,3}(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"));
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^\W{0,3}(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})[./-]\s?(?P<y>\d{4}|\d{2})\b",
        )
    });
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W{0,3}(?:\p{L}+day,?\s+)?(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?(?P<m>\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(?P<y>\d{4})\b",
        )
    });
    static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W{0,3}(?:\p{L}+day,?\s+)?(?P<m>\p{L}{3,12})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b",
        )
    });
    if let Some(found) = NUMBERS.captures(text) {
        return Some((by_numbers(&found)?, found.get(0)?.end()));
    }
    let found =
        [&*ISO, &*DAY_FIRST, &*MONTH_FIRST].into_iter().find_map(|form| form.captures(text))?;
    let month = found.name("m")?.as_str();
    let month = month.parse().ok().or_else(|| month_named(month))?;
    Some((
        NaiveDate::from_ymd_opt(number(&found, "y")?, month, number(&found, "d")?)?,
        found.get(0)?.end(),
    ))
}

fn number<T: std::str::FromStr>(found: &Captures, name: &str) -> Option<T> {
    found.name(name)?.as_str().parse().ok()
}

/// Dots put the day first; with other marks both readings are tried.
fn by_numbers(found: &Captures) -> Option<NaiveDate> {
    let (a, b, year): (u32, u32, i32) =
        (number(found, "a")?, number(found, "b")?, number(found, "y")?);
    let year = if year < 100 { 2000 + year } else { year };
    let day_first = NaiveDate::from_ymd_opt(year, b, a);
    if found.name("mark")?.as_str() == "." {
        return day_first;
    }
    day_first.into_iter().chain(NaiveDate::from_ymd_opt(year, a, b)).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, on: &str, quoted: &str) {
        let made = NaiveDate::from_ymd_opt(2026, 5, 2);
        let found = in_text(text, made);
        let found = found.as_ref().map(|found| (found.on.as_str(), found.quoted.as_str()));
        assert_eq!(found.unwrap_or_default(), (on, quoted), "{text}");
    }

    #[test]
    fn a_last_day_in_words() {
        check("Use until 31 December 2026 only", "2026-12-31", "Use until 31 December 2026");
        check("NO USE AFTER JUNE 2, 2026", "2026-06-02", "USE AFTER JUNE 2, 2026");
        check("Expires: 2026-12-31", "2026-12-31", "Expires: 2026-12-31");
        check("Nutzung nur bis zum 31.12.2026", "2026-12-31", "Nutzung nur bis zum 31.12.2026");
        check("Utilisable jusqu’au 1er août 2026", "2026-08-01", "jusqu’au 1er août 2026");
        check(
            "Uso permitido hasta el 3 de enero de 2027",
            "2027-01-03",
            "hasta el 3 de enero de 2027",
        );
        check("Utilizzabile fino al 3 gennaio 2027", "2027-01-03", "fino al 3 gennaio 2027");
        check("31 Aralık 2026 tarihine kadar", "2026-12-31", "31 Aralık 2026 tarihine kadar");
        check("31 Ağustos 2026’ya kadar", "2026-08-31", "31 Ağustos 2026’ya kadar");
    }

    #[test]
    fn a_doubtful_day_is_the_earlier_one() {
        check("use until 03/04/2026", "2026-03-04", "use until 03/04/2026");
        check("use until 25/04/2026", "2026-04-25", "use until 25/04/2026");
        check("use until 04/25/26", "2026-04-25", "use until 04/25/26");
    }

    #[test]
    fn a_number_of_days() {
        check("Use within 14 days from transmission", "2026-05-16", "14 days from transmission");
        check("14 days from May 10, 2026.", "2026-05-24", "14 days from May 10, 2026");
        check("free for 2 weeks only", "2026-05-16", "2 weeks only");
        check("NUTZUNG 30 Tage ab Veröffentlichung", "2026-06-01", "30 Tage ab Veröffentlichung");
    }

    #[test]
    fn other_dates_end_nothing() {
        check("Taken on 31 December 2026", "", "");
        check("Editorial use only. No sales.", "", "");
        check("After 14 days of rain", "", "");
        check("after the vote of 2026", "", "");
        check("use until 45.13.2026", "", "");
    }

    #[test]
    fn a_vague_date_lasts_to_its_end() {
        assert_eq!(last_day("2026").unwrap().to_string(), "2026-12-31");
        assert_eq!(last_day("2024-02").unwrap().to_string(), "2024-02-29");
        assert_eq!(last_day("2026-05-12T06:00").unwrap().to_string(), "2026-05-12");
        assert_eq!(last_day("soon"), None);
        assert_eq!(last_day(""), None);
    }
}
