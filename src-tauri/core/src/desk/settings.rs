//! How a desk works. What nobody has set is the default, and the defaults work.

use super::Desk;
use super::contract::{
    ChangeSettings, Changed, Done, LengthLimit, Looks, MeasuredPart, Nothing, Plan, STATES,
    Settings, WorkState,
};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::publication;
use super::typed::name;
use crate::store::{Connection, StoreError, publication as publications, setting, story};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

const LONGEST_NAME: usize = 60;
const MOST_STATES: usize = 30;
const MOST_DESKS: usize = 200;
const MOST_LIMITS: usize = 500;
const MOST_MARKS: usize = 50;

impl Desk {
    /// How this desk works.
    pub fn settings(&self, _: Nothing) -> Result<Settings, Failure> {
        self.read(|db| Ok(of_desk(db)?))
    }

    /// Changes what is given. Fails when a state goes that every desk has, or that a story is in.
    pub fn change_settings(&self, request: ChangeSettings) -> Result<Done<Settings>, Failure> {
        self.write(move |db| {
            let before = of_desk(db)?;
            let after = changed(before.clone(), request)?;
            if after == before {
                return Ok((after, Vec::new()));
            }
            nobody_loses_a_state(db, &before, &after)?;
            put(db, &before, &after)?;
            let mut changed = vec![Changed::Settings];
            changed.extend((after.states != before.states).then_some(Changed::Stories));
            changed.extend(put_headline_limit(db, &after)?);
            Ok((after, changed))
        })
    }
}

/// What the desk has set, or the defaults. A value that the disk changed is the default again.
pub fn of_desk(db: &Connection) -> Result<Settings, StoreError> {
    let rows = setting::all(db)?;
    let defaults = Settings::default();
    let mut settings = Settings {
        states: with_our_own(read(&rows, "states").unwrap_or(defaults.states)),
        desks: read(&rows, "desks").unwrap_or(defaults.desks),
        limits: read(&rows, "limits").unwrap_or(defaults.limits),
        tk_marks: read(&rows, "tkMarks").unwrap_or(defaults.tk_marks),
        dateline: read(&rows, "dateline").unwrap_or(defaults.dateline),
        typing: read(&rows, "typing").unwrap_or(defaults.typing),
        looks: read(&rows, "looks").unwrap_or(defaults.looks),
    };
    // The publication's record has the general one, and had it first.
    let publication = publication::of_desk(db)?;
    for limit in settings.limits.iter_mut().filter(|limit| is_general_headline(limit)) {
        limit.characters = publication.headline_limit;
    }
    Ok(settings)
}

/// How long `part` of a story with this plan should be at most: the most particular limit, and of
/// two equally particular ones the desk's. `None`: nobody set one.
pub fn limit(settings: &Settings, part: MeasuredPart, plan: &Plan) -> Option<u32> {
    let fits = |limit: &&LengthLimit| {
        limit.part == part
            && limit.desk.as_ref().is_none_or(|desk| *desk == plan.desk)
            && limit.kind.is_none_or(|kind| kind == plan.kind)
    };
    let particular = |limit: &&LengthLimit| (limit.desk.is_some(), limit.kind.is_some());
    settings.limits.iter().filter(fits).max_by_key(particular).map(|limit| limit.characters)
}

/// The state of that id. Fails when the desk has none.
pub fn state<'a>(settings: &'a Settings, id: &str) -> Result<&'a WorkState, DeskError> {
    let state = settings.states.iter().find(|state| state.id == id);
    state.ok_or_else(|| DeskError::NoState(quoted(id)))
}

fn is_general_headline(limit: &LengthLimit) -> bool {
    limit.part == MeasuredPart::Headline && limit.desk.is_none() && limit.kind.is_none()
}

fn read<T: DeserializeOwned>(rows: &BTreeMap<String, String>, name: &str) -> Option<T> {
    serde_json::from_str(rows.get(name)?).ok()
}

/// With those of the five that are not in it.
fn with_our_own(mut states: Vec<WorkState>) -> Vec<WorkState> {
    for (id, name) in STATES {
        if states.iter().all(|state| state.id != id) {
            states.push(WorkState { id: id.into(), name: name.into() });
        }
    }
    states
}

fn put(db: &Connection, before: &Settings, after: &Settings) -> Result<(), StoreError> {
    put_one(db, "states", &before.states, &after.states)?;
    put_one(db, "desks", &before.desks, &after.desks)?;
    put_one(db, "limits", &before.limits, &after.limits)?;
    put_one(db, "tkMarks", &before.tk_marks, &after.tk_marks)?;
    put_one(db, "dateline", &before.dateline, &after.dateline)?;
    put_one(db, "typing", &before.typing, &after.typing)?;
    put_one(db, "looks", &before.looks, &after.looks)
}

fn put_one<T: Serialize + PartialEq>(
    db: &Connection,
    name: &str,
    before: &T,
    after: &T,
) -> Result<(), StoreError> {
    match serde_json::to_string(after) {
        Ok(value) if before != after => setting::put(db, name, &value),
        _ => Ok(()),
    }
}

/// Keeps the general limit of headlines where the publication's record has it.
fn put_headline_limit(db: &Connection, settings: &Settings) -> Result<Option<Changed>, StoreError> {
    let mut now = publication::of_desk(db)?;
    let general = settings.limits.iter().find(|limit| is_general_headline(limit));
    match general {
        Some(limit) if limit.characters != now.headline_limit => {
            now.headline_limit = limit.characters;
            publications::put(db, &publication::row(&now))?;
            Ok(Some(Changed::Publication))
        }
        _ => Ok(None),
    }
}

