//! How times and the contract's enums are written in the store.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A time as it crosses the contract and as it is stored: "2026-05-12T14:03:22.000Z".
pub fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The time back. A time that the disk has changed is read as the beginning of 1970.
pub fn read_time(at: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(at).map(|at| at.to_utc()).unwrap_or_default()
}

/// The word of an enum's variant, as the contract writes it.
pub fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The variant back. `None` when the disk, or a newer Cutline, wrote another word.
pub fn variant<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

/// A list as the store keeps it.
pub fn list<T: Serialize>(items: &[T]) -> String {
    serde_json::to_string(items).unwrap_or_else(|_| "[]".into())
}

/// The list back; what cannot be read is empty.
pub fn read_list<T: DeserializeOwned>(list: &str) -> Vec<T> {
    serde_json::from_str(list).unwrap_or_default()
}
