//! `exports`, `changes`, `export-again`, `live`, `kill`: what happens after publication.

use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    Changes, ChangesSinceExport, Done, ExportAgain, HadBack, JobEnd, KillStory, Killed,
    KindOfChange, LiftKill, MarkLive, Nothing, PastExport, Started, StoryId,
};
use cutline_core::desk::failure::{Code, Failure};
use cutline_core::story::difference::in_a_line;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::Path;

pub fn exports(client: &Client, typed: &str) -> Result<Outcome, Failure> {
    let request = StoryId { story_id: story_id(client, typed)? };
    let exports: Vec<PastExport> = client.act("exports", &request)?;
    if client.json {
        say_json(&exports);
    } else if exports.is_empty() {
        say("The story has never gone out.");
    } else {
        exports.iter().for_each(show_export);
    }
    Ok(Outcome::Done)
}

fn show_export(export: &PastExport) {
    let change = export.change.map(|kind| format!(" · {}", name(kind))).unwrap_or_default();
    let photos = count(export.photos, "photo", "photos");
    say(format!("{}  {} · {photos}{change}", export.number, export.at));
    say(format!("    {}", export.path));
    if export.files == 0 {
        say("    from before exports were remembered; it cannot be had back");
    }
}

/// What a person calls a change.
pub fn name(kind: KindOfChange) -> &'static str {
    match kind {
        KindOfChange::Correction => "correction",
        KindOfChange::Clarification => "clarification",
        KindOfChange::Update => "update",
        KindOfChange::EditorsNote => "editor’s note",
        KindOfChange::Minor => "minor",
    }
}

pub fn changes(
    client: &Client,
    typed: &str,
    number: Option<u32>,
    to: Option<u32>,
) -> Result<Outcome, Failure> {
    let story_id = story_id(client, typed)?;
    let request = ChangesSinceExport { story_id, number, to, document: None };
    let changes: Changes = client.act("changes_since_export", &request)?;
    if client.json {
        say_json(&changes);
        return Ok(Outcome::Done);
    }
    match (&changes.parts, changes.changed) {
        (parts, _) if !parts.is_empty() => {
            parts.iter().for_each(|part| say(in_a_line(part)));
        }
        (_, true) => say("It changed; the export is from before Cutline remembered the words."),
        (_, false) => say("Nothing that prints has changed."),
    }
    if changes.must_say {
        say("Readers have this story: the next export must say what the change is (--change).");
    }
    Ok(Outcome::Done)
}

pub fn again(
    client: &Client,
    typed: &str,
    (number, to): (u32, &Path),
    going_past: Option<String>,
) -> Result<Outcome, Failure> {
    let story_id = story_id(client, typed)?;
    let request = ExportAgain { story_id, number, folder: absolute(to), going_past };
    let started: Started = client.act("export_again", &request)?;
    match client.wait(&started)?.1 {
        JobEnd::HadBack { had_back } => show_had_back(client, &had_back),
        JobEnd::Failed { failure } => return Err(failure),
        _ => return Ok(Outcome::Failed),
    }
    Ok(Outcome::Done)
}

fn show_had_back(client: &Client, had_back: &HadBack) {
    if client.json {
        return say_json(had_back);
    }
    let files = count(had_back.files, "file", "files");
    say(format!("Export {} of {}, {files} as they went out", had_back.number, had_back.at));
    had_back.remarks.iter().for_each(|remark| say(format!("  {remark}")));
    say(&had_back.path);
}

pub fn live(client: &Client, typed: &str, live: bool) -> Result<Outcome, Failure> {
    let request = MarkLive { story_id: story_id(client, typed)?, live };
    let done: Done<Nothing> = client.act("mark_live", &request)?;
    if client.json {
        say_json(&done);
    } else {
        say(if live { "Readers have it." } else { "Readers do not have it." });
    }
    Ok(Outcome::Done)
}

pub fn kill(
    client: &Client,
    typed: &str,
    (text, to): (Option<String>, Option<&Path>),
    yes: bool,
) -> Result<Outcome, Failure> {
    let story_id = story_id(client, typed)?;
    let agreed = yes
        || asked("Kill this story? A page that says that it is withdrawn takes its place.")
            && asked("It is what readers will find from now on. Kill it?");
    if !agreed {
        return Err(unasked());
    }
    let request = KillStory { story_id, text, folder: to.map(absolute) };
    let done: Done<Killed> = client.act("kill_story", &request)?;
    if client.json {
        say_json(&done.value);
        return Ok(Outcome::Done);
    }
    done.value.pages.iter().for_each(|page| say(format!("Withdrawn: {page}")));
    done.value.remarks.iter().for_each(|remark| say(format!("Look after: {remark}")));
    say("");
    say(done.value.kill_text.trim_end());
    Ok(Outcome::Done)
}

/// Asks a person at a terminal; nobody else can agree.
fn asked(question: &str) -> bool {
    if !stdin().is_terminal() {
        return false;
    }
    print!("{question} [y/N] ");
    let _ = stdout().flush();
    let mut answer = String::new();
    stdin().read_line(&mut answer).is_ok() && answer.trim().eq_ignore_ascii_case("y")
}

fn unasked() -> Failure {
    Failure {
        code: Code::Stopped,
        message: "Nobody agreed to the kill, so nothing was done.".into(),
        advice: "Answer at a terminal, or add --yes when both questions are answered.".into(),
        detail: None,
    }
}

pub fn lift(client: &Client, typed: &str, reason: String) -> Result<Outcome, Failure> {
    let request = LiftKill { story_id: story_id(client, typed)?, reason };
    let done: Done<Nothing> = client.act("lift_kill", &request)?;
    if client.json {
        say_json(&done);
    } else {
        say("The kill is lifted. The withdrawn page stays until the story is exported again.");
    }
    Ok(Outcome::Done)
}
