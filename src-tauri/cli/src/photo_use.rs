//! `photo use` and `photo replace`.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::show::credit;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{Done, PhotoId, PhotoUse, ReplacePhoto, ReplacedPhoto, UsedIn};
use cutline_core::desk::failure::Failure;

pub fn show(client: &Client, photo_id: String) -> Result<Outcome, Failure> {
    let used: PhotoUse = client.act("photo_use", &PhotoId { photo_id })?;
    if client.json {
        say_json(&used);
        return Ok(Outcome::Done);
    }
    if used.stories.is_empty() {
        say("No story uses it.");
    }
    used.stories.iter().for_each(|story| one("", story));
    for duplicate in &used.duplicates {
        say(format!("The same file: {}  {}", duplicate.file_name, duplicate.photo_id));
        duplicate.stories.iter().for_each(|story| one("  ", story));
    }
    Ok(Outcome::Done)
}

fn one(indent: &str, story: &UsedIn) {
    let name = if story.name.is_empty() { "(no slug)" } else { &story.name };
    let exported = story.exported_at.as_deref().map(|at| format!(" · exported {at}"));
    let obscured = if story.obscured { " · obscured" } else { "" };
    say(format!("{indent}{name}  {}{}{obscured}", story.story_id, exported.unwrap_or_default()));
}

/// Nothing in a story changes: its document names the photo, and the window puts the new one there.
pub fn replace(
    client: &Client,
    old_photo_id: String,
    new_photo_id: String,
    same_picture: Option<bool>,
) -> Result<Outcome, Failure> {
    let request = ReplacePhoto { old_photo_id, new_photo_id, same_picture, language: None };
    let done: Done<ReplacedPhoto> = client.act("replace_photo", &request)?;
    if client.json {
        say_json(&done.value);
        return Ok(Outcome::Done);
    }
    say(match done.value.same_picture {
        true => "The same picture: its text was carried over.",
        false => "Another picture: nothing was carried over. Check the caption.",
    });
    say(credit(&done.value.photo));
    Ok(Outcome::Done)
}
