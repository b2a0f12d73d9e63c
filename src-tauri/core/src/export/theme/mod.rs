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

pub use folder::{MAX_FILE_BYTES, MAX_FILES, is_theme_file};
pub use problem::ThemeProblem;
pub use render::{Laid, Pieces, Placed};
pub use sheet::pressed;
pub use shipped::SHIPPED;

use super::words::Words;
use hiding::Hiding;
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
    /// Its templates, read and compiled.
    templates: Environment<'static>,
    /// By language tag.
    labels: BTreeMap<String, Labels>,
    css: String,
    /// The rules of its sheet that take something out of sight.
    hiding: Vec<Hiding>,
}

impl Theme {
    /// Reads the files of a theme's folder, by their paths in it ("labels/tr.json"). Fails with what
    /// is wrong in which line of which file.
    pub fn read(files: &BTreeMap<String, String>) -> Result<Theme, ThemeProblem> {
        folder::bounded(files)?;
        let about = folder::about(files)?;
        let sheet = sheet::read(files, about.starts_from.as_deref())?;
        Ok(Theme {
            templates: render::templates(files)?,
            labels: labels::read(files)?,
            hiding: sheet.hiding,
            css: sheet.css,
            title: about.title,
            credit: about.credit,
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

    /// Its style sheet as it stands in a page.
    pub fn css(&self) -> &str {
        &self.css
    }

    /// The words of a page in this language: the theme's, and Cutline's where it has none.
    pub fn words(&self, tag: &str) -> Words<'_> {
        labels::words(&self.labels, tag)
    }

    /// The page of a story. Fails when the page would not be one that may go out.
    pub fn page(&self, pieces: &Pieces) -> Result<String, ThemeProblem> {
        let skeleton = render::skeleton(&self.templates, pieces)?;
        skeleton::judge(&skeleton, pieces).map_err(|fault| skeleton.problem(&fault))?;
        let html = skeleton.filled(&pieces.laid);
        judge::judge(&html, pieces, &self.hiding)
            .map_err(|fault| fault.problem(|why| skeleton.missing(why)))?;
        Ok(html)
    }
}

#[cfg(test)]
mod tests;
