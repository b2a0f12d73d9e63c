//! Who speaks where: pairs the quotation marks of one run of text.
//!
//! Correct in one language is wrong in another (“ closes in German, » opens there, ” opens in
//! Swedish), and copy quotes across languages, so a mark is read from its neighbours and from what is
//! open, and every pair that some language writes is a pair. Apostrophes, feet and inches are no
//! quotation marks. Where reading stays uncertain this file is silent.

use super::page::MOST;
use std::ops::Range;

/// What is quoted in a text, and which marks have no partner. Ranges are bytes.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Speech {
    pub quoted: Vec<Range<usize>>,
    pub faults: Vec<Fault>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fault {
    /// It opens and nothing closes it.
    NotClosed { open: Range<usize> },
    /// It closes and nothing opened it.
    NotOpened { close: Range<usize> },
    /// The two are of different kinds; `instead` stands for the one at `wrong` where that is certain.
    Mixed { open: Range<usize>, close: Range<usize>, mend: Option<(Range<usize>, char)> },
}

/// Reads `text`. `next` is the first character of the paragraph that follows: a quotation over
/// several paragraphs is opened in each and closed in the last.
pub(super) fn speech(text: &str, next: Option<char>) -> Speech {
    let mut reading = Reading { text, open: Vec::new(), speech: Speech::default() };
    for mark in marks(text) {
        reading.take(mark);
    }
    reading.finish(next);
    singles(text, next, &mut reading.speech);
    let start = |fault: &Fault| match fault {
        Fault::NotClosed { open } | Fault::Mixed { open, .. } => open.start,
        Fault::NotOpened { close } => close.start,
    };
    reading.speech.faults.sort_by_key(start);
    reading.speech
}

/// A quotation mark with its neighbours.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    c: char,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn range(self) -> Range<usize> {
        self.at..self.at + self.c.len_utf8()
    }

    /// It stands where an opening mark stands and a closing one does not.
    fn looks_opening(self) -> bool {
        let room = self.before.is_none_or(|c| c.is_whitespace() || "([{—–-/‘'“«¿¡".contains(c));
        room && self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn looks_closing(self) -> bool {
        let room = self.after.is_none_or(|c| !c.is_alphanumeric());
        room && self.before.is_some_and(|c| !c.is_whitespace())
    }
}

const DOUBLE: &str = "\"“”„‟«»‹›「」『』";

fn marks(text: &str) -> Vec<Mark> {
    if !text.contains(|c| DOUBLE.contains(c)) {
        return Vec::new();
    }
    around(text).filter(|mark| DOUBLE.contains(mark.c)).collect()
}

fn around(text: &str) -> impl Iterator<Item = Mark> {
    let mut before = None;
    text.char_indices().map(move |(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next();
        let mark = Mark { at, c, before, after };
        before = Some(c);
        mark
    })
}

/// Nobody quotes deeper than this; a text that seems to is no prose.
const DEEPEST: usize = 12;

struct Reading<'a> {
    text: &'a str,
    open: Vec<Mark>,
    speech: Speech,
}

impl Reading<'_> {
    fn take(&mut self, mark: Mark) {
        let top = self.open.last().map(|open| open.c);
        let opens = match mark.c {
            '"' | '”' if self.is_inches(mark) => return,
            '"' => match (mark.looks_opening(), mark.looks_closing()) {
                (true, false) => true,
                (false, true) => false,
                _ => !self.open.iter().any(|open| pairs(open.c, '"') || mixes(open.c, '"')),
            },
            '“' if top == Some('„') => false,
            '“' => !(top == Some('“') && mark.looks_closing() && !mark.looks_opening()),
            '”' => {
                top.is_none_or(|top| !pairs(top, '”') && !mixes(top, '”')) && mark.looks_opening()
            }
            '«' => top != Some('»'),
            '»' => !matches!(top, Some('«' | '»')) && mark.looks_opening(),
            '‹' => top != Some('›'),
            '›' => !matches!(top, Some('‹' | '›')) && mark.looks_opening(),
            '„' | '‟' | '「' | '『' => true,
            _ => false,
        };
        if opens { self.open(mark) } else { self.close(mark) }
    }

    fn open(&mut self, mark: Mark) {
        if self.open.len() == DEEPEST {
            let lost = self.open.remove(0);
            self.speech.faults.push(Fault::NotClosed { open: lost.range() });
        }
        self.open.push(mark);
    }

    /// After a digit, with nothing to close, or as the end of feet and inches: 6'2".
    fn is_inches(&self, mark: Mark) -> bool {
        let after_digit = mark.before.is_some_and(|c| c.is_ascii_digit());
        after_digit && (self.open.is_empty() || ends_in_feet(&self.text[..mark.at]))
    }

    /// Closes the nearest mark of its kind; what was opened since has no partner.
    fn close(&mut self, mark: Mark) {
        if let Some(at) = self.open.iter().rposition(|open| pairs(open.c, mark.c)) {
            for lost in self.open.drain(at + 1..) {
                self.speech.faults.push(Fault::NotClosed { open: lost.range() });
            }
            let start = self.open.pop().map_or(0, |open| open.at);
            self.speech.quoted.push(start..mark.range().end);
        } else if let Some(open) = self.open.pop_if(|open| mixes(open.c, mark.c)) {
            self.speech.quoted.push(open.at..mark.range().end);
            self.speech.faults.push(mixed(open, mark));
        } else {
            self.speech.quoted.push(0..mark.range().end);
            self.speech.faults.push(Fault::NotOpened { close: mark.range() });
        }
    }

    fn finish(&mut self, next: Option<char>) {
        // A quotation inside another ends with it, so the outermost decides for all.
        let outer = self.open.first().map(|open| open.c);
        let goes_on = outer.zip(next).is_some_and(|(outer, next)| is_kin(outer, next));
        for open in self.open.drain(..) {
            self.speech.quoted.push(open.at..self.text.len());
            if !goes_on {
                self.speech.faults.push(Fault::NotClosed { open: open.range() });
            }
        }
    }
}

