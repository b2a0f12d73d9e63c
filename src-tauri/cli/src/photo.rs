//! `photo add` and `photo show`.

use crate::arguments::AddPhotos;
use crate::client::{Client, absolute, bad_request};
use crate::outcome::{Outcome, report};
use crate::show::credit;
use crate::story_name::story_id;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{
    AddPhotos as Request, AttachPhoto, Done, JobItem, Photo, PhotoPlace, Photos, SavedDraft,
    Started,
};
use cutline_core::desk::failure::Failure;
use serde_json::{Value, json};

pub fn add(client: &Client, add: AddPhotos) -> Result<Outcome, Failure> {
    let place = place(&add)?;
    let story = add.story.as_deref().map(|typed| story_id(client, typed)).transpose()?;
    let paths = add.files.iter().map(|file| absolute(file)).collect();
    let started: Started = client.act("add_photos", &Request { paths, keep_originals: true })?;
    let (mut items, _) = client.wait(&started)?;
    items.sort_by_key(|item| match item {
        JobItem::Arriving { index, .. }
        | JobItem::Photo { index, .. }
        | JobItem::NotTaken { index, .. } => *index,
    });
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
    }
    let request = AttachPhoto { story_id: story?.to_owned(), photo_id: photo.id.clone(), place };
    client.act::<Done<SavedDraft>>("attach_photo", &request).err()
}

pub fn show(client: &Client, photo: String) -> Result<Outcome, Failure> {
    let request = Photos { photo_ids: vec![photo.clone()], language: None };
    let photos: Vec<Photo> = client.act("photos", &request)?;
    let Some(photo) = photos.first() else {
        let message = format!("There is no photo with the id “{photo}” in this desk.");
        return Err(bad_request(message, "Take the id that cutline-cli photo add printed."));
    };
    if client.json {
        say_json(photo);
    } else {
        describe(photo);
    }
    Ok(Outcome::Done)
}

fn describe(photo: &Photo) {
    say(format!("{}  {} × {} pixels", photo.file_name, photo.width_px, photo.height_px));
    say(credit(photo));
    for (field, fact) in &photo.facts.0 {
        let carrier = word(json!(fact.carrier));
        say(format!("  {}: {} ({carrier})", word(json!(field)), fact.value));
        for other in fact.others.iter().filter(|other| other.value != fact.value) {
            say(format!("      {} says: {}", word(json!(other.carrier)), other.value));
        }
    }
    if !photo.removed_on_export.is_empty() {
        say(format!("Not exported: {}", photo.removed_on_export.join(", ")));
    }
}

/// The contract's own word for a field or a carrier.
fn word(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
