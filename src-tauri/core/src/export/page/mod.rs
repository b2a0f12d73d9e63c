//! The page: one HTML document that can be published as it stands.
//!
//! Text is escaped by construction: [`html`] is the only file that writes its markup. No script, and
//! nothing fetched from elsewhere.
//!
//! The parts are made here, finished; a theme (`export/theme/`) says where they stand, and its sheet
//! how they look.
//!
//! To add a body element: an arm in `article/mod.rs`, a rule in `assets/themes/plain/page.css`, a case
//! under `tests/cases/export`.

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

pub use alone::{Piece, alone};
pub use article::{begins_with, ends_itself};
pub use head::{description, policy};
pub use logo::{LOGO_FILE, logo};
pub use sheet::pressed;
pub use stand_in::stand_in;
pub use withdrawn::{Withdrawn, withdrawn};

use super::html;
use super::printed::Printed;
use super::text::tidy;
use super::theme::{Laid, Pieces, Placed, Theme, ThemeProblem, Used};
use super::{PageStory, Prepared, story_language};
use html::{Element, piece};

/// The page, as the bytes of `index.html`. Fails when the theme may not print it.
pub fn page(story: &PageStory, theme: &Theme) -> Result<String, ThemeProblem> {
    let words = theme.words(&story_language(story));
    let page = Prepared { widths: theme.widths(), ..Prepared::saying(story, &words) };
    Ok(Written::of(&page, theme, &as_it_is)?.html)
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
    let widths = theme.widths();
    let page = Prepared { stops, widths, ..Prepared::saying(story, &words) };
    let Written { html, policy } = Written::of(&page, theme, &as_it_is)?;
    Ok(ProofPage { html, policy, credits: credits(&page) })
}

/// How many of the story's pictures print a credit.
fn credits(page: &Prepared) -> usize {
    let credited = |printed: &&Printed| !printed.photo.credit.line.is_empty();
    page.pictures.iter().filter(credited).count()
}

/// The page, and what it may do.
struct Written {
    html: String,
    policy: String,
}

impl Written {
    /// The page with what `change` makes of each of its parts.
    fn of(
        page: &Prepared,
        theme: &Theme,
        change: &dyn Fn(Element) -> Element,
    ) -> Result<Written, ThemeProblem> {
        let pieces = pieces(page, change);
        let mut policy = String::new();
        let html = theme.page(&pieces, &mut |used| {
            let css = theme.css(used) + &sheet::of_stops(used);
            policy = head::policy(&css);
            piece(&change(head::head(page, css)))
        })?;
        Ok(Written { html, policy })
    }
}

/// The text of the story without its pictures and without a place for them.
pub fn running_text(page: &Prepared) -> Vec<Element> {
    article::running_text(page)
}

fn as_it_is(element: Element) -> Element {
    element
}

/// Everything that a theme may place, finished, and what it may say in its own words.
fn pieces<'a>(page: &'a Prepared, change: &dyn Fn(Element) -> Element) -> Pieces<'a> {
    let story = article::story(page);
    let mut used = Used::on(&page.language);
    let mut shown = |element: Element| {
        let element = change(element);
        element.walk(&mut |element| used.see(element.tag(), element.attributes()));
        piece(&element)
    };
    let laid = Laid {
        skip_link: shown(article::skip(page)),
        masthead: article::masthead(page).map(&mut shown),
        kicker: article::kicker(page).map(&mut shown),
        headline: article::headline(page).map(&mut shown),
        standfirst: article::standfirst(page).map(&mut shown),
        byline: article::byline(page).map(&mut shown),
        dates: shown(article::dates(page)),
        lead: story.lead.map(&mut shown),
        body: story
            .blocks
            .into_iter()
            .map(|block| Placed { kind: block.kind, role: block.role, html: shown(block.element) })
            .collect(),
        sign_off: article::sign_off(page).map(&mut shown),
        stops: article::stops(page).map(shown).collect(),
    };
    Pieces {
        figures: laid.count("<figure"),
        credits: laid.count("<small"),
        laid,
        used,
        words: page.words,
        language: &page.language,
        direction: page.direction.as_str(),
        title: &page.title,
        publication: tidy(page.story.publication.name),
        site: page.site.as_deref(),
        address: page.address.as_deref(),
        section: page.section.as_deref(),
        people: page.authors.iter().map(|author| author.name.as_str()).collect(),
        dates: &page.dates,
    }
}
