//! Tables: rows of equal width, cells that hold paragraphs.

use super::fit::{empty_paragraph, node, paragraphs, plain_lines};
use super::part::{Cell, Table};
use super::receipt::Receipt;
use serde_json::{Map, Value, json};

/// The table as a block; `None` when there is nothing in it. Pictures go `behind`.
pub(super) fn table(table: Table, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Option<Value> {
    let mut rows: Vec<Vec<Shown>> = table
        .rows
        .into_iter()
        .map(|row| row.into_iter().map(|cell| Shown::of(cell, behind, receipt)).collect())
        .collect();
    if rows.iter().flatten().all(|cell| cell.content.is_empty()) {
        return None;
    }
    let spans = rows.iter().flatten().any(|cell| cell.rowspan > 1);
    if !spans {
        rows.retain(|row| row.iter().any(|cell| !cell.content.is_empty()));
    }
    make_even(&mut rows);
    let rows = rows
        .into_iter()
        .map(|row| node("tableRow", json!({}), row.into_iter().map(Shown::node).collect()));
    Some(node("table", json!({}), rows.collect()))
}

struct Shown {
    header: bool,
    colspan: usize,
    rowspan: usize,
    content: Vec<Value>,
}

impl Shown {
    fn of(cell: Cell, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Shown {
        let Cell { header, colspan, rowspan, content } = cell;
        let mut shown = Vec::new();
        for part in super::lists::group(content) {
            for line in plain_lines(part, behind, receipt) {
                shown.extend(paragraphs(line, receipt));
            }
        }
        Shown { header, colspan, rowspan, content: shown }
    }

    fn empty() -> Shown {
        Shown { header: false, colspan: 1, rowspan: 1, content: Vec::new() }
    }

    fn node(self) -> Value {
        let mut attrs = Map::new();
        for (name, span) in [("colspan", self.colspan), ("rowspan", self.rowspan)] {
            if span != 1 {
                attrs.insert(name.into(), span.into());
            }
        }
        let content = match self.content.is_empty() {
            true => vec![empty_paragraph()],
            false => self.content,
        };
        node(if self.header { "tableHeader" } else { "tableCell" }, attrs.into(), content)
    }
}

/// Gives every row as many columns as the widest has, and lets no cell reach below the last row.
fn make_even(rows: &mut [Vec<Shown>]) {
    let count = rows.len();
    // How many columns of each row are taken by cells from above.
    let mut taken = vec![0usize; count];
    for (at, row) in rows.iter_mut().enumerate() {
        for cell in row {
            cell.rowspan = cell.rowspan.min(count - at);
            for below in &mut taken[at + 1..at + cell.rowspan] {
                *below += cell.colspan;
            }
        }
    }
    let width = |row: &[Shown]| row.iter().map(|cell| cell.colspan).sum::<usize>();
    let widest = rows.iter().zip(&taken).map(|(row, taken)| width(row) + taken).max().unwrap_or(0);
    for (row, taken) in rows.iter_mut().zip(taken) {
        let missing = widest.saturating_sub(width(row) + taken);
        row.extend(std::iter::repeat_with(Shown::empty).take(missing));
    }
}
