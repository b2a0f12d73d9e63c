//! Addresses that carry marks of who sends a reader there. A page does not need them, and they tell on
//! the newsroom ("utm_source=internal") and on its readers.

use super::Level;
use super::found::Found;
use super::links::Link;
use super::links::links;
use super::page::{Card, MOST, Page, Passage, in_sentence};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let typed = page.passages.iter().flat_map(|passage| {
        let tracked = links(passage).into_iter().take(MOST);
        tracked.filter_map(move |link| in_text(passage, &link))
    });
    typed.chain(page.embeds.iter().filter_map(in_card)).collect()
}

fn in_text(passage: &Passage, link: &Link) -> Option<Found> {
    let clean = cleaned(link.href)?;
    let words = &passage.text[link.range.clone()];
    let message = format!(
        "The link “{words}” in {} carries marks for tracking. Without them it is {clean}",
        in_sentence(&passage.label)
    );
    let about = format!("{words}\n{}", link.href);
    let found = Found::new(Level::Note, passage.place(&link.range), &about, message);
    Some(found.param("words", words).param("target", link.href).param("clean", clean))
}

fn in_card(card: &Card) -> Option<Found> {
    let clean = cleaned(&card.embed.address)?;
    let message = format!(
        "The address of {} carries marks for tracking. Without them it is {clean}",
        card.label
    );
    let found = Found::new(Level::Note, card.place(), &card.embed.address, message);
    Some(found.param("target", card.embed.address.as_str()).param("clean", clean))
}

/// The address without what only tracks; `None` when there is nothing of it.
fn cleaned(address: &str) -> Option<String> {
    let (before, after) = address.split_once('?')?;
    let (query, fragment) = after.split_once('#').map_or((after, None), |(q, f)| (q, Some(f)));
    let kept: Vec<&str> = query.split('&').filter(|part| !is_tracking(part)).collect();
    if kept.len() == query.split('&').count() {
        return None;
    }
    let mut clean = before.to_owned();
    if !kept.is_empty() {
        clean = format!("{clean}?{}", kept.join("&"));
    }
    Some(fragment.map_or(clean.clone(), |fragment| format!("{clean}#{fragment}")))
}

fn is_tracking(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

/// What advertising networks, social sites and mailing houses hang on addresses. Names that pages also
/// use for their own ends ("ref", "source", "cid") are not among them.
const TRACKING: [&str; 27] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "epik",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "vero_id",
    "oly_anon_id",
    "oly_enc_id",
    "wickedid",
    "ref_src",
    "s_kwcid",
    "__twitter_impression",
];

#[cfg(test)]
mod tests {
    use super::cleaned;

    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(cleaned(address).as_deref(), expected, "{address}");
    }

    #[test]
    fn what_tracks_goes_and_the_rest_stays() {
        check("https://a.org/x?utm_source=m&id=4#top", Some("https://a.org/x?id=4#top"));
        check("https://a.org/?fbclid=1", Some("https://a.org/"));
        check("https://a.org/?UTM_Medium=1&gclid=2", Some("https://a.org/"));
        check("https://a.org/?id=4&ref=home", None);
        check("https://a.org/fbclid", None);
        check("https://a.org/?", None);
    }
}
