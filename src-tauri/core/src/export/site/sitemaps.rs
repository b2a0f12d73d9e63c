//! Sitemaps (<https://www.sitemaps.org/protocol.html>) and the news sitemap
//! (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).

use super::places::Place;
use super::{Frame, SiteFile, SiteStory, line};
use crate::export::words::primary;
use crate::export::xml::{Element, element, file};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// What the protocol allows in one file.
const MOST_ADDRESSES: usize = 50_000;
/// What the news sitemap allows, by age and number.
const NEWS_HOURS: i64 = 48;
const MOST_NEWS: usize = 1000;

/// The name space of sitemaps.
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml`; an index of several where one would be too long.
pub fn sitemaps(frame: &Frame, lists: &[Place]) -> Vec<SiteFile> {
    let lists = lists.iter().map(|place| (frame.absolute(&place.folder), None));
    let stories = frame.site.stories.iter().map(|s| (frame.story(s), Some(s.modified_at)));
    let all: Vec<(String, Option<DateTime<Utc>>)> = lists.chain(stories).collect();
    if all.len() <= MOST_ADDRESSES {
        return vec![SiteFile { name: "sitemap.xml".into(), text: map(&all) }];
    }
    let parts = (1..)
        .zip(all.chunks(MOST_ADDRESSES))
        .map(|(number, part)| SiteFile { name: format!("sitemap-{number}.xml"), text: map(part) });
    let parts: Vec<SiteFile> = parts.collect();
    let entry = |part: &SiteFile| element("sitemap").with(line("loc", &frame.absolute(&part.name)));
    let index = element("sitemapindex").attribute("xmlns", SPACE).with(parts.iter().map(entry));
    let index = SiteFile { name: "sitemap.xml".into(), text: file(&index) };
    std::iter::once(index).chain(parts).collect()
}

fn map(addresses: &[(String, Option<DateTime<Utc>>)]) -> String {
    let entry = |(address, modified): &(String, Option<DateTime<Utc>>)| {
        element("url")
            .with(line("loc", address))
            .with(modified.and_then(|modified| line("lastmod", &day_and_time(modified))))
    };
    file(&element("urlset").attribute("xmlns", SPACE).with(addresses.iter().map(entry)))
}

/// What was published in the last two days.
pub fn news(frame: &Frame) -> SiteFile {
    let since = frame.site.now - TimeDelta::hours(NEWS_HOURS);
    let fresh = frame.site.stories.iter().filter(|story| story.published_at > since);
    let entry = |story: &SiteStory| {
        element("url").with(line("loc", &frame.story(story))).with([news_of(frame, story)])
    };
    let root = element("urlset")
        .attribute("xmlns", SPACE)
        .attribute("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9")
        .with(fresh.take(MOST_NEWS).map(entry));
    SiteFile { name: "news-sitemap.xml".into(), text: file(&root) }
}

fn news_of(frame: &Frame, story: &SiteStory) -> Element {
    let publication = element("news:publication")
        .with(line("news:name", frame.name()))
        .with(line("news:language", primary(&story.language)));
    element("news:news")
        .with([publication])
        .with(line("news:publication_date", &day_and_time(story.published_at)))
        .with(line("news:title", &story.headline))
}

fn day_and_time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
