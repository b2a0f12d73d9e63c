//! “Copy story for…”: the saved draft as copy for another system.
//!
//! Promises: it leaves by the one door (`release.rs`), so that what stops an export stops it; it
//! carries what the page prints and nothing else.
//! Not here: the clipboard. That is the window's.

mod pictures;

use super::Desk;
use super::contract::{Changed, CopiedStory, CopyForm, CopyStory, PhotoProfile, WayOut};
use super::edition::Edition;
use super::error::DeskError;
use super::export::{free_url_name, page_photos, page_story};
use super::failure::Failure;
use super::release::{Ruling, let_out};
use super::words::{read_time, time};
use crate::export::{self, Copy, Wire};
use crate::store::passed_stop;
use crate::story::plain;

/// What an export writes into pictures unless a person chooses otherwise.
const PROFILE: PhotoProfile = PhotoProfile::Web;

/// Lines that people still read and programs still keep.
const NARROWEST: u32 = 20;
const WIDEST: u32 = 1000;

impl Desk {
    /// The saved draft as copy. Fails with [`Code::Stopped`](super::failure::Code::Stopped) when the
    /// story may not leave. May wait for the darkroom.
    pub fn copy_story(&self, request: CopyStory) -> Result<CopiedStory, Failure> {
        let how = wire(&request)?;
        let now = self.glance();
        let edition = self.read(|db| {
            let mut edition = Edition::read(db, now, &request.story_id, None)?;
            if edition.row.url_name.is_empty() {
                // It is fixed by an export and not by a copy.
                let headline = plain(&edition.document.headline.content);
                edition.row.url_name = free_url_name(db, &headline)?;
            }
            Ok(edition)
        })?;
        let going_past = request.going_past.as_deref();
        if going_past.is_some() {
            // The reason has to be kept.
            self.must_be_ours()?;
        }
        let ruling = let_out(&edition, WayOut::Copy, PROFILE, going_past)?;
        let copied = self.copied(&edition, &ruling, request.form, how)?;
        self.keep_passed(&edition, &ruling)?;
        Ok(copied)
    }

    fn copied(
        &self,
        edition: &Edition,
        ruling: &Ruling,
        form: CopyForm,
        how: Wire,
    ) -> Result<CopiedStory, Failure> {
        let mut photos = page_photos(edition, PROFILE);
        self.look_through(edition, &photos);
        let (pictures, files) = self.pictures(edition, &mut photos);
        let published = edition.row.first_published_at.as_deref();
        let published = published.map_or_else(|| self.glance(), read_time);
        let story = page_story(edition, published, &photos);
        let (html, copy, others) = match form {
            CopyForm::RichText => {
                let inside = self.inside(&story, &pictures, &files)?;
                let rich = export::rich_text(&story, &inside.addresses);
                let plain = export::wire(&story, Wire::default());
                (Some(rich.text.clone()), Copy { text: plain.text, ..rich }, inside.notes())
            }
            CopyForm::Wordpress => {
                let blocks = export::wordpress(&story);
                // Some programs read copied HTML as UTF-8 only where it says so.
                let html = format!("<meta charset=\"utf-8\">{}", blocks.text);
                (Some(html), blocks, Vec::new())
            }
            CopyForm::Html => (None, export::html(&story), Vec::new()),
            CopyForm::Markdown => (None, export::markdown(&story), Vec::new()),
            CopyForm::Wire => (None, export::wire(&story, how), Vec::new()),
        };
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (photos, credits) = (count(copy.photos), count(copy.credits));
        let notes = copy.notes.into_iter().chain(others).chain(notes(ruling)).collect();
        Ok(CopiedStory {
            form,
            html,
            text: copy.text,
            headline: copy.headline,
            photos,
            credits,
            notes,
        })
    }

    /// Keeps why a story left in spite of its stops.
    fn keep_passed(&self, edition: &Edition, ruling: &Ruling) -> Result<(), Failure> {
        let passed = ruling.passed(edition, WayOut::Copy, &time(self.glance()));
        if passed.is_empty() {
            return Ok(());
        }
        let id = edition.row.id.clone();
        self.write(move |db| {
            for stop in &passed {
                passed_stop::insert(db, stop)?;
            }
            Ok(((), vec![Changed::Story { id }]))
        })?;
        Ok(())
    }
}

fn wire(request: &CopyStory) -> Result<Wire, DeskError> {
    let wrap_at = match request.wrap_at {
        Some(width) if !(NARROWEST..=WIDEST).contains(&width) => {
            let what = "The length of a line";
            return Err(DeskError::OutOfRange { what, from: NARROWEST, to: WIDEST });
        }
        width => width.and_then(|width| usize::try_from(width).ok()),
    };
    Ok(Wire { wrap_at, end_mark: request.end_mark })
}

fn notes(ruling: &Ruling) -> Vec<String> {
    let wanted = match ruling.wanted_left_out {
        0 => None,
        1 => Some("1 wanted photo is left out.".to_owned()),
        n => Some(format!("{n} wanted photos are left out.")),
    };
    wanted.into_iter().chain(ruling.notes.iter().cloned()).collect()
}
