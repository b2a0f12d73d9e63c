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
use crate::photo::{Carrier, FieldChange};
use crate::store::{Connection, photo, photo_fact, story_photo};

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
        let field = word(&field);
        self.change(photo_id, language, move |db, record| {
            let id = &record.row.id;
            type_or_take_back(db, id, &field, value)?;
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

    /// Types values over what files say, for several photos in one step.
    pub fn change_photos(&self, request: ChangePhotos) -> Result<Done<Vec<Photo>>, Failure> {
        let now = self.now();
        self.write(move |db| {
            let publication = publication::of_desk(db)?;
            let style = credit_style(&publication, request.language.as_deref());
            let (mut photos, mut all_changed) = (Vec::new(), Vec::new());
            for PhotoChanges { photo_id, fields } in request.changes {
                let before = load(db, &photo_id)?;
                for FieldChange { field, value } in fields {
                    type_or_take_back(db, &photo_id, &word(&field), value)?;
                }
                let record = load(db, &photo_id)?;
                let judgement = record.judgement(&credit_style(&publication, None));
                if judgement != before.row.judgement {
                    photo::judge(db, &photo_id, &judgement, &now)?;
                }
                photos.push(record.shown(&style));
                all_changed.extend(changed(db, photo_id)?);
            }
            Ok((photos, all_changed))
        })
    }

    /// Says how a photo may be used.
    pub fn change_usage(&self, request: ChangeUsage) -> Result<Done<Photo>, Failure> {
        let ChangeUsage { photo_id, usage, language } = request;
        self.change(photo_id, language, move |_, record| {
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
            record.facts.type_over(request.field, clean(&request.value));
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
            let judgement = record.judgement(&credit_style(&publication, None));
            if judgement != record.row.judgement {
                photo::judge(db, &id, &judgement, &now)?;
            }
            let shown = load(db, &id)?.shown(&credit_style(&publication, language.as_deref()));
            Ok((shown, changed(db, id)?))
        })
    }
}

fn load(db: &Connection, id: &str) -> Result<PhotoRecord, Failure> {
    Ok(PhotoRecord::load(db, id)?.ok_or_else(|| DeskError::NoPhoto(quoted(id)))?)
}

fn type_or_take_back(
    db: &Connection,
    id: &str,
    field: &str,
    value: Option<String>,
) -> Result<(), Failure> {
    match value {
        Some(value) => {
            photo_fact::type_over(db, id, field, &word(&Carrier::Typed), &clean(&value))?;
        }
        None => photo_fact::take_back(db, id, field)?,
    }
    Ok(())
}

/// The photo, and the rows of the stories that show it.
fn changed(db: &Connection, id: String) -> Result<Vec<Changed>, Failure> {
    let in_stories = !story_photo::stories(db, &id)?.is_empty();
    let stories = in_stories.then_some(Changed::Stories);
    Ok(std::iter::once(Changed::Photo { id }).chain(stories).collect())
}

/// What a person types is printed: no control characters but line feeds, no marks that turn the
/// direction of the text around them (Unicode TR #36 §3.1).
fn clean(typed: &str) -> String {
    let harmless = |c: &char| match c {
        '\n' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    };
    typed.trim().chars().filter(harmless).collect()
}
