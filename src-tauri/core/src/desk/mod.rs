//! The desk: the one door to everything. Every action of the window, the command line and the tests
//! goes through [`contract`], is carried out here and either answers or fails with a
//! [`Failure`](failure::Failure).
//!
//! Promises: every write is one action in one transaction and says what changed; no lock and no
//! transaction is held while a photo is decoded, encoded or hashed; a panic in one action never ends
//! the program.
//!
//! To add an action: a line in the list in `contract/mod.rs`, a method on `Desk`, a case under
//! `tests/cases/desk`, `make contract`.

pub mod contract;
pub mod failure;
