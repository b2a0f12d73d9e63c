//! How long a story is, as its desk measures it.
//!
//! What counts is what a reader reads through: paragraphs, crossheads, lists, quotes, fact boxes and
//! tables. Furniture, captions and credits do not count, nor do embeds (another's words) and
//! corrections (they stand outside the length that was ordered).
//!
//! - Languages that put spaces between words are counted in words, by Unicode's word boundaries
//!   (UAX #29), and in characters as a reader sees them, spaces included.
//! - Chinese, Japanese, Thai, Lao, Khmer and Burmese put none, and UAX #29 §4 leaves their words to a
//!   dictionary. Their desks order characters: punctuation counts, since it takes a square of its own
//!   on manuscript paper, and spaces do not. That is also what word processors call "characters (no
//!   spaces)". There `words` is that number too.
//! - Korean is counted in characters as well, spaces included, which fill a square; its words are what
//!   stands between spaces.

use super::document::Document;
use super::text::{Part, runs};
use unicode_segmentation::UnicodeSegmentation;

/// What the top of the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub words: u32,
    /// Characters as a reader sees them (extended grapheme clusters).
    pub characters: u32,
    pub measured_in: Measured,
    /// How long an adult reads, begun minutes counted whole; 0 for nothing to read.
    pub reading_minutes: u32,
}

/// What a story of its language is ordered and measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measured {
    #[default]
    Words,
    Characters,
}

impl Counts {
    /// The number that stands against the target.
    pub fn measured(&self) -> u32 {
        match self.measured_in {
            Measured::Words => self.words,
            Measured::Characters => self.characters,
        }
    }
}

/// Counts the body of `story` by its language.
pub fn counts(story: &Document) -> Counts {
    let manner = Manner::of(&story.language);
    let mut counts = Counts { measured_in: manner.measured_in(), ..Counts::default() };
    for run in runs(story).iter().filter(|run| counted(run.part)) {
        let (words, characters) = manner.count(&run.text());
        counts.words = counts.words.saturating_add(words);
        counts.characters = counts.characters.saturating_add(characters);
    }
    counts.reading_minutes = counts.measured().div_ceil(read_in_a_minute(&story.language));
    counts
}

fn counted(part: Part) -> bool {
    matches!(
        part,
        Part::Paragraph
            | Part::Crosshead
            | Part::ListItem
            | Part::Quote
            | Part::PullQuote
            | Part::Attribution
            | Part::BoxTitle
            | Part::FactBox
            | Part::TableHeader
            | Part::TableCell
    )
}

/// How a language is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Spaced,
    /// Written without spaces between words.
    Unspaced,
    Korean,
}

impl Manner {
    fn of(language: &str) -> Manner {
        match primary(language).as_str() {
            "zh" | "yue" | "wuu" | "nan" | "lzh" | "ja" | "th" | "lo" | "km" | "my" => {
                Manner::Unspaced
            }
            "ko" => Manner::Korean,
            _ => Manner::Spaced,
        }
    }

    fn measured_in(self) -> Measured {
        match self {
            Manner::Spaced => Measured::Words,
            Manner::Unspaced | Manner::Korean => Measured::Characters,
        }
    }

    /// Words and characters.
    fn count(self, text: &str) -> (u32, u32) {
        let characters = text.graphemes(true);
        match self {
            Manner::Spaced => (number(text.unicode_words()), number(characters)),
            Manner::Korean => {
                let is_word = |word: &&str| word.contains(char::is_alphanumeric);
                (number(text.split_whitespace().filter(is_word)), number(characters))
            }
            Manner::Unspaced => {
                let seen = number(characters.filter(|c| !c.chars().all(char::is_whitespace)));
                (seen, seen)
            }
        }
    }
}

