//! The story of an export case as copy: rich.html, blocks.html, fragment.html, story.md,
//! front-matter.md and wire.txt.
//!
//! Beside the comparison every form is read again by a reader that is not ours where there is one (a
//! browser's parser, pulldown-cmark) and held to what a desk counts on: each printed credit as often
//! as its photo prints, no word that the page does not have, and nothing that a text made markup.

use super::Case;
use cutline_core::export::{self, Copy, PageStory, Theme, Wire, picture_file};
use cutline_core::story::{self, Figure};
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeMap;

/// A picture of one pixel.
const PIXEL: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

pub fn run(case: &Case, story: &PageStory) -> Result<(), String> {
    for (name, copy) in forms(story) {
        case.expect_if_there(name, &copy.text)?;
        holds(name, &copy, story).map_err(|why| format!("{name}: {why}"))?;
        private_notes_stay_here(&copy.text, &case.read("story.json")?)?;
    }
    Ok(())
}

/// Every form, by the name of the file that holds it.
pub fn forms(story: &PageStory) -> Vec<(&'static str, Copy)> {
    let files = story.photos.values().flat_map(|photo| &photo.pictures);
    let pictures: BTreeMap<String, String> =
        files.map(|picture| (picture_file(picture), PIXEL.to_owned())).collect();
    vec![
        ("rich.html", export::rich_text(story, &pictures)),
        ("blocks.html", export::wordpress(story)),
        ("fragment.html", export::html(story)),
        ("story.md", export::markdown(story)),
        ("front-matter.md", export::markdown_with_front_matter(story)),
        ("wire.txt", export::wire(story, Wire { wrap_at: None, end_mark: true })),
    ]
}

/// What a form of copy promises, whatever the story says.
pub fn holds(name: &str, copy: &Copy, story: &PageStory) -> Result<(), String> {
    let expected = credits(story);
    ensure(copy.photos == expected.len(), || format!("{} photos are counted", copy.photos))?;
    let text = shown(name, &copy.text)?;
    let text = words(&text);
    for credit in &expected {
        let times = expected.iter().filter(|other| words(other).contains(&words(credit))).count();
        let found = text.matches(&words(credit)).count();
        // A caption or the copy may say the same words once more.
        let elsewhere = said_elsewhere(story, credit);
        ensure(found == times + elsewhere, || {
            format!("“{credit}” stands {found} times, not {times} and {elsewhere} elsewhere")
        })?;
    }
    no_word_is_new(&text, story)
}

/// What a reader sees of a form, after it was read by a parser of its kind.
pub fn shown(name: &str, text: &str) -> Result<String, String> {
    match name {
        "rich.html" | "fragment.html" => text_of_html(text),
        "blocks.html" => {
            blocks_are_sound(text)?;
            text_of_html(text)
        }
        "story.md" | "front-matter.md" => text_of_markdown(body(text)),
        _ => Ok(text.to_owned()),
    }
}

/// The printed credit of every figure that prints, in reading order.
fn credits(story: &PageStory) -> Vec<String> {
    let figures = story::figures(story.document).into_iter();
    figures.filter_map(|figure| credit(story, figure)).collect()
}

fn credit(story: &PageStory, figure: &Figure) -> Option<String> {
    let id = figure.photo_id.as_ref().filter(|id| !id.is_empty())?;
    story.photos.get(id).map(|photo| photo.credit.line.clone())
}

fn said_elsewhere(story: &PageStory, credit: &str) -> usize {
    let alone = |text: &str| words(text).matches(&words(credit)).count();
    let runs = story::runs(story.document);
    let no_alt_text = runs
        .iter()
        .filter(|run| !matches!(run.part, story::Part::AltText | story::Part::LeadAltText));
    no_alt_text.map(|run| alone(&run.text())).sum()
}

/// Every word stands on the page, too, or is one that the form itself says.
fn no_word_is_new(text: &str, story: &PageStory) -> Result<(), String> {
    const OWN: [&str; 11] = [
        "PHOTOS",
        "ENDS",
        "30",
        "FOTOĞRAFLAR",
        "SON",
        "BILDER",
        "FOTOS",
        "FIN",
        "الصور",
        "انتهى",
        "写真",
    ];
    // A name may be a part of a word's element, and an address the words of a link.
    let plain = Theme::shipped("plain").ok_or("no theme plain")?;
    let page = export::page(story, plain).map_err(|problem| problem.to_string())?;
    let shown = Html::parse_document(&page);
    let shown: Vec<&str> = shown.root_element().text().collect();
    let page = [words(&shown.join(" ")), words(&shown.concat()), page].join(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        let known = is_number || page.contains(word) || OWN.contains(&word) || word == "了";
        ensure(known, || format!("“{word}” is not on the page"))?;
    }
    Ok(())
}

