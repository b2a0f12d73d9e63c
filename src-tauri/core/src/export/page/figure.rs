//! A photo on the page: a figure with its caption and its credit.

use super::html::{Element, Node, element};
use super::inline::{nodes, turned};
use crate::export::printed::{Printed, height, widest, widths};
use crate::export::text::{foreign_direction, tidy};
use crate::export::theme::Widths;
use crate::export::{Prepared, file_name};
use crate::story::{Direction, Inline, Layout, Role};

/// Width in pixels of the file that a browser without `srcset` takes: the widest up to this.
const PLAIN_WIDTH_PX: u32 = 960;

impl Printed<'_> {
    /// The figure. The `first` picture of a page is what a reader waits for, so it loads at once.
    pub fn element(&self, first: bool, page: &Prepared) -> Element {
        element("figure")
            .class(&self.classes())
            .with([self.picture(first, &self.sizes(&page.widths))])
            .with(self.figcaption(page.direction))
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

    /// As the theme's sheet lays the figure out: the width it has on a wide screen, the screen's less
    /// its margins otherwise.
    fn sizes(&self, widths: &Widths) -> String {
        let up_to = |rem: u16| format!("(min-width: {}rem) {rem}rem, calc(100vw - 2rem)", rem + 2);
        let Widths { inline, supporting, thumbnail, showcase, gallery, slide } = *widths;
        match (self.role, self.is_tall()) {
            (Role::Thumbnail, _) => format!("{thumbnail}rem"),
            _ if self.gallery == Some(Layout::Grid) => {
                let wide = showcase + 2;
                format!(
                    "(min-width: {wide}rem) {gallery}rem, (min-width: 34rem) 50vw, calc(100vw - 2rem)"
                )
            }
            _ if self.gallery == Some(Layout::Slideshow) => {
                format!("(min-width: {}rem) {slide}rem, 85vw", slide + 8)
            }
            (Role::Supporting, _) | (_, true) => up_to(supporting),
            (Role::Inline, _) => up_to(inline),
            (Role::Showcase, _) => up_to(showcase),
            (Role::Full, _) => "100vw".into(),
        }
    }

    /// The picture in the format that everybody opens, with better ones before it for those that can.
    fn picture(&self, first: bool, sizes: &str) -> Element {
        let image = self.image(first, sizes);
        let Some((_, better)) = self.picture.formats.split_last().filter(|(_, b)| !b.is_empty())
        else {
            return image;
        };
        let source = |format: &String| {
            element("source")
                .attribute("type", format!("image/{format}"))
                .attribute("srcset", self.srcset(format))
                .attribute("sizes", sizes)
        };
        element("picture").with(better.iter().map(source)).with([image])
    }

    fn image(&self, first: bool, sizes: &str) -> Element {
        let (picture, format) = (self.picture, self.picture.plain_format());
        let widths = widths(picture);
        let plain = widths.iter().rev().find(|w| **w <= PLAIN_WIDTH_PX).or(widths.first());
        let widest = widest(picture);
        let image = element("img")
            .class(if first { "u-featured" } else { "" })
            .attribute("src", file_name(picture, plain.copied().unwrap_or(widest), format))
            .attribute("srcset", self.srcset(format))
            .attribute("sizes", sizes)
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
            parts.extend((!parts.is_empty()).then(|| Node::text(self.before_credit())));
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
