//! From an action's name and JSON to the method of [`Desk`] and back.

use super::Desk;
use super::contract::*;
use super::error::DeskError;
use super::failure::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

impl Desk {
    /// Carries out `action` and answers with its reply. Fails with
    /// [`Code::BadRequest`](super::failure::Code::BadRequest) when there is no such action or the
    /// request does not fit it. Never panics: that becomes
    /// [`Code::Bug`](super::failure::Code::Bug).
    pub fn act(&self, action: &str, request: Value) -> Result<Value, Failure> {
        let answer = safely(action, || self.dispatch(action, request));
        if let Err(failure) = &answer {
            log::warn!("{action} failed: {:?} {:?}", failure.code, failure.detail);
        }
        answer
    }
}

/// Turns a panic in `work` into a failure. What it said is not repeated: it may quote copy.
pub fn safely<T>(doing: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let bug = |_| Err(DeskError::Bug { doing: quoted(doing) }.into());
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(bug)
}

macro_rules! dispatcher {
    ($($name:ident($request:ty) -> $reply:ty;)*) => {
        impl Desk {
            fn dispatch(&self, action: &str, request: Value) -> Result<Value, Failure> {
                match action {
                    $(
                        stringify!($name) => {
                            let request: $request = read(stringify!($name), request)?;
                            let reply: $reply = self.$name(request)?;
                            written(action, &reply)
                        }
                    )*
                    _ => Err(DeskError::NoSuchAction(quoted(action)).into()),
                }
            }
        }
    };
}
crate::actions!(dispatcher);

fn read<T: DeserializeOwned>(action: &'static str, request: Value) -> Result<T, Failure> {
    serde_json::from_value(request).map_err(|error| {
        let why = quoted(&error.to_string());
        DeskError::Malformed { action, why }.into()
    })
}

fn written(action: &str, reply: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(reply).map_err(|_| DeskError::Bug { doing: quoted(action) }.into())
}

/// A stranger's text in a sentence: short, on one line, and unable to turn the sentence round.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 120;
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let seen = text.chars().filter(|c| !c.is_control() && !turns(*c));
    let mut quoted: String = seen.take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        quoted.push('…');
    }
    quoted
}
