//! What is open while the walk goes through a page, and what becomes of it when it closes.

use super::super::credit::credit_line;
use super::figure::{join_lines, take_credit};
use super::kind::Kind;
use super::mail::{said_by, take_attribution};
use super::part::{
    Cell, Leveled, List, Part, Picture, Quote, Run, Style as LineStyle, Table, is_blank, text_of,
};
use super::receipt::Why;
use super::style::Style;
use super::tree::{Element, Id};
use super::walk::{Walk, says_level};
use super::word;

/// A part that is not closed yet, with what stands in it so far.
pub(super) struct Open {
    pub holds: Holds,
    pub parts: Vec<Part>,
}

pub(super) enum Holds {
    Story,
    /// The level of the crosshead that it becomes.
    Heading(u8),
    Attribution,
    Quote(Quote),
    List(List),
    Item,
    Leveled(Leveled),
    WordItem {
        level: Option<usize>,
        indent: Option<f32>,
        /// What Word drew before the item.
        marker: String,
    },
    Table(Table),
    Row(Vec<Cell>),
    Cell(Cell),
    Figure(Picture),
    Caption,
    Credit,
}

impl Open {
    pub fn new(holds: Holds) -> Open {
        Open { holds, parts: Vec::new() }
    }
}

/// A line that belongs to a quote of several paragraphs.
pub(super) fn quoted(line: Part) -> Part {
    Part::Quote(Quote { pull: false, goes_on: true, content: vec![line] })
}

