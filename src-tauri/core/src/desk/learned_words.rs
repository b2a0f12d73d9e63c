//! The desk's own dictionary: names and words that the spelling check does not know.

use super::Desk;
use super::contract::{Changed, Done, LearnedWord, Nothing};
use super::dispatch::quoted;
use super::error::DeskError;
use super::failure::Failure;
use super::typed::clean;
use crate::store::learned_word;
use unicode_normalization::UnicodeNormalization;

const LONGEST: usize = 60;
const MOST: usize = 50_000;

impl Desk {
    /// Every learned word, in the order of the letters.
    pub fn learned_words(&self, _: Nothing) -> Result<Vec<LearnedWord>, Failure> {
        let words = self.read(|db| Ok(learned_word::all(db)?))?;
        Ok(words.into_iter().map(|word| LearnedWord { word }).collect())
    }

    /// Learns a word as it is written. One that is known already stays.
    pub fn learn_word(&self, request: LearnedWord) -> Result<Done<Nothing>, Failure> {
        let word = learnable(&request.word)?;
        self.write(move |db| {
            let new = learned_word::put(db, &word)?;
            let count = usize::try_from(learned_word::count(db)?).unwrap_or(usize::MAX);
            match count > MOST {
                true => Err(DeskError::TooMany { what: "learned words", limit: MOST }.into()),
                false => Ok((Nothing {}, new.then_some(Changed::Words).into_iter().collect())),
            }
        })
    }

    /// Forgets a word. One that is not known changes nothing.
    pub fn forget_word(&self, request: LearnedWord) -> Result<Done<Nothing>, Failure> {
        let word: String = request.word.trim().nfc().collect();
        self.write(move |db| {
            let gone = learned_word::remove(db, &word)?;
            Ok((Nothing {}, gone.then_some(Changed::Words).into_iter().collect()))
        })
    }
}

/// One word with a letter in it. Hyphens and apostrophes are part of words.
fn learnable(typed: &str) -> Result<String, DeskError> {
    let word: String = typed.trim().nfc().collect();
    let fits = word.chars().count() <= LONGEST
        && word.chars().any(char::is_alphabetic)
        && !word.contains(char::is_whitespace)
        && clean(&word) == word;
    if fits { Ok(word) } else { Err(DeskError::BadWord(quoted(typed))) }
}

#[cfg(test)]
mod tests {
    use super::learnable;

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(learnable(typed).ok().as_deref(), expected, "{typed}");
    }

    #[test]
    fn a_word_is_one_word_with_a_letter_in_it() {
        check(" Çelik ", Some("Çelik"));
        check("C\u{327}elik", Some("Çelik"));
        check("O’Neill", Some("O’Neill"));
        check("Boutros-Ghali", Some("Boutros-Ghali"));
        check("東京", Some("東京"));
        check("Duran Duran", None);
        check("a\u{0}b", None);
        check("a\u{202E}b", None);
        check("1984", None);
        check("", None);
        check(&"a".repeat(61), None);
    }
}
