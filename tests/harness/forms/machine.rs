//! `story.ninjs.json`, `story.newsml.xml` and `story.ans.json`: the forms that other systems take in.

use super::xml::{Tree, parse};
use super::{Expected, ensure, expect, one_line};
use crate::harness::Case;
use chrono::{DateTime, Utc};
use cutline_core::export::{Filing, FilingStatus, PageStory, ans, newsml, ninjs};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeSet;

const STORY: &str = "01980000-0000-7000-8000-00000000c0de";

const FILING: Filing =
    Filing { story_id: STORY, version: 3, status: FilingStatus::Usable, embargoed_until: None };

type Form = fn(&PageStory, &Filing) -> String;

const FORMS: [(&str, Form); 3] =
    [("story.ninjs.json", ninjs), ("story.newsml.xml", newsml), ("story.ans.json", ans)];

pub fn run(case: &Case, story: &PageStory, expected: &Expected) -> Result<(), String> {
    for (name, form) in FORMS {
        let text = form(story, &FILING);
        ensure(text == form(story, &FILING), || format!("a second {name} differs"))?;
        let leaked = expected.private.iter().find(|private| text.contains(private.as_str()));
        ensure(leaked.is_none(), || format!("{name} holds {leaked:?}"))?;
        ensure(!text.contains(STORY), || format!("{name} holds the id of the story"))?;
        a_killed_story_says_no_more(name, form, story)?;
        // XML with a line for each element, so that a person can read what changed.
        let text = if name.ends_with(".xml") { text.replace("><", ">\n<") } else { text };
        expect(case, name, &text)?;
    }
    ninjs_names_everybody(&json(&ninjs(story, &FILING))?, expected)?;
    newsml_names_everybody(&parse(&newsml(story, &FILING))?, story, expected)?;
    ans_names_everybody(&json(&ans(story, &FILING))?, expected)
}

fn json(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|e| e.to_string())
}

fn lines<'a>(credits: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    credits.into_iter().map(one_line).filter(|credit| !credit.is_empty()).collect()
}

/// Each photo's credit once in what belongs to the item, and once where the photo runs.
fn ninjs_names_everybody(item: &Value, expected: &Expected) -> Result<(), String> {
    let none = Vec::new();
    let list = |value: &Value| value.as_array().unwrap_or(&none).clone();
    let descriptions = list(&item["associations"]).into_iter().flat_map(|photo| {
        list(&photo["descriptions"]).into_iter().filter(|said| said["role"] == "credit")
    });
    let beside: Vec<String> =
        descriptions.filter_map(|said| said["value"].as_str().map(str::to_owned)).collect();
    let body = Html::parse_fragment(item["bodies"][0]["value"].as_str().unwrap_or_default());
    nothing_runs(&body)?;
    let small = Selector::parse("figure > figcaption > small").expect("a selector of this file");
    let inside: Vec<String> = body.select(&small).map(|small| small.text().collect()).collect();
    let credits = lines(expected.credits.iter().copied());
    ensure(beside == credits, || format!("ninjs credits {beside:?}, not {credits:?}"))?;
    ensure(inside == credits, || format!("the body of ninjs has {inside:?}, not {credits:?}"))
}

/// Each figure's credit in NITF, and each photo's on its item.
fn newsml_names_everybody(
    message: &Tree,
    story: &PageStory,
    expected: &Expected,
) -> Result<(), String> {
    let words = |name| message.all(name).into_iter().map(Tree::words).collect::<Vec<_>>();
    let credits = lines(expected.credits.iter().copied());
    let producers = words("media-producer");
    ensure(producers == credits, || format!("NITF names {producers:?}, not {credits:?}"))?;
    let mut seen = BTreeSet::new();
    let ids = cutline_core::story::figures(story.document).into_iter();
    let ids = ids.filter_map(|figure| figure.photo_id.as_deref()).filter(|id| seen.insert(*id));
    let photos = ids.filter_map(|id| story.photos.get(id)).map(|photo| photo.credit.line.as_str());
    let (found, wanted) = (words("creditline"), lines(photos));
    ensure(found == wanted, || format!("the items name {found:?}, not {wanted:?}"))
}

/// Each image with the line as it prints.
fn ans_names_everybody(story: &Value, expected: &Expected) -> Result<(), String> {
    let mut found = Vec::new();
    images(&story["promo_items"], &mut found);
    images(&story["content_elements"], &mut found);
    let mut contents = Vec::new();
    every_content(&story["content_elements"], &mut contents);
    contents.iter().try_for_each(|html| nothing_runs(&Html::parse_fragment(html)))?;
    let credits = lines(expected.credits.iter().copied());
    ensure(found == credits, || format!("ANS names {found:?}, not {credits:?}"))
}

/// Markup in a form is text with marks, whatever a story says.
fn nothing_runs(html: &Html) -> Result<(), String> {
    for element in html.root_element().descendent_elements() {
        let value = element.value();
        ensure(value.name() != "script", || "a script".into())?;
        for (name, value) in value.attrs() {
            let runs = name.starts_with("on") || name == "style" || value.starts_with("javascript");
            ensure(!runs, || format!("{name}=\"{value}\""))?;
        }
    }
    Ok(())
}

fn every_content(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| every_content(value, found)),
        Value::Object(members) => {
            found.extend(members.get("content").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|value| every_content(value, found));
        }
        _ => {}
    }
}

fn images(value: &Value, found: &mut Vec<String>) {
    if value["type"] == "image" {
        let line = value["vanity_credits"]["by"][0]["name"].as_str();
        found.extend(line.map(str::to_owned));
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| images(value, found)),
        Value::Object(members) => members.values().for_each(|value| images(value, found)),
        _ => {}
    }
}

/// Neither its copy nor its pictures.
fn a_killed_story_says_no_more(name: &str, form: Form, story: &PageStory) -> Result<(), String> {
    let embargoed_until = "2026-05-12T21:01:00Z".parse::<DateTime<Utc>>().ok();
    let withheld = Filing { status: FilingStatus::Withheld, embargoed_until, ..FILING };
    let withheld = form(story, &withheld);
    let says = ["withheld", "2026-05-12T21:01:00Z"].iter().all(|said| withheld.contains(said));
    ensure(says, || format!("{name} says no embargo"))?;
    let killed = form(story, &Filing { status: FilingStatus::Canceled, ..FILING });
    ensure(killed.contains("canceled"), || format!("{name} says no kill"))?;
    let silent = !killed.contains("img/") && !killed.contains("<p>");
    ensure(silent, || format!("{name} carries the copy of a killed story"))
}
