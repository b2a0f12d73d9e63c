//! The links of a passage, for the rules about them.

use super::page::Passage;
use crate::story::{Inline, Mark, plain};
use std::ops::Range;

/// A link in a passage: where it leads, and its words.
pub(super) struct Link<'a> {
    pub href: &'a str,
    pub range: Range<usize>,
}

/// The links of a passage. One link is often several pieces, part of it in italics.
pub(super) fn links<'a>(passage: &Passage<'a>) -> Vec<Link<'a>> {
    let mut links: Vec<Link> = Vec::new();
    let mut at = 0;
    for inline in passage.run.content {
        let end = at + plain(std::slice::from_ref(inline)).len();
        if let Some(href) = href(inline) {
            match links.last_mut().filter(|last| last.href == href && last.range.end == at) {
                Some(last) => last.range.end = end,
                None => links.push(Link { href, range: at..end }),
            }
        }
        at = end;
    }
    links
}

fn href(inline: &Inline) -> Option<&str> {
    let Inline::Text(text) = inline else { return None };
    text.marks.iter().find_map(|mark| match mark {
        Mark::Link { href, .. } => Some(href.as_str()),
        _ => None,
    })
}
