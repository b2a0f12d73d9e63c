//! Dates as precise as the file says, never more: no month, time or zone is made up.

/// Writes a date of XMP, IIM or Exif as "2026", "2026-05", "2026-05-12", "2026-05-12T14:03",
/// "2026-05-12T14:03:22", with a fraction and a zone where there are some. `None` when it is not a
/// date. Years alone and unknown months ("00") are dates: an old print often has no more.
pub(super) fn date(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let (day, time) = match raw.find(['T', 't', ' ']) {
        Some(at) => (&raw[..at], raw[at + 1..].trim()),
        None => (raw, ""),
    };
    let day = self::day(day)?;
    match self::time(time) {
        Some(time) if day.len() == "2026-05-12".len() => Some(format!("{day}T{time}")),
        _ => Some(day),
    }
}

/// Joins IIM's date and time, "20260512" and "140322+0300".
pub(super) fn iim_date(day: &str, time: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let spaced = |text: &str| match text.as_bytes() {
        [_, _, _, _, _, _] if digits(text) => {
            format!("{}:{}:{}", &text[..2], &text[2..4], &text[4..])
        }
        _ => text.to_owned(),
    };
    let day = match day.trim() {
        day if day.len() == 8 && digits(day) => {
            format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])
        }
        day => day.to_owned(),
    };
    let time = time.trim();
    let (clock, zone) = time.split_at(time.find(['+', '-', 'Z']).unwrap_or(time.len()));
    let zone = match zone.len() {
        5 if zone.is_ascii() => format!("{}:{}", &zone[..3], &zone[3..]),
        _ => zone.to_owned(),
    };
    date(&format!("{day}T{}{zone}", spaced(clock)))
}

/// "2026-05-12", "2026:05:12", "2026-05" or "2026"; unknown parts ("00") are left out.
fn day(raw: &str) -> Option<String> {
    let mut parts = raw.split(['-', ':', '/']);
    let year = parts.next().and_then(|part| number(part, 4, 1..=9999))?;
    let Some(month) = parts.next().and_then(|part| number(part, 2, 1..=12)) else {
        return Some(year);
    };
    match parts.next().and_then(|part| number(part, 2, 1..=31)) {
        Some(day) => Some(format!("{year}-{month}-{day}")),
        None => Some(format!("{year}-{month}")),
    }
}

fn time(raw: &str) -> Option<String> {
    let (clock, zone) = raw.split_at(raw.find(['+', '-', 'Z', 'z']).unwrap_or(raw.len()));
    let (clock, fraction) = clock.trim().split_once('.').unwrap_or((clock.trim(), ""));
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 2, 0..=23)?;
    let minute = number(parts.next()?, 2, 0..=59)?;
    let mut time = format!("{hour}:{minute}");
    if let Some(second) = parts.next().and_then(|part| number(part, 2, 0..=60)) {
        time = format!("{time}:{second}");
        if !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            time = format!("{time}.{fraction}");
        }
    }
    Some(time + &self::zone(zone.trim()))
}

/// "Z" or "+03:00"; anything else is no zone.
fn zone(raw: &str) -> String {
    if raw.eq_ignore_ascii_case("z") {
        return "Z".to_owned();
    }
    let parts = raw.get(1..).and_then(|rest| rest.split_once(':'));
    let parts =
        parts.and_then(|(hour, minute)| number(hour, 2, 0..=14).zip(number(minute, 2, 0..=59)));
    match parts {
        Some((hour, minute)) => format!("{}{hour}:{minute}", &raw[..1]),
        None => String::new(),
    }
}

/// `part` when it is `digits` digits and in range.
fn number(part: &str, digits: usize, range: std::ops::RangeInclusive<u32>) -> Option<String> {
    let part = part.trim();
    let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    let value = part.parse::<u32>().ok().filter(|_| plain)?;
    range.contains(&value).then(|| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(date(raw).unwrap_or_default(), expected, "{raw}");
    }

    fn check_iim(day: &str, time: &str, expected: &str) {
        assert_eq!(iim_date(day, time).unwrap_or_default(), expected, "{day} {time}");
    }

    #[test]
    fn a_date_keeps_its_precision() {
        check("1918", "1918");
        check("2026-05", "2026-05");
        check("2026-05-12", "2026-05-12");
        check("2026-05-12T14:03", "2026-05-12T14:03");
        check("2026-05-12T14:03:22", "2026-05-12T14:03:22");
        check("2026-05-12T14:03:22.50+03:00", "2026-05-12T14:03:22.50+03:00");
        check("2026-05-12T14:03:22Z", "2026-05-12T14:03:22Z");
    }

    #[test]
    fn a_cameras_date_is_turned_round() {
        check("2026:05:12 14:03:22", "2026-05-12T14:03:22");
        check("2026:05:12 14:03:22.123-05:30", "2026-05-12T14:03:22.123-05:30");
        check("0000:00:00 00:00:00", "");
        check("    :  :     :  :  ", "");
    }

    #[test]
    fn what_is_wrong_in_a_date_is_left_out() {
        check("2026-00-00", "2026");
        check("2026-05-12T99:99", "2026-05-12");
        check("2026-05-12T14:03:22+99:00", "2026-05-12T14:03:22");
        check("last spring", "");
        check("２０２６", "");
        check("", "");
    }

    #[test]
    fn iim_writes_date_and_time_apart() {
        check_iim("20260512", "140322+0300", "2026-05-12T14:03:22+03:00");
        check_iim("20260512", "140322", "2026-05-12T14:03:22");
        check_iim("20260512", "", "2026-05-12");
        check_iim("19180000", "", "1918");
        check_iim("2026-05-12", "14:03:22", "2026-05-12T14:03:22");
        check_iim("", "140322", "");
    }
}
