//! Which pictures the page needs of which photo, for the desk to make before the page is written.

use super::PagePhoto;
use super::printed::{alt_text, caption, photo_id};
use crate::story::{Area, Document, Figure, Framing, Role, figures};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a picture on the page needs to be square, in pixels: `page.css` gives it 12rem, which is 192,
/// and dense screens want two or three times as many.
pub const THUMBNAIL_WIDTHS_PX: [u32; 3] = [200, 400, 600];

/// How much of a framed photo shows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Cut {
    #[default]
    Whole,
    /// A square around the focus.
    Thumbnail,
    /// The shape that social sites show (<https://ogp.me>).
    Social,
    /// 16:9, 4:3 and square: what search engines choose from for their lists
    /// (<https://developers.google.com/search/docs/appearance/structured-data/article>).
    Landscape,
    Standard,
    Square,
}

impl Cut {
    /// The cuts that only others show, around the focus, as JPEG. [`Cut::Social`] asks for all of them.
    pub const CARDS: [Cut; 4] = [Cut::Social, Cut::Landscape, Cut::Standard, Cut::Square];

    /// Width and height in pixels, for a cut that others show.
    pub fn card_px(self) -> Option<(u32, u32)> {
        match self {
            Cut::Whole | Cut::Thumbnail => None,
            Cut::Social => Some((1200, 630)),
            Cut::Landscape => Some((1200, 675)),
            Cut::Standard => Some((1200, 900)),
            Cut::Square => Some((1200, 1200)),
        }
    }
}

/// A picture that the page needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed<'a> {
    pub photo_id: &'a str,
    pub framing: Framing,
    pub cut: Cut,
    /// What the story prints with it, where it first does; empty for nothing.
    pub caption: String,
    pub alt_text: String,
}

/// Every picture that the page needs of these photos, each once: two figures that show the same part
/// of the same photo share it. In reading order; the cards, cut out of the figure that stands for the
/// story, come last and as one.
pub fn pictures<'a>(
    document: &'a Document,
    photos: &BTreeMap<String, PagePhoto>,
) -> Vec<Needed<'a>> {
    let mut needed: Vec<Needed> = Vec::new();
    let printed: Vec<(&str, &Figure, &PagePhoto)> = figures(document)
        .into_iter()
        .filter_map(|figure| photo_id(figure).map(|id| (id, figure)))
        .filter_map(|(id, figure)| Some((id, figure, photos.get(id)?)))
        .collect();
    for (photo_id, figure, photo) in &printed {
        let (framing, cut) = shown(figure);
        let same = |n: &Needed| n.photo_id == *photo_id && n.framing == framing && n.cut == cut;
        if !needed.iter().any(same) {
            needed.push(Needed::of(photo_id, (framing, cut), figure, photo));
        }
    }
    let tells = printed.iter().find(|(_, figure, photo)| !alt_text(figure, photo).is_empty());
    if let Some((photo_id, figure, photo)) = tells.or(printed.first()) {
        let shown = (figure.framing.clone(), Cut::Social);
        needed.push(Needed::of(photo_id, shown, figure, photo));
    }
    needed
}

impl<'a> Needed<'a> {
    fn of(
        photo_id: &'a str,
        (framing, cut): (Framing, Cut),
        figure: &Figure,
        photo: &PagePhoto,
    ) -> Needed<'a> {
        let caption = caption(figure, photo.caption.as_deref());
        Needed { photo_id, framing, cut, caption, alt_text: alt_text(figure, photo) }
    }
}

/// How a figure shows its photo. Where the eye goes counts only for a picture that is cut around it,
/// and a crop of everything is none.
pub(super) fn shown(figure: &Figure) -> (Framing, Cut) {
    let mut framing = figure.framing.clone();
    framing.crop = framing.crop.filter(|crop| *crop != Area::WHOLE);
    match figure.role {
        Role::Thumbnail => (framing, Cut::Thumbnail),
        Role::Inline | Role::Supporting | Role::Showcase | Role::Full => {
            (Framing { focus: None, ..framing }, Cut::Whole)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Block, Point};

    fn figure(id: &str, role: Role, framing: Framing) -> Block {
        Block::Figure(Figure { photo_id: Some(id.into()), role, framing, ..Figure::default() })
    }

    fn check(body: Vec<Block>, expected: &[(&str, Cut)]) {
        let document = Document { body, ..Document::default() };
        let photos = ["a", "b"].map(|id| (id.to_owned(), PagePhoto::default())).into();
        let found = pictures(&document, &photos);
        let found: Vec<(&str, Cut)> = found.iter().map(|n| (n.photo_id, n.cut)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_that_show_the_same_share_a_picture() {
        let plain = Framing::default();
        let focus = Framing { focus: Some(Point { left: 1, top: 1 }), ..Framing::default() };
        let turned = Framing { turn: 90, ..Framing::default() };
        let all = Framing { crop: Some(Area::WHOLE), ..Framing::default() };
        let (whole, small, social) = (Cut::Whole, Cut::Thumbnail, Cut::Social);
        check(vec![], &[]);
        check(vec![figure("c", Role::Inline, plain.clone())], &[]);
        check(
            vec![
                figure("a", Role::Inline, plain.clone()),
                figure("a", Role::Showcase, focus.clone()),
                figure("a", Role::Full, all),
            ],
            &[("a", whole), ("a", social)],
        );
        check(
            vec![
                figure("a", Role::Inline, plain.clone()),
                figure("a", Role::Inline, turned),
                figure("a", Role::Thumbnail, plain),
                figure("a", Role::Thumbnail, focus),
            ],
            &[("a", whole), ("a", whole), ("a", small), ("a", small), ("a", social)],
        );
    }
}
