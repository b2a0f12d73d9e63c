//! The text of the story as a NITF 3.6 document.

use super::blocks::{body, inline};
use crate::export::Prepared;
use crate::export::filing::{Filing, time, urn};
use crate::export::flow::{Flow, Piece, Run, dateline, text};
use crate::export::page::begins_with;
use crate::export::text::{one_line, tidy};
use crate::export::xml::{Element, Node, element, empty};
use crate::story::people;

const NITF: &str = "http://iptc.org/std/NITF/2006-10-18/";

/// The root of the document.
pub fn document(story: &Prepared, filing: &Filing, flow: &Flow) -> Element {
    let content = element("body.content").with(body(flow));
    let sign_off = (!flow.sign_off.is_empty())
        .then(|| element("body.end").with([element("tagline").with(inline(&flow.sign_off))]));
    element("nitf")
        .attribute("xmlns", NITF)
        .with([head(story, filing)])
        .with([element("body").with([body_head(story, flow)]).with([content]).with(sign_off)])
}

fn head(story: &Prepared, filing: &Filing) -> Element {
    let publication = tidy(story.story.publication.name);
    let release =
        filing.embargoed_until.map(|until| empty("date.release").attribute("norm", time(until)));
    let copyright = (!publication.is_empty())
        .then(|| empty("doc.copyright").attribute("holder", publication.as_str()));
    let data = element("docdata")
        .with([empty("doc-id").attribute("id-string", urn(filing.story_id))])
        .with([empty("date.issue").attribute("norm", story.dates.published())])
        .with(release)
        .with(copyright);
    element("head").with([element("title").text(story.title.as_str())]).with([data])
}

fn body_head(story: &Prepared, flow: &Flow) -> Element {
    let headline = match flow.headline.as_slice() {
        [] => vec![Node::Text(story.title.clone())],
        runs => inline(runs),
    };
    let kicker = (!flow.kicker.is_empty())
        .then(|| element("hl2").attribute("class", "kicker").with(inline(&flow.kicker)));
    let hedline = element("hedline").with([element("hl1").with(headline)]).with(kicker);
    let summary = (!flow.standfirst.is_empty())
        .then(|| element("abstract").with([element("p").with(inline(&flow.standfirst))]));
    element("body.head")
        .with([hedline])
        .with(byline(story, &flow.byline))
        .with(place(story, flow))
        .with(summary)
}

/// As typed, each person in it marked.
fn byline(story: &Prepared, byline: &[Run]) -> Option<Element> {
    let line = text(byline);
    let mut rest = line.as_str();
    let mut nodes = Vec::new();
    for name in people(&one_line(&story.story.document.byline.content)) {
        if let Some((before, after)) = rest.split_once(name.as_str()) {
            nodes.push(Node::Text(before.to_owned()));
            nodes.push(element("person").text(name).into());
            rest = after;
        }
    }
    nodes.push(Node::Text(rest.to_owned()));
    (!line.is_empty()).then(|| element("byline").with(nodes))
}

/// Not where the copy brings its dateline along: it would print twice.
fn place(story: &Prepared, flow: &Flow) -> Option<Element> {
    let place = dateline(story);
    let first = flow.body.iter().find_map(|piece| match piece {
        Piece::Paragraph(runs) => Some(text(runs)),
        _ => None,
    });
    let brought = first.is_some_and(|first| begins_with(&first, &place));
    let printed = !(place.is_empty() || brought);
    printed.then(|| element("dateline").with([element("location").text(place)]))
}