/// How many words or characters, whichever the language is measured in, an adult reads in a minute.
///
/// From Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance", IOVS 53
/// (2012) 5452, who measured the same texts in 17 languages, read aloud and so with care. Languages
/// that they did not measure have their mean of 184 words; Korean, Thai, Lao, Khmer and Burmese take
/// the mean of the alphabets, 68 ms a character, as they are written in letters.
fn read_in_a_minute(language: &str) -> u32 {
    match primary(language).as_str() {
        "zh" | "yue" | "wuu" | "nan" | "lzh" => 255,
        "ja" => 357,
        "ko" | "th" | "lo" | "km" | "my" => 880,
        "ar" => 138,
        "de" => 179,
        "en" => 228,
        "es" => 218,
        "fi" => 161,
        "fr" => 195,
        "he" | "iw" => 187,
        "it" => 188,
        "nl" => 202,
        "pl" => 166,
        "pt" => 181,
        "ru" => 184,
        "sl" => 180,
        "sv" => 199,
        "tr" => 166,
        _ => 184,
    }
}

fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn number<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::read;
    use serde_json::json;

    fn story(language: &str, body: serde_json::Value) -> Counts {
        let story = json!({"doc": {"type": "story", "attrs": {"language": language}, "content": [
            {"type": "headline", "content": [{"type": "text", "text": "Not counted"}]},
            {"type": "body", "content": body}]}});
        counts(&read(&story.to_string()))
    }

    fn paragraph(text: &str) -> serde_json::Value {
        json!({"type": "paragraph", "content": [{"type": "text", "text": text}]})
    }

    fn check(language: &str, text: &str, words: u32, characters: u32, measured_in: Measured) {
        let counts = story(language, json!([paragraph(text)]));
        let found = (counts.words, counts.characters, counts.measured_in);
        assert_eq!(found, (words, characters, measured_in), "{language}: {text}");
    }

    #[test]
    fn words_where_words_have_spaces() {
        check("en", "The tram runs, don’t it?", 5, 24, Measured::Words);
        check("en-GB", "", 0, 0, Measured::Words);
        check("ar", "عاد الترام إلى العمل.", 4, 21, Measured::Words);
        check("vi", "Tàu điện chạy lại", 4, 17, Measured::Words);
        check("en", "👩‍👩‍👧 e\u{301}", 1, 3, Measured::Words);
    }

    #[test]
    fn characters_where_words_have_none() {
        check("ja", "路面電車が、再び走る。", 11, 11, Measured::Characters);
        check("ja-JP", "　字下げ 2026年", 8, 8, Measured::Characters);
        check("zh-Hant", "電車又開了。", 6, 6, Measured::Characters);
        check("ZH", "APP上线了", 6, 6, Measured::Characters);
        check("th", "รถราง วิ่งอีกครั้ง", 12, 12, Measured::Characters);
    }

    #[test]
    fn korean_has_both() {
        check("ko", "전차가 다시 달린다.", 3, 11, Measured::Characters);
    }

    #[test]
    fn boxes_and_tables_count_and_corrections_do_not() {
        let cell = json!({"type": "tableCell", "content": [paragraph("one two")]});
        let body = json!([
            {"type": "factBox", "content": [
                {"type": "boxTitle", "content": [{"type": "text", "text": "three"}]},
                paragraph("four")]},
            {"type": "table", "content": [{"type": "tableRow", "content": [cell]}]},
            {"type": "correction", "content": [paragraph("not counted")]},
            {"type": "embed", "attrs": {"text": "not counted"}},
            {"type": "gallery", "content": [{"type": "figure", "content": [
                {"type": "caption", "content": [{"type": "text", "text": "not counted"}]}]}]},
        ]);
        assert_eq!(story("en", body).words, 4);
    }

    #[test]
    fn reading_takes_begun_minutes() {
        let minutes =
            |language: &str, text: &str| story(language, json!([paragraph(text)])).reading_minutes;
        assert_eq!(minutes("en", ""), 0);
        assert_eq!(minutes("en", "one"), 1);
        assert_eq!(minutes("en", &"word ".repeat(229)), 2);
        assert_eq!(minutes("ja", &"字".repeat(715)), 3);
    }
}
