//! Photos on the page: which of them print, and each as a figure with its caption and its credit.

use super::html::{Element, Node, element};
use super::inline::{foreign_direction, nodes, one_line, tidy, turned};
use super::words::Words;
use super::{PagePhoto, PageStory, file_name};
use crate::story::{Block, Direction, Document, Figure, Inline, Role};

/// Width in pixels of the file that a browser without `srcset` takes: the widest up to this.
const PLAIN_WIDTH_PX: u32 = 960;

/// A figure that prints.
pub struct Printed<'a> {
    pub photo: &'a PagePhoto,
    figure: &'a Figure,
    role: Role,
    /// "File photo" in the language of the page, when the caption does not say so itself.
    label: Option<&'static str>,
}

/// Every figure of the story in reading order, those without a photo too.
pub fn figures(story: &Document) -> Vec<&Figure> {
    let mut found: Vec<&Figure> = story.lead.iter().collect();
    collect(&story.body, &mut found);
    found
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::List(list) => list.items.iter().for_each(|item| collect(&item.content, found)),
            Block::Quote(quote) => collect(&quote.content, found),
            Block::PullQuote(quote) => collect(&quote.content, found),
            Block::Paragraph(_)
            | Block::Crosshead(_)
            | Block::Divider { .. }
            | Block::Unknown(_) => {}
        }
    }
}

/// The id of the figure's photo; `None` while a picture is wanted.
pub fn photo_id(figure: &Figure) -> Option<&str> {
    figure.photo_id.as_deref().filter(|id| !id.is_empty())
}

impl<'a> Printed<'a> {
    /// `None` when the figure's picture is wanted or was not handed over.
    pub fn of(figure: &'a Figure, story: &PageStory<'a>, words: &Words) -> Option<Printed<'a>> {
        let photo = story.photos.get(photo_id(figure)?)?;
        let mut printed = Printed { photo, figure, role: figure.role, label: None };
        if figure.file_photo && !words.say_file_photo(&printed.bare_caption()) {
            printed.label = Some(words.file_photo);
        }
        Some(printed)
    }

    /// At the head of a story a photo runs wide, unless the desk gave it another role.
    pub fn at_the_head(mut self) -> Self {
        if self.role == Role::Inline {
            self.role = Role::Showcase;
        }
        self
    }

    /// The story's alt text, else the photo's; empty for a decorative picture and where there is
    /// none. Nothing else ever takes its place: a caption read out twice helps nobody.
    pub fn alt_text(&self) -> String {
        if self.figure.decorative {
            return String::new();
        }
        match &self.figure.alt_text {
            Some(line) => one_line(&line.content),
            None => tidy(self.photo.alt_text.as_deref().unwrap_or_default()),
        }
    }

    /// The printed caption without marks and credit; empty when there is none.
    pub fn caption(&self) -> String {
        let caption = self.bare_caption();
        match self.label {
            Some(label) if caption.is_empty() => label.to_owned(),
            Some(label) => format!("{label}: {caption}"),
            None => caption,
        }
    }

    fn bare_caption(&self) -> String {
        match &self.figure.caption {
            Some(line) => one_line(&line.content),
            None => tidy(self.photo.caption.as_deref().unwrap_or_default()),
        }
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
        let tall = self.is_tall().then_some("tall");
        role.into_iter().chain(tall).collect::<Vec<_>>().join(" ")
    }

    /// Upright pictures run narrower, or they would push the story off the screen.
    fn is_tall(&self) -> bool {
        self.photo.height_px > self.photo.width_px
    }

    /// As `page.css` lays the figure out: the width it has on a wide screen, the screen's less its
    /// margins otherwise.
    fn sizes(&self) -> &'static str {
        match (self.role, self.is_tall()) {
            (Role::Thumbnail, _) => "10rem",
            (Role::Supporting, _) | (_, true) => "(min-width: 28rem) 26rem, calc(100vw - 2rem)",
            (Role::Inline, _) => "(min-width: 40rem) 38rem, calc(100vw - 2rem)",
            (Role::Showcase, _) => "(min-width: 62rem) 60rem, calc(100vw - 2rem)",
            (Role::Full, _) => "100vw",
        }
    }

    fn picture(&self, first: bool) -> Element {
        let widths = widths(self.photo);
        let plain = widths.iter().rev().find(|w| **w <= PLAIN_WIDTH_PX).or(widths.first());
        let widest = widest(self.photo);
        let srcset: Vec<String> =
            widths.iter().map(|w| format!("{} {w}w", file_name(self.photo, *w))).collect();
        let picture = element("img")
            .class(if first { "u-featured" } else { "" })
            .attribute("src", file_name(self.photo, plain.copied().unwrap_or(widest)))
            .attribute("srcset", srcset.join(", "))
            .attribute("sizes", self.sizes())
            .attribute("width", widest.to_string())
            .attribute("height", height(self.photo, widest).to_string())
            .attribute("alt", self.alt_text());
        if first {
            picture.attribute("fetchpriority", "high")
        } else {
            picture.attribute("loading", "lazy").attribute("decoding", "async")
        }
    }

    /// The caption, then the credit, which prints with or without a caption.
    fn figcaption(&self, page: Direction) -> Option<Element> {
        let credit = tidy(&self.photo.credit.line);
        let mut parts = Vec::new();
        parts.extend(self.label.map(|label| {
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

/// The widths that the picture comes in, ascending; its own when the desk made none.
fn widths(photo: &PagePhoto) -> Vec<u32> {
    if photo.widths.is_empty() { vec![photo.width_px] } else { photo.widths.clone() }
}

/// The widest that the picture comes in.
pub fn widest(photo: &PagePhoto) -> u32 {
    photo.widths.last().copied().unwrap_or(photo.width_px)
}

/// The narrowest width that is at least `least_px`, else the widest.
pub fn at_least(photo: &PagePhoto, least_px: u32) -> u32 {
    photo.widths.iter().copied().find(|w| *w >= least_px).unwrap_or_else(|| widest(photo))
}

/// The height at `width_px`, to the nearest pixel and never 0.
pub fn height(photo: &PagePhoto, width_px: u32) -> u32 {
    let (own_width, own_height) = (u64::from(photo.width_px.max(1)), u64::from(photo.height_px));
    let height = (own_height * u64::from(width_px) + own_width / 2) / own_width;
    u32::try_from(height.max(1)).unwrap_or(u32::MAX)
}
