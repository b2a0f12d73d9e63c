//! Withdrawing what went out.

use super::record;
use super::went_out::{State, state};
use crate::check::{Finding, Level, Place};
use crate::desk::Desk;
use crate::desk::contract::{
    Changed, Done, ExportForm, KillStory, Killed, LiftKill, Nothing, PhotoProfile, RecordKind,
    WayOut,
};
use crate::desk::edition::Edition;
use crate::desk::error::DeskError;
use crate::desk::export::forms::{Made, PAGE, shape};
use crate::desk::export::manifest;
use crate::desk::export::outgoing::{Outgoing, target};
use crate::desk::export::{UnderWay, form_of};
use crate::desk::failure::Failure;
use crate::desk::folders::absolute;
use crate::desk::moment::in_both_zones;
use crate::desk::release::release;
use crate::desk::story::{name_of, row};
use crate::desk::words::{read_time, time};
use crate::export::{PublicationLine, Withdrawn, withdrawn};
use crate::store::{Connection, StoreError, export, story};
use crate::story::{plain, read};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The rule under which a kill stands among what stops a release.
pub const KILLED: &str = "killed";

const LONGEST_CHARACTERS: usize = 4_000;

/// What is withdrawn: the story as it went out last, and every place that it went to.
struct Published {
    edition: Edition,
    /// `None` for an export from before they were remembered: then the draft stands in for it.
    state: Option<State>,
    places: BTreeSet<PathBuf>,
}

impl Desk {
    /// Withdraws a story: from this moment it leaves by no way, and a page that says so takes the
    /// place of each of its exports that is a page and can be reached. A kill is not asked for twice
    /// here; clients ask. Killing a killed story writes its pages again. Fails when the story never
    /// went out.
    pub fn kill_story(&self, request: KillStory) -> Result<Done<Killed>, Failure> {
        let KillStory { story_id, text, folder } = request;
        self.must_be_ours()?;
        let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_CHARACTERS) {
            let field = "what the withdrawn page says".into();
            return Err(DeskError::TextTooLong { field, limit: LONGEST_CHARACTERS }.into());
        }
        let now = self.glance();
        let published = self.read(|db| published(db, now, &story_id))?;
        let _under_way = UnderWay::begin(self, &published.edition)?;
        let (at, said) = (time(now), text.clone().unwrap_or_default());
        let killed = at.clone();
        let done = self.write(move |db| {
            story::set_killed_at(db, &story_id, Some(&killed))?;
            record(db, &story_id, (&killed, RecordKind::Killed, &said))?;
            story::touch(db, &story_id, &killed)?;
            Ok((Nothing {}, vec![Changed::Story { id: story_id }, Changed::Stories]))
        })?;
        let page = page(&published.edition, text.as_deref(), now);
        let (pages, remarks) = self.withdraw(&page, &published, folder.map(PathBuf::from));
        let kill_text = kill_text(&published, text.as_deref(), now);
        Ok(Done { value: Killed { at, kill_text, pages, remarks }, changed: done.changed })
    }

    /// Lifts a kill, with a reason that is kept. Nothing goes out by it: the withdrawn pages stay
    /// until the story is exported again.
    pub fn lift_kill(&self, request: LiftKill) -> Result<Done<Nothing>, Failure> {
        let reason = request.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DeskError::NoReasonToLift.into());
        }
        if reason.chars().count() > LONGEST_CHARACTERS {
            let field = "the reason".into();
            return Err(DeskError::TextTooLong { field, limit: LONGEST_CHARACTERS }.into());
        }
        let now = self.now();
        self.write(move |db| {
            let id = request.story_id;
            let row = row(db, &id)?;
            if row.killed_at.is_none() {
                let name = name_of(&row.slug, &row.draft.summary.headline);
                return Err(DeskError::NotKilled(name).into());
            }
            story::set_killed_at(db, &id, None)?;
            record(db, &id, (&now, RecordKind::KillLifted, &reason))?;
            story::touch(db, &id, &now)?;
            Ok((Nothing {}, vec![Changed::Story { id }, Changed::Stories]))
        })
    }

    /// Writes the withdrawn page to every place that can be reached. Answers the pages, and a sentence
    /// for each place that could not.
    fn withdraw(
        &self,
        page: &str,
        published: &Published,
        folder: Option<PathBuf>,
    ) -> (Vec<String>, Vec<String>) {
        let mut remarks = Vec::new();
        let mut targets = BTreeSet::new();
        for place in &published.places {
            match folder_of(place) {
                Ok(target) => drop(targets.insert(target)),
                Err(remark) => remarks.push(remark),
            }
        }
        targets.extend(folder.map(|folder| absolute(&folder)));
        let mut pages = Vec::new();
        let mut write = |target: &Path| match self.write_withdrawn(target, published, page) {
            Ok(page) => pages.push(page),
            Err(failure) => remarks.push(failure.message),
        };
        targets.iter().for_each(|target| write(target));
        if pages.is_empty() {
            // It has to lie somewhere, to be put where readers are.
            match self.write_withdrawn(&self.inner.exports_folder, published, page) {
                Ok(page) => pages.push(page),
                Err(failure) => remarks.push(failure.message),
            }
        }
        (pages, remarks)
    }

    fn write_withdrawn(
        &self,
        folder: &Path,
        published: &Published,
        page: &str,
    ) -> Result<String, Failure> {
        let edition = &published.edition;
        let folder = target(folder, &self.inner.exports_folder)?;
        let (form, unique) = (ExportForm::Folder, self.inner.clock.id());
        let mut out = Outgoing::begin(&folder, &edition.row.url_name, shape(form), &unique)?;
        out.take(PAGE, page.as_bytes())?;
        let place = out.place().to_owned();
        let facts = manifest::Facts {
            export: edition.row.url_name.clone(),
            form,
            at: &self.now(),
            edition,
            // Nothing of the story goes out with it.
            ruling: &release(edition, WayOut::Proof, PhotoProfile::Web),
            made: &Made::new(),
        };
        out.finish(|files| manifest::written(&facts, files))?;
        Ok(place.join(PAGE).to_string_lossy().into_owned())
    }
}

