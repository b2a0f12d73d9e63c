//! How a command ended, for the shell.

use cutline_core::desk::failure::{Code, Failure};
use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done = 0,
    Failed = 1,
    BadArguments = 2,
    Stopped = 3,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome as u8)
    }
}

/// Says on standard error why it was not done.
pub fn report(failure: &Failure, json: bool) -> Outcome {
    if json {
        eprintln!("{}", serde_json::to_string(failure).unwrap_or_default());
    } else {
        eprintln!("{}\n{}", failure.message, failure.advice);
    }
    match failure.code {
        Code::Stopped | Code::ChangeUnsaid | Code::ThemeRefused => Outcome::Stopped,
        Code::BadRequest => Outcome::BadArguments,
        Code::DeskHeld | Code::StoryMovedOn | Code::Failed | Code::Cancelled | Code::Bug => {
            Outcome::Failed
        }
    }
}
