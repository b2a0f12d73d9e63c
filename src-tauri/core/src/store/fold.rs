//! Text without case and accents, as the list searches in it. The migrations fold too.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds `text`: "Çağrı İLTER" and "cagri ilter" become the same.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let small = text.chars().flat_map(char::to_lowercase);
    for letter in small.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        match without_stroke(letter) {
            Some(plain) => out.push_str(plain),
            None => out.push(letter),
        }
    }
    out
}

/// The words of a filter, folded.
pub fn folded_words(filter: &str) -> Vec<String> {
    folded(filter).split_whitespace().map(str::to_owned).collect()
}

/// Letters that Unicode does not take apart, but that people leave out when they search.
fn without_stroke(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::folded;

    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text), expected);
    }

    #[test]
    fn case_and_accents_go() {
        check("Çağrı İLTER", "cagri ilter");
        check("Łódź, Straße, Ærø", "lodz, strasse, aero");
    }

    #[test]
    fn other_scripts_stay() {
        check("ТРАМ 東京", "трам 東京");
    }
}
