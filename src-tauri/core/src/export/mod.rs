//! What goes out: a story and its photos → the page and the other forms that a desk asks for.
//!
//! Promises: the same story gives the same bytes (dates come from the story, never from a clock);
//! every photo that prints has its credit, in every form, with or without a caption. Wanted photos
//! are left out with their captions and the credits that copy named.
//!
//! Not here: files and folders, renditions, and whether a story may leave. The desk asks [`pictures`]
//! what to make of which photo, makes the files that [`file_name`] names, and lays everything down:
//! [`page`] as `index.html`, the pictures, and [`logo`] as [`LOGO_FILE`].
//!
//! [`Prepared`] is the story with what every form needs of it; a form is a room or a file of its own
//! that writes it. To add a language: a row in `words.rs`.

mod address;
mod ans;
mod copy;
mod dates;
mod filing;
mod flow;
mod focus;
mod html;
mod kind;
mod markup;
mod newsml;
mod ninjs;
mod page;
mod pictures;
mod printed;
mod site;
mod text;
mod theme;
mod word;
mod words;
mod xml;

pub use address::url_name;
pub use ans::ans;
pub use copy::{
    Copy, FILE_WIDTH_PX, Wire, html, markdown, markdown_with_front_matter, picture_file, rich_text,
    wire, wordpress,
};
pub use filing::{Filing, FilingStatus};
pub use kind::StoryKind;
pub use newsml::newsml;
pub use ninjs::ninjs;
pub use page::{
    LOGO_FILE, Piece, ProofPage, Withdrawn, alone, logo, page, proof, stand_in, withdrawn,
};
pub use pictures::{Cut, Needed, THUMBNAIL_WIDTHS_PX, pictures};
pub use site::{
    FEED_STORIES, Site, SiteFile, SitePicture, SiteStory, feed_text, site_files, site_story,
};
pub use theme::{
    MAX_FILE_BYTES, MAX_FILES, SHIPPED, Theme, ThemeProblem, is_theme_file, try_theme,
};
pub use word::{WordContent, WordPart, word};

use crate::story::{self, Direction, Document, Framing, Inline, Mark};
use chrono::{DateTime, Utc};
use dates::Dates;
use printed::Printed;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use text::one_line;
use theme::Widths;
use words::Words;

/// Everything that a page is made of.
#[derive(Debug, Clone, Copy)]
pub struct PageStory<'a> {
    pub document: &'a Document,
    pub publication: PublicationLine<'a>,
    /// As [`url_name`] makes it; the page stands at `{site_address}/{url_name}/`.
    pub url_name: &'a str,
    pub kind: StoryKind,
    /// The desk that the story belongs to, as "Sport"; empty for none. It names the section of a story
    /// without a kicker.
    pub desk: &'a str,
    pub published_at: DateTime<Utc>,
    /// The last change that readers are told of.
    pub modified_at: DateTime<Utc>,
    /// Where the house prints the dateline.
    pub dateline: DatelinePlace,
    /// By photo id. A figure whose photo is not here, or was not made as the figure frames it, is left
    /// out: nothing that a story covers or cuts off shows by mistake.
    pub photos: &'a BTreeMap<String, PagePhoto>,
}

/// Where the dateline stands on the page. It is printed once or not at all, and never recased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DatelinePlace {
    /// At the head of the first paragraph: "HALDEN — The bridge …".
    #[default]
    FirstParagraph,
    /// After the byline: "By Ana Ruiz in Halden".
    AfterByline,
    None,
}

/// What the page says of who publishes it.
#[derive(Debug, Clone, Copy)]
pub struct PublicationLine<'a> {
    pub name: &'a str,
    /// An http or https address. Without one the page carries no canonical address and no `og:url`,
    /// and every address in it is relative to the page.
    pub site_address: Option<&'a str>,
    /// BCP 47.
    pub language: &'a str,
    /// IANA name, as "Europe/Istanbul"; an unknown one counts as UTC.
    pub time_zone: &'a str,
}

/// A photo as the page shows it. Cases write it as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PagePhoto {
    /// What was made of it: one for each way in which the story shows it.
    pub pictures: Vec<PagePicture>,
    /// The photo's own; a story may say something else, or nothing.
    pub caption: Option<String>,
    pub alt_text: Option<String>,
    pub credit: PageCredit,
    pub photographers: Vec<String>,
    pub copyright: Option<String>,
    /// What use is allowed, in the supplier's words.
    pub usage_terms: Option<String>,
    pub licence_url: Option<String>,
    pub acquire_licence_url: Option<String>,
    pub date_created: Option<String>,
    /// The last part of the IPTC NewsCodes URI, as "digitalCapture".
    pub digital_source_type: Option<String>,
}

