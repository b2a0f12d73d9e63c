//! The pages of lists: the front page, a section, a person, a month.

use super::entry::{Look, entry};
use super::places::{Place, PlaceKind};
use super::{Frame, SiteFile, SiteStory, html_file, social};
use crate::export::dates::month_in;
use crate::export::html::{Element, element, style};
use crate::export::page::{policy, pressed};
use crate::export::text::tidy;
use crate::story::direction_of;

/// How many stories below the first stand with a picture.
const WITH_PICTURE: usize = 12;

/// The name of the list's place on its page, which the first link leads to.
const STORIES: &str = "stories";

/// The list as a file. Every list leads to the `sections`; the front page to the `months` too.
pub fn list(frame: &Frame, place: &Place, sections: &[Place], months: &[Place]) -> SiteFile {
    let language = frame.site.publication.language;
    let root = element("html")
        .attribute("lang", language)
        .attribute("dir", direction_of(language).as_str())
        .with([head(frame, place), body(frame, place, sections, months)]);
    html_file(&place.folder, &root)
}

/// What the list is called; the publication's name for the front page.
fn title(frame: &Frame, place: &Place) -> String {
    match &place.kind {
        PlaceKind::Front => tidy(frame.name()),
        PlaceKind::Section { name } | PlaceKind::Person { name } => name.clone(),
        PlaceKind::Month { year, month } => month_in(*year, *month, frame.words),
    }
}

fn head(frame: &Frame, place: &Place) -> Element {
    let css = pressed(include_str!("site.css"));
    let own = title(frame, place);
    let full = match (&place.kind, tidy(frame.name())) {
        (PlaceKind::Front, _) => own,
        (_, name) if name.is_empty() => own,
        (_, name) => format!("{own} | {name}"),
    };
    element("head")
        .with([element("meta").attribute("charset", "utf-8")])
        .with([element("meta")
            .attribute("http-equiv", "Content-Security-Policy")
            .attribute("content", policy(&css))])
        .with([element("meta")
            .attribute("name", "viewport")
            .attribute("content", "width=device-width, initial-scale=1")])
        .with([element("title").text(&full)])
        .with([element("meta")
            .attribute("name", "color-scheme")
            .attribute("content", "light dark")])
        .with(frame.address.as_ref().map(|_| {
            element("link")
                .attribute("rel", "canonical")
                .attribute("href", frame.absolute(&place.folder))
        }))
        .with(feeds(frame))
        .with(social::tags(frame, place, &full))
        .with([style(css)])
}

/// Where readers of feeds find them.
fn feeds(frame: &Frame) -> Vec<Element> {
    const FEEDS: [(&str, &str); 3] = [
        ("feed.xml", "application/rss+xml"),
        ("atom.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
    ];
    let link = |(file, kind): (&str, &str)| {
        element("link")
            .attribute("rel", "alternate")
            .attribute("type", kind)
            .attribute("title", tidy(frame.name()))
            .attribute("href", frame.absolute(file))
    };
    frame.address.as_ref().map_or(Vec::new(), |_| FEEDS.map(link).into())
}

fn body(frame: &Frame, place: &Place, sections: &[Place], months: &[Place]) -> Element {
    let up = "../".repeat(place.folder.matches('/').count());
    let is_front = place.kind == PlaceKind::Front;
    let skip = element("a")
        .class("skip")
        .attribute("href", format!("#{STORIES}"))
        .maybe("lang", frame.words.foreign_to(frame.site.publication.language))
        .text(frame.words.skip_to_story);
    let main = element("main").attribute("id", STORIES);
    let main = if is_front { main } else { main.with([element("h1").text(&title(frame, place))]) };
    let months = if is_front { months } else { &[] };
    element("body")
        .with([skip])
        .with(masthead(frame, is_front, &up))
        .with(sections_bar(sections, place, &up))
        .with([main.with(entries(frame, place, &up))])
        .with(archive(frame, months, &up))
}

fn masthead(frame: &Frame, is_front: bool, up: &str) -> Option<Element> {
    let name = tidy(frame.name());
    let line = match is_front {
        _ if name.is_empty() => return None,
        true => element("h1").text(&name),
        false => element("p").with([element("a").attribute("href", home(up)).text(&name)]),
    };
    Some(element("header").class("masthead").with([line]))
}

/// The front page seen from a list: "." would be the list itself.
fn home(up: &str) -> String {
    if up.is_empty() { "./".to_owned() } else { up.to_owned() }
}

fn sections_bar(sections: &[Place], here: &Place, up: &str) -> Option<Element> {
    let item = |section: &Place| {
        let PlaceKind::Section { name } = &section.kind else { return None };
        let link = element("a")
            .attribute("href", format!("{up}{}", section.folder))
            .maybe("aria-current", (section == here).then_some("page"))
            .text(name);
        Some(element("li").with([link]))
    };
    let items: Vec<Element> = sections.iter().filter_map(item).collect();
    (!items.is_empty()).then(|| element("nav").with([element("ul").with(items)]))
}

fn entries(frame: &Frame, place: &Place, up: &str) -> Vec<Element> {
    let is_front = place.kind == PlaceKind::Front;
    let stories = place.stories.iter().filter_map(|at| frame.site.stories.get(*at));
    let look = |at: usize| match at {
        0 if is_front => Look::Top,
        _ if at <= WITH_PICTURE && !place.is_month() => Look::Picture,
        _ => Look::Line,
    };
    let (mut top, mut pictures, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (at, story) in stories.enumerate() {
        let look = look(at);
        // What a reader sees first loads at once; the rest when it comes into sight.
        let written = entry(frame, story, look, up, at == 0);
        match look {
            Look::Top => top.push(written),
            Look::Picture => pictures.push(written),
            Look::Line => lines.push(written),
        }
    }
    let group = |class, entries: Vec<Element>| {
        (!entries.is_empty()).then(|| element("div").class(class).with(entries))
    };
    let groups = [group("top", top), group("grid", pictures), group("lines", lines)];
    groups.into_iter().flatten().collect()
}

fn archive(frame: &Frame, months: &[Place], up: &str) -> Option<Element> {
    let item =
        |place: &Place| {
            let PlaceKind::Month { year, month } = place.kind else { return None };
            let link = element("a")
                .attribute("href", format!("{up}{}", place.folder))
                .text(&month_in(year, month, frame.words));
            Some(element("li").with([link]))
        };
    let items: Vec<Element> = months.iter().filter_map(item).collect();
    (!items.is_empty()).then(|| {
        element("footer")
            .with([element("h2").text(frame.words.archive)])
            .with([element("ul").with(items)])
    })
}

/// What marks an entry whose language is not the site's.
pub fn foreign(frame: &Frame, story: &SiteStory) -> Option<(String, &'static str)> {
    (story.language != frame.site.publication.language)
        .then(|| (story.language.clone(), story.direction()))
}
