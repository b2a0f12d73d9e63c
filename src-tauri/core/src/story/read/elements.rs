//! The elements that hold only blocks of certain kinds: fact box, table, gallery, embed, correction.
//! What may not stand inside is kept as one closed unit, as in the editor.

use super::attrs::*;
use super::blocks::read_block;
use super::inline::read_line;
use crate::story::document::*;
use serde_json::Value;

/// The size of an empty line, and of an empty paragraph.
const EMPTY: u32 = 2;
/// The most columns or rows that a cell takes (WHATWG HTML 4.9.11).
const MOST_SPANNED: u64 = 1000;

pub(super) fn read_fact_box(mut node: Value, at: u32) -> (Block, u32) {
    let extra = take_attrs_of(&mut node);
    let mut content = content_of(node);
    let is_title = |child: &Value| node_type(child) == "boxTitle";
    let title = content.iter().position(is_title).map(|index| content.remove(index));
    let (title, here) = match title {
        Some(title) => read_line(title, at + 1),
        None => (Line { at: at + 1, ..Line::default() }, at + 1 + EMPTY),
    };
    let (content, end) = read_some(content, &["paragraph", "list", "crosshead"], here);
    let (content, end) = or_paragraph(content, end);
    (Block::FactBox(FactBox { at, title, content, extra }), end + 1)
}

pub(super) fn read_gallery(mut node: Value, at: u32) -> (Block, u32) {
    let mut extra = take_attrs_of(&mut node);
    let slideshow = take_if(&mut extra, "layout", |v| v == "slideshow");
    take_if(&mut extra, "layout", |v| v == "grid");
    let layout = if slideshow { Layout::Slideshow } else { Layout::Grid };
    let (content, end) = read_some(content_of(node), &["figure"], at + 1);
    (Block::Gallery(Gallery { at, layout, content, extra }), end + 1)
}

pub(super) fn read_correction(mut node: Value, at: u32) -> (Block, u32) {
    let mut extra = take_attrs_of(&mut node);
    let kind = take_kind(&mut extra);
    let day = take_string(&mut extra, "at").unwrap_or_default();
    let (content, end) = read_some(content_of(node), &["paragraph"], at + 1);
    let (content, end) = or_paragraph(content, end);
    (Block::Correction(Correction { at, kind, day, content, extra }), end + 1)
}

fn take_kind(attrs: &mut Extra) -> CorrectionKind {
    let kind = match attrs.get("kind").and_then(Value::as_str) {
        Some("clarification") => CorrectionKind::Clarification,
        Some("update") => CorrectionKind::Update,
        Some("editorsNote") => CorrectionKind::EditorsNote,
        Some("correction") => CorrectionKind::Correction,
        _ => return CorrectionKind::Correction,
    };
    attrs.remove("kind");
    kind
}

/// An embed has no content. One that brings some is none of ours and stays closed.
pub(super) fn read_embed(mut node: Value, at: u32) -> (Block, u32) {
    let has_content = |content: &Vec<Value>| !content.is_empty();
    if node.get("content").and_then(Value::as_array).is_some_and(has_content) {
        return (Block::Unknown(Unknown { at, json: node }), at + 1);
    }
    let mut extra = take_attrs_of(&mut node);
    let mut words = |name| take_string(&mut extra, name).unwrap_or_default();
    let embed = Embed {
        at,
        address: words("address"),
        provider: words("provider"),
        title: words("title"),
        author: words("author"),
        text: words("text"),
        extra: Extra::new(),
    };
    (Block::Embed(Embed { extra, ..embed }), at + 1)
}

/// A table of rows of cells. What is built otherwise stays closed: half a table would shift its
/// columns.
pub(super) fn read_table(mut node: Value, at: u32) -> (Block, u32) {
    if !is_table(&node) {
        return (Block::Unknown(Unknown { at, json: node }), at + 1);
    }
    let extra = take_attrs_of(&mut node);
    let mut here = at + 1;
    let mut rows = Vec::new();
    for child in content_of(node) {
        let (row, end) = read_row(child, here);
        rows.push(row);
        here = end;
    }
    (Block::Table(Table { at, rows, extra }), here + 1)
}

fn is_table(node: &Value) -> bool {
    let all = |node: &Value, names: &[&str]| {
        let children = node.get("content").and_then(Value::as_array);
        children.is_some_and(|children| {
            !children.is_empty() && children.iter().all(|child| names.contains(&node_type(child)))
        })
    };
    let rows = node.get("content").and_then(Value::as_array).into_iter().flatten();
    all(node, &["tableRow"]) && rows.into_iter().all(|row| all(row, &["tableHeader", "tableCell"]))
}

fn read_row(mut node: Value, at: u32) -> (TableRow, u32) {
    let extra = take_attrs_of(&mut node);
    let mut here = at + 1;
    let mut cells = Vec::new();
    for child in content_of(node) {
        let (cell, end) = read_cell(child, here);
        cells.push(cell);
        here = end;
    }
    (TableRow { at, cells, extra }, here + 1)
}

fn read_cell(mut node: Value, at: u32) -> (TableCell, u32) {
    let header = node_type(&node) == "tableHeader";
    let mut extra = take_attrs_of(&mut node);
    let (colspan, rowspan) = (take_span(&mut extra, "colspan"), take_span(&mut extra, "rowspan"));
    let (content, end) = read_some(content_of(node), &["paragraph"], at + 1);
    let (content, end) = or_paragraph(content, end);
    (TableCell { at, header, colspan, rowspan, content, extra }, end + 1)
}

/// What is no span counts as 1 and stays where it came from.
fn take_span(attrs: &mut Extra, name: &str) -> u16 {
    let number = attrs.get(name).and_then(Value::as_u64);
    let span = number.filter(|span| (1..=MOST_SPANNED).contains(span));
    let Some(span) = span.and_then(|span| u16::try_from(span).ok()) else { return 1 };
    attrs.remove(name);
    span
}

/// Reads the blocks that may stand here; the others stay closed. Answers the position after the last.
fn read_some(children: Vec<Value>, allowed: &[&str], at: u32) -> (Vec<Block>, u32) {
    let mut here = at;
    let mut blocks = Vec::with_capacity(children.len());
    for child in children {
        let (block, end) = if allowed.contains(&node_type(&child)) {
            read_block(child, here)
        } else {
            (Block::Unknown(Unknown { at: here, json: child }), here + 1)
        };
        blocks.push(block);
        here = end;
    }
    (blocks, here)
}

/// What has to hold something holds an empty paragraph, as in the editor.
fn or_paragraph(mut blocks: Vec<Block>, at: u32) -> (Vec<Block>, u32) {
    if !blocks.is_empty() {
        return (blocks, at);
    }
    blocks.push(Block::Paragraph(Paragraph { at, ..Paragraph::default() }));
    (blocks, at + EMPTY)
}

fn content_of(mut node: Value) -> Vec<Value> {
    node.as_object_mut().map(take_content).unwrap_or_default()
}
