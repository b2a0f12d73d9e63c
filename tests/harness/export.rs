//! `tests/cases/export/<case>/`: story.json, photos.json and publication.json → page.html, and the
//! same story as copy for other systems (`copied.rs`).
//!
//! Beside the comparison every page is read again by a browser's parser and held to what a desk
//! counts on: a credit for each photo, nothing that runs, nothing from elsewhere; so is the same story
//! in every other theme that comes with Cutline.

use super::{Case, copied, forms};
use chrono::{DateTime, Utc};
use cutline_core::export::{
    DatelinePlace, PagePhoto, PageStory, PublicationLine, SHIPPED, StoryKind, Theme, figures, page,
};
use cutline_core::story::{self, Block, Document, Figure, read};
use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// publication.json: the publication, and what the story's record knows.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Publication {
    name: String,
    site_address: Option<String>,
    language: String,
    time_zone: String,
    url_name: String,
    #[serde(default)]
    kind: StoryKind,
    #[serde(default)]
    desk: String,
    published_at: DateTime<Utc>,
    modified_at: DateTime<Utc>,
    #[serde(default)]
    dateline: DatelinePlace,
}

pub fn run(case: &Case) -> Result<(), String> {
    let document = read(&case.read("story.json")?);
    let photos: BTreeMap<String, PagePhoto> = parse(case, "photos.json")?;
    let publication: Publication = parse(case, "publication.json")?;
    let story = PageStory {
        document: &document,
        publication: PublicationLine {
            name: &publication.name,
            site_address: publication.site_address.as_deref(),
            language: &publication.language,
            time_zone: &publication.time_zone,
        },
        url_name: &publication.url_name,
        kind: publication.kind,
        desk: &publication.desk,
        published_at: publication.published_at,
        modified_at: publication.modified_at,
        dateline: publication.dateline,
        photos: &photos,
    };
    copied::run(case, &story)?;
    forms::run(case, &story, &case.read("story.json")?)?;
    for name in SHIPPED {
        let theme = Theme::shipped(name).ok_or_else(|| format!("no theme {name}"))?;
        let html = page(&story, theme).map_err(|problem| format!("{name}: {problem}"))?;
        fit(&html, &document, &photos, case).map_err(|why| format!("{name}: {why}"))?;
        if name == SHIPPED[0] {
            case.expect("page.html", &html)?;
        }
    }
    Ok(())
}

/// What every page is held to, whatever its theme.
fn fit(
    html: &str,
    document: &Document,
    photos: &BTreeMap<String, PagePhoto>,
    case: &Case,
) -> Result<(), String> {
    let parsed = Html::parse_document(html);
    same_markup(&parsed)?;
    nothing_runs(&parsed)?;
    nothing_from_elsewhere(&parsed)?;
    every_photo_has_its_credit(&parsed, document, photos)?;
    every_gallery_has_its_figures(&parsed, document, photos)?;
    structured_data_carries_the_credits(&parsed, document, photos)?;
    everything_is_named(&parsed)?;
    private_notes_stay_here(html, &case.read("story.json")?)
}

fn parse<T: DeserializeOwned>(case: &Case, name: &str) -> Result<T, String> {
    serde_json::from_str(&case.read(name)?).map_err(|e| format!("{name}: {e}"))
}

fn same_markup(page: &Html) -> Result<(), String> {
    ensure(page.errors.is_empty(), || format!("the page does not parse: {:?}", page.errors))?;
    for only in ["main", "article", "title", "meta[charset]"] {
        ensure(all(page, only).len() == 1, || format!("there is not one {only}"))?;
    }
    ensure(all(page, "h1").len() <= 1, || "there are two headlines".into())
}

fn nothing_runs(page: &Html) -> Result<(), String> {
    for script in all(page, "script") {
        let kind = script.attr("type");
        ensure(kind == Some("application/ld+json"), || format!("a script of type {kind:?}"))?;
    }
    for element in all(page, "*") {
        for (name, value) in element.value().attrs() {
            let runs = name.starts_with("on") || name == "style" || name == "srcdoc";
            ensure(!runs, || format!("{name}=\"{value}\" on {}", element.value().name()))?;
        }
    }
    for link in all(page, "a") {
        let href = link.attr("href").unwrap_or_default();
        let safe = ["https://", "http://", "mailto:", "#"].iter().any(|s| href.starts_with(s));
        ensure(safe, || format!("a link to {href}"))?;
    }
    Ok(())
}

/// Pictures lie beside the page; nothing else is loaded at all.
fn nothing_from_elsewhere(page: &Html) -> Result<(), String> {
    for loader in ["link:not([rel=canonical])", "iframe", "object", "embed", "video", "audio"] {
        ensure(all(page, loader).is_empty(), || format!("the page loads by {loader}"))?;
    }
    for shown in all(page, "img, source") {
        let srcset = shown.attr("srcset").unwrap_or_default().split(", ");
        for file in srcset.chain(shown.attr("src")) {
            ensure(file.starts_with("img/"), || format!("a picture at {file}"))?;
        }
        let kind = shown.attr("type").unwrap_or("image/jpeg");
        ensure(kind.starts_with("image/"), || format!("a picture of type {kind}"))?;
    }
    for img in all(page, "img") {
        for name in ["width", "height", "alt", "sizes"] {
            ensure(img.attr(name).is_some(), || format!("a picture without {name}"))?;
        }
    }
    Ok(())
}

