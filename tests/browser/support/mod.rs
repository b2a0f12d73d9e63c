//! A real browser, and a server on this machine that it loads pages from.

mod browser;
mod server;

pub use browser::Browser;
pub use server::Server;