/// "6'2" and "5′10" before a mark of inches.
fn ends_in_feet(text: &str) -> bool {
    let inches =
        text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '½' | '¼' | '¾'));
    let feet = inches.trim_end().strip_suffix(['\'', '’', '′']);
    inches.len() < text.len()
        && feet.is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// Both open a quotation of the same style: curly and straight, angled, or in corners.
fn is_kin(open: char, next: char) -> bool {
    let kinds = ["\"“”„‟", "«»", "‹›", "「『"];
    kinds.iter().any(|kind| kind.contains(open) && kind.contains(next))
}

fn pairs(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('"', '"')
            | ('“' | '‟' | '„' | '”', '”')
            | ('„', '“')
            | ('«', '»')
            | ('»', '«' | '»')
            | ('‹', '›')
            | ('›', '‹' | '›')
            | ('「', '」')
            | ('『', '』')
    )
}

fn mixes(open: char, close: char) -> bool {
    matches!((open, close), ('“' | '„', '"') | ('"', '”') | ('“', '“'))
}

/// The curly mark is the one that somebody chose; the straight one, or the one that stands the wrong
/// way round, becomes its partner. The partner of „ depends on the language.
fn mixed(open: Mark, close: Mark) -> Fault {
    let mend = match (open.c, close.c) {
        ('“', _) => Some((close.range(), '”')),
        ('"', _) => Some((open.range(), '“')),
        _ => None,
    };
    Fault::Mixed { open: open.range(), close: close.range(), mend }
}

/// Single marks. ’ is an apostrophe far more often than it closes anything, so only an opening ‘ can
/// be without a partner.
fn singles(text: &str, next: Option<char>, speech: &mut Speech) {
    if !text.contains('‘') {
        return;
    }
    let marks: Vec<Mark> = around(text).filter(|mark| "‘’‚'".contains(mark.c)).collect();
    let mut rest = marks.as_slice();
    while let Some((mark, after)) = rest.split_first() {
        if speech.faults.len() > MOST {
            return;
        }
        rest = after;
        if mark.c == '‚' {
            rest = past(after, |close| close.c == '‘' && close.looks_closing());
        } else if mark.c == '‘' && opens_single(text, *mark) {
            rest = single(text, *mark, after, next, speech);
        }
    }
}

/// The marks behind the first that `closes`, or all of them.
fn past(marks: &[Mark], closes: impl Fn(&Mark) -> bool) -> &[Mark] {
    marks.iter().position(closes).map_or(marks, |at| &marks[at + 1..])
}

/// ‘90s and ‘em are apostrophes the wrong way round, Qur‘an and ‘Abd letters of another alphabet.
fn opens_single(text: &str, mark: Mark) -> bool {
    const NO_QUOTES: [&str; 16] = [
        "em", "n", "til", "tis", "twas", "cause", "round", "Abd", "Ali", "Umar", "Uthman", "Aisha",
        "Amr", "Id", "Eid", "Alawi",
    ];
    let word = text[mark.range().end..].split(|c: char| !c.is_alphanumeric()).next();
    mark.looks_opening()
        && !mark.after.is_some_and(|c| c.is_ascii_digit())
        && !word.is_some_and(|word| NO_QUOTES.contains(&word))
}

