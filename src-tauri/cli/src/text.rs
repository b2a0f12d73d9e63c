//! Printing. A reader that goes away (`cutline-cli list | head`) is no error.

use serde::Serialize;
use std::io::{Write, stdout};

/// Prints one line.
pub fn say(line: impl AsRef<str>) {
    let _ = writeln!(stdout(), "{}", visible(line.as_ref()));
}

/// Prints a text that ends its own lines.
pub fn print(text: &str) {
    let _ = write!(stdout(), "{}", visible(text));
}

/// Prints a reply as JSON.
pub fn say_json(reply: &impl Serialize) {
    let json = serde_json::to_string_pretty(reply).unwrap_or_default();
    let _ = writeln!(stdout(), "{json}");
}

/// Copy may hold anything; a terminal obeys control characters.
fn visible(line: &str) -> String {
    line.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// "1 photo", "2 photos".
pub fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    match number.into() {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}
