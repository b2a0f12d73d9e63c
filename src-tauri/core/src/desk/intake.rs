//! Taking one picture into the desk: its bytes are looked at, previewed and laid down before
//! anything is written to the database, and nothing is left behind of a picture that cannot be used.

use super::Desk;
use super::contract::Changed;
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, photo_failure};
use super::photo_record::{PhotoRecord, fact_rows};
use super::publication::{self, credit_style};
use super::words::{list, word};
use crate::photo::{self, Format, Inspected};
use crate::store::files::{self, Keep};
use crate::store::photo::Judgement;
use crate::store::photo::PhotoRow;
use crate::store::{Connection, photo as table, photo_fact};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Larger files are not read.
const LIMIT_MB: u64 = 200;

/// The longest side of a preview: sharp across the widest column of the window on a dense screen.
pub const PREVIEW_PX: u32 = 1600;

/// A picture whose files lie in the desk, but which has no record yet.
#[derive(Debug)]
pub struct Taken {
    record: PhotoRecord,
}

impl Desk {
    /// Takes the file at `path` in; answers the new photo's id.
    pub fn take_photo(&self, path: &Path) -> Result<String, Failure> {
        let bytes = read_file(path, LIMIT_MB)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let taken = self.lay_down(&bytes, &name)?;
        drop(bytes);
        let id = taken.record.row.id.clone();
        self.write(move |db| {
            taken.record(db)?;
            let changed = vec![Changed::Photo { id: taken.record.row.id.clone() }];
            Ok(((), changed))
        })?;
        Ok(id)
    }

    /// Looks at `bytes` and lays the original and its preview down.
    pub fn lay_down(&self, bytes: &[u8], name: &str) -> Result<Taken, Failure> {
        self.must_be_ours()?;
        let name = quoted(name);
        let inspected = photo::inspect(bytes).map_err(|error| photo_failure(&name, error))?;
        let preview = self.make_preview(bytes).map_err(|error| photo_failure(&name, error))?;
        let hash = blake3::hash(bytes).to_hex().to_string();
        let original = format!("{hash}.{}", extension(inspected.format));
        self.keep_original(&original, bytes)?;
        files::write_whole(&files::preview(self.folder(), &hash), &preview, Keep::CanBeMadeAgain)?;
        Ok(Taken { record: self.new_record(inspected, original, hash, name) })
    }

    /// The same bytes again share one file.
    fn keep_original(&self, original: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = files::original(self.folder(), original);
        if std::fs::read(&path).is_ok_and(|kept| kept == bytes) {
            return Ok(());
        }
        Ok(files::write_whole(&path, bytes, Keep::Synced)?)
    }

    fn new_record(
        &self,
        inspected: Inspected,
        original: String,
        original_hash: String,
        file_name: String,
    ) -> PhotoRecord {
        let now = self.now();
        let row = PhotoRow {
            id: self.inner.clock.id(),
            original,
            original_hash,
            width_px: inspected.width_px,
            height_px: inspected.height_px,
            file_name,
            removed_on_export: list(&inspected.removed_on_export),
            format: word(&inspected.format),
            original_kept: true,
            remarks: list::<String>(&[]),
            added_at: now.clone(),
            changed_at: now,
            judgement: Judgement::default(),
        };
        PhotoRecord::new(row, inspected.facts)
    }
}

impl Taken {
    pub fn id(&self) -> &str {
        &self.record.row.id
    }

    /// Makes it a photo of the desk.
    pub fn record(&self, db: &Connection) -> Result<(), Failure> {
        let publication = publication::of_desk(db)?;
        let style = credit_style(&publication, None);
        let judgement = self.record.judgement(&style);
        let row = PhotoRow { judgement, ..self.record.row.clone() };
        table::insert(db, &row)?;
        for fact in fact_rows(&self.record.facts) {
            photo_fact::insert(db, &row.id, &fact)?;
        }
        Ok(())
    }
}

/// Reads a file that a person chose. Looks at its size first, and never reads more than that.
pub fn read_file(path: &Path, limit_mb: u64) -> Result<Vec<u8>, DeskError> {
    let unreadable = |cause| DeskError::FileUnreadable { path: path.to_owned(), cause };
    let too_large = || DeskError::FileTooLarge { path: path.to_owned(), limit_mb };
    let limit = limit_mb * 1_000_000;
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(DeskError::NotAFile(path.to_owned()));
    }
    if !about.is_file() {
        // A pipe or a device could hold the reader for ever.
        return Err(unreadable(io::Error::from(io::ErrorKind::InvalidInput)));
    }
    if about.len() > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

fn extension(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "jpg",
        Format::Png => "png",
        Format::WebP => "webp",
        Format::Tiff => "tif",
        Format::Gif => "gif",
        Format::Heic => "heic",
        Format::Avif => "avif",
    }
}
