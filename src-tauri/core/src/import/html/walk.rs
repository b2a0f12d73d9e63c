//! From the tree to parts, in one walk from the first word to the last. The walk keeps its own list of
//! what is still to do, so no nesting can exhaust the stack.

use super::kind::{Kind, gone, is_block, kind};
use super::look::{Look, Words, is_footnote, leads_back};
use super::mail::is_dash;
use super::open::{Holds, Open};
use super::part::{Part, Picture, Run, Style as LineStyle, is_blank, text_of};
use super::receipt::{Receipt, Why};
use super::style::{Sheet, Style};
use super::tree::{Content, Element, Id, Node, ROOT};

/// Sixty lists one inside the other, and the story around them.
const MAX_OPEN: usize = 121;

/// What Word draws before an item, in bytes: "(viii)" or a bullet.
const LONGEST_MARKER: usize = 12;

/// The parts of a page, nested as it nests them.
pub(super) fn parts(nodes: &[Node], language: &str, receipt: &mut Receipt) -> Vec<Part> {
    let in_docs = nodes.iter().any(|node| match &node.content {
        Content::Element(element) => element.attr("id").starts_with("docs-internal-guid"),
        _ => false,
    });
    let mut walk = Walk {
        nodes,
        sheet: Sheet::of(nodes),
        in_docs,
        words: Words::of(language),
        receipt,
        steps: vec![Step::Enter(ROOT, Look::default())],
        open: vec![Open::new(Holds::Story)],
        line: Vec::new(),
        waiting: Vec::new(),
        line_is_quote: false,
        line_is_said_by: false,
    };
    walk.run();
    walk.flush();
    walk.open.swap_remove(0).parts
}

/// What is still to do.
enum Step {
    Enter(Id, Look),
    /// A sign that the browser would have drawn.
    Draw(&'static str, Look),
    EndBlock,
    Close,
}

pub(super) struct Walk<'a> {
    nodes: &'a [Node],
    sheet: Sheet,
    in_docs: bool,
    words: Words,
    pub receipt: &'a mut Receipt,
    steps: Vec<Step>,
    /// What is open, the story first. It never is empty.
    pub open: Vec<Open>,
    /// The line that is being read.
    pub line: Vec<Run>,
    /// Pictures from the middle of the line; they stand under it.
    waiting: Vec<Picture>,
    line_is_quote: bool,
    line_is_said_by: bool,
}

