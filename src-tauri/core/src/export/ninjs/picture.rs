//! The photos of a story as items that belong to it.
//!
//! The schema has no property for a credit line. `by`, "a natural-language statement about the
//! creator", holds the names of the printed credit; a description of the role `credit` holds the line
//! as it prints, with the word before it.

use super::filled;
use super::item::{AltId, Concept, Item, Name, Poi, Rendition, Rights, Statement};
use crate::export::filing::urn;
use crate::export::flow::{Flow, caption, text};
use crate::export::focus::focus;
use crate::export::printed::{Printed, height, widest, widths};
use crate::export::text::tidy;
use crate::export::{Prepared, address, file_name};

/// One for each photo as it prints, in reading order.
pub fn associations(story: &Prepared, flow: &Flow) -> Vec<Item> {
    let lead = flow.lead.is_some();
    let photos = flow.photos().into_iter().enumerate();
    photos.map(|(at, printed)| association(story, printed, (at, lead && at == 0))).collect()
}

fn association(story: &Prepared, printed: &Printed, (at, is_lead): (usize, bool)) -> Item {
    let photo = printed.photo;
    let text_of = |value: &Option<String>| value.as_deref().map(tidy).and_then(filled);
    let role = if is_lead { "featured" } else { "embedded" };
    let person = |name: &String| Name { name: tidy(name), rel: "photographer" };
    Item {
        name: Some(format!("photo{}", at + 1)),
        rel: Some(role),
        uri: urn(printed.id),
        kind: if photo.credit.label == "Graphic" { "graphic" } else { "picture" },
        content_created: photo.date_created.as_deref().and_then(moment),
        pub_status: "usable",
        language: Some(story.language.clone()),
        by: filled(tidy(&photo.credit.names)),
        people: photo.photographers.iter().map(person).collect(),
        descriptions: descriptions(printed),
        copyright_notice: text_of(&photo.copyright),
        usage_terms: text_of(&photo.usage_terms),
        rights_info: photo
            .licence_url
            .as_deref()
            .and_then(address::web)
            .map(|address| Rights { linked_rights: address::uri(&address) }),
        digital_source_type: photo.digital_source_type.as_deref().and_then(source_type),
        renditions: renditions(story, printed),
        alt_ids: vec![AltId { role: "picture", value: printed.picture.stem.clone() }],
        ..Item::default()
    }
}

fn descriptions(printed: &Printed) -> Vec<Statement> {
    let said = [
        ("caption", text(&caption(printed))),
        ("credit", tidy(&printed.photo.credit.line)),
        ("altText", printed.alt_text()),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(role, value)| Statement::plain(role, value)).collect()
}

/// A time with its zone; the schema takes nothing less.
fn moment(date: &str) -> Option<String> {
    chrono::DateTime::parse_from_rfc3339(date).ok().map(|moment| moment.to_rfc3339())
}

/// The code of IPTC's Digital Source Type NewsCodes.
fn source_type(code: &str) -> Option<Concept> {
    let sound = !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric());
    sound.then(|| Concept {
        name: code.to_owned(),
        uri: format!("http://cv.iptc.org/newscodes/digitalsourcetype/{code}"),
    })
}

/// Every width in the format that everybody opens; the widest is the main one.
fn renditions(story: &Prepared, printed: &Printed) -> Vec<Rendition> {
    let picture = printed.picture;
    let main = widest(picture);
    widths(picture)
        .into_iter()
        .rev()
        .map(|width| {
            let format = picture.plain_format();
            let title = file_name(picture, width, format);
            let height = height(picture, width);
            Rendition {
                name: if width == main { "main".to_owned() } else { format!("web-{width}") },
                href: story.address.is_some().then(|| address::uri(&story.absolute(&title))),
                title,
                content_type: if format == "png" { "image/png" } else { "image/jpeg" },
                width,
                height,
                poi: focus(printed, (width, height)).map(|(x, y)| Poi { x, y }),
            }
        })
        .collect()
}
