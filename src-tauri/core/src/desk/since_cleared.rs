//! What a story says now that its lawyer did not read: the difference against the cleared text, in words.

use super::Desk;
use super::contract::{ClearedChange, SinceCleared, StoryId, WhatChanged};
use super::failure::Failure;
use super::legal_text::LegalText;
use super::photo_record::PhotoRecord;
use super::story::row;
use crate::photo::Field;
use crate::store::clearance;
use crate::story::difference::{RunKind, WordRun, word_runs};
use crate::story::read;
use std::collections::BTreeMap;

impl Desk {
    /// How the saved draft differs from what was cleared, in reading order, pictures last. Empty when it
    /// is what was cleared, and when nothing was.
    pub fn since_cleared(&self, request: StoryId) -> Result<SinceCleared, Failure> {
        self.read(|db| {
            let row = row(db, &request.story_id)?;
            let Some((cleared, captions)) = clearance::of_story(db, &row.id)? else {
                return Ok(SinceCleared::default());
            };
            let now = LegalText::of(&read(&row.draft.document));
            let mut changes = differences(&cleared.text, &now.text);
            for (photo_id, before) in captions {
                let photo = PhotoRecord::load(db, &photo_id)?;
                let after = photo.as_ref().and_then(|photo| photo.facts.get(Field::Caption));
                let runs = word_runs(&before, after.unwrap_or_default());
                if differs(&runs) {
                    changes.push(ClearedChange { photo_id: Some(photo_id), ..words(runs) });
                }
            }
            Ok(SinceCleared { changes })
        })
    }
}

fn differences(before: &str, after: &str) -> Vec<ClearedChange> {
    let ((old_words, old_pictures), (new_words, new_pictures)) = (parts(before), parts(after));
    let runs = word_runs(&old_words.join("\n"), &new_words.join("\n"));
    let mut changes: Vec<ClearedChange> =
        lines(runs).into_iter().filter(|runs| differs(runs)).map(words).collect();
    changes.extend(pictures(&old_pictures, &new_pictures));
    changes
}

/// The lines of words, and the pictures: a picture's line is its id and its framing in brackets.
fn parts(text: &str) -> (Vec<&str>, Vec<(&str, &str)>) {
    let (mut words, mut pictures) = (Vec::new(), Vec::new());
    for line in text.lines() {
        match picture(line) {
            Some(picture) => pictures.push(picture),
            None => words.push(line),
        }
    }
    (words, pictures)
}

fn picture(line: &str) -> Option<(&str, &str)> {
    let inside = line.strip_prefix('[')?.strip_suffix(']')?;
    let (id, framing) = inside.split_once(' ').unwrap_or((inside, ""));
    uuid::Uuid::try_parse(id).is_ok().then_some((id, framing))
}

/// Runs cut where lines end.
fn lines(runs: Vec<WordRun>) -> Vec<Vec<WordRun>> {
    let mut lines = vec![Vec::new()];
    for WordRun { kind, text } in runs {
        for (number, piece) in text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            let Some(line) = lines.last_mut().filter(|_| !piece.is_empty()) else { continue };
            line.push(WordRun { kind, text: piece.to_owned() });
        }
    }
    lines
}

fn differs(runs: &[WordRun]) -> bool {
    runs.iter().any(|run| run.kind != RunKind::Same)
}

fn words(runs: Vec<WordRun>) -> ClearedChange {
    ClearedChange { what: WhatChanged::Words, photo_id: None, runs }
}

fn pictures(before: &[(&str, &str)], after: &[(&str, &str)]) -> Vec<ClearedChange> {
    let of = |what, id: &str| ClearedChange { what, photo_id: Some(id.to_owned()), runs: vec![] };
    let (old, new) = (by_id(before), by_id(after));
    let mut changes = Vec::new();
    for (id, framings) in &old {
        match new.get(id) {
            None => changes.push(of(WhatChanged::PhotoTakenOut, id)),
            Some(now) if now != framings => {
                changes.push(of(WhatChanged::PhotoShownOtherwise, id));
            }
            Some(_) => {}
        }
    }
    let put_in = new.keys().filter(|id| !old.contains_key(*id));
    changes.extend(put_in.map(|id| of(WhatChanged::PhotoPutIn, id)));
    let order = |pictures: &[(&str, &str)]| -> Vec<String> {
        let stays = |id: &str| old.contains_key(id) && new.contains_key(id);
        pictures.iter().map(|(id, _)| (*id).to_owned()).filter(|id| stays(id)).collect()
    };
    if order(before) != order(after) {
        changes.push(ClearedChange {
            what: WhatChanged::PhotosMoved,
            photo_id: None,
            runs: vec![],
        });
    }
    changes
}

/// Every framing in which each photo stands.
fn by_id<'a>(pictures: &[(&'a str, &'a str)]) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, framing) in pictures {
        found.entry(id).or_default().push(framing);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "[0198f2aa-0000-7000-8000-000000000001]";
    const A_CROPPED: &str = "[0198f2aa-0000-7000-8000-000000000001 {\"turn\":90}]";
    const B: &str = "[0198f2aa-0000-7000-8000-000000000002]";

    fn check(before: &[&str], after: &[&str], expected: &[&str]) {
        let found = differences(&before.join("\n"), &after.join("\n"));
        let said = |change: &ClearedChange| {
            let run = |run: &WordRun| match run.kind {
                RunKind::Same => run.text.clone(),
                RunKind::TakenOut => format!("[-{}-]", run.text),
                RunKind::PutIn => format!("{{+{}+}}", run.text),
            };
            match change.what {
                WhatChanged::Words => change.runs.iter().map(run).collect(),
                what => format!("{what:?}"),
            }
        };
        assert_eq!(found.iter().map(said).collect::<Vec<String>>(), expected);
    }

    #[test]
    fn one_word_shows_in_its_line() {
        check(
            &["Trams run", "The council fined 14 people.", "They paid."],
            &["Trams run", "The council fined 41 people.", "They paid."],
            &["The council fined [-14-]{+41+} people."],
        );
    }

    #[test]
    fn whole_lines_come_and_go() {
        check(&["One.", "Two."], &["One."], &["[-Two.-]"]);
        check(&["One."], &["One.", "Two."], &["{+Two.+}"]);
        check(&["One."], &["One."], &[]);
    }

    #[test]
    fn pictures_are_told_by_what_became_of_them() {
        check(&["A", A], &["A", B], &["PhotoTakenOut", "PhotoPutIn"]);
        check(&["A", A], &["A", A_CROPPED], &["PhotoShownOtherwise"]);
        check(&["A", A, B], &["A", B, A], &["PhotosMoved"]);
        // What only looks like a picture is copy.
        check(&["[Map]"], &["[Chart]"], &["[[-Map-]{+Chart+}]"]);
    }
}
