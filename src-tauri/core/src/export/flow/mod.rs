//! The story as it runs: everything that prints, in reading order, with all decided that every form
//! decides alike. What is empty is gone, wanted pictures are gone, a dateline has found its place, a
//! link is one that may be one, and what this program does not know is its text.
//!
//! A form that is not the page walks over this and not over the document, so that no form can print a
//! picture without its credit or a note that is private.

mod runs;

pub use runs::{Run, Wrap, nest, runs, text};

use super::address;
use super::dates::day_in;
use super::page::{begins_with, ends_itself};
use super::printed::Printed;
use super::text::{one_line, paragraphs_of, tidy};
use super::{DatelinePlace, Prepared};
use crate::story::{
    Block, Correction, CorrectionKind, Direction, Embed, FactBox, Figure, Gallery, Layout, Line,
    List, Paragraph, Table, TableCell,
};
use chrono::NaiveDate;

/// What a story prints.
pub struct Flow<'a> {
    pub kicker: Vec<Run>,
    pub headline: Vec<Run>,
    pub standfirst: Vec<Run>,
    /// With the place after it, where the house prints it there.
    pub byline: Vec<Run>,
    pub lead: Option<Printed<'a>>,
    pub body: Vec<Piece<'a>>,
    pub sign_off: Vec<Run>,
}

