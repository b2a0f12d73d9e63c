//! `tests/cases/paste/<case>/input.html`: what a program copies, and the `blocks.json` and
//! `receipt.txt` it becomes.
//!
//! Every case also proves that no character that was to be seen is lost: the words are read once more
//! here, by another parser and by plainer rules.

use super::Case;
use cutline_core::import::{Pasted, html};
use scraper::{Html, Node};
use serde_json::Value;
use std::collections::BTreeMap;

pub fn run(case: &Case) -> Result<(), String> {
    let input = case.read("input.html")?;
    let language = case.read("language.txt").unwrap_or_else(|_| "en".into());
    let pasted = html(&input, language.trim()).map_err(|refused| refused.to_string())?;
    nothing_is_lost(&input, &pasted)?;
    case.expect("blocks.json", &super::pretty(&pasted.blocks))?;
    case.expect("receipt.txt", &receipt(&pasted))
}

fn receipt(pasted: &Pasted) -> String {
    let left_out: String = pasted.left_out.iter().map(|line| format!("- {line}\n")).collect();
    format!("{}\n{left_out}", pasted.receipt)
}

/// Each visible character of the input is as often in the blocks, in what was left out and among the
/// signs that became structure together; and no sign is a word.
pub fn nothing_is_lost(input: &str, pasted: &Pasted) -> Result<(), String> {
    let blocks: Value = serde_json::from_str(&pasted.blocks).map_err(|e| e.to_string())?;
    let mut kept = words(&blocks);
    kept.push_str(&pasted.left_out.concat());
    kept.push_str(&pasted.signs);
    let mut missing = count(&visible(input));
    for (c, times) in
        count(&kept).into_iter().chain(pasted.left_out.iter().flat_map(|s| removed(s)))
    {
        missing.entry(c).and_modify(|left| *left -= times);
    }
    missing.retain(|_, left| *left > 0);
    if !missing.is_empty() {
        return Err(format!("characters were lost: {missing:?}"));
    }
    let longest = pasted.signs.split(|c: char| !c.is_alphabetic()).map(str::len).max();
    if longest.is_some_and(|length| length > 8) {
        return Err(format!("words were taken for signs: {:?}", pasted.signs));
    }
    Ok(())
}

/// The text and the credits of blocks.
fn words(blocks: &Value) -> String {
    let mut words = String::new();
    let mut todo = vec![blocks];
    while let Some(node) = todo.pop() {
        match node {
            Value::Array(nodes) => todo.extend(nodes),
            Value::Object(node) => {
                words.extend(node.get("text").and_then(Value::as_str));
                words.extend(node.get("content").map(|content| {
                    todo.push(content);
                    ""
                }));
                let credit = node.get("attrs").and_then(|attrs| attrs.get("wantedCredit"));
                words.extend(credit.and_then(Value::as_str));
            }
            _ => {}
        }
    }
    words
}

/// "U+202E × 2" at the end of a sentence.
fn removed(sentence: &str) -> Option<(char, i64)> {
    let (_, code) = sentence.split_once("U+")?;
    let (code, times) = code.trim_end_matches('.').split_once(" × ")?;
    Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, times.parse().ok()?))
}

fn count(text: &str) -> BTreeMap<char, i64> {
    let mut counts = BTreeMap::new();
    // A private-use letter is a bullet of Word's symbol font.
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// What a browser would show, but for what a page hides.
fn visible(input: &str) -> String {
    const NEVER: [&str; 16] = [
        "head", "script", "style", "template", "noscript", "title", "iframe", "object", "audio",
        "video", "canvas", "xml", "rp", "datalist", "math", "embed",
    ];
    let page = Html::parse_document(input);
    let texts = page.tree.nodes().filter(|node| {
        node.value().is_text()
            && !node.ancestors().any(|around| match around.value() {
                Node::Element(element) => {
                    NEVER.contains(&element.name())
                        || is_hidden(element.attr("style").unwrap_or(""))
                        || element.attr("hidden").is_some()
                        || (element.name() == "svg")
                }
                _ => false,
            })
    });
    texts.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
}

fn is_hidden(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    ["display:none", "visibility:hidden", "mso-hide:all"]
        .iter()
        .any(|hidden| style.contains(hidden))
}
