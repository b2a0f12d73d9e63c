//! Taking one picture into the desk, in two steps: its bytes are looked at, which takes milliseconds;
//! then it is previewed and laid down before anything is written to the database. Nothing is left
//! behind of a picture that cannot be used.

use super::Desk;
use super::arriving::{FileTurn, Waiting};
use super::contract::Changed;
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::{Failure, photo_failure};
use super::photo_record::{PhotoRecord, fact_rows};
use super::publication::{self, credit_style};
use super::words::{list, word};
use crate::photo::darkroom::{
    Developed, Order, Original, PictureFormat, Purpose, Rendition, Size, Wanted,
};
use crate::photo::{self, Field, Format, Inspected};
use crate::store::files::{self, Keep};
use crate::store::photo::PhotoRow;
use crate::store::{Connection, photo as table, photo_fact, photo_text};
use crate::story::Framing;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// Larger files are not read.
const LIMIT_MB: u64 = 200;

/// The longest side of a preview: sharp across the widest column of the window on a dense screen.
pub const PREVIEW_PX: u32 = 1600;

/// How a photo comes in.
#[derive(Debug, Clone)]
pub struct Coming {
    pub photo_id: String,
    pub added_at: String,
    /// `false`: the file itself is kept nowhere, only a picture made from it.
    pub keep_original: bool,
}

/// A file that was looked at and can probably be used.
#[derive(Debug)]
pub struct Looked {
    pub name: String,
    pub inspected: Inspected,
    pub bytes: Vec<u8>,
}

/// A file that was looked at and waits for its turn.
#[derive(Debug)]
pub struct Resting {
    name: String,
    inspected: Inspected,
    /// `None` when too much waits already: then it is read again.
    bytes: Option<Waiting>,
}

/// A picture whose files lie in the desk, but which has no record yet.
#[derive(Debug)]
pub struct Taken {
    record: PhotoRecord,
    /// Until it is recorded: who takes the same file in meanwhile waits for the record.
    turn: FileTurn,
}

/// What is made of an original when it comes in.
#[derive(Default)]
struct Made {
    preview: Vec<u8>,
    archive: Vec<u8>,
}

impl Desk {
    /// Takes the file at `path` in; answers the new photo's id.
    pub fn take_photo(&self, path: &Path) -> Result<String, Failure> {
        let coming = self.coming(true);
        let Looked { name, inspected, bytes } = look(path)?;
        let taken = self.lay(&bytes, name, inspected, coming)?;
        drop(bytes);
        self.record_photo(taken)
    }

    /// A photo that comes in now.
    fn coming(&self, keep_original: bool) -> Coming {
        Coming { photo_id: self.inner.clock.id(), added_at: self.now(), keep_original }
    }

    /// Lets a file wait for its turn.
    pub(super) fn rest(&self, looked: Looked) -> Resting {
        let Looked { name, inspected, bytes } = looked;
        Resting { name, inspected, bytes: self.inner.arriving.keep(bytes) }
    }

    /// Lays down a file that has waited.
    pub(super) fn take(
        &self,
        path: &Path,
        resting: Resting,
        coming: Coming,
    ) -> Result<Taken, Failure> {
        if let Resting { name, inspected, bytes: Some(bytes) } = resting {
            return self.lay(&bytes, name, inspected, coming);
        }
        // It may have changed since, so nothing of the first look is used.
        let Looked { name, inspected, bytes } = look(path)?;
        self.lay(&bytes, name, inspected, coming)
    }

    /// Looks at `bytes` and lays the original and its preview down.
    pub(super) fn lay_down(&self, bytes: &[u8], name: &str) -> Result<Taken, Failure> {
        let name = quoted(name);
        let inspected = photo::inspect(bytes).map_err(|error| photo_failure(&name, error))?;
        self.lay(bytes, name, inspected, self.coming(true))
    }

    /// Makes what was laid down a photo of the desk; answers its id.
    pub(super) fn record_photo(&self, taken: Taken) -> Result<String, Failure> {
        let Taken { record, turn } = taken;
        let id = record.row.id.clone();
        let changed = vec![Changed::Photo { id: id.clone() }];
        let written = self.write(move |db| Ok((insert(db, &record)?, changed)));
        // Whoever waits for this file finds its record now.
        drop(turn);
        written?;
        self.photo_ahead(&id);
        Ok(id)
    }

    fn lay(
        &self,
        bytes: &[u8],
        name: String,
        inspected: Inspected,
        coming: Coming,
    ) -> Result<Taken, Failure> {
        self.must_be_ours()?;
        let hash = blake3::hash(bytes).to_hex().to_string();
        let turn = self.inner.arriving.turn(&hash);
        let mut facts = inspected.facts.clone();
        let row = if coming.keep_original {
            self.keep_file(bytes, hash, &name, &inspected)?
        } else {
            facts.0.retain(|field, _| !matches!(field, Field::DocumentId | Field::ImageGuid));
            self.keep_copy(bytes, &name, &inspected)?
        };
        let row = PhotoRow {
            id: coming.photo_id,
            file_name: name,
            added_at: coming.added_at.clone(),
            changed_at: coming.added_at,
            ..row
        };
        Ok(Taken { record: PhotoRecord::new(row, facts), turn })
    }

