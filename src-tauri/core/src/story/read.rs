//! Reading a document. What does not fit is kept as [`Unknown`] or [`Extra`], never refused.

use super::document::*;
use super::framing::{Area, Framing, Obscured, Point};
use super::migrate::migrate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
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

/// The deepest nesting of brackets outside strings.
fn depth(json: &str) -> usize {
    let (mut now, mut deepest, mut in_string, mut escaped) = (0usize, 0usize, false, false);
    for byte in json.bytes() {
        match (in_string, escaped, byte) {
            (true, true, _) => escaped = false,
            (true, false, b'\\') => escaped = true,
            (_, false, b'"') => in_string = !in_string,
            (false, _, b'[' | b'{') => {
                now += 1;
                deepest = deepest.max(now);
            }
            (false, _, b']' | b'}') => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Every text of a document as a paragraph of its own, without looking at how they are nested.
fn flattened(document: &str) -> Document {
    let mut story = empty();
    let mut at = 1;
    for text in texts(document) {
        let content = vec![Inline::Text(Text { at: at + 1, text, marks: Vec::new() })];
        let paragraph = Paragraph { at, content, extra: Extra::new() };
        at += 2 + utf16_length(&super::text::plain(&paragraph.content));
        story.body.push(Block::Paragraph(paragraph));
    }
    story
}

/// The values of every `"text"` member, in order.
fn texts(document: &str) -> impl Iterator<Item = String> {
    document.split("\"text\"").skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix(':')?.trim_start();
        let mut strings = serde_json::Deserializer::from_str(value).into_iter::<String>();
        strings.next()?.ok()
    })
}

/// JSON.stringify writes half of a surrogate pair as `\ud800`; no Rust string can hold that. One
/// code unit goes in and one comes out, so positions stay. `None` when there is nothing to do.
fn replace_unpaired_surrogates(json: &str) -> Option<String> {
    if !json.contains("\\ud") && !json.contains("\\uD") {
        return None;
    }
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = match (unit(rest), rest.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => {
                out.push_str(&rest[..12]);
                12
            }
            (Some(0xD800..=0xDFFF), _) => {
                out.push('\u{FFFD}');
                6
            }
            _ => {
                let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[..length]);
                length
            }
        };
        rest = &rest[taken..];
    }
    out.push_str(rest);
    Some(out)
}

/// The code unit of a `\uXXXX` escape at the start of `text`.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

fn read_envelope(mut envelope: Map<String, Value>) -> Document {
    let mut story = empty();
    envelope.remove("schemaVersion");
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
    let mut at = 0;
    for child in take_content(&mut node) {
        at = read_part(&mut story, child, at);
    }
    story
}

/// Reads one top-level part at position `at`; answers the position after it.
fn read_part(story: &mut Document, child: Value, at: u32) -> u32 {
    let name = node_type(&child).to_owned();
    match name.as_str() {
        "kicker" => put_line(&mut story.kicker, child, at),
        "headline" => put_line(&mut story.headline, child, at),
        "standfirst" => put_line(&mut story.standfirst, child, at),
        "byline" => put_line(&mut story.byline, child, at),
        "dateline" => put_line(&mut story.dateline, child, at),
        "signOff" => put_line(&mut story.sign_off, child, at),
        "lead" => put_lead(story, child, at),
        "body" => {
            let (blocks, end) = read_blocks(child, at);
            story.body.extend(blocks);
            end
        }
        _ => {
            story.unknown.push(Unknown { at, json: child });
            at + 1
        }
    }
}

