//! The story in reading order, with everything decided that all kinds of copy share: what is empty
//! and stays out, where the dateline stands, what a correction is called, which words are a caption.
//!
//! Every figure that prints is a [`Picture`] here, with its credit, wherever it stands.

use super::spans::{self, Span, said, spans};
use crate::export::dates::day_in;
use crate::export::page::article::{
    begins_with, ends_itself, head_rows, place_after_byline, repeats_the_body,
};
use crate::export::printed::Printed;
use crate::export::text::{one_line, paragraphs_of, tidy};
use crate::export::{DatelinePlace, PagePicture, Prepared, address};
use crate::story::{
    Block, Correction, CorrectionKind, Embed, FactBox, Figure, Gallery, Inline, Line, List,
    Paragraph, PullQuote, Table, TableCell,
};
use chrono::NaiveDate;

/// A whole story. A line that is empty has no spans.
pub struct Flow<'a> {
    pub kicker: Vec<Span>,
    pub headline: Vec<Span>,
    pub standfirst: Vec<Span>,
    /// With the place after it where the house prints the dateline there.
    pub byline: Vec<Span>,
    pub lead: Option<Picture<'a>>,
    pub body: Vec<Piece<'a>>,
    pub sign_off: Vec<Span>,
}

pub enum Piece<'a> {
    /// One that begins with the dateline says so.
    Paragraph {
        spans: Vec<Span>,
        dateline: bool,
    },
    /// Level 2 or 3; none jumps.
    Crosshead {
        level: u8,
        spans: Vec<Span>,
    },
    List {
        ordered: bool,
        items: Vec<Vec<Piece<'a>>>,
    },
    Quote {
        content: Vec<Piece<'a>>,
        said_by: Vec<Span>,
    },
    PullQuote {
        content: Vec<Piece<'a>>,
        said_by: Vec<Span>,
        /// Its words stand in the running text too.
        repeats: bool,
    },
    FactBox {
        title: Vec<Span>,
        content: Vec<Piece<'a>>,
    },
    Table {
        /// How many rows at the top are its head.
        head: usize,
        rows: Vec<Vec<Cell>>,
    },
    Gallery(Vec<Picture<'a>>),
    Picture(Picture<'a>),
    Card {
        /// "YouTube · Harbour Authority"
        from: String,
        title: String,
        address: Option<String>,
        said: Vec<String>,
    },
    Correction {
        word: &'a str,
        /// As readers write it.
        day: Option<String>,
        content: Vec<Piece<'a>>,
    },
    Divider,
}

pub struct Cell {
    pub header: bool,
    pub colspan: u16,
    pub rowspan: u16,
    pub paragraphs: Vec<Vec<Span>>,
}

/// A photo that prints.
pub struct Picture<'a> {
    pub picture: &'a PagePicture,
    /// With the words that say that it is a file photo; empty when there are none.
    pub caption: Vec<Span>,
    /// "Photo: Elif Kaya / AFP"
    pub credit: String,
    pub alt_text: String,
}

impl<'a> Flow<'a> {
    pub fn of(page: &'a Prepared<'a>) -> Flow<'a> {
        let document = page.story.document;
        let mut reader = Reader::new(page);
        Flow {
            kicker: spans(&document.kicker.content),
            headline: spans(&document.headline.content),
            standfirst: spans(&document.standfirst.content),
            byline: byline(page),
            lead: document.lead.as_ref().and_then(|figure| reader.picture(figure)),
            body: reader.story(),
            sign_off: spans(&document.sign_off.content),
        }
    }

    /// Every picture in reading order.
    pub fn pictures(&self) -> Vec<&Picture<'a>> {
        self.lead.iter().chain(self.pieces().into_iter().flat_map(Piece::own_pictures)).collect()
    }

    /// Every piece of the body, those inside others after the one that holds them.
    pub fn pieces(&self) -> Vec<&Piece<'a>> {
        self.body.iter().flat_map(Piece::with_all_inside).collect()
    }

    /// Every run of text but alt texts and credits.
    pub fn runs(&self) -> Vec<&[Span]> {
        let furniture =
            [&self.kicker, &self.headline, &self.standfirst, &self.byline, &self.sign_off];
        let captions = self.pictures().into_iter().map(|picture| picture.caption.as_slice());
        let own = self.pieces().into_iter().flat_map(Piece::own_runs);
        furniture.into_iter().map(Vec::as_slice).chain(own).chain(captions).collect()
    }
}

