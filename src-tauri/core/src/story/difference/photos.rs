//! The photos of a story: which came, went or stand elsewhere, and what is said beside each.

use super::pieces::even;
use super::words::word_runs;
use super::{ChangedPart, HowChanged, PartChange, PhotoWords, RunKind, Side, WordRun};
use crate::story::document::{Figure, Line, Role};
use crate::story::figures::figures;
use crate::story::framing::Framing;
use crate::story::text::plain;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A photo that prints.
struct Picture<'a> {
    id: &'a str,
    /// Which of several places of the same photo it is, from 0.
    again: usize,
    /// Its number among all pictures of the story; 0 is the lead.
    number: u32,
    figure: &'a Figure,
    photo: &'a PhotoWords,
}

pub(super) fn pictures(before: Side, after: Side) -> Vec<PartChange> {
    let (old, new) = (printed(&before), printed(&after));
    let mut changes = order(&old, &new);
    for picture in &new {
        if let Some(earlier) = old.iter().find(|earlier| earlier.is(picture)) {
            changes.extend(beside(earlier, picture));
        }
    }
    changes
}

fn printed<'a>(side: &Side<'a>) -> Vec<Picture<'a>> {
    let has_lead = side.document.lead.is_some();
    let mut found: Vec<Picture> = Vec::new();
    for (number, figure) in (1..).zip(figures(side.document)) {
        let Some(id) = figure.photo_id.as_deref() else { continue };
        let Some(photo) = side.photos.get(id) else { continue };
        let again = found.iter().filter(|picture| picture.id == id).count();
        let number = if number == 1 && has_lead { 0 } else { number };
        found.push(Picture { id, again, number, figure, photo });
    }
    found
}

/// Which photos came, went and moved.
fn order(old: &[Picture], new: &[Picture]) -> Vec<PartChange> {
    let known = |pictures: &[Picture]| -> Vec<(String, usize)> {
        pictures.iter().map(|picture| (picture.id.to_owned(), picture.again)).collect()
    };
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &known(old), &known(new)) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let gone = old[op.old_range()].iter().filter(|picture| !new.iter().any(|n| n.is(picture)));
        changes.extend(gone.map(|picture| picture.came_or_went(HowChanged::TakenOut)));
        for picture in &new[op.new_range()] {
            let moved = old.iter().any(|earlier| earlier.is(picture));
            let change = if moved { HowChanged::Moved } else { HowChanged::PutIn };
            changes.push(picture.came_or_went(change));
        }
    }
    changes
}

/// What stands beside a photo that is in both states, and how it is shown.
fn beside(before: &Picture, after: &Picture) -> Vec<PartChange> {
    let mut changes = Vec::new();
    if before.look() != after.look() {
        changes.push(after.change(ChangedPart::Photo, HowChanged::ShownOtherwise, Vec::new()));
    }
    let lines = [
        (ChangedPart::Caption, before.caption(), after.caption()),
        (ChangedPart::Credit, even(&before.photo.credit), even(&after.photo.credit)),
        (ChangedPart::AltText, before.alt_text(), after.alt_text()),
    ];
    for (part, old, new) in lines {
        let how = match (old.is_empty(), new.is_empty()) {
            _ if old == new => continue,
            (true, _) => HowChanged::PutIn,
            (_, true) => HowChanged::TakenOut,
            _ => HowChanged::Changed,
        };
        changes.push(after.change(part, how, word_runs(&old, &new)));
    }
    changes
}

impl Picture<'_> {
    fn is(&self, other: &Picture) -> bool {
        (self.id, self.again) == (other.id, other.again)
    }

    /// A crop, a turn and a cover change what a picture shows; where its focus lies does not.
    fn look(&self) -> (Framing, Role, bool, bool) {
        let framing = Framing { focus: None, ..self.figure.framing.clone() };
        (framing, self.figure.role, self.figure.file_photo, self.figure.decorative)
    }

    fn caption(&self) -> String {
        own_or(&self.figure.caption, &self.photo.caption)
    }

    fn alt_text(&self) -> String {
        match self.figure.decorative {
            true => String::new(),
            false => own_or(&self.figure.alt_text, &self.photo.alt_text),
        }
    }

    /// With its caption and credit, so that a person knows which one it is.
    fn came_or_went(&self, change: HowChanged) -> PartChange {
        let kind = match change {
            HowChanged::PutIn => RunKind::PutIn,
            HowChanged::TakenOut => RunKind::TakenOut,
            _ => RunKind::Same,
        };
        let text = even(&format!("{} {}", self.caption(), self.photo.credit));
        let runs = if text.is_empty() { Vec::new() } else { vec![WordRun { kind, text }] };
        self.change(ChangedPart::Photo, change, runs)
    }

    fn change(&self, part: ChangedPart, change: HowChanged, runs: Vec<WordRun>) -> PartChange {
        let name = match self.number {
            0 => "lead photo".to_owned(),
            number => format!("photo {number}"),
        };
        let of = if self.number == 0 { format!("the {name}") } else { name.clone() };
        let label = match part {
            ChangedPart::Caption => format!("caption of {of}"),
            ChangedPart::Credit => format!("credit of {of}"),
            ChangedPart::AltText => format!("alt text of {of}"),
            _ => name,
        };
        let (number, photo_id) = (self.number, Some(self.id.to_owned()));
        PartChange { part, number, label, photo_id, change, runs }
    }
}

/// The story's own line, else the photo's. A line that is there and empty: none.
fn own_or(line: &Option<Line>, own: &str) -> String {
    match line {
        Some(line) => even(&plain(&line.content)),
        None => even(own),
    }
}
