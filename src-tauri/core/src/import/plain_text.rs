//! Plain text: copy as it lies on a web page, in a mail or in an agency's file.

use super::assemble::{assemble, with_positions};
use super::clean::clean;
use super::decode::decode;
use super::figures;
use super::label::label;
use super::language::language;
use super::pieces::pieces;
use super::slug::slug;
use super::{ImportError, ImportNote};
use crate::story::{Document, paragraphs, plain};

/// A text that became a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub document: Document,
    /// A working name for the desk: BRIDGE-REOPENS.
    pub slug: String,
    /// What was changed, guessed or set aside: first about the whole text, then by line.
    pub notes: Vec<ImportNote>,
    /// The text as it was decoded, before anything was changed in it.
    pub text: String,
}

/// Reads one story out of `bytes`.
///
/// The same bytes give the same story. Fails with [`ImportError::Empty`] on a text without words,
/// with [`ImportError::TooLarge`] over [`super::LIMIT_BYTES`], with [`ImportError::NotText`] on a
/// picture or another binary.
pub fn plain_text(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (text, charset) = decode(bytes)?;
    let mut notes = Vec::from_iter(charset);
    let (cleaned, changes) = clean(&text);
    notes.extend(changes);
    let (pieces, changes) = pieces(&cleaned);
    notes.extend(changes);
    if pieces.is_empty() {
        return Err(ImportError::Empty);
    }
    let lines = label(pieces, &mut notes);
    let placed = figures::place(lines, &mut notes);
    let mut story = assemble(placed, &mut notes);
    set_language(&mut story, &cleaned, &mut notes);
    let document = with_positions(&story);
    let slug = slug(&named_by(&document), &document.language);
    notes.sort_by_key(|note| note.line);
    Ok(Imported { document, slug, notes, text })
}

fn set_language(story: &mut Document, text: &str, notes: &mut Vec<ImportNote>) {
    let Some(found) = language(text) else { return };
    story.language = found.code.into();
    story.direction = found.direction;
    let message = format!(
        "The letters look like the language “{}”; the story was set to it, {}.",
        found.code,
        match found.direction {
            crate::story::Direction::RightToLeft => "from right to left",
            crate::story::Direction::LeftToRight => "from left to right",
        }
    );
    notes.push(ImportNote::whole("guessed-language", message).certain(found.certainty));
}

/// What names the story: its headline, or how its first paragraph begins.
fn named_by(story: &Document) -> String {
    match plain(&story.headline.content) {
        headline if !headline.is_empty() => headline,
        _ => paragraphs(story).next().map(|first| plain(&first.content)).unwrap_or_default(),
    }
}
