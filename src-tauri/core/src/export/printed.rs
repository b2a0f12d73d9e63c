//! Photos that print: what stands with each of them, in every form that the story goes out in.

use super::dates::day_in;
use super::pictures::{Cut, shown};
use super::text::{one_line, tidy};
use super::words::Words;
use super::{PagePhoto, PagePicture, PageStory};
use crate::story::{Figure, Layout, Role};

/// A figure that prints.
pub struct Printed<'a> {
    /// The photo's id.
    pub id: &'a str,
    pub photo: &'a PagePhoto,
    pub picture: &'a PagePicture,
    pub figure: &'a Figure,
    pub role: Role,
    /// Which gallery it stands in, if it does.
    pub gallery: Option<Layout>,
    /// "File photo, 12 May 2024" in the language of the page, when the caption does not say so itself.
    pub label: Option<String>,
}

/// The id of the figure's photo; `None` while a picture is wanted.
pub fn photo_id(figure: &Figure) -> Option<&str> {
    figure.photo_id.as_deref().filter(|id| !id.is_empty())
}

impl<'a> Printed<'a> {
    /// `None` when the figure's picture is wanted or was not handed over as the figure frames it.
    pub fn of(figure: &'a Figure, story: &PageStory<'a>, words: &Words) -> Option<Printed<'a>> {
        let id = photo_id(figure)?;
        let photo = story.photos.get(id)?;
        let (framing, cut) = shown(figure);
        let fits = |picture: &&PagePicture| picture.framing == framing && picture.cut == cut;
        let picture = photo.pictures.iter().find(fits)?;
        let mut printed =
            Printed { id, photo, picture, figure, role: figure.role, gallery: None, label: None };
        if figure.file_photo && !words.say_file_photo(&printed.bare_caption()) {
            let taken = photo.date_created.as_deref().and_then(|date| day_in(date, words));
            printed.label = Some(words.file_photo_of(taken.as_deref()));
        }
        Some(printed)
    }

    /// The same photo in the shape that social sites show.
    pub fn social(&self) -> Option<&'a PagePicture> {
        self.card(Cut::Social)
    }

    /// The same photo in one of the shapes that others show, where it is large enough for it.
    pub fn card(&self, cut: Cut) -> Option<&'a PagePicture> {
        let framing = &self.figure.framing;
        let fits = |p: &&PagePicture| p.framing == *framing && p.cut == cut;
        self.photo.pictures.iter().find(fits)
    }

    /// At the head of a story a photo runs wide, unless the desk gave it another role.
    pub fn at_the_head(mut self) -> Self {
        if self.role == Role::Inline {
            self.role = Role::Showcase;
        }
        self
    }

    /// In a gallery all pictures run alike, but one that was cut to a thumbnail.
    pub fn in_gallery(mut self, layout: Layout) -> Self {
        if self.role != Role::Thumbnail {
            self.role = Role::Inline;
        }
        self.gallery = Some(layout);
        self
    }

    /// The story's alt text, else the photo's; empty for a decorative picture and where there is
    /// none. Nothing else ever takes its place: a caption read out twice helps nobody.
    pub fn alt_text(&self) -> String {
        alt_text(self.figure, self.photo)
    }

    /// What stands between caption and credit: a space after a full sentence; else a dot, without
    /// which "The swing bridge Photo: …" would read as one.
    pub fn before_credit(&self) -> &'static str {
        match self.bare_caption().chars().rev().find(|c| !is_closing(*c)) {
            Some(last) if !is_end(last) => " · ",
            _ => " ",
        }
    }

    /// The printed caption without marks and credit; empty when there is none.
    pub fn caption(&self) -> String {
        let caption = self.bare_caption();
        match &self.label {
            Some(label) if caption.is_empty() => label.clone(),
            Some(label) => format!("{label}: {caption}"),
            None => caption,
        }
    }

    /// Without the words that say that it is a file photo.
    pub fn bare_caption(&self) -> String {
        caption(self.figure, self.photo.caption.as_deref())
    }
}

/// What ends a sentence, in any script.
fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | ':' | ';' | '。' | '．' | '！' | '？' | '؟' | '۔' | '।' | '‽'
    )
}

/// What may stand behind the end of a sentence.
fn is_closing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）')
}

/// The alt text of a photo in one figure: the story's, else the photo's own.
pub fn alt_text(figure: &Figure, photo: &PagePhoto) -> String {
    if figure.decorative {
        return String::new();
    }
    match &figure.alt_text {
        Some(line) => one_line(&line.content),
        None => tidy(photo.alt_text.as_deref().unwrap_or_default()),
    }
}

/// The caption of a photo in one figure without label, marks and credit: the story's, else `own`.
pub fn caption(figure: &Figure, own: Option<&str>) -> String {
    match &figure.caption {
        Some(line) => one_line(&line.content),
        None => tidy(own.unwrap_or_default()),
    }
}

/// The widths that the picture comes in, ascending; its own when the desk made none.
pub fn widths(picture: &PagePicture) -> Vec<u32> {
    if picture.widths.is_empty() { vec![picture.width_px] } else { picture.widths.clone() }
}

/// The widest that the picture comes in.
pub fn widest(picture: &PagePicture) -> u32 {
    picture.widths.last().copied().unwrap_or(picture.width_px)
}

/// The height at `width_px`, to the nearest pixel and never 0.
pub fn height(picture: &PagePicture, width_px: u32) -> u32 {
    let (own_width, own_height) =
        (u64::from(picture.width_px.max(1)), u64::from(picture.height_px));
    let height = (own_height * u64::from(width_px) + own_width / 2) / own_width;
    u32::try_from(height.max(1)).unwrap_or(u32::MAX)
}
