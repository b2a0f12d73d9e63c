//! Values to fill into many photos at once.

use super::Desk;
use super::contract::{Done, Nothing, PhotoTemplate, PhotoTemplateName};
use super::failure::Failure;

impl Desk {
    /// Every template, in the order of the names.
    pub fn photo_templates(&self, _: Nothing) -> Result<Vec<PhotoTemplate>, Failure> {
        Ok(Vec::new())
    }

    /// Keeps a template, in place of the one of that name.
    pub fn save_photo_template(&self, _: PhotoTemplate) -> Result<Done<Nothing>, Failure> {
        Ok(Done { value: Nothing {}, changed: Vec::new() })
    }

    /// Takes a template away.
    pub fn remove_photo_template(&self, _: PhotoTemplateName) -> Result<Done<Nothing>, Failure> {
        Ok(Done { value: Nothing {}, changed: Vec::new() })
    }
}
