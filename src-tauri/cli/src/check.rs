//! `check`.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::check::{Finding, Level};
use cutline_core::desk::contract::{CheckStory, Checked};
use cutline_core::desk::failure::Failure;

pub fn check(client: &Client, typed: &str) -> Result<Outcome, Failure> {
    let request = CheckStory { story_id: story_id(client, typed)?, document: None };
    let checked: Checked = client.act("check_story", &request)?;
    if client.json {
        say_json(&checked);
    } else {
        describe(&checked);
    }
    let stops = |finding: &Finding| finding.level == Level::Block && finding.waived.is_none();
    Ok(if checked.findings.iter().any(stops) { Outcome::Stopped } else { Outcome::Done })
}

fn describe(checked: &Checked) {
    let findings = checked.findings.len() as u64;
    say(format!(
        "{}, {}",
        count(checked.words, "word", "words"),
        count(findings, "finding", "findings")
    ));
    checked.findings.iter().for_each(show);
}

/// One finding on one line: how much it weighs, where it is, what it is.
pub fn show(finding: &Finding) {
    let weight = match finding.level {
        Level::Block => "stops",
        Level::Warn => "warns",
        Level::Note => "notes",
    };
    say(format!("  {weight}  {}: {}", finding.place.label, finding.message));
    if let Some(reason) = &finding.waived {
        say(format!("         waived: {reason}"));
    }
}
