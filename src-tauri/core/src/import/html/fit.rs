//! Parts to blocks of the document's own shape. What may not stand where the source has it stands as
//! plain paragraphs or behind what it stood in, and the receipt says so.

use super::characters::lines;
use super::lists::group;
use super::mail::{arrange, is_dash};
use super::part::{List, Part, Picture, Quote, Run, Style, text_of};
use super::receipt::{Receipt, Why};
use super::table::table;
use serde_json::{Map, Value, json};

/// The blocks of the body.
pub(super) fn blocks(parts: Vec<Part>, receipt: &mut Receipt) -> Vec<Value> {
    let mut out = Vec::new();
    for part in arrange(group(parts), receipt) {
        body_block(part, &mut out, receipt);
    }
    out
}

fn body_block(part: Part, out: &mut Vec<Value>, receipt: &mut Receipt) {
    match part {
        Part::Line { style: Style::Crosshead(level), runs } => {
            for line in lines(runs, receipt) {
                receipt.crossheads += 1;
                let attrs = if level == 2 { json!({}) } else { json!({ "level": level }) };
                out.push(node("crosshead", attrs, inline(&unbold(line), receipt)));
            }
        }
        Part::Line { runs, .. } => {
            let paragraphs = paragraphs(runs, receipt);
            receipt.paragraphs += paragraphs.len();
            out.extend(paragraphs);
        }
        Part::List(list) => {
            let mut behind = Vec::new();
            let list = list_node(list, &mut behind, receipt);
            receipt.lists += usize::from(list.is_some());
            out.extend(list);
            out.extend(behind);
        }
        Part::Quote(quote) => quote_blocks(quote, out, receipt),
        Part::Table(whole) => {
            let mut behind = Vec::new();
            let whole = table(whole, &mut behind, receipt);
            receipt.tables += usize::from(whole.is_some());
            out.extend(whole);
            out.extend(behind);
        }
        Part::Picture(picture) => out.push(figure(picture, receipt)),
        Part::Divider => out.push(node("divider", json!({}), Vec::new())),
        Part::Leveled(item) => {
            item.content.into_iter().for_each(|part| body_block(part, out, receipt))
        }
    }
}

