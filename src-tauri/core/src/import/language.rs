//! Direction and language from the letters alone: a script that one language writes, or letters that
//! one language has. Nothing is guessed from words.

use crate::story::Direction;

/// What the letters of `text` say, when they say something else than English.
pub(super) struct Language {
    pub code: &'static str,
    pub direction: Direction,
    /// In percent.
    pub certainty: u32,
}

/// Guesses the language of `text`; `None` for Latin letters that many languages share.
pub(super) fn language(text: &str) -> Option<Language> {
    let seen = Seen::count(text);
    let most = seen.letters / 2;
    let (code, certainty) = match () {
        () if seen.letters < 4 => return None,
        () if seen.arabic > most => seen.arabic_language(),
        () if seen.hebrew > most => ("he", 90),
        () if seen.hangul > most => ("ko", 95),
        () if seen.kana * 10 > seen.letters => ("ja", 95),
        () if seen.han > most => ("zh", 85),
        () if seen.greek > most => ("el", 95),
        () if seen.thai > most => ("th", 95),
        () if seen.cyrillic > most && seen.ukrainian > 0 => ("uk", 75),
        () if seen.cyrillic > most => ("ru", 55),
        () if seen.turkish * 50 > seen.letters && seen.schwa == 0 => ("tr", 85),
        () => return None,
    };
    let direction = match code {
        "ar" | "fa" | "ur" | "he" => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    };
    Some(Language { code, direction, certainty })
}

#[derive(Default)]
struct Seen {
    letters: u32,
    arabic: u32,
    persian: u32,
    urdu: u32,
    hebrew: u32,
    hangul: u32,
    kana: u32,
    han: u32,
    greek: u32,
    thai: u32,
    cyrillic: u32,
    ukrainian: u32,
    turkish: u32,
    schwa: u32,
}

impl Seen {
    fn count(text: &str) -> Seen {
        let mut seen = Seen::default();
        text.chars().filter(|c| c.is_alphabetic()).for_each(|c| seen.letter(c));
        seen
    }

    fn letter(&mut self, c: char) {
        self.letters += 1;
        let script = match c {
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FEFC}' => {
                &mut self.arabic
            }
            '\u{590}'..='\u{5FF}' => &mut self.hebrew,
            '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => &mut self.hangul,
            '\u{3040}'..='\u{30FF}' => &mut self.kana,
            '\u{3400}'..='\u{9FFF}' => &mut self.han,
            '\u{370}'..='\u{3FF}' => &mut self.greek,
            '\u{E00}'..='\u{E7F}' => &mut self.thai,
            '\u{400}'..='\u{4FF}' => &mut self.cyrillic,
            'ğ' | 'Ğ' | 'ı' | 'İ' => &mut self.turkish,
            'ə' | 'Ə' => &mut self.schwa,
            _ => return,
        };
        *script += 1;
        match c {
            'ٹ' | 'ڈ' | 'ڑ' | 'ے' | 'ں' => self.urdu += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => self.persian += 1,
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => self.ukrainian += 1,
            _ => {}
        }
    }

    fn arabic_language(&self) -> (&'static str, u32) {
        match () {
            () if self.urdu * 50 > self.letters => ("ur", 80),
            () if self.persian * 50 > self.letters => ("fa", 75),
            () => ("ar", 85),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::language;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(language(text).map(|found| found.code), expected, "{text}");
    }

    #[test]
    fn letters_tell() {
        check("افتتح رئيس البلدية الجسر القديم", Some("ar"));
        check("شهردار پل قدیمی را افتتاح کرد", Some("fa"));
        check("Köprü yağmurun ardından yarın açılacak", Some("tr"));
        check("市長が橋をひらいた", Some("ja"));
        check("Мер відкрив старий міст у місті", Some("uk"));
    }

    #[test]
    fn shared_letters_do_not() {
        check("The bridge opens in Beyoğlu on Monday after a long wait for the town", None);
        check("Der Bürgermeister eröffnet die Brücke", None);
        check("", None);
    }
}
