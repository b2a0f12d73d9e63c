//! The story as a Word document (`.docx`), for a lawyer, an editor, anybody without this program.
//!
//! Office Open XML, ISO/IEC 29500 in its transitional form, which Word and LibreOffice read. Promises:
//! real heading styles; the language and the direction of each passage; each picture scaled to the
//! page, with its alt text, its caption and its printed credit; the same story gives the same bytes.
//! The properties name the title, the language and when the story was saved, and nobody: no author,
//! no company, no template, no comments, no tracked changes.
//!
//! `body.rs` writes the blocks, `line.rs` the text in them, `table.rs`, `picture.rs` and `lists.rs`
//! what their names say, `parts.rs` the other files of the package, `styles.xml` how it looks.

mod body;
mod line;
mod lists;
mod parts;
mod picture;
mod table;

use super::flow::Flow;
use super::xml::{self, Element};
use super::{PageStory, Prepared};
use body::Writer;
use std::io::{self, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes the document to `out` and hands `out` back. Where something stops the story, each of the
/// `stops` stands on a line of its own at the head and at the foot of every page.
///
/// `picture` gives the bytes of a file that [`super::file_name`] names, one at a time: a JPEG or a PNG.
/// Fails when it does, and when `out` does.
pub fn word<W, E>(
    story: &PageStory,
    stops: &[String],
    out: W,
    picture: &mut dyn FnMut(&str) -> Result<Vec<u8>, E>,
) -> Result<W, E>
where
    W: Write + Seek,
    E: From<io::Error>,
{
    let prepared = Prepared { stops, ..Prepared::new(story) };
    let mut writer = Writer::new(&prepared);
    let document = writer.document(&Flow::of(&prepared));
    let mut package = Package { zip: ZipWriter::new(out) };
    package.write("[Content_Types].xml", &parts::content_types(&writer.media))?;
    package.write("_rels/.rels", &parts::package_relations())?;
    package.write("docProps/core.xml", &parts::properties(&prepared))?;
    package.write("word/document.xml", &document)?;
    package.write("word/_rels/document.xml.rels", &parts::relations(&writer))?;
    package.text("word/styles.xml", &parts::styles(&prepared))?;
    package.write("word/numbering.xml", &lists::numbering(&writer.lists))?;
    package.write("word/settings.xml", &parts::settings(&prepared))?;
    package.write("word/header1.xml", &parts::header(&prepared))?;
    package.write("word/footer1.xml", &parts::footer(&prepared))?;
    for media in &writer.media {
        let bytes = picture(&media.file)?;
        package.stored(&media.place(), &bytes)?;
    }
    Ok(package.zip.finish().map_err(io::Error::from)?)
}

/// The files of the document. None carries a time, so that the same story gives the same bytes.
struct Package<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl<W: Write + Seek> Package<W> {
    fn write(&mut self, name: &str, root: &Element) -> io::Result<()> {
        self.text(name, &xml::file(root))
    }

    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.file(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    /// A picture is packed already.
    fn stored(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.file(name, bytes, CompressionMethod::Stored)
    }

    fn file(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)
    }
}

/// Sizes of the paper in twips, a twentieth of a point.
struct Paper {
    width: u32,
    height: u32,
}

/// To the left and the right of the text: a line of print is easier to read short.
const SIDE_MARGIN: u32 = 1701;
const TOP_MARGIN: u32 = 1417;

/// English Metric Units, in which pictures are measured, to a twip.
const EMU: u32 = 635;

impl Paper {
    /// Letter where Letter is used, A4 everywhere else.
    fn of(story: &Prepared) -> Paper {
        let region = story.language.split('-').nth(1).unwrap_or_default().to_ascii_uppercase();
        match region.as_str() {
            "US" | "CA" => Paper { width: 12240, height: 15840 },
            _ => Paper { width: 11906, height: 16838 },
        }
    }

    fn text_width(&self) -> u32 {
        self.width - 2 * SIDE_MARGIN
    }
}
