//! Drives the real window: its own display, its own home, the debug binary, and WebKitWebDriver.
//!
//! ```no_run
//! # use support::Machine;
//! # async fn example() {
//! let machine = Machine::new("a-name-for-pictures");
//! let window = machine.start().await;
//! window.button("New story").await.click().await.unwrap();
//! # }
//! ```
//!
//! Promises: nothing outside a temporary folder is touched, and everything that was started is ended
//! when the test ends, whether it passed or not.
#![cfg(target_os = "linux")]

mod display;
mod driver;
mod find;
mod keys;
mod machine;
mod reader;
mod window;

pub use fantoccini::elements::Element;
pub use fantoccini::key::Key;
pub use machine::Machine;
pub use reader::{Bus, Reader, Spoken, shown};
pub use window::Window;
