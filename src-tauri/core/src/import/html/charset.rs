//! The bytes of a clipboard's HTML as text: by their byte order mark, by where their zeros lie, by
//! what the page says of itself, and as UTF-8 else. The head that Windows puts before it is taken off.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far a page is looked through for what it says of itself, as browsers do.
const HEAD_BYTES: usize = 1_024;

/// The text of `bytes`. What cannot be read stands as U+FFFD.
pub fn html_text(bytes: &[u8]) -> String {
    let text = encoding(bytes).decode(bytes).0;
    let text = text.trim_end_matches('\0');
    without_windows_head(text).to_owned()
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    match bytes {
        // HTML begins with a letter of ASCII, or Windows' head does.
        [0, c, 0, _, ..] if *c != 0 => UTF_16BE,
        [c, 0, _, 0, ..] if *c != 0 => UTF_16LE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => declared(bytes).unwrap_or(UTF_8),
    }
}

/// `<meta charset=…>`, or the same inside a `content`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    Encoding::for_label(&rest.as_bytes()[..end.unwrap_or(rest.len())])
}

/// "Version:0.9", "StartHTML:…" and the like, a line each.
/// <https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format>
fn without_windows_head(text: &str) -> &str {
    let is_head = text.starts_with("Version:") && text.contains("StartHTML:");
    match text.find('<') {
        Some(start) if is_head => &text[start..],
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(html_text(bytes), expected);
    }

    #[test]
    fn every_form_of_unicode_is_read() {
        let utf_16 = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
        let little: Vec<u8> = utf_16("<p>é").into_iter().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = utf_16("<p>é").into_iter().flat_map(u16::to_be_bytes).collect();
        check("<p>é".as_bytes(), "<p>é");
        check(&little, "<p>é");
        check(&big, "<p>é");
        check(&[&[0xFF, 0xFE], &little[..]].concat(), "<p>é");
        check(&[&[0xEF, 0xBB, 0xBF], "<p>é".as_bytes()].concat(), "<p>é");
        check(b"<p>a\0", "<p>a");
    }

    #[test]
    fn a_page_says_its_own() {
        check(b"<meta charset=\"windows-1254\"><p>\xFD", "<meta charset=\"windows-1254\"><p>ı");
        check(b"<p>\xFF", "<p>\u{FFFD}");
    }

    #[test]
    fn the_head_of_windows_goes() {
        let head = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n";
        check(format!("{head}<html><p>a").as_bytes(), "<html><p>a");
        check(b"Version: <p>a", "Version: <p>a");
    }
}
