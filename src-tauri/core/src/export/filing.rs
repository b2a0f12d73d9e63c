//! What a receiving system is told of a story besides what prints, and the names that things go by
//! there.
//!
//! The desk's own ids leave by no way, because they tell when a record was made. What leaves is made
//! of them by a hash: the same story has the same name in every export, and nobody reads anything else
//! in it.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the record of a story says to the system that takes it in.
#[derive(Debug, Clone, Copy)]
pub struct Filing<'a> {
    /// The story's id in the desk.
    pub story_id: &'a str,
    /// 1 for the first; a later one replaces an earlier one.
    pub version: u32,
    pub status: FilingStatus,
    /// Present as long as it holds.
    pub embargoed_until: Option<DateTime<Utc>>,
}

/// Whether the story may be used, as IPTC's publishing status has it
/// (<http://cv.iptc.org/newscodes/pubstatusg2/>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FilingStatus {
    #[default]
    Usable,
    /// Sent ahead of its time; not to be used yet.
    Withheld,
    /// Killed: not to be used, and to be taken down where it was.
    Canceled,
}

impl FilingStatus {
    /// As ninjs and NewsML-G2 spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            FilingStatus::Usable => "usable",
            FilingStatus::Withheld => "withheld",
            FilingStatus::Canceled => "canceled",
        }
    }
}

/// A name for a story or a photo that is the same everywhere: a UUID of version 8, made of the id
/// (RFC 9562, 5.8).
pub fn urn(id: &str) -> String {
    let mut bytes = digest(id);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex: String = bytes[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..32]];
    format!("urn:uuid:{}", parts.join("-"))
}

/// The same in 26 letters and digits, as Arc XP names things (RFC 4648 base32, no padding).
pub fn arc_id(id: &str) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let digest = digest(id);
    let bit = |at: usize| digest.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1);
    let letter = |number: usize| {
        let five = (0..5).fold(0, |value, at| value * 2 + usize::from(bit(number * 5 + at)));
        char::from(LETTERS[five])
    };
    (0..26).map(letter).collect()
}

/// "2026-05-12T09:30:00Z"
pub fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn digest(id: &str) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"cutline:");
    digest.update(id.as_bytes());
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_each_time_and_hold_no_id() {
        let id = "019a1b2c-0000-7000-8000-000000000001";
        assert_eq!(urn(id), urn(id));
        assert_ne!(urn(id), urn("019a1b2c-0000-7000-8000-000000000002"));
        assert!(!urn(id).contains("019a1b2c"));
        assert_eq!(urn(id).len(), "urn:uuid:".len() + 36);
        assert_eq!(&urn(id)[23..24], "8");
    }

    #[test]
    fn arc_ids_are_26_letters_and_digits() {
        let id = arc_id("019a1b2c");
        assert_eq!(id.len(), 26);
        assert!(id.bytes().all(|b| b.is_ascii_uppercase() || (b'2'..=b'7').contains(&b)), "{id}");
    }
}
