//! Tables. What a writer's copy says of spans is held to the cells that are there: a cell that reaches
//! over columns or rows that hold nothing is no table to a screen reader (WHATWG HTML 4.9.12).

use super::Writer;
use crate::export::page::html::{Element, element};
use crate::export::page::inline::{nodes, turned};
use crate::export::text::one_line;
use crate::story::{Block, Table, TableCell, TableRow};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// How many rows of headers are worth tying cells to; more of them are no head.
const TIED_HEADS: RangeInclusive<usize> = 2..=4;

/// Over how many places the cells of a table may reach. What is larger is no table that anybody made,
/// and keeps no spans.
const MOST_SLOTS: usize = 100_000;

/// A cell with the spans that it keeps, and what ties it to its headers where the table needs it.
struct Placed<'a> {
    cell: &'a TableCell,
    row: usize,
    column: usize,
    colspan: usize,
    rowspan: usize,
    id: Option<String>,
    headers: Option<String>,
}

impl Writer<'_> {
    /// A table that is wider than the page scrolls inside its own frame, which the keyboard reaches.
    pub(super) fn table(&mut self, table: &Table) -> Option<Element> {
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        if cells().all(|cell| paragraphs(cell).is_empty()) {
            return None;
        }
        let head = head_rows(&table.rows);
        let mut rows = placed(&table.rows, head);
        if TIED_HEADS.contains(&head) {
            self.tables += 1;
            tie(&mut rows, head, &format!("t{}", self.tables));
        }
        let section = |tag, rows: &[Vec<Placed>], scope| {
            let rows: Vec<Element> = rows.iter().map(|row| self.row(row, scope)).collect();
            (!rows.is_empty()).then(|| element(tag).with(rows))
        };
        let (head, body) = rows.split_at(head);
        let inside = element("table")
            .with(section("thead", head, "col"))
            .with(section("tbody", body, "row"));
        let frame = self.frame("table", self.page.words.table).attribute("tabindex", "0");
        Some(frame.with([inside]))
    }

    fn row(&self, row: &[Placed], scope: &'static str) -> Element {
        element("tr").with(row.iter().map(|placed| self.cell(placed, scope)))
    }

    fn cell(&self, placed: &Placed, scope: &'static str) -> Element {
        let cell = placed.cell;
        let span = |span: usize| (span > 1).then(|| span.to_string());
        let made = element(if cell.header { "th" } else { "td" })
            .maybe("id", placed.id.as_deref())
            .maybe("headers", placed.headers.as_deref())
            .maybe("scope", cell.header.then_some(scope))
            .maybe("colspan", span(placed.colspan))
            .maybe("rowspan", span(placed.rowspan));
        match cell.content.as_slice() {
            [Block::Paragraph(only)] => {
                let text = one_line(&only.content);
                made.with(turned(nodes(&only.content), &text, self.page.direction))
            }
            several => made.with(several.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                _ => None,
            })),
        }
    }
}

/// Where each cell comes to stand, as browsers place them, and how far it reaches: to the end of its
/// part of the table, and over columns in which some cell begins.
fn placed(rows: &[TableRow], head: usize) -> Vec<Vec<Placed<'_>>> {
    let span = |span: u16| usize::from(span.max(1));
    let slots = |cell: &TableCell| span(cell.colspan) * span(cell.rowspan).min(rows.len());
    let bounded = rows.iter().flat_map(|row| &row.cells).map(slots).sum::<usize>() <= MOST_SLOTS;
    let span = |typed: u16| if bounded { span(typed) } else { 1 };
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut placed: Vec<Vec<Placed>> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let end = if at < head { head } else { rows.len() };
        let mut column = 0;
        let mut cells = Vec::new();
        for cell in &row.cells {
            while taken.contains(&(at, column)) {
                column += 1;
            }
            let free = |right: &usize| !taken.contains(&(at, *right));
            let reach = column + span(cell.colspan);
            let colspan = (column..reach).take_while(free).count();
            let rowspan = span(cell.rowspan).min(end - at);
            taken.extend(
                (at..at + rowspan)
                    .flat_map(|row| (column..column + colspan).map(move |c| (row, c))),
            );
            let (id, headers) = (None, None);
            cells.push(Placed { cell, row: at, column, colspan, rowspan, id, headers });
            column += colspan;
        }
        placed.push(cells);
    }
    over_columns_that_begin(placed)
}

fn over_columns_that_begin(mut placed: Vec<Vec<Placed<'_>>>) -> Vec<Vec<Placed<'_>>> {
    let begins: BTreeSet<usize> = placed.iter().flatten().map(|cell| cell.column).collect();
    for cell in placed.iter_mut().flatten() {
        cell.colspan = begins.range(cell.column..cell.column + cell.colspan).count();
    }
    placed
}

/// Under headers of several rows `scope` says too little (WCAG technique H43): each cell names those
/// above it and those of its row.
fn tie(rows: &mut [Vec<Placed>], head: usize, table: &str) {
    let mut above: Vec<(usize, usize, String)> = Vec::new();
    let mut beside: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let headers = rows.iter_mut().flatten().filter(|cell| cell.cell.header);
    for (number, cell) in (1..).zip(headers) {
        let id = format!("{table}-{number}");
        cell.id = Some(id.clone());
        if cell.row < head {
            above.push((cell.column, cell.colspan, id));
        } else {
            for row in cell.row..cell.row + cell.rowspan {
                beside.entry(row).or_default().push(id.clone());
            }
        }
    }
    for cell in rows.iter_mut().flatten().filter(|cell| !cell.cell.header) {
        let over = above.iter().filter(|(at, span, _)| (*at..at + span).contains(&cell.column));
        let own = beside.get(&cell.row).into_iter().flatten();
        let ids: Vec<&str> = over.map(|(.., id)| id).chain(own).map(String::as_str).collect();
        cell.headers = (!ids.is_empty()).then(|| ids.join(" "));
    }
}

/// The rows at the top that hold nothing but header cells. A cell that reaches out of them would be
/// cut off at their end, so then there is no head.
pub fn head_rows(rows: &[TableRow]) -> usize {
    let is_head = |row: &&TableRow| row.cells.iter().all(|cell| cell.header);
    let count = rows.iter().take_while(is_head).count();
    let reaches_out = rows[..count]
        .iter()
        .enumerate()
        .any(|(at, row)| row.cells.iter().any(|cell| at + usize::from(cell.rowspan) > count));
    if reaches_out { 0 } else { count }
}

fn paragraphs(cell: &TableCell) -> Vec<String> {
    let texts = cell.content.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(one_line(&paragraph.content)),
        _ => None,
    });
    texts.filter(|text| !text.is_empty()).collect()
}
