//! What an export leaves behind in the desk, so that it can be compared and had back: gathered while
//! it is written, put into the store with its record.

use super::corrections::printed;
use super::live;
use super::printed::Printed;
use super::record;
use crate::desk::contract::{KindOfChange, RecordKind};
use crate::desk::edition::Edition;
use crate::desk::photo_record::PhotoRecord;
use crate::desk::words::{list, variant, word};
use crate::photo::WrittenFacts;
use crate::photo::darkroom::Wanted;
use crate::store::export::ExportRow;
use crate::store::export_file::{self, FileRow, PictureRow};
use crate::store::{Connection, StoreError, kept};
use crate::story::Framing;

/// The files of one export.
#[derive(Debug, Default)]
pub struct Keeping {
    texts: Vec<(String, Vec<u8>)>,
    files: Vec<FileRow>,
    pictures: Vec<PictureRow>,
}

/// What a picture's file was made of.
#[derive(Debug, Clone, Copy)]
pub struct PictureOf<'a> {
    pub photo_id: &'a str,
    pub record: &'a PhotoRecord,
    pub framing: &'a Framing,
    /// `None`: the untouched original.
    pub wanted: Option<&'a Wanted>,
    /// What was written into it.
    pub facts: &'a WrittenFacts,
}

impl Keeping {
    /// A file that is no picture, or the next piece of one. What is too long is known by its hash
    /// alone and cannot be had back.
    pub fn text(&mut self, name: &str, bytes: &[u8]) {
        let goes_on = self.files.last().is_some_and(|file| file.name == name);
        match self.texts.last_mut().filter(|_| goes_on) {
            Some((_, text)) => text.extend(bytes),
            None => {
                self.file(name, bytes, None);
                self.texts.push((name.to_owned(), bytes.to_vec()));
            }
        }
    }

    /// The file of a picture.
    pub fn picture(&mut self, name: &str, bytes: &[u8], of: &PictureOf) {
        let number = self.number(of);
        let wanted = of.wanted.and_then(|wanted| serde_json::to_string(wanted).ok());
        self.file(name, bytes, Some((number, wanted.unwrap_or_default())));
    }

    /// The number of the picture, which is taken in when it is new.
    fn number(&mut self, of: &PictureOf) -> u32 {
        let picture = PictureRow {
            number: u32::try_from(self.pictures.len() + 1).unwrap_or(u32::MAX),
            photo_id: of.photo_id.to_owned(),
            original: of.record.row.original.clone(),
            original_hash: of.record.row.original_hash.clone(),
            framing: serde_json::to_string(of.framing).unwrap_or_default(),
            facts: serde_json::to_string(of.facts).unwrap_or_default(),
        };
        let number = picture.number;
        match self.pictures.last() {
            Some(last) if *last == (PictureRow { number: last.number, ..picture.clone() }) => {
                last.number
            }
            _ => {
                self.pictures.push(picture);
                number
            }
        }
    }

    fn file(&mut self, name: &str, bytes: &[u8], picture: Option<(u32, String)>) {
        let hash = blake3::hash(bytes).to_hex().to_string();
        self.files.push(FileRow { name: name.to_owned(), hash, picture });
    }

    /// Puts everything into the store, after the export's own row.
    pub fn put(
        mut self,
        db: &Connection,
        row: &ExportRow,
        edition: &Edition,
    ) -> Result<(), StoreError> {
        kept::put(db, edition.row.draft.document.as_bytes())?;
        kept::put(db, &printed_json(edition))?;
        for (name, text) in &self.texts {
            let (hash, _) = kept::put(db, text)?;
            // One that came in pieces has its hash only now.
            let file = self.files.iter_mut().find(|file| file.name == *name);
            file.into_iter().for_each(|file| file.hash.clone_from(&hash));
        }
        export_file::insert(db, &row.id, &self.files, &self.pictures)?;
        if row.for_readers {
            live::follow_export(db, &edition.row, &row.at)?;
        }
        let what = row.change.as_deref().and_then(variant::<KindOfChange>).map(record_kind);
        match what {
            Some(what) => record(db, &row.story_id, (&row.at, what, &edition.said.text)),
            None => Ok(()),
        }
    }
}

/// Fills in what a row says of what went out.
pub fn filled(row: ExportRow, edition: &Edition) -> ExportRow {
    ExportRow {
        change: edition.said.change.as_ref().map(word),
        printed_hash: Some(blake3::hash(&printed_json(edition)).to_hex().to_string()),
        corrections: list(&printed(&edition.document)),
        ..row
    }
}

fn printed_json(edition: &Edition) -> Vec<u8> {
    serde_json::to_vec(&Printed::of(edition)).unwrap_or_default()
}

fn record_kind(change: KindOfChange) -> RecordKind {
    match change {
        KindOfChange::Correction => RecordKind::Correction,
        KindOfChange::Clarification => RecordKind::Clarification,
        KindOfChange::Update => RecordKind::Update,
        KindOfChange::EditorsNote => RecordKind::EditorsNote,
        KindOfChange::Minor => RecordKind::Minor,
    }
}
