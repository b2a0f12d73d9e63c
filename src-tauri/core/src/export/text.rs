//! Text without its marks, and which way it runs.

use crate::story::{Direction, Inline, plain};
use serde_json::Value;

/// The text in one line for a title, an attribute or structured data: no marks, no breaks, single
/// spaces, nothing that HTML forbids.
pub fn one_line(content: &[Inline]) -> String {
    let text: String = content
        .iter()
        .map(|inline| match inline {
            Inline::Unknown(unknown) => text_of(&unknown.json),
            known => plain(std::slice::from_ref(known)),
        })
        .collect();
    tidy(&text)
}

/// Single spaces, no line breaks, nothing that HTML forbids.
pub fn tidy(text: &str) -> String {
    let kept: String = text.chars().filter(|c| allowed(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The direction of a text that runs against the page: it has letters of the other direction and
/// none of the page's. A text with both follows the page, as its paragraph does in print.
pub fn foreign_direction(text: &str, page: Direction) -> Option<&'static str> {
    let has = |direction| text.chars().any(|c| letter_direction(c) == Some(direction));
    let other = match page {
        Direction::LeftToRight => Direction::RightToLeft,
        Direction::RightToLeft => Direction::LeftToRight,
    };
    (has(other) && !has(page)).then(|| other.as_str())
}

/// Hebrew to Arabic Extended, their presentation forms, and the right-to-left blocks of the
/// supplementary plane (Unicode's DerivedBidiClass, the ranges whose default is R or AL).
pub fn letter_direction(c: char) -> Option<Direction> {
    match c {
        _ if !c.is_alphabetic() => None,
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

/// All text inside a node that this program does not know.
pub fn text_of(json: &Value) -> String {
    match json.get("text").and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => children(json).iter().map(text_of).collect(),
    }
}

/// The paragraphs of a block that this program does not know: each node that holds text is one.
pub fn paragraphs_of(json: &Value) -> Vec<String> {
    let holds_text = json.get("text").is_some() || children(json).iter().any(is_text);
    if holds_text {
        return vec![text_of(json)];
    }
    children(json).iter().flat_map(paragraphs_of).collect()
}

fn is_text(json: &Value) -> bool {
    json.get("text").is_some()
}

fn children(json: &Value) -> &[Value] {
    json.get("content").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether a character may stand on the page. HTML forbids controls but tab and line feed, and
/// noncharacters (WHATWG HTML 13.1.4). Bidi embeddings, overrides and isolates go because one that
/// is never closed turns the credit beside it about; direction marks stay. U+FFFC is our own
/// placeholder for a thing that is not text, and the last two private characters mark the places of
/// the pieces while a page is made.
pub fn allowed(c: char) -> bool {
    let noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let control = c.is_control() && !matches!(c, '\n' | '\t');
    let marks = matches!(c, '\u{10FFFC}' | '\u{10FFFD}');
    !(control || noncharacter || turns || marks || c == '\u{FFFC}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(text: &str) -> Value {
        json!({"type": "text", "text": text})
    }

    #[test]
    fn only_a_text_wholly_against_the_page_is_turned() {
        let (ltr, rtl) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(foreign_direction("كثيب 12", ltr), Some("rtl"));
        assert_eq!(foreign_direction("The word كثيب", ltr), None);
        assert_eq!(foreign_direction("BBC قالت", rtl), None);
        assert_eq!(foreign_direction("Reuters", rtl), Some("ltr"));
        assert_eq!(foreign_direction("12:30", rtl), None);
    }

    #[test]
    fn unknown_blocks_give_a_paragraph_for_each_line_of_text() {
        let table = json!({"type": "table", "content": [
            {"type": "cell", "content": [text("a"), text("b")]},
            {"type": "cell", "content": [{"type": "paragraph", "content": [text("c")]}]},
        ]});
        assert_eq!(paragraphs_of(&table), ["ab", "c"]);
        assert!(paragraphs_of(&json!({"type": "chart", "attrs": {"data": "x"}})).is_empty());
    }
}
