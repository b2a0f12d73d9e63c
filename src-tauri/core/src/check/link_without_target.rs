//! Links that lead nowhere, or to something that a reader cannot open.

use super::Level;
use super::found::Found;
use super::links::{Link, links};
use super::page::{Card, MOST, Page, Passage, in_sentence};

pub(super) fn find(page: &Page) -> Vec<Found> {
    let typed = page.passages.iter().flat_map(|passage| {
        let broken = links(passage).into_iter().filter(|link| is_broken(passage, link));
        broken.take(MOST).map(move |link| found(passage, &link))
    });
    let cards = page.embeds.iter().filter(|card| !leads_somewhere(&card.embed.address));
    typed.chain(cards.map(card)).collect()
}

/// Nobody can follow a link whose words are nothing but space.
fn is_broken(passage: &Passage, link: &Link) -> bool {
    !leads_somewhere(link.href) || passage.text[link.range.clone()].trim().is_empty()
}

fn card(card: &Card) -> Found {
    let address = card.embed.address.trim();
    let message = match address {
        "" => format!(
            "The card of {} leads nowhere: give it the address of the post or the film.",
            card.label
        ),
        address => format!(
            "The card of {} leads to “{address}”, which is no address of a page.",
            card.label
        ),
    };
    Found::new(Level::Warn, card.place(), address, message).param("target", address)
}

/// An address of the web with a host, or of a person with an @.
fn leads_somewhere(href: &str) -> bool {
    let href = href.trim();
    let Some((scheme, rest)) = href.split_once(':') else { return false };
    if href.contains(char::is_whitespace) || href.contains(char::is_control) {
        return false;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//").unwrap_or_default();
            host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        }
        "mailto" => rest.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty()),
        _ => false,
    }
}

fn found(passage: &Passage, link: &Link) -> Found {
    let words = &passage.text[link.range.clone()];
    let place = in_sentence(&passage.label);
    let message = match link.href.trim() {
        _ if words.trim().is_empty() => {
            format!("A link in {place} stands on a space, where nobody can see it.")
        }
        "" | "#" => format!("The link “{words}” in {place} leads nowhere."),
        href => format!(
            "The link “{words}” in {place} leads to “{href}”, which is no address of a page or a mailbox."
        ),
    };
    let about = format!("{words}\n{}", link.href);
    Found::new(Level::Warn, passage.place(&link.range), &about, message)
        .param("words", words)
        .param("target", link.href)
}

#[cfg(test)]
mod tests {
    use super::leads_somewhere;

    fn check(href: &str, expected: bool) {
        assert_eq!(leads_somewhere(href), expected, "{href}");
    }

    #[test]
    fn addresses() {
        check("https://example.org/a?b#c", true);
        check("HTTP://example.org", true);
        check("mailto:desk@example.org", true);
    }

    #[test]
    fn dead_ends() {
        for href in [
            "",
            "#",
            "#top",
            "/bridge",
            "https://",
            "http:///x",
            "mailto:",
            "mailto:desk",
            "javascript:alert(1)",
            "file:///etc",
            "www.example.org",
            "https://exa mple.org",
        ] {
            check(href, false);
        }
    }
}
