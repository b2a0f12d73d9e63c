//! What a person may type into a field of a photo.

use super::dispatch::quoted;
use super::error::DeskError;
use super::words::word;
use crate::photo::Field;

/// As `photos` read from files: what is longer is a mistake, not a caption.
const LONGEST_CAPTION: usize = 10_000;
const LONGEST: usize = 1_000;

/// `typed` as it is kept: no control characters but line feeds, no marks that turn the direction of
/// the text around them (Unicode TR #36 §3.1), no space around it. Fails when it is too long.
pub fn value(field: Field, typed: &str) -> Result<String, DeskError> {
    let kept = clean(typed);
    let limit = match field {
        Field::Caption | Field::ExtendedDescription | Field::Keywords | Field::PersonShown => {
            LONGEST_CAPTION
        }
        _ => LONGEST,
    };
    if kept.chars().count() > limit {
        return Err(DeskError::TextTooLong { field: word(&field), limit });
    }
    Ok(kept)
}

/// `typed` as the name of `what` ("a desk"): on one line, without space around it. Fails when it is
/// empty, longer than `limit` characters, or has something in it that cannot be seen.
pub fn name(what: &'static str, typed: &str, limit: usize) -> Result<String, DeskError> {
    let name = typed.trim();
    let fits = (1..=limit).contains(&name.chars().count());
    if !fits || clean(name) != name || name.contains('\n') {
        return Err(DeskError::BadName { what, name: quoted(name) });
    }
    Ok(name.to_owned())
}

/// `typed` on one line, its spaces evened out; empty is fine. Fails when it is too long.
pub fn line(what: &str, typed: &str, limit: usize) -> Result<String, DeskError> {
    let line = clean(&typed.replace(['\n', '\t'], " "));
    if line.chars().count() > limit {
        return Err(DeskError::TextTooLong { field: what.to_owned(), limit });
    }
    Ok(line.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `typed` without what must not be printed.
pub fn clean(typed: &str) -> String {
    let harmless = |c: &char| match c {
        '\n' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    };
    typed.trim().chars().filter(harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, length: usize, fits: bool) {
        assert_eq!(value(field, &"x".repeat(length)).is_ok(), fits, "{field:?} {length}");
    }

    #[test]
    fn a_text_may_be_so_long() {
        check(Field::Caption, 10_000, true);
        check(Field::Caption, 10_001, false);
        check(Field::CreditLine, 1_000, true);
        check(Field::CreditLine, 1_001, false);
    }

    #[test]
    fn what_hides_in_a_text_goes() {
        assert_eq!(clean(" a\u{0}b\u{202E}c\nd "), "abc\nd");
    }
}
