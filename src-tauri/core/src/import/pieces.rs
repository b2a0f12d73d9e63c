//! Text to pieces: a piece is a line of copy, or the lines of one paragraph that a mail program
//! broke, put together again.

use super::ImportNote;
use super::debris::mail;
use super::words::counted;

/// One line of copy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// 1-based line of the input where it begins.
    pub line: u32,
    pub text: String,
}

/// Cuts `text` into pieces; empty lines part them and are gone.
pub(super) fn pieces(text: &str) -> (Vec<Piece>, Vec<ImportNote>) {
    let mut notes = Vec::new();
    let lines = mail(lines(text), &mut notes);
    let trimmed = text.split('\n').filter(|line| line.trim() != *line).count();
    if trimmed > 0 {
        let message =
            format!("Removed spaces at the start or end of {}.", counted(trimmed, "line"));
        notes.push(ImportNote::whole("trimmed-spaces", message));
    }
    let Some(width) = wrap_width(&lines) else { return (present(lines), notes) };
    let (pieces, joined) = join(lines, width);
    if joined > 0 {
        let message = format!(
            "Joined {} to the line before: a mail program had broken them.",
            counted(joined, "line")
        );
        notes.push(ImportNote::whole("joined-lines", message));
    }
    (pieces, notes)
}

fn lines(text: &str) -> Vec<Piece> {
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    text.split('\n')
        .enumerate()
        .map(|(index, line)| Piece { line: number(index), text: line.trim().to_owned() })
        .collect()
}

fn present(lines: Vec<Piece>) -> Vec<Piece> {
    lines.into_iter().filter(|line| !line.text.is_empty()).collect()
}

/// The width at which a mail program broke the lines, when it did: nearly every line that has
/// another directly under it is as long as it could be.
fn wrap_width(lines: &[Piece]) -> Option<usize> {
    let followed = || lines.windows(2).filter(|pair| !pair.iter().any(|line| line.text.is_empty()));
    let longest = followed().map(|pair| length(&pair[0].text)).max()?;
    let full = followed().filter(|pair| is_full(pair, longest)).count();
    let breaks_sentences =
        followed().filter(|pair| pair[1].text.starts_with(char::is_lowercase)).count();
    let wrapped = (45..=100).contains(&longest) && breaks_sentences > 0;
    (wrapped && full * 10 >= followed().count() * 6).then_some(longest)
}

/// The first word of the next line would hardly have fitted at the end of this one. Some people break
/// their lines by hand, so a tenth of the width is left to them.
fn is_full(pair: &[Piece], width: usize) -> bool {
    let next = pair[1].text.split_whitespace().next().map_or(0, length);
    (length(&pair[0].text) + 1 + next) * 10 > width * 9
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn join(lines: Vec<Piece>, width: usize) -> (Vec<Piece>, usize) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut joined = 0;
    // Whether the line before this one was broken, so that this one goes on with it.
    let mut goes_on = false;
    for index in 0..lines.len() {
        let line = &lines[index];
        let broken = lines.get(index + 1).is_some_and(|next| {
            !line.text.is_empty()
                && !next.text.is_empty()
                && is_full(&lines[index..index + 2], width)
        });
        match pieces.last_mut() {
            Some(piece) if goes_on => {
                append(&mut piece.text, &line.text);
                joined += 1;
            }
            _ if line.text.is_empty() => {}
            _ => pieces.push(line.clone()),
        }
        goes_on = broken;
    }
    (pieces, joined)
}

/// A word that was broken at its hyphen keeps the hyphen and takes no space.
fn append(text: &mut String, next: &str) {
    let at_hyphen = text.ends_with('-') && !text.ends_with(" -");
    if !at_hyphen {
        text.push(' ');
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn check(text: &str, expected: &[&str]) {
        let (pieces, _) = pieces(text);
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        check("One.\nTwo.\n\nThree.", &["One.", "Two.", "Three."]);
    }

    #[test]
    fn broken_lines_come_together() {
        check(
            "The old bridge over the river was opened again\non Monday by the mayor of the small town, who\nhad come on foot.\n\nA second paragraph.",
            &[
                "The old bridge over the river was opened again on Monday by the mayor of the small town, who had come on foot.",
                "A second paragraph.",
            ],
        );
    }

    #[test]
    fn short_lines_stay_apart() {
        check("Photo: A\nPhoto: B\nThe bridge", &["Photo: A", "Photo: B", "The bridge"]);
    }

    #[test]
    fn a_word_broken_at_its_hyphen_keeps_it() {
        check(
            "The mayor of the small town called it a well-\nearned day for all who had worked on it, and a\nlong one.",
            &[
                "The mayor of the small town called it a well-earned day for all who had worked on it, and a long one.",
            ],
        );
    }

    #[test]
    fn pieces_know_their_lines() {
        let (pieces, notes) = pieces("One\n\n  Two \n");
        assert_eq!(pieces[1].line, 3);
        assert_eq!(notes[0].message, "Removed spaces at the start or end of 1 line.");
    }
}
