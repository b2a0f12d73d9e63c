//! The elements of the body that are more than running text: fact box, table, gallery, embed,
//! correction.

use super::Writer;
use crate::export::address;
use crate::export::dates::day_in;
use crate::export::page::html::{Element, Node, element};
use crate::export::page::inline::{line, nodes, turned};
use crate::export::printed::Printed;
use crate::export::text::{foreign_direction, one_line, tidy};
use crate::story::{
    Block, Correction, CorrectionKind, Direction, Embed, FactBox, Gallery, Layout, Table,
    TableCell, TableRow,
};
use chrono::NaiveDate;

impl<'a> Writer<'a> {
    /// Beside the story, under its own name. Its title is a heading, so its crossheads are smaller.
    pub(super) fn fact_box(&mut self, fact_box: &'a FactBox) -> Option<Element> {
        let page = self.page;
        let title = line("h2", &fact_box.title.content, page.direction);
        let outside = (self.a_crosshead_stands, self.in_a_box);
        if title.is_some() {
            (self.a_crosshead_stands, self.in_a_box) = (true, true);
        }
        let content = self.blocks(&fact_box.content);
        (self.a_crosshead_stands, self.in_a_box) = outside;
        if title.is_none() && content.is_empty() {
            return None;
        }
        let name = one_line(&fact_box.title.content);
        let name = if name.is_empty() { page.words.fact_box.to_owned() } else { name };
        let aside = element("aside").class("box").attribute("aria-label", name);
        Some(aside.with(title).with(content))
    }

    /// A table that is wider than the page scrolls inside its own frame, which the keyboard reaches.
    pub(super) fn table(&self, table: &Table) -> Option<Element> {
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        if cells().all(|cell| paragraphs(cell).is_empty()) {
            return None;
        }
        let (head, body) = table.rows.split_at(head_rows(&table.rows));
        let section = |tag, rows: &[TableRow], scope| {
            let rows: Vec<Element> = rows.iter().map(|row| self.row(row, scope)).collect();
            (!rows.is_empty()).then(|| element(tag).with(rows))
        };
        let inside = element("table")
            .with(section("thead", head, "col"))
            .with(section("tbody", body, "row"));
        Some(self.frame("table", self.page.words.table).attribute("tabindex", "0").with([inside]))
    }

    fn row(&self, row: &TableRow, scope: &'static str) -> Element {
        element("tr").with(row.cells.iter().map(|cell| self.cell(cell, scope)))
    }

    fn cell(&self, cell: &TableCell, scope: &'static str) -> Element {
        let span = |span: u16| (span > 1).then(|| span.to_string());
        let made = element(if cell.header { "th" } else { "td" })
            .maybe("scope", cell.header.then_some(scope))
            .maybe("colspan", span(cell.colspan))
            .maybe("rowspan", span(cell.rowspan));
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

    /// Every picture with its own caption and credit. A slideshow is scrolled, so it needs no script.
    pub(super) fn gallery(&mut self, gallery: &'a Gallery) -> Option<Element> {
        let mut content = Vec::new();
        for block in &gallery.content {
            match block {
                Block::Figure(figure) => {
                    let printed = Printed::of(figure, self.page.story, self.page.words);
                    let printed = printed.map(|printed| printed.in_gallery(gallery.layout));
                    content.extend(printed.map(|printed| self.picture(&printed)));
                }
                other => content.extend(self.block(other)),
            }
        }
        let (class, focus) = match gallery.layout {
            Layout::Grid => ("gallery", None),
            Layout::Slideshow => ("gallery slides", Some("0")),
        };
        let frame = self.frame(class, self.page.words.gallery).maybe("tabindex", focus);
        (!content.is_empty()).then(|| frame.with(content))
    }

    /// A group with a name for a screen reader.
    fn frame(&self, class: &str, name: &str) -> Element {
        element("div").class(class).attribute("role", "group").attribute("aria-label", name)
    }

    /// What a post or a film says, with a link to it. Nothing of it is fetched.
    pub(super) fn embed(&self, embed: &Embed) -> Option<Element> {
        let page = self.page;
        let [provider, title, author] =
            [&embed.provider, &embed.title, &embed.author].map(|words| tidy(words));
        let address = address::web(&embed.address);
        let said: Vec<Element> = embed.text.lines().filter_map(|l| self.said(l)).collect();
        let typed = tidy(&embed.address);
        let named = [&title, &typed].into_iter().find(|words| !words.is_empty());
        if named.is_none() && said.is_empty() {
            return None;
        }
        let named = named.map(|named| match &address {
            Some(address) => element("a").attribute("href", address).text(named),
            None => element("span").text(named),
        });
        let from: Vec<&str> = [&provider, &author]
            .into_iter()
            .map(String::as_str)
            .filter(|w| !w.is_empty())
            .collect();
        let from = from.join(" · ");
        let name = if from.is_empty() { page.words.embed } else { &from };
        let card = element("aside")
            .class("card")
            .attribute("aria-label", name)
            .with((!from.is_empty()).then(|| {
                let dir = foreign_direction(&from, page.direction);
                element("p").class("said-by").maybe("dir", dir).text(&from)
            }))
            .with(named.map(|named| element("p").class("card-title").with([named])));
        let quote = element("blockquote").maybe("cite", address).with(said.clone());
        Some(card.with((!said.is_empty()).then_some(quote)))
    }

    fn said(&self, typed: &str) -> Option<Element> {
        let text = tidy(typed);
        let dir = foreign_direction(&text, self.page.direction);
        (!text.is_empty()).then(|| element("p").maybe("dir", dir).text(&text))
    }

    /// The word for what it is, in the language of the page, with its day.
    pub(super) fn correction(&mut self, correction: &'a Correction) -> Option<Element> {
        let content = self.blocks(&correction.content);
        if content.is_empty() {
            return None;
        }
        let words = self.page.words;
        let word = match correction.kind {
            CorrectionKind::Correction => words.correction,
            CorrectionKind::Clarification => words.clarification,
            CorrectionKind::Update => words.update,
            CorrectionKind::EditorsNote => words.editors_note,
        };
        let mut head: Vec<Node> = vec![
            element("strong")
                .maybe("lang", words.foreign_to(&self.page.language))
                .text(word)
                .into(),
        ];
        head.extend(self.day(&correction.day).into_iter().flatten());
        let aside = element("aside").class("correction").attribute("aria-label", word);
        Some(aside.with([element("p").class("correction-head").with(head)]).with(content))
    }

    /// A day as readers write it, after a dot; nothing for what is no day.
    fn day(&self, typed: &str) -> Option<[Node; 2]> {
        typed.parse::<NaiveDate>().ok()?;
        let words = self.page.words;
        // In numbers it would be turned about on a page that runs from right to left.
        let turns = words.months.is_none() && self.page.direction == Direction::RightToLeft;
        let time = element("time")
            .maybe("dir", turns.then_some("ltr"))
            .attribute("datetime", typed)
            .text(&day_in(typed, words)?);
        Some([Node::text(" · "), time.into()])
    }
}

/// The rows at the top that hold nothing but header cells. A cell that reaches out of them would be
/// cut off at their end (WHATWG HTML 4.9.12), so then there is no head.
pub(in crate::export) fn head_rows(rows: &[TableRow]) -> usize {
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
