//! A card that says nothing: neither a title nor words. A reader who cannot open its address, or cannot
//! see it, has nothing of it; and posts are taken down.

use super::Level;
use super::found::Found;
use super::page::{Card, Page};

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.embeds.iter().filter(|card| says_nothing(card)).map(found).collect()
}

fn says_nothing(card: &Card) -> bool {
    card.embed.title.trim().is_empty() && card.embed.text.trim().is_empty()
}

fn found(card: &Card) -> Found {
    let address = card.embed.address.trim();
    let message = format!(
        "The card of {} has neither a title nor words. Write down what the post or the film says.",
        card.label
    );
    Found::new(Level::Warn, card.place(), address, message).param("target", address)
}
