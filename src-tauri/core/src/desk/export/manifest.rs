//! The manifest of an export: what left, with whose credits, and what was let through.
//!
//! It lies beside the export, outside its folder, so that it is not published with it. It names the
//! files of the export, and never the slug, a private note, the name of a photo's own file, who sat at
//! the machine, or where on it anything lies.

use super::forms::Made;
use super::sums::{Listing, Sum};
use crate::desk::contract::ExportForm;
use crate::desk::edition::Edition;
use crate::desk::release::{Passed, Ruling};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// Who makes manifests; a file without it is not ours.
const MAKER: &str = "Cutline";

/// More than any manifest has.
const LONGEST_BYTES: u64 = 50_000_000;

/// A manifest as it is written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest<'a> {
    made_by: &'static str,
    version: &'static str,
    /// The name of what was exported, which lies beside this.
    export: String,
    form: ExportForm,
    /// UTC.
    exported_at: &'a str,
    page_address: Option<String>,
    files: Vec<ListedFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    packed: Vec<ListedFile>,
    photos: Vec<ListedPhoto>,
    waived: Vec<Waived>,
    stops_passed: Vec<StopPassed>,
    wanted_left_out: u32,
    owed: &'a [String],
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ListedFile {
    name: String,
    bytes: u64,
    sha256: String,
}

/// A photo of the export, by the beginning of its files' names.
#[derive(Debug, Serialize)]
struct ListedPhoto {
    pictures: Vec<String>,
    credit: String,
}

#[derive(Debug, Serialize)]
struct Waived {
    rule: String,
    reason: String,
}

#[derive(Debug, Serialize)]
struct StopPassed {
    stop: String,
    said: String,
    reason: String,
}

/// What the manifest is made of.
pub struct Facts<'a> {
    pub export: String,
    pub form: ExportForm,
    pub at: &'a str,
    pub edition: &'a Edition,
    pub ruling: &'a Ruling,
    pub made: &'a Made,
}

/// The text of the manifest of an export with these files.
pub fn written(facts: &Facts, listing: &Listing) -> String {
    let Facts { export, form, at, edition, ruling, made } = facts;
    let manifest = Manifest {
        made_by: MAKER,
        version: env!("CARGO_PKG_VERSION"),
        export: export.clone(),
        form: *form,
        exported_at: at,
        page_address: address(edition),
        files: all(export, &listing.files),
        packed: all(export, &listing.packed),
        photos: photos(made),
        waived: waived(edition),
        stops_passed: ruling.passed.iter().map(passed).collect(),
        wanted_left_out: ruling.wanted_left_out,
        owed: &ruling.owed,
    };
    // Strings, numbers and lists always serialise.
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}

fn all(export: &str, files: &[(String, Sum)]) -> Vec<ListedFile> {
    files.iter().map(|(name, sum)| listed(export, name, sum)).collect()
}

/// A file of a folder goes by its name in it; one file by its own.
fn listed(export: &str, name: &str, sum: &Sum) -> ListedFile {
    let name = if name.is_empty() { export.to_owned() } else { format!("{export}/{name}") };
    ListedFile { name, bytes: sum.bytes, sha256: sum.sha256.clone() }
}

fn address(edition: &Edition) -> Option<String> {
    let site = edition.publication.site_address.as_deref()?;
    Some(format!("{}/{}/", site.trim_end_matches('/'), edition.row.url_name))
}

fn photos(made: &Made) -> Vec<ListedPhoto> {
    let shown = made.values().filter(|photo| !photo.pictures.is_empty());
    let mut photos: Vec<ListedPhoto> = shown
        .map(|photo| ListedPhoto {
            pictures: photo.pictures.iter().map(|picture| picture.stem.clone()).collect(),
            credit: photo.credit.line.clone(),
        })
        .collect();
    photos.sort_by(|a, b| a.pictures.cmp(&b.pictures));
    photos
}

/// By rule, because the sentence of a finding may name a file or quote copy.
fn waived(edition: &Edition) -> Vec<Waived> {
    let waived = edition
        .findings()
        .into_iter()
        .filter_map(|finding| Some(Waived { rule: finding.rule.clone(), reason: finding.waived? }));
    waived.collect()
}

fn passed(passed: &Passed) -> StopPassed {
    let Passed { stop, said, reason } = passed.clone();
    StopPassed { stop, said, reason }
}

/// A manifest as it is read again.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Read {
    made_by: String,
    export: String,
    files: Vec<ListedFile>,
}

impl Read {
    /// The manifest at `path`. `None` when there is none, or it is not ours.
    pub fn of(path: &Path) -> Option<Read> {
        let about = fs::symlink_metadata(path).ok()?;
        if !about.is_file() || about.len() > LONGEST_BYTES {
            return None;
        }
        let read: Read = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        (read.made_by == MAKER).then_some(read)
    }

    /// The sums of its files, by their names in the export.
    pub fn sums(&self) -> Vec<(String, Sum)> {
        let name = |name: &str| {
            let inner = name.strip_prefix(&self.export).unwrap_or(name);
            inner.strip_prefix('/').unwrap_or(inner).to_owned()
        };
        let file = |file: &ListedFile| {
            let sum = Sum { sha256: file.sha256.clone(), bytes: file.bytes };
            (name(&file.name), sum)
        };
        self.files.iter().map(file).collect()
    }
}
