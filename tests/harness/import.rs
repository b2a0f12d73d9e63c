//! `tests/cases/import/<case>/input.*`: copy, and the `story.json` and `notes.txt` it becomes. A copy
//! that is refused has only `notes.txt`, with the sentence.
//!
//! Every case also proves the promise that no character is lost.

use super::Case;
use cutline_core::import::{ImportNote, Imported, plain_text};
use cutline_core::story::{self, Document};
use std::collections::BTreeMap;
use std::fs;

pub fn run(case: &Case) -> Result<(), String> {
    let bytes = input(case)?;
    let imported = match plain_text(&bytes) {
        Ok(imported) => imported,
        Err(refused) => return case.expect("notes.txt", &format!("{refused}\n")),
    };
    nothing_is_lost(&imported)?;
    let written = story::write(&imported.document);
    if story::read(&written) != imported.document {
        return Err("the positions of the story are not those of its document".into());
    }
    case.expect("story.json", &super::pretty(&written))?;
    case.expect("notes.txt", &receipt(&imported))
}

fn input(case: &Case) -> Result<Vec<u8>, String> {
    let entries = fs::read_dir(&case.path).map_err(|e| e.to_string())?;
    let path = entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
        .ok_or("the case has no input")?;
    fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn receipt(imported: &Imported) -> String {
    let mut receipt = format!("slug: {}\n", imported.slug);
    for note in &imported.notes {
        let line = note.line.map_or("all".into(), |line| format!("line {line}"));
        let certainty = note.certainty.map_or(String::new(), |sure| format!(" {sure}%"));
        receipt.push_str(&format!("\n{line}: {}{certainty}\n  {}\n", note.rule, note.message));
        receipt.extend(note.quote.iter().map(|quote| format!("  > {quote}\n")));
    }
    receipt
}

/// Each character of the input that is not a space is as often in the story and the quotes of its
/// notes together, or a note counts how often it was removed.
fn nothing_is_lost(imported: &Imported) -> Result<(), String> {
    let mut missing = count(&imported.text);
    let removed = imported.notes.iter().filter_map(removed);
    let kept = count(&words_of(&imported.document, &imported.notes));
    for (c, times) in removed.chain(kept) {
        missing.entry(c).and_modify(|left| *left -= times);
    }
    missing.retain(|_, left| *left > 0);
    if missing.is_empty() { Ok(()) } else { Err(format!("characters were lost: {missing:?}")) }
}

fn count(text: &str) -> BTreeMap<char, i64> {
    let mut counts = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// "U+202E × 2"
fn removed(note: &ImportNote) -> Option<(char, i64)> {
    let (code, times) = note.quote.as_deref()?.strip_prefix("U+")?.split_once(" × ")?;
    let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    Some((c, times.parse().ok()?))
}

/// The words of the story, and of the notes about what is not in it as it stood.
fn words_of(document: &Document, notes: &[ImportNote]) -> String {
    let mut words: String = story::runs(document).iter().map(|run| run.text()).collect();
    let guess = |note: &ImportNote| {
        (note.rule.starts_with("guessed-") || note.message.contains("stays in the story"))
            && !matches!(note.rule.as_str(), "guessed-credit" | "guessed-dateline")
    };
    words.extend(notes.iter().filter(|note| !guess(note)).filter_map(|note| note.quote.as_deref()));
    words
}
