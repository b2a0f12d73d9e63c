//! Addresses: what may become a link, where the page will stand, and the name it stands under.

use deunicode::deunicode_char;
use percent_encoding::{CONTROLS, utf8_percent_encode};

/// Longest URL name in bytes.
const MAX_NAME: usize = 80;

/// Names that Windows keeps for devices; a folder cannot be called so
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>).
const RESERVED: [&str; 24] = [
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The address as a page may carry it, or `None` when it may not be a link: only http, https and
/// mailto are. What browsers drop from an address goes first, so that a tab cannot hide a scheme;
/// characters that an address cannot hold are percent-encoded.
pub fn link(typed: &str) -> Option<String> {
    let typed: String = typed.trim().chars().filter(|c| !c.is_control()).collect();
    let (scheme, rest) = typed.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        scheme @ ("http" | "https") => {
            let rest = rest.strip_prefix("//")?;
            host_is_sound(rest).then(|| format!("{scheme}://{}", encode(rest)))
        }
        "mailto" if rest.contains('@') => Some(format!("mailto:{}", encode(rest))),
        _ => None,
    }
}

/// As [`link`], for addresses of pages only.
pub fn web(typed: &str) -> Option<String> {
    link(typed).filter(|address| !address.starts_with("mailto:"))
}

/// The address in ASCII, as a URI wants it (RFC 3986, 2.5); [`link`] leaves other letters as readers
/// know them.
pub fn uri(address: &str) -> String {
    utf8_percent_encode(address, CONTROLS).to_string()
}

/// The part up to the path: not empty, and nothing in it that no host has.
fn host_is_sound(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    !name.is_empty()
        && !name.starts_with('.')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
        && host.split_once(':').is_none_or(|(_, port)| port.chars().all(|c| c.is_ascii_digit()))
}

/// Encodes what RFC 3986 leaves out, and a `%` that begins no code. A second `#` too.
fn encode(rest: &str) -> String {
    let mut out = String::with_capacity(rest.len());
    let mut in_fragment = false;
    for (at, c) in rest.char_indices() {
        let forbidden = match c {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '[' | ']' => true,
            '%' => !rest.as_bytes().get(at + 1..at + 3).is_some_and(is_hex),
            '#' => std::mem::replace(&mut in_fragment, true),
            _ => c.is_whitespace() || !super::text::allowed(c),
        };
        if forbidden {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|b| out.push_str(&format!("%{b:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

fn is_hex(digits: &[u8]) -> bool {
    digits.iter().all(u8::is_ascii_hexdigit)
}

/// The public name of a story, made from its headline: `[a-z0-9-]`, at most 80 bytes, cut between
/// words, never empty and never a name that a system keeps for itself. Other scripts are written in
/// Latin letters.
pub fn url_name(headline: &str) -> String {
    let latin = latin(headline);
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        let word = &word[..word.len().min(MAX_NAME)];
        let dash = usize::from(!name.is_empty());
        if name.len() + dash + word.len() > MAX_NAME {
            break;
        }
        name.push_str(&"-"[..dash]);
        name.push_str(word);
    }
    match name.as_str() {
        "" => "story".to_owned(),
        reserved if RESERVED.contains(&reserved) => format!("{reserved}-story"),
        _ => name,
    }
}

/// Small Latin letters; apostrophes go without a trace ("O’Brien" is one word), and so do
/// quotation marks and primes, which deunicode would write as letters or commas.
fn latin(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′'))
        .map(|c| deunicode_char(c).unwrap_or(" "))
        .collect::<String>()
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(headline: &str, expected: &str) {
        assert_eq!(url_name(headline), expected, "{headline}");
    }

    #[test]
    fn a_headline_becomes_a_name() {
        name("Bridge reopens after two winters", "bridge-reopens-after-two-winters");
        name("5\" pipe <b>\"O’Brien & Sons\"</b>", "5-pipe-b-obrien-sons-b");
        name("  Tramvay: İstanbul’da ışıklar söndü…", "tramvay-istanbulda-isiklar-sondu");
        name("ÅÄÖ – Straße", "aao-strasse");
    }

    #[test]
    fn other_scripts_are_written_in_latin_letters() {
        assert!(url_name("الجسر يفتح من جديد").starts_with("ljsr"));
        name("橋が再開", "qiao-gazai-kai");
    }

    #[test]
    fn a_name_is_never_empty_or_reserved() {
        name("", "story");
        name("…?!", "story");
        name("CON", "con-story");
        name("Nul.", "nul-story");
        name("Lpt1", "lpt1-story");
        name("Console", "console");
    }

    #[test]
    fn a_long_headline_is_cut_between_words() {
        let long = url_name(&"seventeen letters ".repeat(20));
        assert_eq!(long, "seventeen-letters-seventeen-letters-seventeen-letters-seventeen-letters");
        assert_eq!(url_name(&"x".repeat(300)).len(), MAX_NAME);
    }

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(link(typed).as_deref(), expected, "{typed}");
    }

    #[test]
    fn web_and_mail_addresses_are_links() {
        check("https://example.org/a?b=c&d#e", Some("https://example.org/a?b=c&d#e"));
        check(" HTTP://example.org ", Some("http://example.org"));
        check("mailto:desk@example.org", Some("mailto:desk@example.org"));
        check("https://user@example.org:8080/", Some("https://user@example.org:8080/"));
        check("https://örnek.org/ışık", Some("https://örnek.org/ışık"));
    }

    #[test]
    fn nothing_else_is_a_link() {
        check("javascript:alert(1)", None);
        check("java\nscript:alert(1)", None);
        check(" \u{1}javascript:alert(1)", None);
        check("data:text/html,x", None);
        check("vbscript:x", None);
        check("file:///etc/passwd", None);
        check("//example.org", None);
        check("example.org", None);
        check("https://", None);
        check("https:///path", None);
        check("http://exa mple.org/", None);
        check("https://example.org:port/", None);
        check("mailto:", None);
        check("", None);
    }

    #[test]
    fn what_an_address_cannot_hold_is_encoded() {
        check("https://example.org/a b\"<c>", Some("https://example.org/a%20b%22%3Cc%3E"));
        check("https://example.org/100%", Some("https://example.org/100%25"));
        check("https://example.org/%20", Some("https://example.org/%20"));
        check("https://example.org/#a#b", Some("https://example.org/#a%23b"));
        check("https://example.org/a[1]|\\", Some("https://example.org/a%5B1%5D%7C%5C"));
    }
}
