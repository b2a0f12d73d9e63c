//! Taking names apart. A section is walked word by word; what stands between two separators is one
//! name, if it reads like one.

use super::sections::{Section, is_separator};
use super::words::*;

/// The names of a section.
pub fn names(section: &Section) -> Vec<String> {
    if let Some(names) = chinese(section) {
        return names;
    }
    let mut found: Vec<String> = Vec::new();
    let mut a_place_stands = false;
    for (index, piece) in pieces(section).into_iter().enumerate() {
        let place =
            piece.iter().position(|word| is(word, PLACE) || is_place_after(word, &section.by));
        let words = &piece[..place.unwrap_or(piece.len())];
        if let Some(last) = found.last_mut().filter(|_| is_suffix(words)) {
            last.push_str(", ");
            last.push_str(words[0]);
            continue;
        }
        // "in New York and New Delhi": what follows a place is another, unless it has its own.
        let after_a_place = a_place_stands && place.is_none();
        a_place_stands |= place.is_some();
        let said_by = index == 0 && !section.by.is_empty();
        found.extend(name(words, said_by).filter(|_| !after_a_place));
    }
    found
}

/// The words between separators.
fn pieces<'a>(section: &Section<'a>) -> Vec<Vec<&'a str>> {
    let words = with_letters_of_and(&section.words);
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let here = pieces.last().map_or(0, Vec::len);
        if word.chars().all(is_separator)
            || is(word, AND) && !is_particle_here(word, here)
            || parts(&words, at, here, &section.by)
        {
            pieces.push(Vec::new());
        } else if let Some(last) = pieces.last_mut() {
            last.push(word);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// "A" between names is Czech for "and"; at the head it is an initial.
fn is_particle_here(word: &str, before: usize) -> bool {
    word.eq_ignore_ascii_case("a") && (before < 2 || word == "A")
}

/// Whether "y", "e", "i" or "en" stands between two names: "Ana Ruiz y Luis Gil", not "Ortega y
/// Gasset". After a house's word it does too.
fn parts(words: &[&str], at: usize, before: usize, by: &str) -> bool {
    let word = words[at];
    if !is(word, PERHAPS_AND) || before < 2 || is_place_after(word, by) {
        return false;
    }
    let rest = &words[at + 1..];
    let end = rest.iter().position(|w| {
        w.chars().all(is_separator) || is(w, AND) || is(w, PERHAPS_AND) || is(w, PLACE)
    });
    let next = &rest[..end.unwrap_or(rest.len())];
    next.len() >= 2 || next.iter().any(|word| is(word, NOBODY))
}

/// "En" is "in" after the Spanish for "by", and "i" after the Nordic one.
fn is_place_after(word: &str, by: &str) -> bool {
    match by.split(' ').next_back().unwrap_or_default() {
        "por" | "de" | "texto" => is(word, &["en"]),
        "av" | "af" | "ved" => is(word, &["i"]),
        _ => false,
    }
}

/// Arabic "وسعيد" and Hebrew "ויוסי" after a whole name: the letter is a word of its own.
fn with_letters_of_and<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut out = Vec::with_capacity(words.len());
    let mut length = 0;
    for (at, word) in words.iter().enumerate() {
        let own = BEGIN_WITH_AND.contains(word);
        let letter = word.chars().next().filter(|c| matches!(c, 'و' | 'ו'));
        let goes_on = words.get(at + 1).is_some_and(|next| !next.chars().all(is_separator));
        match letter {
            Some(letter) if length >= 2 && goes_on && !own && word.chars().count() > 3 => {
                out.extend([&word[..letter.len_utf8()], &word[letter.len_utf8()..]]);
                length = 1;
            }
            _ => {
                length =
                    if word.chars().all(is_separator) || is(word, AND) { 0 } else { length + 1 };
                out.push(word);
            }
        }
    }
    out
}

fn is_suffix(words: &[&str]) -> bool {
    matches!(words, [only] if is(only, SUFFIXES))
}

/// The words as a name, if they are one. `said_by`: they follow a word for "by", so they may be in
/// small letters throughout.
fn name(words: &[&str], said_by: bool) -> Option<String> {
    let end = words.iter().position(|word| word.contains('@')).unwrap_or(words.len());
    let words = &words[..end];
    if let Some(name) = unspaced(words) {
        return Some(name);
    }
    let name = without_stop(&words.join(" "));
    is_person(words, &name, said_by).then_some(name)
}

/// A full stop ends the line, unless it ends an initial or a suffix.
fn without_stop(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let keeps = is(last, SUFFIXES) || last.chars().filter(|c| c.is_alphabetic()).count() == 1;
    if keeps { name.to_owned() } else { name.trim_end_matches('.').to_owned() }
}

/// A person has at least two words, each with a capital where the script has them, none of them a
/// desk's or an agency's word. Particles ("van", "de", "al") may be small.
fn is_person(words: &[&str], name: &str, said_by: bool) -> bool {
    let nobody = words.iter().any(|word| is(word.trim_end_matches('.'), NOBODY));
    let house = HOUSES.iter().any(|house| *house == name.to_lowercase());
    let sound = words.iter().all(|word| {
        word.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
    }) && !name.contains(|c: char| c.is_ascii_digit());
    let all_small = said_by && !name.contains(char::is_uppercase);
    let named = words.iter().all(|word| all_small || is_capitalised(word) || is(word, PARTICLES));
    words.len() >= 2
        && sound
        && named
        && !nobody
        && !house
        && words.iter().any(|w| all_small || is_capitalised(w))
}

/// "Ruiz", "O’Neill", "d’Arc", "al-Sayed"; and every word of a script without capitals.
fn is_capitalised(word: &str) -> bool {
    let mut parts = word.split(['-', '\'', '’', '‐', '‑']);
    parts.any(|part| part.chars().next().is_some_and(|first| !first.is_lowercase()))
}

/// A name in Han, kana or Hangul, written in one piece or two.
fn unspaced(words: &[&str]) -> Option<String> {
    let mut name = words.join(" ");
    if !name.chars().all(|c| is_unspaced(c) || c == ' ') {
        return None;
    }
    if words.len() > 1 && words.iter().any(|word| TITLES_UNSPACED.contains(word)) {
        name = words
            .iter()
            .filter(|word| !TITLES_UNSPACED.contains(word))
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
    }
    for title in TITLES_UNSPACED {
        name = name.trim_start_matches(title).trim_end_matches(title).trim().to_owned();
    }
    let length = name.chars().count();
    let house = NOBODY_UNSPACED.iter().any(|word| name.contains(word));
    ((2..=12).contains(&length) && !house).then_some(name)
}

/// After the Chinese word for "reporter" every word is a name of its own.
fn chinese(section: &Section) -> Option<Vec<String>> {
    let at =
        section.words.iter().position(|word| word.contains("记者") || word.contains("通讯员"))?;
    let after = section.words[at].rsplit(['者', '员']).next().filter(|rest| !rest.is_empty());
    let names = after.into_iter().chain(section.words[at + 1..].iter().copied());
    let names: Vec<String> = names.filter_map(|word| unspaced(&[word])).collect();
    (!names.is_empty()).then_some(names)
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

fn is(word: &str, list: &[&str]) -> bool {
    let small = word.to_lowercase();
    list.contains(&small.as_str())
}
