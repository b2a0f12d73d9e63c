//! A site as a reader meets it: its lists in a real browser, its links followed, its feeds read.
#![cfg(target_os = "linux")]

// Each test program uses a part of it.
#[allow(dead_code)]
mod support;

use corpus::{Place, Room, Story, stories};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use support::{Browser, Server};

const ADDRESS: &str = "https://post.example/";
const SIZES: [(u32, u32); 3] = [(320, 640), (768, 1024), (1280, 900)];

#[test]
fn the_lists_fit_and_are_legible_and_ask_for_nothing_elsewhere() {
    let server = Server::start(site());
    let browser = Browser::open();
    for list in lists() {
        for (width, height) in SIZES {
            browser.size(width, height);
            browser.load(&format!("{}{list}", server.address()));
            let found = browser.run(include_str!("support/fits.js"));
            assert_eq!(found, json!([]), "{list} at {width}");
        }
        for scheme in ["light", "dark"] {
            browser.medium("screen", scheme);
            let found = browser.run(include_str!("support/contrast.js"));
            assert_eq!(found["faint"], json!([]), "{list} in {scheme}");
        }
        let elsewhere = |asked: &String| !asked.starts_with(&server.address()) && asked != "data:,";
        let asked = browser.asked();
        assert_eq!(asked.iter().find(|asked| elsewhere(asked)), None, "{list} asked elsewhere");
        assert_eq!(browser.console(), Vec::<String>::new(), "{list} in the console");
    }
}

#[test]
fn every_link_of_a_list_leads_to_a_page_and_every_story_is_on_one() {
    let mut reached = BTreeSet::new();
    for list in lists() {
        let page = Html::parse_document(&read(&list));
        for link in attributes(&page, "body a[href]", "href") {
            let file = local(&list, &link);
            assert!(site().join(&file).is_file(), "{list} links to {link}, which is not there");
            reached.insert(file);
        }
    }
    for story in on_the_site() {
        let page = format!("{}/index.html", story.name);
        assert!(reached.contains(&page), "no list leads to {}", story.name);
    }
}

#[test]
fn every_picture_of_a_list_has_its_credit_under_it() {
    let mut pictures = 0;
    for list in lists() {
        let page = Html::parse_document(&read(&list));
        for figure in page.select(&selector("img")) {
            let parents = figure.ancestors().filter_map(scraper::ElementRef::wrap);
            let credited = parents.take(4).any(|parent| {
                parent.select(&selector("small")).any(|small| small.text().any(|t| !t.is_empty()))
            });
            assert!(credited, "{list} shows a picture without a credit");
            pictures += 1;
        }
    }
    assert!(pictures > 10, "only {pictures} pictures were looked at");
}

/// Read by a reader of JSON and a reader of HTML, which knows nothing of how the feeds are written.
#[test]
fn the_feeds_carry_the_same_stories_and_every_credit() {
    let feed: Value = serde_json::from_str(&read("feed.json")).expect("the feed is JSON");
    let items = feed["items"].as_array().expect("the feed has items");
    assert_eq!(items.len(), 30, "the feed holds the newest stories");
    let (rss, atom) = (read("feed.xml"), read("atom.xml"));
    assert_eq!((rss.matches("<item>").count(), atom.matches("<entry").count()), (30, 30));
    let mut photos = 0;
    for item in items {
        let name = item["url"].as_str().and_then(|url| url.strip_prefix(ADDRESS)).expect("ours");
        let page = Html::parse_document(&read(&format!("{name}index.html")));
        let printed = page.select(&selector("figure figcaption small")).count();
        let carried = item["_photos"].as_array().map_or(0, Vec::len);
        assert_eq!(carried, printed, "{name} in the JSON feed");
        photos += printed;
    }
    for (feed, text) in [("RSS", rss), ("Atom", atom)] {
        let credits = text.matches("<media:credit").count();
        assert_eq!(credits, photos, "{feed} names as many photographers as there are photos");
    }
    assert!(photos > 40, "only {photos} photos were counted");
}

#[test]
fn the_sitemaps_name_every_story_once() {
    let maps = read("sitemap.xml");
    for story in on_the_site() {
        let line = format!("<loc>{ADDRESS}{}/</loc>", story.name);
        assert_eq!(maps.matches(&line).count(), 1, "{}", story.name);
    }
    assert!(read("news-sitemap.xml").contains("<news:publication_date>"));
}

/// The site, made once for all tests into a folder that the next run empties.
fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site");
        let _ = fs::remove_dir_all(&folder);
        Room::new().site(&on_the_site(), &folder);
        folder
    })
}

fn on_the_site() -> Vec<Story> {
    stories().into_iter().filter(|story| story.place == Place::Site).collect()
}

/// The front page and every other list, as paths seen from the site.
fn lists() -> Vec<String> {
    let mut lists = vec![String::new()];
    for room in ["section", "people", "archive"] {
        let folder = fs::read_dir(site().join(room)).expect("the site has such lists");
        let names = folder.map(|entry| entry.expect("an entry").file_name().into_string());
        lists.extend(names.map(|name| format!("{room}/{}/", name.expect("plain"))));
    }
    lists.sort();
    lists
}

fn read(file: &str) -> String {
    let name = if file.is_empty() || file.ends_with('/') {
        format!("{file}index.html")
    } else {
        file.to_owned()
    };
    fs::read_to_string(site().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The file that `link` on the page `from` leads to, seen from the site.
fn local(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    let link = link.split('#').next().unwrap_or_default();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    let is_file = file.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file { file } else { format!("{file}/index.html").trim_start_matches('/').to_owned() }
}

fn attributes(page: &Html, of: &str, name: &str) -> Vec<String> {
    let of = selector(of);
    let found = page.select(&of);
    found.filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}
