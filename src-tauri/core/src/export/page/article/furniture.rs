//! The furniture: the lines around the running text, each in a function of its own.

use crate::export::page::html::{Element, Node, element};
use crate::export::page::inline::{line, nodes_with_authors, turned};
use crate::export::text::{foreign_direction, one_line, tidy};
use crate::export::{DatelinePlace, Prepared, words};
use crate::story::{Direction, Line};

/// The name of the story's place on the page, which the first link leads to.
pub const STORY: &str = "story";

/// The first link of the page, for who listens to it or goes by keyboard.
pub fn skip(page: &Prepared) -> Element {
    element("a")
        .class("skip")
        .attribute("href", format!("#{STORY}"))
        .maybe("lang", page.words.foreign_to(&page.language))
        .text(page.words.skip_to_story)
}

/// What keeps the story from going out, on a proof. The desk's own words, whatever the story's
/// language.
pub fn stops<'a>(page: &'a Prepared) -> impl Iterator<Item = Element> + use<'a> {
    let line = |stop: &String| {
        let line = element("p").class("stop").attribute("lang", "en").attribute("dir", "ltr");
        line.text(stop)
    };
    page.stops.iter().map(line)
}

/// The publication's name, a link to its site when it has one.
pub fn masthead(page: &Prepared) -> Option<Element> {
    let publication = &page.story.publication;
    let name = tidy(publication.name);
    let foreign = words::primary(publication.language) != words::primary(&page.language);
    let name = match &page.site {
        _ if name.is_empty() => return None,
        Some(site) => element("a").attribute("href", format!("{site}/")).text(&name),
        None => element("span").text(&name),
    };
    let name = name.maybe("lang", foreign.then_some(publication.language));
    Some(element("header").class("masthead").with([element("p").with([name])]))
}

pub fn kicker(page: &Prepared) -> Option<Element> {
    classed(page, "p", "kicker", &page.story.document.kicker)
}

pub fn headline(page: &Prepared) -> Option<Element> {
    classed(page, "h1", "p-name", &page.story.document.headline)
}

pub fn standfirst(page: &Prepared) -> Option<Element> {
    classed(page, "p", "standfirst p-summary", &page.story.document.standfirst)
}

/// The byline as typed, its people marked, and the place where a house prints it there.
pub fn byline(page: &Prepared) -> Option<Element> {
    let byline = &page.story.document.byline;
    let text = one_line(&byline.content);
    let inside = nodes_with_authors(&byline.content, &page.authors);
    let place = place_after_byline(page);
    if text.is_empty() && place.is_none() {
        return None;
    }
    let line = element("p").class("byline").with(turned(inside, &text, page.direction));
    let Some(place) = place else { return Some(line) };
    let dir = foreign_direction(&place, page.direction);
    let place = element("span").class("dateline").maybe("dir", dir).text(&place);
    if text.is_empty() {
        return Some(line.with([place]));
    }
    let (before, after) = page.words.after_byline.split_once("{place}").unwrap_or((" ", ""));
    Some(line.text(before).with([place]).text(after))
}

/// When the story went out and when it was last changed, and where it stands, for readers of
/// microformats.
pub fn dates(page: &Prepared) -> Element {
    let (dates, words) = (&page.dates, page.words);
    let published = time(page, "dt-published", dates.published(), &dates.published_in(words));
    let line = element("p").class("dates").with([published]);
    let line = match dates.updated_in(words) {
        None => line,
        Some(updated) => line.text(" · ").with([element("span")
            .maybe("lang", words.foreign_to(&page.language))
            .text(words.updated)
            .text(" ")
            .with([time(page, "dt-updated", dates.modified(), &updated)])]),
    };
    line.with(page.address.as_deref().map(own_address))
}

pub fn sign_off(page: &Prepared) -> Option<Element> {
    classed(page, "p", "sign-off", &page.story.document.sign_off)
}

fn classed(page: &Prepared, tag: &'static str, class: &str, typed: &Line) -> Option<Element> {
    line(tag, &typed.content, page.direction).map(|element| element.class(class))
}

/// Dates in numbers would be turned about on a page that runs from right to left.
fn time(page: &Prepared, class: &str, machine: String, reader: &str) -> Element {
    let in_numbers = page.words.months.is_none() && page.direction == Direction::RightToLeft;
    element("time")
        .class(class)
        .maybe("dir", in_numbers.then_some("ltr"))
        .attribute("datetime", machine)
        .text(reader)
}

fn own_address(address: &str) -> Node {
    element("data").class("u-url").attribute("value", address).into()
}

/// The dateline as typed, without the dash that led to a paragraph.
pub fn place_after_byline(page: &Prepared) -> Option<String> {
    let typed = one_line(&page.story.document.dateline.content);
    let place =
        typed.trim_end_matches(|c: char| c.is_whitespace() || super::is_dash(c) || c == ':');
    let wanted = page.story.dateline == DatelinePlace::AfterByline && !place.is_empty();
    wanted.then(|| place.to_owned())
}
