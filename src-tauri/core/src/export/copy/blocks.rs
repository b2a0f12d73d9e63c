//! The story as blocks of WordPress's editor (<https://developer.wordpress.org/block-editor/reference-guides/core-blocks/>).
//!
//! The editor compares each block with what it would have written itself, and calls one that differs
//! broken. So: a plain `img` without width and height (WordPress adds them, with its own sizes), the
//! direction of a paragraph as the block's attribute and nowhere else, and the class that newer
//! versions give to headings and lists named as the block's own too, so that older ones keep it.
//! Measured with WordPress 6.1 and 6.6 (docs/copying.md).
//!
//! Not here: headline and kicker. WordPress has a field for the title, and its theme prints it.

use super::flow::{Cell, Flow, Picture, Piece};
use super::fragment::{figcaption, on_lines, table};
use super::picture_file;
use super::spans::{Span, nodes, plain, said};
use crate::export::Prepared;
use crate::export::html::{Hand, Node, block, element, written};
use crate::export::text::foreign_direction;
use crate::story::Direction;
use serde_json::Value;

type Attributes = Vec<(&'static str, Value)>;

/// Every block of the story, apart by empty lines.
pub fn blocks(page: &Prepared, flow: &Flow) -> String {
    let writer = Writer { page };
    let line = |class, spans: &[Span]| (!spans.is_empty()).then(|| writer.paragraph(class, spans));
    let mut all: Vec<Node> = Vec::new();
    all.extend(line("standfirst", &flow.standfirst));
    all.extend(line("byline", &flow.byline));
    all.extend(flow.lead.iter().map(|picture| writer.image(picture)));
    all.extend(writer.pieces(&flow.body));
    all.extend(line("sign-off", &flow.sign_off));
    written(&all, Hand::Editor) + "\n"
}

struct Writer<'a> {
    page: &'a Prepared<'a>,
}

impl Writer<'_> {
    fn pieces(&self, pieces: &[Piece]) -> Vec<Node> {
        pieces.iter().flat_map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Piece) -> Vec<Node> {
        let one = match piece {
            Piece::Paragraph { spans, dateline: true } => self.paragraph("with-dateline", spans),
            Piece::Paragraph { spans, dateline: false } => self.paragraph("", spans),
            Piece::Crosshead { level, spans } => heading(*level, spans),
            Piece::List { ordered, items } => {
                return self.with_pictures(self.list(*ordered, items), piece);
            }
            Piece::Quote { content, said_by } => {
                let quote = element("blockquote").class("wp-block-quote");
                let quote = block("quote", &[], vec![quote.with(self.pieces(content)).into()]);
                return [quote].into_iter().chain(self.said_by(said_by)).collect();
            }
            Piece::PullQuote { content, said_by, .. } => {
                return self.with_pictures(pull_quote(content, said_by), piece);
            }
            Piece::FactBox { title, content } => {
                let title = (!title.is_empty()).then(|| heading(2, title));
                group("fact-box", title.into_iter().chain(self.pieces(content)).collect())
            }
            Piece::Table { head, rows } => table_block(*head, rows),
            Piece::Gallery(pictures) => self.gallery(pictures),
            Piece::Picture(picture) => self.image(picture),
            Piece::Card { from, title, address, said } => {
                self.card(from, title, address.as_deref(), said)
            }
            Piece::Correction { word, day, content } => {
                let day = day.iter().map(|day| Node::text(&format!(" · {day}")));
                let head: Vec<Node> =
                    [element("strong").text(word).into()].into_iter().chain(day).collect();
                let head = self.paragraph_of("", self.own_direction(), head);
                group("correction", [head].into_iter().chain(self.pieces(content)).collect())
            }
            Piece::Divider => {
                let rule = element("hr").class("wp-block-separator has-alpha-channel-opacity");
                block("separator", &[], vec![rule.into()])
            }
        };
        vec![one]
    }

    /// A block that can hold no picture, and after it the pictures that the piece holds.
    fn with_pictures(&self, block: Node, piece: &Piece) -> Vec<Node> {
        let inside = piece.with_all_inside();
        let pictures = inside.into_iter().flat_map(Piece::own_pictures);
        [block].into_iter().chain(pictures.map(|picture| self.image(picture))).collect()
    }

    fn paragraph(&self, class: &str, spans: &[Span]) -> Node {
        let turned = foreign_direction(&plain(spans), self.page.direction);
        self.paragraph_of(class, turned.or(self.own_direction()), nodes(spans))
    }

    fn paragraph_of(&self, class: &str, dir: Option<&'static str>, content: Vec<Node>) -> Node {
        let mut attributes: Attributes = Vec::new();
        attributes.extend(dir.map(|dir| ("direction", dir.into())));
        attributes.extend((!class.is_empty()).then(|| ("className", class.into())));
        let paragraph = element("p").class(class).maybe("dir", dir).with(content);
        block("paragraph", &attributes, vec![paragraph.into()])
    }

    /// A site may run the other way; paragraphs are the blocks that can say so.
    fn own_direction(&self) -> Option<&'static str> {
        (self.page.direction == Direction::RightToLeft).then_some("rtl")
    }

    fn said_by(&self, spans: &[Span]) -> Option<Node> {
        let line: Vec<Span> = [said("— ")].into_iter().chain(spans.iter().cloned()).collect();
        (!spans.is_empty()).then(|| self.paragraph("said-by", &line))
    }

    /// An item is one text and, under it, lists; other paragraphs are lines of that text.
    fn list(&self, ordered: bool, items: &[Vec<Piece>]) -> Node {
        let item = |pieces: &Vec<Piece>| {
            let mut lines = Vec::new();
            let is_list = |piece: &&Piece| matches!(piece, Piece::List { .. });
            lines_of(pieces.iter().filter(|piece| !is_list(piece)), &mut lines);
            let lists = pieces.iter().filter_map(|piece| match piece {
                Piece::List { ordered, items } => Some(self.list(*ordered, items)),
                _ => None,
            });
            let item = element("li").with(on_lines(&lines)).with(lists.collect::<Vec<Node>>());
            block("list-item", &[], vec![item.into()])
        };
        let mut attributes: Attributes = Vec::new();
        attributes.extend(ordered.then(|| ("ordered", true.into())));
        attributes.push(("className", "wp-block-list".into()));
        let list = element(if ordered { "ol" } else { "ul" }).class("wp-block-list");
        block("list", &attributes, vec![list.with(items.iter().map(item)).into()])
    }

    fn image(&self, picture: &Picture) -> Node {
        let image = element("img")
            .attribute("src", self.page.absolute(&picture_file(picture.picture)))
            .attribute("alt", &picture.alt_text);
        let caption = figcaption(picture).map(|caption| caption.class("wp-element-caption"));
        let figure = element("figure").class("wp-block-image").with([image]).with(caption);
        block("image", &[], vec![figure.into()])
    }

    fn gallery(&self, pictures: &[Picture]) -> Node {
        let figure = element("figure")
            .class("wp-block-gallery has-nested-images columns-default is-cropped")
            .with(pictures.iter().map(|picture| self.image(picture)));
        block("gallery", &[("linkTo", "none".into())], vec![figure.into()])
    }

    /// What a post says, as words: the block for embeds would have it fetched.
    fn card(&self, from: &str, title: &str, address: Option<&str>, said: &[String]) -> Node {
        let line = |content: Node| self.paragraph_of("", self.own_direction(), vec![content]);
        let from = (!from.is_empty()).then(|| line(Node::text(from)));
        let title = (!title.is_empty()).then(|| match address {
            Some(address) => line(element("a").attribute("href", address).text(title).into()),
            None => line(Node::text(title)),
        });
        let said: Vec<Node> = said.iter().map(|said| line(Node::text(said))).collect();
        let quote = (!said.is_empty()).then(|| {
            let quote = element("blockquote").class("wp-block-quote").with(said);
            block("quote", &[], vec![quote.into()])
        });
        group("from-elsewhere", from.into_iter().chain(title).chain(quote).collect())
    }
}

