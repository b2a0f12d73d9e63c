//! Word's lists, which are no lists but numbered paragraphs: their levels and their marks.

use super::part::Run;

/// The level in "l0 level2 lfo1".
pub(super) fn level(list: &str) -> Option<usize> {
    let (_, rest) = list.split_once("level")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().map(|level: usize| level.clamp(1, 9))
}

/// Word moves each level in by half an inch.
pub(super) fn level_of_indent(points: Option<f32>) -> Option<usize> {
    let steps = (points? / 36.0).round();
    (steps >= 1.0).then_some(steps.min(9.0) as usize)
}

/// Whether a mark numbers, and with which number.
pub(super) fn meaning(marker: &str) -> (bool, Option<u32>) {
    let bare =
        marker.trim_matches(|c: char| matches!(c, '(' | ')' | '.' | ':') || c.is_whitespace());
    let has_letters = bare.chars().any(char::is_alphanumeric);
    // Word draws the second level's circle as a letter.
    let is_circle =
        bare == "o" && marker.trim() == "o" || bare == "§" || bare == "ü" || bare == "Ø";
    (has_letters && !is_circle, bare.parse().ok())
}

/// Takes the mark away that stands in the text, when nothing else says where it ends.
pub(super) fn take_marker(runs: &mut Vec<Run>) -> String {
    let head: String = runs.iter().flat_map(|run| run.text.chars()).take(40).collect();
    let bare = head.trim_start();
    let end = bare.find(char::is_whitespace).unwrap_or(0);
    let marker = &bare[..end];
    if !is_marker(marker) {
        return String::new();
    }
    let marker = marker.to_owned();
    let spaces = bare[end..].chars().take_while(|c| c.is_whitespace()).count();
    let before = head.chars().count() - bare.chars().count();
    take_chars(runs, before + marker.chars().count() + spaces);
    marker
}

fn is_marker(word: &str) -> bool {
    const BULLETS: [&str; 13] = ["·", "•", "o", "§", "-", "–", "—", "▪", "◦", "‣", "Ø", "ü", "*"];
    if BULLETS.contains(&word) || word.chars().all(|c| matches!(c, '\u{F000}'..='\u{F0FF}')) {
        return !word.is_empty();
    }
    let Some(number) = word.strip_suffix(['.', ')']) else { return false };
    let number = number.strip_prefix('(').unwrap_or(number);
    let is_roman = number.chars().all(|c| "ivxlcIVXLC".contains(c));
    let is_number =
        number.split('.').all(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    !number.is_empty()
        && number.len() <= 8
        && (is_number || is_roman || (number.len() == 1 && number.is_ascii()))
}

fn take_chars(runs: &mut Vec<Run>, count: usize) {
    let mut left = count;
    for run in runs.iter_mut() {
        let here = run.text.chars().count().min(left);
        run.text = run.text.chars().skip(here).collect();
        left -= here;
    }
    runs.retain(|run| !run.text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marker: &str, rest: &str) {
        let mut runs = vec![Run { text: text.into(), ..Run::default() }];
        assert_eq!(take_marker(&mut runs), marker);
        assert_eq!(super::super::part::text_of(&runs), rest);
    }

    #[test]
    fn marks_are_taken_from_the_text() {
        check("·\u{A0}\u{A0}\u{A0} Ferries", "·", "Ferries");
        check("1.\u{A0} Ferries", "1.", "Ferries");
        check("o  Trams", "o", "Trams");
        check("iv) Trams", "iv)", "Trams");
        check("On Monday", "", "On Monday");
        check("I. Holm said", "I.", "Holm said");
    }

    #[test]
    fn marks_say_whether_they_number() {
        assert_eq!(meaning("·"), (false, None));
        assert_eq!(meaning("o"), (false, None));
        assert_eq!(meaning("3."), (true, Some(3)));
        assert_eq!(meaning("b)"), (true, None));
    }
}
