//! Photos that are here: showing them, and what people type, declare and choose about them.

use super::Desk;
use super::contract::{
    ChangeKind, ChangePhoto, ChangePhotos, ChangeUsage, Changed, DeclareCredit, Done, Photo,
    PhotoChanges, Photos, PreviewCredit, PrintsAs,
};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::photo_record::PhotoRecord;
use super::publication::{self, credit_style};
use super::words::word;
use super::{story, typed};
use crate::photo::{Carrier, CreditStyle, Field, FieldChange};
use crate::store::{Connection, photo, photo_fact, photo_text, story_photo};
use chrono::NaiveDate;

impl Desk {
    /// The photos that are asked for, in that order. Those that are not here are left out.
    pub fn photos(&self, request: Photos) -> Result<Vec<Photo>, Failure> {
        self.read(|db| {
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, request.language.as_deref());
            let mut photos = Vec::new();
            for id in &request.photo_ids {
                photos.extend(PhotoRecord::load(db, id)?.map(|record| record.shown(&style)));
            }
            Ok(photos)
        })
    }

    /// Types a value over what the file says, or goes back to the file's.
    pub fn change_photo(&self, request: ChangePhoto) -> Result<Done<Photo>, Failure> {
        let ChangePhoto { photo_id, field, value, language } = request;
        self.change(photo_id, language, move |db, record| {
            let id = &record.row.id;
            type_or_take_back(db, id, field, value)?;
            *record = load(db, id)?;
            Ok(())
        })
    }

    /// Says why a credit has no name, or takes that back.
    pub fn declare_credit(&self, request: DeclareCredit) -> Result<Done<Photo>, Failure> {
        let DeclareCredit { photo_id, declared, language } = request;
        self.change(photo_id, language, move |_, record| {
            record.declared = declared;
            Ok(())
        })
    }

    /// Says what a picture is, or goes back to what the file says.
    pub fn change_kind(&self, request: ChangeKind) -> Result<Done<Photo>, Failure> {
        let ChangeKind { photo_id, kind, language } = request;
        self.change(photo_id, language, move |_, record| {
            record.kind_chosen = kind;
            Ok(())
        })
    }

    /// Types values over what files say, for several photos in one step: all of them or none. Each
    /// photo is answered and told once, however often it is named.
    pub fn change_photos(&self, request: ChangePhotos) -> Result<Done<Vec<Photo>>, Failure> {
        must_be_few(&request.changes)?;
        let now = self.now();
        self.write(move |db| {
            let mut ids: Vec<String> = Vec::new();
            for PhotoChanges { photo_id, fields } in request.changes {
                load(db, &photo_id)?;
                for FieldChange { field, value } in fields {
                    type_or_take_back(db, &photo_id, field, value)?;
                }
                if !ids.contains(&photo_id) {
                    ids.push(photo_id);
                }
            }
            let publication = publication::of_desk(db)?;
            let (own, shown) = (
                credit_style(&publication, None),
                credit_style(&publication, request.language.as_deref()),
            );
            let (mut photos, mut told) = (Vec::new(), Vec::new());
            for id in ids {
                let record = load(db, &id)?;
                judge_again(db, &record, &own, &now)?;
                photos.push(record.shown(&shown));
                told.extend(changed(db, id)?);
            }
            Ok((photos, each_once(told)))
        })
    }

    /// Says how a photo may be used.
    pub fn change_usage(&self, request: ChangeUsage) -> Result<Done<Photo>, Failure> {
        let ChangeUsage { photo_id, mut usage, language } = request;
        usage.expires_on = usage.expires_on.as_deref().map(day).transpose()?;
        self.change(photo_id, language, move |db, record| {
            if let Some(story_id) = &usage.only_story_id {
                story::row(db, story_id)?;
            }
            record.usage.chosen = usage;
            Ok(())
        })
    }

    /// How the credit would print with one field typed over. Writes nothing.
    pub fn preview_credit(&self, request: PreviewCredit) -> Result<PrintsAs, Failure> {
        self.read(|db| {
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, request.language.as_deref());
            let mut record = load(db, &request.photo_id)?;
            let value = typed::value(request.field, &request.value)?;
            record.facts.type_over(request.field, value);
            Ok(record.prints_as(&style))
        })
    }

    fn change(
        &self,
        id: String,
        language: Option<String>,
        change: impl FnOnce(&Connection, &mut PhotoRecord) -> Result<(), Failure> + Send + 'static,
    ) -> Result<Done<Photo>, Failure> {
        let now = self.now();
        self.write(move |db| {
            let publication = publication::of_desk(db)?;
            let mut record = load(db, &id)?;
            change(db, &mut record)?;
            judge_again(db, &record, &credit_style(&publication, None), &now)?;
            let shown = load(db, &id)?.shown(&credit_style(&publication, language.as_deref()));
            Ok((shown, changed(db, id)?))
        })
    }
}

/// The photo's record, or the failure that says that there is none.
pub fn load(db: &Connection, id: &str) -> Result<PhotoRecord, Failure> {
    Ok(PhotoRecord::load(db, id)?.ok_or_else(|| DeskError::NoPhoto(quoted(id)))?)
}

/// Keeps what follows from a change, when something does.
fn judge_again(
    db: &Connection,
    record: &PhotoRecord,
    style: &CreditStyle,
    now: &str,
) -> Result<(), Failure> {
    let judgement = record.judgement(style);
    if judgement != record.row.judgement {
        photo::judge(db, &record.row.id, &judgement, now)?;
        photo_text::put(db, &record.row.id, &record.words(style))?;
    }
    Ok(())
}

fn type_or_take_back(
    db: &Connection,
    id: &str,
    field: Field,
    value: Option<String>,
) -> Result<(), Failure> {
    match value {
        Some(value) => {
            let value = typed::value(field, &value)?;
            photo_fact::type_over(db, id, &word(&field), &word(&Carrier::Typed), &value)?;
        }
        None => photo_fact::take_back(db, id, &word(&field))?,
    }
    Ok(())
}

/// A request is one transaction, and a save waits for it.
fn must_be_few(changes: &[PhotoChanges]) -> Result<(), DeskError> {
    const MOST_PHOTOS: usize = 1_000;
    const MOST_VALUES: usize = 5_000;
    let values = changes.iter().map(|change| change.fields.len()).sum();
    if changes.len() > MOST_PHOTOS {
        let count = changes.len();
        return Err(DeskError::TooMuch { what: "photos", count, limit: MOST_PHOTOS });
    }
    if values > MOST_VALUES {
        return Err(DeskError::TooMuch { what: "values", count: values, limit: MOST_VALUES });
    }
    Ok(())
}

/// A day as the calendar has it, "2026-12-31", or nothing.
fn day(typed: &str) -> Result<String, DeskError> {
    let typed = typed.trim();
    let is_day = typed.len() == 10 && typed.parse::<NaiveDate>().is_ok();
    match typed.is_empty() || is_day {
        true => Ok(typed.to_owned()),
        false => Err(DeskError::BadDay(quoted(typed))),
    }
}

/// The photo, and the rows of the stories that show it.
pub fn changed(db: &Connection, id: String) -> Result<Vec<Changed>, Failure> {
    let in_stories = !story_photo::stories(db, &id)?.is_empty();
    let stories = in_stories.then_some(Changed::Stories);
    Ok(std::iter::once(Changed::Photo { id }).chain(stories).collect())
}

fn each_once(changed: Vec<Changed>) -> Vec<Changed> {
    let (stories, mut photos): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|changed| *changed == Changed::Stories);
    photos.extend(stories.into_iter().next());
    photos
}
