//! The pieces of the page's body, finished: a theme says where they stand. `furniture.rs` prints the lines
//! around the text, `elements.rs` and `table.rs` what is more than running text.

mod elements;
mod furniture;
mod table;

pub use furniture::{
    byline, dates, headline, kicker, masthead, place_after_byline, sign_off, skip, standfirst,
    stops,
};
pub use table::head_rows;

use super::html::{Element, Node, element};
use super::inline::{line, nodes, paragraph};
use crate::export::printed::Printed;
use crate::export::text::{foreign_direction, one_line, paragraphs_of, tidy};
use crate::export::{DatelinePlace, Prepared};
use crate::story::{
    Attribution, Block, Crosshead, Document, Figure, Inline, Line, List, ListItem, Mark, Paragraph,
    Part, PullQuote, Quote, Role, runs,
};
use std::collections::BTreeMap;

/// The pictures and the running text. They are made together: the first picture of a page loads at
/// once, wherever it stands.
pub struct Story {
    pub lead: Option<Element>,
    pub blocks: Vec<PrintedBlock>,
}

/// One block of the body as it prints.
pub struct PrintedBlock {
    /// What it is, as a theme asks for it: "paragraph", "figure", "gallery".
    pub kind: &'static str,
    /// How wide a figure runs: "inline", "supporting", "thumbnail", "showcase", "full".
    pub role: Option<&'static str>,
    pub element: Element,
}

/// The body of the story without its photos and galleries.
pub fn running_text(page: &Prepared) -> Vec<Element> {
    let figures = |block: &&Block| matches!(block, Block::Figure(_) | Block::Gallery(_));
    let mut writer = Writer::new(page);
    let body = page.story.document.body.iter().filter(|block| !figures(block));
    let text: Vec<Element> = body.flat_map(|block| writer.top_block(block)).collect();
    text.into_iter().chain(sign_off(page)).collect()
}

pub fn story(page: &Prepared) -> Story {
    let mut writer = Writer::new(page);
    let lead = page.story.document.lead.as_ref().and_then(|figure| writer.lead(figure));
    Story { lead, blocks: writer.story() }
}

/// Writes the blocks in order and remembers what the ones before were.
struct Writer<'a> {
    page: &'a Prepared<'a>,
    /// The first picture loads at once; all others when they are near.
    a_picture_stands: bool,
    /// A crosshead of level 3 needs one of level 2 before it.
    a_crosshead_stands: bool,
    /// Crossheads stand under the title of a fact box.
    in_a_box: bool,
    /// How often each name was given to an element, in small letters.
    names: BTreeMap<String, usize>,
    /// How many tables have cells that name their headers.
    tables: usize,
    /// What stands at the head of the first paragraph, until it does.
    dateline: Option<Dateline<'a>>,
}

struct Dateline<'a> {
    line: &'a Line,
    text: String,
}

impl<'a> Writer<'a> {
    fn new(page: &'a Prepared<'a>) -> Self {
        let line = &page.story.document.dateline;
        let text = one_line(&line.content);
        let at_the_head = page.story.dateline == DatelinePlace::FirstParagraph;
        let dateline = (at_the_head && !text.is_empty()).then_some(Dateline { line, text });
        Writer {
            page,
            a_picture_stands: false,
            a_crosshead_stands: false,
            in_a_box: false,
            names: BTreeMap::new(),
            tables: 0,
            dateline,
        }
    }

    /// The whole body. A dateline that found no paragraph stands alone, before everything.
    fn story(&mut self) -> Vec<PrintedBlock> {
        let mut body = Vec::new();
        for block in &self.page.story.document.body {
            let (kind, role) = (kind(block), role(block));
            let printed = self.top_block(block).into_iter();
            body.extend(printed.map(|element| PrintedBlock { kind, role, element }));
        }
        let alone = self.dateline.take().map(|dateline| PrintedBlock {
            kind: "paragraph",
            role: None,
            element: element("p").with([dateline_element(&dateline)]),
        });
        alone.into_iter().chain(body).collect()
    }

    /// Only a paragraph of the body's own takes the dateline, not one of a quote or a list.
    fn top_block(&mut self, block: &'a Block) -> Vec<Element> {
        match block {
            Block::Paragraph(paragraph) => self.top_paragraph(paragraph).into_iter().collect(),
            other => self.block(other),
        }
    }