fn single<'m>(
    text: &str,
    open: Mark,
    rest: &'m [Mark],
    next: Option<char>,
    speech: &mut Speech,
) -> &'m [Mark] {
    let closes = |c: char| move |mark: &Mark| mark.c == c && mark.looks_closing();
    if let Some(at) = rest.iter().position(closes('’')) {
        speech.quoted.push(open.at..rest[at].range().end);
        return &rest[at + 1..];
    }
    let straight: Vec<&Mark> = rest.iter().filter(|mark| closes('\'')(mark)).collect();
    match straight.as_slice() {
        [close] => {
            speech.quoted.push(open.at..close.range().end);
            let (open, close) = (open.range(), close.range());
            speech.faults.push(Fault::Mixed {
                open,
                close: close.clone(),
                mend: Some((close, '’')),
            });
        }
        _ => {
            speech.quoted.push(open.at..text.len());
            if !next.is_some_and(|c| "‘'“\"".contains(c)) {
                speech.faults.push(Fault::NotClosed { open: open.range() });
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Faults as the marks concerned: "“_" not closed, "_”" not opened, "“\"" mixed.
    fn faults(text: &str, next: Option<char>) -> Vec<String> {
        let show = |fault: &Fault| match fault {
            Fault::NotClosed { open } => format!("{}_", &text[open.clone()]),
            Fault::NotOpened { close } => format!("_{}", &text[close.clone()]),
            Fault::Mixed { open, close, .. } => {
                format!("{}{}", &text[open.clone()], &text[close.clone()])
            }
        };
        speech(text, next).faults.iter().map(show).collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(faults(text, None), expected, "{text}");
    }

    #[test]
    fn pairs_of_every_language_are_silent() {
        for text in [
            "“Yes,” she said. “No.”",
            "\"Yes,\" she said. \"No.\"",
            "‘Yes,’ she said.",
            "„Ja“, sagte sie. »Nein«, sagte er.",
            "« Oui », dit-elle. «Non».",
            "”Ja”, sade hon. »Nej», sade han.",
            "„Tak”, powiedziała.",
            "“Evet,” dedi. “Hayır.”",
            "「はい」と言った。『本』",
            "قال: «نعم».",
            "“He said ‘no’ to me,” she said.",
            "‘He said “no” to me,’ she said.",
            "\"He said 'no' to me,\" she said.",
            "“He said \"no\" to me,” she said.",
            "(\"Yes\") and [“no”], “so”—“yes”",
            "It was “a wonder”—“the best”—he said.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn apostrophes_and_inches_are_silent() {
        for text in [
            "It’s the workers’ bridge, isn't it?",
            "rock ’n’ roll of the ’90s and '80s",
            "He is 6ft 2in, or 6'2\", or 6’2”.",
            "a 12\" record",
            "the workers' 12\" pipe",
            "“I am 6'2\",” he said.",
            "‘90s bands, rock ‘n’ roll, the Qur‘an",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn mixed_pairs_are_found() {
        check("the “missing letters\" of Halden", &["“\""]);
        check("He said: \"Yes, it is.”", &["\"”"]);
        check("the “missing letters“ of Halden", &["““"]);
        check("the ‘missing letters' of Halden", &["‘'"]);
        check("„Ja\", sagte sie.", &["„\""]);
    }

    #[test]
    fn lonely_marks_are_found() {
        check("the “missing letters of Halden", &["“_"]);
        check("the missing letters” of Halden", &["_”"]);
        check("the missing letters\" of Halden", &["_\""]);
        check("«Oui, dit-elle.", &["«_"]);
        check("the ‘missing letters of Halden", &["‘_"]);
        check("\"He called it “great\" and left.", &["“_"]);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        assert_eq!(faults("“It began here.", Some('“')), Vec::<String>::new());
        assert_eq!(faults("\"It began here.", Some('"')), Vec::<String>::new());
        assert_eq!(faults("‘It began here.", Some('‘')), Vec::<String>::new());
        assert_eq!(faults("“It began here.", Some('T')), ["“_"]);
        assert_eq!(faults("«It began here.", Some('“')), ["«_"]);
    }

    #[test]
    fn what_is_quoted_is_known() {
        let text = "“Yes,” she said. “No.";
        let quoted: Vec<&str> =
            speech(text, Some('“')).quoted.into_iter().map(|range| &text[range]).collect();
        assert_eq!(quoted, ["“Yes,”", "“No."]);
    }
}
