//! The files of a theme: which there may be, and what `theme.json` says.

use super::problem::ThemeProblem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The most bytes that a file of a theme may have.
pub const MAX_FILE_BYTES: usize = 65_536;

/// The most files that a theme may have: some thirty languages and a few parts.
pub const MAX_FILES: usize = 64;

/// What a template must not hold: the page puts them round the places of the pieces, and HTML knows
/// no meaning for either (they are of Unicode's last private plane).
pub const MARKS: [char; 2] = ['\u{10FFFC}', '\u{10FFFD}'];

/// What `theme.json` says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct About {
    pub title: String,
    /// The shipped theme whose sheet lies under the theme's own.
    #[serde(default)]
    pub starts_from: Option<String>,
    #[serde(default)]
    pub credit: Option<String>,
    #[serde(default)]
    pub widths: Widths,
}

/// How wide figures run on a wide screen, in rem: by their role, in a grid of pictures, and as one of
/// a row of slides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Widths {
    pub inline: u16,
    pub supporting: u16,
    pub thumbnail: u16,
    pub showcase: u16,
    pub gallery: u16,
    pub slide: u16,
}

/// Those of the theme plain.
impl Default for Widths {
    fn default() -> Self {
        Widths { inline: 38, supporting: 26, thumbnail: 12, showcase: 60, gallery: 20, slide: 34 }
    }
}

impl Widths {
    fn fit(self) -> bool {
        let Widths { inline, supporting, thumbnail, showcase, gallery, slide } = self;
        let all = [inline, supporting, thumbnail, showcase, gallery, slide];
        all.iter().all(|rem| (4..=200).contains(rem))
    }
}

/// Whether a file of this path belongs to a theme: templates, the sheet, labels, `theme.json`, and a
/// word for who reads it.
pub fn is_theme_file(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let named = |name: &str| !name.is_empty() && !name.starts_with('.') && name.chars().all(plain);
    match path.split_once('/') {
        Some(("labels", name)) => named(name) && name.ends_with(".json"),
        Some(_) => false,
        None => match path {
            "theme.json" | "page.css" => true,
            _ => named(path) && [".html", ".md", ".txt"].iter().any(|end| path.ends_with(end)),
        },
    }
}

/// Fails when a file is missing, too many, too large or of another kind.
pub fn bounded(files: &BTreeMap<String, String>) -> Result<(), ThemeProblem> {
    for needed in ["theme.json", "page.html", "page.css"] {
        if !files.contains_key(needed) {
            return Err(ThemeProblem::new(needed, None, "a theme needs this file"));
        }
    }
    if files.len() > MAX_FILES {
        let why = format!("a theme may have {MAX_FILES} files, this one has {}", files.len());
        return Err(ThemeProblem::new("theme.json", None, why));
    }
    for (path, text) in files {
        if !is_theme_file(path) {
            return Err(ThemeProblem::new(path, None, "a theme has no file of this kind"));
        }
        if text.len() > MAX_FILE_BYTES {
            let why = format!("a file of a theme may have {} KB", MAX_FILE_BYTES / 1024);
            return Err(ThemeProblem::new(path, None, why));
        }
        if let Some(line) = text.lines().position(|line| line.contains(MARKS)) {
            let why = "a character stands here that no page may hold";
            return Err(ThemeProblem::new(path, Some(line + 1), why));
        }
    }
    Ok(())
}

/// What `theme.json` says.
pub fn about(files: &BTreeMap<String, String>) -> Result<About, ThemeProblem> {
    const FILE: &str = "theme.json";
    let text = files.get(FILE).map_or("", String::as_str);
    let about: About = serde_json::from_str(text).map_err(|error| unreadable(FILE, &error))?;
    let line = |key: &str| line_of(text, key);
    let title = about.title.trim();
    if title.is_empty() || title.chars().count() > 60 || title.chars().any(char::is_control) {
        let why = "“title” is a name on one line, of at most 60 characters";
        return Err(ThemeProblem::new(FILE, line("title"), why));
    }
    if let Some(template) = &about.credit
        && let Err(why) = credit(template)
    {
        return Err(ThemeProblem::new(FILE, line("credit"), why));
    }
    if !about.widths.fit() {
        let why = "“widths” are numbers from 4 to 200, in rem";
        return Err(ThemeProblem::new(FILE, line("widths"), why));
    }
    Ok(About { title: title.to_owned(), ..about })
}

/// The rule of the publication's own: it names somebody, each party once.
fn credit(template: &str) -> Result<(), &'static str> {
    let times = |part: &str| template.matches(part).count();
    match () {
        () if template.chars().any(char::is_control) || template.chars().count() > 120 => {
            Err("“credit” is one line of at most 120 characters")
        }
        () if times("{photographer}") + times("{credit}") == 0 => {
            Err("“credit” has to name {photographer} or {credit}")
        }
        () if ["{label}", "{photographer}", "{credit}"].iter().any(|part| times(part) > 1) => {
            Err("“credit” may name each of {label}, {photographer} and {credit} once")
        }
        () => Ok(()),
    }
}

/// What a reader of JSON says, with its line.
pub fn unreadable(file: &str, error: &serde_json::Error) -> ThemeProblem {
    let said = error.to_string();
    let why = said.split(" at line ").next().unwrap_or_default();
    ThemeProblem::new(file, (error.line() > 0).then(|| error.line()), why)
}

/// The first line that holds this key.
pub fn line_of(text: &str, key: &str) -> Option<usize> {
    let key = format!("\"{key}\"");
    text.lines().position(|line| line.contains(&key)).map(|at| at + 1)
}
