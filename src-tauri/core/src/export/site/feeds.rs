//! Feeds of the newest stories: RSS 2.0 with Media RSS, Atom (RFC 4287) and JSON Feed 1.1.
//!
//! Every photo rides as an element of its own with caption and credit (Media RSS 1.5.1,
//! <https://www.rssboard.org/media-rss>): readers of feeds know no `figcaption`.

use super::xml::Xml;
use super::{Frame, SiteFile, SitePicture, SiteStory};
use crate::export::file_name;
use crate::export::printed::{height, widest};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

/// Wide enough for every reader of feeds, and no wider than a page shows.
const MEDIA_WIDTH_PX: u32 = 1280;

/// RSS 2.0 (<https://www.rssboard.org/rss-specification>).
pub fn rss(frame: &Frame) -> SiteFile {
    const SPACES: [(&str, &str); 5] = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
    ];
    let text = Xml::document("rss", &SPACES, |xml| {
        xml.element("channel", &[], |xml| {
            xml.line("title", title(frame));
            xml.line("link", &frame.absolute(""));
            let own = frame.absolute("feed.xml");
            let own = [("href", own.as_str()), ("rel", "self"), ("type", "application/rss+xml")];
            xml.empty("atom:link", &own);
            xml.html("description", &[], title(frame));
            xml.line("language", frame.site.publication.language);
            xml.line("lastBuildDate", &newest(frame).to_rfc2822());
            for (story, text) in stories(frame) {
                xml.element("item", &[], |xml| item(xml, frame, story, text));
            }
        });
    });
    SiteFile { name: "feed.xml".into(), text }
}

fn item(xml: &mut Xml, frame: &Frame, story: &SiteStory, text: &str) {
    let address = frame.story(story);
    xml.line("title", &story.headline);
    xml.line("link", &address);
    xml.line_with("guid", &[("isPermaLink", "true")], &address);
    xml.line("pubDate", &story.published_at.with_timezone(&frame.zone).to_rfc2822());
    for person in &story.people {
        xml.line("dc:creator", person);
    }
    xml.line("category", &story.section);
    xml.line("description", &story.description);
    xml.html("content:encoded", &[], text);
    for picture in &story.pictures {
        media(xml, frame, story, picture);
    }
}

fn media(xml: &mut Xml, frame: &Frame, story: &SiteStory, picture: &SitePicture) {
    let file = MediaFile::of(frame, story, picture);
    let (width, height) = (file.width_px.to_string(), file.height_px.to_string());
    let attributes = [
        ("url", file.address.as_str()),
        ("medium", "image"),
        ("type", file.kind),
        ("width", &width),
        ("height", &height),
    ];
    xml.element("media:content", &attributes, |xml| {
        xml.line_with("media:description", &[("type", "plain")], &picture.caption);
        xml.line_with("media:credit", &[("role", "photographer")], &picture.credit);
    });
}

/// Atom (RFC 4287). The address of a story is its id: it never changes.
pub fn atom(frame: &Frame) -> SiteFile {
    let space = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
        ("xml:lang", frame.site.publication.language),
    ];
    let text = Xml::document("feed", &space, |xml| {
        xml.line("title", title(frame));
        xml.line("id", &frame.absolute(""));
        xml.empty("link", &[("href", &frame.absolute("")), ("rel", "alternate")]);
        xml.empty("link", &[("href", &frame.absolute("atom.xml")), ("rel", "self")]);
        xml.line("updated", &rfc3339(newest(frame)));
        xml.element("author", &[], |xml| xml.line("name", title(frame)));
        for (story, text) in stories(frame) {
            let entry = [("xml:lang", story.language.as_str())];
            xml.element("entry", &entry, |xml| atom_entry(xml, frame, story, text));
        }
    });
    SiteFile { name: "atom.xml".into(), text }
}

