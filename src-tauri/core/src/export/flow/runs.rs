//! Running text in pieces that look alike, and how marks become elements around them.

use crate::export::text::{allowed, text_of};
use crate::export::xml::{Element, Node};
use crate::export::{address, is_language};
use crate::story::{Inline, Mark};

/// What stands around a piece of text, outermost first. The order is the same everywhere, so that
/// two pieces of one link always come out as one link.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrap {
    /// An http, https or mailto address.
    Link(String),
    Strong,
    Em,
    /// A passage in another language, BCP 47.
    Language(String),
}

/// A piece of text that looks alike all through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// On one line; "\n" alone is a line break.
    pub text: String,
    /// Each kind once, in order.
    pub wraps: Vec<Wrap>,
}

impl Run {
    /// A run without marks.
    pub fn plain(text: &str) -> Run {
        Run { text: text.to_owned(), wraps: Vec::new() }
    }

    pub fn is_break(&self) -> bool {
        self.text == "\n"
    }

    pub fn is(&self, wrap: &Wrap) -> bool {
        self.wraps.contains(wrap)
    }

    pub fn link(&self) -> Option<&str> {
        self.wraps.iter().find_map(|wrap| match wrap {
            Wrap::Link(address) => Some(address.as_str()),
            _ => None,
        })
    }

    pub fn language(&self) -> Option<&str> {
        self.wraps.iter().find_map(|wrap| match wrap {
            Wrap::Language(language) => Some(language.as_str()),
            _ => None,
        })
    }
}

/// The content with its marks; empty when there is nothing to read in it. No breaks and no spaces at
/// either end.
pub fn runs(content: &[Inline]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for run in content.iter().map(run).filter(|run| !run.text.is_empty()) {
        match runs.last_mut() {
            Some(last) if last.wraps == run.wraps && !last.is_break() && !run.is_break() => {
                last.text.push_str(&run.text);
            }
            _ => runs.push(run),
        }
    }
    trimmed(runs)
}

/// The words without marks, on one line.
pub fn text(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Turns runs into elements: neighbours with the same wrap share one. `wrapper` makes the element of
/// a wrap, `line_break` stands for a break.
pub fn nest(
    runs: &[Run],
    wrapper: &dyn Fn(&Wrap) -> Element,
    line_break: &dyn Fn() -> Node,
) -> Vec<Node> {
    let pieces: Vec<&Run> = runs.iter().collect();
    nested(&pieces, 0, wrapper, line_break)
}

fn nested(
    runs: &[&Run],
    depth: usize,
    wrapper: &dyn Fn(&Wrap) -> Element,
    line_break: &dyn Fn() -> Node,
) -> Vec<Node> {
    runs.chunk_by(|a, b| a.wraps.get(depth).is_some() && a.wraps.get(depth) == b.wraps.get(depth))
        .map(|chunk| match chunk[0].wraps.get(depth) {
            Some(wrap) => wrapper(wrap).with(nested(chunk, depth + 1, wrapper, line_break)).into(),
            None if chunk[0].is_break() => line_break(),
            None => Node::Text(chunk[0].text.clone()),
        })
        .collect()
}

fn run(inline: &Inline) -> Run {
    match inline {
        Inline::Text(text) => {
            Run { text: on_one_line(&text.text), wraps: wraps(&text.text, &text.marks) }
        }
        Inline::HardBreak { .. } => Run::plain("\n"),
        Inline::Unknown(unknown) => Run::plain(&on_one_line(&text_of(&unknown.json))),
    }
}

fn on_one_line(text: &str) -> String {
    let space = |c: char| if matches!(c, '\n' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c };
    text.chars().filter(|c| allowed(*c)).map(space).collect()
}

/// A link around nothing but space is none, a language that is no tag is none, and the mark of a
/// private note goes out by no way.
fn wraps(text: &str, marks: &[Mark]) -> Vec<Wrap> {
    let mut wraps: Vec<Wrap> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Strong { .. } => Some(Wrap::Strong),
            Mark::Em { .. } => Some(Wrap::Em),
            Mark::Link { .. } if text.trim().is_empty() => None,
            Mark::Link { href, .. } => address::link(href).map(Wrap::Link),
            Mark::Foreign { language, .. } => {
                is_language(language).then(|| Wrap::Language(language.clone()))
            }
            Mark::Note { .. } | Mark::Unknown(_) => None,
        })
        .collect();
    wraps.sort();
    wraps.dedup_by(|a, b| std::mem::discriminant(a) == std::mem::discriminant(b));
    wraps
}

fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    let says = |run: &Run| !run.text.trim().is_empty();
    let Some(first) = runs.iter().position(says) else { return Vec::new() };
    let last = runs.iter().rposition(says).unwrap_or(first);
    runs.truncate(last + 1);
    runs.drain(..first);
    if let Some(run) = runs.first_mut() {
        run.text = run.text.trim_start().to_owned();
    }
    if let Some(run) = runs.last_mut() {
        run.text = run.text.trim_end().to_owned();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::xml::{element, empty, fragment};
    use crate::story::Text;

    fn marked(text: &str, marks: Vec<Mark>) -> Inline {
        Inline::Text(Text { at: 0, text: text.into(), marks })
    }

    fn link(href: &str) -> Mark {
        Mark::Link { href: href.into(), extra: Default::default() }
    }

    fn check(content: &[Inline], expected: &str) {
        let wrapper = |wrap: &Wrap| match wrap {
            Wrap::Link(address) => element("a").attribute("href", address),
            Wrap::Strong => element("b"),
            Wrap::Em => element("i"),
            Wrap::Language(language) => element("span").attribute("lang", language),
        };
        let nodes = nest(&runs(content), &wrapper, &|| empty("br").into());
        assert_eq!(fragment(&nodes), expected);
    }

    #[test]
    fn pieces_of_one_link_are_one_link() {
        let em = || Mark::Em { extra: Default::default() };
        let site = || link("https://example.org/");
        check(
            &[
                marked(" the ", vec![site()]),
                marked("tram", vec![em(), site()]),
                Inline::HardBreak { at: 0, marks: vec![], extra: Default::default() },
                marked("runs\u{FFFE}\n ", vec![]),
            ],
            "<a href=\"https://example.org/\">the <i>tram</i></a><br/>runs",
        );
    }

    #[test]
    fn what_may_be_no_link_and_what_is_private_leave_their_text() {
        let note = Mark::Note { note_id: "secret".into(), extra: Default::default() };
        check(&[marked("here", vec![link("javascript:x")]), marked("!", vec![note])], "here!");
        check(&[marked(" \n", vec![])], "");
    }
}
