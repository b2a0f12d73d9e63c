//! Credits in copy: a line of its own ("Photo by: AFP"), or the tail of a caption
//! ("… on Monday. (Photo by Elif Kaya/AFP)").
//!
//! The words found here are what the copy named. They never become a photo's credit.

use super::words::{AGENCIES, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// Longer lines are not looked at for a caption, in bytes.
pub(super) const LONGEST_CAPTION_BYTES: usize = 1_500;

/// The name in a line that is nothing but a credit, with its certainty in percent.
pub(super) fn credit_line(text: &str) -> Option<(String, u32)> {
    if text.len() > 200 {
        return None;
    }
    for (line, certainty) in LINES.iter() {
        if let Some(name) = line.captures(text).and_then(|found| found.name("name")) {
            let name = name.as_str().trim();
            return is_name(name).then(|| (name.to_owned(), *certainty));
        }
    }
    None
}

/// A caption cut in two: its words and the credit behind them.
#[derive(Debug, PartialEq)]
pub(super) struct Tail<'a> {
    pub caption: &'a str,
    pub tail: &'a str,
    pub name: &'a str,
    /// How much the tail says that the line is a caption, in percent.
    pub weight: i32,
}

/// The credit at the end of `text`. Nothing as long as a chapter is a caption.
pub(super) fn credit_tail(text: &str) -> Option<Tail<'_>> {
    let may_have_one = text.contains(['(', '[', '/', ':', '|', '–', '—']);
    if text.len() > LONGEST_CAPTION_BYTES || !may_have_one {
        return None;
    }
    TAILS.iter().find_map(|(tail, weight)| {
        let found = tail.captures(text)?;
        let (caption, name) = (found.name("caption")?, found.name("name")?.as_str().trim());
        let tail = text.get(caption.end()..)?.trim();
        let caption = caption.as_str().trim();
        is_name(name).then_some(Tail { caption, tail, name, weight: *weight })
    })
}

const PHOTO: &str = r"(?i:(?:file\s+)?(?:photo(?:graph)?s?|pictures?|images?|pics?|foto(?:ğraf)?(?:lar)?|fotos|photographie|fotografía|imagen|bild(?:er)?)|写真|사진|الصورة|صورة|تصوير|фото)";
const BY: &str = r"(?i:by|credit|courtesy(?:\s+of)?|de|von)";
const AGENCY_PHOTO: &str = "(?: Photo| Images| Pool)?";

static LINES: LazyLock<Vec<(Regex, u32)>> = LazyLock::new(|| {
    let lines = [
        (format!(r"^[\[(]?{PHOTO}(?:\s+{BY})?\s*[:：/|–—]\s*(?P<name>.+?)[\])]?$"), 95),
        (format!(r"^[\[(]?{PHOTO}\s+(?i:by|courtesy of|credit)\s+(?P<name>.+?)[\])]?$"), 90),
        (r"^(?i:credits?)\s*[:/]\s*(?P<name>.+)$".into(), 90),
        (
            format!(r"^[\[(]?(?P<name>(?:{AGENCIES}){AGENCY_PHOTO}\s?/\s?\p{{Lu}}[^.!?]+?)[\])]?$"),
            90,
        ),
        (format!(r"^[\[(]?(?P<name>\p{{Lu}}[\p{{L}}.’' -]+\s?[/|]\s?(?:{AGENCIES}))[\])]?$"), 90),
        (r"^(?:©|\([cC]\)\s)\s*(?P<name>..+)$".into(), 85),
        (format!(r"^[\[(](?P<name>{AGENCIES})[\])]$"), 80),
    ];
    lines.into_iter().map(|(line, certainty)| (pattern(&line), certainty)).collect()
});

