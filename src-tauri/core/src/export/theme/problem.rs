//! What is wrong with a theme, and where.

use std::fmt;

/// Why a theme is refused: "page.html, line 12: …".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeProblem {
    /// The file in the theme's folder: "page.html", "labels/tr.json".
    pub file: String,
    /// Counted from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// A sentence without its full stop at the end.
    pub why: String,
}

impl ThemeProblem {
    pub fn new(file: &str, line: Option<usize>, why: impl Into<String>) -> ThemeProblem {
        ThemeProblem { file: shown(file), line, why: shown(&why.into()) }
    }
}

impl fmt::Display for ThemeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}.", self.file, self.why),
            None => write!(f, "{}: {}.", self.file, self.why),
        }
    }
}

impl std::error::Error for ThemeProblem {}

/// A stranger's words in a sentence: short, on one line, and unable to turn it round.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 300;
    let seen = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut shown: String =
        seen.filter(|c| super::super::text::allowed(*c)).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
