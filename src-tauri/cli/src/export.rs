//! `export`.

use crate::arguments::ExportArguments;
use crate::check;
use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    ExportStory, Exported, JobEnd, Release, ReleaseStory, Started, WayOut,
};
use cutline_core::desk::failure::{Code, Failure};
use std::io::{IsTerminal, Write, stdin, stdout};

pub fn export(client: &Client, typed: ExportArguments) -> Result<Outcome, Failure> {
    let story_id = story_id(client, &typed.story)?;
    let (profile, form) = (typed.profile.into(), typed.form.into());
    let request =
        ReleaseStory { story_id: story_id.clone(), way_out: WayOut::Export, form, profile };
    let release: Release = client.act("release", &request)?;
    if !client.json {
        describe(&release);
    }
    let goes = release.may_leave || typed.past.is_some();
    if goes && !release.warnings.is_empty() && !typed.yes && !agreed() {
        return Err(unanswered(&release));
    }
    let folder = typed.to.map(|folder| absolute(&folder));
    let (going_past, change) = (typed.past, typed.change.said());
    let request = ExportStory { story_id, folder, profile, form, going_past, change };
    let started: Started = client.act("export_story", &request).map_err(advised)?;
    match client.wait(&started)?.1 {
        JobEnd::Exported { exported } => show(client, &exported),
        JobEnd::Failed { failure } => return Err(failure),
        _ => return Ok(Outcome::Failed),
    }
    Ok(Outcome::Done)
}

/// What a person types here to say what changed.
fn advised(failure: Failure) -> Failure {
    match failure.code {
        Code::ChangeUnsaid => Failure {
            advice: "See `cutline-cli changes`, then add --change correction --text \"…\", or \
                     --change minor for spelling and style."
                .into(),
            ..failure
        },
        _ => failure,
    }
}

fn describe(release: &Release) {
    release.blocks.iter().chain(&release.warnings).for_each(check::show);
    if release.wanted_left_out > 0 {
        let wanted = count(release.wanted_left_out, "wanted photo", "wanted photos");
        say(format!("{wanted} left out"));
    }
    release.notes.iter().for_each(say);
}

/// Asks a person at a terminal; nobody else can agree.
fn agreed() -> bool {
    if !stdin().is_terminal() {
        return false;
    }
    print!("Export all the same? [y/N] ");
    let _ = stdout().flush();
    let mut answer = String::new();
    stdin().read_line(&mut answer).is_ok() && answer.trim().eq_ignore_ascii_case("y")
}

fn unanswered(release: &Release) -> Failure {
    let warnings = count(release.warnings.len() as u64, "warning stands", "warnings stand");
    Failure {
        code: Code::Stopped,
        message: format!("{warnings} before the export."),
        advice: "Mend them, or add --yes to export all the same.".into(),
        detail: None,
    }
}

fn show(client: &Client, exported: &Exported) {
    if client.json {
        return say_json(exported);
    }
    let photos = count(exported.photos, "photo", "photos");
    say(format!("Exported with {photos} to"));
    say(exported.page.as_ref().unwrap_or(&exported.path));
}
