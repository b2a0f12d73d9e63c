//! `photo show` and `photos`.

use crate::client::{Client, bad_request};
use crate::outcome::Outcome;
use crate::show::credit;
use crate::story_name::story_id;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{Photo, Photos, Story, StoryId};
use cutline_core::desk::failure::Failure;
use cutline_core::photo::{Fact, Field, Synthetic, Usage};
use serde::Serialize;
use serde_json::json;

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

/// The photos of a story, each with the words that the photo itself has.
pub fn photos(client: &Client, typed: &str) -> Result<Outcome, Failure> {
    let request = StoryId { story_id: story_id(client, typed)? };
    let story: Story = client.act("story", &request)?;
    if client.json {
        say_json(&story.photos);
    } else if story.photos.is_empty() {
        say("This story has no photo.");
    } else {
        story.photos.iter().for_each(in_short);
    }
    Ok(Outcome::Done)
}

fn in_short(photo: &Photo) {
    say(format!("{}  {}", photo.file_name, photo.id));
    say(format!("  {}", credit(photo)));
    for (name, field) in [("Caption", Field::Caption), ("Alt text", Field::AltText)] {
        say(format!("  {name}: {}", photo.facts.get(field).unwrap_or("none")));
    }
}

fn describe(photo: &Photo) {
    let size = format!("{} × {} pixels", photo.width_px, photo.height_px);
    say(format!("{}  {}, {size}", photo.file_name, photo.format));
    say(credit(photo));
    for (field, fact) in &photo.facts.0 {
        said(*field, fact);
    }
    for repair in &photo.repairs {
        let field = word(&repair.field);
        say(format!("Mended: {field}, “{}” was “{}” ({})", repair.to, repair.from, repair.why));
    }
    photo.offers.iter().for_each(|offer| say(format!("Offered: {}", offer.sentence)));
    used(&photo.usage);
    photo.remarks.iter().for_each(|remark| say(format!("Remark: {remark}")));
    if !photo.original_kept {
        say("The original is not kept: this is a copy without metadata.");
    }
    if let Some(other) = &photo.same_as {
        say(format!("The same file is in the desk as {other}."));
    }
    if !photo.removed_on_export.is_empty() {
        say(format!("Not exported: {}", photo.removed_on_export.join(", ")));
    }
}

/// A value, who says it, and who says something else.
fn said(field: Field, fact: &Fact) {
    let others = || fact.others.iter().filter(|other| other.value != fact.value);
    let differ = match others().count() {
        0 => "",
        _ => ", sources disagree",
    };
    say(format!("  {}: {} ({}{differ})", word(&field), fact.value, word(&fact.carrier)));
    for other in others() {
        say(format!("      {} says: {}", word(&other.carrier), other.value));
    }
}

fn used(usage: &Usage) {
    if let Some(category) = &usage.category {
        let sentence = usage.sentence.as_deref().map(|sentence| format!(": {sentence}"));
        say(format!("Rights: {}{}", word(category), sentence.unwrap_or_default()));
    }
    usage.restrictions.iter().for_each(|words| say(format!("Restriction: {words}")));
    if let Some(day) = &usage.expires_on {
        say(format!("Expires on {day}"));
    }
    if let Some(proposed) = &usage.expiry_proposed {
        say(format!("Perhaps expires on {} (“{}”)", proposed.on, proposed.quoted));
    }
    if let Some(time) = &usage.embargoed_until {
        say(format!("Embargoed until {time}"));
    }
    if let Some(story) = &usage.chosen.only_story_id {
        say(format!("Only for the story {story}"));
    }
    if usage.killed {
        say("Withdrawn by its supplier");
    }
    match usage.synthetic {
        Synthetic::No => {}
        Synthetic::Generated => say("Made or changed with generative AI"),
        Synthetic::Composite => say("Put together of several pictures"),
    }
}

/// The contract's own word for a field, a carrier or a category.
fn word(value: &impl Serialize) -> String {
    json!(value).as_str().unwrap_or_default().to_owned()
}