impl Walk<'_> {
    fn run(&mut self) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Enter(id, look) => self.enter(id, look),
                Step::Draw(sign, look) => self.push(sign, &look),
                Step::EndBlock => self.flush(),
                Step::Close => {
                    self.flush();
                    if let Some(open) = self.open.pop() {
                        self.close(open);
                    }
                }
            }
        }
    }

    fn enter(&mut self, id: Id, look: Look) {
        let nodes = self.nodes;
        match &nodes[id].content {
            Content::Text(text) => self.text(text, &look),
            Content::Nothing => self.children(id, &look),
            Content::Element(element) => {
                let style = self.sheet.style(element);
                match gone(element, &style) {
                    Some(why) => self.leave_out(id, element, why),
                    None => self.element(id, element, &style, look),
                }
            }
        }
    }

    fn children(&mut self, id: Id, look: &Look) {
        let children = self.nodes[id].children.iter().rev();
        self.steps.extend(children.map(|child| Step::Enter(*child, look.clone())));
    }

    fn element(&mut self, id: Id, element: &Element, style: &Style, look: Look) {
        let look = self.look(id, element, style, look);
        self.remember(id, element);
        match self.kind(id, element, style) {
            Kind::Break => self.line_break(element, &look),
            Kind::Divider => self.divider(),
            Kind::Picture => self.picture(element, &look),
            Kind::Marker => self.marker(id, &look),
            Kind::Speech => self.around(id, &look, self.words.quotes),
            Kind::Reading => self.around(id, &look, ("(", ")")),
            Kind::Term => {
                let mut look = look;
                look.marks.strong = true;
                self.block(id, &look);
            }
            Kind::Cite => {
                self.line_is_said_by |= self.names_who_is_quoted();
                self.children(id, &look);
            }
            Kind::Inline if self.is_bare_sign(id, element) => {
                let after = if leads_back(element.attr("href")) { "] " } else { "]" };
                self.around(id, &look, ("[", after));
            }
            Kind::Inline => self.children(id, &look),
            Kind::Block => self.block(id, &look),
            kind => match self.holds(id, element, style, kind) {
                Some(holds) if self.open.len() < MAX_OPEN => self.opens(id, holds, &look),
                Some(_) => {
                    self.note_depth();
                    self.block(id, &look);
                }
                None if is_block(element, style) => self.block(id, &look),
                None => self.children(id, &look),
            },
        }
    }

    fn kind(&self, id: Id, element: &Element, style: &Style) -> Kind {
        let kind = kind(element, style, self.in_docs);
        match kind {
            Kind::List { .. } if self.says_levels(id) => Kind::Block,
            // A paragraph of a list or a cell that is moved in belongs there.
            Kind::Quote { indented: true, .. } if self.open.len() > 1 => Kind::Block,
            Kind::Quote { .. }
                if self.inside(|holds| matches!(holds, Holds::Quote(q) if q.pull)) =>
            {
                Kind::Block
            }
            Kind::Marker if !self.inside(|holds| matches!(holds, Holds::WordItem { .. })) => {
                Kind::Inline
            }
            kind => kind,
        }
    }

    fn block(&mut self, id: Id, look: &Look) {
        self.flush();
        self.steps.push(Step::EndBlock);
        self.children(id, look);
    }

    fn opens(&mut self, id: Id, holds: Holds, look: &Look) {
        self.flush();
        self.open.push(Open::new(holds));
        self.steps.push(Step::Close);
        self.children(id, look);
    }

    /// At the head of a line under what is quoted.
    fn names_who_is_quoted(&self) -> bool {
        let in_quote = self.open.last().is_some_and(|open| match open.holds {
            Holds::Quote(_) => !open.parts.is_empty(),
            _ => false,
        });
        in_quote && text_of(&self.line).chars().all(|c| c.is_whitespace() || is_dash(c))
    }

    fn around(&mut self, id: Id, look: &Look, (before, after): (&'static str, &'static str)) {
        self.push(before, look);
        self.steps.push(Step::Draw(after, look.clone()));
        self.children(id, look);
    }

    fn text(&mut self, text: &str, look: &Look) {
        let folded: String = text
            .chars()
            .map(|c| match c {
                '\r' | '\t' | '\u{C}' => ' ',
                '\n' if !look.keeps_breaks => ' ',
                c => c,
            })
            .collect();
        self.push(&folded, look);
    }

    fn push(&mut self, text: &str, look: &Look) {
        match self.line.last_mut() {
            Some(run) if run.marks == look.marks => run.text.push_str(text),
            _ => self.line.push(Run { text: text.to_owned(), marks: look.marks.clone() }),
        }
    }

    fn line_break(&mut self, element: &Element, look: &Look) {
        if !element.classes().any(|class| class == "Apple-interchange-newline") {
            self.push("\n", look);
        }
    }

    fn divider(&mut self) {
        self.flush();
        self.add(Part::Divider);
    }

    /// A picture among words stands under their line; one alone stands where it is.
    fn picture(&mut self, element: &Element, look: &Look) {
        let shows = element.attr("alt").trim();
        if is_emoji(shows) {
            return self.push(shows, look);
        }
        if is_invisible(element) {
            return;
        }
        self.waiting.push(Picture { shows: shows.to_owned(), ..Picture::default() });
        if is_blank(&self.line) {
            self.flush();
        }
    }

    fn marker(&mut self, id: Id, look: &Look) {
        let drawn = self.text_under(id);
        let item = self.open.iter_mut().rev().find_map(|open| match &mut open.holds {
            Holds::WordItem { marker, .. } => Some(marker),
            _ => None,
        });
        match item {
            Some(marker) if drawn.trim().len() <= LONGEST_MARKER => marker.push_str(drawn.trim()),
            _ => self.push(&drawn, look),
        }
    }

    /// Ends the line that is being read.
    pub fn flush(&mut self) {
        let runs = std::mem::take(&mut self.line);
        let is_quote = std::mem::take(&mut self.line_is_quote);
        let is_said_by = std::mem::take(&mut self.line_is_said_by);
        if !is_blank(&runs) {
            let style = if is_said_by { LineStyle::Attribution } else { self.line_style() };
            let line = Part::Line { style, runs };
            self.add(if is_quote { super::open::quoted(line) } else { line });
        }
        for picture in std::mem::take(&mut self.waiting) {
            self.add(Part::Picture(picture));
        }
    }

    fn line_style(&self) -> LineStyle {
        let inner = self.open.iter().rev().find_map(|open| match open.holds {
            Holds::Heading(level) => Some(LineStyle::Crosshead(level)),
            Holds::Attribution => Some(LineStyle::Attribution),
            Holds::Story | Holds::Figure(_) => None,
            _ => Some(LineStyle::Paragraph),
        });
        inner.unwrap_or(LineStyle::Paragraph)
    }

    fn look(&mut self, id: Id, element: &Element, style: &Style, look: Look) -> Look {
        let raised = matches!(element.name(), "sup" | "sub") || style.raised;
        let in_sign = self.around_of(id).is_some_and(|around| around.attr("href").starts_with('#'));
        if raised && !look.raised && !in_sign && !self.points_inside(id) {
            let text = self.text_under(id);
            if says_more_when_raised(text.trim()) {
                self.receipt.note(Why::Raised, &text);
            }
        }
        let mut look = look.with(element, style, self.receipt);
        look.raised |= raised;
        look
    }

    /// The number of a footnote, which on the line would run into the word before it.
    fn is_bare_sign(&self, id: Id, element: &Element) -> bool {
        let text = || self.text_under(id);
        is_footnote(element.attr("href"))
            && text().trim().chars().all(|c| c.is_ascii_digit())
            && !text().trim().is_empty()
    }

    /// Whether what stands raised is the sign of a note.
    fn points_inside(&self, id: Id) -> bool {
        let mut todo = vec![id];
        let mut looked = 0;
        while let Some(id) = todo.pop().filter(|_| looked < 12) {
            looked += 1;
            if let Content::Element(element) = &self.nodes[id].content
                && element.attr("href").starts_with('#')
            {
                return true;
            }
            todo.extend(self.nodes[id].children.iter());
        }
        false
    }

    fn remember(&mut self, id: Id, element: &Element) {
        let style = element.attr("data-ccp-parastyle").to_ascii_lowercase();
        self.line_is_quote |= style.contains("quote");
        if element.name() == "ins" && element.has("datetime") {
            let text = self.text_under(id);
            self.receipt.note(Why::Inserted, &text);
        }
    }

    fn leave_out(&mut self, id: Id, element: &Element, why: Option<Why>) {
        let Some(why) = why else { return };
        let text = match why {
            Why::Script | Why::Sheet => String::new(),
            Why::Frame | Why::Media => ["src", "data"].map(|name| element.attr(name)).join(" "),
            Why::Control if element.name() == "input" => match element.attr("type") {
                "submit" | "button" | "reset" => element.attr("value").to_owned(),
                _ => String::new(),
            },
            _ => self.text_under(id),
        };
        let may_be_silent = matches!(why, Why::Deleted | Why::Comment | Why::Hidden | Why::Drawing);
        if !(may_be_silent && text.trim().is_empty()) {
            self.receipt.note(why, &text);
        }
    }

    /// The words in an element; blocks are parted by a space.
    pub fn text_under(&self, id: Id) -> String {
        let mut text = String::new();
        let mut todo = vec![id];
        while let Some(id) = todo.pop() {
            match &self.nodes[id].content {
                Content::Text(words) => text.push_str(words),
                Content::Element(element) if matches!(element.name(), "script" | "style") => {}
                Content::Element(element) => {
                    if is_block(element, &Style::default()) || element.name() == "br" {
                        text.push(' ');
                    }
                    todo.extend(self.nodes[id].children.iter().rev());
                }
                Content::Nothing => {}
            }
        }
        text
    }

    /// Whether the items of this list say their levels themselves.
    fn says_levels(&self, id: Id) -> bool {
        self.nodes[id].children.iter().any(|child| match &self.nodes[*child].content {
            Content::Element(item) => item.name() == "li" && says_level(item).is_some(),
            _ => false,
        })
    }

    /// The element around a node.
    pub fn around_of(&self, id: Id) -> Option<&Element> {
        match &self.nodes[self.nodes[id].parent?].content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    fn note_depth(&mut self) {
        self.receipt.note(Why::TooDeep, "");
    }
}

/// Google Docs and Word on the web say on an item how deep it lies.
pub(super) fn says_level(item: &Element) -> Option<usize> {
    let level = [item.attr("data-aria-level"), item.attr("aria-level")];
    level.iter().find_map(|level| level.parse().ok()).map(|level: usize| level.clamp(1, 60))
}

/// "m²" is no "m2"; "1st" is.
fn says_more_when_raised(text: &str) -> bool {
    text.chars().any(|c| c.is_numeric()) || (text.chars().count() == 1 && text != "°")
}

/// Mail programs and some pages write emoji as pictures.
fn is_emoji(shows: &str) -> bool {
    !shows.is_empty()
        && shows.chars().count() <= 12
        && shows.chars().any(|c| u32::from(c) > 0x203B)
        && !shows.chars().any(char::is_alphanumeric)
}

/// Pictures of a dot, by which senders learn that a mail was opened.
fn is_invisible(element: &Element) -> bool {
    ["width", "height"].iter().any(|side| {
        let size = element.attr(side).trim_end_matches("px").parse::<f32>();
        size.is_ok_and(|size| size <= 3.0)
    })
}
