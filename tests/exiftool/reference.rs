//! ExifTool's readings: kept in a file, or asked for now.

use crate::rules::{self, Theirs};
use cutline_core::photo::{Carrier, Field};
use serde_json::{Map, Value};
use std::path::Path;
use std::process::Command;

/// What ExifTool says of one file, its values named by group and tag.
pub struct Reference {
    pub file: String,
    tags: Map<String, Value>,
}

impl Reference {
    /// Every field with its value by this carrier, or without.
    pub fn fields(&self, carrier: Carrier) -> impl Iterator<Item = (Field, Option<Theirs>)> {
        rules::fields().map(move |field| (field, self.value(field, carrier)))
    }

    pub fn values(&self, carrier: Carrier) -> impl Iterator<Item = Theirs> {
        self.fields(carrier).filter_map(|(_, value)| value)
    }

    pub fn value(&self, field: Field, carrier: Carrier) -> Option<Theirs> {
        rules::theirs(&self.tags, field, carrier)
    }
}

/// The readings that lie with the photos.
pub fn kept(folder: &Path) -> Result<Vec<Reference>, String> {
    let path = folder.join("exiftool.json");
    let json = std::fs::read_to_string(&path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    references(&json, "")
}

/// The readings of an ExifTool that is installed here.
pub fn ask_exiftool(folder: &Path) -> Result<Vec<Reference>, String> {
    let output = Command::new("exiftool")
        .args(["-j", "-G1", "-struct", "-r", "-q", "-q"])
        .arg(folder)
        .output()
        .map_err(|error| format!("exiftool cannot be started: {error}"))?;
    let json = String::from_utf8_lossy(&output.stdout);
    references(&json, &format!("{}/", folder.display()))
}

fn references(json: &str, before_name: &str) -> Result<Vec<Reference>, String> {
    let files: Vec<Map<String, Value>> =
        serde_json::from_str(json).map_err(|error| format!("the readings are damaged: {error}"))?;
    let of = |tags: Map<String, Value>| {
        let file = tags.get("SourceFile")?.as_str()?;
        let file = file.strip_prefix(before_name).unwrap_or(file).to_owned();
        Some(Reference { file, tags })
    };
    Ok(files.into_iter().filter_map(of).collect())
}

/// The values of picked files, all carriers' in one; none where that file is absent.
pub fn picked(folder: &Path) -> Vec<Reference> {
    let json = std::fs::read_to_string(folder.join("expected.json")).unwrap_or_default();
    let rows: Vec<Map<String, Value>> = serde_json::from_str(&json).unwrap_or_default();
    let of = |row: Map<String, Value>| {
        let groups =
            ["xmp", "iim", "exif"].into_iter().filter_map(|name| row.get(name)?.as_object());
        let tags = groups.flatten().map(|(name, value)| (name.clone(), value.clone())).collect();
        Some(Reference { file: row.get("file")?.as_str()?.to_owned(), tags })
    };
    rows.into_iter().filter_map(of).collect()
}
