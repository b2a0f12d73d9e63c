//! Advisories: what an agency tells the desk about its copy. Read before anything else is sorted, so
//! that an embargo or a kill never goes to the tray with "Read more".

use super::ImportNote;
use super::pieces::Piece;
use super::words::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// What to do with a line that may be an advisory.
pub(super) enum Advisory {
    /// It speaks to the desk and never prints; the note has its words.
    SetAside(ImportNote),
    /// It begins like one and may be copy all the same ("KILL BILL IS BACK"): it stays, with a note.
    Kept(ImportNote),
}

/// Reads `piece` as an advisory.
pub(super) fn advisory(piece: &Piece) -> Option<Advisory> {
    if CERTAIN.is_match(&piece.text) {
        let message = "This line speaks to the desk. It was taken out of the story; act on it.";
        return Some(Advisory::SetAside(note(piece, message).certain(90)));
    }
    let message = "This line may be an advisory to the desk. It stays in the story; look at it.";
    PERHAPS.is_match(&piece.text).then(|| Advisory::Kept(note(piece, message).certain(40)))
}

fn note(piece: &Piece, message: &str) -> ImportNote {
    ImportNote::line("advisory", piece.line, &piece.text, message)
}

static CERTAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[\W_]*(?:(?i:strictly embargoed|embargoed (?:until|till|for)|under embargo|hold for release|not for (?:publication|release|use)|attention editors|editors?['’]? notes?\s*[:–—-]|eds\s*[:.–—-]|advisory\s*[:–—-]|mandatory kill|bulletin kill)|(?:(?:URGENT )?(?:EMBARGO|KILL|KILLED|WITHDRAWN|WITHDRAWAL|WITHHOLD|CORRECTION|CORRECTIVE|CORRECTS|CLARIFICATION|REFILE|REPEAT|RECASTS|UPDATES|ADDS|WRITETHRU|RESTRICTIONS?|ATTN|EDITORS?|MANDATORY CREDIT|NO ARCHIVES?|NO RESALE))(?:\s*[:–—-]\s*|\s+\(|\s*$)|(?:\dst|\dnd|\drd|\dth) (?:LD|Ld|LEAD|Lead)[- ]?(?:WRITETHRU|Writethru)?\b)",
    )
});

static PERHAPS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:KILL|EMBARGO(?:ED)?|WITHDRAWN|CORRECTION|ATTENTION)\b|^Correction\s*:|WRITETHRU")
});

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = advisory(&Piece { line: 1, text: text.into() });
        let is = match found {
            Some(Advisory::SetAside(_)) => "set aside",
            Some(Advisory::Kept(_)) => "kept",
            None => "copy",
        };
        assert_eq!(is, expected, "{text}");
    }

    #[test]
    fn what_speaks_to_the_desk_is_set_aside() {
        check("EMBARGOED UNTIL 00:01 FRIDAY", "set aside");
        check("Embargoed until 6am on 3 March", "set aside");
        check("KILL: Bridge reopens", "set aside");
        check("MANDATORY KILL", "set aside");
        check(
            "CORRECTION: In a story sent at 10:14, the name of the mayor was wrong.",
            "set aside",
        );
        check("ATTENTION EDITORS - PICTURES TO FOLLOW", "set aside");
        check("Eds: adds quotes from the mayor", "set aside");
        check("2nd Ld-Writethru", "set aside");
        check("NOT FOR PUBLICATION before the verdict", "set aside");
    }

    #[test]
    fn copy_that_begins_like_one_stays() {
        check("KILL BILL IS BACK ON THE BIG SCREEN", "kept");
        check("Correction: An earlier version gave the wrong age of the bridge.", "kept");
        check("The mayor called for attention to the bridge.", "copy");
        check("Editors of the town’s paper welcomed it.", "copy");
        check("Corrections officer retires", "copy");
    }
}
