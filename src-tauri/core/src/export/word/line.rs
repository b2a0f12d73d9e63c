//! Paragraphs, and the text in them.

use super::body::Writer;
use crate::export::flow::{Run, Wrap, text};
use crate::export::text::{foreign_direction, letter_direction};
use crate::export::words::primary;
use crate::export::xml::{Element, Node, element, empty};
use crate::story::{Direction, direction_of};

/// What a paragraph is besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    pub style: &'static str,
    /// The number of its list, and how deep it stands in it.
    pub list: Option<(usize, usize)>,
    /// Twips from the side where lines begin, for what follows a list's own line.
    pub indent: Option<usize>,
    pub keep_with_next: bool,
}

impl Look {
    pub fn of(style: &'static str) -> Look {
        Look { style, ..Look::default() }
    }
}

impl Writer<'_> {
    /// A paragraph of text.
    pub fn paragraph(&mut self, look: Look, runs: &[Run]) -> Element {
        let direction = self.direction(&text(runs));
        let content = self.runs(runs, direction);
        self.paragraph_of(look, direction, content)
    }

    /// A paragraph of something else.
    pub fn paragraph_of(&self, look: Look, direction: Direction, content: Vec<Node>) -> Element {
        element("w:p").with([properties(look, direction)]).with(content)
    }

    /// Which way a paragraph with this text runs.
    pub fn direction(&self, text: &str) -> Direction {
        match foreign_direction(text, self.story.direction) {
            Some("rtl") => Direction::RightToLeft,
            Some(_) => Direction::LeftToRight,
            None => self.story.direction,
        }
    }

    /// The runs, those of one link inside it.
    pub fn runs(&mut self, runs: &[Run], direction: Direction) -> Vec<Node> {
        let mut nodes = Vec::new();
        for chunk in runs.chunk_by(|a, b| a.link().is_some() && a.link() == b.link()) {
            let pieces = chunk.iter().flat_map(|run| run_elements(run, direction));
            match chunk[0].link() {
                None => nodes.extend(pieces.map(Node::from)),
                Some(address) => {
                    let id = self.link(address);
                    let link = element("w:hyperlink").attribute("r:id", id);
                    nodes.push(link.attribute("w:history", "1").with(pieces).into());
                }
            }
        }
        nodes
    }

    /// Text in a style of its own, as the credit after a caption.
    pub fn styled(&self, style: &'static str, text: &str, direction: Direction) -> Vec<Node> {
        let properties = || vec![empty("w:rStyle").attribute("w:val", style)];
        pieces(text, direction)
            .into_iter()
            .map(|(turned, piece)| run_element(properties(), turned, None, piece).into())
            .collect()
    }
}

/// In the order that the schema wants (ISO/IEC 29500-1, CT_PPrBase).
fn properties(look: Look, direction: Direction) -> Element {
    let value = |name, value: usize| empty(name).attribute("w:val", value.to_string());
    let list = look.list.map(|(number, depth)| {
        element("w:numPr").with([value("w:ilvl", depth), value("w:numId", number)])
    });
    let turned = direction == Direction::RightToLeft && BARRED.contains(&look.style);
    element("w:pPr")
        .with([empty("w:pStyle").attribute("w:val", look.style)])
        .with(look.keep_with_next.then(|| empty("w:keepNext")))
        .with(list)
        .with(turned.then(bar_at_the_right))
        .with((direction == Direction::RightToLeft).then(|| empty("w:bidi")))
        .with(look.indent.map(|twips| empty("w:ind").attribute("w:left", twips.to_string())))
}

/// Styles with a bar before their text (`styles.xml`). Word never turns a bar about by itself.
const BARRED: [&str; 3] = ["Embed", "EmbedText", "Correction"];

fn bar_at_the_right() -> Element {
    let bar = empty("w:right").attribute("w:val", "single").attribute("w:sz", "18");
    let bar = bar.attribute("w:space", "10").attribute("w:color", "1F3A5F");
    element("w:pBdr").with([empty("w:left").attribute("w:val", "nil"), bar])
}

