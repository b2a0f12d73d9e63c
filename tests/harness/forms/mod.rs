//! The forms beside the page, of every export case: each is made, read again by a reader that is not
//! ours, and held to what a desk counts on. A case with an expected file for a form is compared too;
//! to begin one, create it empty and bless.

mod machine;
mod word;
mod xml;

use super::Case;
use cutline_core::export::PageStory;
use cutline_core::story;
use std::collections::BTreeMap;

/// What every form must carry, counted from the story and not from the form.
pub struct Expected<'a> {
    /// The printed credit of each figure that prints, in reading order.
    pub credits: Vec<&'a str>,
    /// What may stand in no form.
    pub private: Vec<String>,
}

pub fn run(case: &Case, story: &PageStory, json: &str) -> Result<(), String> {
    let expected = Expected { credits: credits(story), private: notes(json) };
    word::run(case, story, &expected)?;
    machine::run(case, story, &expected)
}

fn credits<'a>(story: &PageStory<'a>) -> Vec<&'a str> {
    let photos = story.photos;
    let figures = story::figures(story.document).into_iter();
    figures
        .filter_map(|figure| photos.get(figure.photo_id.as_deref()?))
        .map(|photo| photo.credit.line.as_str())
        .collect()
}

fn notes(json: &str) -> Vec<String> {
    let ids = json.split("\"noteId\"").skip(1).filter_map(|note| note.split('"').nth(1));
    ids.map(str::to_owned).collect()
}

/// Each credit as often as the story has it, and nothing private.
pub fn ensure_sound(form: &str, text: &str, expected: &Expected) -> Result<(), String> {
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for credit in &expected.credits {
        *wanted.entry(one_line(credit)).or_default() += 1;
    }
    wanted.remove("");
    for (credit, times) in wanted {
        let found = text.matches(&credit).count();
        ensure(found == times, || format!("{form}: {credit:?} {found} times, not {times}"))?;
    }
    for private in &expected.private {
        ensure(!text.contains(private), || format!("{form} holds {private}"))?;
    }
    Ok(())
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn ensure(holds: bool, otherwise: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

/// Compares with the expected file of that name, where the case has one.
pub fn expect(case: &Case, name: &str, actual: &str) -> Result<(), String> {
    if case.file(name).exists() { case.expect(name, actual) } else { Ok(()) }
}
