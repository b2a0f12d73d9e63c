//! What a person said of a change, judged before the story goes out.

use super::corrections::{self, PrintedCorrection, compared, printed};
use super::live::is_live;
use super::{changes, went_out};
use crate::desk::Desk;
use crate::desk::contract::{KindOfChange, SaidChange};
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::failure::Failure;
use crate::desk::save_draft::put_draft;
use crate::desk::summary::draft;
use crate::store::Connection;
use crate::story::{read, write};
use chrono::{DateTime, Utc};

/// A correction says what was wrong and what is right; it is not a second story.
const LONGEST_CHARACTERS: usize = 4_000;

/// What is known of the change since the last export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    pub change: Option<KindOfChange>,
    /// What was printed of it, for the record.
    pub text: String,
    /// The time of the last printed change, where nothing was printed since that a reader is told of.
    pub stands_at: Option<DateTime<Utc>>,
    /// The document with what has to be printed in it, where it is not there yet.
    pub document: Option<String>,
}

impl Desk {
    /// The saved story as it is to go out, with what was said of its change. Wording that was typed
    /// is put into the saved draft first, when `judge` lets the story out with it. Fails with
    /// [`Code::ChangeUnsaid`](crate::desk::failure::Code::ChangeUnsaid) when readers have the story,
    /// it changed, and nobody said what the change is.
    pub fn edition_to_leave(
        &self,
        story_id: &str,
        typed: Option<&SaidChange>,
        judge: impl Fn(&Edition) -> Result<(), Failure>,
    ) -> Result<Edition, Failure> {
        let now = self.glance();
        let edition = |db: &Connection| said(db, Edition::read(db, now, story_id, None)?, typed);
        let first = self.read(edition)?;
        let Some(document) = first.said.document.clone() else { return Ok(first) };
        judge(&first)?;
        let (id, revision) = (first.row.id.clone(), first.row.revision);
        let (draft, photos) = draft(document, self.now());
        self.write(move |db| put_draft(db, &id, revision, &draft, &photos))?;
        self.read(edition)
    }
}

/// The edition with what is known of its change.
fn said(db: &Connection, edition: Edition, typed: Option<&SaidChange>) -> Result<Edition, Failure> {
    let Some(last) = &edition.went_out else {
        return match typed.is_some_and(|typed| typed.kind != KindOfChange::Minor) {
            true => Err(DeskError::NeverWentOut(edition.name()).into()),
            false => Ok(edition),
        };
    };
    let now = printed(&edition.document);
    let new: Vec<PrintedCorrection> =
        compared(&last.corrections, &now).1.into_iter().cloned().collect();
    let changed = match went_out::state(db, &last.row)? {
        Some(before) => !changes::since(&before, &edition).is_empty(),
        None => !edition.is_as_it_went_out(),
    };
    let stands_at = last.modified_at();
    let said = match typed {
        Some(typed) if typed.kind != KindOfChange::Minor => to_print(&edition, typed, &new)?,
        Some(SaidChange { text: Some(_), .. }) => return Err(DeskError::MinorWithText.into()),
        _ => match new.last() {
            // Somebody has put it into the story by hand.
            Some(new) => Said { change: Some(new.kind), text: new.text.clone(), ..Said::default() },
            None if !changed => Said { stands_at, ..Said::default() },
            None if typed.is_some() => {
                Said { change: Some(KindOfChange::Minor), stands_at, ..Said::default() }
            }
            None if is_live(&edition.row) => {
                return Err(DeskError::ChangeUnsaid(edition.name()).into());
            }
            None => Said::default(),
        },
    };
    Ok(with(edition, said))
}

/// A change that is printed: its wording was typed, or stands in the story already.
fn to_print(
    edition: &Edition,
    typed: &SaidChange,
    new: &[PrintedCorrection],
) -> Result<Said, Failure> {
    let change = Some(typed.kind);
    let Some(text) = typed.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        let here = new.iter().rev().find(|correction| correction.kind == typed.kind);
        let here = here.ok_or(DeskError::NoWording(corrections::name(typed.kind)))?;
        return Ok(Said { change, text: here.text.clone(), ..Said::default() });
    };
    if text.chars().count() > LONGEST_CHARACTERS {
        let field = format!("the {}", corrections::name(typed.kind));
        return Err(DeskError::TextTooLong { field, limit: LONGEST_CHARACTERS }.into());
    }
    let correction = PrintedCorrection {
        kind: typed.kind,
        day: edition.now.date_naive().to_string(),
        text: tidy(text),
    };
    let said = Said { change, text: correction.text.clone(), ..Said::default() };
    if new.iter().any(|here| here.kind == correction.kind && here.text == correction.text) {
        // It was put in by an export that was stopped after that.
        return Ok(said);
    }
    if edition.document == read("") {
        // Written back, an unreadable document would be an empty one.
        return Err(DeskError::UnreadableDocument(edition.name()).into());
    }
    let mut document = edition.document.clone();
    corrections::put(&mut document, &correction, typed.top);
    Ok(Said { document: Some(write(&document)), ..said })
}

/// One line for each paragraph, without signs that no reader sees.
fn tidy(text: &str) -> String {
    let shown = |line: &str| -> String {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = text.lines().map(shown).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn with(edition: Edition, said: Said) -> Edition {
    let document = said.document.as_deref().map(read).unwrap_or_else(|| edition.document.clone());
    Edition { document, said, ..edition }
}
