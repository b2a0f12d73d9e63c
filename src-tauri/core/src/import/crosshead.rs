//! Crossheads: short lines without a full stop, with body under them.

use super::words::{ends_a_sentence, has_quotes, words};

/// What stands around a line.
pub(super) struct Around {
    /// Body follows.
    pub body_next: bool,
    /// Body or a picture stands before it.
    pub body_before: bool,
    /// A credit stands next to it.
    pub credit: bool,
}

/// How surely `text` is a crosshead, in percent; 50 is enough.
pub(super) fn crosshead(text: &str, around: &Around) -> i32 {
    let short = (1..=10).contains(&words(text)) && text.chars().count() <= 75;
    if !short || ends_a_sentence(text) || !text.contains(char::is_alphabetic) {
        return 0;
    }
    let mut score = 40;
    score += if around.body_next { 25 } else { -30 };
    score += if around.body_before { 15 } else { 0 };
    score -= if around.credit { 35 } else { 0 };
    score -= if text.ends_with([':', ';', ',', '،', '-', '–', '—']) { 40 } else { 0 };
    score -= if has_quotes(text) && text.starts_with(['"', '“', '«', '„']) { 10 } else { 0 };
    score -= if text.starts_with(char::is_lowercase) { 40 } else { 0 };
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, around: Around, expected: bool) {
        assert_eq!(crosshead(text, &around) >= 50, expected, "{text}");
    }

    const IN_BODY: Around = Around { body_next: true, body_before: true, credit: false };

    #[test]
    fn short_lines_over_body() {
        check("What happens next?", IN_BODY, true);
        check("The cost of the bridge", IN_BODY, true);
    }

    #[test]
    fn lines_that_are_something_else() {
        check("It is open.", IN_BODY, false);
        check("The mayor said:", IN_BODY, false);
        check("The cost of the bridge", Around { body_next: false, ..IN_BODY }, false);
        check("Town hall", Around { credit: true, ..IN_BODY }, false);
        check("and then it closed", IN_BODY, false);
    }
}