/// A photo framed and cut in one way, in several widths and formats.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PagePicture {
    /// As [`pictures`] asked for it.
    pub framing: Framing,
    pub cut: Cut,
    /// The beginning of its files' names, as "bridge-reopens-1".
    pub stem: String,
    /// Of the framed picture.
    pub width_px: u32,
    pub height_px: u32,
    /// The widths that its files come in, ascending.
    pub widths: Vec<u32>,
    /// The ends of its files' names, the best first: "avif", "webp". The last is one that every
    /// browser and every picture desk opens: "jpg", or "png" where something shows through.
    pub formats: Vec<String>,
}

impl PagePicture {
    /// The format that everybody opens.
    fn plain_format(&self) -> &str {
        self.formats.last().map_or("jpg", String::as_str)
    }
}

/// The printed credit in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PageCredit {
    /// "Photo"
    pub label: String,
    /// "Elif Kaya / AFP"
    pub names: String,
    /// "Photo: Elif Kaya / AFP", which is what prints.
    pub line: String,
}

/// Where the page looks for a rendition, seen from its folder: "img/bridge-reopens-1-720.jpg".
pub fn file_name(picture: &PagePicture, width_px: u32, format: &str) -> String {
    format!("img/{}-{width_px}.{format}", picture.stem)
}

/// The ids of the story's photos in the order in which they appear, each once.
pub fn figures(document: &Document) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    story::figures(document)
        .into_iter()
        .filter_map(printed::photo_id)
        .filter(|id| seen.insert(*id))
        .collect()
}

/// Every way in which the story frames the photo with this id.
pub fn framings<'a>(document: &'a Document, id: &str) -> Vec<&'a Framing> {
    let figures = story::figures(document).into_iter();
    figures.filter(|f| printed::photo_id(f) == Some(id)).map(|figure| &figure.framing).collect()
}

/// How many figures still wait for a picture; the page goes out without them.
pub fn wanted(document: &Document) -> usize {
    story::figures(document).into_iter().filter(|f| printed::photo_id(f).is_none()).count()
}

/// The story with what every form of it needs.
struct Prepared<'a> {
    story: &'a PageStory<'a>,
    words: &'a Words<'a>,
    language: String,
    direction: Direction,
    /// The headline; for a story without one what else there is to call it.
    title: String,
    /// What the window of a browser and a search engine show: the web headline, else the title.
    web_title: String,
    /// What the card of a social site shows: the social headline, else the web title.
    social_title: String,
    description: Option<String>,
    /// The people of the byline, with the address that the byline links each to.
    authors: Vec<Author>,
    /// Where the story belongs: its kicker, else its desk.
    section: Option<String>,
    dates: Dates,
    /// The publication's site, without a slash at the end.
    site: Option<String>,
    /// Where the page will stand.
    address: Option<String>,
    /// Every figure that prints, in reading order.
    pictures: Vec<Printed<'a>>,
    /// How wide its figures run.
    widths: Widths,
    /// What a proof says at its head and foot; nothing on a page that goes out.
    stops: &'a [String],
}

/// Somebody whom the byline names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Author {
    name: String,
    address: Option<String>,
}

impl<'a> Prepared<'a> {
    fn new(story: &'a PageStory<'a>) -> Prepared<'a> {
        Prepared::saying(story, Words::of(&story_language(story)))
    }

    /// The story in these words, which a theme may have changed.
    fn saying(story: &'a PageStory<'a>, words: &'a Words<'a>) -> Prepared<'a> {
        let (document, publication) = (story.document, &story.publication);
        let language = story_language(story);
        let site = publication.site_address.and_then(address::web);
        let site = site.map(|site| site.trim_end_matches('/').to_owned());
        let pictures = story::figures(document);
        let title = title(story);
        let or = |line: &story::Line, other: &str| {
            Some(one_line(&line.content)).filter(|t| !t.is_empty()).unwrap_or_else(|| other.into())
        };
        let web_title = or(&document.headlines.web, &title);
        Prepared {
            words,
            language,
            direction: document.direction,
            social_title: or(&document.headlines.social, &web_title),
            web_title,
            title,
            description: page::description(document),
            authors: authors(&document.byline.content),
            section: section(story),
            dates: Dates::new(story.published_at, story.modified_at, publication.time_zone),
            address: site.as_ref().map(|site| format!("{site}/{}/", story.url_name)),
            site,
            pictures: pictures.iter().filter_map(|f| Printed::of(f, story, words)).collect(),
            widths: Widths::default(),
            stops: &[],
            story,
        }
    }

    /// The title with the publication's name after it.
    fn full_title(&self) -> String {
        match text::tidy(self.story.publication.name) {
            name if name.is_empty() || name == self.web_title => self.web_title.clone(),
            name => format!("{} | {name}", self.web_title),
        }
    }

    /// The address of a file of the page: absolute when it is known where the page will stand.
    fn absolute(&self, file: &str) -> String {
        format!("{}{file}", self.address.as_deref().unwrap_or_default())
    }
}

