//! The characters of one line of text: spaces folded as a browser shows them, invisible ones taken
//! out by name, line breaks where the source breaks.
//!
//! Joiners and direction marks stay. Embeddings and isolates stay where the line has right-to-left
//! letters, which need them; overrides always go, because they make a line read as something else
//! than it says. A zero-width space stays between letters of scripts that break lines at it.

use super::part::{Marks, Run};
use super::receipt::Receipt;

/// The lines of `runs`, cut at empty lines. None of them is empty.
pub(super) fn lines(runs: Vec<Run>, receipt: &mut Receipt) -> Vec<Vec<Run>> {
    let marks: Vec<Marks> = runs.iter().map(|run| run.marks.clone()).collect();
    let letters =
        runs.iter().enumerate().flat_map(|(at, run)| run.text.chars().map(move |c| (c, at)));
    let kept = keep(letters.collect(), receipt);
    let folded = fold(kept);
    folded
        .split(|(c, _)| *c == PARAGRAPH)
        .map(|line| joined(line, &marks))
        .filter(|line| !line.is_empty())
        .collect()
}

type Letter = (char, usize);

/// Stands for an empty line between two others. Word uses it for the same.
const PARAGRAPH: char = '\u{2029}';

fn keep(letters: Vec<Letter>, receipt: &mut Receipt) -> Vec<Letter> {
    let has_right_to_left = letters.iter().any(|(c, _)| is_right_to_left(*c));
    let mut out = Vec::with_capacity(letters.len());
    for (at, (c, run)) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map_or(' ', |at| letters[at].0);
        let after = letters.get(at + 1).map_or(' ', |(c, _)| *c);
        match *c {
            '\u{B}' | '\u{2028}' | '\u{85}' => out.push(('\n', *run)),
            '\u{C}' | '\r' | '\t' => out.push((' ', *run)),
            '\u{A0}' | '\u{202F}' if holds_together(before, after) => out.push((*c, *run)),
            '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{205F}' => out.push((' ', *run)),
            '\u{200B}' if breaks_at_zero_width(before) && breaks_at_zero_width(after) => {
                out.push((*c, *run));
            }
            '\u{202A}'..='\u{202C}' | '\u{2066}'..='\u{2069}' if has_right_to_left => {
                out.push((*c, *run));
            }
            c if is_removed(c) => *receipt.removed.entry(c).or_default() += 1,
            c => {
                receipt.unreadable += usize::from(c == '\u{FFFD}');
                out.push((c, *run));
            }
        }
    }
    out
}

/// Runs of spaces become one, spaces at breaks go, two breaks become an empty line.
fn fold(letters: Vec<Letter>) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for (c, run) in letters {
        let last = out.last().map_or(PARAGRAPH, |(c, _)| *c);
        match (c, last) {
            (' ', ' ' | '\n' | PARAGRAPH) | ('\n' | PARAGRAPH, PARAGRAPH) => {}
            ('\n' | PARAGRAPH, ' ') => {
                out.pop();
                let before = out.last().map_or(PARAGRAPH, |(c, _)| *c);
                push_break(&mut out, before, c, run);
            }
            ('\n' | PARAGRAPH, _) => push_break(&mut out, last, c, run),
            _ => out.push((c, run)),
        }
    }
    while out.last().is_some_and(|(c, _)| matches!(c, ' ' | '\n' | &PARAGRAPH)) {
        out.pop();
    }
    out
}

fn push_break(out: &mut Vec<Letter>, last: char, c: char, run: usize) {
    match last {
        PARAGRAPH => {}
        '\n' => {
            out.pop();
            out.push((PARAGRAPH, run));
        }
        _ => out.push((c, run)),
    }
}

fn joined(letters: &[Letter], marks: &[Marks]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (c, at) in letters {
        match runs.last_mut() {
            Some(run) if run.marks == marks[*at] => run.text.push(*c),
            _ => runs.push(Run { text: c.to_string(), marks: marks[*at].clone() }),
        }
    }
    runs
}

fn is_removed(c: char) -> bool {
    match c {
        '\n' | PARAGRAPH => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => true,
        // Word's own signs for what stood in a field or a picture.
        '\u{FFF9}'..='\u{FFFC}' => true,
        c => c.is_control(),
    }
}

/// As in plain text: by French punctuation and within a number.
fn holds_together(before: char, after: char) -> bool {
    before == '«'
        || matches!(after, '»' | ':' | ';' | '?' | '!' | '%' | '€')
        || (before.is_ascii_digit() && after.is_ascii_digit())
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// Thai, Lao, Burmese and Khmer.
fn breaks_at_zero_width(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let run = Run { text: text.into(), ..Run::default() };
        let lines = lines(vec![run], &mut Receipt::default());
        let lines: Vec<&str> = lines.iter().map(|line| line[0].text.as_str()).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn spaces_fold() {
        check("  a \u{A0} b\t c ", &["a b c"]);
        check("«\u{A0}Oui\u{A0}», 30\u{202F}000", &["«\u{A0}Oui\u{A0}», 30\u{202F}000"]);
    }

    #[test]
    fn one_break_breaks_and_two_part() {
        check("a \n b", &["a\nb"]);
        check("a\n \nb\n\n\nc\n", &["a", "b", "c"]);
        check("\n", &[]);
    }

    #[test]
    fn invisible_characters_go_where_they_mean_nothing() {
        check("co\u{AD}op\u{200B}er\u{FEFF}ate", &["cooperate"]);
        check("ไทย\u{200B}ไทย", &["ไทย\u{200B}ไทย"]);
        check("abc\u{202E}gnp.exe", &["abcgnp.exe"]);
        check("\u{2067}שלום\u{2069} abc", &["\u{2067}שלום\u{2069} abc"]);
        check("\u{2067}abc\u{2069}", &["abc"]);
        check(
            "می\u{200C}خواهم 👨\u{200D}👩\u{200D}👧",
            &["می\u{200C}خواهم 👨\u{200D}👩\u{200D}👧"],
        );
    }
}
