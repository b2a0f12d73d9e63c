//! The names of months and days in the languages that captions and terms are written in.

use chrono::Weekday;
use deunicode::deunicode;

/// The month, 1 to 12, that a word names: whole or shortened, whatever its case and accents.
pub fn month_named(word: &str) -> Option<u32> {
    let word = plain(word);
    (1..).zip(MONTHS).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(at, _)| at)
}

/// The day of the week that a word names.
pub fn weekday_named(word: &str) -> Option<Weekday> {
    let word = plain(word);
    let at = WEEKDAYS.iter().position(|names| names.split(' ').any(|name| name == word))?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

fn plain(word: &str) -> String {
    deunicode(word.trim_end_matches('.')).to_lowercase()
}

/// English, German, French, Spanish, Italian, Portuguese, Dutch, Turkish, Polish; without accents.
const MONTHS: [&str; 12] = [
    "january jan januar janner janvier enero ene gennaio gen janeiro januari ocak stycznia",
    "february feb februar fevrier fevr febrero febbraio fevereiro fev februari subat lutego",
    "march mar marz mars marzo marco maart mrt mart marca",
    "april apr avril avr abril abr aprile nisan kwietnia",
    "may mai mayo maggio mag maio mei mayis maja",
    "june jun juni juin junio giugno giu junho haziran czerwca",
    "july jul juli juillet juil julio luglio lug julho temmuz lipca",
    "august aug aout agosto ago augustus agustos sierpnia",
    "september sep sept septembre septiembre settembre set setembro eylul wrzesnia",
    "october oct oktober okt octobre octubre ottobre ott outubro out ekim pazdziernika",
    "november nov novembre noviembre novembro kasim listopada",
    "december dec dezember dez decembre diciembre dic dicembre dezembro aralik grudnia",
];

/// In the same languages, Monday first. Words that say something else too are left out (the Spanish
/// for Sunday is a first name, the Turkish for Sunday a market).
const WEEKDAYS: [&str; 7] = [
    "monday montag lundi lunes lunedi maandag pazartesi",
    "tuesday dienstag mardi martes martedi dinsdag sali",
    "wednesday mittwoch mercredi miercoles mercoledi woensdag carsamba",
    "thursday donnerstag jeudi jueves giovedi donderdag persembe",
    "friday freitag vendredi viernes venerdi vrijdag",
    "saturday samstag sonnabend samedi sabado sabato zaterdag cumartesi",
    "sunday sonntag dimanche domenica zondag",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_many_languages() {
        for (word, month) in [("May", 5), ("août", 8), ("Ağustos", 8), ("März", 3), ("Sept.", 9)]
        {
            assert_eq!(month_named(word), Some(month), "{word}");
        }
        for word in ["Marathon", "Augustine", ""] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }

    #[test]
    fn days_are_known_in_many_languages() {
        assert_eq!(weekday_named("Çarşamba"), Some(Weekday::Wed));
        assert_eq!(weekday_named("sábado"), Some(Weekday::Sat));
        assert_eq!(weekday_named("Domingo"), None);
    }
}
