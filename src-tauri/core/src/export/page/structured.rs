//! What the page tells search engines: one NewsArticle of schema.org, its photos inside it.
//!
//! The fields are written in the order they stand here, so that the same story gives the same
//! bytes. Numbers for width and height are left out: schema.org wants a QuantitativeValue there.

use super::LOGO_FILE;
use super::head::social_figure;
use super::html::{Element, json_ld};
use crate::export::printed::{Printed, widest};
use crate::export::text::{one_line, tidy};
use crate::export::{
    Author, Cut, DatelinePlace, PagePhoto, PagePicture, Prepared, address, file_name,
};
use crate::story::{Block, Correction, CorrectionKind};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    in_language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<String>,
    is_accessible_for_free: bool,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Party>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Party>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<Image>,
    /// What was wrong in earlier versions, as the page says it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionComment>,
    /// The picture in the shape of cards and lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CorrectionComment {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
}

#[derive(Serialize)]
struct Party {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<Logo>,
}

#[derive(Serialize)]
struct Logo {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
}

/// A photo with all that is known of it, or the address of the wordmark alone.
#[derive(Serialize)]
#[serde(untagged)]
enum Image {
    Photo(Box<ImageObject>),
    Wordmark(String),
}

impl Image {
    fn of(photo: ImageObject) -> Image {
        Image::Photo(Box::new(photo))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ImageObject {
    #[serde(rename = "@type")]
    kind: &'static str,
    content_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Party>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copyright_notice: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acquire_license_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digital_source_type: Option<String>,
}

/// The block for the head of the page.
pub fn block(page: &Prepared) -> Element {
    json_ld(&NewsArticle {
        context: "https://schema.org",
        kind: page.story.kind.schema_type(),
        main_entity_of_page: page.address.clone(),
        url: page.address.clone(),
        headline: page.title.clone(),
        description: page.description.clone(),
        in_language: page.language.clone(),
        article_section: page.section.clone(),
        dateline: dateline(page),
        is_accessible_for_free: true,
        date_published: page.dates.published(),
        date_modified: page.dates.modified(),
        author: authors(page),
        publisher: publication(page),
        image: images(page),
        correction: corrections(page),
        thumbnail_url: thumbnail(page),
    })
}

/// A house that prints no dateline gives none away here.
fn dateline(page: &Prepared) -> Option<String> {
    let typed = filled(&one_line(&page.story.document.dateline.content));
    typed.filter(|_| page.story.dateline != DatelinePlace::None)
}

/// Corrections and clarifications; an update or a note of the editor's corrects nothing.
fn corrections(page: &Prepared) -> Vec<CorrectionComment> {
    let blocks = page.story.document.body.iter();
    let corrections = blocks.filter_map(|block| match block {
        Block::Correction(correction) => Some(correction),
        _ => None,
    });
    let corrects = |correction: &&Correction| {
        matches!(correction.kind, CorrectionKind::Correction | CorrectionKind::Clarification)
    };
    corrections.filter(corrects).filter_map(correction_comment).collect()
}

fn correction_comment(correction: &Correction) -> Option<CorrectionComment> {
    let paragraphs = correction.content.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => filled(&one_line(&paragraph.content)),
        _ => None,
    });
    let text = filled(&paragraphs.collect::<Vec<_>>().join(" "))?;
    let is_day = correction.day.parse::<NaiveDate>().is_ok();
    let date_published = is_day.then(|| correction.day.clone());
    Some(CorrectionComment { kind: "CorrectionComment", text, date_published })
}

/// The people of the byline; without any the publication itself, and never a person called
/// "Newsroom and agencies".
fn authors(page: &Prepared) -> Vec<Party> {
    let author =
        |author: &Author| Party { url: author.address.clone(), ..person(author.name.clone()) };
    let people: Vec<Party> = page.authors.iter().map(author).collect();
    if people.is_empty() { publication(page).into_iter().collect() } else { people }
}

