//! Photos on the page: which of them print, and each as a figure with its caption and its credit.

use super::dates::day_in;
use super::html::{Element, Node, element};
use super::inline::{foreign_direction, nodes, one_line, tidy, turned};
use super::pictures::{Cut, shown};
use super::words::Words;
use super::{PagePhoto, PagePicture, PageStory, file_name};
use crate::story::{Direction, Figure, Inline, Layout, Role};

/// Width in pixels of the file that a browser without `srcset` takes: the widest up to this.
const PLAIN_WIDTH_PX: u32 = 960;

/// A figure that prints.
pub struct Printed<'a> {
    /// The photo's id.
    pub id: &'a str,
    pub photo: &'a PagePhoto,
    pub picture: &'a PagePicture,
    figure: &'a Figure,
    role: Role,
    /// Which gallery it stands in, if it does.
    gallery: Option<Layout>,
    /// "File photo, 12 May 2024" in the language of the page, when the caption does not say so itself.
    label: Option<String>,
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
        let framing = &self.figure.framing;
        let fits = |p: &&PagePicture| p.framing == *framing && p.cut == Cut::Social;
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

    /// The printed caption without marks and credit; empty when there is none.
    pub fn caption(&self) -> String {
        let caption = self.bare_caption();
        match &self.label {
            Some(label) if caption.is_empty() => label.clone(),
            Some(label) => format!("{label}: {caption}"),
            None => caption,
        }
    }

    fn bare_caption(&self) -> String {
        caption(self.figure, self.photo.caption.as_deref())
    }

    /// The figure. The `first` picture of a page is what a reader waits for, so it loads at once.
    pub fn element(&self, first: bool, page: Direction) -> Element {
        element("figure")
            .class(&self.classes())
            .with([self.picture(first)])
            .with(self.figcaption(page))
    }

    fn classes(&self) -> String {
        let role = match self.role {
            Role::Inline => None,
            Role::Supporting => Some("small"),
            Role::Thumbnail => Some("tiny"),
            Role::Showcase => Some("wide"),
            Role::Full => Some("full"),
        };
        let tall = (self.is_tall() && self.gallery.is_none()).then_some("tall");
        role.into_iter().chain(tall).collect::<Vec<_>>().join(" ")
    }

    /// Upright pictures run narrower, or they would push the story off the screen.
    fn is_tall(&self) -> bool {
        self.picture.height_px > self.picture.width_px
    }

    /// As `page.css` lays the figure out: the width it has on a wide screen, the screen's less its
    /// margins otherwise.
    fn sizes(&self) -> &'static str {
        match (self.role, self.is_tall()) {
            (Role::Thumbnail, _) => "12rem",
            _ if self.gallery == Some(Layout::Grid) => {
                "(min-width: 62rem) 20rem, (min-width: 34rem) 50vw, calc(100vw - 2rem)"
            }
            _ if self.gallery == Some(Layout::Slideshow) => "(min-width: 42rem) 34rem, 85vw",
            (Role::Supporting, _) | (_, true) => "(min-width: 28rem) 26rem, calc(100vw - 2rem)",
            (Role::Inline, _) => "(min-width: 40rem) 38rem, calc(100vw - 2rem)",
            (Role::Showcase, _) => "(min-width: 62rem) 60rem, calc(100vw - 2rem)",
            (Role::Full, _) => "100vw",
        }
    }

    /// The picture in the format that everybody opens, with better ones before it for those that can.
    fn picture(&self, first: bool) -> Element {
        let image = self.image(first);
        let Some((_, better)) = self.picture.formats.split_last().filter(|(_, b)| !b.is_empty())
        else {
            return image;
        };
        let source = |format: &String| {
            element("source")
                .attribute("type", format!("image/{format}"))
                .attribute("srcset", self.srcset(format))
                .attribute("sizes", self.sizes())
        };
        element("picture").with(better.iter().map(source)).with([image])
    }

    fn image(&self, first: bool) -> Element {
        let (picture, format) = (self.picture, self.picture.plain_format());
        let widths = widths(picture);
        let plain = widths.iter().rev().find(|w| **w <= PLAIN_WIDTH_PX).or(widths.first());
        let widest = widest(picture);
        let image = element("img")
            .class(if first { "u-featured" } else { "" })
            .attribute("src", file_name(picture, plain.copied().unwrap_or(widest), format))
            .attribute("srcset", self.srcset(format))
            .attribute("sizes", self.sizes())
            .attribute("width", widest.to_string())
            .attribute("height", height(picture, widest).to_string())
            .attribute("alt", self.alt_text());
        if first {
            image.attribute("fetchpriority", "high")
        } else {
            image.attribute("loading", "lazy").attribute("decoding", "async")
        }
    }

    fn srcset(&self, format: &str) -> String {
        let file = |width: &u32| format!("{} {width}w", file_name(self.picture, *width, format));
        widths(self.picture).iter().map(file).collect::<Vec<_>>().join(", ")
    }

    /// The caption, then the credit, which prints with or without a caption.
    fn figcaption(&self, page: Direction) -> Option<Element> {
        let credit = tidy(&self.photo.credit.line);
        let mut parts = Vec::new();
        parts.extend(self.label.as_ref().map(|label| {
            Node::text(&if self.bare_caption().is_empty() {
                format!("{label}.")
            } else {
                format!("{label}: ")
            })
        }));
        parts.extend(self.caption_nodes(page));
        if !credit.is_empty() {
            parts.extend((!parts.is_empty()).then(|| Node::text(" ")));
            let direction = foreign_direction(&credit, page);
            parts.push(element("small").maybe("dir", direction).text(&credit).into());
        }
        (!parts.is_empty()).then(|| element("figcaption").with(parts))
    }

    fn caption_nodes(&self, page: Direction) -> Vec<Node> {
        let caption = self.bare_caption();
        if caption.is_empty() {
            return Vec::new();
        }
        let inside = match &self.figure.caption {
            Some(line) => nodes(trimmed(&line.content)),
            None => vec![Node::text(&caption)],
        };
        turned(inside, &caption, page)
    }
}

/// Without the breaks at both ends, which would tear the credit off its caption.
fn trimmed(content: &[Inline]) -> &[Inline] {
    let is_break = |inline: &&Inline| matches!(inline, Inline::HardBreak { .. });
    let start = content.iter().take_while(is_break).count();
    let end = content[start..].iter().rev().take_while(is_break).count();
    &content[start..content.len() - end]
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
fn widths(picture: &PagePicture) -> Vec<u32> {
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
