//! The text of the body: passages that stayed, became others, came, went or moved.

use super::pairs::pairs;
use super::pieces::{Piece, became, even};
use super::{ChangedPart, HowChanged, PartChange};
use crate::story::document::{Document, Embed};
use crate::story::figures::embeds;
use crate::story::text::{Part, runs};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What changed in the body, in the order of the newer state; what was taken out stands where it was.
pub(super) fn flow(before: &Document, after: &Document) -> Vec<PartChange> {
    let (old, new) = (pieces(before), pieces(after));
    let printed = |pieces: &[Piece]| -> Vec<(ChangedPart, String)> {
        pieces.iter().map(|piece| (piece.part, piece.marked.clone())).collect()
    };
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &printed(&old), &printed(&new)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            found.extend(stretch(&old[op.old_range()], &new[op.new_range()]));
        }
    }
    moved(found).into_iter().filter_map(|step| step.change()).collect()
}

/// What became of one passage.
enum Step<'a> {
    Became(&'a Piece, &'a Piece),
    TakenOut(&'a Piece),
    PutIn(&'a Piece),
    Moved(&'a Piece),
}

impl Step<'_> {
    fn change(&self) -> Option<PartChange> {
        match self {
            Step::Became(before, after) => became(before, after),
            Step::TakenOut(piece) => Some(piece.as_a_whole(HowChanged::TakenOut)),
            Step::PutIn(piece) => Some(piece.as_a_whole(HowChanged::PutIn)),
            Step::Moved(piece) => Some(piece.as_a_whole(HowChanged::Moved)),
        }
    }
}

/// One stretch in which nothing stayed as it was.
fn stretch<'a>(old: &'a [Piece], new: &'a [Piece]) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let (mut from, mut upon) = (0, 0);
    for (at_old, at_new) in pairs(old, new) {
        steps.extend(old[from..at_old].iter().map(Step::TakenOut));
        steps.extend(new[upon..at_new].iter().map(Step::PutIn));
        steps.push(Step::Became(&old[at_old], &new[at_new]));
        (from, upon) = (at_old + 1, at_new + 1);
    }
    steps.extend(old[from..].iter().map(Step::TakenOut));
    steps.extend(new[upon..].iter().map(Step::PutIn));
    steps
}

/// A passage that went from one place and came at another, in the same words, moved.
fn moved(steps: Vec<Step>) -> Vec<Step> {
    let mut gone: Vec<(ChangedPart, &str)> = steps.iter().filter_map(taken_out).collect();
    gone.sort_unstable();
    let mut arrived = Vec::new();
    let steps: Vec<Step> = steps
        .into_iter()
        .map(|step| match step {
            Step::PutIn(piece) => match gone.binary_search(&known(piece)) {
                Ok(at) => {
                    arrived.push(gone.remove(at));
                    Step::Moved(piece)
                }
                Err(_) => step,
            },
            _ => step,
        })
        .collect();
    arrived.sort_unstable();
    let mut left = Vec::new();
    for step in steps {
        let found = taken_out(&step).and_then(|known| arrived.binary_search(&known).ok());
        match found {
            Some(at) => drop(arrived.remove(at)),
            None => left.push(step),
        }
    }
    left
}

fn taken_out<'a>(step: &Step<'a>) -> Option<(ChangedPart, &'a str)> {
    match step {
        Step::TakenOut(piece) => Some(known(piece)),
        _ => None,
    }
}

fn known(piece: &Piece) -> (ChangedPart, &str) {
    (piece.part, &piece.marked)
}

/// The passages of the body that have words, in reading order, and what embeds say after them.
fn pieces(document: &Document) -> Vec<Piece> {
    let passages = runs(document).into_iter().filter_map(|run| {
        let part = part(run.part)?;
        Some(Piece::new(part, run.number, run.content))
    });
    let cards = (1..).zip(embeds(document)).map(|(number, embed)| card(number, embed));
    passages.chain(cards).filter(|piece| !piece.text.is_empty()).collect()
}

fn card(number: u32, embed: &Embed) -> Piece {
    let Embed { address, provider, title, author, text, .. } = embed;
    let text = even(&[provider, title, author, text, address].map(String::as_str).join(" "));
    Piece { part: ChangedPart::Embed, number, marked: text.clone(), text }
}

/// `None` for what is no passage of the body: lines of furniture, and what stands with a photo.
fn part(part: Part) -> Option<ChangedPart> {
    match part {
        Part::Paragraph => Some(ChangedPart::Paragraph),
        Part::Crosshead => Some(ChangedPart::Crosshead),
        Part::ListItem => Some(ChangedPart::ListItem),
        Part::Quote => Some(ChangedPart::Quote),
        Part::PullQuote => Some(ChangedPart::PullQuote),
        Part::Attribution => Some(ChangedPart::Attribution),
        Part::BoxTitle => Some(ChangedPart::BoxTitle),
        Part::FactBox => Some(ChangedPart::FactBox),
        Part::TableHeader => Some(ChangedPart::TableHeader),
        Part::TableCell => Some(ChangedPart::TableCell),
        Part::Correction => Some(ChangedPart::Correction),
        Part::Kicker
        | Part::Headline
        | Part::Standfirst
        | Part::Byline
        | Part::Dateline
        | Part::WebHeadline
        | Part::SocialHeadline
        | Part::PrintHeadline
        | Part::LeadCaption
        | Part::LeadAltText
        | Part::Caption
        | Part::AltText
        | Part::SignOff => None,
    }
}
