//! The page: one HTML document that can be published as it stands.
//!
//! Text is escaped by construction: [`html`] is the only file that writes markup. No script, and
//! nothing fetched from elsewhere.
//!
//! The parts are made here; a theme (`export/theme/`) says where they stand, and its sheet how they
//! look.
//!
//! To add a body element: an arm in `article/mod.rs`, a rule in `assets/themes/plain/page.css`, a case
//! under `tests/cases/export`.

mod article;
mod figure;
mod head;
mod html;
mod inline;
mod logo;
mod sheet;
mod stand_in;
mod structured;

pub use head::description;
pub use logo::{LOGO_FILE, logo};
pub use stand_in::stand_in;

use super::printed::Printed;
use super::theme::{Laid, Pieces, Placed, Theme, ThemeProblem};
use super::{PageStory, Prepared, story_language};
use crate::export::text::{one_line, tidy};
use crate::story::people;
use html::{Element, piece};

/// The page, as the bytes of `index.html`. Fails when the theme may not print it.
pub fn page(story: &PageStory, theme: &Theme) -> Result<String, ThemeProblem> {
    let words = theme.words(&story_language(story));
    let page = Prepared::saying(story, &words);
    written(&page, theme, sheet::css(&page, theme))
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
/// `stops` stands on a line of its own at the head and at the foot, whatever the theme.
pub fn proof(
    story: &PageStory,
    stops: &[String],
    theme: &Theme,
) -> Result<ProofPage, ThemeProblem> {
    let words = theme.words(&story_language(story));
    let page = Prepared { stops, ..Prepared::saying(story, &words) };
    let css = sheet::css(&page, theme);
    Ok(ProofPage {
        policy: head::policy(&css),
        credits: printed_credits(&page),
        html: written(&page, theme, css)?,
    })
}

fn printed_credits(page: &Prepared) -> usize {
    let credited = |printed: &&Printed| !printed.photo.credit.line.is_empty();
    page.pictures.iter().filter(credited).count()
}

fn written(page: &Prepared, theme: &Theme, css: String) -> Result<String, ThemeProblem> {
    theme.page(&pieces(page, css))
}

/// Everything that a theme may place, finished, and what it may say in its own words.
fn pieces<'a>(page: &'a Prepared, css: String) -> Pieces<'a> {
    let story = page.story;
    let body = article::body(page);
    let shown = |element: Option<Element>| element.map(|element| piece(&element));
    let laid = Laid {
        head: piece(&head::head(page, css)),
        skip_link: piece(&article::skip_link(page)),
        masthead: shown(article::masthead(page)),
        kicker: shown(article::kicker(page)),
        headline: shown(article::headline(page)),
        standfirst: shown(article::standfirst(page)),
        byline: shown(article::byline(page)),
        dates: piece(&article::dates(page)),
        lead: shown(body.lead),
        body: body.blocks.iter().map(placed).collect(),
        sign_off: shown(article::sign_off(page)),
        stops: article::stops(page).map(|stop| piece(&stop)).collect(),
    };
    Pieces {
        laid,
        words: page.words,
        language: &page.language,
        direction: page.direction.as_str(),
        title: &page.title,
        publication: tidy(story.publication.name),
        site: page.site.as_deref(),
        address: page.address.as_deref(),
        people: people(&one_line(&story.document.byline.content)),
        dates: &page.dates,
        figures: page.pictures.len(),
        credits: printed_credits(page),
    }
}

fn placed(block: &article::PrintedBlock) -> Placed {
    Placed { kind: block.kind, role: block.role, html: piece(&block.element) }
}
