//! The furniture above the body: kicker, headline, standfirst, byline, date.

use super::ImportNote;
use super::caption::{self, Place};
use super::debris::date_line;
use super::label::{Label, Labelled, stands_by_credit};
use super::words::{ends_a_sentence, pattern, sentences, words};
use regex::Regex;
use std::sync::LazyLock;

/// Labels the furniture in `lines`, from the top down to the first line that is body.
pub(super) fn label(lines: &mut [Labelled], notes: &mut Vec<ImportNote>) {
    let Some(start) = label_headline(lines) else {
        notes.push(ImportNote::whole(
            "no-headline",
            "No line of this text reads like a headline. Write one.",
        ));
        return;
    };
    let headline = lines[start].piece.text.clone();
    let mut standfirst_may_come = true;
    for index in start + 1..lines.len() {
        if !lines[index].is_open() {
            standfirst_may_come = false;
            continue;
        }
        let text = lines[index].piece.text.clone();
        if text == headline {
            notes.push(repeated_headline(&lines[index]));
            lines[index].label = Label::Gone;
        } else if let Some(certainty) = byline(&text) {
            lines[index].set(Label::Byline, certainty);
        } else if let Some(note) = date_line(&lines[index].piece) {
            notes.push(note);
            lines[index].label = Label::Gone;
        } else if let Some(certainty) = standfirst(lines, index).filter(|_| standfirst_may_come) {
            lines[index].set(Label::Standfirst, certainty);
            standfirst_may_come = false;
        } else if is_caption(lines, index) {
            standfirst_may_come = false;
        } else {
            return;
        }
    }
}

fn is_caption(lines: &[Labelled], index: usize) -> bool {
    let place = Place { by_credit: stands_by_credit(lines, index), before_body: true };
    caption::caption(&lines[index].piece.text, place).is_some()
}

/// The place of the headline: the first line, or the second when the first is a kicker.
fn label_headline(lines: &mut [Labelled]) -> Option<usize> {
    let mut open = (0..lines.len()).filter(|at| lines[*at].is_open()).take(2);
    let (first, second) = (open.next()?, open.next());
    if let Some(second) = second.filter(|second| is_kicker(&lines[first], &lines[*second])) {
        lines[first].set(Label::Kicker, 60);
        lines[second].set(Label::Headline, 80);
        return Some(second);
    }
    let certainty = headline(&lines[first].piece.text, second.is_some())?;
    lines[first].set(Label::Headline, certainty);
    Some(first)
}

/// "COUNCIL", over a line that is set like a headline.
fn is_kicker(line: &Labelled, next: &Labelled) -> bool {
    let capitals = |text: &str| text.to_uppercase() == text && text.to_lowercase() != text;
    let (text, next) = (&line.piece.text, &next.piece.text);
    words(text) <= 3
        && text.chars().count() <= 24
        && capitals(text)
        && !capitals(next)
        && words(next) >= 4
        && headline(next, true) == Some(90)
        && byline(next).is_none()
}

fn headline(text: &str, more_follows: bool) -> Option<u32> {
    let short = words(text) <= 25 && text.chars().count() <= 200;
    match () {
        () if !short || byline(text).is_some() || dateline(text).is_some() => None,
        () if !ends_a_sentence(text) => Some(90),
        () if more_follows && words(text) <= 15 && sentences(text) == 1 => Some(55),
        () => None,
    }
}

fn repeated_headline(line: &Labelled) -> ImportNote {
    let (number, text) = (line.piece.line, &line.piece.text);
    ImportNote::line(
        "repeated-headline",
        number,
        text,
        "The headline stood twice; the second was set aside.",
    )
}

/// "By Ana Ruiz and Bo Li", with its certainty in percent.
fn byline(text: &str) -> Option<u32> {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        const NAME: &str = r"(?:\p{Lu}[\p{L}.’'-]*|de|del|la|van|von|der|da|di|dos|bin|al|el)";
        const LINK: &str = r"(?:\s*(?:,|&|;|/|\|)\s*|\s+(?:and|in|for|with|und|et|y|ve|en)\s+|\s+)";
        pattern(&format!(
            r"^(?:By|BY|Words by|Written by|Story by|Von|Par|Por|Haber:)\s+{NAME}(?:{LINK}{NAME})*$"
        ))
    });
    (text.len() <= 200 && BY.is_match(text)).then_some(90)
}