/// The folder in which a withdrawn page takes the place of an export; else a sentence that says why
/// there is none.
fn folder_of(place: &Path) -> Result<PathBuf, String> {
    let shown = place.display();
    match form_of(place) {
        _ if !place.exists() => Err(format!(
            "{shown} is no longer there: take the story down wherever it was moved to."
        )),
        ExportForm::Folder => Ok(place.parent().unwrap_or(place).to_owned()),
        _ => {
            Err(format!("{shown} still holds the story: delete it, and tell everybody who has it."))
        }
    }
}

/// The page of a story that was killed, with what the desk said of it then.
pub fn withdrawn_page(db: &Connection, edition: &Edition) -> Result<String, StoreError> {
    let records = super::of_story(db, &edition.row.id)?;
    let kill = records.iter().rev().find(|record| record.what == RecordKind::Killed);
    let text = kill.map(|record| record.text.as_str()).filter(|text| !text.is_empty());
    let at = edition.row.killed_at.as_deref().map_or(edition.now.to_utc(), read_time);
    Ok(page(edition, text, at))
}

fn published(db: &Connection, now: DateTime<Utc>, story_id: &str) -> Result<Published, Failure> {
    let edition = Edition::read(db, now, story_id, None)?;
    let Some(last) = &edition.went_out else {
        return Err(DeskError::NeverWentOut(edition.name()).into());
    };
    let state = state(db, &last.row)?;
    let exports = export::of_story(db, story_id)?;
    let places = exports.into_iter().map(|row| PathBuf::from(row.folder)).collect();
    Ok(Published { edition, state, places })
}

fn page(edition: &Edition, text: Option<&str>, at: DateTime<Utc>) -> String {
    let publication = &edition.publication;
    withdrawn(&Withdrawn {
        publication: PublicationLine {
            name: &publication.name,
            site_address: publication.site_address.as_deref(),
            language: &publication.language,
            time_zone: &publication.time_zone,
        },
        language: &edition.document.language,
        direction: edition.document.direction,
        url_name: &edition.row.url_name,
        text,
        at,
    })
}

/// What is sent to everybody who had the story. It names the story as it went out, because those who
/// have to take it down look for that.
fn kill_text(published: &Published, text: Option<&str>, at: DateTime<Utc>) -> String {
    let Published { edition, state, .. } = published;
    let document = state.as_ref().map(|state| read(&state.document));
    let document = document.as_ref().unwrap_or(&edition.document);
    let headline = plain(&document.headline.content);
    let headline = match headline.trim() {
        "" => edition.row.url_name.clone(),
        headline => headline.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let publication = &edition.publication;
    let zone: Tz = publication.time_zone.parse().unwrap_or(Tz::UTC);
    let by = match publication.name.trim() {
        "" => "The publication",
        name => name,
    };
    let site = publication.site_address.as_deref().map(|site| site.trim_end_matches('/'));
    let address = site.map(|site| format!("{site}/{}/", edition.row.url_name));
    let mut lines = vec![
        format!("KILL: {headline}"),
        String::new(),
        format!("{by} has withdrawn this story: {}.", in_both_zones(at, zone)),
    ];
    lines.extend(address.map(|address| format!("It stood at {address}")));
    lines.push("Do not use it. Take it down wherever it was published.".into());
    if let Some(text) = text {
        lines.extend([String::new(), text.to_owned()]);
    }
    lines.join("\n") + "\n"
}

/// What stops a killed story, whatever the way.
pub fn finding(edition: &Edition) -> Option<Finding> {
    let at = edition.row.killed_at.as_ref()?;
    Some(Finding {
        key: KILLED.to_owned(),
        rule: KILLED.to_owned(),
        level: Level::Block,
        place: Place { label: "story".into(), ..Place::default() },
        message: "The story was killed, so it leaves by no way.".into(),
        params: [("at".to_owned(), at.clone())].into(),
        fix: None,
        waived: None,
    })
}