fn heading(level: u8, spans: &[Span]) -> Node {
    let (tag, level) = if level == 3 { ("h3", Some(3)) } else { ("h2", None) };
    let mut attributes: Attributes = Vec::new();
    attributes.extend(level.map(|level: u8| ("level", level.into())));
    attributes.push(("className", "wp-block-heading".into()));
    let heading = element(tag).class("wp-block-heading").with(nodes(spans));
    block("heading", &attributes, vec![heading.into()])
}

/// WordPress keeps who said it in the same element here; nothing that is pasted as a block loses it.
fn pull_quote(content: &[Piece], said_by: &[Span]) -> Node {
    let mut lines = Vec::new();
    lines_of(content, &mut lines);
    let quote = element("blockquote")
        .with([element("p").with(on_lines(&lines))])
        .with((!said_by.is_empty()).then(|| element("cite").with(nodes(said_by))));
    let figure = element("figure").class("wp-block-pullquote").with([quote]);
    block("pullquote", &[], vec![figure.into()])
}

fn group(class: &'static str, content: Vec<Node>) -> Node {
    let attributes = [("tagName", "aside".into()), ("className", class.into())];
    let aside = element("aside").class(&format!("wp-block-group {class}")).with(content);
    block("group", &attributes, vec![aside.into()])
}

/// As HTML, which every version leaves as it is and turns into a table block on demand: of that, 6.1
/// knows no cell over several columns, and 6.6 writes an attribute that 6.1 takes away.
fn table_block(head: usize, rows: &[Vec<Cell>]) -> Node {
    let inside = element("table").with(table(head, rows));
    block("html", &[], vec![inside.into()])
}

/// The words of pieces that stand where no block may stand, a line for each paragraph. Their pictures
/// are left to the caller.
fn lines_of<'a>(pieces: impl IntoIterator<Item = &'a Piece<'a>>, lines: &mut Vec<Vec<Span>>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph { spans, .. } | Piece::Crosshead { spans, .. } => {
                lines.push(spans.clone());
            }
            Piece::List { items, .. } => lines_of(items.iter().flatten(), lines),
            Piece::Quote { content, said_by } | Piece::PullQuote { content, said_by, .. } => {
                lines_of(content, lines);
                lines.extend((!said_by.is_empty()).then(|| said_by.clone()));
            }
            Piece::FactBox { title, content } => {
                lines.extend((!title.is_empty()).then(|| title.clone()));
                lines_of(content, lines);
            }
            Piece::Correction { content, .. } => lines_of(content, lines),
            Piece::Table { rows, .. } => {
                lines.extend(rows.iter().flatten().flat_map(|cell| cell.paragraphs.clone()));
            }
            Piece::Card { from, title, said: words, .. } => {
                let all = [from, title].into_iter().chain(words).filter(|words| !words.is_empty());
                lines.extend(all.map(|words| vec![said(words)]));
            }
            Piece::Picture(_) | Piece::Gallery(_) | Piece::Divider => {}
        }
    }
}