fn put_line(slot: &mut Line, node: Value, at: u32) -> u32 {
    let (line, end) = read_line(node, at);
    *slot = line;
    end
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

fn read_blocks(mut node: Value, at: u32) -> (Vec<Block>, u32) {
    let content = node.as_object_mut().map(take_content).unwrap_or_default();
    let mut at = at + 1;
    let mut blocks = Vec::with_capacity(content.len());
    for child in content {
        let (block, end) = read_block(child, at);
        blocks.push(block);
        at = end;
    }
    (blocks, at + 1)
}

fn read_block(node: Value, at: u32) -> (Block, u32) {
    match node_type(&node) {
        "paragraph" => {
            let (line, end) = read_line(node, at);
            (Block::Paragraph(Paragraph { at, content: line.content, extra: line.extra }), end)
        }
        "crosshead" => {
            let (mut line, end) = read_line(node, at);
            let level = if take_if(&mut line.extra, "level", |v| v == 3) { 3 } else { 2 };
            take_if(&mut line.extra, "level", |v| v == 2);
            (
                Block::Crosshead(Crosshead { at, level, content: line.content, extra: line.extra }),
                end,
            )
        }
        "list" => read_list(node, at),
        "quote" => {
            let (content, attribution, extra, end) = read_quote(node, at);
            (Block::Quote(Quote { at, content, attribution, extra }), end)
        }
        "pullQuote" => {
            let (content, attribution, extra, end) = read_quote(node, at);
            (Block::PullQuote(PullQuote { at, content, attribution, extra }), end)
        }
        "figure" => {
            let (figure, end) = read_figure(node, at);
            (Block::Figure(figure), end)
        }
        "divider" => (Block::Divider { at, extra: attrs_of(node) }, at + 1),
        _ => (Block::Unknown(Unknown { at, json: node }), at + 1),
    }
}

fn read_list(mut node: Value, at: u32) -> (Block, u32) {
    let mut extra = take_attrs_of(&mut node);
    let ordered = take_if(&mut extra, "ordered", |v| v == true);
    take_if(&mut extra, "ordered", |v| v == false);
    let mut here = at + 1;
    let mut items = Vec::new();
    for mut child in node.as_object_mut().map(take_content).unwrap_or_default() {
        let extra = take_attrs_of(&mut child);
        let is_item = node_type(&child) == "listItem";
        let (content, end) = if is_item {
            read_blocks(child, here)
        } else {
            let (block, end) = read_block(child, here);
            (vec![block], end)
        };
        items.push(ListItem { at: here, content, extra });
        here = end;
    }
    (Block::List(List { at, ordered, items, extra }), here + 1)
}

fn read_quote(mut node: Value, at: u32) -> (Vec<Block>, Option<Attribution>, Extra, u32) {
    let extra = take_attrs_of(&mut node);
    let mut here = at + 1;
    let (mut blocks, mut attribution) = (Vec::new(), None);
    for child in node.as_object_mut().map(take_content).unwrap_or_default() {
        if node_type(&child) == "attribution" && attribution.is_none() {
            let (line, end) = read_line(child, here);
            attribution = Some(line);
            here = end;
        } else {
            let (block, end) = read_block(child, here);
            blocks.push(block);
            here = end;
        }
    }
    (blocks, attribution, extra, here + 1)
}

fn read_figure(mut node: Value, at: u32) -> (Figure, u32) {
    let mut extra = take_attrs_of(&mut node);
    let mut figure = Figure {
        at,
        photo_id: take_string(&mut extra, "photoId"),
        role: take_role(&mut extra),
        decorative: take_if(&mut extra, "decorative", |v| v == true),
        file_photo: take_if(&mut extra, "filePhoto", |v| v == true),
        check_caption: take_if(&mut extra, "checkCaption", |v| v == true),
        framing: take_framing(&mut extra),
        wanted_credit: take_string(&mut extra, "wantedCredit"),
        ..Figure::default()
    };
    let mut here = at + 1;
    for child in node.as_object_mut().map(take_content).unwrap_or_default() {
        let name = node_type(&child).to_owned();
        let (line, end) = read_line(child, here);
        match name.as_str() {
            "caption" => figure.caption = Some(line),
            "altText" => figure.alt_text = Some(line),
            _ => {}
        }
        here = end;
    }
    for name in ["photoId", "wantedCredit", "crop", "focus"] {
        take_if(&mut extra, name, Value::is_null);
    }
    for name in ["decorative", "filePhoto", "checkCaption"] {
        take_if(&mut extra, name, |v| v == false);
    }
    figure.size = here + 1 - at;
    figure.extra = extra;
    (figure, here + 1)
}

/// What is no framing of a picture stays where it came from.
fn take_framing(attrs: &mut Extra) -> Framing {
    let turn = take_as(attrs, "turn", |turn| matches!(turn, 0 | 90 | 180 | 270));
    let obscured = take_as(attrs, "obscured", |covered: &Vec<Obscured>| {
        covered.iter().all(|covered| covered.area.is_sound())
    });
    Framing {
        turn: turn.unwrap_or_default(),
        crop: take_as(attrs, "crop", |crop: &Area| crop.is_sound()),
        focus: take_as(attrs, "focus", |focus: &Point| focus.is_sound()),
        obscured: obscured.unwrap_or_default(),
    }
}

/// Only what would be written back as it came: serde also takes `[1, 2]` for a point.
fn take_as<T: DeserializeOwned + Serialize>(
    attrs: &mut Extra,
    name: &str,
    is_sound: impl Fn(&T) -> bool,
) -> Option<T> {
    let value = attrs.get(name)?;
    let read = T::deserialize(value).ok().filter(is_sound)?;
    if serde_json::to_value(&read).ok().as_ref() != Some(value) {
        return None;
    }
    attrs.remove(name);
    Some(read)
}

fn take_role(attrs: &mut Extra) -> Role {
    let role = match attrs.get("role").and_then(Value::as_str) {
        Some("inline") => Role::Inline,
        Some("supporting") => Role::Supporting,
        Some("showcase") => Role::Showcase,
        Some("full") => Role::Full,
        Some("thumbnail") => Role::Thumbnail,
        _ => return Role::Inline,
    };
    attrs.remove("role");
    role
}

fn read_line(mut node: Value, at: u32) -> (Line, u32) {
    let extra = take_attrs_of(&mut node);
    let mut here = at + 1;
    let mut content = Vec::new();
    for child in node.as_object_mut().map(take_content).unwrap_or_default() {
        let (inline, end) = read_inline(child, here);
        content.push(inline);
        here = end;
    }
    (Line { at, content, extra }, here + 1)
}

fn read_inline(mut node: Value, at: u32) -> (Inline, u32) {
    match node_type(&node) {
        "text" => {
            let marks = take_marks(&mut node);
            let text = node.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
            let end = at + utf16_length(&text);
            (Inline::Text(Text { at, text, marks }), end)
        }
        "hardBreak" => {
            let marks = take_marks(&mut node);
            (Inline::HardBreak { at, marks, extra: attrs_of(node) }, at + 1)
        }
        _ => (Inline::Unknown(Unknown { at, json: node }), at + 1),
    }
}

fn utf16_length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

fn take_marks(node: &mut Value) -> Vec<Mark> {
    let Some(Value::Array(marks)) = node.as_object_mut().and_then(|n| n.remove("marks")) else {
        return Vec::new();
    };
    marks.into_iter().map(read_mark).collect()
}

fn read_mark(mut mark: Value) -> Mark {
    match node_type(&mark) {
        "strong" => Mark::Strong { extra: attrs_of(mark) },
        "em" => Mark::Em { extra: attrs_of(mark) },
        "link" if mark.pointer("/attrs/href").is_some_and(Value::is_string) => {
            let mut extra = take_attrs_of(&mut mark);
            let href = take_string(&mut extra, "href").unwrap_or_default();
            Mark::Link { href, extra }
        }
        _ => Mark::Unknown(mark),
    }
}

fn node_type(node: &Value) -> &str {
    node.get("type").and_then(Value::as_str).unwrap_or_default()
}

fn take_content(node: &mut Map<String, Value>) -> Vec<Value> {
    match node.remove("content") {
        Some(Value::Array(content)) => content,
        _ => Vec::new(),
    }
}

fn take_attrs(node: &mut Map<String, Value>) -> Extra {
    match node.remove("attrs") {
        Some(Value::Object(attrs)) => attrs,
        _ => Extra::new(),
    }
}

fn take_attrs_of(node: &mut Value) -> Extra {
    node.as_object_mut().map(take_attrs).unwrap_or_default()
}

fn attrs_of(mut node: Value) -> Extra {
    take_attrs_of(&mut node)
}

fn take_string(attrs: &mut Extra, name: &str) -> Option<String> {
    match attrs.get(name) {
        Some(Value::String(_)) => match attrs.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// Takes the attribute away when it is what `test` says; answers whether it was.
fn take_if(attrs: &mut Extra, name: &str, test: impl Fn(&Value) -> bool) -> bool {
    let found = attrs.get(name).is_some_and(test);
    if found {
        attrs.remove(name);
    }
    found
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
