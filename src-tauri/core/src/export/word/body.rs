//! The story from its kicker to its sign-off, as Word's paragraphs and tables.

use super::Paper;
use super::line::Look;
use super::lists::{DEEPEST, STEP};
use super::parts::{RELATIONS, WORD, section};
use super::picture::Media;
use super::table::table_properties;
use crate::export::Prepared;
use crate::export::flow::{Card, Flow, Notice, Piece, Run, Wrap};
use crate::export::xml::{Element, element, empty};

/// Writes the document and remembers what its other files must hold.
pub struct Writer<'a> {
    pub story: &'a Prepared<'a>,
    /// Where links lead; the first is `link1`.
    pub links: Vec<String>,
    pub media: Vec<Media>,
    /// For each list whether it is ordered; the first has the number 1.
    pub lists: Vec<bool>,
    /// How many pictures stand in the text.
    pub drawings: usize,
    /// Inside a box there is less room.
    pub narrow: bool,
}

/// What the paragraphs of a place look like.
#[derive(Clone, Copy)]
struct Inside {
    style: &'static str,
    /// How many lists stand around.
    depth: usize,
}

const BODY: Inside = Inside { style: "BodyText", depth: 0 };

impl<'a> Writer<'a> {
    pub fn new(story: &'a Prepared<'a>) -> Writer<'a> {
        Writer {
            story,
            links: Vec::new(),
            media: Vec::new(),
            lists: Vec::new(),
            drawings: 0,
            narrow: false,
        }
    }

    /// The root of `word/document.xml`.
    pub fn document(&mut self, flow: &Flow) -> Element {
        let mut content = self.furniture(flow);
        if let Some(lead) = &flow.lead {
            content.extend(self.picture(lead));
        }
        content.extend(self.pieces(&flow.body, BODY));
        content.extend(self.line("SignOff", &flow.sign_off));
        let body = element("w:body").with(content).with([section(self.story)]);
        element("w:document")
            .attribute("xmlns:w", WORD)
            .attribute("xmlns:r", RELATIONS)
            .attribute("xmlns:wp", DRAWING)
            .with([body])
    }

    /// The relation that leads to an address.
    pub fn link(&mut self, address: &str) -> String {
        let known = self.links.iter().position(|known| known == address);
        let at = known.unwrap_or_else(|| {
            self.links.push(address.to_owned());
            self.links.len() - 1
        });
        format!("link{}", at + 1)
    }

    /// The width of the text where the writer is, in twips.
    pub fn text_width(&self) -> usize {
        let width = Paper::of(self.story).text_width() as usize;
        if self.narrow { width * 9 / 10 } else { width }
    }

    fn furniture(&mut self, flow: &Flow) -> Vec<Element> {
        let lines = [
            ("Kicker", &flow.kicker),
            ("Heading1", &flow.headline),
            ("Standfirst", &flow.standfirst),
            ("Byline", &flow.byline),
        ];
        lines.into_iter().filter_map(|(style, runs)| self.line(style, runs)).collect()
    }

    fn line(&mut self, style: &'static str, runs: &[Run]) -> Option<Element> {
        (!runs.is_empty()).then(|| self.paragraph(Look::of(style), runs))
    }

    fn pieces(&mut self, pieces: &[Piece], inside: Inside) -> Vec<Element> {
        pieces.iter().flat_map(|piece| self.piece(piece, inside)).collect()
    }

    fn piece(&mut self, piece: &Piece, inside: Inside) -> Vec<Element> {
        match piece {
            Piece::Paragraph(runs) => vec![self.paragraph(inside.look(), runs)],
            Piece::Crosshead { level, runs } => {
                let style = if *level == 3 { "Heading3" } else { "Heading2" };
                vec![self.paragraph(Look::of(style), runs)]
            }
            Piece::List { ordered, items } => self.list(*ordered, items, inside),
            Piece::Quote { pull, content, said_by } => self.quote(*pull, content, said_by),
            Piece::FactBox { title, content } => self.fact_box(title, content),
            Piece::Table(rows) => self.table(rows),
            Piece::Photo(photo) => self.picture(photo),
            Piece::Gallery(photos) => photos.iter().flat_map(|photo| self.picture(photo)).collect(),
            Piece::Embed(card) => self.card(card),
            Piece::Correction(notice) => self.notice(notice),
            Piece::Divider => {
                vec![self.paragraph_of(Look::of("Divider"), self.story.direction, Vec::new())]
            }
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Piece>], inside: Inside) -> Vec<Element> {
        self.lists.push(ordered);
        let number = self.lists.len();
        let depth = inside.depth.min(DEEPEST);
        let inner = Inside { style: "ListParagraph", depth: inside.depth + 1 };
        let mut made = Vec::new();
        for item in items {
            let (first, rest) = match item.as_slice() {
                [Piece::Paragraph(runs), rest @ ..] => (runs.as_slice(), rest),
                all => (&[][..], all),
            };
            let look = Look { list: Some((number, depth)), ..Look::of("ListParagraph") };
            made.push(self.paragraph(look, first));
            made.extend(self.pieces(rest, inner));
        }
        made
    }

    fn quote(&mut self, pull: bool, content: &[Piece], said_by: &[Run]) -> Vec<Element> {
        let (style, signed) =
            if pull { ("PullQuote", "PullQuoteSaidBy") } else { ("Quote", "QuoteSaidBy") };
        let mut made = self.pieces(content, Inside { style, depth: 0 });
        made.extend(self.line(signed, said_by));
        made
    }

    /// A frame of one cell, which holds lists and crossheads as well as lines.
    fn fact_box(&mut self, title: &[Run], content: &[Piece]) -> Vec<Element> {
        let outside = std::mem::replace(&mut self.narrow, true);
        let mut made: Vec<Element> = self.line("BoxTitle", title).into_iter().collect();
        made.extend(self.pieces(content, Inside { style: "BoxText", depth: 0 }));
        self.narrow = outside;
        let width = self.text_width().to_string();
        let column = empty("w:gridCol").attribute("w:w", width);
        let cell = element("w:tc").with([element("w:tcPr")]).with(made);
        let table = element("w:tbl")
            .with([table_properties("FactBox", self.story.direction)])
            .with([element("w:tblGrid").with([column])])
            .with([element("w:tr").with([cell])]);
        vec![table, self.gap()]
    }

    /// What a post or a film elsewhere says, with a link to it.
    fn card(&mut self, card: &Card) -> Vec<Element> {
        let mut head = Vec::new();
        if !card.from.is_empty() {
            head.push(Run { text: card.from.clone(), wraps: vec![Wrap::Strong] });
        }
        if !card.title.is_empty() {
            head.extend((!head.is_empty()).then(|| Run::plain(" · ")));
            let link = card.address.clone().map(Wrap::Link);
            head.push(Run { text: card.title.clone(), wraps: link.into_iter().collect() });
        }
        let mut made: Vec<Element> = self.line("Embed", &head).into_iter().collect();
        let said = card.said.iter().map(|line| [Run::plain(line)]);
        made.extend(said.filter_map(|line| self.line("EmbedText", &line)));
        made
    }

    fn notice(&mut self, notice: &Notice) -> Vec<Element> {
        let mut head = vec![Run { text: notice.word.to_owned(), wraps: vec![Wrap::Strong] }];
        head.extend(notice.day_in_words.iter().map(|day| Run::plain(&format!(" · {day}"))));
        let look = Look { keep_with_next: true, ..Look::of("Correction") };
        let mut made = vec![self.paragraph(look, &head)];
        made.extend(self.pieces(&notice.content, Inside { style: "Correction", depth: 0 }));
        made
    }
}

impl Inside {
    /// A further paragraph of an item stands under the item's own.
    fn look(self) -> Look {
        let indent = (self.depth > 0).then(|| self.depth.min(DEEPEST + 1) * STEP);
        Look { indent, ..Look::of(self.style) }
    }
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_in_an_item_stands_under_its_words() {
        let look = Inside { style: "ListParagraph", depth: 2 }.look();
        assert_eq!(look.indent, Some(2 * STEP));
        assert_eq!(BODY.look().indent, None);
    }
}