    fn top_paragraph(&mut self, paragraph: &'a Paragraph) -> Option<Element> {
        let text = one_line(&paragraph.content);
        if text.is_empty() {
            return None;
        }
        let Some(dateline) = self.dateline.take().filter(|d| !begins_with(&text, &d.text)) else {
            return self.paragraph(paragraph);
        };
        let gap = Node::text(if ends_itself(&dateline.text) { " " } else { " — " });
        let both = format!("{} {text}", dateline.text);
        let opening = element("p")
            .maybe("dir", foreign_direction(&both, self.page.direction))
            .with([dateline_element(&dateline)])
            .with([gap])
            .with(nodes(&paragraph.content));
        Some(opening)
    }

    fn block(&mut self, block: &'a Block) -> Vec<Element> {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph).into_iter().collect(),
            Block::Crosshead(crosshead) => self.crosshead(crosshead).into_iter().collect(),
            Block::List(list) => self.list(list).into_iter().collect(),
            Block::Quote(quote) => self.quote(quote).into_iter().collect(),
            Block::PullQuote(quote) => self.pull_quote(quote).into_iter().collect(),
            Block::FactBox(fact_box) => self.fact_box(fact_box).into_iter().collect(),
            Block::Table(table) => self.table(table).into_iter().collect(),
            Block::Gallery(gallery) => self.gallery(gallery).into_iter().collect(),
            Block::Embed(embed) => self.embed(embed).into_iter().collect(),
            Block::Correction(correction) => self.correction(correction).into_iter().collect(),
            Block::Figure(figure) => self.figure(figure).into_iter().collect(),
            Block::Divider { .. } => vec![element("hr")],
            Block::Unknown(unknown) => paragraphs_of(&unknown.json)
                .iter()
                .filter(|text| !tidy(text).is_empty())
                .map(|text| element("p").text(text))
                .collect(),
        }
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Element> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn paragraph(&self, written: &Paragraph) -> Option<Element> {
        paragraph(&written.content, self.page.direction)
    }

    fn crosshead(&mut self, crosshead: &Crosshead) -> Option<Element> {
        let small = crosshead.level == 3 || self.in_a_box;
        let tag = if small && self.a_crosshead_stands { "h3" } else { "h2" };
        let heading = line(tag, &crosshead.content, self.page.direction)?;
        self.a_crosshead_stands = true;
        Some(heading)
    }

    fn list(&mut self, list: &'a List) -> Option<Element> {
        let items: Vec<Element> =
            list.items.iter().filter_map(|item| self.list_item(item)).collect();
        let tag = if list.ordered { "ol" } else { "ul" };
        (!items.is_empty()).then(|| element(tag).with(items))
    }

    /// An item of one paragraph needs no paragraph of its own.
    fn list_item(&mut self, item: &'a ListItem) -> Option<Element> {
        if let [Block::Paragraph(only)] = item.content.as_slice() {
            return line("li", &only.content, self.page.direction);
        }
        let content = self.blocks(&item.content);
        (!content.is_empty()).then(|| element("li").with(content))
    }

    /// Who said it stands outside the quotation: it is not part of what was said (WHATWG HTML
    /// 4.4.4).
    fn quote(&mut self, quote: &'a Quote) -> Option<Element> {
        let content = self.blocks(&quote.content);
        (!content.is_empty()).then(|| {
            element("div")
                .class("quote")
                .with([element("blockquote").with(content)])
                .with(self.said_by(quote.attribution.as_ref()))
        })
    }

    /// A pull quote that repeats the body is for the eye: a screen reader would say it twice.
    fn pull_quote(&mut self, quote: &'a PullQuote) -> Option<Element> {
        let content = self.blocks(&quote.content);
        if content.is_empty() {
            return None;
        }
        let hidden = (repeats_the_body(self.page.story.document, quote) && !holds_a_link(quote))
            .then_some("true");
        let pull = element("div")
            .class("pull")
            .maybe("aria-hidden", hidden)
            .with(content)
            .with(self.said_by(quote.attribution.as_ref()));
        Some(pull)
    }

    fn said_by(&self, attribution: Option<&Attribution>) -> Option<Element> {
        line("p", &attribution?.content, self.page.direction).map(|line| line.class("said-by"))
    }

    fn lead(&mut self, figure: &'a Figure) -> Option<Element> {
        let lead = Printed::of(figure, self.page.story, self.page.words)?.at_the_head();
        Some(self.picture(&lead))
    }

    fn figure(&mut self, figure: &'a Figure) -> Option<Element> {
        let printed = Printed::of(figure, self.page.story, self.page.words)?;
        Some(self.picture(&printed))
    }

