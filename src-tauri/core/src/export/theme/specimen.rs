//! A story with everything, to try a theme on before anybody's pages stand in it.

use super::{Theme, ThemeProblem};
use crate::export::{
    DatelinePlace, PageCredit, PagePhoto, PagePicture, PageStory, PublicationLine, StoryKind,
    figures, page, pictures, proof,
};
use crate::story::{Direction, Document, read};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

const STORY: &str = include_str!("../../../../../assets/themes/specimen.json");

/// Prints the story in the theme: in both directions, as a proof that is held, with nothing in it, and
/// each time with and without a publication. Fails with what is wrong.
pub fn try_theme(theme: &Theme) -> Result<(), ThemeProblem> {
    let story = read(STORY);
    let turned =
        Document { language: "ar".into(), direction: Direction::RightToLeft, ..read(STORY) };
    let empty = read("{}");
    for document in [&story, &turned, &empty] {
        let photos = photos(document);
        for name in ["The Halden Post", ""] {
            let story = page_story(document, name, &photos);
            page(&story, theme)?;
            proof(&story, &["Held.".to_owned()], theme)?;
        }
    }
    Ok(())
}

fn page_story<'a>(
    document: &'a Document,
    name: &'a str,
    photos: &'a BTreeMap<String, PagePhoto>,
) -> PageStory<'a> {
    let published_at = DateTime::<Utc>::UNIX_EPOCH;
    PageStory {
        document,
        publication: PublicationLine {
            name,
            site_address: (!name.is_empty()).then_some("https://example.org"),
            language: "en",
            time_zone: "UTC",
        },
        url_name: "specimen",
        kind: StoryKind::News,
        desk: "",
        published_at,
        modified_at: published_at + chrono::Duration::days(1),
        dateline: DatelinePlace::FirstParagraph,
        photos,
    }
}

/// A photo with a credit for each figure, in the pictures that the page asks for.
fn photos(document: &Document) -> BTreeMap<String, PagePhoto> {
    let photo = || PagePhoto {
        caption: Some("What the photo shows.".into()),
        alt_text: Some("A bridge over a river".into()),
        credit: PageCredit {
            label: "Photo".into(),
            names: "Ana Ruiz / Havn Press".into(),
            line: "Photo: Ana Ruiz / Havn Press".into(),
        },
        date_created: Some("2024-05-12".into()),
        ..PagePhoto::default()
    };
    let mut photos: BTreeMap<String, PagePhoto> =
        figures(document).into_iter().map(|id| (id.to_owned(), photo())).collect();
    let asked = photos.clone();
    for needed in pictures(document, &asked) {
        if let Some(photo) = photos.get_mut(needed.photo_id) {
            photo.pictures.push(PagePicture {
                framing: needed.framing,
                cut: needed.cut,
                stem: needed.photo_id.to_owned(),
                width_px: 1200,
                height_px: 800,
                widths: vec![480, 1200],
                formats: vec!["webp".into(), "jpg".into()],
            });
        }
    }
    photos
}
