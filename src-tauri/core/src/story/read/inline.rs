//! A line of text with its marks.

use super::attrs::*;
use crate::story::document::*;
use serde_json::Value;

pub(super) fn read_line(mut node: Value, at: u32) -> (Line, u32) {
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

pub(super) fn utf16_length(text: &str) -> u32 {
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
        "link" if is_text(&mark, "/attrs/href") => {
            let mut extra = take_attrs_of(&mut mark);
            let href = take_string(&mut extra, "href").unwrap_or_default();
            Mark::Link { href, extra }
        }
        "foreign" if is_text(&mark, "/attrs/language") => {
            let mut extra = take_attrs_of(&mut mark);
            let language = take_string(&mut extra, "language").unwrap_or_default();
            Mark::Foreign { language, extra }
        }
        "note" if is_text(&mark, "/attrs/noteId") => {
            let mut extra = take_attrs_of(&mut mark);
            let note_id = take_string(&mut extra, "noteId").unwrap_or_default();
            Mark::Note { note_id, extra }
        }
        _ => Mark::Unknown(mark),
    }
}

fn is_text(mark: &Value, path: &str) -> bool {
    mark.pointer(path).is_some_and(Value::is_string)
}
