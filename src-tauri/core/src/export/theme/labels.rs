//! The words that a theme says in the place of Cutline's, by language.

use super::folder::{line_of, unreadable};
use super::problem::ThemeProblem;
use crate::export::is_language;
use crate::export::words::{Words, primary};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// The words of one language that a theme has of its own, by their names.
#[derive(Debug, Default)]
pub struct Labels {
    words: BTreeMap<&'static str, String>,
    months: Option<[String; 12]>,
}

/// The names of all words, as `words.rs` has them. A language that Cutline has no row for needs all.
const KEYS: [&str; 15] = [
    "skipToStory",
    "updated",
    "filePhoto",
    "factBox",
    "table",
    "gallery",
    "embed",
    "correction",
    "clarification",
    "update",
    "editorsNote",
    "afterByline",
    "comma",
    "date",
    "monthOfYear",
];

/// What a pattern holds, and must hold of it.
const PATTERNS: [(&str, &[&str], &[&str]); 3] = [
    ("afterByline", &["{place}"], &["{place}"]),
    (
        "date",
        &["{day}", "{month}", "{year}", "{time}", "{zone}"],
        &["{day}", "{month}", "{year}", "{time}", "{zone}"],
    ),
    ("monthOfYear", &["{month}", "{year}"], &["{month}", "{year}"]),
];

const LONGEST: usize = 80;

/// Reads every file under `labels/`.
pub fn read(files: &BTreeMap<String, String>) -> Result<BTreeMap<String, Labels>, ThemeProblem> {
    let mut read = BTreeMap::new();
    for (path, text) in files {
        let Some(tag) = path.strip_prefix("labels/").and_then(|n| n.strip_suffix(".json")) else {
            continue;
        };
        if !is_language(tag) {
            let why = format!("“{tag}” is no language tag such as en, tr or pt-BR");
            return Err(ThemeProblem::new(path, None, why));
        }
        let labels: Labels = serde_json::from_str(text).map_err(|e| unreadable(path, &e))?;
        labels.fit().map_err(|(key, why)| ThemeProblem::new(path, line_of(text, key), why))?;
        if let Some(missing) = labels.missing().filter(|_| !Words::know(tag)) {
            let why =
                format!("Cutline has no words in “{tag}”, so that “{missing}” must stand here");
            return Err(ThemeProblem::new(path, None, why));
        }
        read.insert(tag.to_ascii_lowercase(), labels);
    }
    Ok(read)
}

/// The words of a language: those of its region's file, else of its own, over Cutline's.
pub fn words<'a>(labels: &'a BTreeMap<String, Labels>, tag: &str) -> Words<'a> {
    let tag = tag.to_ascii_lowercase();
    let of = |tag: &str| labels.get_key_value(tag);
    match of(&tag).or_else(|| of(primary(&tag))) {
        Some((language, labels)) => labels.over(*Words::of(&tag), language),
        None => *Words::of(&tag),
    }
}

impl Labels {
    fn over<'a>(&'a self, mut words: Words<'a>, language: &'a str) -> Words<'a> {
        if !Words::know(language) {
            words.language = language;
        }
        for (key, word) in &self.words {
            if let Some(place) = place(&mut words, key) {
                *place = word;
            }
        }
        if let Some(months) = &self.months {
            words.months = Some(std::array::from_fn(|at| months[at].as_str()));
        }
        words
    }

    fn missing(&self) -> Option<&'static str> {
        KEYS.into_iter().find(|key| !self.words.contains_key(key))
    }

    fn fit(&self) -> Result<(), (&'static str, String)> {
        for (key, word) in &self.words {
            let bad = |why: String| Err((*key, why));
            if word.trim().is_empty() && *key != "comma" {
                return bad(format!("“{key}” is empty"));
            }
            if word.chars().count() > LONGEST || word.chars().any(char::is_control) {
                return bad(format!("“{key}” is one line of at most {LONGEST} characters"));
            }
            let Some((_, may, must)) = PATTERNS.iter().find(|(name, ..)| name == key) else {
                continue;
            };
            if let Some(part) = must.iter().find(|part| !word.contains(**part)) {
                return bad(format!("“{key}” has to hold {part}"));
            }
            let rest = may.iter().fold(word.clone(), |rest, part| rest.replacen(part, "", 1));
            if rest.contains(['{', '}']) {
                return bad(format!("“{key}” may hold each of {} once", may.join(", ")));
            }
        }
        Ok(())
    }
}

fn place<'w, 'a>(words: &'w mut Words<'a>, key: &str) -> Option<&'w mut &'a str> {
    Some(match key {
        "skipToStory" => &mut words.skip_to_story,
        "updated" => &mut words.updated,
        "filePhoto" => &mut words.file_photo,
        "factBox" => &mut words.fact_box,
        "table" => &mut words.table,
        "gallery" => &mut words.gallery,
        "embed" => &mut words.embed,
        "correction" => &mut words.correction,
        "clarification" => &mut words.clarification,
        "update" => &mut words.update,
        "editorsNote" => &mut words.editors_note,
        "afterByline" => &mut words.after_byline,
        "comma" => &mut words.comma,
        "date" => &mut words.date,
        "monthOfYear" => &mut words.month_of_year,
        _ => return None,
    })
}

/// Reads them one by one, so that a word that nobody knows is refused with its line.
impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Labels, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Labels;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("words by their names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Labels, A::Error> {
                let mut labels = Labels::default();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "months" {
                        labels.months = Some(map.next_value()?);
                        continue;
                    }
                    let Some(known) = KEYS.into_iter().find(|known| *known == key) else {
                        let all = KEYS.join(", ");
                        let why = format!("“{key}” is no word of a page; those are {all}, months");
                        return Err(A::Error::custom(why));
                    };
                    if labels.words.insert(known, map.next_value()?).is_some() {
                        return Err(A::Error::custom(format!("“{known}” stands here twice")));
                    }
                }
                Ok(labels)
            }
        }
        deserializer.deserialize_map(Read)
    }
}
