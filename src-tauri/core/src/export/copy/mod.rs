//! The story as copy that is pasted into another system: rich text, WordPress blocks, HTML, Markdown,
//! plain text as agencies send it.
//!
//! Promises: every photo that prints has its printed credit in every form, with or without caption;
//! text stays text, whatever signs a form reads as markup; the same story gives the same text.
//! What a form cannot hold is said in [`Copy::notes`].
//!
//! [`flow`] reads the story once for all forms. To add a form: a file beside it that writes a
//! [`Flow`].

mod blocks;
mod flow;
mod fragment;
mod front_matter;
mod markdown;
mod marked;
mod notes;
mod spans;
mod wire;

use super::printed::widths;
use super::{PagePicture, PageStory, Prepared, file_name};
use flow::{Flow, Picture};
use std::collections::BTreeMap;
pub use wire::Wire;

/// A story as copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub text: String,
    /// The headline without its marks, for the field that a system has for it.
    pub headline: String,
    /// How many photos print with it.
    pub photos: usize,
    /// How many of them have a credit.
    pub credits: usize,
    /// What the form does not carry, a sentence each.
    pub notes: Vec<String>,
}

/// Rich text as a clipboard holds it: a page of HTML whose pictures lie inside. `pictures` has the
/// address of each file, as "data:image/jpeg;base64,…", by the name that [`picture_file`] gives; a
/// file that is not there leaves its caption and its credit.
pub fn rich_text(story: &PageStory, pictures: &BTreeMap<String, String>) -> Copy {
    written(story, |page, flow| (fragment::rich(page, flow, pictures), notes::of_rich_text(flow)))
}

/// Blocks of WordPress's editor. Pictures lie where the exported folder has them.
pub fn wordpress(story: &PageStory) -> Copy {
    written(story, |page, flow| (blocks::blocks(page, flow), notes::of_blocks(page, flow)))
}

/// HTML for a field that takes it. Pictures lie where the exported folder has them.
pub fn html(story: &PageStory) -> Copy {
    written(story, |page, flow| (fragment::fragment(page, flow), notes::of_files(page, flow)))
}

/// CommonMark with tables as GitHub writes them. Pictures lie where the exported folder has them.
pub fn markdown(story: &PageStory) -> Copy {
    written(story, |page, flow| (markdown::story(page, flow), notes::of_markdown(page, flow)))
}

/// As [`markdown`], with the headline and what else a site generator asks for in front of it, as YAML.
pub fn markdown_with_front_matter(story: &PageStory) -> Copy {
    written(story, |page, flow| {
        let text = front_matter::front_matter(page, flow) + &markdown::body(page, flow);
        (text, notes::of_markdown(page, flow))
    })
}

/// Plain text as agencies send it, with captions and credits after the story.
pub fn wire(story: &PageStory, how: Wire) -> Copy {
    written(story, |page, flow| (wire::wire(page, flow, how), notes::of_wire(flow)))
}

/// The width in pixels of the file that copy names for a picture: systems that make their own sizes want
/// a large one, and Ghost and WordPress keep what is written into files up to 2000 and 2560.
pub const FILE_WIDTH_PX: u32 = 1600;

/// The file that copy names for a picture: the widest up to [`FILE_WIDTH_PX`] in the format that
/// everybody opens, seen from the exported folder.
pub fn picture_file(picture: &PagePicture) -> String {
    file_name(picture, file_width(picture), picture.plain_format())
}

fn file_width(picture: &PagePicture) -> u32 {
    let widths = widths(picture);
    let fits = widths.iter().rev().find(|width| **width <= FILE_WIDTH_PX);
    fits.or(widths.first()).copied().unwrap_or(picture.width_px)
}

fn written(
    story: &PageStory,
    form: impl FnOnce(&Prepared, &Flow) -> (String, Vec<String>),
) -> Copy {
    let page = Prepared::new(story);
    let flow = Flow::of(&page);
    let (text, notes) = form(&page, &flow);
    let pictures = flow.pictures();
    let credited = |picture: &&&Picture| !picture.credit.is_empty();
    Copy {
        text,
        headline: spans::plain(&flow.headline),
        photos: pictures.len(),
        credits: pictures.iter().filter(credited).count(),
        notes,
    }
}
