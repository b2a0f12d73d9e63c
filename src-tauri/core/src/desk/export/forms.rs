//! The forms that a story goes out in: what each is called, what holds it, by which way it leaves, and
//! what is written into it.
//!
//! To add a form: a variant in [`ExportForm`], a row in [`shape`], an arm in [`write`], and a file
//! beside this one that takes a [`Making`] and hands its files to an [`Outgoing`], one after the other.
//! Pictures come from [`Pictures`]; manifest, verification and the rename are the same for all.

use super::machine;
use super::markdown;
use super::one_file;
use super::outgoing::Outgoing;
use super::page_photos;
use super::page_story;
use super::pictures::Pictures;
use super::word;
use crate::desk::contract::{ExportForm, WayOut};
use crate::desk::failure::Failure;
use crate::desk::themes::refused;
use crate::export::{self, LOGO_FILE, PagePhoto, Theme};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The name of the page in a folder and a zip.
pub const PAGE: &str = "index.html";

/// What a form looks like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    pub holder: Holder,
    /// What follows the URL name in the name of what is made: ".zip".
    pub ending: &'static str,
    /// By which way it leaves, which decides whether stops hold it back.
    pub way_out: WayOut,
    /// Whether a browser shows it.
    pub is_page: bool,
}

/// What holds the files of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A folder of the story's own, with a marker.
    Folder,
    /// A zip with that very folder in it.
    Zip,
    /// A zip that is one document: its parts at the top, in the order in which they are handed over.
    Package,
    /// One file, handed over in pieces.
    File,
}

/// Every form.
pub const ALL: [ExportForm; 9] = [
    ExportForm::Folder,
    ExportForm::Zip,
    ExportForm::OneFile,
    ExportForm::Markdown,
    // Before `Word`, whose ending its own ends in.
    ExportForm::LawyerCopy,
    ExportForm::Word,
    ExportForm::Ninjs,
    ExportForm::NewsMl,
    ExportForm::Ans,
];

/// The shape of a form.
pub fn shape(form: ExportForm) -> Shape {
    let of = |holder, ending, is_page| Shape { holder, ending, way_out: WayOut::Export, is_page };
    match form {
        ExportForm::Folder => of(Holder::Folder, "", true),
        ExportForm::Zip => of(Holder::Zip, ".zip", false),
        ExportForm::OneFile => of(Holder::File, ".html", true),
        ExportForm::Markdown => of(Holder::Folder, "-markdown", false),
        ExportForm::Word => of(Holder::Package, ".docx", false),
        ExportForm::LawyerCopy => {
            Shape { way_out: WayOut::ReadingCopy, ..of(Holder::Package, ".to-be-read.docx", false) }
        }
        ExportForm::Ninjs => of(Holder::Folder, ".ninjs", false),
        ExportForm::NewsMl => of(Holder::Folder, ".newsml", false),
        ExportForm::Ans => of(Holder::Folder, ".ans", false),
    }
}

/// The form of what lies at `place`.
pub fn form_of(place: &Path) -> ExportForm {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let ends = |form: &&ExportForm| {
        let ending = shape(**form).ending;
        !ending.is_empty() && name.ends_with(ending)
    };
    ALL.iter().find(ends).copied().unwrap_or_default()
}

/// Where the page of an export lies.
pub fn page_of(form: ExportForm, place: &Path) -> Option<PathBuf> {
    let shape = shape(form);
    match shape.holder {
        _ if !shape.is_page => None,
        Holder::Folder => Some(place.join(PAGE)),
        Holder::Zip | Holder::Package | Holder::File => Some(place.to_owned()),
    }
}

/// Whether a form is a page, and so stands in a theme.
pub fn is_page(form: ExportForm) -> bool {
    match form {
        ExportForm::Folder | ExportForm::Zip | ExportForm::OneFile => true,
        ExportForm::Markdown
        | ExportForm::Word
        | ExportForm::LawyerCopy
        | ExportForm::Ninjs
        | ExportForm::NewsMl
        | ExportForm::Ans => false,
    }
}

/// What a form is made of.
pub struct Making<'a> {
    pub pictures: Pictures<'a>,
    pub published_at: DateTime<Utc>,
    /// What a reading copy says at its head and foot; empty for what goes to readers.
    pub banner: &'a [String],
    pub theme: InUse<'a>,
}

/// The theme that a page stands in.
#[derive(Clone, Copy)]
pub struct InUse<'a> {
    pub name: &'a str,
    pub theme: &'a Theme,
}

/// What a form has made: the photos with the pictures that stand in it, by photo id. The manifest
/// names their credits.
pub type Made = BTreeMap<String, PagePhoto>;

/// Writes the story in one form. `None` when it was cancelled.
pub fn write(
    form: ExportForm,
    making: &Making,
    out: &mut Outgoing,
) -> Result<Option<Made>, Failure> {
    match form {
        ExportForm::Folder | ExportForm::Zip => whole_page(making, out),
        ExportForm::OneFile => one_file::write(making, out),
        ExportForm::Markdown => markdown::write(making, out),
        ExportForm::Word | ExportForm::LawyerCopy => word::write(making, out),
        ExportForm::Ninjs => machine::write(making, out, ".ninjs.json", export::ninjs),
        ExportForm::NewsMl => machine::write(making, out, ".xml", export::newsml),
        ExportForm::Ans => machine::write(making, out, ".ans.json", export::ans),
    }
}

/// The page with its pictures beside it.
fn whole_page(making: &Making, out: &mut Outgoing) -> Result<Option<Made>, Failure> {
    let Pictures { edition, profile, .. } = making.pictures;
    let mut photos = page_photos(edition, profile);
    if making.pictures.lay_down(out, &mut photos)?.is_none() {
        return Ok(None);
    }
    let story = page_story(edition, making.published_at, &photos);
    let page = refused(making.theme.name, export::page(&story, making.theme.theme))?;
    if page.contains(LOGO_FILE) {
        out.take(LOGO_FILE, export::logo(&edition.publication.name).as_bytes())?;
    }
    out.take(PAGE, page.as_bytes())?;
    Ok(Some(photos))
}
