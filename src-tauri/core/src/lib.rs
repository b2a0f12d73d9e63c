//! Everything Cutline knows: stories, photos, checks, import, export, the desk. No Tauri, no UI.
//!
//! The rooms depend on each other in one direction only; `ARCHITECTURE.md` draws the arrows and a
//! tidy test keeps them:
//!
//! ```text
//! desk → store, photo, import, check, export → story → std, serde, chrono
//! ```
//!
//! Clients (the window, the command line, the tests) talk to [`desk`] alone; what they get from it
//! they may read with [`story`].

pub mod check;
pub mod clock;
pub mod desk;
pub mod export;
pub mod import;
pub mod photo;
pub mod store;
pub mod story;