fn title(story: &PageStory) -> String {
    [one_line(&story.document.headline.content), text::tidy(story.publication.name)]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| story.url_name.to_owned())
}

/// The language that the story goes out in.
fn story_language(story: &PageStory) -> String {
    language(&story.document.language, story.publication.language)
}

/// The people of the byline, each with the first link that stands on the name.
fn authors(byline: &[Inline]) -> Vec<Author> {
    let address = |name: &str| {
        let named = |inline: &&Inline| one_line(std::slice::from_ref(*inline)).contains(name);
        byline.iter().filter(named).find_map(|inline| match inline {
            Inline::Text(text) => text.marks.iter().find_map(|mark| match mark {
                Mark::Link { href, .. } => address::web(href),
                _ => None,
            }),
            Inline::HardBreak { .. } | Inline::Unknown(_) => None,
        })
    };
    let people = story::people(&one_line(byline)).into_iter();
    people.map(|name| Author { address: address(&name), name }).collect()
}

fn section(story: &PageStory) -> Option<String> {
    [one_line(&story.document.kicker.content), text::tidy(story.desk)]
        .into_iter()
        .find(|section| !section.is_empty())
}

/// The story's language when it is a BCP 47 tag, else the publication's, else English.
fn language(story: &str, publication: &str) -> String {
    [story, publication].into_iter().find(|tag| is_language(tag)).unwrap_or("en").to_owned()
}

/// Whether `tag` has the shape of a BCP 47 tag: letters, then parts of up to eight letters or digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::read;
    use serde_json::{Value, json};

    fn figure(photo: Value) -> Value {
        json!({"type": "figure", "attrs": {"photoId": photo}})
    }

    #[test]
    fn photos_are_numbered_once_in_reading_order() {
        let nested = json!({"type": "list", "content": [
            {"type": "listItem", "content": [figure(json!("nested"))]}
        ]});
        let document = read(
            &json!({"doc": {"type": "story", "content": [
                {"type": "lead", "content": [figure(json!("lead"))]},
                {"type": "body", "content": [
                    figure(json!("first")), nested, figure(json!("lead")), figure(json!(null)),
                    figure(json!("")),
                ]},
            ]}})
            .to_string(),
        );
        assert_eq!(figures(&document), ["lead", "first", "nested"]);
        assert_eq!(wanted(&document), 2);
    }

    #[test]
    fn files_lie_beside_the_page() {
        let picture = PagePicture {
            stem: "bridge-1".into(),
            width_px: 3000,
            height_px: 2001,
            widths: vec![480, 1280],
            formats: vec!["webp".into(), "png".into()],
            ..PagePicture::default()
        };
        assert_eq!(file_name(&picture, 480, "webp"), "img/bridge-1-480.webp");
        assert_eq!(picture.plain_format(), "png");
        assert_eq!(printed::height(&picture, 1280), 854);
        assert_eq!(printed::height(&PagePicture::default(), 480), 1);
    }

    #[test]
    fn a_language_that_is_none_gives_way() {
        assert_eq!(language("pt-BR", "en"), "pt-BR");
        assert_eq!(language("\" onload=", "tr"), "tr");
        assert_eq!(language("", ""), "en");
    }

    #[test]
    fn a_long_first_paragraph_is_cut_between_words() {
        let paragraph = json!({"type": "paragraph", "content": [
            {"type": "text", "text": "Seven, letters ".repeat(20)}
        ]});
        let document = json!({"doc": {"type": "story", "content": [{"type": "body", "content": [paragraph]}]}});
        let description = page::description(&read(&document.to_string())).unwrap_or_default();
        assert!(description.ends_with("Seven, letters…"), "{description}");
        assert!(description.chars().count() <= 201);
    }
}
