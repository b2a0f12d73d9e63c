//! The words of a story, with the position of each piece, in reading order.

use super::document::*;
use std::collections::BTreeMap;

/// A run of printed text that belongs together: one line of furniture, one paragraph, one caption.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun<'a> {
    pub part: Part,
    /// Position of the node that holds the run.
    pub at: u32,
    /// 1-based number among runs of the same part, for "paragraph 6".
    pub number: u32,
    pub content: &'a [Inline],
    /// The photo whose caption or alt text this is.
    pub photo_id: Option<&'a str>,
}

/// Which part of the story a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Kicker,
    Headline,
    Standfirst,
    Byline,
    Dateline,
    WebHeadline,
    SocialHeadline,
    PrintHeadline,
    LeadCaption,
    LeadAltText,
    Paragraph,
    Crosshead,
    ListItem,
    Quote,
    PullQuote,
    Attribution,
    BoxTitle,
    /// A paragraph of a fact box.
    FactBox,
    TableHeader,
    TableCell,
    Correction,
    Caption,
    AltText,
    SignOff,
}

impl TextRun<'_> {
    /// The text without its marks; a hard break is a line feed, an unknown inline node one U+FFFC,
    /// so that code units and positions keep step.
    pub fn text(&self) -> String {
        plain(self.content)
    }

    /// The document position of the code unit `offset` of [`TextRun::text`].
    pub fn position(&self, offset: u32) -> u32 {
        self.at + 1 + offset
    }
}

/// The text of `content` without marks.
pub fn plain(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.text.as_str(),
            Inline::HardBreak { .. } => "\n",
            Inline::Unknown(_) => "\u{FFFC}",
        })
        .collect()
}

/// Every run of printed text in reading order, alt texts included. The words of an embed are no run:
/// they have no positions.
pub fn runs(story: &Document) -> Vec<TextRun<'_>> {
    let mut runs = Runs::default();
    runs.line(Part::Kicker, &story.kicker, None);
    runs.line(Part::Headline, &story.headline, None);
    runs.line(Part::Standfirst, &story.standfirst, None);
    runs.line(Part::Byline, &story.byline, None);
    runs.line(Part::Dateline, &story.dateline, None);
    runs.line(Part::WebHeadline, &story.headlines.web, None);
    runs.line(Part::SocialHeadline, &story.headlines.social, None);
    runs.line(Part::PrintHeadline, &story.headlines.print, None);
    if let Some(lead) = &story.lead {
        runs.figure(lead, Part::LeadCaption, Part::LeadAltText);
    }
    runs.blocks(&story.body, Part::Paragraph);
    runs.line(Part::SignOff, &story.sign_off, None);
    runs.found
}

/// The paragraphs of the body that stand on their own, not those of quotes, lists and boxes.
pub fn paragraphs(story: &Document) -> impl Iterator<Item = &Paragraph> {
    story.body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    })
}

#[derive(Default)]
struct Runs<'a> {
    found: Vec<TextRun<'a>>,
    /// The number of the last run of each part.
    numbers: BTreeMap<Part, u32>,
}

impl<'a> Runs<'a> {
    fn push(&mut self, part: Part, at: u32, content: &'a [Inline], photo_id: Option<&'a str>) {
        let number = self.numbers.entry(part).or_insert(0);
        *number = number.saturating_add(1);
        self.found.push(TextRun { part, at, number: *number, content, photo_id });
    }

    fn line(&mut self, part: Part, line: &'a Line, photo_id: Option<&'a str>) {
        if !line.content.is_empty() {
            self.push(part, line.at, &line.content, photo_id);
        }
    }

    fn figure(&mut self, figure: &'a Figure, caption: Part, alt_text: Part) {
        let photo_id = figure.photo_id.as_deref();
        if let Some(line) = &figure.caption {
            self.line(caption, line, photo_id);
        }
        if let Some(line) = &figure.alt_text {
            self.line(alt_text, line, photo_id);
        }
    }

    fn blocks(&mut self, blocks: &'a [Block], part: Part) {
        for block in blocks {
            match block {
                Block::Paragraph(p) => self.push(part, p.at, &p.content, None),
                Block::Crosshead(c) => self.push(Part::Crosshead, c.at, &c.content, None),
                Block::List(list) => {
                    list.items.iter().for_each(|item| self.blocks(&item.content, Part::ListItem));
                }
                Block::Quote(q) => {
                    self.blocks(&q.content, Part::Quote);
                    q.attribution.iter().for_each(|who| self.line(Part::Attribution, who, None));
                }
                Block::PullQuote(q) => {
                    self.blocks(&q.content, Part::PullQuote);
                    q.attribution.iter().for_each(|who| self.line(Part::Attribution, who, None));
                }
                Block::FactBox(b) => {
                    self.line(Part::BoxTitle, &b.title, None);
                    self.blocks(&b.content, Part::FactBox);
                }
                Block::Table(table) => {
                    for cell in table.rows.iter().flat_map(|row| &row.cells) {
                        let part = if cell.header { Part::TableHeader } else { Part::TableCell };
                        self.blocks(&cell.content, part);
                    }
                }
                Block::Gallery(gallery) => self.blocks(&gallery.content, part),
                Block::Correction(c) => self.blocks(&c.content, Part::Correction),
                Block::Figure(figure) => self.figure(figure, Part::Caption, Part::AltText),
                Block::Embed(_) | Block::Divider { .. } | Block::Unknown(_) => {}
            }
        }
    }
}
