//! Where a photo is used.

use super::Desk;
use super::contract::{PhotoId, PhotoUse};
use super::failure::Failure;

impl Desk {
    /// The stories that show a photo, and other records of the same bytes.
    pub fn photo_use(&self, _request: PhotoId) -> Result<PhotoUse, Failure> {
        Ok(PhotoUse { stories: Vec::new(), duplicates: Vec::new() })
    }
}
