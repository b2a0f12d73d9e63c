//! The themes that a desk's pages can stand in: those that come with Cutline, and the desk's own,
//! each a folder in its folder `themes`.
//!
//! A desk's theme is read anew whenever a page is made, so that whoever writes one sees each change in
//! the next proof. One that is refused stops the page with its file and line; no other takes its place.

mod folder;

use super::Desk;
use super::contract::{
    AddTheme, ChangePublication, Changed, Done, Nothing, PageTheme, ThemeName, ThemeState,
};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::folders::absolute;
use crate::export::{self, SHIPPED, Theme, ThemeProblem};
use crate::store::{Connection, StoreError, setting};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// The most themes of its own that a desk has.
const MOST: usize = 50;

/// Where the settings keep which theme a desk uses.
const SETTING: &str = "pageTheme";

/// A theme that was read.
#[derive(Debug)]
pub enum Loaded {
    Shipped(&'static Theme),
    Own(Box<Theme>),
}

impl Deref for Loaded {
    type Target = Theme;

    fn deref(&self) -> &Theme {
        match self {
            Loaded::Shipped(theme) => theme,
            Loaded::Own(theme) => theme,
        }
    }
}

/// Which theme the desk's pages stand in, and how that one prints credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Chosen {
    pub name: String,
    pub credit: Option<String>,
}

impl Default for Chosen {
    fn default() -> Self {
        Chosen { name: SHIPPED[0].into(), credit: None }
    }
}

impl Desk {
    /// Every theme, those that come with Cutline first. One that cannot be used is among them with
    /// what is wrong with it.
    pub fn themes(&self, _: Nothing) -> Result<Vec<PageTheme>, Failure> {
        let shipped = SHIPPED.iter().map(|name| row(name, true, self.read_theme(name)));
        let own = folder::names(&self.themes_folder())?;
        let own = own.iter().map(|name| row(name, false, self.read_theme(name)));
        Ok(shipped.chain(own).collect())
    }

    /// Copies a theme's folder into the desk. It is called as the folder is. Fails with the file and
    /// the line when the theme may not be used, and when the desk has one of that name.
    pub fn add_theme(&self, request: AddTheme) -> Result<Done<PageTheme>, Failure> {
        self.must_be_ours()?;
        let from = absolute(Path::new(&request.folder));
        let (name, files) = (folder::name_of(&from)?, folder::files(&from)?);
        let theme = checked(&name, Theme::read(&files))?;
        let themes = self.themes_folder();
        let taken = folder::names(&themes)?;
        if SHIPPED.contains(&name.as_str()) || taken.contains(&name) {
            return Err(DeskError::ThemeTaken(name).into());
        }
        if taken.len() >= MOST {
            return Err(DeskError::TooMany { what: "themes", limit: MOST }.into());
        }
        folder::lay_down(&themes, &name, &files)?;
        let row = row(&name, false, Ok(Loaded::Own(Box::new(theme))));
        self.write(move |_| Ok((row, vec![Changed::Themes])))
    }

    /// Takes one of the desk's own themes away. Fails when its pages stand in it.
    pub fn remove_theme(&self, ThemeName { name }: ThemeName) -> Result<Done<Nothing>, Failure> {
        self.must_be_ours()?;
        if SHIPPED.contains(&name.as_str()) {
            return Err(DeskError::ThemeStays(name).into());
        }
        let themes = self.themes_folder();
        if !folder::names(&themes)?.contains(&name) {
            return Err(DeskError::NoTheme(quoted(&name)).into());
        }
        if self.read(|db| Ok(chosen(db)?))?.name == name {
            return Err(DeskError::ThemeInUse(name).into());
        }
        folder::take_away(&themes, &name)?;
        self.write(|_| Ok((Nothing {}, vec![Changed::Themes])))
    }

    /// Tries a theme's folder on a story that has everything, without taking it in. Fails with the
    /// file and the line when it may not be used.
    pub fn check_theme(&self, request: AddTheme) -> Result<PageTheme, Failure> {
        let from = absolute(Path::new(&request.folder));
        let (name, files) = (folder::name_of(&from)?, folder::files(&from)?);
        let theme = checked(&name, Theme::read(&files))?;
        Ok(row(&name, false, Ok(Loaded::Own(Box::new(theme)))))
    }

