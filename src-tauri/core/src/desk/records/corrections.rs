//! The corrections that a story prints, those that its last export printed, and what became of them.

use crate::check::{Finding, Level, Place};
use crate::desk::contract::KindOfChange;
use crate::desk::dispatch::quoted;
use crate::story::{
    Block, Correction, CorrectionKind, Document, Inline, Paragraph, Text, blocks, plain,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_segmentation::UnicodeSegmentation;

/// The rule under which a printed correction that is gone stands among the findings.
pub const CORRECTION_DROPPED: &str = "correction-dropped";

/// A correction as it prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PrintedCorrection {
    pub kind: KindOfChange,
    /// As the document has it; empty when nobody said.
    pub day: String,
    /// A line for each paragraph.
    pub text: String,
}

/// Every correction of the story that says something, in reading order.
pub fn printed(document: &Document) -> Vec<PrintedCorrection> {
    let corrections = blocks(document).into_iter().filter_map(|block| match block {
        Block::Correction(correction) => Some(one(correction)),
        _ => None,
    });
    corrections.filter(|correction| !correction.text.is_empty()).collect()
}

fn one(correction: &Correction) -> PrintedCorrection {
    let lines = correction.content.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        _ => None,
    });
    let lines: Vec<String> =
        lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    PrintedCorrection {
        kind: change_kind(correction.kind),
        day: correction.day.clone(),
        text: lines.join("\n"),
    }
}

/// Those of `before` that are not in `now`, and those of `now` that were not in `before`. One whose
/// wording was mended is the same correction.
pub fn compared<'a>(
    before: &'a [PrintedCorrection],
    now: &'a [PrintedCorrection],
) -> (Vec<&'a PrintedCorrection>, Vec<&'a PrintedCorrection>) {
    let (mut gone, mut new): (Vec<_>, Vec<_>) = (before.iter().collect(), now.iter().collect());
    let tests: [fn(&PrintedCorrection, &PrintedCorrection) -> bool; 2] =
        [|a, b| a.text == b.text, PrintedCorrection::was_mended];
    for same in tests {
        gone.retain(|old| match new.iter().position(|other| same(old, other)) {
            Some(at) => {
                new.remove(at);
                false
            }
            None => true,
        });
    }
    (gone, new)
}

impl PrintedCorrection {
    /// At least three words in five are the same.
    fn was_mended(&self, other: &PrintedCorrection) -> bool {
        let words = |text: &str| -> BTreeMap<String, usize> {
            let mut words = BTreeMap::new();
            for word in text.unicode_words() {
                *words.entry(word.to_lowercase()).or_default() += 1;
            }
            words
        };
        let (mine, others) = (words(&self.text), words(&other.text));
        let all: usize = mine.values().sum::<usize>() + others.values().sum::<usize>();
        let shared: usize = mine
            .iter()
            .map(|(word, times)| others.get(word).map_or(0, |more| *times.min(more)))
            .sum();
        self.kind == other.kind && shared * 10 >= all * 3
    }

    fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for part in [CORRECTION_DROPPED, &self.day, &self.text] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        hasher.finalize().to_hex().as_str()[..16].to_owned()
    }
}

/// A finding for each printed correction that the story no longer has.
pub fn findings(before: &[PrintedCorrection], document: &Document) -> Vec<Finding> {
    if before.is_empty() {
        return Vec::new();
    }
    let now = printed(document);
    compared(before, &now).0.into_iter().map(finding).collect()
}

fn finding(gone: &PrintedCorrection) -> Finding {
    let name = name(gone.kind);
    let when = if gone.day.is_empty() { String::new() } else { format!(" of {}", gone.day) };
    let params = [
        ("kind", crate::desk::words::word(&gone.kind)),
        ("day", gone.day.clone()),
        ("text", gone.text.clone()),
    ];
    Finding {
        key: gone.key(),
        rule: CORRECTION_DROPPED.to_owned(),
        level: Level::Block,
        place: Place { label: "story".into(), ..Place::default() },
        message: format!(
            "The {name}{when} that was printed is no longer in the story: “{}”.",
            quoted(&gone.text)
        ),
        params: params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        fix: None,
        waived: None,
    }
}

