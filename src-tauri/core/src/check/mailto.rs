//! A link that opens a mail program and does not say so. Many readers have none set up, and cannot see
//! the address then.

use super::Level;
use super::found::Found;
use super::links::{Link, links};
use super::page::{MOST, Page, Passage, in_sentence};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let hidden = page.passages.iter().flat_map(|passage| {
        let links = links(passage).into_iter().take(MOST);
        links.filter_map(move |link| found(passage, &link))
    });
    hidden.collect()
}

fn found(passage: &Passage, link: &Link) -> Option<Found> {
    let mailbox = mailbox(link.href)?;
    let words = &passage.text[link.range.clone()];
    if passage.text.to_lowercase().contains(&mailbox.to_lowercase()) {
        return None;
    }
    let message = format!(
        "The link “{words}” in {} opens a mail program; write out {mailbox} for readers who have none.",
        in_sentence(&passage.label)
    );
    let found = Found::new(Level::Note, passage.place(&link.range), words, message);
    Some(found.param("words", words).param("mailbox", mailbox))
}

/// The address of the mailbox, if the link has one.
fn mailbox(href: &str) -> Option<&str> {
    let (scheme, rest) = href.trim().split_once(':')?;
    let mailbox = rest.split('?').next().unwrap_or_default();
    let is_one = mailbox.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty());
    (scheme.eq_ignore_ascii_case("mailto") && is_one).then_some(mailbox)
}