/// One block of the body. None of them is empty.
pub enum Piece<'a> {
    Paragraph(Vec<Run>),
    Crosshead { level: u8, runs: Vec<Run> },
    List { ordered: bool, items: Vec<Vec<Piece<'a>>> },
    Quote { pull: bool, content: Vec<Piece<'a>>, said_by: Vec<Run> },
    FactBox { title: Vec<Run>, content: Vec<Piece<'a>> },
    Table(Vec<Row>),
    Photo(Box<Printed<'a>>),
    Gallery(Vec<Printed<'a>>),
    Embed(Card),
    Correction(Notice<'a>),
    Divider,
}

pub struct Row {
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether it names the columns and holds nothing else.
    pub fn is_head(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().all(|cell| cell.header)
    }
}

pub struct Cell {
    pub header: bool,
    pub colspan: u16,
    pub rowspan: u16,
    /// Its paragraphs; an empty cell has none.
    pub paragraphs: Vec<Vec<Run>>,
}

/// What a post or a film elsewhere says.
pub struct Card {
    /// Provider and author, "Mastodon · Ana Ruiz"; may be empty.
    pub from: String,
    /// Its title, else its address as typed; may be empty.
    pub title: String,
    pub address: Option<String>,
    pub said: Vec<String>,
}

/// A correction and its like.
pub struct Notice<'a> {
    pub kind: CorrectionKind,
    /// "Correction" in the language of the story, or in English.
    pub word: &'a str,
    /// "2026-05-12"
    pub day: Option<&'a str>,
    /// "12 May 2026"
    pub day_in_words: Option<String>,
    pub content: Vec<Piece<'a>>,
}

impl<'a> Flow<'a> {
    /// The story with its dateline where the house prints it.
    pub fn of(story: &Prepared<'a>) -> Flow<'a> {
        Flow::with_dateline(story, story.story.dateline)
    }

    /// The same with the dateline in another place, for a form that has one of its own for it.
    pub fn with_dateline(story: &Prepared<'a>, place: DatelinePlace) -> Flow<'a> {
        let document = story.story.document;
        let lead = document.lead.as_ref().and_then(|figure| printed(story, figure));
        let line = |line: &Line| runs(&line.content);
        let mut body = Flowing { story }.blocks(&document.body);
        if place == DatelinePlace::FirstParagraph {
            put_dateline(&line(&document.dateline), &mut body);
        }
        Flow {
            kicker: line(&document.kicker),
            headline: line(&document.headline),
            standfirst: line(&document.standfirst),
            byline: byline(story, place),
            lead: lead.map(Printed::at_the_head),
            body,
            sign_off: line(&document.sign_off),
        }
    }

    /// Every photo that prints, in reading order.
    pub fn photos(&self) -> Vec<&Printed<'a>> {
        let mut found: Vec<&Printed<'a>> = self.lead.iter().collect();
        self.body.iter().for_each(|piece| piece.photos(&mut found));
        found
    }
}

impl<'a> Piece<'a> {
    fn photos<'p>(&'p self, found: &mut Vec<&'p Printed<'a>>) {
        match self {
            Piece::Photo(photo) => found.push(photo),
            Piece::Gallery(photos) => found.extend(photos),
            Piece::List { items, .. } => items.iter().flatten().for_each(|p| p.photos(found)),
            Piece::Quote { content, .. } | Piece::FactBox { content, .. } => {
                content.iter().for_each(|piece| piece.photos(found));
            }
            Piece::Correction(notice) => notice.content.iter().for_each(|p| p.photos(found)),
            Piece::Paragraph(_)
            | Piece::Crosshead { .. }
            | Piece::Table(_)
            | Piece::Embed(_)
            | Piece::Divider => {}
        }
    }
}

fn printed<'a>(story: &Prepared<'a>, figure: &'a Figure) -> Option<Printed<'a>> {
    Printed::of(figure, story.story, story.words)
}

/// The printed caption without its credit, with its marks; empty when there is none.
pub fn caption(printed: &Printed) -> Vec<Run> {
    let own = match &printed.figure.caption {
        Some(line) => runs(&line.content),
        None => runs_of_text(&printed.bare_caption()),
    };
    let label = printed.label.as_ref().map(|label| match own.is_empty() {
        true => Run::plain(&format!("{label}.")),
        false => Run::plain(&format!("{label}: ")),
    });
    label.into_iter().chain(own).collect()
}

fn runs_of_text(text: &str) -> Vec<Run> {
    (!text.is_empty()).then(|| Run::plain(text)).into_iter().collect()
}

/// The dateline as the house prints it somewhere; empty when it prints none.
pub fn dateline(story: &Prepared) -> String {
    match story.story.dateline {
        DatelinePlace::None => String::new(),
        _ => without_dash(&one_line(&story.story.document.dateline.content)),
    }
}

/// Without the dash that led to a paragraph.
fn without_dash(dateline: &str) -> String {
    let is_dash = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | ':');
    dateline.trim_end_matches(is_dash).to_owned()
}

fn byline(story: &Prepared, place: DatelinePlace) -> Vec<Run> {
    let mut byline = runs(&story.story.document.byline.content);
    let dateline = without_dash(&one_line(&story.story.document.dateline.content));
    if place != DatelinePlace::AfterByline || dateline.is_empty() {
        return byline;
    }
    let after = if byline.is_empty() {
        dateline
    } else {
        story.words.after_byline.replace("{place}", &dateline)
    };
    byline.push(Run::plain(&after));
    byline
}

/// At the head of the first paragraph of the body's own, unless the copy brings it along; alone
/// before everything where there is none.
fn put_dateline(dateline: &[Run], body: &mut Vec<Piece>) {
    let typed = text(dateline);
    if typed.is_empty() {
        return;
    }
    let first = body.iter_mut().find_map(|piece| match piece {
        Piece::Paragraph(runs) => Some(runs),
        _ => None,
    });
    match first {
        None => body.insert(0, Piece::Paragraph(dateline.to_vec())),
        Some(runs) if begins_with(&text(runs), &typed) => {}
        Some(runs) => {
            let gap = Run::plain(if ends_itself(&typed) { " " } else { " — " });
            runs.splice(0..0, dateline.iter().cloned().chain([gap]));
        }
    }
}

struct Flowing<'s, 'a> {
    story: &'s Prepared<'a>,
}

impl<'a> Flowing<'_, 'a> {
    fn blocks(&self, blocks: &'a [Block]) -> Vec<Piece<'a>> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &'a Block) -> Vec<Piece<'a>> {
        let one = |piece: Option<Piece<'a>>| piece.into_iter().collect();
        match block {
            Block::Paragraph(written) => one(paragraph(written)),
            Block::Crosshead(crosshead) => {
                let runs = runs(&crosshead.content);
                let crosshead = Piece::Crosshead { level: crosshead.level, runs: runs.clone() };
                one((!runs.is_empty()).then_some(crosshead))
            }
            Block::List(list) => one(self.list(list)),
            Block::Quote(q) => one(self.quote(false, &q.content, q.attribution.as_ref())),
            Block::PullQuote(q) => one(self.quote(true, &q.content, q.attribution.as_ref())),
            Block::FactBox(fact_box) => one(self.fact_box(fact_box)),
            Block::Table(table) => one(rows(table)),
            Block::Gallery(gallery) => self.gallery(gallery),
            Block::Figure(figure) => {
                one(printed(self.story, figure).map(|p| Piece::Photo(Box::new(p))))
            }
            Block::Embed(embed) => one(card(embed)),
            Block::Correction(correction) => one(self.notice(correction)),
            Block::Divider { .. } => vec![Piece::Divider],
            Block::Unknown(unknown) => paragraphs_of(&unknown.json)
                .iter()
                .map(|text| tidy(text))
                .filter(|text| !text.is_empty())
                .map(|text| Piece::Paragraph(vec![Run::plain(&text)]))
                .collect(),
        }
    }

    fn list(&self, list: &'a List) -> Option<Piece<'a>> {
        let items = list.items.iter().map(|item| self.blocks(&item.content));
        let items: Vec<Vec<Piece>> = items.filter(|item| !item.is_empty()).collect();
        (!items.is_empty()).then_some(Piece::List { ordered: list.ordered, items })
    }

    fn quote(
        &self,
        pull: bool,
        content: &'a [Block],
        said_by: Option<&'a Line>,
    ) -> Option<Piece<'a>> {
        let content = self.blocks(content);
        let said_by = said_by.map(|line| runs(&line.content)).unwrap_or_default();
        (!content.is_empty()).then_some(Piece::Quote { pull, content, said_by })
    }

    fn fact_box(&self, fact_box: &'a FactBox) -> Option<Piece<'a>> {
        let (title, content) = (runs(&fact_box.title.content), self.blocks(&fact_box.content));
        let filled = !(title.is_empty() && content.is_empty());
        filled.then_some(Piece::FactBox { title, content })
    }

    /// What stands in a gallery and is no picture follows it.
    fn gallery(&self, gallery: &'a Gallery) -> Vec<Piece<'a>> {
        let (mut photos, mut others) = (Vec::new(), Vec::new());
        for block in &gallery.content {
            match block {
                Block::Figure(figure) => {
                    photos.extend(self.in_gallery(figure, gallery.layout));
                }
                other => others.extend(self.block(other)),
            }
        }
        let gallery = (!photos.is_empty()).then_some(Piece::Gallery(photos));
        gallery.into_iter().chain(others).collect()
    }

    fn in_gallery(&self, figure: &'a Figure, layout: Layout) -> Option<Printed<'a>> {
        printed(self.story, figure).map(|printed| printed.in_gallery(layout))
    }

    fn notice(&self, correction: &'a Correction) -> Option<Piece<'a>> {
        let (content, words) = (self.blocks(&correction.content), self.story.words);
        let word = match correction.kind {
            CorrectionKind::Correction => words.correction,
            CorrectionKind::Clarification => words.clarification,
            CorrectionKind::Update => words.update,
            CorrectionKind::EditorsNote => words.editors_note,
        };
        let day = correction.day.parse::<NaiveDate>().is_ok().then_some(correction.day.as_str());
        // In numbers it would be turned about after letters that run from right to left.
        let turns = words.months.is_none() && self.story.direction == Direction::RightToLeft;
        let mark = if turns { "\u{200E}" } else { "" };
        let day_in_words = day.and_then(|day| day_in(day, words)).map(|day| format!("{mark}{day}"));
        let notice = Notice { kind: correction.kind, word, day, day_in_words, content };
        (!notice.content.is_empty()).then_some(Piece::Correction(notice))
    }
}

fn paragraph<'a>(written: &Paragraph) -> Option<Piece<'a>> {
    let runs = runs(&written.content);
    (!runs.is_empty()).then_some(Piece::Paragraph(runs))
}

/// A table in which nothing stands is none.
fn rows<'a>(table: &Table) -> Option<Piece<'a>> {
    let rows: Vec<Row> =
        table.rows.iter().map(|row| Row { cells: row.cells.iter().map(cell).collect() }).collect();
    let says = |row: &Row| row.cells.iter().any(|cell| !cell.paragraphs.is_empty());
    rows.iter().any(says).then_some(Piece::Table(rows))
}

fn cell(cell: &TableCell) -> Cell {
    let paragraphs = cell.content.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(runs(&paragraph.content)),
        _ => None,
    });
    Cell {
        header: cell.header,
        colspan: cell.colspan.max(1),
        rowspan: cell.rowspan.max(1),
        paragraphs: paragraphs.filter(|runs| !runs.is_empty()).collect(),
    }
}

fn card<'a>(embed: &Embed) -> Option<Piece<'a>> {
    let [provider, title, author, typed] =
        [&embed.provider, &embed.title, &embed.author, &embed.address].map(|words| tidy(words));
    let from: Vec<String> =
        [provider, author].into_iter().filter(|words| !words.is_empty()).collect();
    let said = embed.text.lines().map(tidy).filter(|line| !line.is_empty());
    let card = Card {
        from: from.join(" · "),
        title: if title.is_empty() { typed } else { title },
        address: address::web(&embed.address),
        said: said.collect(),
    };
    (!(card.title.is_empty() && card.said.is_empty())).then_some(Piece::Embed(card))
}
