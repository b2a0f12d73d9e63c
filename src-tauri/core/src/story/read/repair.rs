//! Strings that no JSON reader takes as they are: half a surrogate pair, nesting beyond all use.

use super::inline::utf16_length;
use crate::story::document::*;

/// The deepest nesting of brackets outside strings.
pub(super) fn depth(json: &str) -> usize {
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
pub(super) fn flattened(document: &str) -> Document {
    let mut story = super::empty();
    let mut at = 1;
    for text in texts(document) {
        let content = vec![Inline::Text(Text { at: at + 1, text, marks: Vec::new() })];
        let paragraph = Paragraph { at, content, extra: Extra::new() };
        at += 2 + utf16_length(&crate::story::text::plain(&paragraph.content));
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
pub(super) fn replace_unpaired_surrogates(json: &str) -> Option<String> {
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
