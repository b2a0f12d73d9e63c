//! Finished pictures, kept so that none is made twice: a page that goes out again, a social picture, a
//! slow AVIF that was made while the story was still being written.
//!
//! A picture is known by the hash of its original, how it is framed, what was wanted of it, and the
//! darkroom's settings; it carries no metadata, so that a changed caption costs nothing. Each file
//! begins with the hash of the rest: what the disk damaged counts as not there. The folder may be
//! removed at any time; it is held under [`LIMIT_BYTES`] by removing what was used longest ago.

use crate::desk::Desk;
use crate::desk::failure::{Failure, photo_failure};
use crate::photo::darkroom::{
    Developed, Order, Original, PictureFormat, Rendition, SETTINGS, Wanted,
};
use crate::store::StoreError;
use crate::store::files::{self, Keep};
use crate::store::photo::PhotoRow;
use crate::story::Framing;
use serde::Serialize;
use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The most that the kept pictures may weigh: some two thousand photos in every width.
const LIMIT_BYTES: u64 = 2_000_000_000;

const FOLDER: &str = "renditions";
const HASH_BYTES: usize = blake3::OUT_LEN;

/// The number that a kept picture's format goes by.
const FORMATS: [PictureFormat; 4] =
    [PictureFormat::Jpeg, PictureFormat::WebP, PictureFormat::Avif, PictureFormat::Png];

/// A photo as one story frames it.
#[derive(Debug, Clone, Copy)]
pub struct Framed<'a> {
    pub row: &'a PhotoRow,
    pub framing: &'a Framing,
}

/// What a kept file is known by. Its JSON is what is hashed.
#[derive(Serialize)]
struct Known<'a> {
    original: &'a str,
    framing: &'a Framing,
    /// `None`: what the darkroom saw of the original.
    wanted: Option<&'a Wanted>,
    settings: u32,
}