fn person(name: String) -> Party {
    Party { kind: "Person", name, url: None, logo: None }
}

/// A house that has not said its name goes by its site's.
fn publication(page: &Prepared) -> Option<Party> {
    let host = || page.site.as_deref().and_then(|site| site.split('/').nth(2)).map(str::to_owned);
    let name = filled(page.story.publication.name).or_else(host)?;
    let url = page.site.as_ref().map(|site| format!("{site}/"));
    let logo = Logo { kind: "ImageObject", url: page.absolute(LOGO_FILE) };
    Some(Party { kind: "NewsMediaOrganization", name, url, logo: Some(logo) })
}

/// One for each photo, however often the story shows it, and the cards; without any the publication's wordmark,
/// because an article without a picture is no article to some readers of this block.
fn images(page: &Prepared) -> Vec<Image> {
    if page.pictures.is_empty() {
        return vec![Image::Wordmark(page.absolute(LOGO_FILE))];
    }
    let mut seen = BTreeSet::new();
    let photos = page.pictures.iter().filter(|printed| seen.insert(printed.id));
    photos.map(|printed| image(page, printed)).chain(cards(page)).map(Image::of).collect()
}

/// The photo that stands for the story in the shapes of search engines. Each is a picture of its own,
/// so each carries its credit.
fn cards(page: &Prepared) -> Vec<ImageObject> {
    let Some(printed) = social_figure(page) else { return Vec::new() };
    let search = Cut::CARDS.into_iter().filter(|cut| *cut != Cut::Social);
    let pictures = search.filter_map(|cut| printed.card(cut));
    pictures
        .map(|picture| ImageObject {
            content_url: address_of(page, picture),
            caption: None,
            ..image(page, printed)
        })
        .collect()
}

fn address_of(page: &Prepared, picture: &PagePicture) -> String {
    page.absolute(&file_name(picture, widest(picture), picture.plain_format()))
}

fn thumbnail(page: &Prepared) -> Option<String> {
    Some(address_of(page, social_figure(page)?.social()?))
}

fn image(page: &Prepared, printed: &Printed) -> ImageObject {
    let (photo, picture) = (printed.photo, printed.picture);
    let text = |value: &Option<String>| value.as_deref().and_then(filled);
    let link = |value: &Option<String>| value.as_deref().and_then(address::web);
    ImageObject {
        kind: "ImageObject",
        content_url: address_of(page, picture),
        caption: filled(&printed.caption()),
        creator: photo.photographers.iter().filter_map(|name| filled(name)).map(person).collect(),
        credit_text: filled(&photo.credit.names),
        copyright_notice: text(&photo.copyright),
        license: link(&photo.licence_url),
        acquire_license_page: link(&photo.acquire_licence_url),
        date_created: text(&photo.date_created),
        digital_source_type: digital_source_type(photo),
    }
}

/// The member of schema.org's IPTCDigitalSourceEnumeration that carries the same name as the IPTC
/// code; a code without a namesake is left out rather than guessed.
fn digital_source_type(photo: &PagePhoto) -> Option<String> {
    const SAME_NAME: [&str; 15] = [
        "algorithmicMedia",
        "algorithmicallyEnhanced",
        "composite",
        "compositeCapture",
        "compositeSynthetic",
        "compositeWithTrainedAlgorithmicMedia",
        "dataDrivenMedia",
        "digitalArt",
        "digitalCapture",
        "negativeFilm",
        "positiveFilm",
        "print",
        "screenCapture",
        "trainedAlgorithmicMedia",
        "virtualRecording",
    ];
    let code = photo.digital_source_type.as_deref()?;
    let code = SAME_NAME.iter().find(|name| **name == code)?;
    let (first, rest) = code.split_at(1);
    Some(format!("https://schema.org/{}{rest}DigitalSource", first.to_ascii_uppercase()))
}

fn filled(text: &str) -> Option<String> {
    let text = tidy(text);
    (!text.is_empty()).then_some(text)
}