fn atom_entry(xml: &mut Xml, frame: &Frame, story: &SiteStory, text: &str) {
    let address = frame.story(story);
    xml.line("title", &story.headline);
    xml.line("id", &address);
    xml.empty("link", &[("href", address.as_str()), ("rel", "alternate")]);
    xml.line("published", &rfc3339(story.published_at));
    xml.line("updated", &rfc3339(story.modified_at));
    for person in &story.people {
        xml.element("author", &[], |xml| xml.line("name", person));
    }
    if !story.section.is_empty() {
        xml.empty("category", &[("term", story.section.as_str())]);
    }
    xml.line("summary", &story.description);
    xml.html("content", &[("type", "html")], text);
    for picture in &story.pictures {
        media(xml, frame, story, picture);
    }
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'a str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: String,
    url: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<JsonAuthor<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
    /// An extension, as the format allows under a name with an underscore: it has no place for who
    /// made a picture.
    #[serde(rename = "_photos", skip_serializing_if = "Vec::is_empty")]
    photos: Vec<JsonPhoto<'a>>,
}

#[derive(Serialize)]
struct JsonAuthor<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonPhoto<'a> {
    url: String,
    caption: &'a str,
    credit: &'a str,
}

/// JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).
pub fn json(frame: &Frame) -> SiteFile {
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: title(frame),
        home_page_url: frame.absolute(""),
        feed_url: frame.absolute("feed.json"),
        language: frame.site.publication.language,
        items: stories(frame).map(|(story, text)| json_item(frame, story, text)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&feed).unwrap_or_default();
    text.push('\n');
    SiteFile { name: "feed.json".into(), text }
}

fn json_item<'a>(frame: &Frame, story: &'a SiteStory, text: &'a str) -> JsonItem<'a> {
    let address = |picture: &SitePicture| MediaFile::of(frame, story, picture).address;
    JsonItem {
        id: frame.story(story),
        url: frame.story(story),
        title: &story.headline,
        summary: &story.description,
        content_html: text,
        image: story.pictures.first().map(address),
        date_published: rfc3339(story.published_at),
        date_modified: rfc3339(story.modified_at),
        authors: story.people.iter().map(|name| JsonAuthor { name }).collect(),
        tags: [story.section.as_str()].into_iter().filter(|tag| !tag.is_empty()).collect(),
        language: &story.language,
        photos: story
            .pictures
            .iter()
            .map(|picture| JsonPhoto {
                url: address(picture),
                caption: &picture.caption,
                credit: &picture.credit,
            })
            .collect(),
    }
}

/// The file of a picture that a reader of feeds takes.
struct MediaFile {
    address: String,
    kind: &'static str,
    width_px: u32,
    height_px: u32,
}

impl MediaFile {
    fn of(frame: &Frame, story: &SiteStory, picture: &SitePicture) -> MediaFile {
        let picture = &picture.picture;
        let fits = picture.widths.iter().rev().find(|width| **width <= MEDIA_WIDTH_PX);
        let width_px = fits.or(picture.widths.first()).copied();
        let width_px = width_px.unwrap_or_else(|| widest(picture));
        let format = picture.plain_format();
        let file = file_name(picture, width_px, format);
        MediaFile {
            address: frame.absolute(&format!("{}/{file}", story.url_name)),
            kind: if format == "png" { "image/png" } else { "image/jpeg" },
            width_px,
            height_px: height(picture, width_px),
        }
    }
}

/// The newest stories with their texts.
fn stories<'a>(frame: &Frame<'a>) -> impl Iterator<Item = (&'a SiteStory, &'a str)> + use<'a> {
    frame.newest().iter().zip(frame.site.feed_texts.iter().map(String::as_str))
}

fn title<'a>(frame: &Frame<'a>) -> &'a str {
    match frame.name() {
        "" => frame.site.publication.site_address.unwrap_or_default(),
        name => name,
    }
}

/// When anything in the feed changed last; never the time at which the site was made, so that a feed
/// without news stays as it was.
fn newest(frame: &Frame) -> DateTime<Utc> {
    let changed = frame.newest().iter().map(|story| story.modified_at).max();
    changed.unwrap_or(DateTime::UNIX_EPOCH)
}

fn rfc3339(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
