//! Lists: every list has a number of its own, so that each begins at one.

use crate::export::xml::{Element, element, empty};

/// How deep Word counts.
pub const DEEPEST: usize = 8;

/// Twips that each level stands further in.
pub const STEP: usize = 425;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// `word/numbering.xml` for lists of which each is ordered or not; the first has the number 1.
pub fn numbering(lists: &[bool]) -> Element {
    let list = |(at, ordered): (usize, &bool)| {
        let restarts = (0..=DEEPEST).map(|level| {
            element("w:lvlOverride")
                .attribute("w:ilvl", level.to_string())
                .with([empty("w:startOverride").attribute("w:val", "1")])
        });
        element("w:num")
            .attribute("w:numId", (at + 1).to_string())
            .with([empty("w:abstractNumId").attribute("w:val", if *ordered { "1" } else { "0" })])
            .with(ordered.then_some(restarts).into_iter().flatten())
    };
    element("w:numbering")
        .attribute("xmlns:w", NAMESPACE)
        .with([kind("0", false), kind("1", true)])
        .with(lists.iter().enumerate().map(list))
}

fn kind(id: &str, ordered: bool) -> Element {
    element("w:abstractNum")
        .attribute("w:abstractNumId", id)
        .with([empty("w:multiLevelType").attribute("w:val", "hybridMultilevel")])
        .with((0..=DEEPEST).map(|level| self::level(level, ordered)))
}

fn level(level: usize, ordered: bool) -> Element {
    let (format, sign) = match ordered {
        true => ("decimal", format!("%{}.", level + 1)),
        false if level.is_multiple_of(2) => ("bullet", "•".to_owned()),
        false => ("bullet", "–".to_owned()),
    };
    let indent = empty("w:ind")
        .attribute("w:left", ((level + 1) * STEP).to_string())
        .attribute("w:hanging", STEP.to_string());
    element("w:lvl")
        .attribute("w:ilvl", level.to_string())
        .with([
            empty("w:start").attribute("w:val", "1"),
            empty("w:numFmt").attribute("w:val", format),
            empty("w:lvlText").attribute("w:val", sign),
            empty("w:lvlJc").attribute("w:val", "left"),
        ])
        .with([element("w:pPr").with([indent])])
}
