//! The site: every published story with a front page, sections, people, months, feeds and sitemaps.
//!
//! Promises: the same stories give the same bytes; a picture in a list has its credit under it, as on
//! its own page; no script, nothing fetched from elsewhere, and the policy of the page on every list.
//! Files come one at a time, so that a desk of many thousand stories needs no more memory than the
//! few words that its lists show of each.
//!
//! Not here: the pages of the stories, which are the export's own ([`page`](super::page)), and which
//! stories are on the site. The desk decides that, and says what time it is.
//!
//! Where files lie, seen from the site's folder: a story at `{url_name}/`, a section at
//! `section/{name}/`, a person at `people/{name}/`, a month at `archive/{year}-{month}/`; `index.html`,
//! `feed.xml` (RSS 2.0), `atom.xml`, `feed.json`, `sitemap.xml`, `news-sitemap.xml`, `robots.txt`.

mod entry;
mod feeds;
mod lists;
mod places;
mod sitemaps;
mod social;

use super::html::{Element, file};
use super::printed::Printed;
use super::text::{one_line, tidy};
use super::words::Words;
use super::xml::{self, Element as Xml};
use super::{PagePicture, PageStory, Prepared, PublicationLine, address, logo};
use crate::story::{Direction, people};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use places::{Place, places};
use serde::{Deserialize, Serialize};

/// How many stories stand in a feed, and carry their text there.
pub const FEED_STORIES: usize = 30;

/// Everything that the lists of a site are made of.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    pub publication: PublicationLine<'a>,
    /// Every story on the site, the newest first.
    pub stories: &'a [SiteStory],
    /// The text of the newest [`FEED_STORIES`] for feeds, as [`feed_text`] makes it, in their order.
    pub feed_texts: &'a [String],
    /// For the news sitemap, which holds what was published in the last two days.
    pub now: DateTime<Utc>,
}

/// What the lists of a site show of a story. It is kept beside the story's page, so that a site is
/// made again without reading the stories that have not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteStory {
    pub url_name: String,
    pub headline: String,
    pub kicker: String,
    pub description: String,
    /// The desk that it belongs to, as "City"; empty for none.
    pub section: String,
    pub people: Vec<String>,
    /// BCP 47.
    pub language: String,
    pub right_to_left: bool,
    pub published_at: DateTime<Utc>,
    pub modified_at: DateTime<Utc>,
    /// Every photo that its page prints, in reading order.
    pub pictures: Vec<SitePicture>,
}

/// A photo on the page of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SitePicture {
    pub picture: PagePicture,
    pub caption: String,
    pub alt_text: String,
    /// "Photo: Elif Kaya / AFP", which is what prints.
    pub credit: String,
    /// "Elif Kaya / AFP"
    pub names: String,
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Seen from the site's folder, as "section/city/index.html".
    pub name: String,
    pub text: String,
}

/// What the lists show of a story that stands under `section`.
pub fn site_story(story: &PageStory, section: &str) -> SiteStory {
    let prepared = Prepared::new(story);
    let document = story.document;
    SiteStory {
        url_name: story.url_name.to_owned(),
        headline: prepared.title.clone(),
        kicker: one_line(&document.kicker.content),
        description: prepared.description.clone().unwrap_or_default(),
        section: tidy(section),
        people: people(&one_line(&document.byline.content)),
        language: prepared.language.clone(),
        right_to_left: prepared.direction == Direction::RightToLeft,
        published_at: story.published_at,
        modified_at: story.modified_at,
        pictures: prepared.pictures.iter().map(SitePicture::of).collect(),
    }
}

/// The text of a story for feeds: its body without its pictures, whose captions and credits ride in
/// elements of their own. Readers of feeds know few elements and no figures.
pub fn feed_text(story: &PageStory) -> String {
    let body = super::page::running_text(&Prepared::new(story));
    body.iter().map(file).collect()
}

/// The files of the site besides the pages of its stories, one at a time. Feeds and sitemaps need
/// absolute addresses; a publication without a site address has none of them.
pub fn site_files<'a>(site: &'a Site<'a>) -> impl Iterator<Item = SiteFile> + 'a {
    let frame = Frame::new(site);
    let lists = places(site);
    let sections: Vec<Place> = lists.iter().filter(|p| p.is_section()).cloned().collect();
    let months: Vec<Place> = lists.iter().filter(|p| p.is_month()).cloned().collect();
    let addressed = frame.address.is_some();
    let others: Vec<fn(&Frame) -> SiteFile> = if addressed {
        vec![feeds::rss, feeds::atom, feeds::json, sitemaps::news, robots]
    } else {
        Vec::new()
    };
    let maps = if addressed { sitemaps::sitemaps(&frame, &lists) } else { Vec::new() };
    let wordmark = SiteFile { name: super::LOGO_FILE.into(), text: logo(frame.name()) };
    let pages = lists.into_iter().map({
        let frame = frame.clone();
        move |place| lists::list(&frame, &place, &sections, &months)
    });
    let others = others.into_iter().map(move |make| make(&frame));
    pages.chain(std::iter::once(wordmark)).chain(others).chain(maps)
}

/// The site with what each of its files needs.
#[derive(Debug, Clone)]
struct Frame<'a> {
    site: &'a Site<'a>,
    words: &'static Words<'static>,
    /// Without a slash at the end.
    address: Option<String>,
    zone: Tz,
}

impl<'a> Frame<'a> {
    fn new(site: &'a Site<'a>) -> Frame<'a> {
        let publication = &site.publication;
        let address = publication.site_address.and_then(address::web);
        Frame {
            site,
            words: Words::of(publication.language),
            address: address.map(|address| address.trim_end_matches('/').to_owned()),
            zone: publication.time_zone.parse().unwrap_or(Tz::UTC),
        }
    }

    fn name(&self) -> &'a str {
        self.site.publication.name
    }

    fn newest(&self) -> &'a [SiteStory] {
        let stories = self.site.stories;
        &stories[..stories.len().min(FEED_STORIES)]
    }

    /// The absolute address of a file or folder of the site. Only asked where there is one.
    fn absolute(&self, path: &str) -> String {
        format!("{}/{path}", self.address.as_deref().unwrap_or_default())
    }

    fn story(&self, story: &SiteStory) -> String {
        self.absolute(&format!("{}/", story.url_name))
    }
}

impl SitePicture {
    fn of(printed: &Printed) -> SitePicture {
        SitePicture {
            picture: printed.picture.clone(),
            caption: printed.caption(),
            alt_text: printed.alt_text(),
            credit: tidy(&printed.photo.credit.line),
            names: tidy(&printed.photo.credit.names),
        }
    }
}

impl SiteStory {
    fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }
}

fn robots(frame: &Frame) -> SiteFile {
    let (map, news) = (frame.absolute("sitemap.xml"), frame.absolute("news-sitemap.xml"));
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {map}\nSitemap: {news}\n");
    SiteFile { name: "robots.txt".into(), text }
}

/// An element of XML that holds a text in one line; none for an empty text.
fn line(name: &'static str, text: &str) -> Option<Xml> {
    let text = tidy(text);
    (!text.is_empty()).then(|| xml::element(name).text(text))
}

/// The page of a list as a file in `folder`, which is "" for the front page.
fn html_file(folder: &str, root: &Element) -> SiteFile {
    SiteFile { name: format!("{folder}index.html"), text: super::html::document(root) }
}

#[cfg(test)]
mod tests;