impl Walk<'_> {
    /// What `element` opens; `None` when it is nothing of its own here.
    pub fn holds(&mut self, id: Id, element: &Element, style: &Style, kind: Kind) -> Option<Holds> {
        Some(match kind {
            Kind::Heading(level) => {
                if self.inside(|holds| matches!(holds, Holds::Heading(_))) {
                    return None;
                }
                if level <= 1 {
                    let text = self.text_under(id);
                    self.receipt.note(Why::MainHeading, &text);
                }
                Holds::Heading(if level <= 2 { 2 } else { 3 })
            }
            Kind::Quote { pull, goes_on, indented } => {
                if indented {
                    self.receipt.note(Why::IndentedQuote, "");
                }
                Holds::Quote(Quote { pull, goes_on, content: Vec::new() })
            }
            Kind::Attribution => match element.name() {
                "footer" if !self.inside(|holds| matches!(holds, Holds::Quote(_))) => return None,
                _ => Holds::Attribution,
            },
            Kind::List { ordered } => {
                let start = element.attr("start").parse().unwrap_or(1);
                Holds::List(List { ordered, start, items: Vec::new() })
            }
            Kind::Item => self.item(id, element),
            Kind::WordItem => Holds::WordItem {
                level: style.word_list.as_deref().and_then(word::level),
                indent: style.indent,
                marker: String::new(),
            },
            Kind::Table => {
                let is_layout = matches!(element.attr("role"), "presentation" | "none");
                Holds::Table(Table { is_layout, rows: Vec::new() })
            }
            Kind::Row if self.top(|holds| matches!(holds, Holds::Table(_))) => {
                Holds::Row(Vec::new())
            }
            Kind::Cell if self.top(|holds| matches!(holds, Holds::Row(_))) => {
                Holds::Cell(cell(element))
            }
            Kind::Figure => Holds::Figure(Picture::default()),
            Kind::Caption => Holds::Caption,
            Kind::Credit if self.is_beside_a_picture() => Holds::Credit,
            _ => return None,
        })
    }

    fn item(&mut self, id: Id, element: &Element) -> Holds {
        let level = says_level(element);
        if level.is_none() && self.top(|holds| matches!(holds, Holds::List(_))) {
            return Holds::Item;
        }
        let ordered = self.around_of(id).is_some_and(|list| list.name() == "ol");
        let number = ["value", "data-aria-posinset", "aria-posinset"]
            .iter()
            .find_map(|name| element.attr(name).parse().ok());
        Holds::Leveled(Leveled { level: level.unwrap_or(1), ordered, number, content: Vec::new() })
    }

    pub fn inside(&self, is: impl Fn(&Holds) -> bool) -> bool {
        self.open.iter().any(|open| is(&open.holds))
    }

    fn top(&self, is: impl Fn(&Holds) -> bool) -> bool {
        self.open.last().is_some_and(|open| is(&open.holds))
    }

    fn is_beside_a_picture(&self) -> bool {
        self.inside(|holds| matches!(holds, Holds::Figure(_) | Holds::Caption))
            || self
                .open
                .last()
                .is_some_and(|open| matches!(open.parts.last(), Some(Part::Picture(_))))
    }

    /// Puts a part into what is open.
    pub fn add(&mut self, part: Part) {
        let Some(open) = self.open.last_mut() else { return };
        match (&mut open.holds, part) {
            // Some programs write a nested list between the items.
            (Holds::List(list), part @ Part::List(_)) if !list.items.is_empty() => {
                if let Some(item) = list.items.last_mut() {
                    item.push(part);
                }
            }
            (Holds::List(list), part) => list.items.push(vec![part]),
            (_, part) => open.parts.push(part),
        }
    }

    fn add_all(&mut self, parts: Vec<Part>) {
        parts.into_iter().for_each(|part| self.add(part));
    }

    /// Puts what has closed into what is around it.
    pub fn close(&mut self, open: Open) {
        let Open { holds, parts } = open;
        match holds {
            Holds::Story | Holds::Heading(_) | Holds::Attribution => self.add_all(parts),
            Holds::Quote(mut quote) => {
                quote.content = said_by(parts);
                take_attribution(&mut quote);
                if !quote.content.is_empty() {
                    self.add(Part::Quote(quote));
                }
            }
            Holds::List(list) if list.items.is_empty() => {}
            Holds::List(list) => self.add(Part::List(list)),
            Holds::Item => self.close_item(parts),
            Holds::Leveled(item) if !parts.is_empty() => {
                self.add(Part::Leveled(Leveled { content: parts, ..item }));
            }
            Holds::Leveled(_) => {}
            Holds::WordItem { level, indent, marker } => {
                self.close_word_item(level.or(word::level_of_indent(indent)), &marker, parts);
            }
            Holds::Table(table) => self.close_table(table, parts),
            Holds::Row(cells) => {
                self.add_all(parts);
                if let Some(Holds::Table(table)) = self.open.last_mut().map(|open| &mut open.holds)
                {
                    table.rows.push(cells);
                }
            }
            Holds::Cell(cell) => {
                if let Some(Holds::Row(cells)) = self.open.last_mut().map(|open| &mut open.holds) {
                    cells.push(Cell { content: parts, ..cell });
                }
            }
            Holds::Figure(picture) => self.close_figure(picture, parts),
            Holds::Caption => self.close_caption(parts),
            Holds::Credit => self.close_credit(parts),
        }
    }

    fn close_item(&mut self, parts: Vec<Part>) {
        if parts.is_empty() {
            return;
        }
        match self.open.last_mut().map(|open| &mut open.holds) {
            Some(Holds::List(list)) => list.items.push(parts),
            _ => self.add_all(parts),
        }
    }

    /// Without a mark of its own it goes on with the item before it.
    fn close_word_item(&mut self, level: Option<usize>, drawn: &str, mut parts: Vec<Part>) {
        let mut marker = drawn.to_owned();
        if marker.is_empty()
            && let Some(Part::Line { runs, .. }) = parts.first_mut()
        {
            marker = word::take_marker(runs);
        }
        self.receipt.signs.push_str(&marker);
        let before = self.open.last_mut().and_then(|open| open.parts.last_mut());
        match (before, marker.is_empty()) {
            (_, false) => {
                let (ordered, number) = word::meaning(&marker);
                let level = level.unwrap_or(1);
                self.add(Part::Leveled(Leveled { level, ordered, number, content: parts }));
            }
            (Some(Part::Leveled(item)), true) => item.content.extend(parts),
            _ => self.add_all(parts),
        }
    }

    /// A table that only lays out a page gives what is in its cells. So does one with a table in it,
    /// with one column, or with one row: no reader compares anything in it.
    fn close_table(&mut self, table: Table, strays: Vec<Part>) {
        self.add_all(strays);
        let inner = |part: &Part| matches!(part, Part::Table(_) | Part::Picture(_) | Part::Divider);
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let is_layout = table.is_layout
            || columns < 2
            || (table.rows.len() < 2 && !table.rows.iter().flatten().any(|cell| cell.header))
            || table.rows.iter().flatten().any(|cell| cell.content.iter().any(inner));
        if !is_layout {
            return self.add(Part::Table(table));
        }
        for cell in table.rows.into_iter().flatten() {
            self.add_all(cell.content);
        }
        // What is around it lays out a page too.
        for open in self.open.iter_mut().rev() {
            if let Holds::Table(around) = &mut open.holds {
                around.is_layout = true;
                break;
            }
        }
    }

    fn close_figure(&mut self, found: Picture, mut parts: Vec<Part>) {
        let Picture { caption, credit, .. } = found;
        let is_blank_figure = is_blank(&caption) && credit.is_none();
        let shows_a_picture = parts.iter().any(|part| matches!(part, Part::Picture(_)));
        if parts.is_empty() && !is_blank_figure {
            parts.push(Part::Picture(Picture::default()));
        } else if !shows_a_picture
            && !is_blank(&caption)
            && let Some(Part::Quote(quote)) = parts.last_mut()
        {
            quote.content.push(Part::Line { style: LineStyle::Attribution, runs: caption });
            return self.add_all(parts);
        }
        let last = parts.iter_mut().rev().find_map(|part| match part {
            Part::Picture(picture) => Some(picture),
            _ => None,
        });
        match last {
            Some(picture) => {
                picture.say(caption, credit);
                take_credit(picture, self.receipt);
            }
            // The caption of a table, or of a frame that was left out.
            None => {
                let credit = credit.map(|text| Run { text, ..Run::default() });
                for runs in [caption, Vec::from_iter(credit)] {
                    if !is_blank(&runs) {
                        parts.push(super::part::paragraph(runs));
                    }
                }
            }
        }
        self.add_all(parts);
    }

    /// A caption belongs to the figure around it, or to the picture before it.
    fn close_caption(&mut self, parts: Vec<Part>) {
        if parts.iter().any(|part| matches!(part, Part::Picture(_) | Part::Table(_))) {
            return self.add_all(parts);
        }
        let (runs, rest) = join_lines(parts);
        self.add_all(rest);
        let figure = self.open.iter_mut().rev().find_map(|open| match &mut open.holds {
            Holds::Figure(picture) => Some(picture),
            _ => None,
        });
        if let Some(picture) = figure {
            return picture.say(runs, None);
        }
        let before = self.open.last_mut().and_then(|open| open.parts.last_mut());
        match before {
            Some(Part::Picture(picture)) if picture.caption.is_empty() => {
                picture.caption = runs;
                take_credit(picture, self.receipt);
            }
            _ if !is_blank(&runs) => self.add(super::part::paragraph(runs)),
            _ => {}
        }
    }

    /// The name alone, where the words around it say that it is one.
    fn close_credit(&mut self, parts: Vec<Part>) {
        let (runs, rest) = join_lines(parts);
        self.add_all(rest);
        let text = text_of(&runs).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        let name = credit_line(&text).map_or(text.clone(), |(name, _)| name);
        let figure = self.open.iter_mut().rev().find_map(|open| {
            match (&mut open.holds, open.parts.last_mut()) {
                (Holds::Figure(picture), _) | (_, Some(Part::Picture(picture))) => Some(picture),
                _ => None,
            }
        });
        match figure {
            Some(picture) if picture.credit.is_none() => {
                picture.credit = Some(name.clone());
                if name != text {
                    self.receipt.note(Why::Credit, &text);
                }
            }
            _ => self.add(super::part::paragraph(runs)),
        }
    }
}

fn cell(element: &Element) -> Cell {
    let span = |name: &str| element.attr(name).parse().unwrap_or(1).clamp(1, 100);
    Cell {
        header: element.name() == "th",
        colspan: span("colspan"),
        rowspan: span("rowspan"),
        content: Vec::new(),
    }
}
