//! `import` and `sample`.

use crate::client::{Client, absolute, bad_request};
use crate::outcome::Outcome;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{Done, ImportStory, ImportedStory, Nothing, Story, StoryId};
use cutline_core::desk::failure::Failure;
use std::io::{Read, stdin};
use std::path::Path;

/// More than any story has; the desk names its own limit.
const LIMIT_BYTES: u64 = 50_000_000;

pub fn import(client: &Client, file: &Path) -> Result<Outcome, Failure> {
    let request = if file == Path::new("-") {
        ImportStory::Text { text: standard_input()? }
    } else {
        ImportStory::File { path: absolute(file) }
    };
    show(client, client.act("import_story", &request)?)
}

pub fn sample(client: &Client) -> Result<Outcome, Failure> {
    show(client, client.act("import_sample", &Nothing {})?)
}

/// The text that another program hands over.
pub fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = stdin().take(LIMIT_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| {
        bad_request(format!("Standard input cannot be read: {error}."), "Name a file instead.")
    })?;
    String::from_utf8(bytes).map_err(|_| {
        bad_request(
            "The text on standard input is not UTF-8.".into(),
            "Save it as a file and name that: its encoding is recognised.",
        )
    })
}

fn show(client: &Client, done: Done<ImportedStory>) -> Result<Outcome, Failure> {
    if client.json {
        say_json(&done.value);
        return Ok(Outcome::Done);
    }
    let story_id = StoryId { story_id: done.value.story_id };
    let story: Story = client.act("story", &story_id)?;
    say(format!("Imported as {} ({})", story.slug, story.id));
    let notes = &done.value.notes;
    say(count(notes.len() as u64, "note of the import:", "notes of the import:"));
    for note in notes {
        let line = note.line.map(|line| format!("line {line}: ")).unwrap_or_default();
        let sure = note.certainty.map(|sure| format!(" ({sure} % sure)")).unwrap_or_default();
        say(format!("  {line}{}{sure}", note.message));
    }
    Ok(Outcome::Done)
}
