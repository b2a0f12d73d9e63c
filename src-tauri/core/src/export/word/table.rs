//! Tables. Word wants every row to fill the same columns, so cells that reach over others are laid
//! out on a grid first.

use super::body::Writer;
use super::line::Look;
use crate::export::flow::{Cell, Row, Run, text};
use crate::export::xml::{Element, element, empty};
use crate::story::Direction;
use std::collections::BTreeSet;

/// How many columns Word takes.
const MOST_COLUMNS: usize = 63;

/// A cell in its place. Columns are numbered from 0.
struct Placed<'a> {
    cell: Option<&'a Cell>,
    from: usize,
    to: usize,
    /// It goes on from the row above.
    goes_on: bool,
    reaches_down: bool,
}

impl Writer<'_> {
    /// The table, its head repeated on every page; one with more columns than Word takes as lines of
    /// text.
    pub fn table(&mut self, rows: &[Row]) -> Vec<Element> {
        let laid_out = laid_out(rows);
        let ends: BTreeSet<usize> =
            laid_out.iter().flatten().flat_map(|cell| [cell.from, cell.to]).collect();
        let ends: Vec<usize> = ends.into_iter().collect();
        let columns = ends.len().saturating_sub(1).max(1);
        if columns > MOST_COLUMNS {
            return rows.iter().map(|row| self.row_as_text(row)).collect();
        }
        let width = self.text_width() / columns;
        let grid = (0..columns).map(|_| empty("w:gridCol").attribute("w:w", width.to_string()));
        let heads = rows.iter().take_while(|row| row.is_head()).count();
        let mut made = Vec::new();
        for (number, row) in laid_out.iter().enumerate() {
            made.push(self.row(row, &ends, number < heads));
        }
        let table = element("w:tbl")
            .with([table_properties("Table", self.story.direction)])
            .with([element("w:tblGrid").with(grid)])
            .with(made);
        vec![table, self.gap()]
    }

    /// Tables that touch would be one; and a cell must end in a paragraph.
    pub fn gap(&self) -> Element {
        self.paragraph_of(Look::of("Gap"), self.story.direction, Vec::new())
    }

    fn row(&mut self, row: &[Placed], ends: &[usize], head: bool) -> Element {
        let properties =
            element("w:trPr").with([empty("w:cantSplit")]).with(head.then(|| empty("w:tblHeader")));
        let place = |end: usize| ends.iter().position(|known| *known == end).unwrap_or_default();
        let mut made = element("w:tr").with([properties]);
        let mut next = 0;
        for placed in row {
            let (from, to) = (place(placed.from), place(placed.to));
            made = made.with(filler(from - next)).with([self.cell(placed, to - from)]);
            next = to;
        }
        made.with(filler((ends.len().saturating_sub(1)).saturating_sub(next)))
    }

    fn cell(&mut self, placed: &Placed, columns: usize) -> Element {
        let merge = match (placed.goes_on, placed.reaches_down) {
            (true, _) => Some(empty("w:vMerge")),
            (false, true) => Some(empty("w:vMerge").attribute("w:val", "restart")),
            (false, false) => None,
        };
        let header = placed.cell.is_some_and(|cell| cell.header);
        let properties =
            element("w:tcPr").with([span(columns)]).with(merge).with(header.then(shade));
        let style = if header { "TableHead" } else { "TableText" };
        let written = placed.cell.filter(|_| !placed.goes_on);
        let paragraphs = written.map_or(&[][..], |cell| &cell.paragraphs);
        let mut made: Vec<Element> =
            paragraphs.iter().map(|runs| self.paragraph(Look::of(style), runs)).collect();
        if made.is_empty() {
            made.push(self.paragraph_of(Look::of(style), self.story.direction, Vec::new()));
        }
        element("w:tc").with([properties]).with(made)
    }

    fn row_as_text(&mut self, row: &Row) -> Element {
        let cells = row.cells.iter().flat_map(|cell| &cell.paragraphs).map(|runs| text(runs));
        let cells = cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ");
        self.paragraph(Look::of("TableText"), &[Run::plain(&cells)])
    }
}

/// What stands before the rows of any table.
pub fn table_properties(style: &'static str, direction: Direction) -> Element {
    element("w:tblPr")
        .with([empty("w:tblStyle").attribute("w:val", style)])
        .with((direction == Direction::RightToLeft).then(|| empty("w:bidiVisual")))
        .with([empty("w:tblW").attribute("w:w", "5000").attribute("w:type", "pct")])
}

fn span(columns: usize) -> Element {
    empty("w:gridSpan").attribute("w:val", columns.max(1).to_string())
}

fn shade() -> Element {
    let shade = empty("w:shd").attribute("w:val", "clear").attribute("w:color", "auto");
    shade.attribute("w:fill", "F0EEEA")
}

/// An empty cell over columns that a row does not fill.
fn filler(columns: usize) -> Option<Element> {
    (columns > 0).then(|| {
        element("w:tc").with([element("w:tcPr").with([span(columns)])]).with([element("w:p")])
    })
}

/// Each row's cells in their columns, with those that go on from the rows above.
fn laid_out(rows: &[Row]) -> Vec<Vec<Placed<'_>>> {
    // Cells that still reach down: first column, last column, rows left.
    let mut reaching: Vec<(usize, usize, u16)> = Vec::new();
    let mut out = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let rows_left = u16::try_from(rows.len() - number).unwrap_or(u16::MAX);
        let mut placed: Vec<Placed> =
            reaching.iter().map(|(from, to, left)| goes_on(*from, *to, *left)).collect();
        let mut next = 0;
        for cell in &row.cells {
            next = free(&reaching, next);
            let wanted = next + usize::from(cell.colspan);
            let until = reaching.iter().map(|(from, ..)| *from).filter(|from| *from > next).min();
            let to = until.map_or(wanted, |until| wanted.min(until));
            let rowspan = cell.rowspan.min(rows_left);
            placed.push(Placed {
                cell: Some(cell),
                from: next,
                to,
                goes_on: false,
                reaches_down: rowspan > 1,
            });
            next = to;
        }
        placed.sort_by_key(|cell| cell.from);
        reaching = still_reaching(&placed, &reaching, rows_left);
        out.push(placed);
    }
    out
}

fn goes_on<'a>(from: usize, to: usize, left: u16) -> Placed<'a> {
    Placed { cell: None, from, to, goes_on: true, reaches_down: left > 1 }
}

/// The first column from `next` on that no cell from above takes.
fn free(reaching: &[(usize, usize, u16)], mut next: usize) -> usize {
    while let Some((_, to, _)) = reaching.iter().find(|(from, to, _)| (*from..*to).contains(&next))
    {
        next = *to;
    }
    next
}

fn still_reaching(
    placed: &[Placed],
    reaching: &[(usize, usize, u16)],
    rows_left: u16,
) -> Vec<(usize, usize, u16)> {
    let older = reaching.iter().map(|(from, to, left)| (*from, *to, left - 1));
    let begun = placed.iter().filter_map(|placed| {
        let rowspan = placed.cell?.rowspan.min(rows_left);
        Some((placed.from, placed.to, rowspan - 1))
    });
    older.chain(begun).filter(|(_, _, left)| *left > 0).collect()
}
