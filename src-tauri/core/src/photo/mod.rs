//! Photographs: what the file says, how it prints, and the pictures made from it.
//!
//! Promises: a file is judged by its bytes, never by its name; the original is never modified; every
//! value read from a file keeps its carrier and what the other carriers said; text from a file is
//! text from a stranger and comes out clean of control and bidi characters; nothing is decoded before
//! its size has been looked at.
//!
//! From bytes to facts: `opened` (the gate: `sniff`, one file per format) → `carve` → `xmp`, `iim`, `exif`
//! → `reconcile`. From facts to the printed line: `credit`. From bytes to pictures: `upright`.
//!
//! Not here: where photos are kept (the store's room), and whether a missing credit stops an export
//! (the check's and the desk's).

mod boilerplate;
mod boxes;
mod carve;
mod clean;
mod credit;
pub mod darkroom;
mod date;
mod error;
mod exif;
mod facts;
mod gif;
mod heif;
mod identity;
mod ifd;
mod iim;
mod inspect;
mod jpeg;
mod kind;
mod opened;
mod png;
mod reconcile;
mod removed;
mod scans;
mod sniff;
mod table;
mod tidy;
mod tiff;
mod upright;
mod usage;
mod webp;
mod written;
mod xml;
mod xmp;

pub use credit::{CreditStyle, DEFAULT_TEMPLATE, PrintedCredit, printed_credit};
pub use error::{Cause, PhotoError};
pub use facts::{Carrier, Declared, Fact, Facts, Field, Kind, Reading};
pub use identity::same_identity;
pub use inspect::{Inspected, inspect};
pub use kind::kind_of;
pub use sniff::Format;
pub use tidy::{FieldChange, Offer, Repair, Tidied, tidied};
pub use upright::{codecs_without_simd, framed_size, made_size, widths};
pub use usage::{ProposedExpiry, RightsCategory, Synthetic, Usage, UsageChosen, barred, usage};
pub use written::{WrittenFacts, write_facts};
