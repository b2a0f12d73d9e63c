//! Code replacements: short codes that stand for longer text while captions are typed.

use super::Desk;
use super::contract::{CodeReplacement, Done, ImportCodes, ImportedCodes, Nothing, SetCode};
use super::failure::Failure;

impl Desk {
    /// Every code, in the order of the codes.
    pub fn code_replacements(&self, _: Nothing) -> Result<Vec<CodeReplacement>, Failure> {
        Ok(Vec::new())
    }

    /// Makes a code stand for a text, or takes it away.
    pub fn set_code(&self, _request: SetCode) -> Result<Done<Nothing>, Failure> {
        Ok(Done { value: Nothing {}, changed: Vec::new() })
    }

    /// Takes code replacements from a file.
    pub fn import_codes(&self, _request: ImportCodes) -> Result<Done<ImportedCodes>, Failure> {
        Ok(Done { value: ImportedCodes { taken: 0, left_out: Vec::new() }, changed: Vec::new() })
    }
}
