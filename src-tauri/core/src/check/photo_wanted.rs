//! A place for a photo that has none yet. The story goes out without it, its caption and its credit.

use super::Level;
use super::found::Found;
use super::page::{Page, Picture};

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.pictures.iter().filter(|picture| picture.is_wanted()).map(wanted).collect()
}

fn wanted(picture: &Picture) -> Found {
    let caption = picture.caption();
    let message = match caption.trim() {
        "" => format!("{} is still wanted.", picture.named()),
        caption => {
            // A caption that is a sentence has brought its own full stop.
            let stop = if caption.ends_with(['.', '!', '?', '…']) { "" } else { "." };
            format!("{} is still wanted: “{caption}”{stop}", picture.named())
        }
    };
    Found::new(Level::Warn, picture.place(), caption.trim(), message)
        .param("caption", caption.trim())
        .param("credit", picture.figure.wanted_credit.clone().unwrap_or_default())
}
