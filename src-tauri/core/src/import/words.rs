//! Small measures of a line of copy: its words, its sentences, how it ends.

use regex::Regex;
use std::sync::LazyLock;

/// Agencies whose bare name is enough to know a credit or a sign-off by.
pub(super) const AGENCIES: &str = "AA|Anadolu|Anadolu Agency|AFP|Agence France-Presse|ANP|ANSA|\
    AP|Associated Press|The Associated Press|APA|Belga|Bloomberg|CP|Canadian Press|DHA|dpa|DPA|\
    EFE|EPA|EPA-EFE|Getty|Getty Images|IANS|IHA|İHA|Keystone|Kyodo|Kyodo News|Lusa|MENA|NTB|PA|\
    PA Media|PA Wire|PAP|PTI|Press Association|REUTERS|Reuters|Ritzau|Shutterstock|SIPA|SPA|STT|\
    TASS|TT|UPI|WAM|Xinhua|Yonhap|ZUMA|وكالات|رويترز|فرانس برس|الأناضول";

/// Compiles a rule of this room, once for each rule.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns are constants, and a case runs each of them")
}

/// How many words; a script written without spaces counts two characters as a word.
pub(super) fn words(text: &str) -> usize {
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    unspaced / 2 + text.split_whitespace().filter(|word| !word.chars().all(is_unspaced)).count()
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{0E00}'..='\u{0E7F}')
}

/// Ends like a sentence. "U.S." at the end is an abbreviation and not an end, and a question is one
/// only inside quotation marks: crossheads ask questions.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(CLOSERS);
    let quoted = bare.len() < text.len();
    match bare.chars().next_back() {
        Some('.') => !ends_with_initials(bare),
        Some('…' | '!' | '。' | '！' | '۔' | '।') => true,
        Some('?' | '？' | '؟') => quoted,
        _ => false,
    }
}

const CLOSERS: &[char] = &['"', '”', '’', '\'', '»', ')', ']', '」', '』'];

fn ends_with_initials(text: &str) -> bool {
    static INITIALS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(^|\s)(\p{Lu}\.){2,}$"));
    INITIALS.is_match(text)
}

/// "1 line", "3 lines".
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// How many sentences, taking no abbreviation for an end.
pub(super) fn sentences(text: &str) -> usize {
    static END: LazyLock<Regex> =
        LazyLock::new(|| pattern(r#"([\p{L}\p{N}]+)[.!?…]["”’»)]*\s+["“‘«(]*[\p{Lu}\p{N}]"#));
    static SHORT: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Gen|Col|Capt|Lt|Sgt|Prof|Rev|No|vs|Jr|Sr|\\p{Lu})$")
    });
    1 + END.captures_iter(text).filter(|found| !SHORT.is_match(&found[1])).count()
}

/// A quotation mark, single or double, that opens or closes speech.
pub(super) fn has_quotes(text: &str) -> bool {
    text.contains(['"', '“', '”', '„', '«', '»', '「'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agencies_compile() {
        assert!(Regex::new(AGENCIES).is_ok());
    }

    #[test]
    fn initials_end_no_sentence() {
        assert!(!ends_a_sentence("in Charlotte, North Carolina, U.S."));
        assert!(ends_a_sentence("It has been mended."));
        assert!(ends_a_sentence("“Has it been mended?”"));
        assert!(!ends_a_sentence("Has it been mended?"));
        assert!(!ends_a_sentence("A bridge mended"));
    }

    #[test]
    fn abbreviations_are_no_sentences() {
        assert_eq!(sentences("U.S. President J. Doe met Dr. Roe. They talked."), 2);
        assert_eq!(sentences("One bridge."), 1);
    }

    #[test]
    fn unspaced_scripts_have_words() {
        assert_eq!(words("橋が再開する"), 3);
        assert_eq!(words("The bridge is open"), 4);
    }
}
