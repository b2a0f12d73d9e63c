//! The exported page in a real browser: the whole corpus, served from this machine.
#![cfg(target_os = "linux")]

mod support;

use corpus::{Room, Story, stories};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;
use support::{Browser, Server};

/// Those that are looked at besides the plain one.
const OTHER_THEMES: [&str; 2] = ["magazine", "print"];

const SIZES: [(u32, u32); 3] = [(320, 640), (768, 1024), (1280, 900)];

#[test]
fn nothing_overflows_or_overlaps_and_lines_are_short() {
    let (site, browser) = (site(), Browser::open());
    for (width, height) in SIZES {
        browser.size(width, height);
        for story in &site.stories {
            browser.load(&site.address(story));
            let found = browser.run(include_str!("support/layout.js"));
            assert_eq!(found, json!([]), "{} at {width}", story.name);
        }
    }
}

#[test]
fn every_theme_fits_and_is_legible() {
    let browser = Browser::open();
    for theme in OTHER_THEMES {
        let site = in_theme(theme);
        for story in &site.stories {
            for (width, height) in SIZES {
                browser.size(width, height);
                browser.load(&site.address(story));
                let found = browser.run(include_str!("support/fits.js"));
                assert_eq!(found, json!([]), "{theme}: {} at {width}", story.name);
            }
            for scheme in ["light", "dark"] {
                browser.medium("screen", scheme);
                let found = browser.run(include_str!("support/contrast.js"));
                assert_eq!(found["faint"], json!([]), "{theme}: {} in {scheme}", story.name);
            }
        }
    }
}

#[test]
fn every_text_is_legible_in_light_and_dark() {
    let (site, browser) = (site(), Browser::open());
    for scheme in ["light", "dark"] {
        browser.medium("screen", scheme);
        for story in &site.stories {
            browser.load(&site.address(story));
            let found = browser.run(include_str!("support/contrast.js"));
            assert_eq!(found["faint"], json!([]), "{} in {scheme}", story.name);
            let light = found["paper"].as_f64().expect("the paper has a lightness");
            assert_eq!(scheme == "light", light > 0.5, "{} in {scheme}: {light}", story.name);
            assert!(found["texts"].as_u64() > Some(4), "{found}");
        }
    }
}

#[test]
fn paper_shows_the_story_in_black_with_its_addresses_and_nothing_else() {
    let (site, browser) = (site(), Browser::open());
    browser.medium("print", "light");
    for story in &site.stories {
        browser.load(&site.address(story));
        let found = browser.run(include_str!("support/print.js"));
        assert_eq!(found, json!([]), "{} on paper", story.name);
    }
}

#[test]
fn a_page_asks_for_itself_and_its_photos_and_never_shifts() {
    let (site, browser) = (site(), Browser::open());
    browser.size(1280, 900);
    for story in &site.stories {
        forget(&site, &browser);
        browser.load(&site.address(story));
        let shift = browser.run_to_end(include_str!("support/scroll.js"));
        assert_eq!(shift, json!(0), "{} shifts", story.name);
        let asked = site.server.asked();
        assert_eq!(asked.len(), story.photos + 1, "{} asked for {asked:?}", story.name);
        let elsewhere = |asked: &&String| !asked.starts_with(&site.server.address());
        let asked = browser.asked();
        assert_eq!(asked.iter().find(elsewhere), None, "{} asked elsewhere", story.name);
        assert_eq!(browser.console(), Vec::<String>::new(), "{} in the console", story.name);
    }
}

/// Without scripts a browser loads no picture late, so that nobody learns from it how far a person read
/// (WHATWG HTML 4.8.4.3.11): what is asked for in the end is the same.
#[test]
fn without_scripts_the_page_is_the_same() {
    let (site, browser) = (site(), Browser::open());
    browser.size(768, 1024);
    for story in site.stories.iter().filter(|story| story.photos > 0) {
        let with = {
            forget(&site, &browser);
            browser.load(&site.address(story));
            browser.run_to_end(include_str!("support/scroll.js"));
            browser.run("window.scrollTo(0, 0)");
            (sorted(site.server.asked()), browser.picture())
        };
        browser.tell("Emulation.setScriptExecutionDisabled", json!({"value": true}));
        forget(&site, &browser);
        browser.load(&site.address(story));
        let asked = sorted(site.server.asked());
        // Pictures are decoded beside the page.
        let same = (0..20).any(|_| {
            thread::sleep(Duration::from_millis(50));
            browser.picture() == with.1
        });
        browser.tell("Emulation.setScriptExecutionDisabled", json!({"value": false}));
        assert_eq!(asked, with.0, "{} asks for other files without scripts", story.name);
        assert!(same, "{} looks different without scripts", story.name);
    }
}

#[test]
fn the_keyboard_reaches_the_story_in_one_step() {
    let (site, browser) = (site(), Browser::open());
    browser.load(&site.address(&site.stories[0]));
    press(&browser, "Tab");
    let link = browser.run(
        "const link = document.activeElement, box = link.getBoundingClientRect();
        const outline = getComputedStyle(link).outlineStyle;
        return [link.className, box.top >= 0 && box.height >= 24, outline];",
    );
    assert_eq!(link, json!(["skip", true, "auto"]));
    press(&browser, "Enter");
    assert_eq!(browser.run("return location.hash"), json!("#story"));
}

/// The corpus as it was exported, and who serves it.
struct Site {
    server: Server,
    stories: Vec<Story>,
}

impl Site {
    fn address(&self, story: &Story) -> String {
        format!("{}{}/", self.server.address(), story.name)
    }
}

/// Exported once for all tests, into a folder that the next run empties.
fn site() -> Site {
    in_theme("plain")
}

/// The corpus in one of the themes. Those that are not plain are exported by one desk, which makes the
/// pictures once.
fn in_theme(theme: &str) -> Site {
    static PLAIN: OnceLock<PathBuf> = OnceLock::new();
    static OTHERS: OnceLock<PathBuf> = OnceLock::new();
    let folder = match theme {
        "plain" => PLAIN.get_or_init(|| exported("corpus", &["plain"])),
        _ => OTHERS.get_or_init(|| exported("corpus-in-other-themes", &OTHER_THEMES)),
    };
    Site { server: Server::start(&folder.join(theme)), stories: stories() }
}

fn exported(name: &str, themes: &[&str]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let mut room = Room::new();
    for theme in themes {
        let folder = folder.join(theme);
        fs::create_dir_all(&folder).expect("a folder for the theme");
        room.stand_in(theme);
        for story in stories() {
            room.export(&story, &folder);
        }
    }
    folder
}

/// Empties the browser's cache, and what was asked for until now.
fn forget(site: &Site, browser: &Browser) {
    browser.tell("Network.clearBrowserCache", json!({}));
    browser.load("about:blank");
    site.server.asked();
    browser.asked();
    browser.console();
}

fn sorted(mut asked: Vec<String>) -> Vec<String> {
    asked.sort();
    asked
}

fn press(browser: &Browser, key: &str) {
    let text = if key == "Enter" { "\r" } else { "" };
    let code = if key == "Enter" { 13 } else { 9 };
    for kind in ["keyDown", "keyUp"] {
        let event: Value = json!({
            "type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": code,
        });
        browser.tell("Input.dispatchKeyEvent", event);
    }
}
