//! The head of the page: what browsers, search engines and social sites read of it.

use super::html::{Element, element, name, property, style};
use super::{logo, sheet, structured};
use crate::export::printed::{Printed, height, widest};
use crate::export::text::{one_line, tidy};
use crate::export::{Author, Prepared, file_name};
use crate::story::{Document, paragraphs};

/// Where search engines cut a description anyway.
const DESCRIPTION_LENGTH: usize = 200;

/// Everything that stands in `head`, with the style of the page. The encoding comes first: browsers
/// look for it in the first 1024 bytes only.
pub fn head(page: &Prepared, css: String) -> Element {
    let picture = social_picture(page);
    element("head")
        .with([element("meta").attribute("charset", "utf-8")])
        .with([element("meta")
            .attribute("http-equiv", "Content-Security-Policy")
            .attribute("content", policy(&css))])
        .with([name("viewport", "width=device-width, initial-scale=1")])
        .with([element("title").text(&page.full_title())])
        .with(page.description.as_deref().map(|text| name("description", text)))
        .with(page.authors.iter().map(|author| name("author", &author.name)))
        .with([name("robots", "max-image-preview:large")])
        .with(page.address.as_deref().map(canonical))
        .with(open_graph(page, &picture))
        .with(card(page, &picture))
        .with([style(css), structured::block(page)])
}

/// What the page may do: show its own pictures in its own style, and nothing else. No script runs
/// and nothing is asked of another host, whatever a story contains.
pub fn policy(css: &str) -> String {
    format!(
        "default-src 'none'; img-src 'self'; style-src 'sha256-{}'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'",
        sheet::hash(css)
    )
}

fn canonical(address: &str) -> Element {
    element("link").attribute("rel", "canonical").attribute("href", address)
}

/// The Open Graph protocol (<https://ogp.me>).
fn open_graph(page: &Prepared, picture: &SocialPicture) -> Vec<Element> {
    let mut tags = vec![property("og:type", "article")];
    let publication = tidy(page.story.publication.name);
    tags.extend((!publication.is_empty()).then(|| property("og:site_name", &publication)));
    tags.extend(page.words.locale.map(|locale| property("og:locale", locale)));
    tags.push(property("og:title", &page.social_title));
    tags.push(property("og:description", said(page)));
    // Where nobody knows yet where the page will stand, it is this one.
    tags.push(property("og:url", page.address.as_deref().unwrap_or("./")));
    tags.extend(og_image(page, picture));
    tags.extend(article(page));
    tags
}

/// One tag for each author: readers of Open Graph take no list with commas.
fn article(page: &Prepared) -> Vec<Element> {
    let mut tags = vec![
        property("article:published_time", &page.dates.published()),
        property("article:modified_time", &page.dates.modified()),
    ];
    let author = |author: &Author| {
        property("article:author", author.address.as_deref().unwrap_or(&author.name))
    };
    tags.extend(page.authors.iter().map(author));
    tags.extend(page.section.as_deref().map(|section| property("article:section", section)));
    tags
}

/// What the story says in two lines; a card without any is refused by some, so then its title.
fn said<'p>(page: &'p Prepared) -> &'p str {
    page.description.as_deref().unwrap_or(&page.social_title)
}

fn og_image(page: &Prepared, picture: &SocialPicture) -> Vec<Element> {
    vec![
        property("og:image", &page.absolute(&picture.file)),
        property("og:image:type", picture.kind),
        property("og:image:width", &picture.width_px.to_string()),
        property("og:image:height", &picture.height_px.to_string()),
        property("og:image:alt", &picture.alt_text),
    ]
}

/// The card of X, which falls back to Open Graph for some of it; not every reader of it does.
fn card(page: &Prepared, picture: &SocialPicture) -> Vec<Element> {
    vec![
        name("twitter:card", picture.card),
        name("twitter:title", &page.social_title),
        name("twitter:description", said(page)),
        name("twitter:image", &page.absolute(&picture.file)),
        name("twitter:image:alt", &picture.alt_text),
    ]
}

/// What social sites show beside the title.
struct SocialPicture {
    file: String,
    kind: &'static str,
    card: &'static str,
    width_px: u32,
    height_px: u32,
    /// Never empty: where a picture has none, a card says what the story is called.
    alt_text: String,
}

/// The figure that stands for the story, cut to the shape of social sites; the publication's wordmark
/// for a story without any.
fn social_picture(page: &Prepared) -> SocialPicture {
    let Some((printed, picture)) = social_figure(page).and_then(|p| Some((p, p.social()?))) else {
        return wordmark(page);
    };
    let (width_px, format) = (widest(picture), picture.plain_format());
    SocialPicture {
        file: file_name(picture, width_px, format),
        kind: if format == "png" { "image/png" } else { "image/jpeg" },
        card: "summary_large_image",
        width_px,
        height_px: height(picture, width_px),
        alt_text: or_title(printed.alt_text(), page),
    }
}

/// The figure that stands for the story: the first that says something, a decorative one when there
/// is no other.
pub fn social_figure<'p, 'a>(page: &'p Prepared<'a>) -> Option<&'p Printed<'a>> {
    let tells = |printed: &&Printed| !printed.alt_text().is_empty();
    page.pictures.iter().find(tells).or(page.pictures.first())
}

fn wordmark(page: &Prepared) -> SocialPicture {
    SocialPicture {
        file: logo::LOGO_FILE.to_owned(),
        kind: "image/svg+xml",
        card: "summary",
        width_px: logo::WIDTH_PX,
        height_px: logo::HEIGHT_PX,
        alt_text: or_title(tidy(page.story.publication.name), page),
    }
}

fn or_title(alt_text: String, page: &Prepared) -> String {
    if alt_text.is_empty() { page.social_title.clone() } else { alt_text }
}

/// What the story says in two lines: its standfirst, else the beginning of its first paragraph.
pub fn description(document: &Document) -> Option<String> {
    let standfirst = one_line(&document.standfirst.content);
    if !standfirst.is_empty() {
        return Some(standfirst);
    }
    paragraphs(document)
        .map(|paragraph| one_line(&paragraph.content))
        .find(|text| !text.is_empty())
        .map(|text| shortened(&text))
}

/// Cuts between words and says so.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(DESCRIPTION_LENGTH) else {
        return text.to_owned();
    };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    let kept = text[..cut].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}…")
}
