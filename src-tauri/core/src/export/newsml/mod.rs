//! The story as NewsML-G2 2.35 with NITF 3.6 inside, both of the IPTC, as its guidelines pair them
//! (<https://iptc.org/standards/newsml-g2/>, <https://iptc.org/standards/nitf/>).
//!
//! One news message holds the text as one news item and each photo as another; the text names its
//! photos by their identifiers, and each photo its files by where they lie beside the message.
//! `docs/formats/newsml.md` says what goes where, and what has no place.

mod blocks;
mod nitf;
mod picture;

use super::filing::{Filing, FilingStatus, time, urn};
use super::flow::{Flow, dateline, text};
use super::printed::Printed;
use super::text::{one_line, tidy};
use super::xml::{Element, element, empty, file};
use super::{DatelinePlace, PageStory, Prepared};
use crate::story::{Direction, people};
use std::collections::BTreeSet;

const NAR: &str = "http://iptc.org/std/nar/2006-10-01/";

/// Where the codes of the IPTC are explained ("ninat", "stat", "drol", "crol", "rnd", "digsrctype").
const CATALOG: &str = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_33.xml";

/// Roles for which the IPTC has no code: the message explains them itself, under the alias "say".
const OWN_ROLES: &str = "urn:x-cutline:role:";

/// The message as the text of an `.xml` file.
pub fn newsml(story: &PageStory, filing: &Filing) -> String {
    let prepared = Prepared::new(story);
    // NITF has a place of its own for the dateline, so the body goes without.
    let flow = Flow::with_dateline(&prepared, DatelinePlace::None);
    let killed = filing.status == FilingStatus::Canceled;
    let photos = if killed { Vec::new() } else { each_once(&flow) };
    let mut items = vec![text_item(&prepared, filing, &flow, &photos)];
    items.extend(photos.iter().map(|photo| picture::item_of(&prepared, filing, photo)));
    let header = element("header")
        .with([element("sent").text(prepared.dates.modified())])
        .with(name_element("sender", story.publication.name));
    let message = element("newsMessage").attribute("xmlns", NAR).with([header]);
    file(&message.with([element("itemSet").with(items)]))
}

/// A photo as an item: every way in which the story shows it.
pub struct Shown<'p, 'a> {
    pub all: Vec<&'p Printed<'a>>,
}

/// The photos in reading order, each once.
fn each_once<'p, 'a>(flow: &'p Flow<'a>) -> Vec<Shown<'p, 'a>> {
    let mut seen = BTreeSet::new();
    let printed = flow.photos();
    let first = printed.iter().filter(|photo| seen.insert(photo.id));
    first
        .map(|first| Shown {
            all: printed.iter().copied().filter(|other| other.id == first.id).collect(),
        })
        .collect()
}

fn text_item(story: &Prepared, filing: &Filing, flow: &Flow, photos: &[Shown]) -> Element {
    let killed = filing.status == FilingStatus::Canceled;
    let links = photos.iter().map(|photo| {
        empty("link").attribute("rel", "irel:seeAlso").attribute("residref", urn(photo.all[0].id))
    });
    let content = (!killed).then(|| {
        let body = element("inlineXML").attribute("contenttype", "application/nitf+xml");
        element("contentSet").with([body.with([nitf::document(story, filing, flow)])])
    });
    item(story, filing, &urn(filing.story_id))
        .with([element("rightsInfo").with(holder(story))])
        .with([management(story, filing, "ninat:text")
            .with([element("title").text(story.title.as_str())])
            .with(links)])
        .with([if killed { killed_meta(story) } else { text_meta(story, flow) }])
        .with(content)
}

/// What every item begins with.
pub fn item(story: &Prepared, filing: &Filing, guid: &str) -> Element {
    let turned = story.direction == Direction::RightToLeft;
    let own = empty("scheme").attribute("alias", "say").attribute("uri", OWN_ROLES);
    element("newsItem")
        .attribute("guid", guid)
        .attribute("version", filing.version.max(1).to_string())
        .attribute("standard", "NewsML-G2")
        .attribute("standardversion", "2.35")
        .attribute("conformance", "power")
        .attribute("xml:lang", story.language.as_str())
        .maybe("dir", turned.then_some("rtl"))
        .with([empty("catalogRef").attribute("href", CATALOG)])
        .with([element("catalog").with([own])])
}

fn holder(story: &Prepared) -> Option<Element> {
    let name = named(story.story.publication.name)?;
    Some(element("copyrightHolder").with([name]))
}

/// What the item is and whether it may be used.
pub fn management(story: &Prepared, filing: &Filing, class: &'static str) -> Element {
    let embargoed = filing.embargoed_until.map(|until| element("embargoed").text(time(until)));
    let status = format!("stat:{}", filing.status.as_str());
    element("itemMeta")
        .with([empty("itemClass").attribute("qcode", class)])
        .with([element("provider").with(named(story.story.publication.name))])
        .with([element("versionCreated").text(story.dates.modified())])
        .with([element("firstCreated").text(story.dates.published())])
        .with(embargoed)
        .with([empty("pubStatus").attribute("qcode", status)])
}

fn killed_meta(story: &Prepared) -> Element {
    element("contentMeta").with([element("headline").text(story.title.as_str())])
}

fn text_meta(story: &Prepared, flow: &Flow) -> Element {
    let document = story.story.document;
    let place = dateline(story);
    let authors = people(&one_line(&document.byline.content));
    let creator = |name: &String| element("creator").with(named(name));
    element("contentMeta")
        .with([element("contentCreated").text(story.dates.published())])
        .with([element("contentModified").text(story.dates.modified())])
        .with(named(&place).map(|name| element("located").with([name])))
        .with(authors.iter().map(creator))
        .with([empty("language").attribute("tag", story.language.as_str())])
        .with(headlines(story, flow))
        .with(name_element("dateline", &place))
        .with(name_element("by", &text(&flow.byline)))
        .with(described("drol:summary", &text(&flow.standfirst)))
}

/// The headline, and what the desk wrote for other places than the top of the page.
fn headlines(story: &Prepared, flow: &Flow) -> Vec<Element> {
    let document = story.story.document;
    let of = |line: &crate::story::Line| one_line(&line.content);
    let others = [
        ("say:kicker", text(&flow.kicker)),
        ("say:web", of(&document.headlines.web)),
        ("say:social", of(&document.headlines.social)),
        ("say:print", of(&document.headlines.print)),
    ];
    let others = others.into_iter().filter(|(_, words)| !words.is_empty());
    let others =
        others.map(|(role, words)| element("headline").attribute("role", role).text(words));
    [element("headline").text(story.title.as_str())].into_iter().chain(others).collect()
}

/// A description in one of its roles.
pub fn described(role: &'static str, words: &str) -> Option<Element> {
    let filled = !words.is_empty();
    filled.then(|| element("description").attribute("role", role).text(words))
}

/// `<name>` with the name on one line; nothing for an empty one.
pub fn named(name: &str) -> Option<Element> {
    name_element("name", name)
}

/// An element with words in it; nothing for none.
pub fn name_element(tag: &'static str, words: &str) -> Option<Element> {
    let words = tidy(words);
    (!words.is_empty()).then(|| element(tag).text(words))
}
