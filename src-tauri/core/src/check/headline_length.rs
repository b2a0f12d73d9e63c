//! A headline over the desk's limit. Lengths guide: this is never something to mend.

use super::Level;
use super::found::Found;
use super::page::Page;
use crate::story::Part;
use unicode_segmentation::UnicodeSegmentation;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let limit = page.limits.headline;
    let headlines = page.passages.iter().filter(|passage| passage.run.part == Part::Headline);
    let too_long = headlines.filter_map(|headline| {
        let length = u32::try_from(headline.text.graphemes(true).count()).unwrap_or(u32::MAX);
        (length > limit).then_some((headline, length))
    });
    too_long
        .map(|(headline, length)| {
            let message =
                format!("The headline has {length} characters; this desk wants at most {limit}.");
            let place = headline.place(&(0..headline.text.len()));
            Found::new(Level::Note, place, "", message)
                .param("length", length.to_string())
                .param("limit", limit.to_string())
        })
        .collect()
}
