//! A quotation set off from the text that does not say whose words it is. Said just before it ("The
//! mayor wrote:"), or at its own end after a dash, is said too.

use super::found::Found;
use super::page::Page;
use super::{Level, Place};
use crate::story::{Block, Quote, plain};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let body = &page.document.body;
    let quotes = body.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Quote(quote) => Some((at, quote)),
        _ => None,
    });
    let numbered = (1..).zip(quotes);
    let nobodys = numbered.filter(|(_, (at, quote))| {
        !is_said(quote) && !is_announced(body, *at) && !goes_on(body, *at)
    });
    nobodys.filter_map(|(number, (_, quote))| found(number, quote)).collect()
}

/// It names somebody, in its own line or after a dash.
fn is_said(quote: &Quote) -> bool {
    let named =
        quote.attribution.as_ref().is_some_and(|line| !plain(&line.content).trim().is_empty());
    let last = quote.content.last().map(text).unwrap_or_default();
    let last = last.lines().last().unwrap_or_default().trim();
    named || last.starts_with(['—', '–', '―'])
}

/// The paragraph before it leads to it.
fn is_announced(body: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| body.get(before)).map(text);
    before.is_some_and(|before| before.trim_end().ends_with([':', '：']))
}

/// One that stands right after it says whose words both are.
fn goes_on(body: &[Block], at: usize) -> bool {
    match body.get(at + 1) {
        Some(Block::Quote(next)) => is_said(next) || goes_on(body, at + 1),
        _ => false,
    }
}

fn text(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        _ => String::new(),
    }
}

/// Nothing is said of a quotation without words.
fn found(number: u32, quote: &Quote) -> Option<Found> {
    let words = quote.content.iter().map(text).find(|text| !text.trim().is_empty())?;
    let end = quote.content.first().map_or(quote.at + 1, |block| match block {
        Block::Paragraph(paragraph) => {
            let units = plain(&paragraph.content).encode_utf16().count();
            paragraph.at + 1 + u32::try_from(units).unwrap_or(u32::MAX)
        }
        _ => quote.at + 1,
    });
    let label = format!("quote {number}");
    let place = Place { label, from: Some(quote.at + 2), to: Some(end), photo_id: None };
    let message = format!("Quote {number} does not say whose words it is.");
    Some(Found::new(Level::Note, place, &words, message))
}
