//! A photo without a credit stops the story. A wanted photo owes none until a picture is there.

use super::Level;
use super::found::Found;
use super::page::{Page, Picture};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let owing = |picture: &&Picture| !picture.is_wanted() && picture.credit().is_empty();
    page.pictures.iter().filter(owing).map(without_credit).collect()
}

fn without_credit(picture: &Picture) -> Found {
    let message = match picture.photo {
        Some(_) => format!(
            "{} has no credit. Name the photographer, or declare why there is no name.",
            picture.named()
        ),
        None => format!(
            "{} is not among the photos of this desk, so its credit is not known. Choose the photo \
             again.",
            picture.named()
        ),
    };
    let about = picture.figure.photo_id.as_deref().unwrap_or_default();
    let name = picture.photo.map_or("", |photo| photo.name.as_str());
    Found::new(Level::Block, picture.place(), about, message).param("photo", name)
}
