//! Reading what was copied with its form: nothing is stored, the window puts the parts in.

use super::Desk;
use super::contract::{PastedParts, ReadHtml};
use super::failure::{Failure, html_failure};
use crate::import;

pub use crate::import::{HTML_LIMIT_BYTES, html_text};

impl Desk {
    /// The blocks that the clipboard's HTML becomes, with a receipt. Fails where it cannot be read,
    /// and then its plain text can be taken.
    pub fn read_html(&self, request: ReadHtml) -> Result<PastedParts, Failure> {
        let read = import::html(&request.html, &request.language).map_err(html_failure)?;
        let import::Pasted { blocks, receipt, left_out, .. } = read;
        Ok(PastedParts { blocks, receipt, left_out })
    }
}
