//! `settings show` and `settings set`.

use crate::client::{Client, bad_request};
use crate::outcome::Outcome;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{ChangeSettings, Done, Nothing, Settings};
use cutline_core::desk::failure::Failure;
use serde_json::{Value, json};

/// Each value on a line, as `settings set` takes it.
pub fn show(client: &Client) -> Result<Outcome, Failure> {
    let settings: Settings = client.act("settings", &Nothing {})?;
    say_settings(client, &settings);
    Ok(Outcome::Done)
}

/// What is no JSON is taken as a word: `settings set dateline afterByline`.
pub fn set(client: &Client, name: &str, typed: String) -> Result<Outcome, Failure> {
    let value = serde_json::from_str(&typed).unwrap_or(Value::String(typed));
    let request = serde_json::from_value::<ChangeSettings>(json!({ name: value }));
    let request = request.map_err(|error| {
        bad_request(
            format!("“{name}” cannot be set to that: {error}."),
            "Look at the names and values with: cutline-cli settings show",
        )
    })?;
    let done: Done<Settings> = client.act("change_settings", &request)?;
    say_settings(client, &done.value);
    Ok(Outcome::Done)
}

fn say_settings(client: &Client, settings: &Settings) {
    match json!(settings) {
        Value::Object(values) if !client.json => {
            values.iter().for_each(|(name, value)| say(format!("{name}  {value}")));
        }
        all => say_json(&all),
    }
}
