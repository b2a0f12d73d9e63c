//! The story as HTML inside another page: for a CMS's source field, and as rich text.
//!
//! Editors that take rich text keep headings, lists, quotations, tables, and a figure with its
//! picture, alt text and caption; they drop classes, and glue an attribution that stands inside a
//! quotation to its text, so it stands outside. The credit is in `small`, which WordPress and Ghost
//! keep.

use super::flow::{Cell, Flow, Picture, Piece};
use super::spans::{Span, nodes, plain};
use super::{file_width, picture_file};
use crate::export::Prepared;
use crate::export::html::{Element, Hand, Node, document, element, written};
use crate::export::printed::height;
use crate::export::text::foreign_direction;
use crate::story::Direction;
use std::collections::BTreeMap;

/// The story for a field that takes HTML, its parts under the names that the page has for them.
pub fn fragment(page: &Prepared, flow: &Flow) -> String {
    let address = |picture: &Picture| Some(page.absolute(&picture_file(picture.picture)));
    let writer = Writer { page, classed: true, address: &address };
    let parts: Vec<String> = writer
        .story(flow)
        .into_iter()
        .map(|part| written(&[part.into()], Hand::Editor) + "\n")
        .collect();
    parts.join("\n")
}

/// The story as a whole page, its pictures as `addresses` has them.
pub fn rich(page: &Prepared, flow: &Flow, addresses: &BTreeMap<String, String>) -> String {
    let address = |picture: &Picture| addresses.get(&picture_file(picture.picture)).cloned();
    let writer = Writer { page, classed: false, address: &address };
    document(&element("html").attribute("lang", &page.language).with([
        element("head").with([element("meta").attribute("charset", "utf-8")]),
        element("body").with(writer.story(flow)),
    ]))
}

struct Writer<'a> {
    page: &'a Prepared<'a>,
    /// Elements say what they are, for a system that keeps classes.
    classed: bool,
    address: &'a dyn Fn(&Picture) -> Option<String>,
}