impl<'a> Piece<'a> {
    /// The piece, and every piece inside.
    pub fn with_all_inside(&self) -> Vec<&Piece<'a>> {
        let inside: Vec<&Piece> = match self {
            Piece::List { items, .. } => items.iter().flatten().collect(),
            Piece::Quote { content, .. }
            | Piece::PullQuote { content, .. }
            | Piece::FactBox { content, .. }
            | Piece::Correction { content, .. } => content.iter().collect(),
            Piece::Paragraph { .. }
            | Piece::Crosshead { .. }
            | Piece::Table { .. }
            | Piece::Gallery(_)
            | Piece::Picture(_)
            | Piece::Card { .. }
            | Piece::Divider => Vec::new(),
        };
        let inside = inside.into_iter().flat_map(Piece::with_all_inside);
        [self].into_iter().chain(inside).collect()
    }

    /// Its pictures, not those of pieces inside.
    pub fn own_pictures(&self) -> &[Picture<'a>] {
        match self {
            Piece::Picture(picture) => std::slice::from_ref(picture),
            Piece::Gallery(pictures) => pictures,
            _ => &[],
        }
    }

    fn own_runs(&self) -> Vec<&[Span]> {
        match self {
            Piece::Paragraph { spans, .. } | Piece::Crosshead { spans, .. } => vec![spans],
            Piece::Quote { said_by, .. } | Piece::PullQuote { said_by, .. } => vec![said_by],
            Piece::FactBox { title, .. } => vec![title],
            Piece::Table { rows, .. } => {
                let cells = rows.iter().flatten();
                cells.flat_map(|cell| &cell.paragraphs).map(Vec::as_slice).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn byline(page: &Prepared) -> Vec<Span> {
    let byline = spans(&page.story.document.byline.content);
    match place_after_byline(page) {
        None => byline,
        Some(place) if byline.is_empty() => spans::words(&place),
        Some(place) => {
            let after = page.words.after_byline.replace("{place}", &place);
            spans::joined([byline, vec![said(&after)]])
        }
    }
}

/// Reads the blocks in order and remembers what the ones before were.
struct Reader<'a> {
    page: &'a Prepared<'a>,
    /// A crosshead of level 3 needs one of level 2 before it.
    a_crosshead_stands: bool,
    /// Crossheads stand under the title of a fact box.
    in_a_box: bool,
    /// What stands at the head of the first paragraph, until it does.
    dateline: Option<&'a Line>,
}

impl<'a> Reader<'a> {
    fn new(page: &'a Prepared<'a>) -> Self {
        let line = &page.story.document.dateline;
        let at_the_head = page.story.dateline == DatelinePlace::FirstParagraph;
        let dateline = (at_the_head && !one_line(&line.content).is_empty()).then_some(line);
        Reader { page, a_crosshead_stands: false, in_a_box: false, dateline }
    }

    /// The whole body. A dateline that found no paragraph stands alone, before everything.
    fn story(&mut self) -> Vec<Piece<'a>> {
        let blocks = &self.page.story.document.body;
        let body: Vec<Piece> = blocks.iter().flat_map(|block| self.top_block(block)).collect();
        let alone = self.dateline.take();
        let alone =
            alone.map(|line| Piece::Paragraph { spans: spans(&line.content), dateline: true });
        alone.into_iter().chain(body).collect()
    }

    /// Only a paragraph of the body's own takes the dateline, not one of a quote or a list.
    fn top_block(&mut self, block: &'a Block) -> Vec<Piece<'a>> {
        match block {
            Block::Paragraph(paragraph) => self.top_paragraph(paragraph).into_iter().collect(),
            other => self.block(other),
        }
    }

    fn top_paragraph(&mut self, written: &'a Paragraph) -> Option<Piece<'a>> {
        let paragraph = paragraph(&written.content)?;
        let Some(line) = self.dateline.take() else { return Some(paragraph) };
        let (text, dateline) = (one_line(&written.content), one_line(&line.content));
        if begins_with(&text, &dateline) {
            return Some(paragraph);
        }
        let gap = said(if ends_itself(&dateline) { " " } else { " — " });
        let spans = spans::joined([spans(&line.content), vec![gap], spans(&written.content)]);
        Some(Piece::Paragraph { spans, dateline: true })
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Piece<'a>> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'a Block) -> Vec<Piece<'a>> {
        match block {
            Block::Gallery(gallery) => return self.gallery(gallery),
            Block::Unknown(unknown) => {
                let texts = paragraphs_of(&unknown.json);
                return texts.iter().filter_map(|text| filled(spans::words(text))).collect();
            }
            Block::Paragraph(written) => paragraph(&written.content),
            Block::Crosshead(crosshead) => self.crosshead(crosshead.level, &crosshead.content),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => {
                let (content, said_by) = (self.blocks(&quote.content), quote.attribution.as_ref());
                some(content).map(|content| Piece::Quote { content, said_by: line(said_by) })
            }
            Block::PullQuote(quote) => self.pull_quote(quote),
            Block::FactBox(fact_box) => self.fact_box(fact_box),
            Block::Table(written) => table(written),
            Block::Embed(written) => card(written),
            Block::Correction(correction) => self.correction(correction),
            Block::Figure(figure) => self.picture(figure).map(Piece::Picture),
            Block::Divider { .. } => Some(Piece::Divider),
        }
        .into_iter()
        .collect()
    }

    fn crosshead(&mut self, level: u8, content: &[Inline]) -> Option<Piece<'a>> {
        let spans = spans(content);
        if spans.is_empty() {
            return None;
        }
        let small = (level == 3 || self.in_a_box) && self.a_crosshead_stands;
        self.a_crosshead_stands = true;
        Some(Piece::Crosshead { level: if small { 3 } else { 2 }, spans })
    }

    fn list(&mut self, list: &'a List) -> Option<Piece<'a>> {
        let items = list.items.iter().filter_map(|item| some(self.blocks(&item.content)));
        some(items.collect()).map(|items| Piece::List { ordered: list.ordered, items })
    }

    fn pull_quote(&mut self, quote: &'a PullQuote) -> Option<Piece<'a>> {
        let content = some(self.blocks(&quote.content))?;
        let repeats = repeats_the_body(self.page.story.document, quote);
        Some(Piece::PullQuote { content, said_by: line(quote.attribution.as_ref()), repeats })
    }

    fn fact_box(&mut self, fact_box: &'a FactBox) -> Option<Piece<'a>> {
        let title = spans(&fact_box.title.content);
        let outside = (self.a_crosshead_stands, self.in_a_box);
        if !title.is_empty() {
            (self.a_crosshead_stands, self.in_a_box) = (true, true);
        }
        let content = self.blocks(&fact_box.content);
        (self.a_crosshead_stands, self.in_a_box) = outside;
        (!title.is_empty() || !content.is_empty()).then_some(Piece::FactBox { title, content })
    }

    /// What else stands in a gallery comes after its pictures.
    fn gallery(&mut self, gallery: &'a Gallery) -> Vec<Piece<'a>> {
        let (mut pictures, mut others) = (Vec::new(), Vec::new());
        for block in &gallery.content {
            match block {
                Block::Figure(figure) => pictures.extend(self.picture(figure)),
                other => others.extend(self.block(other)),
            }
        }
        some(pictures).map(Piece::Gallery).into_iter().chain(others).collect()
    }

    fn picture(&self, figure: &'a Figure) -> Option<Picture<'a>> {
        let printed = Printed::of(figure, self.page.story, self.page.words)?;
        let own = match &figure.caption {
            Some(line) => spans(&line.content),
            None => spans::words(&printed.bare_caption()),
        };
        let label = printed.label.as_ref().map(|label| match own.is_empty() {
            true => format!("{label}."),
            false => format!("{label}: "),
        });
        Some(Picture {
            picture: printed.picture,
            caption: spans::joined([label.iter().map(|label| said(label)).collect(), own]),
            credit: tidy(&printed.photo.credit.line),
            alt_text: printed.alt_text(),
        })
    }

    fn correction(&mut self, correction: &'a Correction) -> Option<Piece<'a>> {
        let content = some(self.blocks(&correction.content))?;
        let words = self.page.words;
        let word = match correction.kind {
            CorrectionKind::Correction => words.correction,
            CorrectionKind::Clarification => words.clarification,
            CorrectionKind::Update => words.update,
            CorrectionKind::EditorsNote => words.editors_note,
        };
        let is_day = correction.day.parse::<NaiveDate>().is_ok();
        let day = day_in(&correction.day, words).filter(|_| is_day);
        Some(Piece::Correction { word, day, content })
    }
}

fn paragraph(content: &[Inline]) -> Option<Piece<'static>> {
    filled(spans(content))
}

fn filled(spans: Vec<Span>) -> Option<Piece<'static>> {
    (!spans.is_empty()).then_some(Piece::Paragraph { spans, dateline: false })
}

fn line(line: Option<&Line>) -> Vec<Span> {
    line.map(|line| spans(&line.content)).unwrap_or_default()
}

fn some<T>(items: Vec<T>) -> Option<Vec<T>> {
    (!items.is_empty()).then_some(items)
}

fn table(table: &Table) -> Option<Piece<'static>> {
    let rows: Vec<Vec<Cell>> =
        table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect();
    let all_empty = rows.iter().flatten().all(|cell| cell.paragraphs.is_empty());
    (!all_empty).then(|| Piece::Table { head: head_rows(&table.rows), rows })
}

fn cell(cell: &TableCell) -> Cell {
    let paragraphs = cell.content.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => some(spans(&paragraph.content)),
        _ => None,
    });
    Cell {
        header: cell.header,
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        paragraphs: paragraphs.collect(),
    }
}

fn card(embed: &Embed) -> Option<Piece<'static>> {
    let [provider, author, title, typed] =
        [&embed.provider, &embed.author, &embed.title, &embed.address].map(|words| tidy(words));
    let said: Vec<String> = embed.text.lines().map(tidy).filter(|l| !l.is_empty()).collect();
    let title = if title.is_empty() { typed } else { title };
    if title.is_empty() && said.is_empty() {
        return None;
    }
    let from = [provider, author].into_iter().filter(|words| !words.is_empty());
    let from = from.collect::<Vec<_>>().join(" · ");
    Some(Piece::Card { from, title, address: address::web(&embed.address), said })
}
