//! Photographs: what the file says, how it prints, and the pictures made from it.
//!
//! Promises: a file is judged by its bytes, never by its name; the original is never modified; every
//! value read from a file keeps its carrier and what the other carriers said; text from a file is
//! text from a stranger and comes out clean of control and bidi characters; nothing is decoded before
//! its size has been looked at.
//!
//! Not here: where photos are kept (the store's room), and whether a missing credit stops an export
//! (the check's and the desk's).

mod facts;

pub use facts::{Carrier, Declared, Fact, Facts, Field, Kind, Reading};
