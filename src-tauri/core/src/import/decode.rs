//! Bytes to text. What cannot be known is guessed, and the guess is named.

use super::{ImportError, ImportNote, LIMIT_BYTES};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decodes `bytes`, with a note where the encoding was guessed.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<ImportNote>), ImportError> {
    if bytes.len() > LIMIT_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let (encoding, guess) = encoding(bytes)?;
    let text = encoding.decode(bytes).0.into_owned();
    let controls = text.chars().filter(|c| is_binary(*c)).count();
    if controls * 20 > text.chars().count() {
        return Err(ImportError::NotText);
    }
    Ok((text, guess.map(|certainty| note(encoding, certainty))))
}

/// The encoding, with how sure it is in percent when it was guessed.
fn encoding(bytes: &[u8]) -> Result<(&'static Encoding, Option<u32>), ImportError> {
    if is_known_file(bytes) {
        return Err(ImportError::NotText);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, None));
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return Ok((encoding, Some(90)));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok((UTF_8, None)),
        Err(_) if mostly_utf_8(bytes) => Ok((UTF_8, Some(90))),
        Err(_) => Ok((guess(bytes), Some(70))),
    }
}

/// Files that people drop by mistake, by their first bytes: JPEG, PNG, GIF, RIFF, TIFF, PDF, zip
/// (Word, Pages, OpenDocument), old Office, RTF, gzip.
fn is_known_file(bytes: &[u8]) -> bool {
    const STARTS: [&[u8]; 11] = [
        b"\xFF\xD8\xFF",
        b"\x89PNG",
        b"GIF8",
        b"RIFF",
        b"II*\0",
        b"MM\0*",
        b"%PDF-",
        b"PK\x03\x04",
        b"\xD0\xCF\x11\xE0",
        b"{\\rtf",
        b"\x1F\x8B",
    ];
    STARTS.iter().any(|start| bytes.starts_with(start))
}

/// In UTF-16, Latin text has a NUL in every other byte and none between.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4_096) & !1];
    let nuls = |start: usize| sample.iter().skip(start).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), sample.len() / 2);
    match () {
        () if half < 2 => None,
        () if odd * 2 > half && even * 20 < half => Some(UTF_16LE),
        () if even * 2 > half && odd * 20 < half => Some(UTF_16BE),
        () => None,
    }
}

/// A cut or damaged UTF-8 file is still UTF-8; read as anything else, every accent in it would break.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 3 * broken
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn is_binary(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}')
}

fn note(encoding: &'static Encoding, certainty: u32) -> ImportNote {
    let message = format!(
        "The text does not say how it is encoded; it was read as {}. Look at its accents and \
         quotation marks.",
        encoding.name()
    );
    ImportNote::whole("charset", message).certain(certainty)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, guessed: bool) {
        let (text, note) = decode(bytes).expect("the bytes are text");
        assert_eq!((text.as_str(), note.is_some()), (expected, guessed));
    }

    #[test]
    fn unicode_with_its_mark_is_not_a_guess() {
        check(b"\xEF\xBB\xBFBridge", "Bridge", false);
        check(b"\xFF\xFEB\0r\0", "Br", false);
        check(b"\xFE\xFF\0B\0r", "Br", false);
        check("Köprü".as_bytes(), "Köprü", false);
    }

    #[test]
    fn utf_16_without_its_mark_is_guessed() {
        check(b"B\0r\0i\0d\0g\0e\0", "Bridge", true);
        check(b"\0B\0r\0i\0d\0g\0e", "Bridge", true);
    }

    #[test]
    fn a_windows_text_is_guessed() {
        check(
            b"The mayor\x92s caf\xE9 said \x93no\x94 on Monday",
            "The mayor’s café said “no” on Monday",
            true,
        );
    }

    #[test]
    fn a_cut_utf_8_text_stays_utf_8() {
        let cut = &"şğıİöç Köprü".as_bytes()[..11];
        check(cut, "şğıİö\u{FFFD}", true);
    }

    #[test]
    fn pictures_and_binaries_are_refused() {
        assert_eq!(decode(b"\xFF\xD8\xFF\xE0rest").unwrap_err(), ImportError::NotText);
        assert_eq!(decode(b"\0\0\0\x01\0\x02\0\0").unwrap_err(), ImportError::NotText);
        assert_eq!(decode(b"{\\rtf1 Bridge}").unwrap_err(), ImportError::NotText);
    }

    #[test]
    fn a_text_over_the_limit_is_refused_with_its_size() {
        let bytes = vec![b'a'; LIMIT_BYTES + 1];
        assert_eq!(decode(&bytes).unwrap_err(), ImportError::TooLarge { bytes: LIMIT_BYTES + 1 });
    }
}