impl Desk {
    /// Makes the wanted pictures when not all of them are kept, in one order. `each` is called for
    /// every picture that is there or just made, in no order; when it breaks off, nothing more is
    /// made. Answers what the darkroom saw of the original; `None` when it was broken off.
    pub(in crate::desk) fn make_renditions(
        &self,
        framed: Framed,
        wanted: &[Wanted],
        each: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<Option<Developed>, Failure> {
        let to_make = self.to_make(framed, wanted);
        for _ in to_make.len()..wanted.len() {
            if each().is_break() {
                return Ok(None);
            }
        }
        match self.seen(framed) {
            Some(seen) if to_make.is_empty() => Ok(Some(seen)),
            _ => self.order(framed, to_make, each),
        }
    }

    /// What has to be ordered. Sizes are made from one another, so that a picture ordered alone would
    /// differ in its last bits: where one is missing, all are made again, but for an AVIF that is
    /// there, which costs more than all the others.
    fn to_make(&self, framed: Framed, wanted: &[Wanted]) -> Vec<Wanted> {
        let kept = |wanted: &Wanted| self.is_kept(framed, wanted);
        if wanted.iter().all(kept) {
            return Vec::new();
        }
        let dear = |wanted: &Wanted| wanted.format == PictureFormat::Avif;
        wanted.iter().filter(|wanted| !(dear(wanted) && kept(wanted))).copied().collect()
    }

    fn order(
        &self,
        framed: Framed,
        wanted: Vec<Wanted>,
        each: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<Option<Developed>, Failure> {
        let path = files::original(self.folder(), &framed.row.original);
        let original = Original::File { path: &path, hash: &framed.row.original_hash };
        let order = Order { framing: framed.framing.clone(), wanted };
        let (mut kept, mut broken_off) = (Ok(()), false);
        let developed = self.inner.darkroom.develop(original, &order, &mut |index, made| {
            kept =
                order.wanted.get(index).map_or(Ok(()), |wanted| self.keep(framed, wanted, &made));
            broken_off = kept.is_err() || each().is_break();
            if broken_off { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        kept?;
        if broken_off {
            return Ok(None);
        }
        let developed = developed.map_err(|error| photo_failure(&framed.row.file_name, error))?;
        let seen = serde_json::to_vec(&developed).unwrap_or_default();
        self.put(&self.place(framed, None), &seen)?;
        Ok(Some(developed))
    }

    /// A picture that was made before. `None` when it is not there, or no longer what was written.
    pub(in crate::desk) fn rendition(&self, framed: Framed, wanted: &Wanted) -> Option<Rendition> {
        let path = self.place(framed, Some(wanted));
        let bytes = sound(fs::read(&path).ok()?)?;
        let (width, rest) = bytes.split_first_chunk::<4>()?;
        let (height, rest) = rest.split_first_chunk::<4>()?;
        let (format, picture) = rest.split_first()?;
        self.note_use(&path);
        Some(Rendition {
            width_px: u32::from_be_bytes(*width),
            height_px: u32::from_be_bytes(*height),
            format: *FORMATS.get(usize::from(*format))?,
            bytes: picture.to_vec(),
        })
    }

    fn is_kept(&self, framed: Framed, wanted: &Wanted) -> bool {
        self.rendition(framed, wanted).is_some()
    }

    /// What the darkroom saw of the original when it last framed it so.
    pub(in crate::desk) fn seen(&self, framed: Framed) -> Option<Developed> {
        let path = self.place(framed, None);
        let seen = serde_json::from_slice(&sound(fs::read(&path).ok()?)?).ok()?;
        self.note_use(&path);
        Some(seen)
    }

    fn keep(&self, framed: Framed, wanted: &Wanted, made: &Rendition) -> Result<(), Failure> {
        let format = FORMATS.iter().position(|format| *format == made.format).unwrap_or_default();
        let mut bytes = made.width_px.to_be_bytes().to_vec();
        bytes.extend(made.height_px.to_be_bytes());
        bytes.push(format as u8);
        bytes.extend(&made.bytes);
        self.put(&self.place(framed, Some(wanted)), &bytes)
    }

    /// Can be made again, so that nothing waits for the disk.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let folder = self.folder().join(FOLDER);
        fs::create_dir_all(&folder)
            .map_err(|cause| StoreError::CannotWrite { path: folder.clone(), cause })?;
        let whole = [blake3::hash(bytes).as_bytes(), bytes].concat();
        files::write_whole(path, &whole, Keep::CanBeMadeAgain)?;
        self.note_use(path);
        Ok(())
    }

    fn place(&self, framed: Framed, wanted: Option<&Wanted>) -> PathBuf {
        let (original, framing) = (framed.row.original_hash.as_str(), framed.framing);
        let known = Known { original, framing, wanted, settings: SETTINGS };
        let known = serde_json::to_vec(&known).unwrap_or_default();
        self.folder().join(FOLDER).join(blake3::hash(&known).to_hex().as_str())
    }

    fn note_use(&self, path: &Path) {
        let now = self.inner.clock.file_time();
        let noted = File::options().write(true).open(path).and_then(|file| file.set_modified(now));
        if let Err(error) = noted {
            log::debug!("When a picture was last used could not be noted: {error}");
        }
    }

    /// Removes what was used longest ago, until the rest is no more than the limit.
    pub(in crate::desk) fn trim_renditions(&self) {
        if let Err(error) = trim(&self.folder().join(FOLDER), LIMIT_BYTES) {
            log::warn!("Kept pictures could not be looked through: {error}");
        }
    }
}

/// The bytes behind the hash that they must have.
fn sound(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let hash = *bytes.first_chunk::<HASH_BYTES>()?;
    bytes.drain(..HASH_BYTES);
    (blake3::hash(&bytes) == blake3::Hash::from_bytes(hash)).then_some(bytes)
}

fn trim(folder: &Path, limit_bytes: u64) -> io::Result<()> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        kept.push((about.modified()?, about.len(), entry.path()));
    }
    kept.sort();
    let mut bytes: u64 = kept.iter().map(|(_, bytes, _)| bytes).sum();
    for (_, length, path) in kept {
        if bytes <= limit_bytes {
            break;
        }
        fs::remove_file(path)?;
        bytes -= length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn what_was_used_longest_ago_goes_first() {
        let folder = std::env::temp_dir().join(format!("cutline-trim-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        for (name, used) in [("old", 1), ("older", 0), ("new", 2)] {
            fs::write(folder.join(name), [0; 100]).unwrap();
            let file = File::options().write(true).open(folder.join(name)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(used)).unwrap();
        }
        let names = || {
            let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
            let mut names: Vec<_> = names.map(|n| n.to_string_lossy().into_owned()).collect();
            names.sort();
            names
        };
        trim(&folder, 300).unwrap();
        assert_eq!(names(), ["new", "old", "older"]);
        trim(&folder, 299).unwrap();
        assert_eq!(names(), ["new", "old"]);
        trim(&folder, 0).unwrap();
        assert!(names().is_empty());
        fs::remove_dir_all(&folder).unwrap();
        assert!(trim(&folder, 0).is_err());
    }

    #[test]
    fn what_the_disk_changed_is_not_there() {
        let whole = [blake3::hash(b"picture").as_bytes(), &b"picture"[..]].concat();
        assert_eq!(sound(whole.clone()).as_deref(), Some(&b"picture"[..]));
        let mut changed = whole.clone();
        changed[35] ^= 1;
        assert_eq!(sound(changed), None);
        assert_eq!(sound(whole[..38].to_vec()), None);
        assert_eq!(sound(Vec::new()), None);
    }
}
