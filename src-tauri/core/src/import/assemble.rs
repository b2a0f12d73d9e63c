//! Labelled lines to a document.

use super::ImportNote;
use super::figures::{Placed, WantedPhoto};
use super::furniture::dateline;
use super::label::{Label, Labelled};
use crate::story::{Block, Crosshead, Document, Extra, Figure, Inline, Line, List, ListItem};
use crate::story::{Paragraph, Text, read, write};

/// Builds the story. A figure before the first line of body is the lead.
pub(super) fn assemble(placed: Vec<Placed>, notes: &mut Vec<ImportNote>) -> Document {
    let mut story = Document { language: "en".into(), ..Document::default() };
    let mut body_began = false;
    for item in placed {
        match item {
            Placed::Figure(photo) if !body_began && story.lead.is_none() => {
                story.lead = Some(figure(photo));
            }
            Placed::Figure(photo) => story.body.push(Block::Figure(figure(photo))),
            Placed::Line(line) => {
                let first = !body_began;
                body_began |= is_body(&line.label);
                put(&mut story, line, first, notes);
            }
        }
    }
    story
}

/// The same story with its positions counted.
pub(super) fn with_positions(story: &Document) -> Document {
    read(&write(story))
}

fn is_body(label: &Label) -> bool {
    matches!(label, Label::Paragraph | Label::Crosshead | Label::Item { .. })
}

fn put(story: &mut Document, line: Labelled, first: bool, notes: &mut Vec<ImportNote>) {
    let Labelled { piece, label, .. } = line;
    match label {
        Label::Kicker => story.kicker = line_of(&piece.text),
        Label::Headline => story.headline = line_of(&piece.text),
        Label::Standfirst => story.standfirst = line_of(&piece.text),
        Label::Byline => add_line(&mut story.byline, &piece.text),
        Label::SignOff => add_line(&mut story.sign_off, &piece.text),
        Label::Crosshead => story.body.push(Block::Crosshead(Crosshead {
            at: 0,
            level: 2,
            content: inline(&piece.text),
            extra: Extra::new(),
        })),
        Label::Divider => {
            notes.push(mark("divider", piece.line, &piece.text, "a divider"));
            story.body.push(Block::Divider { at: 0, extra: Extra::new() });
        }
        Label::Item { ordered, mark: length } => {
            let (bullet, text) = piece.text.split_at(length);
            notes.push(mark("list", piece.line, bullet, "an item of a list"));
            add_item(&mut story.body, ordered, text.trim_start());
        }
        _ => {
            let text =
                if first { take_dateline(story, &piece.text, piece.line, notes) } else { None };
            story.body.push(Block::Paragraph(paragraph(text.as_deref().unwrap_or(&piece.text))));
        }
    }
}

fn mark(rule: &str, line: u32, quote: &str, what: &str) -> ImportNote {
    ImportNote::line(rule, line, quote, format!("Line {line} became {what}."))
}

/// Moves the dateline from the head of the first paragraph to its own place.
fn take_dateline(
    story: &mut Document,
    text: &str,
    line: u32,
    notes: &mut Vec<ImportNote>,
) -> Option<String> {
    let found = dateline(text)?;
    story.dateline = line_of(found.typed);
    let message = format!("“{}” was taken as the dateline.", found.typed);
    notes.push(ImportNote::line("guessed-dateline", line, found.head, message).certain(90));
    Some(found.rest.to_owned())
}

/// A second line of byline or sign-off stands under the first.
fn add_line(slot: &mut Line, text: &str) {
    if !slot.content.is_empty() {
        slot.content.push(Inline::HardBreak { at: 0, marks: Vec::new(), extra: Extra::new() });
    }
    slot.content.extend(inline(text));
}

fn add_item(body: &mut Vec<Block>, ordered: bool, text: &str) {
    let item =
        ListItem { at: 0, content: vec![Block::Paragraph(paragraph(text))], extra: Extra::new() };
    match body.last_mut() {
        Some(Block::List(list)) if list.ordered == ordered => list.items.push(item),
        _ => {
            body.push(Block::List(List { at: 0, ordered, items: vec![item], extra: Extra::new() }))
        }
    }
}

fn figure(photo: WantedPhoto) -> Figure {
    Figure {
        file_photo: photo.file_photo,
        wanted_credit: photo.credit,
        caption: photo.caption.as_deref().map(line_of),
        ..Figure::default()
    }
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph { content: inline(text), ..Paragraph::default() }
}

fn line_of(text: &str) -> Line {
    Line { content: inline(text), ..Line::default() }
}

fn inline(text: &str) -> Vec<Inline> {
    vec![Inline::Text(Text { at: 0, text: text.to_owned(), marks: Vec::new() })]
}