static TAILS: LazyLock<Vec<(Regex, i32)>> = LazyLock::new(|| {
    let agency = format!("(?:{AGENCIES})");
    let tails = [
        (
            format!(
                r"^(?P<caption>.+?)\s*[\[(]{PHOTO}(?:\s+{BY})?(?:\s*[:/|–—]\s*|\s+)(?P<name>[^()\[\]]+)[\])]\.?$"
            ),
            90,
        ),
        (
            format!(
                r"^(?P<caption>.+?)\s*[\[(](?P<name>[^()\[\]]*\s?/\s?{agency}|{agency}{AGENCY_PHOTO}\s?/[^()\[\]]+)[\])]\.?$"
            ),
            70,
        ),
        (
            r"^(?P<caption>.+?)\s*[\[(](?P<name>\p{Lu}\S+\s+\p{Lu}[^()\[\]/]*/\s?\p{Lu}[^()\[\]]*)[\])]\.?$"
                .into(),
            60,
        ),
        (
            format!(
                r"^(?P<caption>.+?[.!?”])\s+{PHOTO}(?:\s+{BY})?\s*[:/|–—]\s*(?P<name>[^.!?]+)$"
            ),
            80,
        ),
        (format!(r"^(?P<caption>.+?)\s+(?P<name>{agency}{AGENCY_PHOTO}/\p{{Lu}}[^.!?]+)$"), 70),
        (format!(r"^(?P<caption>.+?)\s*[\[(](?P<name>{agency})[\])]\.?$"), 20),
    ];
    tails.into_iter().map(|(tail, weight)| (pattern(&tail), weight)).collect()
});

/// A name has few words, and none of them is an ordinary small one. In scripts without capitals
/// only the length tells.
fn is_name(name: &str) -> bool {
    const SMALL: [&str; 24] = [
        "and", "for", "via", "of", "the", "by", "from", "de", "del", "la", "van", "von", "der",
        "da", "di", "dos", "bin", "al", "el", "y", "e", "und", "et", "ve",
    ];
    let words: Vec<&str> = name.split([' ', '/', ',']).filter(|word| !word.is_empty()).collect();
    (1..=12).contains(&words.len())
        && words.iter().all(|word| {
            !word.starts_with(char::is_lowercase) || SMALL.contains(word) || ROLES.contains(word)
        })
}

/// Words that stand in credits for how a picture came.
const ROLES: [&str; 7] = ["pool", "handout", "stringer", "courtesy", "file", "supplied", "dpa"];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(credit_line(text).map(|(name, _)| name).as_deref(), expected, "{text}");
    }

    #[test]
    fn credit_lines() {
        check("Photo by: AFP", Some("AFP"));
        check("Photo: Elif Kaya / AFP", Some("Elif Kaya / AFP"));
        check("Photo by Elif Kaya", Some("Elif Kaya"));
        check("(Photo courtesy of Town Museum)", Some("Town Museum"));
        check("Credit: Harbour Trust", Some("Harbour Trust"));
        check("AP Photo/Bo Li", Some("AP Photo/Bo Li"));
        check("Bo Li/Reuters", Some("Bo Li/Reuters"));
        check("© Harbour Trust", Some("Harbour Trust"));
        check("(AFP)", Some("AFP"));
        check("Fotoğraf: Elif Kaya", Some("Elif Kaya"));
        check("صورة: فرانس برس", Some("فرانس برس"));
    }

    #[test]
    fn lines_that_only_look_like_one() {
        check("Photo: how the bridge looked before", None);
        check("Pictures of the bridge went round the world.", None);
        check("Images show water on the road", None);
        check("Credit crunch hits the harbour", None);
        check("AFP", None);
    }

    fn check_tail(text: &str, expected: Option<(&str, &str)>) {
        assert_eq!(credit_tail(text).map(|tail| (tail.caption, tail.name)), expected, "{text}");
    }

    #[test]
    fn credits_at_the_end_of_a_caption() {
        check_tail(
            "The bridge at dawn. (Photo by Bo Li/AFP)",
            Some(("The bridge at dawn.", "Bo Li/AFP")),
        );
        check_tail("The bridge at dawn (Bo Li/AFP).", Some(("The bridge at dawn", "Bo Li/AFP")));
        check_tail("The bridge at dawn. Photo: Bo Li", Some(("The bridge at dawn.", "Bo Li")));
        check_tail(
            "The bridge at dawn. REUTERS/Bo Li",
            Some(("The bridge at dawn.", "REUTERS/Bo Li")),
        );
        check_tail(
            "The bridge at dawn [AP Photo/Bo Li]",
            Some(("The bridge at dawn", "AP Photo/Bo Li")),
        );
    }

    #[test]
    fn a_name_and_an_unknown_house() {
        check_tail(
            "The piano. (Ida Holm/Harbour Post)",
            Some(("The piano.", "Ida Holm/Harbour Post")),
        );
        check_tail("Two of the members left (Red/Green)", None);
    }

    #[test]
    fn brackets_that_are_no_credit() {
        check_tail("The bridge at dawn (file photo)", None);
        check_tail("The bridge cost much (about a million)", None);
    }
}