/// The correction that a finding says is gone.
pub fn with_key<'a>(before: &'a [PrintedCorrection], key: &str) -> Option<&'a PrintedCorrection> {
    before.iter().find(|correction| correction.key() == key)
}

/// Puts a correction at the foot of the body, or at its head.
pub fn put(document: &mut Document, correction: &PrintedCorrection, top: bool) {
    let Some(kind) = correction_kind(correction.kind) else { return };
    let lines = correction.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let content = lines.map(paragraph).collect();
    let day = correction.day.clone();
    let block = Block::Correction(Correction { kind, day, content, ..Correction::default() });
    if top { document.body.insert(0, block) } else { document.body.push(block) }
}

fn paragraph(line: &str) -> Block {
    let text = Text { at: 0, text: line.to_owned(), marks: Vec::new() };
    Block::Paragraph(Paragraph { content: vec![Inline::Text(text)], ..Paragraph::default() })
}

fn change_kind(kind: CorrectionKind) -> KindOfChange {
    match kind {
        CorrectionKind::Correction => KindOfChange::Correction,
        CorrectionKind::Clarification => KindOfChange::Clarification,
        CorrectionKind::Update => KindOfChange::Update,
        CorrectionKind::EditorsNote => KindOfChange::EditorsNote,
    }
}

/// `None` for a change that prints nothing.
fn correction_kind(kind: KindOfChange) -> Option<CorrectionKind> {
    match kind {
        KindOfChange::Correction => Some(CorrectionKind::Correction),
        KindOfChange::Clarification => Some(CorrectionKind::Clarification),
        KindOfChange::Update => Some(CorrectionKind::Update),
        KindOfChange::EditorsNote => Some(CorrectionKind::EditorsNote),
        KindOfChange::Minor => None,
    }
}

/// What a sentence calls a change.
pub fn name(kind: KindOfChange) -> &'static str {
    match kind {
        KindOfChange::Correction => "correction",
        KindOfChange::Clarification => "clarification",
        KindOfChange::Update => "update",
        KindOfChange::EditorsNote => "editor’s note",
        KindOfChange::Minor => "minor change",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction(text: &str) -> PrintedCorrection {
        let (kind, day) = (KindOfChange::Correction, "2026-05-12".into());
        PrintedCorrection { kind, day, text: text.into() }
    }

    fn check(before: &[&str], now: &[&str], gone: &[&str], new: &[&str]) {
        let all = |texts: &[&str]| -> Vec<PrintedCorrection> {
            texts.iter().map(|text| correction(text)).collect()
        };
        let (before, now) = (all(before), all(now));
        let compared = compared(&before, &now);
        let texts = |found: Vec<&PrintedCorrection>| -> Vec<String> {
            found.into_iter().map(|correction| correction.text.clone()).collect()
        };
        assert_eq!(
            (texts(compared.0), texts(compared.1)),
            (texts(all(gone).iter().collect()), texts(all(new).iter().collect()))
        );
    }

    #[test]
    fn a_mended_wording_is_the_same_correction() {
        let first = "An earlier version said that 14 people were killed; 41 were.";
        let mended = "An earlier version of this story said that 14 people were killed; 41 were.";
        let other = "The photo was credited to the wrong agency.";
        check(&[first], &[first], &[], &[]);
        check(&[first], &[mended], &[], &[]);
        check(&[first], &[mended, other], &[], &[other]);
        check(&[first], &[other], &[first], &[other]);
        check(&[first, other], &[other], &[first], &[]);
        check(&[first, first], &[first], &[first], &[]);
    }

    #[test]
    fn what_is_put_in_prints_the_same() {
        for top in [false, true] {
            let mut document = Document::default();
            let put_in = correction("One.\nTwo.");
            put(&mut document, &put_in, top);
            assert_eq!(printed(&document), [put_in]);
        }
    }
}
