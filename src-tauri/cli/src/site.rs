//! `site`.

use crate::check;
use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    JobEnd, MakeSite, Nothing, SiteMade, SiteStanding, SiteStopped, Started,
};
use cutline_core::desk::failure::Failure;
use std::path::PathBuf;

/// Makes the site in `to`, without the stories that a person leaves out.
pub fn make(
    client: &Client,
    to: Option<PathBuf>,
    leave_out: Vec<String>,
) -> Result<Outcome, Failure> {
    let folder = to.map(|folder| absolute(&folder));
    let ids = leave_out.iter().map(|typed| story_id(client, typed));
    let leave_out = ids.collect::<Result<Vec<_>, _>>()?;
    let standing: SiteStanding = client.act("site", &Nothing {})?;
    if !client.json {
        standing.notes.iter().for_each(say);
    }
    let started: Started = client.act("make_site", &MakeSite { folder, leave_out })?;
    match client.wait(&started)?.1 {
        JobEnd::SiteMade { made } => show(client, &made),
        JobEnd::SiteStopped { stopped } => {
            show_stopped(client, &stopped);
            return Ok(Outcome::Stopped);
        }
        JobEnd::Failed { failure } => return Err(failure),
        _ => return Ok(Outcome::Failed),
    }
    Ok(Outcome::Done)
}

fn show(client: &Client, made: &SiteMade) {
    if client.json {
        return say_json(made);
    }
    let stories = count(made.stories, "story", "stories");
    let written = count(made.written, "file written", "files written");
    say(format!("{stories}: {written}, {} unchanged, {} removed", made.unchanged, made.removed));
    if made.left_out > 0 {
        say(format!("{} left out", count(made.left_out, "story", "stories")));
    }
    say(&made.page);
}

fn show_stopped(client: &Client, stopped: &[SiteStopped]) {
    if client.json {
        return say_json(&stopped);
    }
    for story in stopped {
        let name = if story.slug.is_empty() { &story.headline } else { &story.slug };
        say(format!("{name} cannot stand on the site:"));
        story.blocks.iter().for_each(check::show);
    }
    say("Mend them, or name each with --leave-out to make the site without it.");
}
