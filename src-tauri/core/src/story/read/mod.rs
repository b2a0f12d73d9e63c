//! Reading a document. What does not fit is kept as [`Unknown`] or [`Extra`], never refused.

mod attrs;
mod blocks;
mod elements;
mod figure;
mod inline;
mod repair;

use super::document::*;
use super::migrate::migrate;
use attrs::*;
use blocks::read_blocks;
use inline::read_line;
use repair::{depth, flattened, replace_unpaired_surrogates};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The deepest nesting that is read as it stands: 150 lists one inside the other. Reading walks
/// down a document by calling itself, and a deeper one could run out of stack.
const MAX_DEPTH: usize = 600;

/// Reads `document`. Never fails: a string that is no document at all gives an empty story, and one
/// that is nested beyond all use gives its text in plain paragraphs. The caller still has the string.
pub fn read(document: &str) -> Document {
    if depth(document) > MAX_DEPTH {
        return flattened(document);
    }
    let envelope = match parse(document) {
        Some(Value::Object(envelope)) => migrate(envelope),
        _ => return empty(),
    };
    read_envelope(envelope)
}

fn empty() -> Document {
    Document { language: "en".into(), ..Document::default() }
}

fn parse(document: &str) -> Option<Value> {
    let repaired = replace_unpaired_surrogates(document);
    let mut reader = serde_json::Deserializer::from_str(repaired.as_deref().unwrap_or(document));
    reader.disable_recursion_limit();
    Value::deserialize(&mut reader).ok()
}

/// The parts of a story in their order.
const PARTS: [&str; 9] = [
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "headlines",
    "lead",
    "body",
    "signOff",
];

fn read_envelope(mut envelope: Map<String, Value>) -> Document {
    let mut story = empty();
    take_if(&mut envelope, "schemaVersion", |v| {
        v.as_u64().is_none_or(|v| v <= u64::from(SCHEMA_VERSION))
    });
    let doc = envelope.remove("doc");
    story.envelope = envelope;
    let Some(Value::Object(mut node)) = doc else { return story };
    let mut attrs = take_attrs(&mut node);
    if let Some(language) = take_string(&mut attrs, "language") {
        story.language = language;
    }
    if take_if(&mut attrs, "direction", |v| v == "rtl") {
        story.direction = Direction::RightToLeft;
    } else {
        take_if(&mut attrs, "direction", |v| v == "ltr");
    }
    story.extra = attrs;
    read_parts(&mut story, take_content(&mut node));
    story
}

/// Every part has its place, and one that the document has not is there and empty, so that the
/// positions are those of the editor. What is no part, or comes twice, follows closed.
fn read_parts(story: &mut Document, content: Vec<Value>) {
    let mut parts = [const { Value::Null }; PARTS.len()];
    let mut others = Vec::new();
    for child in content {
        let place = PARTS.iter().position(|name| *name == node_type(&child));
        match place.and_then(|place| parts.get_mut(place)).filter(|part| part.is_null()) {
            Some(part) => *part = child,
            None => others.push(child),
        }
    }
    let mut at = 0;
    for (name, part) in PARTS.into_iter().zip(parts) {
        at = read_part(story, name, part, at);
    }
    let unknown = (at..).zip(others).map(|(at, json)| Unknown { at, json });
    story.unknown = unknown.collect();
}

/// Reads one part at position `at`; answers the position after it.
fn read_part(story: &mut Document, name: &str, part: Value, at: u32) -> u32 {
    match name {
        "kicker" => put_line(&mut story.kicker, part, at),
        "headline" => put_line(&mut story.headline, part, at),
        "standfirst" => put_line(&mut story.standfirst, part, at),
        "byline" => put_line(&mut story.byline, part, at),
        "dateline" => put_line(&mut story.dateline, part, at),
        "headlines" => put_headlines(&mut story.headlines, part, at),
        "lead" => put_lead(story, part, at),
        "body" => put_body(story, part, at),
        _ => put_line(&mut story.sign_off, part, at),
    }
}

fn put_line(slot: &mut Line, node: Value, at: u32) -> u32 {
    let (line, end) = read_line(node, at);
    *slot = line;
    end
}

fn put_headlines(slot: &mut Headlines, mut node: Value, at: u32) -> u32 {
    slot.at = at;
    slot.extra = take_attrs_of(&mut node);
    let mut content = node.as_object_mut().map(take_content).unwrap_or_default();
    let mut here = at + 1;
    let Headlines { web, social, print, .. } = slot;
    for (name, line) in [("webHeadline", web), ("socialHeadline", social), ("printHeadline", print)]
    {
        let index = content.iter().position(|child| node_type(child) == name);
        let child = index.map(|index| content.remove(index)).unwrap_or_default();
        here = put_line(line, child, here);
    }
    slot.unknown = (here..).zip(content).map(|(at, json)| Unknown { at, json }).collect();
    here + length(&slot.unknown) + 1
}

fn put_lead(story: &mut Document, node: Value, at: u32) -> u32 {
    let (blocks, end) = read_blocks(node, at);
    for block in blocks {
        match block {
            Block::Figure(figure) if story.lead.is_none() => story.lead = Some(figure),
            other => story.body.push(other),
        }
    }
    end
}

/// The editor shows an empty body as one empty paragraph.
fn put_body(story: &mut Document, node: Value, at: u32) -> u32 {
    let (blocks, end) = read_blocks(node, at);
    story.body.extend(blocks);
    if story.body.is_empty() { end + 2 } else { end }
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(levels: usize) -> String {
        let open = r#"{"type":"list","content":[{"type":"listItem","content":["#.repeat(levels);
        let close = "]}]}".repeat(levels);
        let text = r#"{"type":"paragraph","content":[{"type":"text","text":"bottom"}]}"#;
        let body = format!(r#"{{"type":"body","content":[{open}{text}{close}]}}"#);
        format!(r#"{{"schemaVersion":1,"doc":{{"type":"story","content":[{body}]}}}}"#)
    }

    fn check(document: &str, expected: &str) {
        let story = read(document);
        let words: String = crate::story::runs(&story).iter().map(|run| run.text()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn text_survives_any_nesting() {
        check(&nested(140), "bottom");
        check(&nested(500), "bottom");
        check(&nested(200_000), "bottom");
    }

    #[test]
    fn what_is_no_document_is_an_empty_story() {
        check("", "");
        check("[1, 2", "");
        check("null", "");
    }
}