/// A standfirst stands between the headline and something that is not body, or it has no full stop.
fn standfirst(lines: &[Labelled], index: usize) -> Option<u32> {
    let text = &lines[index].piece.text;
    let next = lines.get(index + 1)?;
    let caption_by_credit = stands_by_credit(lines, index) && caption::evidence(text) >= 50;
    if !(8..=60).contains(&words(text)) || caption_by_credit || dateline(text).is_some() {
        return None;
    }
    let parted = matches!(next.label, Label::Credit(_) | Label::Divider)
        || (next.is_open()
            && (byline(&next.piece.text).is_some() || date_line(&next.piece).is_some()));
    match (parted, ends_a_sentence(text)) {
        (true, _) => Some(85),
        (false, false) if next.is_open() => Some(60),
        (false, _) => None,
    }
}

/// A dateline at the head of a paragraph.
#[derive(Debug, PartialEq)]
pub(super) struct Dateline<'a> {
    /// As it was typed, without the dash.
    pub typed: &'a str,
    /// With the dash.
    pub head: &'a str,
    pub rest: &'a str,
}

/// Cuts `text` at its dateline: "LIMA, March 3 (Agency) — The bridge …". The place is in capitals,
/// or an agency stands behind it in brackets.
pub(super) fn dateline(text: &str) -> Option<Dateline<'_>> {
    static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
        const CAPITALS: &str = r"\p{Lu}[\p{Lu}.’'-]+(?:[ /-]\p{Lu}[\p{Lu}.’'-]*)*";
        const PLAIN: &str = r"\p{Lu}[\p{L}.’'-]+(?:[ /]\p{Lu}[\p{L}.’'-]+)*";
        const REGION: &str = r"(?:,\s\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)*\.?)";
        const DAY: &str =
            r"(?:,\s(?:\p{Lu}[\p{L}.]+\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}+)(?:,?\s\d{4})?)";
        const AGENCY: &str = r"\s?\([\p{L}][\p{L}\p{N} ./&’'-]*\)";
        pattern(&format!(
            r"^(?P<typed>{CAPITALS}{REGION}?{DAY}?(?:{AGENCY})?|{PLAIN}{REGION}?{DAY}?{AGENCY})\s*(?:—|–|--|\s-)\s*(?P<rest>\S.*)$"
        ))
    });
    let found = DATELINE.captures(text)?;
    let (typed, rest) = (found.name("typed")?, found.name("rest")?);
    Some(Dateline {
        typed: typed.as_str(),
        head: text.get(..rest.start())?.trim_end(),
        rest: rest.as_str(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_byline(text: &str, expected: bool) {
        assert_eq!(byline(text).is_some(), expected, "{text}");
    }

    #[test]
    fn bylines() {
        check_byline("By Ana Ruiz and Bo Li", true);
        check_byline("By Jan van der Veen in Lima", true);
        check_byline("BY ANA RUIZ, BO LI", true);
        check_byline("By the sea, a town waits", false);
        check_byline("By Monday the bridge was open.", false);
    }

    fn check_dateline(text: &str, expected: Option<(&str, &str)>) {
        assert_eq!(dateline(text).map(|found| (found.typed, found.rest)), expected, "{text}");
    }

    #[test]
    fn datelines() {
        check_dateline(
            "LIMA, March 3 (Agency) — It opened.",
            Some(("LIMA, March 3 (Agency)", "It opened.")),
        );
        check_dateline("İSTANBUL (AA) - Köprü açıldı.", Some(("İSTANBUL (AA)", "Köprü açıldı.")));
        check_dateline("Lima (dpa) – It opened.", Some(("Lima (dpa)", "It opened.")));
        check_dateline("NEW YORK -- It opened.", Some(("NEW YORK", "It opened.")));
        check_dateline(
            "SAN JOSE, Calif. (AP) — It opened.",
            Some(("SAN JOSE, Calif. (AP)", "It opened.")),
        );
    }

    #[test]
    fn dashes_that_follow_no_dateline() {
        check_dateline("The bridge — the oldest in town — opened.", None);
        check_dateline("Halden – the oldest town – woke.", None);
        check_dateline("A — no.", None);
    }

    fn check_headline(text: &str, expected: Option<u32>) {
        assert_eq!(headline(text, true), expected, "{text}");
    }

    #[test]
    fn headlines() {
        check_headline("Old bridge opens after “long wait”", Some(90));
        check_headline("Is the bridge safe?", Some(90));
        check_headline("Bridge opens in the U.S.", Some(90));
        check_headline("The bridge is open.", Some(55));
        check_headline("The bridge is open. It was shut for a year.", None);
        check_headline("By Ana Ruiz", None);
    }
}
