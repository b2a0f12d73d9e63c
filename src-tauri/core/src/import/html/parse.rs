//! HTML to a tree, by the algorithm that browsers use, within bounds: of bytes, of nodes and of depth.
//!
//! The standard's algorithm looks through all open elements at many tags, so depth alone can make it
//! slow. A start tag below [`MAX_DEPTH`] is therefore not opened, and its end tag closes nothing; the
//! text in it is kept.

use super::HtmlError;
use super::tree::{Id, Node, Tree};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// The largest HTML that is read, in bytes.
pub(super) const MAX_BYTES: usize = 20_000_000;

const MAX_NODES: usize = 200_000;

/// Deeper than any page; sixty nested lists with a few wrappers each.
const MAX_DEPTH: usize = 400;

/// The standard compares every attribute of a tag with all before it; a tag may go on so far.
const MAX_GAPS: usize = 25_000;

/// The parser is stopped between pieces of this size.
const PIECE_BYTES: usize = 16_384;

/// Reads `html`. Fails with [`HtmlError::TooLarge`] or [`HtmlError::TooManyParts`].
pub(super) fn parse(html: &str) -> Result<Vec<Node>, HtmlError> {
    if html.len() > MAX_BYTES {
        return Err(HtmlError::TooLarge { bytes: html.len() });
    }
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Tree::new(), options);
    let shallow = Shallow { builder, not_opened: RefCell::default(), tokens: Cell::new(0) };
    let tokenizer = Tokenizer::new(shallow, TokenizerOpts::default());
    let mut in_one_tag = 0;
    for piece in pieces(html) {
        let tokens = tokenizer.sink.tokens.get();
        feed(&tokenizer, piece);
        let stands = tokenizer.sink.tokens.get() == tokens;
        in_one_tag = if stands { in_one_tag + gaps(piece) } else { 0 };
        if tokenizer.sink.builder.sink.len() > MAX_NODES || in_one_tag > MAX_GAPS {
            return Err(HtmlError::TooManyParts);
        }
    }
    tokenizer.end();
    Ok(tokenizer.sink.builder.sink.finish().into_nodes())
}

/// Where attributes may part.
fn gaps(piece: &str) -> usize {
    piece.bytes().filter(|byte| *byte == b'=' || byte.is_ascii_whitespace()).count()
}

/// The tokenizer stops after each script, for somebody to run it; nobody does.
fn feed(tokenizer: &Tokenizer<Shallow>, piece: &str) {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(piece));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
}

fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE_BYTES));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// A tree builder that does not go too deep.
struct Shallow {
    builder: TreeBuilder<Id, Tree>,
    /// How many start tags of each name were passed over and wait for their end tags.
    not_opened: RefCell<HashMap<String, usize>>,
    /// How many tokens have come.
    tokens: Cell<usize>,
}

impl Shallow {
    fn passes_over(&self, tag: &Tag) -> bool {
        let mut not_opened = self.not_opened.borrow_mut();
        match tag.kind {
            TagKind::StartTag if self.builder.sink.depth() < MAX_DEPTH || reads_on(tag) => false,
            TagKind::StartTag => {
                *not_opened.entry(tag.name.to_string()).or_default() += 1;
                true
            }
            TagKind::EndTag => match not_opened.get_mut(&*tag.name) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    true
                }
                _ => false,
            },
        }
    }
}

/// Tags that change how what follows is read, or that hold nothing: those are always opened.
fn reads_on(tag: &Tag) -> bool {
    const NAMES: [&str; 13] = [
        "script",
        "style",
        "textarea",
        "title",
        "iframe",
        "noembed",
        "noframes",
        "plaintext",
        "xmp",
        "br",
        "hr",
        "img",
        "input",
    ];
    tag.self_closing || NAMES.contains(&&*tag.name)
}

impl TokenSink for Shallow {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        self.tokens.set(self.tokens.get() + 1);
        match &token {
            Token::TagToken(tag) if self.passes_over(tag) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::Content;
    use super::*;

    fn text(nodes: &[Node]) -> String {
        let texts = nodes.iter().filter_map(|node| match &node.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn any_depth_keeps_its_text() {
        for name in ["div", "b", "ul><li", "table><tr><td", "font size=1", "svg", "a href=x"] {
            let html = format!("{}bottom", format!("<{name}>").repeat(30_000));
            let nodes = parse(&html).unwrap();
            assert!(text(&nodes).ends_with("bottom"), "{name}");
        }
    }

    #[test]
    fn too_much_is_refused() {
        assert!(matches!(parse(&"<p>x".repeat(150_000)), Err(HtmlError::TooManyParts)));
        assert!(matches!(parse(&"x".repeat(MAX_BYTES + 1)), Err(HtmlError::TooLarge { .. })));
    }
}
