//! Code replacements: short codes that stand for longer text while captions are typed.

use super::Desk;
use super::contract::{CodeReplacement, Done, ImportCodes, ImportedCodes, Nothing, SetCode};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, import_failure};
use super::intake::read_file;
use super::typed::clean;
use crate::import;
use crate::store::code_replacement as table;
use std::path::Path;

/// Larger files are not read; what a file of codes may have is the import's to say.
const LIMIT_MB: u64 = 5;

impl Desk {
    /// Every code, in the order of the codes.
    pub fn code_replacements(&self, _: Nothing) -> Result<Vec<CodeReplacement>, Failure> {
        let codes = self.read(|db| Ok(table::all(db)?))?;
        Ok(codes.into_iter().map(|(code, text)| CodeReplacement { code, text }).collect())
    }

    /// Makes a code stand for a text, or takes it away.
    pub fn set_code(&self, request: SetCode) -> Result<Done<Nothing>, Failure> {
        let code = request.code.trim().to_owned();
        let text = clean(&request.text).replace('\n', " ");
        if !import::is_code(&code) {
            return Err(DeskError::BadCode(quoted(&code)).into());
        }
        if !text.is_empty() && !import::is_code_text(&text) {
            return Err(DeskError::CodeTextTooLong(code).into());
        }
        self.write(move |db| {
            if text.is_empty() {
                table::remove(db, &code)?;
            } else {
                table::put(db, &code, &text)?;
                must_be_few(table::count(db)?)?;
            }
            Ok((Nothing {}, Vec::new()))
        })
    }

    /// Takes code replacements from a file, in place of those with the same codes.
    pub fn import_codes(&self, request: ImportCodes) -> Result<Done<ImportedCodes>, Failure> {
        let path = Path::new(&request.path);
        let bytes = read_file(path, LIMIT_MB)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let name = quoted(&name);
        let import::Codes { codes, left_out } =
            import::codes(&bytes).map_err(|error| import_failure(&name, error))?;
        if codes.is_empty() {
            let why = left_out.first().map(|line| format!(" {line}"));
            return Err(DeskError::NoCodes { name, why: why.unwrap_or_default() }.into());
        }
        self.write(move |db| {
            for (code, text) in &codes {
                table::put(db, code, text)?;
            }
            must_be_few(table::count(db)?)?;
            let taken = u32::try_from(codes.len()).unwrap_or(u32::MAX);
            Ok((ImportedCodes { taken, left_out }, Vec::new()))
        })
    }
}

/// All of them are looked through while a caption is typed.
fn must_be_few(count: u32) -> Result<(), DeskError> {
    let limit = import::MOST_CODES;
    match usize::try_from(count).is_ok_and(|count| count <= limit) {
        true => Ok(()),
        false => Err(DeskError::TooMany { what: "code replacements", limit }),
    }
}