impl Writer<'_> {
    fn story(&self, flow: &Flow) -> Vec<Element> {
        let lines = [
            ("p", "kicker", &flow.kicker),
            ("h1", "headline", &flow.headline),
            ("p", "standfirst", &flow.standfirst),
            ("p", "byline", &flow.byline),
        ];
        let filled = lines.into_iter().filter(|(.., spans)| !spans.is_empty());
        let furniture = filled.map(|(tag, class, spans)| self.line(tag, class, spans));
        let sign_off =
            (!flow.sign_off.is_empty()).then(|| self.line("p", "sign-off", &flow.sign_off));
        let body = flow.body.iter().flat_map(|piece| self.piece(piece));
        let lead = flow.lead.iter().map(|picture| self.picture(picture));
        furniture.chain(lead).chain(body).chain(sign_off).collect()
    }

    fn pieces(&self, pieces: &[Piece]) -> Vec<Element> {
        pieces.iter().flat_map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Piece) -> Vec<Element> {
        let one = match piece {
            Piece::Paragraph { spans, dateline: true } => self.line("p", "with-dateline", spans),
            Piece::Paragraph { spans, dateline: false } => self.line("p", "", spans),
            Piece::Crosshead { level: 3, spans } => self.line("h3", "", spans),
            Piece::Crosshead { spans, .. } => self.line("h2", "", spans),
            Piece::List { ordered, items } => self.list(*ordered, items),
            Piece::Quote { content, said_by } => {
                let quote = self.begin("blockquote", "").with(self.pieces(content));
                return [quote].into_iter().chain(self.said_by(said_by)).collect();
            }
            Piece::PullQuote { content, said_by, .. } => {
                let quote = self.begin("blockquote", "pull-quote").with(self.pieces(content));
                return [quote].into_iter().chain(self.said_by(said_by)).collect();
            }
            Piece::FactBox { title, content } => {
                let title = (!title.is_empty()).then(|| self.line("h2", "", title));
                self.begin("aside", "fact-box").with(title).with(self.pieces(content))
            }
            Piece::Table { head, rows } => self.begin("table", "").with(table(*head, rows)),
            Piece::Gallery(pictures) => {
                let pictures = pictures.iter().map(|picture| self.picture(picture));
                if !self.classed {
                    return pictures.collect();
                }
                self.begin("div", "gallery").with(pictures)
            }
            Piece::Picture(picture) => self.picture(picture),
            Piece::Card { from, title, address, said } => {
                self.card(from, title, address.as_deref(), said)
            }
            Piece::Correction { word, day, content } => {
                let head = self.begin("p", "").with([element("strong").text(word)]);
                let head = head.with(day.iter().map(|day| Node::text(&format!(" · {day}"))));
                self.begin("aside", "correction").with([head]).with(self.pieces(content))
            }
            Piece::Divider => element("hr"),
        };
        vec![one]
    }

    /// An element of the body, with its direction where it needs one: no page around it says it.
    fn begin(&self, tag: &'static str, class: &str) -> Element {
        let rtl = self.page.direction == Direction::RightToLeft;
        element(tag).class(if self.classed { class } else { "" }).maybe("dir", rtl.then_some("rtl"))
    }

    fn line(&self, tag: &'static str, class: &str, spans: &[Span]) -> Element {
        let turned = foreign_direction(&plain(spans), self.page.direction);
        let line = match turned {
            Some(dir) => {
                element(tag).class(if self.classed { class } else { "" }).attribute("dir", dir)
            }
            None => self.begin(tag, class),
        };
        line.with(nodes(spans))
    }

    fn said_by(&self, spans: &[Span]) -> Option<Element> {
        (!spans.is_empty()).then(|| self.begin("p", "said-by").text("— ").with(nodes(spans)))
    }

    /// An item of one paragraph needs no paragraph of its own.
    fn list(&self, ordered: bool, items: &[Vec<Piece>]) -> Element {
        let item = |pieces: &Vec<Piece>| match pieces.as_slice() {
            [Piece::Paragraph { spans, .. }] => element("li").with(nodes(spans)),
            [Piece::Paragraph { spans, .. }, rest @ ..]
                if rest.iter().all(|piece| matches!(piece, Piece::List { .. })) =>
            {
                element("li").with(nodes(spans)).with(self.pieces(rest))
            }
            several => element("li").with(self.pieces(several)),
        };
        self.begin(if ordered { "ol" } else { "ul" }, "").with(items.iter().map(item))
    }

    /// The credit prints with or without a caption, and without its picture if it must.
    fn picture(&self, picture: &Picture) -> Element {
        let (file, width) = (picture.picture, file_width(picture.picture));
        let image = (self.address)(picture).map(|address| {
            element("img")
                .attribute("src", address)
                .attribute("alt", &picture.alt_text)
                .attribute("width", width.to_string())
                .attribute("height", height(file, width).to_string())
        });
        self.begin("figure", "").with(image).with(figcaption(picture))
    }

    fn card(&self, from: &str, title: &str, address: Option<&str>, said: &[String]) -> Element {
        let from = (!from.is_empty()).then(|| self.begin("p", "").text(from));
        let title = (!title.is_empty()).then(|| {
            let line = self.begin("p", "");
            match address {
                Some(address) => line.with([element("a").attribute("href", address).text(title)]),
                None => line.text(title),
            }
        });
        let said: Vec<Element> = said.iter().map(|said| self.begin("p", "").text(said)).collect();
        let quote = (!said.is_empty()).then(|| self.begin("blockquote", "").with(said));
        self.begin("aside", "from-elsewhere").with(from).with(title).with(quote)
    }
}

/// The caption and, in `small`, the credit.
pub fn figcaption(picture: &Picture) -> Option<Element> {
    let caption = caption(picture);
    (!caption.is_empty()).then(|| element("figcaption").with(caption))
}

/// The same without an element around it.
pub fn caption(picture: &Picture) -> Vec<Node> {
    let mut parts = nodes(&picture.caption);
    if !picture.credit.is_empty() {
        parts.extend((!parts.is_empty()).then(|| Node::text(" ")));
        parts.push(element("small").text(&picture.credit).into());
    }
    parts
}

/// The head and the body of a table.
pub fn table(head: usize, rows: &[Vec<Cell>]) -> Vec<Element> {
    let (head, body) = rows.split_at(head.min(rows.len()));
    let section = |tag, rows: &[Vec<Cell>], scope| {
        let row = |cells: &Vec<Cell>| {
            element("tr").with(cells.iter().map(|cell| table_cell(cell, scope)))
        };
        (!rows.is_empty()).then(|| element(tag).with(rows.iter().map(row)))
    };
    section("thead", head, "col").into_iter().chain(section("tbody", body, "row")).collect()
}

fn table_cell(cell: &Cell, scope: &'static str) -> Element {
    let span = |span: u16| (span > 1).then(|| span.to_string());
    element(if cell.header { "th" } else { "td" })
        .maybe("scope", cell.header.then_some(scope))
        .maybe("colspan", span(cell.colspan))
        .maybe("rowspan", span(cell.rowspan))
        .with(on_lines(&cell.paragraphs))
}

/// Paragraphs as lines of one text, where no paragraph may stand.
pub fn on_lines(paragraphs: &[Vec<Span>]) -> Vec<Node> {
    let mut lines: Vec<Node> = Vec::new();
    for paragraph in paragraphs {
        lines.extend((!lines.is_empty()).then(|| element("br").into()));
        lines.extend(nodes(paragraph));
    }
    lines
}
