//! `copy`.

use crate::arguments::CopyArguments;
use crate::client::Client;
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{print, say_json};
use cutline_core::desk::contract::{CopiedStory, CopyForm, CopyStory};
use cutline_core::desk::failure::Failure;

/// Prints the copy and nothing else on standard output; what it does not carry on standard error.
pub fn copy(client: &Client, typed: CopyArguments) -> Result<Outcome, Failure> {
    let request = CopyStory {
        story_id: story_id(client, &typed.story)?,
        form: typed.form.into(),
        going_past: typed.past,
        wrap_at: typed.wrap,
        end_mark: typed.end_mark,
    };
    let copied: CopiedStory = client.act("copy_story", &request)?;
    if client.json {
        say_json(&copied);
        return Ok(Outcome::Done);
    }
    copied.notes.iter().for_each(|note| eprintln!("{note}"));
    match (copied.form, &copied.html) {
        (CopyForm::RichText, Some(html)) => print(html),
        _ => print(&copied.text),
    }
    Ok(Outcome::Done)
}
