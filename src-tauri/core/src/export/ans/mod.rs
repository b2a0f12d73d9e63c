//! The story in Arc XP's native form, the Arc Native Specification 0.10.11
//! (<https://github.com/washingtonpost/ans-schema>).
//!
//! The fields are written in the order in which they stand here, so that the same story gives the same
//! bytes. Running text is the little HTML that ANS takes; nothing is ever written as `raw_html`.
//! `docs/formats/ans.md` says what goes where, and what has no place.

mod elements;
mod image;

use super::filing::{Filing, FilingStatus, arc_id, time};
use super::flow::{Flow, dateline, text};
use super::text::{one_line, tidy};
use super::{PageStory, Prepared};
use crate::story::people;
use elements::elements;
use image::image;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The version of the specification that a document says it keeps to.
const VERSION: &str = "0.10.11";

/// The story as the text of a `.json` file.
pub fn ans(story: &PageStory, filing: &Filing) -> String {
    let prepared = Prepared::new(story);
    let json = serde_json::to_string_pretty(&whole(&prepared, filing));
    format!("{}\n", json.expect("strings and lists always serialise"))
}

/// A story of ANS, with the members that this program writes.
#[derive(Serialize)]
struct Story {
    #[serde(rename = "type")]
    kind: &'static str,
    version: &'static str,
    _id: String,
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical_url: Option<String>,
    created_date: String,
    last_updated_date: String,
    first_publish_date: String,
    display_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    status: &'static str,
    headlines: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    subheadlines: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    description: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    credits: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    promo_items: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    owner: Map<String, Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    distributor: Map<String, Value>,
    revision: Value,
    #[serde(skip_serializing_if = "Map::is_empty")]
    label: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_restrictions: Option<Value>,
    content_elements: Vec<Value>,
}

/// Of a story that was killed nothing goes out but that it was.
fn whole(story: &Prepared, filing: &Filing) -> Story {
    let killed = filing.status == FilingStatus::Canceled;
    let flow = Flow::of(story);
    let publication = tidy(story.story.publication.name);
    Story {
        kind: "story",
        version: VERSION,
        _id: arc_id(filing.story_id),
        language: story.language.clone(),
        canonical_url: story.address.clone(),
        created_date: story.dates.published(),
        last_updated_date: story.dates.modified(),
        first_publish_date: story.dates.published(),
        display_date: story.dates.published(),
        location: (!killed).then(|| dateline(story)).filter(|place| !place.is_empty()),
        status: filing.status.as_str(),
        headlines: headlines(story, killed),
        subheadlines: dictionary(&[("basic", text(&flow.standfirst))], !killed),
        description: dictionary(
            &[("basic", story.description.clone().unwrap_or_default())],
            !killed,
        ),
        credits: if killed { Map::new() } else { credits(story, &flow) },
        promo_items: promo(story, &flow, killed),
        owner: dictionary_of([("name", publication.clone())]),
        distributor: distributor(&publication),
        revision: json!({
            "revision_id": filing.version.max(1).to_string(),
            "published": filing.status == FilingStatus::Usable,
        }),
        label: label(&text(&flow.kicker), killed),
        content_restrictions: filing
            .embargoed_until
            .map(|until| json!({"embargo": {"active": true, "end_time": time(until)}})),
        content_elements: if killed { Vec::new() } else { body(story, &flow) },
    }
}

fn headlines(story: &Prepared, killed: bool) -> Map<String, Value> {
    let document = story.story.document;
    let of = |line: &crate::story::Line| one_line(&line.content);
    let all = [
        ("basic", story.title.clone()),
        ("web", of(&document.headlines.web)),
        ("mobile", of(&document.headlines.social)),
        ("print", of(&document.headlines.print)),
    ];
    dictionary(if killed { &all[..1] } else { &all }, true)
}

/// The body as it runs. The photo at its head stands in `promo_items` and is not repeated.
fn body(story: &Prepared, flow: &Flow) -> Vec<Value> {
    let mut body = elements(story, &flow.body);
    let sign_off = super::markup::inline_html(&flow.sign_off);
    if !sign_off.is_empty() {
        body.push(json!({"type": "text", "subtype": "sign-off", "content": sign_off}));
    }
    body
}

fn promo(story: &Prepared, flow: &Flow, killed: bool) -> Map<String, Value> {
    let lead = flow.lead.as_ref().filter(|_| !killed);
    lead.map(|lead| ("basic".to_owned(), image(story, lead))).into_iter().collect()
}

/// The people of the byline as authors, with the byline as it prints; a byline that names nobody is
/// the name itself.
fn credits(story: &Prepared, flow: &Flow) -> Map<String, Value> {
    let byline = text(&flow.byline);
    let people = people(&one_line(&story.story.document.byline.content));
    let authors: Vec<Value> = match people.as_slice() {
        [] if byline.is_empty() => Vec::new(),
        [] => vec![json!({"type": "author", "name": byline, "byline": byline})],
        people => people
            .iter()
            .map(|name| json!({"type": "author", "name": name, "byline": byline}))
            .collect(),
    };
    let filled = !authors.is_empty();
    filled.then(|| ("by".to_owned(), Value::Array(authors))).into_iter().collect()
}

fn distributor(publication: &str) -> Map<String, Value> {
    if publication.is_empty() {
        return Map::new();
    }
    dictionary_of([
        ("name", publication.to_owned()),
        ("category", "staff".to_owned()),
        ("mode", "custom".to_owned()),
    ])
}

fn label(kicker: &str, killed: bool) -> Map<String, Value> {
    let shown = !(killed || kicker.is_empty());
    shown.then(|| ("basic".to_owned(), json!({"text": kicker}))).into_iter().collect()
}

/// A dictionary of ANS, which needs its `basic`: without one it is none.
fn dictionary(entries: &[(&str, String)], wanted: bool) -> Map<String, Value> {
    let basic = entries.first().is_some_and(|(_, value)| !value.is_empty());
    if !(basic && wanted) {
        return Map::new();
    }
    dictionary_of(entries.iter().map(|(name, value)| (*name, value.clone())))
}

fn dictionary_of<'n>(entries: impl IntoIterator<Item = (&'n str, String)>) -> Map<String, Value> {
    let filled = entries.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(name, value)| (name.to_owned(), Value::String(value))).collect()
}
