//! Pictures: scaled to the page, described for who cannot see them, with caption and credit below.

use super::body::Writer;
use super::line::Look;
use super::{EMU, Paper};
use crate::export::file_name;
use crate::export::flow::{caption, text};
use crate::export::printed::{Printed, height, widths};
use crate::export::text::tidy;
use crate::export::xml::{Element, Node, element, empty};
use crate::story::Role;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DECORATIVE: &str = "http://schemas.microsoft.com/office/drawing/2017/decorative";

/// Widest file that goes in, in pixels: enough for print at the width of the text.
const WIDEST_PX: u32 = 1600;

/// A picture's file in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// As [`file_name`] names it.
    pub file: String,
    pub number: usize,
    /// "jpg" or "png".
    pub format: String,
}

impl Media {
    /// Where it lies in the package: a number, never a name that came with the picture.
    pub fn place(&self) -> String {
        format!("word/{}", self.target())
    }

    /// The same seen from the document.
    pub fn target(&self) -> String {
        format!("media/picture-{}.{}", self.number, self.format)
    }

    pub fn relation(&self) -> String {
        format!("picture{}", self.number)
    }
}

impl Writer<'_> {
    /// The picture, and the line under it.
    pub fn picture(&mut self, printed: &Printed) -> Vec<Element> {
        let relation = self.media(printed).relation();
        self.drawings += 1;
        let drawing = self.drawing(printed, &relation);
        let run = element("w:r").with([element("w:drawing").with([drawing])]);
        let look = Look { keep_with_next: true, ..Look::of("Picture") };
        let mut paragraphs = vec![self.paragraph_of(look, self.story.direction, vec![run.into()])];
        paragraphs.extend(self.line_below(printed));
        paragraphs
    }

    /// The caption, then the credit, which prints with or without a caption.
    fn line_below(&mut self, printed: &Printed) -> Option<Element> {
        let credit = tidy(&printed.photo.credit.line);
        let caption = caption(printed);
        let direction = self.direction(&format!("{} {credit}", text(&caption)));
        let mut content: Vec<Node> = self.runs(&caption, direction);
        if !credit.is_empty() {
            let gap = if content.is_empty() { "" } else { " " };
            content.extend(self.styled("Credit", &format!("{gap}{credit}"), direction));
        }
        let filled = !content.is_empty();
        filled.then(|| self.paragraph_of(Look::of("Caption"), direction, content))
    }

    /// The file of the picture, which two figures that show the same share.
    fn media(&mut self, printed: &Printed) -> Media {
        let picture = printed.picture;
        let widths = widths(picture);
        let width = widths.iter().rev().find(|w| **w <= WIDEST_PX).or(widths.first());
        let format = picture.plain_format().to_owned();
        let file = file_name(picture, width.copied().unwrap_or(picture.width_px), &format);
        if let Some(known) = self.media.iter().find(|media| media.file == file) {
            return known.clone();
        }
        self.media.push(Media { file, number: self.media.len() + 1, format });
        self.media[self.media.len() - 1].clone()
    }

    fn drawing(&self, printed: &Printed, relation: &str) -> Element {
        let (cx, cy) = size(printed, &Paper::of(self.story), self.narrow);
        let (cx, cy) = (cx.to_string(), cy.to_string());
        let zero = |element: Element, names: [&'static str; 4]| {
            names.into_iter().fold(element, |element, name| element.attribute(name, "0"))
        };
        let extent = |name| empty(name).attribute("cx", cx.as_str()).attribute("cy", cy.as_str());
        zero(element("wp:inline"), ["distT", "distB", "distL", "distR"])
            .with([extent("wp:extent")])
            .with([zero(empty("wp:effectExtent"), ["l", "t", "r", "b"])])
            .with([self.described("wp:docPr", printed).with(decorative(printed))])
            .with([element("wp:cNvGraphicFramePr").with([empty("a:graphicFrameLocks")
                .attribute("xmlns:a", DRAWING)
                .attribute("noChangeAspect", "1")])])
            .with([element("a:graphic").attribute("xmlns:a", DRAWING).with([element(
                "a:graphicData",
            )
            .attribute("uri", PICTURE)
            .with([self.shape(printed, relation, extent("a:ext"))])])])
    }

    fn shape(&self, printed: &Printed, relation: &str, extent: Element) -> Element {
        let name = element("pic:nvPicPr")
            .with([self.described("pic:cNvPr", printed), element("pic:cNvPicPr")]);
        let fill = element("pic:blipFill")
            .with([empty("a:blip").attribute("r:embed", relation)])
            .with([element("a:stretch").with([empty("a:fillRect")])]);
        let place = element("a:xfrm")
            .with([empty("a:off").attribute("x", "0").attribute("y", "0"), extent]);
        let form = element("a:prstGeom").attribute("prst", "rect").with([empty("a:avLst")]);
        element("pic:pic").attribute("xmlns:pic", PICTURE).with([
            name,
            fill,
            element("pic:spPr").with([place, form]),
        ])
    }

    fn described(&self, name: &'static str, printed: &Printed) -> Element {
        element(name)
            .attribute("id", self.drawings.to_string())
            .attribute("name", format!("Picture {}", self.drawings))
            .attribute("descr", printed.alt_text())
    }
}

/// Says that a picture without alt text needs none.
fn decorative(printed: &Printed) -> Option<Element> {
    let says_nothing = printed.figure.decorative;
    says_nothing.then(|| {
        element("a:extLst").attribute("xmlns:a", DRAWING).with([element("a:ext")
            .attribute("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
            .with([empty("adec:decorative")
                .attribute("xmlns:adec", DECORATIVE)
                .attribute("val", "1")])])
    })
}

/// Width and height on paper in EMU: as wide as its role has it on a page, never higher than leaves
/// room for its caption, never blown up beyond 72 pixels to the inch.
fn size(printed: &Printed, paper: &Paper, narrow: bool) -> (u64, u64) {
    let text_width = u64::from(paper.text_width() * EMU);
    let share = match printed.role {
        Role::Thumbnail => 30,
        Role::Supporting => 60,
        Role::Inline if printed.gallery.is_some() => 75,
        Role::Inline | Role::Showcase | Role::Full => 100,
    };
    let tallest = u64::from(paper.height * EMU) / 2;
    let (own_width, own_height) = own_size(printed);
    let room = if narrow { 90 } else { 100 };
    let mut width = (text_width * share * room / 10_000).min(own_width * 12_700);
    let mut tall = width * own_height / own_width;
    if tall > tallest {
        (width, tall) = (tallest * own_width / own_height, tallest);
    }
    (width.max(1), tall.max(1))
}

fn own_size(printed: &Printed) -> (u64, u64) {
    let picture = printed.picture;
    let width = widths(picture).last().copied().unwrap_or(picture.width_px).max(1);
    (u64::from(width), u64::from(height(picture, width)))
}
