//! What a lawyer reads of a story: its headlines, standfirst, body, captions and pictures. A change in
//! these undoes a clearance; a change of type, of a credit or of an alt text does not.

use crate::story::{Block, Document, Figure, Framing, Part, runs};
use unicode_normalization::UnicodeNormalization;

/// Words and pictures on a line each, in reading order, words before pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalText {
    pub text: String,
    /// Photos whose own caption is printed, so that a change of it counts as well.
    pub borrowed: Vec<String>,
}

impl LegalText {
    pub fn of(document: &Document) -> LegalText {
        let words = runs(document).into_iter().filter(|run| is_read(run.part));
        let mut lines: Vec<String> = words.map(|run| even(&run.text())).collect();
        let mut borrowed = Vec::new();
        for figure in figures(document) {
            let Some(id) = figure.photo_id.as_deref().filter(|id| !id.is_empty()) else { continue };
            lines.push(format!("[{id}{}]", framed(&figure.framing)));
            if figure.caption.is_none() {
                borrowed.push(id.to_owned());
            }
        }
        lines.retain(|line| !line.is_empty());
        LegalText { text: lines.join("\n"), borrowed }
    }

    pub fn hash(&self) -> String {
        blake3::hash(self.text.as_bytes()).to_hex().to_string()
    }
}

fn is_read(part: Part) -> bool {
    let names_somebody = matches!(part, Part::Byline | Part::Dateline | Part::SignOff);
    !names_somebody && !matches!(part, Part::Kicker | Part::LeadAltText | Part::AltText)
}

/// Without what no reader sees: how a letter is put together, and how wide a space is.
fn even(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A crop, a turn and a cover change what a picture shows; where its focus lies does not.
fn framed(framing: &Framing) -> String {
    let framing = Framing { focus: None, ..framing.clone() };
    if framing.is_plain() {
        return String::new();
    }
    serde_json::to_string(&framing).map(|json| format!(" {json}")).unwrap_or_default()
}

fn figures(document: &Document) -> Vec<&Figure> {
    let mut found: Vec<&Figure> = document.lead.iter().collect();
    collect(&document.body, &mut found);
    found
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::List(list) => list.items.iter().for_each(|item| collect(&item.content, found)),
            Block::Quote(quote) => collect(&quote.content, found),
            Block::PullQuote(quote) => collect(&quote.content, found),
            _ => {}
        }
    }
}
