//! `act`: any action of the contract, by name.

use crate::client::{Client, bad_request};
use crate::import::standard_input;
use crate::outcome::Outcome;
use crate::text::say_json;
use cutline_core::desk::contract::{JobEnd, Started};
use cutline_core::desk::failure::Failure;
use serde_json::{Value, json};

/// Prints the reply. A job is waited for, and what it finished and how it ended is printed with it.
pub fn act(client: &Client, name: &str, request: &str) -> Result<Outcome, Failure> {
    let text = if request == "-" { standard_input()? } else { request.to_owned() };
    let request: Value = serde_json::from_str(&text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        bad_request(format!("The request is not JSON: see {place}."), "Mend it and try again.")
    })?;
    let reply = client.act_by_name(name, request)?;
    match serde_json::from_value::<Started>(reply.clone()) {
        Ok(started) => wait(client, &started),
        Err(_) => {
            say_json(&reply);
            Ok(Outcome::Done)
        }
    }
}

fn wait(client: &Client, started: &Started) -> Result<Outcome, Failure> {
    let (items, end) = client.wait(started)?;
    say_json(&json!({ "jobId": started.job_id, "items": items, "end": end }));
    match end {
        JobEnd::Failed { failure } => Err(failure),
        JobEnd::Cancelled => Ok(Outcome::Failed),
        JobEnd::SiteStopped { .. } => Ok(Outcome::Stopped),
        JobEnd::Finished
        | JobEnd::Exported { .. }
        | JobEnd::HadBack { .. }
        | JobEnd::SiteMade { .. } => Ok(Outcome::Done),
    }
}
