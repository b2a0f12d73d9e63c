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

/// A file of the package that a Word document is: a ZIP with these at its top, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordPart {
    /// "word/document.xml"
    pub name: String,
    pub content: WordContent,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordContent {
    Text(String),
    /// The picture that [`super::file_name`] names so: a JPEG or a PNG.
    Picture(String),
}

/// The document, one part after the other. Where something stops the story, each of the `stops` stands
/// on a line of its own at the head and at the foot of every page.
pub fn word(story: &PageStory, stops: &[String]) -> Vec<WordPart> {
    let prepared = Prepared { stops, ..Prepared::new(story) };
    let mut writer = Writer::new(&prepared);
    let document = writer.document(&Flow::of(&prepared));
    // The kinds of its parts come first: some readers look there and no further.
    let mut parts = vec![
        part("[Content_Types].xml", &parts::content_types(&writer.media)),
        part("_rels/.rels", &parts::package_relations()),
        part("docProps/core.xml", &parts::properties(&prepared)),
        part("word/document.xml", &document),
        part("word/_rels/document.xml.rels", &parts::relations(&writer)),
        text("word/styles.xml", parts::styles(&prepared)),
        part("word/numbering.xml", &lists::numbering(&writer.lists)),
        part("word/settings.xml", &parts::settings(&prepared)),
        part("word/header1.xml", &parts::header(&prepared)),
        part("word/footer1.xml", &parts::footer(&prepared)),
    ];
    parts.extend(writer.media.iter().map(|media| WordPart {
        name: media.place(),
        content: WordContent::Picture(media.file.clone()),
    }));
    parts
}

fn part(name: &str, root: &Element) -> WordPart {
    text(name, xml::file(root))
}

fn text(name: &str, text: String) -> WordPart {
    WordPart { name: name.to_owned(), content: WordContent::Text(text) }
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
