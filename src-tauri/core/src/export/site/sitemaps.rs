//! Sitemaps (<https://www.sitemaps.org/protocol.html>) and the news sitemap
//! (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).

use super::places::Place;
use super::xml::Xml;
use super::{Frame, SiteFile, SiteStory};
use crate::export::words::primary;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// What the protocol allows in one file.
const MOST_ADDRESSES: usize = 50_000;
/// What the news sitemap allows, by age and number.
const NEWS_HOURS: i64 = 48;
const MOST_NEWS: usize = 1000;

const SPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

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
    let index = Xml::document("sitemapindex", &[SPACE], |xml| {
        for part in &parts {
            xml.element("sitemap", &[], |xml| xml.line("loc", &frame.absolute(&part.name)));
        }
    });
    let index = SiteFile { name: "sitemap.xml".into(), text: index };
    std::iter::once(index).chain(parts).collect()
}

fn map(addresses: &[(String, Option<DateTime<Utc>>)]) -> String {
    Xml::document("urlset", &[SPACE], |xml| {
        for (address, modified) in addresses {
            xml.element("url", &[], |xml| {
                xml.line("loc", address);
                xml.line("lastmod", &modified.map(day_and_time).unwrap_or_default());
            });
        }
    })
}

/// What was published in the last two days.
pub fn news(frame: &Frame) -> SiteFile {
    let spaces = [SPACE, ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9")];
    let since = frame.site.now - TimeDelta::hours(NEWS_HOURS);
    let fresh = frame.site.stories.iter().filter(|story| story.published_at > since);
    let text = Xml::document("urlset", &spaces, |xml| {
        for story in fresh.take(MOST_NEWS) {
            xml.element("url", &[], |xml| {
                xml.line("loc", &frame.story(story));
                xml.element("news:news", &[], |xml| news_of(xml, frame, story));
            });
        }
    });
    SiteFile { name: "news-sitemap.xml".into(), text }
}

fn news_of(xml: &mut Xml, frame: &Frame, story: &SiteStory) {
    xml.element("news:publication", &[], |xml| {
        xml.line("news:name", frame.name());
        xml.line("news:language", primary(&story.language));
    });
    xml.line("news:publication_date", &day_and_time(story.published_at));
    xml.line("news:title", &story.headline);
}

fn day_and_time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
