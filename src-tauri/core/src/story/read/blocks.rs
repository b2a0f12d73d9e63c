//! The blocks of the body.

use super::attrs::*;
use super::elements::*;
use super::figure::read_figure;
use super::inline::read_line;
use crate::story::document::*;
use serde_json::Value;

pub(super) fn read_blocks(mut node: Value, at: u32) -> (Vec<Block>, u32) {
    let content = node.as_object_mut().map(take_content).unwrap_or_default();
    let mut at = at + 1;
    let mut blocks = Vec::with_capacity(content.len());
    for child in content {
        let (block, end) = read_block(child, at);
        blocks.push(block);
        at = end;
    }
    (blocks, at + 1)
}

pub(super) fn read_block(node: Value, at: u32) -> (Block, u32) {
    match node_type(&node) {
        "paragraph" => {
            let (line, end) = read_line(node, at);
            (Block::Paragraph(Paragraph { at, content: line.content, extra: line.extra }), end)
        }
        "crosshead" => {
            let (mut line, end) = read_line(node, at);
            let level = if take_if(&mut line.extra, "level", |v| v == 3) { 3 } else { 2 };
            take_if(&mut line.extra, "level", |v| v == 2);
            (
                Block::Crosshead(Crosshead { at, level, content: line.content, extra: line.extra }),
                end,
            )
        }
        "list" => read_list(node, at),
        "quote" => {
            let (content, attribution, extra, end) = read_quote(node, at);
            (Block::Quote(Quote { at, content, attribution, extra }), end)
        }
        "pullQuote" => {
            let (content, attribution, extra, end) = read_quote(node, at);
            (Block::PullQuote(PullQuote { at, content, attribution, extra }), end)
        }
        "figure" => {
            let (figure, end) = read_figure(node, at);
            (Block::Figure(figure), end)
        }
        "factBox" => read_fact_box(node, at),
        "table" => read_table(node, at),
        "gallery" => read_gallery(node, at),
        "embed" => read_embed(node, at),
        "correction" => read_correction(node, at),
        "divider" => (Block::Divider { at, extra: attrs_of(node) }, at + 1),
        _ => (Block::Unknown(Unknown { at, json: node }), at + 1),
    }
}

fn read_list(mut node: Value, at: u32) -> (Block, u32) {
    let mut extra = take_attrs_of(&mut node);
    let ordered = take_if(&mut extra, "ordered", |v| v == true);
    take_if(&mut extra, "ordered", |v| v == false);
    let mut here = at + 1;
    let mut items = Vec::new();
    for mut child in node.as_object_mut().map(take_content).unwrap_or_default() {
        let extra = take_attrs_of(&mut child);
        let is_item = node_type(&child) == "listItem";
        let (content, end) = if is_item {
            read_blocks(child, here)
        } else {
            let (block, end) = read_block(child, here);
            (vec![block], end)
        };
        items.push(ListItem { at: here, content, extra });
        here = end;
    }
    (Block::List(List { at, ordered, items, extra }), here + 1)
}

fn read_quote(mut node: Value, at: u32) -> (Vec<Block>, Option<Attribution>, Extra, u32) {
    let extra = take_attrs_of(&mut node);
    let mut here = at + 1;
    let (mut blocks, mut attribution) = (Vec::new(), None);
    for child in node.as_object_mut().map(take_content).unwrap_or_default() {
        if node_type(&child) == "attribution" && attribution.is_none() {
            let (line, end) = read_line(child, here);
            attribution = Some(line);
            here = end;
        } else {
            let (block, end) = read_block(child, here);
            blocks.push(block);
            here = end;
        }
    }
    (blocks, attribution, extra, here + 1)
}
