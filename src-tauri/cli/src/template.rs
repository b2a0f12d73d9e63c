//! `template save`, `template list` and `template remove`.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    Done, Nothing, SaveStoryTemplate, StoryTemplate, StoryTemplateName,
};
use cutline_core::desk::failure::Failure;

pub fn save(client: &Client, typed: &str, name: String) -> Result<Outcome, Failure> {
    let request = SaveStoryTemplate { name, story_id: story_id(client, typed)? };
    client.act::<Done<Nothing>>("save_story_template", &request)?;
    list(client)
}

pub fn list(client: &Client) -> Result<Outcome, Failure> {
    let templates: Vec<StoryTemplate> = client.act("story_templates", &Nothing {})?;
    if client.json {
        say_json(&templates);
    } else if templates.is_empty() {
        say("This desk has no story templates.");
    } else {
        templates.iter().for_each(show);
    }
    Ok(Outcome::Done)
}

pub fn remove(client: &Client, name: String) -> Result<Outcome, Failure> {
    client.act::<Done<Nothing>>("remove_story_template", &StoryTemplateName { name })?;
    list(client)
}

fn show(template: &StoryTemplate) {
    say(format!("{}  {}", template.name, template.headline));
    say(format!("    {}", count(template.words, "word", "words")));
}