fn every_photo_has_its_credit(
    page: &Html,
    document: &Document,
    photos: &BTreeMap<String, PagePhoto>,
) -> Result<(), String> {
    let figures = all(page, "figure");
    for figure in &figures {
        let file = inside(*figure, "img").first().and_then(|img| img.attr("src")).unwrap_or("");
        let credit = inside(*figure, "figcaption small").iter().map(|s| s.text().collect()).next();
        let made_of = |photo: &&PagePhoto| {
            photo.pictures.iter().any(|p| file.starts_with(&format!("img/{}-", p.stem)))
        };
        let own = photos.values().find(made_of);
        ensure(credit == own.map(|photo| photo.credit.line.clone()), || {
            format!("{file} has the credit {credit:?}")
        })?;
    }
    let expected = story::figures(document).into_iter().filter(|f| prints(f, photos)).count();
    ensure(figures.len() == expected, || format!("{} figures, not {expected}", figures.len()))
}

fn prints(figure: &Figure, photos: &BTreeMap<String, PagePhoto>) -> bool {
    figure.photo_id.as_ref().is_some_and(|id| photos.contains_key(id))
}

/// Each gallery that prints has a figure, and in it a credit, for each of its photos.
fn every_gallery_has_its_figures(
    page: &Html,
    document: &Document,
    photos: &BTreeMap<String, PagePhoto>,
) -> Result<(), String> {
    let expected: Vec<usize> = document
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Gallery(gallery) => {
                Some(gallery.figures().filter(|f| prints(f, photos)).count())
            }
            _ => None,
        })
        .filter(|count| *count > 0)
        .collect();
    let galleries = all(page, ".gallery");
    let found: Vec<usize> = galleries.iter().map(|g| inside(*g, "figure small").len()).collect();
    ensure(found == expected, || format!("galleries with {found:?} credits, not {expected:?}"))
}

/// What a screen reader announces has a name, and what scrolls can be reached by keyboard.
fn everything_is_named(page: &Html) -> Result<(), String> {
    for named in all(page, "aside, [role]") {
        let name = named.attr("aria-label").unwrap_or_default();
        ensure(!name.is_empty(), || format!("a {} without a name", named.value().name()))?;
    }
    for scrolls in all(page, ".table, .slides") {
        ensure(scrolls.attr("tabindex") == Some("0"), || "a frame without keyboard".into())?;
    }
    for header in all(page, "th") {
        let scope = header.attr("scope");
        ensure(matches!(scope, Some("col" | "row")), || format!("a header of scope {scope:?}"))?;
    }
    Ok(())
}

fn private_notes_stay_here(html: &str, story: &str) -> Result<(), String> {
    for note in story.split("\"noteId\"").skip(1) {
        let id = note.split('"').nth(1).unwrap_or_default();
        ensure(!html.contains(id), || format!("the page names the note {id}"))?;
    }
    Ok(())
}

fn structured_data_carries_the_credits(
    page: &Html,
    document: &Document,
    photos: &BTreeMap<String, PagePhoto>,
) -> Result<(), String> {
    let blocks = all(page, "script");
    ensure(blocks.len() == 1, || format!("{} blocks of structured data", blocks.len()))?;
    let json: Value =
        serde_json::from_str(&blocks[0].inner_html()).map_err(|e| format!("JSON-LD: {e}"))?;
    let empty = Vec::new();
    let images = json["image"].as_array().unwrap_or(&empty);
    let photo = |image: &&Value| !image.is_string();
    let given: Vec<&str> = images
        .iter()
        .filter(photo)
        .map(|image| image["creditText"].as_str().unwrap_or("nothing"))
        .collect();
    let expected: Vec<&str> = figures_with_photos(document, photos)
        .iter()
        .map(|photo| photo.credit.names.as_str())
        .collect();
    // Behind the photos come the cards, which are cut out of one of them.
    let (own, cards) = given.split_at(expected.len().min(given.len()));
    let credited = own == expected && cards.iter().all(|credit| expected.contains(credit));
    ensure(credited, || format!("JSON-LD credits {given:?}, the photos {expected:?}"))
}

fn figures_with_photos<'a>(
    document: &Document,
    photos: &'a BTreeMap<String, PagePhoto>,
) -> Vec<&'a PagePhoto> {
    figures(document).into_iter().filter_map(|id| photos.get(id)).collect()
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    inside(page.root_element(), selector)
}

fn inside<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of this file");
    element.select(&selector).collect()
}

fn ensure(holds: bool, otherwise: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
