//! What the checks notice, and letting a finding pass.

use super::Desk;
use super::contract::{
    Changed, CheckStory, Checked, Done, Measure, Nothing, TakeBackWaiver, WaiveFinding,
};
use super::edition::Edition;
use super::error::DeskError;
use super::failure::Failure;
use super::release::{GENERATED_PICTURE, NO_CREDIT};
use super::stops;
use super::story::row;
use crate::store::waiver::{self, WaiverRow};
use crate::story::counts;

impl Desk {
    /// Checks what stands in the window, or the saved draft.
    pub fn check_story(&self, request: CheckStory) -> Result<Checked, Failure> {
        let CheckStory { story_id, document } = request;
        let now = self.glance();
        let edition = self.read(|db| Edition::read(db, now, &story_id, document.as_deref()))?;
        let counts = counts(&edition.document);
        Ok(Checked {
            findings: edition.findings(),
            words: counts.words,
            characters: counts.characters,
            reading_minutes: counts.words.div_ceil(230),
            measured_in: Measure::default(),
            byline_people: Vec::new(),
        })
    }

    /// Lets one finding pass, with a reason. A missing credit is never waived: it is declared, so
    /// that the page says so. Nor is a generated picture: it is labelled, or taken out.
    pub fn waive_finding(&self, request: WaiveFinding) -> Result<Done<Nothing>, Failure> {
        let WaiveFinding { story_id, key, rule, reason } = request;
        // A wrong rule in the request helps nobody: such a waiver is never heeded.
        match rule.as_str() {
            NO_CREDIT => return Err(DeskError::CreditWaived.into()),
            GENERATED_PICTURE => return Err(DeskError::GeneratedWaived.into()),
            _ => {}
        }
        if let Some((_, stop)) = stops::RULES.iter().find(|(stop, _)| *stop == rule) {
            return Err(DeskError::StopWaived(stop).into());
        }
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DeskError::NoReason.into());
        }
        let at = self.now();
        self.write(move |db| {
            row(db, &story_id)?;
            let waiver = WaiverRow { story_id, key, rule, reason, at };
            waiver::put(db, &waiver)?;
            Ok((Nothing {}, vec![Changed::Story { id: waiver.story_id }]))
        })
    }

    /// Takes a waiver back. Where there is none, nothing changes.
    pub fn take_back_waiver(&self, request: TakeBackWaiver) -> Result<Done<Nothing>, Failure> {
        let TakeBackWaiver { story_id, key } = request;
        self.write(move |db| {
            row(db, &story_id)?;
            let gone = waiver::take_back(db, &story_id, &key)?;
            let changed = gone.then_some(Changed::Story { id: story_id });
            Ok((Nothing {}, changed.into_iter().collect()))
        })
    }
}
