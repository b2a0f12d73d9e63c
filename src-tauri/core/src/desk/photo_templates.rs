//! Values to fill into many photos at once.

use super::Desk;
use super::contract::{Done, Nothing, PhotoTemplate, PhotoTemplateName};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::typed;
use super::words::{list, read_list};
use crate::photo::FieldChange;
use crate::store::photo_template;

const LONGEST_NAME: usize = 80;
const MOST: usize = 500;

impl Desk {
    /// Every template, in the order of the names.
    pub fn photo_templates(&self, _: Nothing) -> Result<Vec<PhotoTemplate>, Failure> {
        let rows = self.read(|db| Ok(photo_template::all(db)?))?;
        let template =
            |(name, fields): (String, String)| PhotoTemplate { name, fields: read_list(&fields) };
        Ok(rows.into_iter().map(template).collect())
    }

    /// Keeps a template, in place of the one of that name.
    pub fn save_photo_template(&self, request: PhotoTemplate) -> Result<Done<Nothing>, Failure> {
        let name = name(&request.name)?;
        let mut fields: Vec<FieldChange> = Vec::new();
        for FieldChange { field, value } in request.fields {
            if fields.iter().any(|earlier| earlier.field == field) {
                return Err(DeskError::FieldTwice(quoted(&name)).into());
            }
            let value = value.map(|value| typed::value(field, &value)).transpose()?;
            fields.push(FieldChange { field, value });
        }
        if fields.is_empty() {
            return Err(DeskError::EmptyTemplate(quoted(&name)).into());
        }
        self.write(move |db| {
            let others = photo_template::all(db)?;
            if others.len() >= MOST && others.iter().all(|(other, _)| *other != name) {
                return Err(DeskError::TooMany { what: "photo templates", limit: MOST }.into());
            }
            photo_template::put(db, &name, &list(&fields))?;
            Ok((Nothing {}, Vec::new()))
        })
    }

    /// Takes a template away. Fails when there is none of that name.
    pub fn remove_photo_template(
        &self,
        request: PhotoTemplateName,
    ) -> Result<Done<Nothing>, Failure> {
        self.write(move |db| match photo_template::remove(db, &request.name)? {
            true => Ok((Nothing {}, Vec::new())),
            false => Err(DeskError::NoTemplate(quoted(&request.name)).into()),
        })
    }
}

/// A name on one line, without space around it.
fn name(typed: &str) -> Result<String, DeskError> {
    let name = typed.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    if !fits || name.chars().any(char::is_control) {
        return Err(DeskError::BadTemplateName(quoted(name)));
    }
    Ok(name.to_owned())
}