fn list_node(list: List, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Option<Value> {
    let List { ordered, start, items } = list;
    let items: Vec<Value> =
        items.into_iter().filter_map(|item| list_item(item, behind, receipt)).collect();
    if ordered && start > 1 && !items.is_empty() {
        receipt.note(Why::Start, &start.to_string());
    }
    let attrs = if ordered { json!({ "ordered": true }) } else { json!({}) };
    (!items.is_empty()).then(|| node("list", attrs, items))
}

fn list_item(parts: Vec<Part>, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Option<Value> {
    let mut content = Vec::new();
    for part in group(parts) {
        match part {
            Part::List(list) => content.extend(list_node(list, behind, receipt)),
            part => {
                for line in plain_lines(part, behind, receipt) {
                    content.extend(paragraphs(line, receipt));
                }
            }
        }
    }
    (!content.is_empty()).then(|| node("listItem", json!({}), content))
}

/// A quote in a quote is one of its own. What is said by whom stands with the last words.
fn quote_blocks(quote: Quote, out: &mut Vec<Value>, receipt: &mut Receipt) {
    let name = if quote.pull { "pullQuote" } else { "quote" };
    let (mut behind, mut said, mut said_by) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = None;
    for part in group(quote.content) {
        match part {
            Part::Line { style: Style::Attribution, runs } => said_by.push(runs),
            Part::Quote(inner) => {
                last = put_quote(name, &mut said, out, receipt).or(last);
                quote_blocks(inner, out, receipt);
            }
            part => {
                for line in plain_lines(part, &mut behind, receipt) {
                    said.extend(paragraphs(line, receipt));
                }
            }
        }
    }
    last = put_quote(name, &mut said, out, receipt).or(last);
    let names: Vec<Run> = said_by.into_iter().enumerate().flat_map(between_breaks).collect();
    attribute(names, last, out, receipt);
    out.extend(behind);
}

fn between_breaks((at, runs): (usize, Vec<Run>)) -> Vec<Run> {
    let gap = (at > 0).then(|| Run { text: "\n".into(), ..Run::default() });
    gap.into_iter().chain(runs).collect()
}

/// Where it stands among the blocks.
fn put_quote(
    name: &str,
    said: &mut Vec<Value>,
    out: &mut Vec<Value>,
    receipt: &mut Receipt,
) -> Option<usize> {
    if said.is_empty() {
        return None;
    }
    receipt.quotes += 1;
    out.push(node(name, json!({}), std::mem::take(said)));
    Some(out.len() - 1)
}

fn attribute(names: Vec<Run>, quote: Option<usize>, out: &mut Vec<Value>, receipt: &mut Receipt) {
    let names = without_dash(names, receipt);
    let mut names = lines(names, receipt).into_iter();
    let Some(first) = names.next() else { return };
    let rest = names.flat_map(|line| between_breaks((1, line)));
    let names: Vec<Run> = first.into_iter().chain(rest).collect();
    let names = inline(&names, receipt);
    let content = quote.and_then(|at| out[at]["content"].as_array_mut());
    match content {
        Some(content) => content.push(node("attribution", json!({}), names)),
        None => out.push(node("paragraph", json!({}), names)),
    }
}

/// The page draws the dash before a name by itself.
fn without_dash(mut runs: Vec<Run>, receipt: &mut Receipt) -> Vec<Run> {
    for run in &mut runs {
        let rest = run.text.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace());
        receipt.signs.push_str(&run.text[..run.text.len() - rest.len()]);
        let is_over = !rest.is_empty();
        run.text = rest.to_owned();
        if is_over {
            break;
        }
    }
    runs
}

/// Lines of text for where nothing else may stand. Pictures go `behind`.
pub(super) fn plain_lines(
    part: Part,
    behind: &mut Vec<Value>,
    receipt: &mut Receipt,
) -> Vec<Vec<Run>> {
    match part {
        Part::Line { style: Style::Crosshead(_), runs } => vec![bold(runs)],
        Part::Line { runs, .. } => vec![runs],
        Part::List(list) => {
            receipt.note(Why::ListInQuote, "");
            listed(list, behind, receipt)
        }
        Part::Leveled(item) => all_lines(item.content, behind, receipt),
        Part::Quote(quote) => {
            let words = all_lines(quote.content, behind, receipt);
            let text: Vec<String> = words.iter().map(|runs| text_of(runs)).collect();
            receipt.note(Why::QuoteInside, &text.join(" "));
            words
        }
        Part::Table(table) => {
            receipt.note(Why::TableInside, "");
            let rows = table.rows.into_iter().map(|cells| {
                let cells = cells.into_iter().map(|cell| all_lines(cell.content, behind, receipt));
                let cells: Vec<Vec<Run>> = cells.map(|lines| with_gaps(lines, " ")).collect();
                with_gaps(cells, " | ")
            });
            rows.collect()
        }
        Part::Picture(picture) => {
            behind.push(figure(picture, receipt));
            Vec::new()
        }
        Part::Divider => Vec::new(),
    }
}

fn all_lines(parts: Vec<Part>, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Vec<Vec<Run>> {
    group(parts).into_iter().flat_map(|part| plain_lines(part, behind, receipt)).collect()
}

/// The items of a list, numbered when they were.
fn listed(list: List, behind: &mut Vec<Value>, receipt: &mut Receipt) -> Vec<Vec<Run>> {
    let List { ordered, start, items } = list;
    let mut out = Vec::new();
    for (item, number) in items.into_iter().zip(start..) {
        let mut lines = all_lines(item, behind, receipt);
        if let Some(first) = lines.first_mut().filter(|_| ordered) {
            first.insert(0, Run { text: format!("{number}. "), ..Run::default() });
        }
        out.extend(lines);
    }
    out
}

fn with_gaps(lines: Vec<Vec<Run>>, gap: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for line in lines {
        if !out.is_empty() {
            out.push(Run { text: gap.into(), ..Run::default() });
        }
        out.extend(line);
    }
    out
}

fn figure(picture: Picture, receipt: &mut Receipt) -> Value {
    receipt.pictures.push(picture.shows);
    let attrs = match picture.credit {
        Some(credit) => json!({ "wantedCredit": credit }),
        None => json!({}),
    };
    let caption = with_gaps(lines(picture.caption, receipt), " ");
    let caption = inline(&caption, receipt);
    let content = match caption.is_empty() {
        true => Vec::new(),
        false => vec![node("caption", json!({}), caption)],
    };
    node("figure", attrs, content)
}

/// The paragraphs that a line becomes: more than one where it has empty lines in it.
pub(super) fn paragraphs(runs: Vec<Run>, receipt: &mut Receipt) -> Vec<Value> {
    let lines = lines(runs, receipt);
    lines.iter().map(|line| node("paragraph", json!({}), inline(line, receipt))).collect()
}

/// Crossheads are bold by themselves.
fn unbold(mut runs: Vec<Run>) -> Vec<Run> {
    runs.iter_mut().for_each(|run| run.marks.strong = false);
    runs
}

fn bold(mut runs: Vec<Run>) -> Vec<Run> {
    runs.iter_mut().for_each(|run| run.marks.strong = true);
    runs
}

pub(super) fn node(name: &str, attrs: Value, content: Vec<Value>) -> Value {
    let mut node = Map::new();
    node.insert("type".into(), name.into());
    if attrs.as_object().is_some_and(|attrs| !attrs.is_empty()) {
        node.insert("attrs".into(), attrs);
    }
    if !content.is_empty() {
        node.insert("content".into(), content.into());
    }
    node.into()
}

fn inline(runs: &[Run], receipt: &mut Receipt) -> Vec<Value> {
    let mut out = Vec::new();
    let mut before = None;
    for run in runs {
        if run.marks.link.is_some() && run.marks.link != before {
            receipt.links += 1;
        }
        before.clone_from(&run.marks.link);
        for (at, piece) in run.text.split('\n').enumerate() {
            if at > 0 {
                out.push(json!({ "type": "hardBreak" }));
            }
            if !piece.is_empty() {
                out.push(text(piece, run));
            }
        }
    }
    out
}

fn text(piece: &str, run: &Run) -> Value {
    let mut marks = Vec::new();
    marks.extend(
        run.marks.link.as_ref().map(|href| json!({ "type": "link", "attrs": { "href": &**href } })),
    );
    marks.extend(run.marks.strong.then(|| json!({ "type": "strong" })));
    marks.extend(run.marks.em.then(|| json!({ "type": "em" })));
    match marks.is_empty() {
        true => json!({ "type": "text", "text": piece }),
        false => json!({ "type": "text", "text": piece, "marks": marks }),
    }
}

/// An empty paragraph, where one must stand.
pub(super) fn empty_paragraph() -> Value {
    node("paragraph", json!({}), Vec::new())
}
