//! The page as one file that needs no other: for mail, and to look at. It is the page in all but this:
//! each picture stands in it, in one size, and nothing names a file that is not there.

use super::html::{Element, Piece, json_ld, pieces};
use super::{Prepared, root};
use crate::export::PageStory;
use serde_json::Value;

/// The page in pieces: what stands between the pictures, and the name of each picture's file. Every
/// picture of the story is to come in one width, and none for social sites.
pub fn alone(story: &PageStory) -> Vec<Piece> {
    pieces(&root(&Prepared::new(story)).changed(&held))
}

/// What becomes of an element of the page.
fn held(element: Element) -> Option<Element> {
    let names = |end: &str| {
        let name = element.value("property").or(element.value("name"));
        name.is_some_and(|name| name.starts_with(end))
    };
    match element.tag() {
        "source" => None,
        "img" => Some(picture(element)),
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

fn picture(image: Element) -> Element {
    let file = image.value("src").unwrap_or_default().to_owned();
    image.without(&["srcset", "sizes"]).holding(file)
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
