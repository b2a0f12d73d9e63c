//! Text with its marks.

use super::html::{Element, Node, element};
use crate::export::text::{foreign_direction, one_line, text_of};
use crate::export::{Author, address, is_language};
use crate::story::{Direction, Inline, Mark, direction_of};

/// What stands around a piece of text, outermost first. The order is the same everywhere, so that
/// two pieces of one link always come out as one link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Wrap {
    Link(String),
    Strong,
    Em,
    /// A passage in another language.
    Foreign(String),
    /// The same, emphasised: as printers set a foreign word.
    ForeignEm(String),
    Author,
    /// A name that leads to the author's own page.
    AuthorLink(String),
}

/// A piece of text, or a line break when there is none.
struct Piece<'a> {
    text: Option<&'a str>,
    wraps: Vec<Wrap>,
}

/// The content with its marks. Links that may not be links, and marks that this program does not
/// know, leave their text.
pub fn nodes(content: &[Inline]) -> Vec<Node> {
    nodes_with_authors(content, &[])
}

/// As [`nodes`], with each of `authors` marked where the content names them first.
pub fn nodes_with_authors(content: &[Inline], authors: &[Author]) -> Vec<Node> {
    let texts: Vec<(Option<String>, Vec<Wrap>)> = content.iter().map(piece).collect();
    let pieces: Vec<Piece> = texts
        .iter()
        .flat_map(|(text, wraps)| match text {
            Some(text) => at_names(text, wraps, authors),
            None => vec![Piece { text: None, wraps: wraps.clone() }],
        })
        .collect();
    nest(&pieces, 0)
}

/// A paragraph with `content`, or `None` when there is nothing to read in it. One that runs against
/// the page stands at the other side.
pub fn paragraph(content: &[Inline], page: Direction) -> Option<Element> {
    let text = one_line(content);
    (!text.is_empty())
        .then(|| element("p").maybe("dir", foreign_direction(&text, page)).with(nodes(content)))
}

/// A line of `content` in an element of its own. One that runs against the page keeps its place.
pub fn line(tag: &'static str, content: &[Inline], page: Direction) -> Option<Element> {
    let text = one_line(content);
    (!text.is_empty()).then(|| element(tag).with(turned(nodes(content), &text, page)))
}

/// The nodes of `text`, in a span of its own direction when that is not the page's.
pub fn turned(nodes: Vec<Node>, text: &str, page: Direction) -> Vec<Node> {
    match foreign_direction(text, page) {
        Some(dir) => vec![element("span").attribute("dir", dir).with(nodes).into()],
        None => nodes,
    }
}

fn piece(inline: &Inline) -> (Option<String>, Vec<Wrap>) {
    match inline {
        Inline::Text(text) => (Some(text.text.clone()), wraps(&text.text, &text.marks)),
        Inline::HardBreak { marks, .. } => (None, wraps("", marks)),
        Inline::Unknown(unknown) => (Some(text_of(&unknown.json)), Vec::new()),
    }
}

/// The marks in their order, each kind once. A link around nothing but space is none.
fn wraps(text: &str, marks: &[Mark]) -> Vec<Wrap> {
    let mut wraps: Vec<Wrap> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Strong { .. } => Some(Wrap::Strong),
            Mark::Em { .. } => Some(Wrap::Em),
            Mark::Link { href, .. } => address::link(href).map(Wrap::Link),
            Mark::Foreign { language, .. } => {
                is_language(language).then(|| Wrap::Foreign(language.clone()))
            }
            // The mark of a private note goes out by no way.
            Mark::Note { .. } | Mark::Unknown(_) => None,
        })
        .filter(|wrap| !matches!(wrap, Wrap::Link(_)) || !text.trim().is_empty())
        .collect();
    wraps.sort();
    wraps.dedup_by(|a, b| std::mem::discriminant(a) == std::mem::discriminant(b));
    emphasised_as_one(wraps)
}

/// One element says both that a passage is foreign and that it is emphasised (WHATWG HTML 4.5.22).
fn emphasised_as_one(mut wraps: Vec<Wrap>) -> Vec<Wrap> {
    if wraps.contains(&Wrap::Em) && wraps.iter().any(|wrap| matches!(wrap, Wrap::Foreign(_))) {
        wraps.retain(|wrap| *wrap != Wrap::Em);
        for wrap in &mut wraps {
            if let Wrap::Foreign(language) = wrap {
                *wrap = Wrap::ForeignEm(std::mem::take(language));
            }
        }
    }
    wraps
}

