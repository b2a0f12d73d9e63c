//! A picture with fewer pixels than its place needs: it prints soft. What counts is the part that
//! shows.

use super::found::Found;
use super::page::{Page, Picture};
use super::{CheckedPhoto, Level};
use crate::story::{Figure, Role, WHOLE};

/// The smallest width in pixels that each role needs, so that a screen of one and a quarter dots for
/// each of the page's pixels shows it sharp. The widths in rem are those of the exported page.
const NEEDS: [(Role, u32); 5] = [
    // 12 rem beside the text.
    (Role::Thumbnail, 240),
    // 26 rem: also the widest that an upright picture stands in the column.
    (Role::Supporting, 520),
    // The column of 38 rem.
    (Role::Inline, 760),
    // 60 rem.
    (Role::Showcase, 1200),
    // From edge to edge of a laptop.
    (Role::Full, 1600),
];

/// A lead becomes the picture of search results and shared links, which ask for 1200 pixels.
const LEAD: u32 = 1200;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.pictures.iter().filter_map(found).collect()
}

fn found(picture: &Picture) -> Option<Found> {
    let (width, height) = framed(picture.figure, picture.photo?);
    let needed = needed(picture, width < height);
    if width == 0 || width >= needed {
        return None;
    }
    let cut = if picture.figure.framing.crop.is_some() { "The part that shows of " } else { "" };
    let named = match cut {
        "" => picture.named(),
        _ => format!("{cut}{}", super::page::in_sentence(&picture.label)),
    };
    let message = format!(
        "{named} is {width} pixels wide; its place needs {needed}. Run it smaller, or find a larger file."
    );
    let about = picture.figure.photo_id.as_deref().unwrap_or_default();
    let found = Found::new(Level::Warn, picture.place(), about, message);
    Some(found.param("width", width.to_string()).param("needed", needed.to_string()))
}

fn needed(picture: &Picture, upright: bool) -> u32 {
    let of = |role: Role| NEEDS.iter().find(|(of, _)| *of == role).map_or(0, |(_, width)| *width);
    match picture.figure.role {
        Role::Thumbnail => of(Role::Thumbnail),
        // The page lets an upright picture stand no wider, whatever its role.
        _ if upright => of(Role::Supporting),
        Role::Inline | Role::Showcase if picture.label == "lead photo" => LEAD,
        role => of(role),
    }
}

/// Width and height of the part that shows, the way it is turned.
fn framed(figure: &Figure, photo: &CheckedPhoto) -> (u32, u32) {
    let part = |pixels: u32, part: u16| pixels.saturating_mul(part.into()) / u32::from(WHOLE);
    let (width, height) = match figure.framing.crop {
        Some(crop) => (part(photo.width_px, crop.width), part(photo.height_px, crop.height)),
        None => (photo.width_px, photo.height_px),
    };
    if matches!(figure.framing.turn, 90 | 270) { (height, width) } else { (width, height) }
}
