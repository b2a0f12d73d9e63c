//! `story`: a story's record: its beginning, its state, its plan, and what holds it back.

use crate::arguments::{LegalStep, PlanChanges, StoryCommand};
use crate::client::{Client, bad_request};
use crate::outcome::Outcome;
use crate::story_name::story_id;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{
    ChangeStories, ChangeStory, Done, Embargo, Legal, LegalState, NewStory, Nothing, Settings,
    Stops, Story, StoryId, StoryKind, WorkState,
};
use cutline_core::desk::failure::Failure;
use serde_json::Value;

pub fn story(client: &Client, command: StoryCommand) -> Result<Outcome, Failure> {
    match command {
        StoryCommand::New { template } => begin(client, None, template),
        StoryCommand::FollowUp { story, template } => begin(client, Some(&story), template),
        StoryCommand::Duplicate { story } => duplicate(client, &story),
        StoryCommand::State { story, state } => move_to(client, &story, &state),
        StoryCommand::Plan(changes) => plan(client, changes),
        StoryCommand::Hold { story, lift } => stop(client, &story, |stops| stops.hold = !lift),
        StoryCommand::NotForPublication { story, lift } => {
            stop(client, &story, |stops| stops.not_for_publication = !lift)
        }
        StoryCommand::Embargo { story, until, zone, .. } => {
            let embargo = until.zip(zone).map(|(until, time_zone)| embargo(until, time_zone));
            stop(client, &story, |stops| stops.embargo = embargo)
        }
        StoryCommand::Legal { story, step, by } => {
            let state = legal_state(step);
            let legal = Legal { state, cleared_by: by, ..Legal::default() };
            stop(client, &story, |stops| stops.legal = legal)
        }
        StoryCommand::Spike { stories } => spike(client, &stories, true),
        StoryCommand::Unspike { stories } => spike(client, &stories, false),
    }
}

fn begin(
    client: &Client,
    first: Option<&str>,
    template: Option<String>,
) -> Result<Outcome, Failure> {
    let follow_up_of = first.map(|typed| story_id(client, typed)).transpose()?;
    let done: Done<Story> = client.act("new_story", &NewStory { template, follow_up_of })?;
    show(client, &done.value)
}

fn duplicate(client: &Client, typed: &str) -> Result<Outcome, Failure> {
    let request = StoryId { story_id: story_id(client, typed)? };
    let done: Done<Story> = client.act("duplicate_story", &request)?;
    show(client, &done.value)
}

/// A state goes by its id or by its name.
fn move_to(client: &Client, typed: &str, state: &str) -> Result<Outcome, Failure> {
    let settings: Settings = client.act("settings", &Nothing {})?;
    let meant =
        |known: &&WorkState| known.id == state || known.name.to_lowercase() == state.to_lowercase();
    let state = settings.states.iter().find(meant).map_or(state, |known| &known.id);
    let story_id = story_id(client, typed)?;
    change(client, ChangeStory { story_id, state: Some(state.into()), ..ChangeStory::default() })
}

fn plan(client: &Client, changes: PlanChanges) -> Result<Outcome, Failure> {
    let story = read(client, &changes.story)?;
    let mut plan = story.plan;
    if let Some(typed) = &changes.kind {
        plan.kind = kind(typed)?;
    }
    plan.desk = changes.for_desk.unwrap_or(plan.desk);
    plan.assignee = changes.assignee.unwrap_or(plan.assignee);
    // An empty time and a target of 0 take theirs away.
    plan.due_at = changes.due.or(plan.due_at).filter(|due| !due.is_empty());
    plan.target_words = changes.target.or(plan.target_words).filter(|words| *words > 0);
    change(client, ChangeStory { story_id: story.id, plan: Some(plan), ..ChangeStory::default() })
}

/// The kind by the contract's own word.
fn kind(typed: &str) -> Result<StoryKind, Failure> {
    serde_json::from_value(Value::from(typed.to_lowercase())).map_err(|_| {
        bad_request(
            format!("“{typed}” is no kind of story."),
            "Use news, brief, feature, analysis, opinion, explainer, interview or review.",
        )
    })
}