fn run_elements(run: &Run, direction: Direction) -> Vec<Element> {
    if run.is_break() {
        return vec![element("w:r").with([empty("w:br")])];
    }
    let direction = run.language().map_or(direction, direction_of);
    pieces(&run.text, direction)
        .into_iter()
        .map(|(turned, piece)| run_element(marks(run), turned, run.language(), piece))
        .collect()
}

fn marks(run: &Run) -> Vec<Element> {
    let mut marks = Vec::new();
    if run.link().is_some() {
        marks.push(empty("w:rStyle").attribute("w:val", "Hyperlink"));
    }
    // Word sets other scripts by switches of their own.
    if run.is(&Wrap::Strong) {
        marks.extend([empty("w:b"), empty("w:bCs")]);
    }
    if run.is(&Wrap::Em) {
        marks.extend([empty("w:i"), empty("w:iCs")]);
    }
    marks
}

fn run_element(
    mut properties: Vec<Element>,
    direction: Direction,
    language: Option<&str>,
    text: &str,
) -> Element {
    if direction == Direction::RightToLeft {
        properties.push(empty("w:rtl"));
    }
    properties.extend(language.map(|tag| empty("w:lang").attribute(script_of(tag), tag)));
    let properties = (!properties.is_empty()).then(|| element("w:rPr").with(properties));
    let text = element("w:t").attribute("xml:space", "preserve").text(text);
    element("w:r").with(properties).with([text])
}

/// Word keeps a language for each of three kinds of script.
pub fn script_of(language: &str) -> &'static str {
    match primary(language).to_ascii_lowercase().as_str() {
        "ja" | "zh" | "ko" | "yue" => "w:eastAsia",
        _ if direction_of(language) == Direction::RightToLeft => "w:bidi",
        _ => "w:val",
    }
}

/// The text cut where its letters change direction: Word wants to be told of each piece. What has no
/// direction goes with its neighbours where they agree, else with the paragraph.
fn pieces(text: &str, paragraph: Direction) -> Vec<(Direction, &str)> {
    let mut cuts: Vec<(usize, Direction)> = Vec::new();
    let mut neutral_since = 0;
    for (at, c) in text.char_indices() {
        let Some(direction) = letter_direction(c) else { continue };
        match cuts.last() {
            Some((_, last)) if *last == direction => {}
            Some(_) if direction != paragraph => cuts.push((at, direction)),
            Some(_) => cuts.push((neutral_since, direction)),
            None if direction == paragraph || at == 0 => cuts.push((0, direction)),
            None => cuts.extend([(0, paragraph), (at, direction)]),
        }
        neutral_since = at + c.len_utf8();
    }
    if cuts.is_empty() {
        cuts.push((0, paragraph));
    }
    if cuts.last().is_some_and(|(_, last)| *last != paragraph) && neutral_since < text.len() {
        cuts.push((neutral_since, paragraph));
    }
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    cuts.iter().zip(ends).map(|((at, direction), end)| (*direction, &text[*at..end])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight as L, RightToLeft as R};

    #[test]
    fn a_text_is_cut_where_its_letters_turn() {
        let check = |text, paragraph, expected: &[(Direction, &str)]| {
            assert_eq!(pieces(text, paragraph), expected, "{text}");
        };
        check("The bridge, 12", L, &[(L, "The bridge, 12")]);
        check("The كثيب word", L, &[(L, "The "), (R, "كثيب"), (L, " word")]);
        check("قالت BBC أمس.", R, &[(R, "قالت "), (L, "BBC"), (R, " أمس.")]);
        check("(BBC)", R, &[(R, "("), (L, "BBC"), (R, ")")]);
        check("12:30", R, &[(R, "12:30")]);
        check("كثيب", L, &[(R, "كثيب")]);
        check("", L, &[(L, "")]);
    }
}
