//! A place for a photo, with how the picture is framed.

use super::attrs::*;
use super::inline::read_line;
use crate::story::document::*;
use crate::story::framing::{Area, Framing, Obscured, Point};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(super) fn read_figure(mut node: Value, at: u32) -> (Figure, u32) {
    let mut extra = take_attrs_of(&mut node);
    let mut figure = Figure {
        at,
        photo_id: take_string(&mut extra, "photoId"),
        role: take_role(&mut extra),
        decorative: take_if(&mut extra, "decorative", |v| v == true),
        file_photo: take_if(&mut extra, "filePhoto", |v| v == true),
        check_caption: take_if(&mut extra, "checkCaption", |v| v == true),
        framing: take_framing(&mut extra),
        wanted_credit: take_string(&mut extra, "wantedCredit"),
        ..Figure::default()
    };
    let mut here = at + 1;
    for child in node.as_object_mut().map(take_content).unwrap_or_default() {
        let slot = match node_type(&child) {
            "caption" if figure.caption.is_none() => &mut figure.caption,
            "altText" if figure.alt_text.is_none() => &mut figure.alt_text,
            _ => {
                figure.unknown.push(Unknown { at: here, json: child });
                here += 1;
                continue;
            }
        };
        let (line, end) = read_line(child, here);
        *slot = Some(line);
        here = end;
    }
    for name in ["photoId", "wantedCredit", "crop", "focus"] {
        take_if(&mut extra, name, Value::is_null);
    }
    for name in ["decorative", "filePhoto", "checkCaption"] {
        take_if(&mut extra, name, |v| v == false);
    }
    figure.size = here + 1 - at;
    figure.extra = extra;
    (figure, here + 1)
}

/// What is no framing of a picture stays where it came from.
fn take_framing(attrs: &mut Extra) -> Framing {
    let turn = take_as(attrs, "turn", |turn| matches!(turn, 0 | 90 | 180 | 270));
    let obscured = take_as(attrs, "obscured", |covered: &Vec<Obscured>| {
        covered.iter().all(|covered| covered.area.is_sound())
    });
    Framing {
        turn: turn.unwrap_or_default(),
        crop: take_as(attrs, "crop", |crop: &Area| crop.is_sound()),
        focus: take_as(attrs, "focus", |focus: &Point| focus.is_sound()),
        obscured: obscured.unwrap_or_default(),
    }
}

/// Only what would be written back as it came: serde also takes `[1, 2]` for a point.
fn take_as<T: DeserializeOwned + Serialize>(
    attrs: &mut Extra,
    name: &str,
    is_sound: impl Fn(&T) -> bool,
) -> Option<T> {
    let value = attrs.get(name)?;
    let read = T::deserialize(value).ok().filter(is_sound)?;
    if serde_json::to_value(&read).ok().as_ref() != Some(value) {
        return None;
    }
    attrs.remove(name);
    Some(read)
}

fn take_role(attrs: &mut Extra) -> Role {
    let role = match attrs.get("role").and_then(Value::as_str) {
        Some("inline") => Role::Inline,
        Some("supporting") => Role::Supporting,
        Some("showcase") => Role::Showcase,
        Some("full") => Role::Full,
        Some("thumbnail") => Role::Thumbnail,
        _ => return Role::Inline,
    };
    attrs.remove("role");
    role
}
