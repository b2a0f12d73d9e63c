//! Word and character counts, as a desk counts: the body with its crossheads, quotes and lists, not
//! the furniture and not the captions.

use super::document::Document;
use super::text::{Part, runs};
use unicode_segmentation::UnicodeSegmentation;

/// What the top of the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Words by Unicode's word boundaries (UAX #29).
    pub words: u32,
    /// Characters as a reader sees them, spaces included.
    pub characters: u32,
}

/// Counts the body of `story`.
pub fn counts(story: &Document) -> Counts {
    let mut counts = Counts::default();
    for run in runs(story).iter().filter(|run| counted(run.part)) {
        let text = run.text();
        counts.words += length(text.unicode_words());
        counts.characters += length(text.graphemes(true));
    }
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

fn length<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