/// Cuts a text around the first of each name in it.
fn at_names<'a>(text: &'a str, wraps: &[Wrap], authors: &[Author]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    for author in authors {
        if let Some((before, after)) = rest.split_once(author.name.as_str()) {
            let named = &rest[before.len()..rest.len() - after.len()];
            pieces.push(Piece { text: Some(before), wraps: wraps.to_vec() });
            pieces.push(Piece { text: Some(named), wraps: as_author(wraps) });
            rest = after;
        }
    }
    pieces.push(Piece { text: Some(rest), wraps: wraps.to_vec() });
    pieces.retain(|piece| piece.text != Some(""));
    pieces
}

/// A link on the name is the author's own.
fn as_author(wraps: &[Wrap]) -> Vec<Wrap> {
    match wraps {
        [Wrap::Link(address), inside @ ..] => {
            [&[Wrap::AuthorLink(address.clone())], inside].concat()
        }
        none => [none, &[Wrap::Author]].concat(),
    }
}

/// Turns pieces into elements: neighbours with the same wrap at `depth` share one element.
fn nest(pieces: &[Piece], depth: usize) -> Vec<Node> {
    pieces
        .chunk_by(|a, b| a.wraps.get(depth).is_some() && a.wraps.get(depth) == b.wraps.get(depth))
        .map(|chunk| match (chunk[0].wraps.get(depth), chunk[0].text) {
            (Some(wrap), _) => wrapper(wrap).with(nest(chunk, depth + 1)).into(),
            (None, Some(text)) => Node::text(text),
            (None, None) => element("br").into(),
        })
        .collect()
}

fn wrapper(wrap: &Wrap) -> Element {
    match wrap {
        Wrap::Link(address) => element("a").attribute("href", address),
        Wrap::Strong => element("strong"),
        Wrap::Em => element("em"),
        Wrap::Foreign(language) => foreign("span", language),
        Wrap::ForeignEm(language) => foreign("i", language),
        Wrap::Author => element("span").class("p-author h-card"),
        Wrap::AuthorLink(address) => element("a")
            .class("p-author h-card")
            .attribute("rel", "author")
            .attribute("href", address),
    }
}

fn foreign(tag: &'static str, language: &str) -> Element {
    let direction = direction_of(language).as_str();
    element(tag).attribute("lang", language).attribute("dir", direction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{self, Block};
    use serde_json::{Value, json};

    fn check(content: Value, expected: &str) {
        let doc = json!({"doc": {"type": "story", "content": [
            {"type": "body", "content": [{"type": "paragraph", "content": content}]}
        ]}});
        let story = story::read(&doc.to_string());
        let Some(Block::Paragraph(paragraph)) = story.body.first() else { panic!("no paragraph") };
        let element = element("p").with(nodes(&paragraph.content));
        assert_eq!(crate::export::page::html::piece(&element), expected);
    }

    fn text(text: &str, marks: &[Value]) -> Value {
        json!({"type": "text", "text": text, "marks": marks})
    }

    #[test]
    fn pieces_of_one_link_are_one_link() {
        let (link, em) = (
            json!({"type": "link", "attrs": {"href": "https://example.org/"}}),
            json!({"type": "em"}),
        );
        check(
            json!([
                text("the ", std::slice::from_ref(&link)),
                text("tram", &[em, link]),
                text(" runs", &[])
            ]),
            "<p><a href=\"https://example.org/\">the <em>tram</em></a> runs</p>",
        );
    }

    #[test]
    fn a_link_that_may_not_be_one_leaves_its_text() {
        let link = json!({"type": "link", "attrs": {"href": "javascript:alert(1)"}});
        check(json!([text("here", &[link])]), "<p>here</p>");
    }

    #[test]
    fn marks_and_nodes_that_nobody_knows_leave_their_text() {
        let highlight = json!({"type": "highlight", "attrs": {"colour": "red"}});
        let ticker = json!({"type": "ticker", "content": [text("BRD <up>", &[])]});
        check(
            json!([text("Seen ", &[highlight]), ticker, {"type": "hardBreak"}, text("now", &[])]),
            "<p>Seen BRD &lt;up&gt;<br>now</p>",
        );
    }

    #[test]
    fn foreign_passages_say_their_language_and_notes_say_nothing() {
        let foreign = |language: &str| json!({"type": "foreign", "attrs": {"language": language}});
        let note = json!({"type": "note", "attrs": {"noteId": "00000000-secret"}});
        let em = json!({"type": "em"});
        check(
            json!([
                text("was ", std::slice::from_ref(&note)),
                text("Angst", &[foreign("de"), em.clone(), note]),
                text(" and ", std::slice::from_ref(&em)),
                text("خوف", &[foreign("ar")]),
                text("?", &[foreign("\" onload=")]),
            ]),
            "<p>was <i lang=\"de\" dir=\"ltr\">Angst</i><em> and </em>\
             <span lang=\"ar\" dir=\"rtl\">خوف</span>?</p>",
        );
    }
}
