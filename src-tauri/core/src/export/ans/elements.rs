//! The body as `content_elements`.

use super::VERSION;
use super::image::image;
use crate::export::Prepared;
use crate::export::filing::arc_id;
use crate::export::flow::{Card, Cell, Notice, Piece, Row, Run, text};
use crate::export::markup::inline_html;
use crate::export::printed::Printed;
use crate::story::CorrectionKind;
use serde_json::{Value, json};

/// The blocks in reading order.
pub fn elements(story: &Prepared, pieces: &[Piece]) -> Vec<Value> {
    pieces.iter().flat_map(|piece| element(story, piece)).collect()
}

fn element(story: &Prepared, piece: &Piece) -> Vec<Value> {
    match piece {
        Piece::Paragraph(runs) => vec![paragraph(runs)],
        Piece::Crosshead { level, runs } => {
            vec![json!({"type": "header", "level": level, "content": inline_html(runs)})]
        }
        Piece::List { ordered, items } => list(story, *ordered, items),
        Piece::Quote { pull, content, said_by } => vec![quote(story, *pull, content, said_by)],
        Piece::FactBox { title, content } => vec![fact_box(story, title, content)],
        Piece::Table(rows) => vec![table(rows)],
        Piece::Photo(photo) => vec![image(story, photo)],
        Piece::Gallery(photos) => vec![gallery(story, photos)],
        Piece::Embed(said) => vec![card(said)],
        Piece::Correction(correction) => notice(story, correction),
        Piece::Divider => vec![json!({"type": "divider"})],
    }
}

fn paragraph(runs: &[Run]) -> Value {
    json!({"type": "text", "content": inline_html(runs)})
}

fn plain(text: &str) -> Value {
    paragraph(&[Run::plain(text)])
}

/// Items hold text and lists and nothing else; what else stands in one follows the list.
fn list(story: &Prepared, ordered: bool, items: &[Vec<Piece>]) -> Vec<Value> {
    let mut inside = Vec::new();
    let mut after = Vec::new();
    for item in items {
        let mut lines: Vec<&[Run]> = Vec::new();
        let mut lists = Vec::new();
        for piece in item {
            match piece {
                Piece::Paragraph(runs) => lines.push(runs),
                Piece::List { ordered, items } => lists.extend(list(story, *ordered, items)),
                other => after.extend(element(story, other)),
            }
        }
        if !lines.is_empty() {
            let content = lines.iter().map(|runs| inline_html(runs)).collect::<Vec<_>>();
            inside.push(json!({"type": "text", "content": content.join("<br/>")}));
        }
        inside.extend(lists.iter().filter(|value| value["type"] == "list").cloned());
        after.extend(lists.into_iter().filter(|value| value["type"] != "list"));
    }
    let kind = if ordered { "ordered" } else { "unordered" };
    let list = json!({"type": "list", "list_type": kind, "items": inside});
    [list].into_iter().chain(after).collect()
}

fn quote(story: &Prepared, pull: bool, content: &[Piece], said_by: &[Run]) -> Value {
    let subtype = if pull { "pullquote" } else { "blockquote" };
    let content = elements(story, content);
    let mut quote = json!({"type": "quote", "subtype": subtype, "content_elements": content});
    if !said_by.is_empty() {
        quote["citation"] = paragraph(said_by);
    }
    quote
}

fn fact_box(story: &Prepared, title: &[Run], content: &[Piece]) -> Value {
    let title = (!title.is_empty())
        .then(|| json!({"type": "header", "level": 2, "content": inline_html(title)}));
    let content: Vec<Value> = title.into_iter().chain(elements(story, content)).collect();
    json!({"type": "element_group", "subtype": "factbox", "content_elements": content})
}

