//! The page: one HTML document that can be published as it stands.
//!
//! Text is escaped by construction: [`html`] is the only file that writes its markup. No script, and
//! nothing fetched from elsewhere.
//!
//! To add a body element: an arm in `article/mod.rs`, a rule in `page.css`, a case under
//! `tests/cases/export`.

mod alone;
pub(super) mod article;
mod figure;
mod head;
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

use super::html;
use super::printed::Printed;
use super::{PageStory, Prepared};
use html::element;

/// The page, as the bytes of `index.html`.
pub fn page(story: &PageStory) -> String {
    Written::of(&Prepared::new(story)).html
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
    let Written { html, policy } = Written::of(&page);
    ProofPage { html, policy, credits: page.pictures.iter().filter(credited).count() }
}

/// The page, and what it may do.
struct Written {
    html: String,
    policy: String,
}

impl Written {
    fn of(page: &Prepared) -> Written {
        let (root, policy) = root(page);
        Written { html: html::document(&root), policy }
    }
}

/// The page as a tree, and its policy.
fn root(page: &Prepared) -> (html::Element, String) {
    let body = article::body(page);
    let css = sheet::css(&page.language, &body);
    let policy = head::policy(&css);
    let root = element("html")
        .attribute("lang", &page.language)
        .attribute("dir", page.direction.as_str())
        .with([head::head(page, css), body]);
    (root, policy)
}
