//! The story in CommonMark (<https://spec.commonmark.org/0.31.2/>), with tables as GitHub writes them
//! (<https://github.github.com/gfm/#tables-extension->).
//!
//! A picture stands in a paragraph with its caption and its credit, so that no system takes them
//! apart. What Markdown has no sign for, as a fact box, is a quotation with a bold head.
//! `marked.rs` escapes text and writes marks.

use super::flow::{Cell, Flow, Picture, Piece};
use super::marked::{address, escaped, heading, inline, lines};
use super::picture_file;
use super::spans::{Marks, Span, What, joined, said};
use crate::export::Prepared;

/// The story with its headline as the first heading.
pub fn story(page: &Prepared, flow: &Flow) -> String {
    let mut out = Writer { page, blocks: Vec::new() };
    out.line(&flow.kicker);
    if !flow.headline.is_empty() {
        out.blocks.push(format!("# {}", heading(&flow.headline)));
    }
    out.line(&flow.standfirst);
    out.line(&flow.byline);
    out.body(flow);
    out.file()
}

/// The same without what front matter says.
pub fn body(page: &Prepared, flow: &Flow) -> String {
    let mut out = Writer { page, blocks: Vec::new() };
    out.body(flow);
    out.file()
}

struct Writer<'a> {
    page: &'a Prepared<'a>,
    blocks: Vec<String>,
}

impl Writer<'_> {
    fn file(self) -> String {
        self.blocks.join("\n\n") + "\n"
    }

    fn body(&mut self, flow: &Flow) {
        flow.lead.iter().for_each(|picture| self.picture(picture));
        self.pieces(&flow.body);
        self.line(&flow.sign_off);
    }

    fn line(&mut self, spans: &[Span]) {
        if !spans.is_empty() {
            self.blocks.push(lines(spans));
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        let mut before = None;
        for piece in pieces {
            match piece {
                // Two lists in a row would be one.
                Piece::List { ordered, items } => {
                    let again = before == Some(*ordered);
                    self.list(*ordered, again, items);
                    before = if again { None } else { Some(*ordered) };
                }
                piece => {
                    self.piece(piece);
                    before = None;
                }
            }
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph { spans, .. } => self.line(spans),
            Piece::Crosshead { level, spans } => {
                let signs = if *level == 3 { "###" } else { "##" };
                self.blocks.push(format!("{signs} {}", heading(spans)));
            }
            Piece::List { ordered, items } => self.list(*ordered, false, items),
            Piece::Quote { content, said_by } | Piece::PullQuote { content, said_by, .. } => {
                self.quoted(|inside| inside.pieces(content));
                if !said_by.is_empty() {
                    self.line(&joined([vec![said("— ")], said_by.clone()]));
                }
            }
            Piece::FactBox { title, content } => self.quoted(|inside| {
                inside.line(&title.iter().cloned().map(strong).collect::<Vec<_>>());
                inside.pieces(content);
            }),
            Piece::Table { head, rows } => self.blocks.push(table(*head, rows)),
            Piece::Gallery(pictures) => pictures.iter().for_each(|picture| self.picture(picture)),
            Piece::Picture(picture) => self.picture(picture),
            Piece::Card { from, title, address, said: words } => self.quoted(|inside| {
                let marks = Marks { link: address.clone(), ..Marks::default() };
                let title = Span { what: What::Text(title.clone()), marks };
                let lines = [vec![said(from)], vec![title]].into_iter();
                let lines = lines.chain(words.iter().map(|words| vec![said(words)]));
                lines.for_each(|line| inside.line(&joined([line])));
            }),
            Piece::Correction { word, day, content } => self.quoted(|inside| {
                let day = day.iter().map(|day| said(&format!(" · {day}")));
                inside.line(&[strong(said(word))].into_iter().chain(day).collect::<Vec<_>>());
                inside.pieces(content);
            }),
            Piece::Divider => self.blocks.push("***".to_owned()),
        }
    }

    /// Markdown has no caption: it is the line under the picture, with the credit in italics.
    fn picture(&mut self, picture: &Picture) {
        let file = self.page.absolute(&picture_file(picture.picture));
        let image = format!("![{}]({})", escaped(&picture.alt_text), address(&file));
        let em = Marks { em: true, ..Marks::default() };
        let credit = Span { what: What::Text(picture.credit.clone()), marks: em };
        let caption = joined([picture.caption.clone(), vec![said(" "), credit]]);
        let caption = lines(&caption);
        self.blocks.push(match caption.is_empty() {
            true => image,
            false => format!("{image}  \n{caption}"),
        });
    }

    /// What `write` writes, each line behind a sign.
    fn quoted(&mut self, write: impl FnOnce(&mut Writer)) {
        let inside = self.inside(write);
        let quoted = inside
            .lines()
            .map(|line| if line.is_empty() { ">".into() } else { format!("> {line}") });
        self.blocks.push(quoted.collect::<Vec<String>>().join("\n"));
    }

    fn inside(&self, write: impl FnOnce(&mut Writer)) -> String {
        let mut inside = Writer { page: self.page, blocks: Vec::new() };
        write(&mut inside);
        inside.blocks.join("\n\n")
    }

    /// With the other sign when a list stands right before. Lines under an item stand behind as many
    /// spaces as its sign is wide.
    fn list(&mut self, ordered: bool, again: bool, items: &[Vec<Piece>]) {
        let mut all: Vec<String> = Vec::new();
        let mut loose = false;
        for (number, item) in (1..).zip(items) {
            let sign = match (ordered, again) {
                (true, false) => format!("{number}. "),
                (true, true) => format!("{number}) "),
                (false, false) => "- ".to_owned(),
                (false, true) => "* ".to_owned(),
            };
            loose |= item.len() > 1;
            let inside = self.inside(|writer| writer.pieces(item));
            let spaces = " ".repeat(sign.len());
            let under = inside.lines().enumerate().map(|(at, line)| match (at, line.is_empty()) {
                (0, _) => format!("{sign}{line}"),
                (_, true) => String::new(),
                (_, false) => format!("{spaces}{line}"),
            });
            all.push(under.collect::<Vec<_>>().join("\n"));
        }
        self.blocks.push(all.join(if loose { "\n\n" } else { "\n" }));
    }
}

