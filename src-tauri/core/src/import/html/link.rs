//! Where a link leads: redirects of mail programs and search engines are taken off, marks that only
//! count readers too. Only http, https and mailto stay.

use percent_encoding::percent_decode_str;

/// What became of a link's address.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Address {
    /// As it may be followed.
    Kept { href: String, unwrapped: bool, tracking: bool },
    /// Leads to another place of the same page.
    Inside,
    /// Is none that a story may have.
    Refused,
}

/// Longer addresses are nobody's.
const MAX_BYTES: usize = 8_000;

/// Addresses that only lead on to the one in a parameter: the end of the host, how the path begins,
/// the parameter.
const REDIRECTS: [(&str, &str, &str); 6] = [
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("l.instagram.com", "/", "u"),
];

/// Parameters that say by which way a reader came.
const TRACKING: [&str; 8] =
    ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_hsenc"];

pub(super) fn address(href: &str) -> Address {
    let bare: String = href.chars().filter(|c| !is_control(*c)).collect();
    let bare = bare.trim();
    if bare.starts_with('#') {
        return Address::Inside;
    }
    let mut address = bare.to_owned();
    let mut unwrapped = false;
    // A redirect may lead to a redirect, but not for ever.
    for _ in 0..4 {
        let Some(inner) = redirected(&address) else { break };
        address = inner;
        unwrapped = true;
    }
    let (address, tracking) = without_tracking(&address);
    match is_allowed(&address) {
        true => Address::Kept { href: address, unwrapped, tracking },
        false => Address::Refused,
    }
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The same question as the editor's and the export's.
fn is_allowed(address: &str) -> bool {
    let small = address.get(..8.min(address.len())).map(str::to_ascii_lowercase);
    let Some(small) = small.filter(|_| address.len() <= MAX_BYTES) else { return false };
    let after = |scheme: &str| {
        small.starts_with(scheme).then(|| address[scheme.len()..].chars().next()).flatten()
    };
    let host = after("https://").or_else(|| after("http://"));
    host.is_some_and(|c| !c.is_whitespace() && c != '/')
        || after("mailto:").is_some_and(|c| !c.is_whitespace())
}

fn redirected(address: &str) -> Option<String> {
    if let Some(inner) = proofpoint(address) {
        return Some(inner);
    }
    let (_, rest) = address.split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    let host = host.to_ascii_lowercase();
    REDIRECTS.iter().find_map(|(end, start, parameter)| {
        let same = host == *end || host.strip_suffix(end).is_some_and(|sub| sub.ends_with('.'));
        if !same || !path.starts_with(start) {
            return None;
        }
        let query = path.split_once('?')?.1;
        let value =
            parameters(query).find_map(|part| part.strip_prefix(&format!("{parameter}=")))?;
        let inner = percent_decode_str(value).decode_utf8().ok()?.into_owned();
        is_allowed(&inner).then_some(inner)
    })
}

/// `https://urldefense.com/v3/__https://example.org/a__;!!x`. Where characters of the address were
/// replaced by stars, it stays as it is.
fn proofpoint(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://urldefense.com/v3/__")?;
    let (inner, _) = rest.split_once("__;")?;
    (is_allowed(inner) && !inner.contains('*')).then(|| inner.to_owned())
}

fn parameters(query: &str) -> impl Iterator<Item = &str> {
    query.split('#').next().unwrap_or_default().split('&')
}

fn without_tracking(address: &str) -> (String, bool) {
    let (before, fragment) = match address.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment)),
        None => (address, None),
    };
    let Some((path, query)) = before.split_once('?') else { return (address.to_owned(), false) };
    let kept: Vec<&str> = query.split('&').filter(|part| !is_tracking(part)).collect();
    if kept.len() == query.split('&').count() {
        return (address.to_owned(), false);
    }
    let mut clean = path.to_owned();
    if !kept.is_empty() {
        clean = format!("{clean}?{}", kept.join("&"));
    }
    if let Some(fragment) = fragment {
        clean = format!("{clean}#{fragment}");
    }
    (clean, true)
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(href: &str, expected: &str) {
        match address(href) {
            Address::Kept { href, .. } => assert_eq!(href, expected),
            other => panic!("{href}: {other:?}"),
        }
    }

    #[test]
    fn redirects_are_taken_off() {
        check(
            "https://www.google.com/url?q=https://example.org/a?b%3D1%26c%3D2&sa=D&source=editors",
            "https://example.org/a?b=1&c=2",
        );
        check(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05",
            "https://example.org/a",
        );
        check("https://urldefense.com/v3/__https://example.org/a__;!!x$", "https://example.org/a");
        check(
            "https://www.google.com/url?q=javascript:x()",
            "https://www.google.com/url?q=javascript:x()",
        );
    }

    #[test]
    fn marks_that_count_readers_go() {
        check(
            "https://example.org/a?utm_source=x&id=4&UTM_medium=y#top",
            "https://example.org/a?id=4#top",
        );
        check("https://example.org/a?utm_source=x", "https://example.org/a");
        check("https://example.org/a?b=1", "https://example.org/a?b=1");
    }

    #[test]
    fn only_three_schemes_stay() {
        check(" https://example.org ", "https://example.org");
        check("mailto:ada@example.org", "mailto:ada@example.org");
        for href in [
            "javascript:x()",
            " java\tscript:x()",
            "data:text/html,x",
            "file:///etc",
            "//x",
            "/x",
            "",
            "https://",
            "https:///x",
            "é",
        ] {
            assert_eq!(address(href), Address::Refused, "{href}");
        }
        assert_eq!(address("#_ftn1"), Address::Inside);
    }
}
