//! The story as ninjs 3.1, the news item in JSON of the IPTC, which Superdesk and most agencies of the
//! north exchange (<https://iptc.org/standards/ninjs/>, schema ninjs-schema_3.1.json).
//!
//! The fields are written in the order in which they stand here, so that the same story gives the same
//! bytes. `docs/formats/ninjs.md` says what goes where, and what has no place.

mod item;
mod picture;

use super::filing::{Filing, FilingStatus, time, urn};
use super::flow::{Flow, dateline, text};
use super::markup::{File, figure, html, inline_html};
use super::printed::{Printed, widest};
use super::text::{one_line, tidy};
use super::xml::fragment;
use super::{PageStory, Prepared, file_name};
use crate::story::{counts, people};
use item::{Body, Headline, Item, Name, Source, Standard, Statement};
use picture::associations;

/// The name of the schema that an item says it keeps to.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/// The item as the text of a `.json` file. Photos are named by where the page has them, and by their
/// file in the folder beside.
pub fn ninjs(story: &PageStory, filing: &Filing) -> String {
    let prepared = Prepared::new(story);
    let item = match filing.status {
        FilingStatus::Canceled => canceled(&prepared, filing),
        FilingStatus::Usable | FilingStatus::Withheld => whole(&prepared, filing),
    };
    let json = serde_json::to_string_pretty(&item).expect("strings and lists always serialise");
    format!("{json}\n")
}

/// What every item says, and no more than that of one that was killed.
fn canceled(story: &Prepared, filing: &Filing) -> Item {
    let publication = tidy(story.story.publication.name);
    let publication = (!publication.is_empty()).then_some(publication);
    Item {
        uri: urn(filing.story_id),
        standard: Standard { name: "ninjs", version: "3.1", schema: SCHEMA },
        kind: "text",
        representation: Some("full"),
        version: Some(filing.version.max(1).to_string()),
        first_created: Some(story.dates.published()),
        version_created: Some(story.dates.modified()),
        pub_status: filing.status.as_str(),
        embargoed_until: filing.embargoed_until.map(time),
        language: Some(story.language.clone()),
        title: Some(story.title.clone()),
        headlines: vec![Headline::new("main", story.title.clone())],
        copyright_holder: publication.clone(),
        info_sources: publication
            .map(|name| Source { name, role: "publisher" })
            .into_iter()
            .collect(),
        alt_ids: story
            .address
            .clone()
            .map(|value| item::AltId { role: "web", value })
            .into_iter()
            .collect(),
        ..Item::default()
    }
}

fn whole(story: &Prepared, filing: &Filing) -> Item {
    let flow = Flow::of(story);
    let byline = text(&flow.byline);
    let person = |name| Name { name, rel: "author" };
    let place = dateline(story);
    Item {
        profile: Some(if flow.photos().is_empty() { "text-only" } else { "text-photo" }),
        by: filled(byline.clone()),
        people: people(&one_line(&story.story.document.byline.content))
            .into_iter()
            .map(person)
            .collect(),
        located: filled(place.clone()),
        places: filled(place).map(|name| Name { name, rel: "dateline" }).into_iter().collect(),
        headlines: headlines(story, &flow),
        descriptions: filled(text(&flow.standfirst))
            .map(|value| Statement::plain("summary", value))
            .into_iter()
            .collect(),
        bodies: vec![body(story, &flow)],
        associations: associations(story, &flow),
        ..canceled(story, filing)
    }
}

/// The headline, and what the desk wrote for other places than the top of the page.
fn headlines(story: &Prepared, flow: &Flow) -> Vec<Headline> {
    let document = story.story.document;
    let others = [
        ("web", &document.headlines.web),
        ("social", &document.headlines.social),
        ("print", &document.headlines.print),
    ];
    let others = others.into_iter().map(|(role, line)| (role, one_line(&line.content)));
    [("main", story.title.clone()), ("kicker", text(&flow.kicker))]
        .into_iter()
        .chain(others)
        .filter(|(_, value)| !value.is_empty())
        .map(|(role, value)| Headline::new(role, value))
        .collect()
}

/// The body with the photo at its head before it and the sign-off after it, as they run.
fn body(story: &Prepared, flow: &Flow) -> Body {
    let lead = flow.lead.as_ref().map(|lead| fragment(&[figure(lead, &file(lead)).into()]));
    let sign_off = filled(inline_html(&flow.sign_off)).map(|line| format!("<p>{line}</p>"));
    let parts = lead.into_iter().chain([html(&flow.body, &file)]).chain(sign_off);
    let value = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    let counts = counts(story.story.document);
    Body { role: "main", content_type: "text/html", word_count: counts.words, value }
}

/// The widest file, beside this item: it is there before any page is.
fn file(printed: &Printed) -> File {
    let width_px = widest(printed.picture);
    let address = file_name(printed.picture, width_px, printed.picture.plain_format());
    File { address, width_px }
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
