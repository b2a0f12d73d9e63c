//! What the desk has written before, for whoever begins to type.
//!
//! The history is the desk's own: what stands in the field for every photo, and for photographers the
//! names in bylines too. Nothing is learned from elsewhere, and nothing is kept for it.

use super::Desk;
use super::contract::Suggest;
use super::failure::Failure;
use super::words::word;
use crate::photo::{Carrier, Fact, Facts, Field, tidied};
use crate::store::fold::folded;
use crate::store::{photo_fact, story};
use crate::story::people;
use std::collections::HashMap;

/// More are never shown.
const MOST: usize = 20;

/// Longer texts are not names of anything.
const LONGEST: usize = 200;

impl Desk {
    /// Values of a field in which a word begins like what is typed, the commonest first, then the
    /// newest. Accents and case do not count; spellings of one name are one suggestion.
    pub fn suggest(&self, request: Suggest) -> Result<Vec<String>, Failure> {
        let Suggest { field, typed, limit } = request;
        let limit = usize::try_from(limit).unwrap_or(MOST).min(MOST);
        let mut history = History::of(field);
        self.read(|db| {
            photo_fact::standing(db, &word(&field), |value| history.see(value))?;
            if field == Field::Photographer {
                let bylines = story::bylines(db)?;
                bylines
                    .iter()
                    .rev()
                    .flat_map(|line| people(line))
                    .for_each(|name| history.see(&name));
            }
            Ok(())
        })?;
        Ok(history.beginning_with(&folded(&typed), limit))
    }
}

/// Spellings as they came, with how often and when last.
struct History {
    field: Field,
    seen: HashMap<String, Seen>,
    count: usize,
}

#[derive(Default, Clone, Copy)]
struct Seen {
    times: usize,
    last: usize,
}

impl History {
    fn of(field: Field) -> History {
        History { field, seen: HashMap::new(), count: 0 }
    }

    fn see(&mut self, value: &str) {
        self.count += 1;
        let many = matches!(self.field, Field::Photographer | Field::PersonShown | Field::Keywords);
        let parts = value.split(|c| many && c == ';').map(str::trim);
        for part in parts.filter(|part| !part.is_empty() && part.len() <= LONGEST) {
            match self.seen.get_mut(part) {
                Some(seen) => *seen = Seen { times: seen.times + 1, last: self.count },
                None => {
                    self.seen.insert(part.to_owned(), Seen { times: 1, last: self.count });
                }
            }
        }
    }

    fn beginning_with(&self, typed: &str, limit: usize) -> Vec<String> {
        let mut names: HashMap<String, Name> = HashMap::new();
        for (spelling, seen) in &self.seen {
            let key = folded(spelling);
            if has_word(&key, typed) {
                names.entry(key).or_default().take(spelling, *seen);
            }
        }
        let mut names: Vec<Name> = names.into_values().collect();
        names.sort_by(|a, b| {
            (b.seen.times, b.seen.last, a.spelling).cmp(&(a.seen.times, a.seen.last, b.spelling))
        });
        let mut suggested = Vec::new();
        for name in names {
            let mended = self.mended(name.spelling);
            let fits = has_word(&folded(&mended), typed) && !suggested.contains(&mended);
            if fits && suggested.len() < limit {
                suggested.push(mended);
            }
            if suggested.len() == limit {
                break;
            }
        }
        suggested
    }

    /// As it stands after the safe repairs: nobody wants "©" or "HANDOUT" suggested.
    fn mended(&self, spelling: &str) -> String {
        let value = spelling.to_owned();
        let fact = Fact { value, carrier: Carrier::Xmp, raw: None, others: Vec::new() };
        let facts = tidied(Facts([(self.field, fact)].into())).facts;
        facts.get(self.field).unwrap_or_default().to_owned()
    }
}

/// One name with the spelling that is commonest.
#[derive(Default)]
struct Name<'a> {
    spelling: &'a str,
    times: usize,
    seen: Seen,
}

impl<'a> Name<'a> {
    fn take(&mut self, spelling: &'a str, seen: Seen) {
        if (seen.times, spelling) > (self.times, self.spelling) {
            (self.spelling, self.times) = (spelling, seen.times);
        }
        self.seen.times += seen.times;
        self.seen.last = self.seen.last.max(seen.last);
    }
}

/// Whether a word of `name` begins like `typed`; both folded. Typed words may be several.
fn has_word(name: &str, typed: &str) -> bool {
    let typed = typed.trim_start();
    if name.is_empty() {
        return false;
    }
    let mut before = ' ';
    name.char_indices().any(|(at, letter)| {
        let begins = !before.is_alphanumeric();
        before = letter;
        begins && name[at..].starts_with(typed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let mut history = History::of(Field::Photographer);
        for name in ["Elif Kaya", "Bo Li; Elif Kaya", "Çağrı İlter", "ELIF KAYA", "Ana O’Neill"]
        {
            history.see(name);
        }
        assert_eq!(history.beginning_with(&folded(typed), MOST), expected, "{typed}");
    }

    #[test]
    fn any_word_may_begin_like_it() {
        check("", &["Elif Kaya", "Ana O’Neill", "Çağrı İlter", "Bo Li"]);
        check("ka", &["Elif Kaya"]);
        check("elif k", &["Elif Kaya"]);
        check("il", &["Çağrı İlter"]);
        check("ÇAĞ", &["Çağrı İlter"]);
        check("neill", &["Ana O’Neill"]);
        check("aya", &[]);
        check("%", &[]);
    }
}
