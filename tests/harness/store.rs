//! `tests/cases/store/opened-with-schema-N/desk.sqlite`: a desk as a released Cutline left it. It
//! must open, be brought up to the present schema, and give everything back: `read.txt`.

use super::Case;
use cutline_core::clock::Clock;
use cutline_core::desk::Desk;
use cutline_core::desk::contract::{
    CodeReplacement, LearnedWord, Nothing, PhotoTemplate, Plan, Settings, Stops, Stories, Story,
    StoryId,
};
use cutline_core::desk::failure::Failure;
use cutline_core::photo::darkroom::Darkroom;
use cutline_core::story::{plain, read};
use std::fs;

pub fn run(case: &Case) -> Result<(), String> {
    let name = case.name().replace('/', "-");
    let folder = std::env::temp_dir().join(format!("cutline-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let copied = fs::copy(case.file("desk.sqlite"), folder.join("desk.sqlite"));
    let told = copied.map_err(|e| e.to_string()).and_then(|_| {
        let desk = Desk::open(&folder, "a case", Clock::System, Darkroom::in_process(), |_| ())
            .map_err(sentence)?;
        everything(&desk).map_err(sentence)
    });
    let _ = fs::remove_dir_all(&folder);
    case.expect("read.txt", &told?)
}

fn everything(desk: &Desk) -> Result<String, Failure> {
    let mut text = String::new();
    for row in desk.stories(Stories::default())? {
        text += &one(&desk.story(StoryId { story_id: row.id })?);
        text += &row.lead_framing.map(|json| format!("lead framed {json}\n")).unwrap_or_default();
        text += &row.stopped_by.iter().map(|stop| format!("stopped: {stop}\n")).collect::<String>();
    }
    for CodeReplacement { code, text: long } in desk.code_replacements(Nothing {})? {
        text += &format!("code {code}: {long}\n");
    }
    for PhotoTemplate { name, fields } in desk.photo_templates(Nothing {})? {
        text += &format!("template {name}: {fields:?}\n");
    }
    Ok(text + &of_writing(desk)?)
}

/// What came with schema 3. A desk from before has none of it and says nothing here.
fn of_writing(desk: &Desk) -> Result<String, Failure> {
    let mut text = String::new();
    let settings = desk.settings(Nothing {})?;
    if settings != Settings::default() {
        text += &format!("{settings:#?}\n");
    }
    for template in desk.story_templates(Nothing {})? {
        text += &format!("{template:?}\n");
    }
    for LearnedWord { word } in desk.learned_words(Nothing {})? {
        text += &format!("knows {word}\n");
    }
    for rule in desk.style_rules(Nothing {})? {
        text += &format!("{rule:?}\n");
    }
    Ok(text)
}

/// A story's plan, stops and links, where it has some.
fn planned(story: &Story) -> String {
    let mut text = String::new();
    if story.plan != Plan::default() {
        text += &format!("{:?}\n", story.plan);
    }
    if story.stops != Stops::default() {
        text += &format!("{:?}\n", story.stops);
    }
    text += &story.passage_notes.iter().map(|note| format!("{note:?}\n")).collect::<String>();
    text += &story
        .follow_up_of
        .iter()
        .map(|first| format!("after {}\n", first.name))
        .collect::<String>();
    text
}

fn one(story: &Story) -> String {
    let document = read(&story.document);
    let photos: String = story.photos.iter().map(|photo| format!("{photo:#?}\n")).collect();
    format!(
        "{} · {}\nrevision {}, saved {}, damaged: {}\n{} import notes\n{photos}{}",
        story.slug,
        plain(&document.headline.content),
        story.revision,
        story.saved_at,
        story.damaged,
        story.import_notes.len(),
        planned(story),
    )
}

fn sentence(failure: Failure) -> String {
    format!("{} {}", failure.message, failure.advice)
}