    /// Changes whenever a file of the theme changes. For whoever looks at a proof.
    pub fn theme_state(&self, ThemeName { name }: ThemeName) -> Result<ThemeState, Failure> {
        let own = !SHIPPED.contains(&name.as_str()) && folder::is_name(&name);
        let state = own.then(|| folder::state(&self.themes_folder().join(&name)));
        Ok(ThemeState { state: state.unwrap_or_default() })
    }

    /// Where the desk's own themes lie.
    pub(super) fn themes_folder(&self) -> PathBuf {
        self.folder().join("themes")
    }

    /// The theme of this name, read from the disk where it is the desk's own.
    pub(super) fn theme(&self, name: &str) -> Result<Loaded, Failure> {
        Ok(self.read_theme(name)?)
    }

    /// A theme that pages may stand in from now on.
    pub(super) fn usable_theme(&self, name: &str) -> Result<Chosen, Failure> {
        let theme = self.read_theme(name)?;
        refused(name, export::try_theme(&theme))?;
        Ok(Chosen { name: name.to_owned(), credit: theme.credit().map(str::to_owned) })
    }

    /// The theme that the desk's pages stand in. When it prints credits otherwise than it did, every
    /// credit of the desk is counted again first.
    pub(super) fn theme_in_use(&self) -> Result<(String, Loaded), Failure> {
        let now = self.read(|db| Ok(chosen(db)?))?;
        let theme = self.theme(&now.name)?;
        if theme.credit() != now.credit.as_deref() && self.must_be_ours().is_ok() {
            let theme = Some(now.name.clone());
            self.change_publication(ChangePublication { theme, ..Default::default() })?;
        }
        Ok((now.name, theme))
    }

    /// The theme of what is no page.
    pub(super) fn plain_theme(&self) -> Result<(String, Loaded), Failure> {
        Ok((SHIPPED[0].to_owned(), self.theme(SHIPPED[0])?))
    }

    fn read_theme(&self, name: &str) -> Result<Loaded, DeskError> {
        if let Some(theme) = Theme::shipped(name) {
            return Ok(Loaded::Shipped(theme));
        }
        let place = self.themes_folder().join(name);
        if !folder::is_name(name) || !place.is_dir() {
            return Err(DeskError::NoTheme(quoted(name)));
        }
        let files = folder::files(&place)?;
        Ok(Loaded::Own(Box::new(refused(name, Theme::read(&files))?)))
    }
}

/// Which theme the desk uses. A value that the disk changed is the default again.
pub fn chosen(db: &Connection) -> Result<Chosen, StoreError> {
    let kept = setting::all(db)?.remove(SETTING);
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
}

/// Keeps which theme the desk uses.
pub fn choose(db: &Connection, chosen: &Chosen) -> Result<(), StoreError> {
    match serde_json::to_string(chosen) {
        Ok(value) => setting::put(db, SETTING, &value),
        Err(_) => Ok(()),
    }
}

/// A theme that also prints the specimen story.
fn checked(name: &str, read: Result<Theme, ThemeProblem>) -> Result<Theme, DeskError> {
    let theme = refused(name, read)?;
    refused(name, export::try_theme(&theme))?;
    Ok(theme)
}

/// With the theme's name.
pub fn refused<T>(name: &str, read: Result<T, ThemeProblem>) -> Result<T, DeskError> {
    read.map_err(|problem| DeskError::ThemeRefused { name: name.to_owned(), problem })
}

fn row(name: &str, ships: bool, theme: Result<Loaded, DeskError>) -> PageTheme {
    let name = name.to_owned();
    let tried = theme.and_then(|theme| match ships {
        true => Ok(theme),
        false => refused(&name, export::try_theme(&theme)).map(|()| theme),
    });
    match tried {
        Ok(theme) => PageTheme {
            title: theme.title().to_owned(),
            credit: theme.credit().map(str::to_owned),
            problem: None,
            name,
            ships,
        },
        Err(error) => PageTheme {
            title: name.clone(),
            credit: None,
            problem: Some(error.to_string()),
            name,
            ships,
        },
    }
}