    fn picture(&mut self, printed: &Printed) -> Element {
        let first = !self.a_picture_stands;
        self.a_picture_stands = true;
        printed.element(first, self.page)
    }
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) | Block::Unknown(_) => "paragraph",
        Block::Crosshead(_) => "crosshead",
        Block::List(_) => "list",
        Block::Quote(_) => "quote",
        Block::PullQuote(_) => "pullQuote",
        Block::FactBox(_) => "factBox",
        Block::Table(_) => "table",
        Block::Gallery(_) => "gallery",
        Block::Embed(_) => "embed",
        Block::Correction(_) => "correction",
        Block::Figure(_) => "figure",
        Block::Divider { .. } => "divider",
    }
}

fn role(block: &Block) -> Option<&'static str> {
    match block {
        Block::Figure(figure) => Some(match figure.role {
            Role::Inline => "inline",
            Role::Supporting => "supporting",
            Role::Thumbnail => "thumbnail",
            Role::Showcase => "showcase",
            Role::Full => "full",
        }),
        _ => None,
    }
}

/// Whether the words of each paragraph stand in the running text too, quotation marks aside.
pub(in crate::export) fn repeats_the_body(document: &Document, quote: &PullQuote) -> bool {
    let running: Vec<String> = runs(document)
        .iter()
        .filter(|run| matches!(run.part, Part::Paragraph | Part::ListItem | Part::Quote))
        .map(|run| tidy(&run.text()).to_lowercase())
        .collect();
    quote.content.iter().all(|block| match block {
        Block::Paragraph(paragraph) => {
            let said = one_line(&paragraph.content).to_lowercase();
            let said = said.trim_matches(|c: char| !c.is_alphanumeric());
            running.iter().any(|text| text.contains(said))
        }
        _ => false,
    })
}

/// A link that is hidden from a screen reader would still take the keyboard's focus.
fn holds_a_link(quote: &PullQuote) -> bool {
    quote.content.iter().any(|block| match block {
        Block::Paragraph(paragraph) => paragraph.content.iter().any(is_link),
        _ => true,
    }) || quote.attribution.iter().any(|line| line.content.iter().any(is_link))
}

fn is_link(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.marks.iter().any(|mark| matches!(mark, Mark::Link { .. })),
        Inline::HardBreak { .. } | Inline::Unknown(_) => false,
    }
}

fn dateline_element(dateline: &Dateline) -> Element {
    element("span").class("dateline").with(nodes(&dateline.line.content))
}

/// Whether the copy brings its dateline along: "Halden (AFP) — The bridge …". A sentence that
/// merely begins with the place ("Halden residents …") does not.
pub fn begins_with(text: &str, dateline: &str) -> bool {
    let place = dateline.trim_end_matches(|c: char| c.is_whitespace() || is_dash(c) || c == ':');
    let same = |(a, b): (char, char)| a == b || a.to_lowercase().eq(b.to_lowercase());
    let length = place.chars().count();
    if text.chars().count() < length || !text.chars().zip(place.chars()).all(same) {
        return false;
    }
    let rest: String = text.chars().skip(length).collect();
    match rest.trim_start().chars().next() {
        Some('-') => rest.starts_with(char::is_whitespace),
        Some(next) => is_dash(next) || matches!(next, ':' | '(' | '|'),
        None => true,
    }
}

/// Whether a typed dateline needs no dash after it.
pub fn ends_itself(dateline: &str) -> bool {
    dateline.ends_with(|c: char| is_dash(c) || matches!(c, ':' | '|' | '】' | '》'))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

#[cfg(test)]
mod tests {
    use super::{begins_with, ends_itself};

    #[test]
    fn copy_that_brings_its_dateline_is_known() {
        for text in ["HALDEN — The bridge", "Halden (AFP) - The", "Halden: The", "HALDEN"] {
            assert!(begins_with(text, "Halden"), "{text}");
        }
        assert!(begins_with("HALDEN — The bridge", "HALDEN —"));
        for text in ["Halden residents said", "Halden-based", "Haldenby — The", "The bridge", ""]
        {
            assert!(!begins_with(text, "Halden"), "{text}");
        }
    }

    #[test]
    fn a_dateline_with_its_own_dash_gets_no_second() {
        assert!(ends_itself("HALDEN —"));
        assert!(ends_itself("【東京】"));
        assert!(!ends_itself("HALDEN (AFP)"));
    }
}
