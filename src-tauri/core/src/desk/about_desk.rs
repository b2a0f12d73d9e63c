//! What the window's frame shows of the desk.

use super::Desk;
use super::contract::{AboutDesk, Nothing};
use super::failure::Failure;
use super::publication;

impl Desk {
    /// Where the desk lies, who publishes, and who holds it when it is another program.
    pub fn about_desk(&self, _: Nothing) -> Result<AboutDesk, Failure> {
        Ok(AboutDesk {
            folder: self.folder().to_string_lossy().into_owned(),
            exports_folder: self.inner.exports_folder.to_string_lossy().into_owned(),
            version: env!("CARGO_PKG_VERSION").into(),
            publication: self.read(|db| Ok(publication::of_desk(db)?))?,
            held_by: self.inner.store.held_by().map(str::to_owned),
        })
    }
}
