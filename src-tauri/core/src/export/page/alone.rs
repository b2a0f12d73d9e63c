//! The page as one file that needs no other: for mail, and to look at. It is the page in all but this:
//! each picture stands in it, in one size, and nothing names a file that is not there.

use super::Written;
use super::html::{Element, json_ld};
use crate::export::theme::{Theme, ThemeProblem};
use crate::export::{PageStory, Prepared, story_language};
use serde_json::Value;

/// A page in pieces: text, and between it the places of files that stand in the page itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// The value of a `src`, as a `data:` address of the file with this name.
    File(String),
}

/// How a picture's file begins on the page. No text can say this: it would hold no quotation mark.
const FILE: &str = " src=\"img/";

/// The page in pieces: what stands between the pictures, and the name of each picture's file. Every
/// picture of the story is to come in one width, and none for social sites. Fails when the theme may
/// not print it.
pub fn alone(story: &PageStory, theme: &Theme) -> Result<Vec<Piece>, ThemeProblem> {
    let words = theme.words(&story_language(story));
    let page = Prepared { widths: theme.widths(), ..Prepared::saying(story, &words) };
    Ok(pieces(&Written::of(&page, theme, &with_its_pictures)?.html))
}

fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(FILE) {
        let (name, next) = after.split_once('"').unwrap_or((after, ""));
        pieces.push(Piece::Text(format!("{before} src=\"")));
        pieces.push(Piece::File(format!("img/{name}")));
        rest = &html[html.len() - next.len() - 1..];
    }
    pieces.push(Piece::Text(rest.to_owned()));
    pieces
}

fn with_its_pictures(element: Element) -> Element {
    element.changed(&held)
}

/// What becomes of an element of the page.
fn held(element: Element) -> Option<Element> {
    let names = |end: &str| {
        let name = element.value("property").or(element.value("name"));
        name.is_some_and(|name| name.starts_with(end))
    };
    match element.tag() {
        "source" => None,
        "img" => Some(element.without(&["srcset", "sizes"])),
        "meta" if names("og:image") || names("twitter:image") => None,
        "meta" if names("twitter:card") => Some(with(element, "content", "summary".to_owned())),
        "meta" if element.value("http-equiv").is_some() => {
            let policy = element.value("content").unwrap_or_default();
            let policy = policy.replace("img-src 'self'", "img-src data:");
            let policy = policy.replace("connect-src 'self'", "connect-src 'none'");
            Some(with(element, "content", policy))
        }
        "script" => Some(structured(element)),
        _ => Some(element),
    }
}

fn with(element: Element, name: &'static str, value: String) -> Element {
    element.without(&[name]).attribute(name, value)
}

/// Without the addresses of files that lie beside a page; those on the publication's site stay.
fn structured(block: Element) -> Element {
    match block.data() {
        Some(data) => json_ld(&without_files(data)),
        None => block,
    }
}

fn without_files(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| !names_a_file(value));
            Value::Object(kept.map(|(name, value)| (name, without_files(value))).collect())
        }
        Value::Array(items) => {
            let kept = items.into_iter().filter(|item| !names_a_file(item));
            Value::Array(kept.map(without_files).collect())
        }
        other => other,
    }
}

/// Whether this is the address of a picture beside the page, or a logo that has no other.
fn names_a_file(value: &Value) -> bool {
    let beside = |value: &Value| {
        value.as_str().is_some_and(|text| text.starts_with("img/") && !text.contains(' '))
    };
    let logo = value.get("@type").is_some_and(|kind| kind == "ImageObject")
        && value.as_object().is_some_and(|fields| fields.len() == 2)
        && value.get("url").is_some_and(beside);
    beside(value) || logo
}
