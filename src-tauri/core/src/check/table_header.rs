//! A table without header cells. Read aloud, its numbers have no names.

use super::found::Found;
use super::page::Page;
use super::{Level, Place};
use crate::story::{Block, Table, blocks};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let tables = blocks(page.document).into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    (1..).zip(tables).filter(|(_, table)| has_none(table)).map(found).collect()
}

fn has_none(table: &Table) -> bool {
    !table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.header)
}

fn found((number, table): (u32, &Table)) -> Found {
    let place = Place {
        label: format!("table {number}"),
        from: Some(table.at),
        to: Some(table.at + table.size),
        photo_id: None,
    };
    let message = format!(
        "Table {number} has no header cells. Make its first row or column one that names the others."
    );
    Found::new(Level::Warn, place, "", message)
}
