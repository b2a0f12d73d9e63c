//! A photo as a news item of its own.

use super::{Shown, described, item, management, name_element, named};
use crate::export::filing::{Filing, urn};
use crate::export::flow::{caption, text};
use crate::export::printed::{Printed, height, widest, widths};
use crate::export::xml::{Element, element, empty};
use crate::export::{PagePhoto, Prepared, address, file_name};
use chrono::{DateTime, NaiveDate};
use std::collections::BTreeSet;

/// The item: whose it is, who must be named, what it shows, and its files.
pub fn item_of(story: &Prepared, filing: &Filing, shown: &Shown) -> Element {
    let printed = shown.all[0];
    let photo = printed.photo;
    let class = if photo.credit.label == "Graphic" { "ninat:graphic" } else { "ninat:picture" };
    let creator =
        |name: &String| element("creator").attribute("role", "crol:photographer").with(named(name));
    let meta = element("contentMeta")
        .with(
            photo
                .date_created
                .as_deref()
                .and_then(day_or_moment)
                .map(|date| element("contentCreated").text(date)),
        )
        .with(source_type(photo))
        .with(photo.photographers.iter().map(creator))
        .with(name_element("creditline", &photo.credit.line))
        .with(described("drol:caption", &text(&caption(printed))))
        .with(described("say:altText", &printed.alt_text()));
    item(story, filing, &urn(printed.id))
        .with([rights(photo)])
        .with([management(story, filing, class)])
        .with([meta])
        .with([element("contentSet").with(files(shown))])
}

fn rights(photo: &PagePhoto) -> Element {
    let notice = name_element("copyrightNotice", photo.copyright.as_deref().unwrap_or_default());
    let licence = photo.licence_url.as_deref().and_then(address::web);
    let terms = name_element("usageTerms", photo.usage_terms.as_deref().unwrap_or_default());
    element("rightsInfo").with(notice.map(|notice| notice.maybe("href", licence))).with(terms)
}

/// As far as the date is known; the schema takes a day as well as a moment with its zone.
fn day_or_moment(date: &str) -> Option<String> {
    let moment = DateTime::parse_from_rfc3339(date).ok().map(|moment| moment.to_rfc3339());
    moment.or_else(|| {
        let day = date.split('T').next().unwrap_or_default();
        day.parse::<NaiveDate>().ok().map(|day| day.to_string())
    })
}

fn source_type(photo: &PagePhoto) -> Option<Element> {
    let code = photo.digital_source_type.as_deref()?;
    let sound = !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric());
    let code = sound.then(|| format!("digsrctype:{code}"))?;
    Some(empty("digitalSourceType").attribute("qcode", code))
}

/// Every file of the photo in this message, the widest first, each once.
fn files(shown: &Shown) -> Vec<Element> {
    let mut seen = BTreeSet::new();
    let all = shown.all.iter().flat_map(|printed| of_picture(printed));
    all.filter(|(name, _)| seen.insert(name.clone())).map(|(_, element)| element).collect()
}

fn of_picture(printed: &Printed) -> Vec<(String, Element)> {
    let picture = printed.picture;
    let format = picture.plain_format();
    let file = |width: u32| {
        let name = file_name(picture, width, format);
        let rendition = if width == widest(picture) { "rnd:highRes" } else { "rnd:web" };
        let kind = if format == "png" { "image/png" } else { "image/jpeg" };
        let content = empty("remoteContent")
            .attribute("rendition", rendition)
            .attribute("href", name.as_str())
            .attribute("contenttype", kind)
            .attribute("width", width.to_string())
            .attribute("height", height(picture, width).to_string());
        (name, content)
    };
    widths(picture).into_iter().rev().map(file).collect()
}
