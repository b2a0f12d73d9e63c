//! The page: one HTML document that can be published as it stands.
//!
//! Text is escaped by construction: [`html`] is the only file that writes markup. No script, and
//! nothing fetched from elsewhere.
//!
//! To add a body element: an arm in `article/mod.rs`, a rule in `page.css`, a case under
//! `tests/cases/export`.

mod alone;
mod article;
mod figure;
mod head;
mod html;
mod inline;
mod logo;
mod sheet;
mod stand_in;
mod structured;
mod withdrawn;

pub use alone::alone;
pub use article::{begins_with, ends_itself};
pub use head::description;
pub use html::Piece;
pub use logo::{LOGO_FILE, logo};
pub use stand_in::stand_in;
pub use withdrawn::{Withdrawn, withdrawn};

use super::printed::Printed;
use super::{PageStory, Prepared};
use html::element;

/// The page, as the bytes of `index.html`.
pub fn page(story: &PageStory) -> String {
    written(&Prepared::new(story))
}

/// A page that is looked at before it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofPage {
    pub html: String,
    /// The policy that stands in the page, for who serves it to send along.
    pub policy: String,
    /// How many credits print on it.
    pub credits: usize,
}

/// The page as [`page`] writes it, byte for byte. Where something stops the story, each of the
/// `stops` stands on a line of its own at the head and at the foot.
pub fn proof(story: &PageStory, stops: &[String]) -> ProofPage {
    let page = Prepared { stops, ..Prepared::new(story) };
    let credited = |printed: &&Printed| !printed.photo.credit.line.is_empty();
    ProofPage {
        html: written(&page),
        policy: head::policy(&sheet::css(&page)),
        credits: page.pictures.iter().filter(credited).count(),
    }
}

fn written(page: &Prepared) -> String {
    html::document(&root(page))
}

fn root(page: &Prepared) -> html::Element {
    element("html")
        .attribute("lang", &page.language)
        .attribute("dir", page.direction.as_str())
        .with([head::head(page), article::body(page)])
}
