//! `list`.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{Stories, StoryRow};
use cutline_core::desk::failure::Failure;

pub fn list(client: &Client, request: Stories) -> Result<Outcome, Failure> {
    let rows: Vec<StoryRow> = client.act("stories", &request)?;
    if client.json {
        say_json(&rows);
    } else if rows.is_empty() {
        say("There is no such story in this desk.");
    } else {
        rows.iter().for_each(show);
    }
    Ok(Outcome::Done)
}

fn show(row: &StoryRow) {
    let slug = if row.slug.is_empty() { "(no slug)" } else { &row.slug };
    say(format!("{slug}  {}", row.headline));
    let mut about = vec![row.state.clone(), words(row)];
    about.extend(row.stopped_by.iter().cloned());
    about.extend(row.due_at.iter().map(|due| format!("due {due}")));
    if row.photos_wanted > 0 {
        about.push(count(row.photos_wanted, "photo wanted", "photos wanted"));
    }
    if row.credits_missing > 0 {
        about.push(count(row.credits_missing, "credit missing", "credits missing"));
    }
    if let Some(at) = &row.exported_at {
        about.push(format!("exported {at}"));
    }
    if row.killed_at.is_some() {
        about.push("killed".into());
    }
    if row.changed_since {
        about.push("changed since".into());
    }
    if !row.owed.is_empty() {
        about.push(format!("owed: {}", row.owed.join(", ")));
    }
    say(format!("    {}", about.join(" · ")));
    say(format!("    {}", row.id));
}

/// "642 words", or "642 of 600 words".
fn words(row: &StoryRow) -> String {
    match row.target_words {
        Some(target) => format!("{} of {}", row.words, count(target, "word", "words")),
        None => count(row.words, "word", "words"),
    }
}