    /// Keeps the file as it is. The same bytes again share original, preview and what was seen.
    fn keep_file(
        &self,
        bytes: &[u8],
        hash: String,
        name: &str,
        inspected: &Inspected,
    ) -> Result<PhotoRow, Failure> {
        let original = format!("{hash}.{}", extension(inspected.format));
        let path = files::original(self.folder(), &original);
        let preview = files::preview(self.folder(), &hash);
        let seen = self.read(|db| Ok(table::seen(db, &hash)?))?;
        let is_kept = std::fs::read(&path).is_ok_and(|kept| kept == bytes);
        let seen = seen.filter(|_| is_kept && preview.is_file());
        let (width_px, height_px, remarks) = match seen {
            Some(seen) => seen,
            None => {
                let (made, developed) = self.develop_coming(bytes, name, &[preview_order()])?;
                if !is_kept {
                    files::write_whole(&path, bytes, Keep::Synced)?;
                }
                files::write_whole(&preview, &made.preview, Keep::CanBeMadeAgain)?;
                (
                    developed.width_px,
                    developed.height_px,
                    list(&remarks(inspected, developed.remarks)),
                )
            }
        };
        Ok(PhotoRow {
            original,
            original_hash: hash,
            width_px,
            height_px,
            removed_on_export: list(&inspected.removed_on_export),
            format: word(&inspected.format),
            original_kept: true,
            remarks,
            identities: Some(list(&inspected.identities)),
            ..PhotoRow::default()
        })
    }

    /// Keeps an upright picture without metadata in the place of the file, and nothing by which the
    /// file itself could be known again.
    fn keep_copy(
        &self,
        bytes: &[u8],
        name: &str,
        inspected: &Inspected,
    ) -> Result<PhotoRow, Failure> {
        let format = match inspected.format {
            Format::Png | Format::Gif => PictureFormat::Png,
            _ => PictureFormat::Jpeg,
        };
        let archive = Wanted { size: Size::Own, format, purpose: Purpose::Archive };
        let (made, developed) = self.develop_coming(bytes, name, &[preview_order(), archive])?;
        let hash = blake3::hash(&made.archive).to_hex().to_string();
        let original = format!("{hash}.{}", format.extension());
        let path = files::original(self.folder(), &original);
        if std::fs::read(&path).ok().as_ref() != Some(&made.archive) {
            files::write_whole(&path, &made.archive, Keep::Synced)?;
        }
        let preview = files::preview(self.folder(), &hash);
        files::write_whole(&preview, &made.preview, Keep::CanBeMadeAgain)?;
        Ok(PhotoRow {
            original,
            original_hash: hash,
            width_px: developed.width_px,
            height_px: developed.height_px,
            removed_on_export: list::<String>(&[]),
            format: if format == PictureFormat::Png { "png" } else { "jpeg" }.to_owned(),
            original_kept: false,
            remarks: list(&remarks(inspected, developed.remarks)),
            identities: Some(list::<String>(&[])),
            ..PhotoRow::default()
        })
    }

    /// Makes the pictures of an original that comes in.
    fn develop_coming(
        &self,
        bytes: &[u8],
        name: &str,
        wanted: &[Wanted],
    ) -> Result<(Made, Developed), Failure> {
        let order = Order { framing: Framing::default(), wanted: wanted.to_vec() };
        let mut made = Made::default();
        let mut each = |index: usize, rendition: Rendition| {
            match index {
                0 => made.preview = rendition.bytes,
                _ => made.archive = rendition.bytes,
            }
            ControlFlow::Continue(())
        };
        let developed = self.inner.darkroom.develop(Original::Bytes(bytes), &order, &mut each);
        Ok((made, developed.map_err(|error| photo_failure(name, error))?))
    }
}

impl Taken {
    pub fn id(&self) -> &str {
        &self.record.row.id
    }

    /// Makes it a photo of the desk.
    pub fn record(&self, db: &Connection) -> Result<(), Failure> {
        insert(db, &self.record)
    }
}

fn insert(db: &Connection, record: &PhotoRecord) -> Result<(), Failure> {
    let publication = publication::of_desk(db)?;
    let style = credit_style(&publication, None);
    let row = PhotoRow { judgement: record.judgement(&style), ..record.row.clone() };
    table::insert(db, &row)?;
    for fact in fact_rows(&record.facts) {
        photo_fact::insert(db, &row.id, &fact)?;
    }
    photo_text::put(db, &row.id, &record.words(&style))?;
    Ok(())
}

/// What was seen without and with decoding, each once.
fn remarks(inspected: &Inspected, mut developed: Vec<String>) -> Vec<String> {
    let mut remarks = inspected.remarks.clone();
    developed.retain(|remark| !remarks.contains(remark));
    remarks.append(&mut developed);
    remarks
}

/// The preview that the window shows.
pub fn preview_order() -> Wanted {
    let size = Size::Within(PREVIEW_PX);
    Wanted { size, format: PictureFormat::Jpeg, purpose: Purpose::Preview }
}

/// Reads a file and looks at it, without decoding it.
pub fn look(path: &Path) -> Result<Looked, Failure> {
    let bytes = read_file(path, LIMIT_MB)?;
    let name = quoted(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
    let inspected = photo::inspect(&bytes).map_err(|error| photo_failure(&name, error))?;
    Ok(Looked { name, inspected, bytes })
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
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
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
