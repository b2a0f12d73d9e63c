//! What a form of copy does not carry, in sentences for who pastes it.

use super::flow::{Flow, Piece};
use super::spans::Span;
use crate::export::Prepared;

pub fn of_rich_text(flow: &Flow) -> Vec<String> {
    let reduced = "The pictures go along in a reduced size; the exported folder has them in full.";
    some(flow.pictures().len()).map(|_| reduced.to_owned()).into_iter().collect()
}

pub fn of_blocks(page: &Prepared, flow: &Flow) -> Vec<String> {
    let title = match (flow.headline.is_empty(), flow.kicker.is_empty()) {
        (true, true) => None,
        (false, true) => Some("The headline goes into WordPress’s own field for it."),
        (false, false) => {
            Some("Headline and kicker are not among the blocks: the title has a field of its own.")
        }
        (true, false) => Some("The kicker is not among the blocks."),
    };
    title.map(str::to_owned).into_iter().chain(of_files(page, flow)).collect()
}

/// Where the pictures are looked for.
pub fn of_files(page: &Prepared, flow: &Flow) -> Vec<String> {
    let note = |_| match &page.address {
        Some(address) => {
            format!("The pictures are looked for at {address}img/: put the exported folder there.")
        }
        None => {
            "The pictures are named as in the exported folder: upload its img folder too.".into()
        }
    };
    some(flow.pictures().len()).map(note).into_iter().collect()
}

pub fn of_markdown(page: &Prepared, flow: &Flow) -> Vec<String> {
    let pieces = flow.pieces();
    let tables = pieces.iter().filter(|piece| match piece {
        Piece::Table { rows, .. } => rows.iter().flatten().any(|c| c.colspan > 1 || c.rowspan > 1),
        _ => false,
    });
    let tables = some(tables.count()).map(|_| {
        "Table cells that take several columns or rows stand in the first of them.".to_owned()
    });
    let foreign = marked(flow, |span| span.marks.language.is_some()).map(|count| match count {
        1 => "1 passage in another language is not marked as such.".to_owned(),
        n => format!("{n} passages in another language are not marked as such."),
    });
    of_files(page, flow).into_iter().chain(tables).chain(foreign).collect()
}

pub fn of_wire(flow: &Flow) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(some(flow.pictures().len()).map(|_| {
        "The pictures themselves and their alt texts stay here; captions and credits go along."
            .to_owned()
    }));
    notes.extend(marked(flow, |span| span.marks.link.is_some()).map(|count| match count {
        1 => "1 link is plain words.".to_owned(),
        n => format!("{n} links are plain words."),
    }));
    let repeated = flow.pieces().into_iter();
    let repeated = repeated.filter(|p| matches!(p, Piece::PullQuote { repeats: true, .. })).count();
    notes.extend(some(repeated).map(|count| match count {
        1 => "1 pull quote that repeats the story is left out.".to_owned(),
        n => format!("{n} pull quotes that repeat the story are left out."),
    }));
    notes
}

fn marked(flow: &Flow, is: impl Fn(&Span) -> bool) -> Option<usize> {
    let runs = flow.runs().into_iter();
    // A passage of several pieces is one.
    let passages = |run: &[Span]| run.chunk_by(|a, b| is(a) == is(b)).filter(|c| is(&c[0])).count();
    some(runs.map(passages).sum())
}

fn some(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}