fn private_notes_stay_here(text: &str, story: &str) -> Result<(), String> {
    for note in story.split("\"noteId\"").skip(1) {
        let id = note.split('"').nth(1).unwrap_or_default();
        ensure(!text.contains(id), || format!("the note {id} is named"))?;
    }
    Ok(())
}

/// The text that a browser shows, after nothing in it turned out to be more than text.
fn text_of_html(html: &str) -> Result<String, String> {
    const KNOWN: [&str; 34] = [
        "html",
        "head",
        "meta",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "a",
        "strong",
        "em",
        "span",
        "br",
        "ul",
        "ol",
        "li",
        "blockquote",
        "cite",
        "aside",
        "div",
        "figure",
        "img",
        "figcaption",
        "small",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "i",
        "b",
        "time",
    ];
    let page = Html::parse_document(html);
    for element in all(page.root_element(), "*") {
        let name = element.value().name();
        ensure(KNOWN.contains(&name), || format!("an element {name}"))?;
        for (attribute, value) in element.value().attrs() {
            let runs = attribute.starts_with("on") || attribute == "style";
            ensure(!runs, || format!("{attribute}=\"{value}\" on {name}"))?;
            let address = matches!(attribute, "href" | "src");
            let safe = ["https://", "http://", "mailto:", "img/", "data:image/"];
            let sound = !address || safe.iter().any(|scheme| value.starts_with(scheme));
            ensure(sound, || format!("{attribute}=\"{value}\""))?;
        }
    }
    for image in all(page.root_element(), "img") {
        ensure(image.attr("alt").is_some(), || "a picture without alt".into())?;
    }
    let shown = page.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) => Some(text.to_string()),
        _ => None,
    });
    Ok(shown.collect::<Vec<_>>().join(" "))
}

/// Every comment opens a block or closes the one that was opened last, and between blocks stands
/// nothing but white space.
fn blocks_are_sound(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        ensure(!open.is_empty() || before.trim().is_empty(), || format!("loose: {before}"))?;
        let (comment, after) = after.split_once("-->").ok_or("a comment without end")?;
        let comment = comment.trim();
        match comment.strip_prefix("/wp:") {
            Some(name) => {
                ensure(open.pop() == Some(name), || format!("{name} is closed, not opened"))?;
            }
            None => {
                let block = comment.strip_prefix("wp:").ok_or(format!("a comment {comment}"))?;
                let (name, attributes) = block.split_once(' ').unwrap_or((block, "{}"));
                let json: Result<serde_json::Value, _> = serde_json::from_str(attributes);
                ensure(json.is_ok_and(|json| json.is_object()), || attributes.to_string())?;
                open.push(name);
            }
        }
        rest = after;
    }
    ensure(open.is_empty() && rest.trim().is_empty(), || format!("after all blocks: {rest}"))
}

/// Markdown without its front matter.
fn body(text: &str) -> &str {
    match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").map_or("", |(_, body)| body),
        None => text,
    }
}

/// The text that a reader of Markdown shows, after nothing in it turned out to be more than text.
fn text_of_markdown(text: &str) -> Result<String, String> {
    const TAGS: [&str; 5] = ["<em>", "</em>", "<strong>", "</strong>", "<br>"];
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut shown = String::new();
    let mut in_picture = false;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) if !in_picture => shown.push_str(&text),
            Event::Text(_) => {}
            Event::SoftBreak | Event::HardBreak | Event::Rule => shown.push(' '),
            Event::InlineHtml(tag) => {
                ensure(TAGS.contains(&&*tag), || format!("the text became {tag}"))?;
                shown.push_str(if &*tag == "<br>" { " " } else { "" });
            }
            Event::Start(Tag::Image { .. }) => in_picture = true,
            Event::End(end) => {
                in_picture &= end != pulldown_cmark::TagEnd::Image;
                shown.push(
                    if matches!(
                        end,
                        pulldown_cmark::TagEnd::Emphasis
                            | pulldown_cmark::TagEnd::Strong
                            | pulldown_cmark::TagEnd::Link
                    ) {
                        '\u{0}'
                    } else {
                        ' '
                    },
                );
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let schemes = ["https://", "http://", "mailto:"];
                let safe = schemes.iter().any(|scheme| dest_url.starts_with(scheme));
                ensure(safe, || format!("a link to {dest_url}"))?;
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Emphasis
                | Tag::Strong,
            ) => {}
            other => return Err(format!("the text became {other:?}")),
        }
    }
    Ok(shown.replace('\u{0}', ""))
}

/// Single spaces, and none of the signs that turn text about.
fn words(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() || c.is_whitespace());
    let kept: String =
        kept.filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of this file");
    element.select(&selector).collect()
}

fn ensure(holds: bool, otherwise: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
