//! The types of a document. Positions are ProseMirror's: every node has a position `at` before its
//! opening token; its content starts at `at + 1`; text counts in UTF-16 code units; a leaf is 1.

use super::framing::Framing;
use serde_json::{Map, Value};

/// The schema this program writes. Older documents are brought up to it while reading.
pub const SCHEMA_VERSION: u32 = 2;

/// Attributes that this program does not know, kept as they came.
pub type Extra = Map<String, Value>;

/// A whole story as it will print, furniture first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// BCP 47, "en" when the document does not say.
    pub language: String,
    pub direction: Direction,
    pub kicker: Line,
    pub headline: Line,
    pub standfirst: Line,
    pub byline: Line,
    pub dateline: Line,
    pub headlines: Headlines,
    pub lead: Option<Figure>,
    pub body: Vec<Block>,
    pub sign_off: Line,
    /// Parts of the story that this program does not know, in the order they came.
    pub unknown: Vec<Unknown>,
    pub extra: Extra,
    /// Members of the envelope that this program does not know.
    pub envelope: Extra,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// As HTML's `dir` writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// Headlines for other places than the top of the page. An empty one: the headline stands there too.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Headlines {
    pub at: u32,
    /// For search and lists: the page's title.
    pub web: Line,
    /// For the card that social sites show.
    pub social: Line,
    /// For the paper. It is on no page.
    pub print: Line,
    /// What else stands there, after the three.
    pub unknown: Vec<Unknown>,
    pub extra: Extra,
}

/// One line of furniture: kicker, headline, standfirst, byline, dateline or sign-off.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pub at: u32,
    pub content: Vec<Inline>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Paragraph),
    Crosshead(Crosshead),
    List(List),
    Quote(Quote),
    PullQuote(PullQuote),
    FactBox(FactBox),
    Table(Table),
    Gallery(Gallery),
    Figure(Figure),
    Embed(Embed),
    Correction(Correction),
    Divider { at: u32, extra: Extra },
    Unknown(Unknown),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    pub at: u32,
    pub content: Vec<Inline>,
    pub extra: Extra,
}

/// A small heading inside the body. Level 2 or 3; other numbers are read as 2.
#[derive(Debug, Clone, PartialEq)]
pub struct Crosshead {
    pub at: u32,
    pub level: u8,
    pub content: Vec<Inline>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct List {
    pub at: u32,
    pub ordered: bool,
    pub items: Vec<ListItem>,
    pub extra: Extra,
}

/// An item holds paragraphs and, nested, lists.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    pub at: u32,
    pub content: Vec<Block>,
    pub extra: Extra,
}

/// A long quotation set off from the text, with who said it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub at: u32,
    pub content: Vec<Block>,
    pub attribution: Option<Attribution>,
    pub extra: Extra,
}

/// A quotation from the body, shown large.
#[derive(Debug, Clone, PartialEq)]
pub struct PullQuote {
    pub at: u32,
    pub content: Vec<Block>,
    pub attribution: Option<Attribution>,
    pub extra: Extra,
}

/// Background beside the story: paragraphs, lists and crossheads under a title of their own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FactBox {
    pub at: u32,
    pub title: Line,
    pub content: Vec<Block>,
    pub extra: Extra,
}

/// A table. One whose rows or cells are not the schema's own is read as [`Block::Unknown`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub at: u32,
    pub rows: Vec<TableRow>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableRow {
    pub at: u32,
    pub cells: Vec<TableCell>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    pub at: u32,
    /// It names the column or the row.
    pub header: bool,
    /// How many columns it takes: 1 to 1000, HTML's own limit.
    pub colspan: u16,
    /// How many rows it takes: 1 to 1000.
    pub rowspan: u16,
    /// Paragraphs.
    pub content: Vec<Block>,
    pub extra: Extra,
}

/// Several photos that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gallery {
    pub at: u32,
    pub layout: Layout,
    /// Figures, each with its caption and its photo's credit.
    pub content: Vec<Block>,
    pub extra: Extra,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// All of them at once.
    #[default]
    Grid,
    /// One after the other.
    Slideshow,
}

/// What a post or a film elsewhere says, as words: no frame, no script, nothing is fetched.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Embed {
    pub at: u32,
    /// Where it stands on the web, as typed.
    pub address: String,
    /// Whose place that is, as "YouTube".
    pub provider: String,
    pub title: String,
    pub author: String,
    /// What it says, or shows.
    pub text: String,
    pub extra: Extra,
}

/// What was wrong in an earlier version of the story, or changed since.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correction {
    pub at: u32,
    pub kind: CorrectionKind,
    /// When it was made, as "2026-05-12"; empty when nobody said.
    pub day: String,
    /// Paragraphs.
    pub content: Vec<Block>,
    pub extra: Extra,
}

/// What a correction is called. Anything unknown is read as a correction and kept in `extra`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CorrectionKind {
    #[default]
    Correction,
    Clarification,
    Update,
    EditorsNote,
}

pub type Attribution = Line;
pub type Caption = Line;

/// A place for a photo. It holds the photo's id and never a credit: the credit is the photo's own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    pub at: u32,
    /// The photo's record, or `None` while a picture is wanted.
    pub photo_id: Option<String>,
    pub role: Role,
    /// The picture says nothing that the text does not; it goes out with `alt=""`.
    pub decorative: bool,
    /// A picture not of this event.
    pub file_photo: bool,
    /// Which part of the picture shows, which way up, and what is covered.
    pub framing: Framing,
    /// The caption was written for another picture; somebody must look whether it still fits.
    pub check_caption: bool,
    /// The credit that the copy named for this place. Shown beside the file's, never printed.
    pub wanted_credit: Option<String>,
    /// Absent: the photo's own caption stands. Present and empty: no caption in this story.
    pub caption: Option<Caption>,
    /// Absent: the photo's own alt text stands. Present and empty: none in this story.
    pub alt_text: Option<Line>,
    /// What else stands in it, after its lines.
    pub unknown: Vec<Unknown>,
    /// The size of the node in the document, so that `at + size` is the position after it.
    pub size: u32,
    pub extra: Extra,
}

/// How large a photo runs. Anything unknown is read as inline and kept in `extra`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    #[default]
    Inline,
    Supporting,
    Showcase,
    Full,
    Thumbnail,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(Text),
    HardBreak { at: u32, marks: Vec<Mark>, extra: Extra },
    Unknown(Unknown),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Position of the first code unit.
    pub at: u32,
    pub text: String,
    pub marks: Vec<Mark>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Strong {
        extra: Extra,
    },
    Em {
        extra: Extra,
    },
    Link {
        href: String,
        extra: Extra,
    },
    /// A passage in another language, BCP 47.
    Foreign {
        language: String,
        extra: Extra,
    },
    /// The passage of a private note. The note's words are not in the document, and the mark goes out
    /// by no way.
    Note {
        note_id: String,
        extra: Extra,
    },
    Unknown(Value),
}

/// A node that this program does not know. The window holds it as one closed unit of size 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    pub at: u32,
    pub json: Value,
}
