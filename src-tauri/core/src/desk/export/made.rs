//! What an export is made into: a folder, a zip, or one file. It is written here, closed, and read back.
//!
//! A zip has fixed times, rights and order, so that the same story gives the same bytes: what is zipped
//! as a folder is laid down first and then put in by name.

use super::forms::Holder;
use super::sums::{Listing, Sum, Sums, sum_of};
use crate::store::files::write_unsynced;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The file in an exported folder that says that it is ours, and lists its files with their SHA-256
/// in the form that `sha256sum --check` reads.
pub const MARKER: &str = ".cutline";

/// Where the files of a zip lie until they are put in.
pub const LAID_DOWN: &str = "files";

/// A zip that is made once more, to be compared.
pub const AGAIN: &str = "again";

#[derive(Debug)]
pub struct Made {
    holder: Holder,
    /// What will be renamed.
    path: PathBuf,
    /// The name of the folder in a zip.
    name: String,
    open: Option<Open>,
}

enum Open {
    Package(Box<ZipWriter<BufWriter<File>>>),
    File(BufWriter<File>),
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an open file")
    }
}

impl Made {
    /// Stands in where nothing is open.
    pub fn nothing(part: &Path) -> Made {
        Made { holder: Holder::Folder, path: part.to_owned(), name: String::new(), open: None }
    }

    pub fn begin(path: &Path, name: &str, holder: Holder) -> io::Result<Made> {
        let open = match holder {
            Holder::Folder => {
                fs::create_dir(path)?;
                None
            }
            Holder::Zip => {
                fs::create_dir(path.with_file_name(LAID_DOWN))?;
                None
            }
            Holder::Package => Some(Open::Package(Box::new(new_zip(path)?))),
            Holder::File => Some(Open::File(BufWriter::new(File::create_new(path)?))),
        };
        Ok(Made { holder, path: path.to_owned(), name: name.to_owned(), open })
    }

    pub fn holder(&self) -> Holder {
        self.holder
    }

    pub fn take(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        match &mut self.open {
            Some(Open::File(file)) => file.write_all(bytes),
            Some(Open::Package(zip)) => put_in(zip, name, bytes),
            None => lay_down(&self.folder(), name, bytes),
        }
    }

    /// Writes what is still to be written, and answers what is there then.
    pub fn close(&mut self, sums: &Sums) -> io::Result<Listing> {
        if matches!(self.holder, Holder::Folder | Holder::Zip) {
            lay_down(&self.folder(), MARKER, marker(sums).as_bytes())?;
        }
        if self.holder == Holder::Zip {
            self.zip(&self.path, sums)?;
        }
        match self.open.take() {
            Some(Open::File(file)) => drop(file.into_inner().map_err(|error| error.into_error())?),
            Some(Open::Package(zip)) => zip.finish()?.flush()?,
            None => {}
        }
        if self.holder == Holder::Folder {
            return Ok(Listing { files: sums.all().collect(), packed: Vec::new() });
        }
        let whole = sum_of(File::open(&self.path)?)?;
        let packed = match self.holder {
            Holder::Zip | Holder::Package => sums.all().collect(),
            Holder::Folder | Holder::File => Vec::new(),
        };
        Ok(Listing { files: vec![(String::new(), whole)], packed })
    }

    /// Reads every file back; fails with the name of the first that is not what was written.
    pub fn verify(&self, sums: &Sums) -> Result<(), String> {
        let mut zip = match self.holder {
            Holder::Folder | Holder::File => None,
            Holder::Zip | Holder::Package => {
                let open = File::open(&self.path).map_err(zip::result::ZipError::from);
                Some(open.and_then(ZipArchive::new).map_err(|_| String::new())?)
            }
        };
        if self.holder == Holder::Zip && !self.is_zipped_alike(sums) {
            return Err(String::new());
        }
        for (name, written) in sums.all().chain(self.marker(sums)) {
            let back = match (&mut zip, self.holder) {
                (Some(zip), _) => {
                    let file = zip.by_name(&self.name_in_zip(&name)).map_err(io::Error::from);
                    file.and_then(sum_of)
                }
                (None, Holder::File) => File::open(&self.path).and_then(sum_of),
                (None, _) => File::open(self.path.join(&name)).and_then(sum_of),
            };
            if !back.is_ok_and(|back| back == written) {
                return Err(name);
            }
        }
        Ok(())
    }

    /// What stands between the files of a zip has no hash of its own: made again, it must be the same.
    fn is_zipped_alike(&self, sums: &Sums) -> bool {
        let again = self.path.with_file_name(AGAIN);
        let sum = |path: &Path| File::open(path).and_then(sum_of);
        let zipped = self.zip(&again, sums).and_then(|()| Ok(sum(&again)? == sum(&self.path)?));
        zipped.is_ok_and(|alike| alike)
    }

    fn marker(&self, sums: &Sums) -> Option<(String, Sum)> {
        let marked = matches!(self.holder, Holder::Folder | Holder::Zip);
        let sum = sum_of(marker(sums).as_bytes()).ok().filter(|_| marked)?;
        Some((MARKER.to_owned(), sum))
    }

    fn folder(&self) -> PathBuf {
        match self.holder {
            Holder::Zip => self.path.with_file_name(LAID_DOWN),
            Holder::Folder | Holder::Package | Holder::File => self.path.clone(),
        }
    }

    fn name_in_zip(&self, name: &str) -> String {
        match self.holder {
            Holder::Zip => format!("{}/{name}", self.name),
            Holder::Folder | Holder::Package | Holder::File => name.to_owned(),
        }
    }

    /// Puts the files that were laid down into the zip, by name, one in memory at a time.
    fn zip(&self, path: &Path, sums: &Sums) -> io::Result<()> {
        let mut zip = new_zip(path)?;
        let names = sums.all().map(|(name, _)| name);
        for name in std::iter::once(MARKER.to_owned()).chain(names) {
            let bytes = fs::read(self.folder().join(&name))?;
            put_in(&mut zip, &self.name_in_zip(&name), &bytes)?;
        }
        zip.finish()?.flush()
    }
}

fn lay_down(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(name);
    let inner = path.parent().unwrap_or(folder);
    if inner != folder && !inner.is_dir() {
        fs::create_dir(inner)?;
    }
    write_unsynced(&path, bytes)
}

fn marker(sums: &Sums) -> String {
    sums.all().map(|(name, sum)| format!("{}  {name}\n", sum.sha256)).collect()
}

fn new_zip(path: &Path) -> io::Result<ZipWriter<BufWriter<File>>> {
    Ok(ZipWriter::new(BufWriter::new(File::create_new(path)?)))
}

/// Text is pressed; a picture is already.
fn put_in(zip: &mut ZipWriter<BufWriter<File>>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let is_picture = [".jpg", ".png", ".webp", ".avif"].iter().any(|end| name.ends_with(end));
    let method = if is_picture { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    // The first moment that a zip can name; the same on every machine.
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    zip.start_file(name, options)?;
    zip.write_all(bytes)
}