fn strong(span: Span) -> Span {
    Span { marks: Marks { strong: true, ..span.marks }, ..span }
}

/// The head is one row; without one it is empty, because a table has to have it.
fn table(head: usize, rows: &[Vec<Cell>]) -> String {
    let rows = squared(rows);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |cells: &[String]| {
        let cells = (0..columns).map(|at| cells.get(at).map_or("", String::as_str));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let (first, rest) = match (head, rows.split_first()) {
        (1.., Some((first, rest))) => (first.as_slice(), rest),
        _ => (&[][..], rows.as_slice()),
    };
    let signs = vec!["---".to_owned(); columns];
    let all = [row(first), row(&signs)].into_iter().chain(rest.iter().map(|cells| row(cells)));
    all.collect::<Vec<_>>().join("\n")
}

/// The cells where they stand on the page: one that takes several places stands in the first.
fn squared(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    /// As wide as HTML lets one cell be.
    const WIDEST: usize = 1000;
    let mut taken: Vec<Vec<Option<String>>> = vec![Vec::new(); rows.len()];
    for (at, row) in rows.iter().enumerate() {
        let mut column = 0;
        for cell in row {
            while taken[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let wide = usize::from(cell.colspan).max(1).min(WIDEST.saturating_sub(column).max(1));
            let down = usize::from(cell.rowspan).max(1).min(rows.len() - at);
            for below in &mut taken[at..at + down] {
                below.resize(below.len().max(column + wide), None);
                below[column..column + wide].fill(Some(String::new()));
            }
            taken[at][column] = Some(words(cell));
            column += wide;
        }
    }
    taken.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

/// A row is one line, so that breaks are tags.
fn words(cell: &Cell) -> String {
    let paragraphs = cell.paragraphs.iter().map(|spans| inline(spans).replace("  \n", "<br>"));
    paragraphs.collect::<Vec<_>>().join("<br>")
}
