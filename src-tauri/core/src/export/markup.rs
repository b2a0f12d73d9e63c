//! The body as a passage of HTML for systems that take text with simple markup: the elements of HTML
//! and nothing else, no class, no style, no script. Each photo stands where it runs, with its caption
//! and its credit.
//!
//! Not here: the page (`page/`), which is laid out.

use super::flow::{Card, Cell, Notice, Piece, Row, Run, Wrap, caption, nest};
use super::printed::{Printed, height};
use super::text::tidy;
use super::xml::{Element, Node, element, empty, fragment};
use crate::story::direction_of;

/// Running text with its marks.
pub fn inline(runs: &[Run]) -> Vec<Node> {
    nest(runs, &wrapper, &|| empty("br").into())
}

/// The same as text.
pub fn inline_html(runs: &[Run]) -> String {
    fragment(&inline(runs))
}

fn wrapper(wrap: &Wrap) -> Element {
    match wrap {
        Wrap::Link(address) => element("a").attribute("href", address),
        Wrap::Strong => element("strong"),
        Wrap::Em => element("em"),
        Wrap::Language(language) => element("span")
            .attribute("lang", language)
            .attribute("dir", direction_of(language).as_str()),
    }
}

/// The blocks one after the other. `source` says where a photo's file is.
pub fn html(pieces: &[Piece], source: &dyn Fn(&Printed) -> File) -> String {
    let written: Vec<String> =
        pieces.iter().map(|piece| fragment(&piece_nodes(piece, source))).collect();
    written.join("\n")
}

/// A photo's file in a body.
pub struct File {
    pub address: String,
    pub width_px: u32,
}

fn nodes(pieces: &[Piece], source: &dyn Fn(&Printed) -> File) -> Vec<Node> {
    pieces.iter().flat_map(|piece| piece_nodes(piece, source)).collect()
}

fn piece_nodes(piece: &Piece, source: &dyn Fn(&Printed) -> File) -> Vec<Node> {
    match piece {
        Piece::Paragraph(runs) => vec![line("p", runs)],
        Piece::Crosshead { level, runs } => vec![line(if *level == 3 { "h3" } else { "h2" }, runs)],
        Piece::List { ordered, items } => {
            let items = items.iter().map(|item| list_item(item, source));
            vec![element(if *ordered { "ol" } else { "ul" }).with(items).into()]
        }
        Piece::Quote { pull: false, content, said_by } => {
            let quote = element("blockquote").with(nodes(content, source));
            [quote.into()].into_iter().chain(signed(said_by)).collect()
        }
        // It repeats the body: set aside, so that no reader takes it for more copy.
        Piece::Quote { pull: true, content, said_by } => {
            let quote = element("blockquote").with(nodes(content, source));
            vec![element("aside").with([quote]).with(signed(said_by)).into()]
        }
        Piece::FactBox { title, content } => {
            let title = (!title.is_empty()).then(|| line("h2", title));
            vec![element("aside").with(title).with(nodes(content, source)).into()]
        }
        Piece::Table(rows) => vec![table(rows).into()],
        Piece::Photo(photo) => vec![figure(photo, &source(photo)).into()],
        Piece::Gallery(photos) => {
            photos.iter().map(|photo| figure(photo, &source(photo)).into()).collect()
        }
        Piece::Embed(said) => vec![card(said).into()],
        Piece::Correction(correction) => vec![notice(correction, source).into()],
        Piece::Divider => vec![empty("hr").into()],
    }
}

fn line(tag: &'static str, runs: &[Run]) -> Node {
    element(tag).with(inline(runs)).into()
}

fn list_item(item: &[Piece], source: &dyn Fn(&Printed) -> File) -> Element {
    match item {
        [Piece::Paragraph(only)] => element("li").with(inline(only)),
        several => element("li").with(nodes(several, source)),
    }
}

fn signed(said_by: &[Run]) -> Option<Node> {
    (!said_by.is_empty()).then(|| line("p", said_by))
}

fn table(rows: &[Row]) -> Element {
    let row = |row: &Row| element("tr").with(row.cells.iter().map(cell));
    element("table").with([element("tbody").with(rows.iter().map(row))])
}

fn cell(cell: &Cell) -> Element {
    let span = |span: u16| (span > 1).then(|| span.to_string());
    let made = element(if cell.header { "th" } else { "td" })
        .maybe("colspan", span(cell.colspan))
        .maybe("rowspan", span(cell.rowspan));
    match cell.paragraphs.as_slice() {
        [only] => made.with(inline(only)),
        several => made.with(several.iter().map(|runs| line("p", runs))),
    }
}

/// The figure with its caption, then its credit, which prints with or without a caption.
pub fn figure(photo: &Printed, file: &File) -> Element {
    let image = empty("img")
        .attribute("src", file.address.as_str())
        .attribute("width", file.width_px.to_string())
        .attribute("height", height(photo.picture, file.width_px).to_string())
        .attribute("alt", photo.alt_text());
    let mut below = inline(&caption(photo));
    let credit = tidy(&photo.photo.credit.line);
    if !credit.is_empty() {
        below.extend((!below.is_empty()).then(|| Node::Text(" ".to_owned())));
        below.push(element("small").text(credit).into());
    }
    let below = (!below.is_empty()).then(|| element("figcaption").with(below));
    element("figure").with([image]).with(below)
}

fn card(card: &Card) -> Element {
    let paragraph = |text: &str| element("p").text(text);
    let title = match &card.address {
        _ if card.title.is_empty() => None,
        Some(address) => Some(
            element("p").with([element("a").attribute("href", address).text(card.title.as_str())]),
        ),
        None => Some(paragraph(&card.title)),
    };
    let said = element("blockquote").with(card.said.iter().map(|line| paragraph(line)));
    element("aside")
        .with((!card.from.is_empty()).then(|| paragraph(&card.from)))
        .with(title)
        .with((!card.said.is_empty()).then_some(said))
}

fn notice(notice: &Notice, source: &dyn Fn(&Printed) -> File) -> Element {
    let day = notice.day_in_words.iter().map(|day| Node::Text(format!(" · {day}")));
    let head = element("p").with([element("strong").text(notice.word)]).with(day);
    element("aside").with([head]).with(nodes(&notice.content, source))
}
