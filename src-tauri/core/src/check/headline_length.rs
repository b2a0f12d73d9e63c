//! Headlines and a standfirst over the desk's lengths. Lengths guide: this is never something to mend.

use super::Level;
use super::found::Found;
use super::page::{Page, Passage, in_sentence};
use crate::story::Part;
use unicode_segmentation::UnicodeSegmentation;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let too_long = page.passages.iter().filter_map(|passage| {
        let limit = limit(page, passage.run.part)?;
        let length = u32::try_from(passage.text.graphemes(true).count()).unwrap_or(u32::MAX);
        (length > limit).then(|| found(passage, length, limit))
    });
    too_long.collect()
}

fn limit(page: &Page, part: Part) -> Option<u32> {
    let lengths = &page.house.lengths;
    match part {
        Part::Headline => lengths.headline,
        Part::WebHeadline => lengths.web_headline,
        Part::SocialHeadline => lengths.social_headline,
        Part::PrintHeadline => lengths.print_headline,
        Part::Standfirst => lengths.standfirst,
        _ => None,
    }
}

fn found(passage: &Passage, length: u32, limit: u32) -> Found {
    let part = in_sentence(&passage.label);
    let message =
        format!("T{} has {length} characters; this desk wants at most {limit}.", &part[1..]);
    Found::new(Level::Note, passage.place(&(0..passage.text.len())), "", message)
        .param("length", length.to_string())
        .param("limit", limit.to_string())
}
