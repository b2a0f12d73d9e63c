//! The story as a document: furniture, body, marks, counts.
//!
//! A document is what the editor wrote: one JSON string in ProseMirror's shape, in an envelope that
//! carries the schema version. The string is the truth and is stored as it came; this room reads it
//! into types for counts, checks and export.
//!
//! Promises: reading never fails on content and loses nothing it does not understand (unknown nodes,
//! marks and attributes are kept and written back); it touches no disk, no clock and no database.
//! The one thing a Rust string cannot hold, an unpaired surrogate, is read as U+FFFD; the stored
//! string keeps it.
//!
//! What differs between two states of a story is told by [`difference`].
//!
//! Not here: slug, URL name, state and private notes. They belong to the story's record, not to its
//! document, so that no way out can carry them by accident.
//!
//! To add an element: a variant in [`Block`], a line each in `read/blocks.rs`, `write.rs`, `text.rs`
//! and `figures.rs`, and a case under `tests/cases/story`.

mod calendar;
mod counts;
pub mod difference;
mod document;
mod figures;
mod framing;
mod language;
mod migrate;
mod people;
mod read;
mod text;
mod write;

pub use calendar::{month_named, weekday_named};
pub use counts::{Counts, Measured, counts};
pub use document::{
    Attribution, Block, Caption, Correction, CorrectionKind, Crosshead, Direction, Document, Embed,
    Extra, FactBox, Figure, Gallery, Headlines, Inline, Layout, Line, List, ListItem, Mark,
    Paragraph, PullQuote, Quote, Role, SCHEMA_VERSION, Table, TableCell, TableRow, Text, Unknown,
};
pub use figures::{blocks, embeds, figures, figures_mut};
pub use framing::{Area, Cover, Framing, Obscured, Point, WHOLE};
pub use language::direction_of;
pub use people::people;
pub use read::read;
pub use text::{Part, TextRun, paragraphs, plain, runs};
pub use write::write;
