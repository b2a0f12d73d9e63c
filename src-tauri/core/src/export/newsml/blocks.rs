//! The body of a NITF document.
//!
//! NITF takes a `block` in the body and in a quotation only, so a fact box that stands elsewhere leaves
//! its content.

use crate::export::file_name;
use crate::export::flow::{Card, Cell, Flow, Notice, Piece, Row, Run, Wrap, caption, nest};
use crate::export::printed::{Printed, height, widest};
use crate::export::text::tidy;
use crate::export::xml::{Element, Node, element, empty};

/// Everything in `body.content`: the photo at the head, then the body.
pub fn body(flow: &Flow) -> Vec<Node> {
    let lead = flow.lead.iter().map(|lead| media(lead).into());
    lead.chain(flow.body.iter().flat_map(top)).collect()
}

/// Running text with its marks.
pub fn inline(runs: &[Run]) -> Vec<Node> {
    nest(runs, &wrapper, &|| empty("br").into())
}

fn wrapper(wrap: &Wrap) -> Element {
    match wrap {
        Wrap::Link(address) => element("a").attribute("href", address),
        Wrap::Strong => element("em").attribute("class", "bold"),
        Wrap::Em => element("em").attribute("class", "italic"),
        Wrap::Language(language) => element("lang").attribute("value", language),
    }
}

fn top(piece: &Piece) -> Vec<Node> {
    let block = |class| element("block").attribute("class", class);
    match piece {
        Piece::FactBox { title, content } => {
            vec![block("factbox").with(headed(title)).with(all(content)).into()]
        }
        Piece::Embed(said) => vec![block("embed").with(card(said)).into()],
        Piece::Quote { pull: true, content, said_by } => {
            vec![block("pullquote").with([quote(content, said_by)]).into()]
        }
        other => inside(other),
    }
}

fn all(pieces: &[Piece]) -> Vec<Node> {
    pieces.iter().flat_map(inside).collect()
}

fn inside(piece: &Piece) -> Vec<Node> {
    match piece {
        Piece::Paragraph(runs) => vec![line("p", runs)],
        Piece::Crosshead { runs, .. } => vec![line("hl2", runs)],
        Piece::List { ordered, items } => {
            let list = element(if *ordered { "ol" } else { "ul" });
            vec![list.with(items.iter().map(|item| list_item(item))).into()]
        }
        Piece::Quote { content, said_by, .. } => vec![quote(content, said_by).into()],
        Piece::FactBox { title, content } => {
            headed(title).into_iter().chain(all(content)).collect()
        }
        Piece::Table(rows) => vec![table(rows).into()],
        Piece::Photo(photo) => vec![media(photo).into()],
        Piece::Gallery(photos) => photos.iter().map(|photo| media(photo).into()).collect(),
        Piece::Embed(said) => card(said),
        Piece::Correction(correction) => vec![notice(correction).into()],
        Piece::Divider => vec![empty("hr").into()],
    }
}

fn line(tag: &'static str, runs: &[Run]) -> Node {
    element(tag).with(inline(runs)).into()
}

fn headed(title: &[Run]) -> Option<Node> {
    (!title.is_empty()).then(|| line("hl2", title))
}

fn list_item(item: &[Piece]) -> Element {
    match item {
        [Piece::Paragraph(only)] => element("li").with(inline(only)),
        several => element("li").with(all(several)),
    }
}

fn quote(content: &[Piece], said_by: &[Run]) -> Element {
    let credit = (!said_by.is_empty()).then(|| line("credit", said_by));
    element("bq").with([element("block").with(all(content))]).with(credit)
}

fn table(rows: &[Row]) -> Element {
    let row = |row: &Row| element("tr").with(row.cells.iter().map(cell));
    element("table").with(rows.iter().filter(|row| !row.cells.is_empty()).map(row))
}

fn cell(cell: &Cell) -> Element {
    let span = |span: u16| (span > 1).then(|| span.to_string());
    let made = element(if cell.header { "th" } else { "td" })
        .maybe("rowspan", span(cell.rowspan))
        .maybe("colspan", span(cell.colspan));
    match cell.paragraphs.as_slice() {
        [only] => made.with(inline(only)),
        several => made.with(several.iter().map(|runs| line("p", runs))),
    }
}

/// A photo where it runs, with its caption; the credit stands as its producer.
fn media(photo: &Printed) -> Element {
    let picture = photo.picture;
    let (width, format) = (widest(picture), picture.plain_format());
    let alt_text = photo.alt_text();
    let reference = empty("media-reference")
        .attribute("source", file_name(picture, width, format))
        .attribute("mime-type", if format == "png" { "image/png" } else { "image/jpeg" })
        .attribute("width", width.to_string())
        .attribute("height", height(picture, width).to_string())
        .maybe("alternate-text", (!alt_text.is_empty()).then_some(alt_text));
    let (caption, credit) = (caption(photo), tidy(&photo.photo.credit.line));
    element("media")
        .attribute("media-type", "image")
        .with([reference])
        .with((!caption.is_empty()).then(|| line("media-caption", &caption)))
        .with((!credit.is_empty()).then(|| element("media-producer").text(credit)))
}

/// What is said elsewhere, as a link and the words: nothing of it is fetched.
fn card(card: &Card) -> Vec<Node> {
    let paragraph = |text: &str| Node::from(element("p").text(text));
    let mut nodes = Vec::new();
    nodes.extend((!card.from.is_empty()).then(|| paragraph(&card.from)));
    nodes.extend(match &card.address {
        _ if card.title.is_empty() => None,
        None => Some(paragraph(&card.title)),
        Some(address) => {
            let link = element("a").attribute("href", address).text(card.title.as_str());
            Some(element("p").with([link]).into())
        }
    });
    if !card.said.is_empty() {
        let said = element("block").with(card.said.iter().map(|line| paragraph(line)));
        nodes.push(element("bq").with([said]).into());
    }
    nodes
}

/// A correction and its like, as a note to readers.
fn notice(notice: &Notice) -> Element {
    let day = notice.day_in_words.iter().map(|day| Node::Text(format!(" · {day}")));
    let word = element("em").attribute("class", "bold").text(notice.word);
    let head = element("p").with([word]).with(day);
    let content = element("body.content").with([head]).with(all(&notice.content));
    element("note").attribute("noteclass", "editorsnote").with([content])
}
