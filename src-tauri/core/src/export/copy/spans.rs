//! Text with the marks that other programs know: links, bold, italics, a passage in another language.
//!
//! Private notes, marks that nobody knows and links that may not be links leave their text alone.

use crate::export::html::{Element, Node, element};
use crate::export::text::{allowed, text_of};
use crate::export::{address, is_language};
use crate::story::{Inline, Mark, direction_of};

/// A piece of text, or a line break, with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    pub what: What,
    pub marks: Marks,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Text(String),
    Break,
}

impl Default for What {
    fn default() -> What {
        What::Text(String::new())
    }
}

/// What stands around a piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    pub link: Option<String>,
    pub strong: bool,
    pub em: bool,
    /// BCP 47.
    pub language: Option<String>,
}

/// The spans of a line or a paragraph: single spaces, none and no breaks at its ends, neighbours with
/// the same marks as one; none where there is nothing to read.
pub fn spans(content: &[Inline]) -> Vec<Span> {
    tidied(content.iter().map(span))
}

/// Plain words as spans.
pub fn words(text: &str) -> Vec<Span> {
    tidied([said(text)])
}

/// The same words without tidying, for what stands between two pieces.
pub fn said(text: &str) -> Span {
    Span { what: What::Text(text.to_owned()), marks: Marks::default() }
}

/// One run of spans after the other, tidied as one.
pub fn joined(runs: impl IntoIterator<Item = Vec<Span>>) -> Vec<Span> {
    tidied(runs.into_iter().flatten())
}

/// The text without its marks; a break is a space.
pub fn plain(spans: &[Span]) -> String {
    let text = |span: &Span| match &span.what {
        What::Text(text) => text.clone(),
        What::Break => " ".to_owned(),
    };
    spans.iter().map(text).collect()
}

fn span(inline: &Inline) -> Span {
    match inline {
        Inline::Text(text) => {
            Span { what: What::Text(text.text.clone()), marks: marks(&text.marks) }
        }
        Inline::HardBreak { .. } => Span { what: What::Break, marks: Marks::default() },
        Inline::Unknown(unknown) => said(&text_of(&unknown.json)),
    }
}

fn marks(marks: &[Mark]) -> Marks {
    let mut found = Marks::default();
    for mark in marks {
        match mark {
            Mark::Strong { .. } => found.strong = true,
            Mark::Em { .. } => found.em = true,
            Mark::Link { href, .. } => found.link = found.link.or_else(|| address::link(href)),
            Mark::Foreign { language, .. } if is_language(language) => {
                found.language = Some(language.clone());
            }
            // The mark of a private note goes out by no way.
            Mark::Foreign { .. } | Mark::Note { .. } | Mark::Unknown(_) => {}
        }
    }
    found
}

fn tidied(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut tidy: Vec<Span> = Vec::new();
    // As HTML reads it: a space after a space, or at the beginning of a line, is none.
    let mut after_space = true;
    for mut span in spans {
        match &mut span.what {
            What::Break => after_space = true,
            What::Text(text) => *text = single_spaced(text, &mut after_space),
        }
        push(&mut tidy, span);
    }
    let tidy = trimmed(tidy);
    if plain(&tidy).trim().is_empty() { Vec::new() } else { tidy }
}

/// Line ends and separators of any kind are spaces; non-breaking and narrow ones stay what they are.
fn single_spaced(text: &str, after_space: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space =
            matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if is_space && !std::mem::replace(after_space, true) {
            out.push(' ');
        } else if !is_space && allowed(c) {
            *after_space = false;
            out.push(c);
        }
    }
    out
}

fn push(tidy: &mut Vec<Span>, span: Span) {
    match (tidy.last_mut(), span.what) {
        (_, What::Text(text)) if text.is_empty() => {}
        (Some(Span { what: What::Text(before), marks }), What::Text(text))
            if *marks == span.marks =>
        {
            before.push_str(&text);
        }
        (_, what) => tidy.push(Span { what, marks: span.marks }),
    }
}

/// Without breaks and spaces at both ends, and without a space before a break.
fn trimmed(spans: Vec<Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        if span.what == What::Break {
            trim_end(&mut kept);
        }
        if span.what != What::Break || !kept.is_empty() {
            kept.push(span);
        }
    }
    trim_end(&mut kept);
    while kept.last().is_some_and(|span| span.what == What::Break) {
        kept.pop();
        trim_end(&mut kept);
    }
    kept
}

fn trim_end(spans: &mut Vec<Span>) {
    while let Some(Span { what: What::Text(text), .. }) = spans.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            return;
        }
        spans.pop();
    }
}

/// What one mark puts around text, outermost first.
const WRAPS: [fn(&Marks) -> Option<Element>; 4] = [
    |marks| marks.link.as_ref().map(|address| element("a").attribute("href", address)),
    |marks| marks.strong.then(|| element("strong")),
    |marks| marks.em.then(|| element("em")),
    |marks| marks.language.as_deref().map(foreign),
];

/// The spans as HTML: neighbours that share a mark share its element.
pub fn nodes(spans: &[Span]) -> Vec<Node> {
    nest(spans, &WRAPS)
}

fn nest(spans: &[Span], wraps: &[fn(&Marks) -> Option<Element>]) -> Vec<Node> {
    let Some((wrap, inner)) = wraps.split_first() else {
        return spans.iter().map(bare).collect();
    };
    spans
        .chunk_by(|a, b| wrap(&a.marks) == wrap(&b.marks))
        .flat_map(|chunk| match chunk.first().and_then(|span| wrap(&span.marks)) {
            Some(element) => vec![element.with(nest(chunk, inner)).into()],
            None => nest(chunk, inner),
        })
        .collect()
}

fn bare(span: &Span) -> Node {
    match &span.what {
        What::Text(text) => Node::text(text),
        What::Break => element("br").into(),
    }
}

fn foreign(language: &str) -> Element {
    let direction = direction_of(language).as_str();
    element("span").attribute("lang", language).attribute("dir", direction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::html::{Hand, written};
    use crate::story::Text;

    fn text(text: &str, marks: &[Mark]) -> Inline {
        Inline::Text(Text { at: 0, text: text.into(), marks: marks.to_vec() })
    }

    fn line_break() -> Inline {
        Inline::HardBreak { at: 0, marks: Vec::new(), extra: Default::default() }
    }

    fn check(content: &[Inline], expected: &str) {
        assert_eq!(written(&nodes(&spans(content)), Hand::Editor), expected);
    }

    #[test]
    fn spaces_and_breaks_at_the_ends_go() {
        check(&[line_break(), text(" a\u{2028} b ", &[]), line_break(), text(" ", &[])], "a b");
        check(&[text("a ", &[]), line_break(), text(" b", &[])], "a<br>b");
        check(&[text("a\u{a0}\u{202f}b", &[])], "a&nbsp;\u{202f}b");
    }

    #[test]
    fn marks_nest_and_notes_leave_nothing() {
        let strong = Mark::Strong { extra: Default::default() };
        let note = Mark::Note { note_id: "secret".into(), extra: Default::default() };
        let link = |href: &str| Mark::Link { href: href.into(), extra: Default::default() };
        let there = link("https://example.org/");
        check(
            &[
                text("a ", std::slice::from_ref(&there)),
                text("b", &[strong, there]),
                text(" c", &[note]),
            ],
            "<a href=\"https://example.org/\">a <strong>b</strong></a> c",
        );
        check(&[text("here", &[link("javascript:alert(1)")])], "here");
    }
}
