//! The page of a story that was withdrawn: that it was, and when, at the address where the story
//! stood. Nothing of the story is on it, not even its headline, which may be what had to go.

use super::html::{self, Element, element, json_ld, style};
use super::{head, sheet};
use crate::export::dates::{self, Dates};
use crate::export::text::tidy;
use crate::export::words::{Words, primary};
use crate::export::{PublicationLine, address, is_language};
use crate::story::Direction;
use chrono::{DateTime, Utc};
use serde::Serialize;

/// What the page of a withdrawn story is made of.
#[derive(Debug, Clone, Copy)]
pub struct Withdrawn<'a> {
    pub publication: PublicationLine<'a>,
    /// The story's, BCP 47; one that is none gives way to the publication's.
    pub language: &'a str,
    pub direction: Direction,
    pub url_name: &'a str,
    /// What the desk says of it, a paragraph for each line.
    pub text: Option<&'a str>,
    pub at: DateTime<Utc>,
}

/// What the page says by itself, in one language.
struct Said {
    language: &'static str,
    title: &'static str,
    /// Holds {date}.
    on: &'static str,
}

/// English comes first and stands for languages without a row.
const SAID: [Said; 7] = [
    Said {
        language: "en",
        title: "This story has been withdrawn",
        on: "It was withdrawn on {date}.",
    },
    Said { language: "tr", title: "Bu haber geri çekildi", on: "{date} tarihinde geri çekildi." },
    Said {
        language: "de",
        title: "Dieser Beitrag wurde zurückgezogen",
        on: "Er wurde am {date} zurückgezogen.",
    },
    Said {
        language: "fr", title: "Cet article a été retiré", on: "Il a été retiré le {date}."
    },
    Said { language: "es", title: "Este artículo ha sido retirado", on: "Se retiró el {date}." },
    Said {
        language: "ar", title: "سُحب هذا الخبر", on: "سُحب بتاريخ {date}."
    },
    Said {
        language: "ja",
        title: "この記事は取り下げられました",
        on: "{date}に取り下げられました。",
    },
];

/// The page, as the bytes of `index.html`.
pub fn withdrawn(story: &Withdrawn) -> String {
    html::document(
        &element("html")
            .attribute("lang", language(story))
            .attribute("dir", story.direction.as_str())
            .with([head(story), body(story)]),
    )
}

fn language<'a>(story: &Withdrawn<'a>) -> &'a str {
    let tags = [story.language, story.publication.language];
    tags.into_iter().find(|tag| is_language(tag)).unwrap_or("en")
}

fn said(story: &Withdrawn) -> &'static Said {
    let wanted = primary(language(story));
    let row = SAID.iter().find(|said| said.language.eq_ignore_ascii_case(wanted));
    row.unwrap_or(&SAID[0])
}

fn head(story: &Withdrawn) -> Element {
    let css = sheet::pressed(include_str!("withdrawn.css"));
    let meta = |name: &str, content: &str| {
        element("meta").attribute("name", name.to_owned()).attribute("content", content)
    };
    element("head")
        .with([element("meta").attribute("charset", "utf-8")])
        .with([element("meta")
            .attribute("http-equiv", "Content-Security-Policy")
            .attribute("content", head::policy(&css))])
        .with([meta("viewport", "width=device-width, initial-scale=1")])
        .with([element("title").text(&title(story))])
        // Search engines are to forget what stood here.
        .with([meta("robots", "noindex, noarchive")])
        .with([meta("color-scheme", "light dark")])
        .with(address(story).map(|address| {
            element("link").attribute("rel", "canonical").attribute("href", address)
        }))
        .with([style(css), json_ld(&structured(story))])
}

fn title(story: &Withdrawn) -> String {
    match tidy(story.publication.name) {
        name if name.is_empty() => said(story).title.to_owned(),
        name => format!("{} | {name}", said(story).title),
    }
}

fn site(story: &Withdrawn) -> Option<String> {
    let site = story.publication.site_address.and_then(address::web)?;
    Some(site.trim_end_matches('/').to_owned())
}

