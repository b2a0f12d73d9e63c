//! `photo add`.

use crate::arguments::AddPhotos;
use crate::client::{Client, absolute, bad_request};
use crate::outcome::{Outcome, report};
use crate::show::credit;
use crate::story_name::story_id;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{
    AddPhotos as Request, AttachPhoto, Done, JobItem, PhotoPlace, SavedDraft, Started,
};
use cutline_core::desk::failure::Failure;

pub fn add(client: &Client, add: AddPhotos) -> Result<Outcome, Failure> {
    let place = place(&add)?;
    let story = add.story.as_deref().map(|typed| story_id(client, typed)).transpose()?;
    let paths = add.files.iter().map(|file| absolute(file)).collect();
    let started: Started =
        client.act("add_photos", &Request { paths, keep_originals: !add.without_originals })?;
    let (mut items, _) = client.wait(&started)?;
    items.sort_by_key(|item| match item {
        JobItem::Arriving { index, .. }
        | JobItem::Photo { index, .. }
        | JobItem::NotTaken { index, .. } => *index,
    });
    items.retain(|item| !matches!(item, JobItem::Arriving { .. }));
    let mut outcome = Outcome::Done;
    for item in &items {
        if let Some(failure) = one(client, item, story.as_deref(), place) {
            outcome = if client.json { Outcome::Failed } else { report(&failure, false) };
        }
    }
    if client.json {
        say_json(&items);
    }
    Ok(outcome)
}

/// Where the photos go; one place holds one photo.
fn place(add: &AddPhotos) -> Result<PhotoPlace, Failure> {
    let place = match (add.lead, add.wanted) {
        (true, _) => PhotoPlace::Lead,
        (false, Some(number)) => PhotoPlace::Wanted { number },
        (false, None) => return Ok(PhotoPlace::Next),
    };
    match add.files.as_slice() {
        [_] => Ok(place),
        _ => Err(bad_request(
            "One place in a story holds one photo.".into(),
            "Name one file with --lead or --wanted.",
        )),
    }
}

/// Shows one photo and puts it into the story; answers what went wrong.
fn one(client: &Client, item: &JobItem, story: Option<&str>, place: PhotoPlace) -> Option<Failure> {
    let photo = match item {
        JobItem::Arriving { .. } => return None,
        JobItem::NotTaken { failure, .. } => return Some(failure.clone()),
        JobItem::Photo { photo, .. } => photo,
    };
    if !client.json {
        say(format!("{}  {}", photo.file_name, photo.id));
        say(format!("  {}", credit(photo)));
        if !photo.original_kept {
            say("  Its original is not kept.");
        }
        if let Some(other) = &photo.same_as {
            say(format!("  The same file is in the desk as {other}."));
        }
    }
    let request = AttachPhoto { story_id: story?.to_owned(), photo_id: photo.id.clone(), place };
    client.act::<Done<SavedDraft>>("attach_photo", &request).err()
}
