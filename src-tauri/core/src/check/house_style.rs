//! What the desk's own style asks for: a word to avoid, with the reason and what to write instead.

use super::found::Found;
use super::page::{MOST, Page, Passage, in_sentence};
use super::style_words::Misfit;
use super::{Edit, Fix, Level};

pub(super) fn find(page: &Page) -> Vec<Found> {
    page.passages
        .iter()
        .flat_map(|passage| {
            let misfits = page.style.misfits(&passage.text).into_iter().take(MOST);
            misfits.map(move |misfit| found(passage, &misfit))
        })
        .collect()
}

fn found(passage: &Passage, misfit: &Misfit) -> Found {
    let words = &passage.text[misfit.range.clone()];
    let reason = misfit.reason.trim();
    let found =
        Found::new(Level::Warn, passage.place(&misfit.range), words, message(passage, misfit));
    let found = found
        .param("words", words)
        .param("instead", misfit.instead.as_str())
        .param("reason", reason);
    if misfit.instead.is_empty() {
        return found;
    }
    let edit = Edit {
        from: passage.position(misfit.range.start),
        to: passage.position(misfit.range.end),
        text: misfit.instead.clone(),
    };
    found.fix(Fix {
        label: format!("Write “{}”", misfit.instead),
        edits: vec![edit],
        asks_first: passage.is_quoted(&misfit.range),
    })
}

fn message(passage: &Passage, misfit: &Misfit) -> String {
    let words = &passage.text[misfit.range.clone()];
    let place = in_sentence(&passage.label);
    let asks = match misfit.instead.as_str() {
        "" => format!("House style has a word on “{words}” in {place}"),
        instead => format!("House style is “{instead}”, not “{words}”, in {place}"),
    };
    match misfit.reason.trim() {
        "" => format!("{asks}."),
        reason if reason.ends_with(['.', '!', '?', '…']) => format!("{asks}: {reason}"),
        reason => format!("{asks}: {reason}."),
    }
}