fn address(story: &Withdrawn) -> Option<String> {
    site(story).map(|site| format!("{site}/{}/", story.url_name))
}

fn body(story: &Withdrawn) -> Element {
    let said = said(story);
    let foreign = (primary(language(story)) != said.language).then_some(said.language);
    let typed = story.text.unwrap_or_default().lines().map(tidy).filter(|line| !line.is_empty());
    element("body").with(masthead(story)).with([element("main").with([element("article")
        .with([element("h1").maybe("lang", foreign).text(said.title)])
        .with(typed.map(|line| element("p").attribute("dir", "auto").text(&line)))
        .with([day(story, foreign)])])])
}

/// "It was withdrawn on 12 May 2026.", the day marked for machines.
fn day(story: &Withdrawn, foreign: Option<&'static str>) -> Element {
    let dates = dates(story);
    let words = Words::of(language(story));
    let day = dates::day_in(&dates.published(), words).unwrap_or_default();
    let (before, after) = said(story).on.split_once("{date}").unwrap_or_default();
    element("p")
        .class("day")
        .maybe("lang", foreign)
        .text(before)
        .with([element("time").attribute("datetime", dates.published()).text(&day)])
        .text(after)
}

fn dates(story: &Withdrawn) -> Dates {
    Dates::new(story.at, story.at, story.publication.time_zone)
}

fn masthead(story: &Withdrawn) -> Option<Element> {
    let name = match (tidy(story.publication.name), site(story)) {
        (name, _) if name.is_empty() => return None,
        (name, Some(site)) => element("a").attribute("href", format!("{site}/")).text(&name),
        (name, None) => element("span").text(&name),
    };
    Some(element("header").with([element("p").with([name])]))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Structured {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    headline: &'static str,
    in_language: String,
    date_modified: String,
    /// <https://schema.org/creativeWorkStatus>
    creative_work_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Publisher>,
}

#[derive(Serialize)]
struct Publisher {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

fn structured(story: &Withdrawn) -> Structured {
    let name = tidy(story.publication.name);
    let url = site(story).map(|site| format!("{site}/"));
    Structured {
        context: "https://schema.org",
        kind: "NewsArticle",
        url: address(story),
        headline: said(story).title,
        in_language: language(story).to_owned(),
        date_modified: dates(story).published(),
        creative_work_status: "Withdrawn",
        publisher: (!name.is_empty()).then_some(Publisher {
            kind: "NewsMediaOrganization",
            name,
            url,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn page(language: &str, text: Option<&str>) -> String {
        let publication = PublicationLine {
            name: "The <Halden> Post",
            site_address: Some("https://post.example/"),
            language: "en",
            time_zone: "Europe/Istanbul",
        };
        let at = Utc.with_ymd_and_hms(2026, 5, 12, 21, 30, 0).unwrap();
        let direction = crate::story::direction_of(language);
        withdrawn(&Withdrawn { publication, language, direction, url_name: "trams", text, at })
    }

    #[test]
    fn it_says_what_and_when_and_is_not_to_be_indexed() {
        let page = page("en", Some("It named </script> the wrong man.\n\nWe are sorry."));
        for part in [
            "<h1>This story has been withdrawn</h1>",
            "<p dir=\"auto\">It named &lt;/script&gt; the wrong man.</p>",
            "<p dir=\"auto\">We are sorry.</p>",
            "<time datetime=\"2026-05-13T00:30:00+03:00\">13 May 2026</time>.",
            "content=\"noindex, noarchive\"",
            "href=\"https://post.example/trams/\"",
            "\"creativeWorkStatus\":\"Withdrawn\"",
            "The &lt;Halden&gt; Post",
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
    }

    #[test]
    fn it_speaks_the_story_s_language_or_says_that_it_speaks_english() {
        assert!(page("tr-TR", None).contains("<h1>Bu haber geri çekildi</h1>"));
        assert!(page("ar", None).contains("dir=\"rtl\""));
        let welsh = page("cy", None);
        assert!(welsh.contains("<html lang=\"cy\""), "{welsh}");
        assert!(welsh.contains("<h1 lang=\"en\">"), "{welsh}");
    }
}
