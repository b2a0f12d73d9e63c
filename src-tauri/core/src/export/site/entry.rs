//! One story in a list: its picture with the credit under it, its headline, and who wrote it when.

use super::lists::foreign;
use super::{Frame, SitePicture, SiteStory};
use crate::export::address::url_name;
use crate::export::dates::Dates;
use crate::export::file_name;
use crate::export::html::{Element, element};
use crate::export::printed::{height, widest, widths};

/// How large a story stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// At the head of the front page.
    Top,
    Picture,
    /// Words only.
    Line,
}

/// The story as it stands in a list, whose page lies so far below the site's folder as `up` says.
pub fn entry(frame: &Frame, story: &SiteStory, look: Look, up: &str, first: bool) -> Element {
    let heading = element("h2").with([element("a")
        .attribute("href", format!("{up}{}/", story.url_name))
        .text(&story.headline)]);
    let filled = |class: &'static str, text: &str| {
        (!text.is_empty()).then(|| element("p").class(class).text(text))
    };
    let picture = story.pictures.first().filter(|_| look != Look::Line);
    let entry = element("article");
    let entry = match foreign(frame, story) {
        Some((language, direction)) => {
            entry.attribute("lang", language).attribute("dir", direction)
        }
        None => entry,
    };
    entry
        .with(picture.map(|picture| figure(story, picture, look, up, first)))
        .with(filled("kicker", &story.kicker))
        .with([heading])
        .with(filled("standfirst", &story.description))
        .with([signed(frame, story, up)])
}

/// Who wrote it, each with a list of their own, and when it was published.
fn signed(frame: &Frame, story: &SiteStory, up: &str) -> Element {
    let dates = Dates::new(story.published_at, story.modified_at, frame.site.publication.time_zone);
    let mut line = element("p").class("signed");
    for person in &story.people {
        let address = format!("{up}people/{}/", url_name(person));
        line = line
            .with([element("a").attribute("rel", "author").attribute("href", address).text(person)])
            .text(frame.words.comma);
    }
    line.with([element("time")
        .attribute("datetime", dates.published())
        .text(&dates.published_in(frame.words))])
}

fn figure(story: &SiteStory, shown: &SitePicture, look: Look, up: &str, first: bool) -> Element {
    let picture = &shown.picture;
    let format = picture.plain_format();
    let file = |width: u32, format: &str| {
        format!("{up}{}/{}", story.url_name, file_name(picture, width, format))
    };
    let set = |format: &str| -> String {
        let one = |width: &u32| format!("{} {width}w", file(*width, format));
        widths(picture).iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let widest = widest(picture);
    let smallest = widths(picture).first().copied().unwrap_or(widest);
    let image = element("img")
        .attribute("src", file(smallest, format))
        .attribute("srcset", set(format))
        .attribute("sizes", sizes(look))
        .attribute("width", widest.to_string())
        .attribute("height", height(picture, widest).to_string())
        .attribute("alt", &shown.alt_text);
    let image = match first {
        true => image.attribute("fetchpriority", "high"),
        false => image.attribute("loading", "lazy").attribute("decoding", "async"),
    };
    let source = |format: &String| {
        element("source")
            .attribute("type", format!("image/{format}"))
            .attribute("srcset", set(format))
            .attribute("sizes", sizes(look))
    };
    let better = picture.formats.split_last().map_or(&[][..], |(_, better)| better);
    let image = match better {
        [] => image,
        better => element("picture").with(better.iter().map(source)).with([image]),
    };
    let credit = (!shown.credit.is_empty())
        .then(|| element("figcaption").with([element("small").text(&shown.credit)]));
    element("figure").with([image]).with(credit)
}

/// As `site.css` lays the lists out.
fn sizes(look: Look) -> &'static str {
    match look {
        Look::Top => "(min-width: 62rem) 38rem, calc(100vw - 2rem)",
        Look::Picture | Look::Line => {
            "(min-width: 62rem) 18rem, (min-width: 40rem) 50vw, calc(100vw - 2rem)"
        }
    }
}
