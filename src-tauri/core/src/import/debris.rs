//! Debris: what a web page or a mail program puts between the lines. It is set aside, never lost.

use super::ImportNote;
use super::pieces::Piece;
use super::words::{pattern, words};
use regex::Regex;
use std::sync::LazyLock;

/// The note that keeps `piece` when it is no part of the story.
pub(super) fn debris(piece: &Piece) -> Option<ImportNote> {
    let text = &piece.text;
    if text.len() > 200 {
        return None;
    }
    let (rule, message) = match () {
        () if is_page_furniture(text) => ("debris", "This line belongs to the web page."),
        () if END_MARK.is_match(text) => ("end-mark", "This line marks the end of the copy."),
        () if STAMP.is_match(text) && words(text) <= 12 => {
            ("date-set-aside", "This line says when the page went out.")
        }
        () => return None,
    };
    Some(ImportNote::line(rule, piece.line, text, format!("{message} It was set aside.")))
}

/// A line with nothing but a date, as "Wednesday, July 27, 2016" or "27.07.2016 14:05". Only above
/// the body: below, it may be a crosshead of a timeline. A bare weekday is no date.
pub(super) fn date_line(piece: &Piece) -> Option<ImportNote> {
    const MESSAGE: &str =
        "This line is a date. It was set aside: the story's dates are the desk's.";
    (piece.text.len() <= 100 && DATE.is_match(&piece.text))
        .then(|| ImportNote::line("date-set-aside", piece.line, &piece.text, MESSAGE))
}

/// Takes out the head of a forwarded mail and its signature, before its broken lines are joined. Empty
/// lines are still among `lines`.
pub(super) fn mail(lines: Vec<Piece>, notes: &mut Vec<ImportNote>) -> Vec<Piece> {
    let belongs = |line: &&Piece| line.text.is_empty() || MAIL_HEADER.is_match(&line.text);
    let head = lines.iter().take_while(belongs).count();
    let headers = lines.iter().take(head).filter(|line| !line.text.is_empty()).count();
    let head = if headers >= 2 { head } else { 0 };
    let end = signature(&lines).unwrap_or(lines.len()).max(head);
    let mut kept = Vec::with_capacity(lines.len());
    for (index, line) in lines.into_iter().enumerate() {
        match () {
            () if index < head => notes.extend(mail_note(&line, "head")),
            () if index >= end => notes.extend(mail_note(&line, "signature")),
            () => kept.push(line),
        }
    }
    kept
}

/// Where the signature mark stands ("-- "), among the last lines.
fn signature(lines: &[Piece]) -> Option<usize> {
    let from_end = lines.iter().rev().take(LONGEST_SIGNATURE).position(|line| line.text == "--")?;
    Some(lines.len() - 1 - from_end)
}

fn mail_note(line: &Piece, part: &str) -> Option<ImportNote> {
    let message = format!("This line belongs to the {part} of a mail. It was set aside.");
    (!line.text.is_empty()).then(|| ImportNote::line("mail", line.line, &line.text, message))
}

/// In lines. A mark with more under it parts the copy and ends no mail.
const LONGEST_SIGNATURE: usize = 10;

fn is_page_furniture(text: &str) -> bool {
    PAGE_WORDS.is_match(text) || (POINTER.is_match(text) && words(text) <= 25)
}

static PAGE_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\W_]*(?:read more|read the full story|share|share (?:this|on|via)(?: .+)?|advertisement|advert|sponsored(?: content)?|story continues below.*|article continues below.*|continue reading.*|\d+ ?min(?:ute)?s? read|(?:reading time|read time)\s*:? .+|\d+ (?:seconds?|min(?:ute)?s?|hours?|days?) ago|subscribe(?: now)?|sign up .*newsletter.*|follow us(?: on .+)?|related (?:stories|articles|topics|content)|related|most (?:read|popular)|more on this story|recommended(?: for you)?|you may also like|tweet|facebook|twitter|whatsapp|linkedin|copy link|print this page|e-?mail this|comments?(?: \(\d+\))?|\d+ comments?|leave a comment|skip to (?:content|main content)|click here.*|view gallery|devamını oku|paylaş|reklam|weiterlesen|anzeige|teilen|lire la suite|publicité|partager|leer más|compartir|publicidad|اقرأ أيضا|إعلان|مشاركة)[\W_]*$",
    )
});

static POINTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:read (?:more|also|next)|also read|see also|related|watch|listen)\s*[:|>»]\s*\S",
    )
});

static END_MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[-–—#\s(]*(?:ENDS?|Ends|30|###?)[-–—#\s)]*|#{1,3})$"));

static STAMP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:first published|published|posted|last (?:updated|modified)|updated|modified)\b\s*(?:on|at|:)?.*\d.*$",
    )
});

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    const DAY: &str = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun";
    const MONTH: &str = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık";
    const TIME: &str =
        r"(?:[,\s|–-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:am|pm)?\s*(?:[a-z]{2,5})?)?";
    pattern(&format!(
        r"(?i)^(?:(?:{DAY})\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\.?,?(?:\s+\d{{4}})?|(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}t?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}){TIME}$"
    ))
});

static MAIL_HEADER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?i:from|to|cc|bcc|sent|date|subject|reply-to)\s*:\s"));

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str) -> Piece {
        Piece { line: 1, text: text.into() }
    }

    fn check(text: &str, expected: Option<&str>) {
        let rule = debris(&piece(text)).map(|note| note.rule);
        assert_eq!(rule.as_deref(), expected, "{text}");
    }

    #[test]
    fn page_furniture_is_debris() {
        for text in [
            "Read more",
            "Share",
            "ADVERTISEMENT",
            "3 min read",
            "2 hours ago",
            "Share this article",
        ] {
            check(text, Some("debris"));
        }
        check("Read more: Ferry timetable for the summer", Some("debris"));
        check("Published: 27 July 2016 10:33 GMT", Some("date-set-aside"));
        check("(ENDS)", Some("end-mark"));
    }

    #[test]
    fn copy_with_the_same_words_is_not() {
        check("Share prices fell on Monday.", None);
        check("Read more books, the mayor said.", None);
        check("Watch out for the bridge", None);
        check("Comments from the mayor caused anger", None);
        check(
            "Published in 1920, the book was forgotten for most of a century and then found.",
            None,
        );
        check("Ends of the bridge are closed", None);
    }

    fn check_date(text: &str, expected: bool) {
        assert_eq!(date_line(&piece(text)).is_some(), expected, "{text}");
    }

    #[test]
    fn dates_are_known_and_weekdays_are_not() {
        check_date("Wednesday, July 27, 2016", true);
        check_date("27 July 2016, 14:05 GMT", true);
        check_date("27.07.2016 14:05", true);
        check_date("2016-07-27", true);
        check_date("3 Mart 2024", true);
        check_date("Wednesday", false);
        check_date("March on the bridge", false);
        check_date("May 12 people died", false);
    }
}
