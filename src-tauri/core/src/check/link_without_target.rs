//! Links that lead nowhere, or to something that a reader cannot open.

use super::Level;
use super::found::Found;
use super::page::{MOST, Page, Passage, in_sentence};
use crate::story::{Inline, Mark, plain};
use std::ops::Range;

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.passages
        .iter()
        .flat_map(|passage| {
            let broken = links(passage).into_iter().filter(|link| !leads_somewhere(link.href));
            broken.take(MOST).map(move |link| found(passage, &link))
        })
        .collect()
}

struct Link<'a> {
    href: &'a str,
    range: Range<usize>,
}

/// The links of a passage. One link is often several pieces, part of it in italics.
fn links<'a>(passage: &Passage<'a>) -> Vec<Link<'a>> {
    let mut links: Vec<Link> = Vec::new();
    let mut at = 0;
    for inline in passage.run.content {
        let end = at + plain(std::slice::from_ref(inline)).len();
        if let Some(href) = href(inline) {
            match links.last_mut().filter(|last| last.href == href && last.range.end == at) {
                Some(last) => last.range.end = end,
                None => links.push(Link { href, range: at..end }),
            }
        }
        at = end;
    }
    links
}

fn href(inline: &Inline) -> Option<&str> {
    let Inline::Text(text) = inline else { return None };
    text.marks.iter().find_map(|mark| match mark {
        Mark::Link { href, .. } => Some(href.as_str()),
        _ => None,
    })
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
