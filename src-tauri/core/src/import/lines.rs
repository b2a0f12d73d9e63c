//! Files of one entry to a line, as desks exchange them: code replacements, style rules.

use super::ImportError;
use super::decode::decode;

/// More sentences nobody reads.
pub(super) const MOST_SENTENCES: usize = 100;

/// Hands every line with its number, counted from 1, to `take`, which answers what it left out of
/// it. Empty lines and those that begin with "//" are skipped. Answers one sentence for each line of
/// which something was left out, as far as anybody reads them. Fails with [`ImportError::NotText`]
/// on a binary, with [`ImportError::TooLarge`] on more than a story may have.
pub(super) fn read_lines(
    bytes: &[u8],
    mut take: impl FnMut(&str, usize) -> Option<String>,
) -> Result<Vec<String>, ImportError> {
    let (text, _) = decode(bytes)?;
    let mut left_out = Vec::new();
    let mut silent = 0;
    for (number, line) in (1usize..).zip(text.lines()) {
        let line = line.trim_start_matches('\u{FEFF}').trim_end_matches('\r');
        if line.trim().is_empty() || line.starts_with("//") {
            continue;
        }
        match take(line, number) {
            None => {}
            Some(_) if left_out.len() >= MOST_SENTENCES => silent += 1,
            Some(why) => left_out.push(format!("Line {number}: {why}")),
        }
    }
    match silent {
        0 => {}
        1 => left_out.push("The same or the like goes for 1 further line.".to_owned()),
        n => left_out.push(format!("The same or the like goes for {n} further lines.")),
    }
    Ok(left_out)
}

/// A text without control characters and marks that turn its direction.
pub(super) fn seen(text: &str) -> String {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !hidden(*c)).collect()
}

/// The beginning of a stranger's text, for a sentence.
pub(super) fn short(text: &str) -> String {
    let mut short: String = seen(text).chars().take(40).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