/// Changes one stop; the others stay, and so does a clearance.
fn stop(client: &Client, typed: &str, put: impl FnOnce(&mut Stops)) -> Result<Outcome, Failure> {
    let Story { id: story_id, mut stops, .. } = read(client, typed)?;
    put(&mut stops);
    change(client, ChangeStory { story_id, stops: Some(stops), ..ChangeStory::default() })
}

fn embargo(until: String, time_zone: String) -> Embargo {
    Embargo { until, time_zone, sentence: String::new(), holds: true }
}

fn legal_state(step: LegalStep) -> LegalState {
    match step {
        LegalStep::NotNeeded => LegalState::NotNeeded,
        LegalStep::Needed => LegalState::Needed,
        LegalStep::WithLawyer => LegalState::WithLawyer,
        LegalStep::Cleared => LegalState::Cleared,
    }
}

fn spike(client: &Client, typed: &[String], spiked: bool) -> Result<Outcome, Failure> {
    let ids: Result<Vec<String>, Failure> =
        typed.iter().map(|typed| story_id(client, typed)).collect();
    let request =
        ChangeStories { story_ids: ids?, spiked: Some(spiked), ..ChangeStories::default() };
    let done: Done<Nothing> = client.act("change_stories", &request)?;
    // Each story that changed is named once, and the list itself.
    let changed = done.changed.len().saturating_sub(1) as u64;
    if client.json {
        say_json(&done);
    } else {
        let how = if spiked { "spiked" } else { "brought back" };
        say(format!("{} {how}", count(changed, "story", "stories")));
    }
    Ok(Outcome::Done)
}

fn read(client: &Client, typed: &str) -> Result<Story, Failure> {
    client.act("story", &StoryId { story_id: story_id(client, typed)? })
}

fn change(client: &Client, request: ChangeStory) -> Result<Outcome, Failure> {
    let done: Done<Story> = client.act("change_story", &request)?;
    show(client, &done.value)
}

fn show(client: &Client, story: &Story) -> Result<Outcome, Failure> {
    if client.json {
        say_json(story);
    } else {
        say(format!("{}  {}", slug(story), story.id));
        describe(story);
    }
    Ok(Outcome::Done)
}

fn slug(story: &Story) -> &str {
    if story.slug.is_empty() { "(no slug)" } else { &story.slug }
}

/// State, plan and stops, a line for each that there is.
pub fn describe(story: &Story) {
    say(format!("  State: {}", story.state));
    let plan = &story.plan;
    for (name, value) in [("Desk", &plan.desk), ("Assignee", &plan.assignee)] {
        if !value.is_empty() {
            say(format!("  {name}: {value}"));
        }
    }
    plan.due_at.iter().for_each(|due| say(format!("  Due: {due}")));
    plan.target_words.iter().for_each(|words| say(format!("  Target: {words} words")));
    story.follow_up_of.iter().for_each(|first| say(format!("  Follows up: {}", first.name)));
    story.followed_by.iter().for_each(|next| say(format!("  Followed by: {}", next.name)));
    held_back(&story.stops);
}

fn held_back(stops: &Stops) {
    if stops.hold {
        say("  On hold");
    }
    if stops.not_for_publication {
        say("  Not for publication");
    }
    if let Some(embargo) = &stops.embargo {
        let over = if embargo.holds { "" } else { ", which is over" };
        say(format!("  {}{over}", embargo.sentence));
    }
    let by = stops.legal.cleared_by.as_deref().unwrap_or_default();
    let since = if stops.legal.changed_since { ", and changed since" } else { "" };
    match stops.legal.state {
        LegalState::NotNeeded => {}
        LegalState::Needed => say("  A lawyer has to read it"),
        LegalState::WithLawyer => say("  With a lawyer"),
        LegalState::Cleared => say(format!("  Cleared by {by}{since}")),
    }
}
