//! Themes: what a page looks like. A theme is a folder with a template (`page.html`), a style sheet
//! (`page.css`), the words that it says otherwise (`labels/<language>.json`) and what it is called and
//! how it prints a credit (`theme.json`). `docs/themes.md` is for people who write one.
//!
//! Promises: a theme places the finished pieces of a story and makes none of them; what it writes
//! itself is a short list of elements; it runs in bounded time and memory and reaches nothing outside
//! its folder. Each page is parsed again before it is handed out. Whatever is wrong comes with the
//! file and, where there is one, the line ([`ThemeProblem`]); a page never goes out in another theme
//! instead.
//!
//! Not here: folders on a disk. The desk reads them and hands over their files.
//!
//! To add a shipped theme: a folder under `assets/themes`, a row in [`SHIPPED`].

mod folder;
mod hiding;
mod judge;
mod labels;
mod problem;
mod render;
mod sheet;
mod shipped;
mod skeleton;
mod specimen;
mod used;

pub use folder::{MAX_FILE_BYTES, MAX_FILES, Widths, is_theme_file};
pub use problem::ThemeProblem;
pub use render::{Laid, Pieces, Placed};
pub use sheet::Rules;
pub use shipped::SHIPPED;
pub use specimen::try_theme;
pub use used::Used;

use super::words::Words;
use labels::Labels;
use minijinja::Environment;
use std::collections::BTreeMap;

/// A theme that can be used.
#[derive(Debug)]
pub struct Theme {
    /// What it is called on screen: "Magazine".
    title: String,
    /// How it prints a credit, where it does not follow the publication.
    credit: Option<String>,
    widths: Widths,
    /// Its templates, read and compiled.
    templates: Environment<'static>,
    /// By language tag.
    labels: BTreeMap<String, Labels>,
    rules: Rules,
}

impl Theme {
    /// Reads the files of a theme's folder, by their paths in it ("labels/tr.json"). Fails with what
    /// is wrong in which line of which file.
    pub fn read(files: &BTreeMap<String, String>) -> Result<Theme, ThemeProblem> {
        folder::bounded(files)?;
        let about = folder::about(files)?;
        Ok(Theme {
            templates: render::templates(files)?,
            labels: labels::read(files)?,
            rules: sheet::read(files, about.starts_from.as_deref())?,
            title: about.title,
            credit: about.credit,
            widths: about.widths,
        })
    }

    /// One of those that come with Cutline, by its name: "plain".
    pub fn shipped(name: &str) -> Option<&'static Theme> {
        shipped::theme(name)
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// How credits print in it, as a publication's template does; `None`: as the publication prints
    /// them.
    pub fn credit(&self) -> Option<&str> {
        self.credit.as_deref()
    }

    /// How wide it lays figures out, which tells browsers how large a file to take.
    pub fn widths(&self) -> Widths {
        self.widths
    }

    /// The rules of its sheet that find something on a page.
    pub fn css(&self, used: &Used) -> String {
        self.rules.kept(used)
    }

    /// The words of a page in this language: the theme's, and Cutline's where it has none.
    pub fn words(&self, tag: &str) -> Words<'_> {
        labels::words(&self.labels, tag)
    }

    /// The page of a story. `head` makes the head when it is known what stands on the page. Fails when
    /// the page would not be one that may go out.
    pub fn page(
        &self,
        pieces: &Pieces,
        head: &mut dyn FnMut(&Used) -> String,
    ) -> Result<String, ThemeProblem> {
        let skeleton = render::skeleton(&self.templates, pieces)?;
        let own = skeleton::judge(&skeleton, pieces).map_err(|fault| skeleton.problem(&fault))?;
        let html = skeleton.filled(&pieces.laid, &head(&own));
        judge::judge(&html, pieces, &self.rules)
            .map_err(|fault| fault.problem(|why| skeleton.missing(why)))?;
        Ok(html)
    }
}

#[cfg(test)]
mod tests;