fn changed(now: Settings, request: ChangeSettings) -> Result<Settings, DeskError> {
    let desks = request.desks.map_or(Ok(now.desks), desks)?;
    Ok(Settings {
        states: request.states.map_or(Ok(now.states), states)?,
        limits: request.limits.map_or(Ok(now.limits), |typed| limits(typed, &desks))?,
        tk_marks: request.tk_marks.map_or(Ok(now.tk_marks), marks)?,
        dateline: request.dateline.unwrap_or(now.dateline),
        typing: request.typing.unwrap_or(now.typing),
        looks: request.looks.map_or(Ok(now.looks), looks)?,
        desks,
    })
}

fn states(typed: Vec<WorkState>) -> Result<Vec<WorkState>, DeskError> {
    few("states", typed.len(), MOST_STATES)?;
    let mut states: Vec<WorkState> = Vec::new();
    for WorkState { id, name: typed } in typed {
        if !is_state_id(&id) {
            return Err(DeskError::BadStateId(quoted(&id)));
        }
        let name = name("a state", &typed, LONGEST_NAME)?;
        let same = |other: &WorkState| other.id == id || same_name(&other.name, &name);
        if states.iter().any(same) {
            return Err(DeskError::Twice { what: "states", name });
        }
        states.push(WorkState { id, name });
    }
    match STATES.iter().find(|(id, _)| states.iter().all(|state| state.id != *id)) {
        Some((_, name)) => Err(DeskError::StateStays((*name).to_owned())),
        None => Ok(states),
    }
}

/// Lower-case letters, digits and hyphens, as in a URL name.
fn is_state_id(id: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&id.len()) && id.bytes().all(allowed)
}

fn same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn nobody_loses_a_state(
    db: &Connection,
    before: &Settings,
    after: &Settings,
) -> Result<(), Failure> {
    let counts = story::in_states(db)?;
    let stays = |state: &&WorkState| after.states.iter().any(|kept| kept.id == state.id);
    for gone in before.states.iter().filter(|state| !stays(state)) {
        if let Some(stories) = counts.get(&gone.id) {
            let name = gone.name.clone();
            return Err(DeskError::StateInUse { name, stories: *stories }.into());
        }
    }
    Ok(())
}

fn desks(typed: Vec<String>) -> Result<Vec<String>, DeskError> {
    few("desks", typed.len(), MOST_DESKS)?;
    let mut desks: Vec<String> = Vec::new();
    for typed in typed {
        let name = name("a desk", &typed, LONGEST_NAME)?;
        if desks.iter().any(|other| same_name(other, &name)) {
            return Err(DeskError::Twice { what: "desks", name });
        }
        desks.push(name);
    }
    Ok(desks)
}

fn limits(typed: Vec<LengthLimit>, desks: &[String]) -> Result<Vec<LengthLimit>, DeskError> {
    few("length limits", typed.len(), MOST_LIMITS)?;
    let mut seen = BTreeSet::new();
    for limit in &typed {
        within("A length limit", limit.characters, 1..=10_000)?;
        if let Some(desk) = limit.desk.as_ref().filter(|desk| !desks.contains(desk)) {
            return Err(DeskError::NoDeskCalled(quoted(desk)));
        }
        if !seen.insert(format!("{:?}", (limit.part, &limit.desk, limit.kind))) {
            return Err(DeskError::LimitTwice);
        }
    }
    Ok(typed)
}

fn marks(typed: Vec<String>) -> Result<Vec<String>, DeskError> {
    few("marks", typed.len(), MOST_MARKS)?;
    let mut marks = Vec::new();
    for typed in typed {
        let mark = name("a mark for a fact to come", &typed, 40)?;
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    Ok(marks)
}

fn looks(typed: Looks) -> Result<Looks, DeskError> {
    within("The size of the text, in per cent,", typed.text_size, 80..=200)?;
    within("The measure, in characters,", typed.measure, 45..=90)?;
    Ok(typed)
}

fn within(what: &'static str, number: u32, range: RangeInclusive<u32>) -> Result<(), DeskError> {
    match range.contains(&number) {
        true => Ok(()),
        false => Err(DeskError::OutOfRange { what, from: *range.start(), to: *range.end() }),
    }
}

fn few(what: &'static str, count: usize, limit: usize) -> Result<(), DeskError> {
    if count > limit { Err(DeskError::TooMany { what, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::super::contract::StoryKind;
    use super::*;

    #[test]
    fn the_most_particular_limit_stands() {
        let limit = |desk: Option<&str>, kind, characters| LengthLimit {
            part: MeasuredPart::Headline,
            desk: desk.map(str::to_owned),
            kind,
            characters,
        };
        let settings = Settings {
            limits: vec![
                limit(None, None, 70),
                limit(None, Some(StoryKind::Brief), 40),
                limit(Some("City"), None, 60),
                limit(Some("City"), Some(StoryKind::Brief), 30),
            ],
            ..Settings::default()
        };
        let check = |desk: &str, kind, expected| {
            let plan = Plan { desk: desk.into(), kind, ..Plan::default() };
            assert_eq!(super::limit(&settings, MeasuredPart::Headline, &plan), Some(expected));
        };
        check("", StoryKind::News, 70);
        check("Sport", StoryKind::Brief, 40);
        check("City", StoryKind::News, 60);
        check("City", StoryKind::Brief, 30);
    }

    #[test]
    fn a_state_s_id_is_plain() {
        for (id, fits) in [("legal-read", true), ("", false), ("a/b", false), ("Legal", false)] {
            assert_eq!(is_state_id(id), fits, "{id}");
        }
    }
}
