//! A photo as ANS has it.
//!
//! `credits.by` names who made it; `credits.affiliation` the other parties of the printed credit;
//! `vanity_credits.by` holds the credit line as it prints, word for word, which Arc shows instead of a
//! line that it would put together itself.

use super::VERSION;
use crate::export::filing::arc_id;
use crate::export::flow::{caption, text};
use crate::export::focus::focus;
use crate::export::printed::{Printed, height, widest};
use crate::export::text::tidy;
use crate::export::{PagePhoto, Prepared, address, file_name};
use serde_json::{Map, Value, json};

/// The image with its caption, its credit, and all that is known of it.
pub fn image(story: &Prepared, printed: &Printed) -> Value {
    let (photo, picture) = (printed.photo, printed.picture);
    let width = widest(picture);
    let file = file_name(picture, width, picture.plain_format());
    let mut image = Map::new();
    let mut put = |name: &str, value: Value| {
        image.insert(name.to_owned(), value);
    };
    put("type", json!("image"));
    put("version", json!(VERSION));
    put("_id", json!(arc_id(printed.id)));
    put("url", json!(story.absolute(&file)));
    put("width", json!(width));
    put("height", json!(height(picture, width)));
    let said = [
        ("caption", text(&caption(printed))),
        ("alt_text", printed.alt_text()),
        ("copyright", photo.copyright.as_deref().map(tidy).unwrap_or_default()),
    ];
    said.into_iter().filter(|(_, text)| !text.is_empty()).for_each(|(name, text)| {
        put(name, json!(text));
    });
    if let Some((x, y)) = focus(printed, (width, height(picture, width))) {
        put("focal_point", json!({"x": x, "y": y}));
    }
    put("credits", credits(photo));
    let line = tidy(&photo.credit.line);
    if !line.is_empty() {
        put("vanity_credits", json!({"by": [{"type": "author", "name": line}]}));
    }
    let more = more(printed, &file);
    put("additional_properties", more);
    Value::Object(image)
}

/// Who made it, and what the credit names besides.
fn credits(photo: &PagePhoto) -> Value {
    let author = |name: &str| json!({"type": "author", "name": name});
    let names = tidy(&photo.credit.names);
    let by: Vec<String> = photo.photographers.iter().map(|name| tidy(name)).collect();
    if by.is_empty() {
        let names: Vec<Value> = (!names.is_empty()).then(|| author(&names)).into_iter().collect();
        return json!({"by": names});
    }
    let besides = by.iter().fold(names, |names, name| names.replacen(name.as_str(), "", 1));
    let besides = besides.trim_matches(|c| " /|,;:–—-·()".contains(c)).to_owned();
    let by: Vec<Value> = by.iter().map(|name| author(name)).collect();
    match besides.as_str() {
        "" => json!({"by": by}),
        besides => json!({"by": by, "affiliation": [author(besides)]}),
    }
}

/// What the specification has no member for.
fn more(printed: &Printed, file: &str) -> Value {
    let photo = printed.photo;
    let text = |value: &Option<String>| value.as_deref().map(tidy).unwrap_or_default();
    let link = |value: &Option<String>| value.as_deref().and_then(address::web).unwrap_or_default();
    let said = [
        ("file", file.to_owned()),
        ("usage_terms", text(&photo.usage_terms)),
        ("license_url", link(&photo.licence_url)),
        ("acquire_license_url", link(&photo.acquire_licence_url)),
        ("date_created", text(&photo.date_created)),
        ("digital_source_type", text(&photo.digital_source_type)),
    ];
    let filled = said.into_iter().filter(|(_, value)| !value.is_empty());
    Value::Object(filled.map(|(name, value)| (name.to_owned(), json!(value))).collect())
}
