//! What stands between the tree and the story: parts nested as the source nests them. `fit` brings
//! them into the shape that a story may have.

use std::rc::Rc;

/// How a piece of text is set.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Marks {
    pub strong: bool,
    pub em: bool,
    /// An address that may be followed.
    pub link: Option<Rc<str>>,
}

/// A piece of text. A line feed in it is a break of the line.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Run {
    pub text: String,
    pub marks: Marks,
}

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Paragraph,
    /// The level is 2 or 3.
    Crosshead(u8),
    /// Who said it.
    Attribution,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Line {
        style: Style,
        runs: Vec<Run>,
    },
    List(List),
    /// An item that says its level instead of lying in lists; what follows it may belong to it.
    Leveled(Leveled),
    Quote(Quote),
    Table(Table),
    Picture(Picture),
    Divider,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    pub ordered: bool,
    /// The number of the first item.
    pub start: u32,
    pub items: Vec<Vec<Part>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Leveled {
    /// 1 is the outermost.
    pub level: usize,
    pub ordered: bool,
    pub number: Option<u32>,
    pub content: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quote {
    /// Shown large, beside the text that it repeats.
    pub pull: bool,
    /// One paragraph of a quote that goes on in the next one.
    pub goes_on: bool,
    pub content: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Table {
    pub rows: Vec<Vec<Cell>>,
    pub is_layout: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub header: bool,
    pub colspan: usize,
    pub rowspan: usize,
    pub content: Vec<Part>,
}

/// A picture whose bytes did not come.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Picture {
    /// What the source says that it shows; for the receipt, never for the story.
    pub shows: String,
    pub caption: Vec<Run>,
    pub credit: Option<String>,
}

impl Picture {
    /// Adds words to the caption, and another credit to the one that it has.
    pub fn say(&mut self, caption: Vec<Run>, credit: Option<String>) {
        if !is_blank(&caption) {
            if !self.caption.is_empty() {
                self.caption.push(Run { text: " ".into(), ..Run::default() });
            }
            self.caption.extend(caption);
        }
        self.credit = match (self.credit.take(), credit) {
            (Some(one), Some(other)) => Some(format!("{one}; {other}")),
            (one, other) => one.or(other),
        };
    }
}

/// The words of `runs`.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

pub(super) fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.chars().all(char::is_whitespace))
}

pub(super) fn paragraph(runs: Vec<Run>) -> Part {
    Part::Line { style: Style::Paragraph, runs }
}
