//! A document without what belongs to one story alone: for a duplicate, and for a template.
//!
//! Works on the document's JSON, so that elements which this program does not know keep their text
//! and lose their notes and photos like all others.

use crate::story::{read, write};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The document without the marks of notes. What cannot be read has no marks and stays as it is.
pub fn without_notes(document: &str) -> String {
    changed(document, &|node| take_notes(node)).unwrap_or_else(|| document.to_owned())
}

/// The document without notes and photos: every figure is a wanted place. Captions stay; the alt
/// text goes, since it says what was in the picture. `None` when the document cannot be read.
pub fn without_photos(document: &str) -> Option<String> {
    changed(document, &|node| {
        take_notes(node);
        take_photo(node);
    })
}

/// Reading bounds the nesting, so that walking down cannot run out of stack.
fn changed(document: &str, change: &dyn Fn(&mut Map<String, Value>)) -> Option<String> {
    let story = read(document);
    if story == read("") {
        return None;
    }
    let written = write(&story);
    let mut reader = serde_json::Deserializer::from_str(&written);
    reader.disable_recursion_limit();
    let mut json = Value::deserialize(&mut reader).ok()?;
    walk(&mut json, change);
    Some(json.to_string())
}

fn walk(value: &mut Value, change: &dyn Fn(&mut Map<String, Value>)) {
    match value {
        Value::Object(node) => {
            change(node);
            node.values_mut().for_each(|inside| walk(inside, change));
        }
        Value::Array(nodes) => nodes.iter_mut().for_each(|inside| walk(inside, change)),
        _ => {}
    }
}

fn take_notes(node: &mut Map<String, Value>) {
    let Some(Value::Array(marks)) = node.get_mut("marks") else { return };
    marks.retain(|mark| mark.get("type").and_then(Value::as_str) != Some("note"));
    if marks.is_empty() {
        node.remove("marks");
    }
}

/// What an attribute of a figure says of its picture.
const OF_THE_PICTURE: [&str; 9] = [
    "photoId",
    "wantedCredit",
    "turn",
    "crop",
    "focus",
    "obscured",
    "checkCaption",
    "filePhoto",
    "decorative",
];

fn take_photo(node: &mut Map<String, Value>) {
    if node.get("type").and_then(Value::as_str) != Some("figure") {
        return;
    }
    if let Some(Value::Object(attrs)) = node.get_mut("attrs") {
        attrs.retain(|name, _| !OF_THE_PICTURE.contains(&name.as_str()));
        if attrs.is_empty() {
            node.remove("attrs");
        }
    }
    if let Some(Value::Array(lines)) = node.get_mut("content") {
        lines.retain(|line| line.get("type").and_then(Value::as_str) != Some("altText"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = r#"{"schemaVersion":1,"doc":{"type":"story","content":[
        {"type":"headline","content":[{"type":"text","text":"Trams",
            "marks":[{"type":"note","attrs":{"noteId":"n1"}},{"type":"em"}]}]},
        {"type":"body","content":[{"type":"chart","content":[
            {"type":"text","text":"kept","marks":[{"type":"note","attrs":{"noteId":"n2"}}]}]},
          {"type":"figure","attrs":{"photoId":"p1","role":"full","wantedCredit":"AFP"},"content":[
            {"type":"caption","content":[{"type":"text","text":"A tram"}]},
            {"type":"altText","content":[{"type":"text","text":"A red tram"}]}]}]}]}}"#;

    #[test]
    fn a_duplicate_has_the_text_and_no_note() {
        let copy = without_notes(STORY);
        assert!(!copy.contains("note"), "{copy}");
        for kept in ["Trams", "em", "kept", "p1", "A tram", "A red tram"] {
            assert!(copy.contains(kept), "{kept} is gone from {copy}");
        }
    }

    #[test]
    fn a_template_has_places_and_no_photos() {
        let skeleton = without_photos(STORY).unwrap();
        for gone in ["note", "p1", "AFP", "A red tram"] {
            assert!(!skeleton.contains(gone), "{gone} is still in {skeleton}");
        }
        assert!(skeleton.contains("A tram") && skeleton.contains("full"), "{skeleton}");
    }

    #[test]
    fn what_cannot_be_read_is_no_template_and_is_copied_as_it_is() {
        assert_eq!(without_photos("{"), None);
        assert_eq!(without_notes("{"), "{");
    }
}
