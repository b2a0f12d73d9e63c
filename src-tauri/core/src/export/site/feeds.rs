//! Feeds of the newest stories: RSS 2.0 with Media RSS, Atom (RFC 4287) and JSON Feed 1.1.
//!
//! Every photo rides as an element of its own with caption and credit (Media RSS 1.5.1,
//! <https://www.rssboard.org/media-rss>): readers of feeds know no `figcaption`.

use super::{Frame, SiteFile, SitePicture, SiteStory, line};
use crate::export::file_name;
use crate::export::printed::{height, widest};
use crate::export::xml::{Element, element, empty, file};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

/// Wide enough for every reader of feeds, and no wider than a page shows.
const MEDIA_WIDTH_PX: u32 = 1280;

/// The name space of Media RSS.
const MEDIA: &str = "http://search.yahoo.com/mrss/";

/// RSS 2.0 (<https://www.rssboard.org/rss-specification>).
pub fn rss(frame: &Frame) -> SiteFile {
    let own = empty("atom:link")
        .attribute("href", frame.absolute("feed.xml"))
        .attribute("rel", "self")
        .attribute("type", "application/rss+xml");
    let channel = element("channel")
        .with(line("title", title(frame)))
        .with(line("link", &frame.absolute("")))
        .with([own, element("description").text(title(frame))])
        .with(line("language", frame.site.publication.language))
        .with(line("lastBuildDate", &newest(frame).to_rfc2822()))
        .with(stories(frame).map(|(story, text)| item(frame, story, text)));
    let root = element("rss")
        .attribute("version", "2.0")
        .attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
        .attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/")
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:media", MEDIA)
        .with([channel]);
    SiteFile { name: "feed.xml".into(), text: file(&root) }
}

fn item(frame: &Frame, story: &SiteStory, text: &str) -> Element {
    let address = frame.story(story);
    let guid = element("guid").attribute("isPermaLink", "true").text(address.as_str());
    element("item")
        .with(line("title", &story.headline))
        .with(line("link", &address))
        .with([guid])
        .with(line("pubDate", &story.published_at.with_timezone(&frame.zone).to_rfc2822()))
        .with(story.people.iter().filter_map(|person| line("dc:creator", person)))
        .with(line("category", &story.section))
        .with(line("description", &story.description))
        .with([element("content:encoded").text(text)])
        .with(story.pictures.iter().map(|picture| media(frame, story, picture)))
}

fn media(frame: &Frame, story: &SiteStory, picture: &SitePicture) -> Element {
    let file = MediaFile::of(frame, story, picture);
    let caption = line("media:description", &picture.caption);
    let credit = line("media:credit", &picture.credit);
    element("media:content")
        .attribute("url", file.address)
        .attribute("medium", "image")
        .attribute("type", file.kind)
        .attribute("width", file.width_px.to_string())
        .attribute("height", file.height_px.to_string())
        .with(caption.map(|caption| caption.attribute("type", "plain")))
        .with(credit.map(|credit| credit.attribute("role", "photographer")))
}

/// Atom (RFC 4287). The address of a story is its id: it never changes.
pub fn atom(frame: &Frame) -> SiteFile {
    let root = element("feed")
        .attribute("xmlns", "http://www.w3.org/2005/Atom")
        .attribute("xmlns:media", MEDIA)
        .attribute("xml:lang", frame.site.publication.language)
        .with(line("title", title(frame)))
        .with(line("id", &frame.absolute("")))
        .with([link(frame.absolute(""), "alternate"), link(frame.absolute("atom.xml"), "self")])
        .with(line("updated", &rfc3339(newest(frame))))
        .with([element("author").with(line("name", title(frame)))])
        .with(stories(frame).map(|(story, text)| atom_entry(frame, story, text)));
    SiteFile { name: "atom.xml".into(), text: file(&root) }
}

fn link(href: String, rel: &str) -> Element {
    empty("link").attribute("href", href).attribute("rel", rel)
}

fn atom_entry(frame: &Frame, story: &SiteStory, text: &str) -> Element {
    let address = frame.story(story);
    let authors = story.people.iter().map(|person| element("author").with(line("name", person)));
    let section = (!story.section.is_empty())
        .then(|| empty("category").attribute("term", story.section.as_str()));
    element("entry")
        .attribute("xml:lang", story.language.as_str())
        .with(line("title", &story.headline))
        .with(line("id", &address))
        .with([link(address, "alternate")])
        .with(line("published", &rfc3339(story.published_at)))
        .with(line("updated", &rfc3339(story.modified_at)))
        .with(authors)
        .with(section)
        .with(line("summary", &story.description))
        .with([element("content").attribute("type", "html").text(text)])
        .with(story.pictures.iter().map(|picture| media(frame, story, picture)))
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