/// A table of ANS is a row of names and rows of text: every cell has one place, a cell that takes
/// several says so by empty ones beside and below it.
fn table(rows: &[Row]) -> Value {
    let grid = grid(rows);
    let heads = usize::from(rows.first().is_some_and(Row::is_head));
    let row = |row: &Vec<String>| -> Vec<Value> {
        row.iter().map(|content| json!({"type": "text", "content": content})).collect()
    };
    let body: Vec<Vec<Value>> = grid.iter().skip(heads).map(row).collect();
    match grid.first().filter(|_| heads == 1) {
        Some(head) => json!({"type": "table", "header": row(head), "rows": body}),
        None => json!({"type": "table", "rows": body}),
    }
}

/// No table that a person reads is wider; a span that is ends here.
const WIDEST: usize = 100;

fn grid(rows: &[Row]) -> Vec<Vec<String>> {
    let mut grid: Vec<Vec<Option<String>>> = vec![Vec::new(); rows.len()];
    for (number, row) in rows.iter().enumerate() {
        let mut next = 0;
        for cell in &row.cells {
            while grid[number].get(next).is_some_and(Option::is_some) {
                next += 1;
            }
            let wide = usize::from(cell.colspan).min(WIDEST.saturating_sub(next)).max(1);
            let end = (number + usize::from(cell.rowspan)).min(rows.len());
            for line in &mut grid[number..end] {
                let missing = (next + wide).saturating_sub(line.len());
                line.extend(std::iter::repeat_n(None, missing));
                line[next..next + wide].fill(Some(String::new()));
            }
            grid[number][next] = Some(content(cell));
            next += wide;
        }
    }
    let width = grid.iter().map(Vec::len).max().unwrap_or_default();
    grid.into_iter()
        .map(|mut line| {
            line.resize(width, None);
            line.into_iter().map(Option::unwrap_or_default).collect()
        })
        .collect()
}

fn content(cell: &Cell) -> String {
    cell.paragraphs.iter().map(|runs| inline_html(runs)).collect::<Vec<_>>().join("<br/>")
}

/// A gallery is a document of its own in ANS; its name is made of its photos.
fn gallery(story: &Prepared, photos: &[Printed]) -> Value {
    let ids = photos.iter().map(|photo| photo.id).collect::<Vec<_>>().join(" ");
    let images: Vec<Value> = photos.iter().map(|photo| image(story, photo)).collect();
    json!({
        "type": "gallery",
        "version": VERSION,
        "_id": arc_id(&ids),
        "content_elements": images,
    })
}

/// What is said elsewhere, as a link and the words: nothing of it is fetched.
fn card(card: &Card) -> Value {
    let mut content = Vec::new();
    content.extend((!card.from.is_empty()).then(|| plain(&card.from)));
    content.extend(match (&card.address, card.title.as_str()) {
        (_, "") => None,
        (Some(url), title) => {
            let content = inline_html(&[Run::plain(title)]);
            Some(json!({"type": "interstitial_link", "url": url, "content": content}))
        }
        (None, title) => Some(plain(title)),
    });
    if !card.said.is_empty() {
        let said: Vec<Value> = card.said.iter().map(|line| plain(line)).collect();
        content.push(json!({"type": "quote", "subtype": "blockquote", "content_elements": said}));
    }
    json!({"type": "element_group", "subtype": "embed", "content_elements": content})
}

/// A correction holds plain text; what is no paragraph follows it.
fn notice(story: &Prepared, notice: &Notice) -> Vec<Value> {
    let (mut words, mut after) = (Vec::new(), Vec::new());
    for piece in &notice.content {
        match piece {
            Piece::Paragraph(runs) => words.push(text(runs)),
            other => after.extend(element(story, other)),
        }
    }
    let kind = match notice.kind {
        CorrectionKind::Correction => "correction",
        CorrectionKind::Clarification => "clarification",
        CorrectionKind::Update => "update",
        CorrectionKind::EditorsNote => "editors_note",
    };
    let mut correction =
        json!({"type": "correction", "correction_type": kind, "text": words.join("\n")});
    if let Some(day) = notice.day {
        correction["additional_properties"] = json!({"date": day});
    }
    [correction].into_iter().chain(after).collect()
}
