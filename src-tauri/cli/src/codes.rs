//! `codes import` and `codes list`.

use crate::client::{Client, absolute};
use crate::outcome::Outcome;
use crate::text::{count, say, say_json};
use cutline_core::desk::contract::{CodeReplacement, Done, ImportCodes, ImportedCodes, Nothing};
use cutline_core::desk::failure::Failure;
use std::path::Path;

pub fn import(client: &Client, file: &Path) -> Result<Outcome, Failure> {
    let request = ImportCodes { path: absolute(file) };
    let done: Done<ImportedCodes> = client.act("import_codes", &request)?;
    if client.json {
        say_json(&done.value);
        return Ok(Outcome::Done);
    }
    say(format!("{} taken", count(done.value.taken, "code", "codes")));
    done.value.left_out.iter().for_each(|line| say(format!("  {line}")));
    Ok(Outcome::Done)
}

pub fn list(client: &Client) -> Result<Outcome, Failure> {
    let codes: Vec<CodeReplacement> = client.act("code_replacements", &Nothing {})?;
    if client.json {
        say_json(&codes);
    } else if codes.is_empty() {
        say("This desk has no codes.");
    } else {
        codes.iter().for_each(|code| say(format!("{}  {}", code.code, code.text)));
    }
    Ok(Outcome::Done)
}
