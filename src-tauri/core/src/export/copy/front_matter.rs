//! What stands before a story in Markdown, for site generators: YAML between two lines of dashes.
//!
//! Every text is a double-quoted string as JSON writes it, which YAML reads alike (YAML 1.2, 1.3 and
//! 5.7), so that no text can end its line or be taken for a number, a date or a tag.

use super::flow::{Flow, Picture};
use super::picture_file;
use super::spans::{Span, plain};
use crate::export::Prepared;
use crate::export::text::{one_line, tidy};
use crate::story::people;

pub fn front_matter(page: &Prepared, flow: &Flow) -> String {
    let mut out = String::from("---\n");
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            out.push_str(&format!("{name}: {}\n", quoted(text)));
        }
    };
    line("title", &page.title);
    line("kicker", &plain(&flow.kicker));
    line("description", page.description.as_deref().unwrap_or_default());
    line("byline", &plain(&flow.byline));
    // A time without quotes is a time.
    out.push_str(&format!("date: {}\n", page.dates.published()));
    out.push_str(&format!("lastmod: {}\n", page.dates.modified()));
    out.push_str(&authors(page));
    out.push_str(&format!("language: {}\n", quoted(&page.language)));
    out.push_str(&flow.lead.as_ref().map(|picture| lead(page, picture)).unwrap_or_default());
    out.push_str("---\n\n");
    out
}

/// The people of the byline; without any the publication.
fn authors(page: &Prepared) -> String {
    let mut authors = people(&one_line(&page.story.document.byline.content));
    if authors.is_empty() {
        authors.push(tidy(page.story.publication.name));
    }
    let lines = authors.iter().filter(|name| !name.is_empty());
    let lines: String = lines.map(|name| format!("  - {}\n", quoted(name))).collect();
    if lines.is_empty() { lines } else { format!("authors:\n{lines}") }
}

/// Not under a name that a theme shows by itself: the picture stands in the text, with its credit.
fn lead(page: &Prepared, picture: &Picture) -> String {
    let caption = |spans: &[Span]| tidy(&plain(spans));
    let parts = [
        ("src", page.absolute(&picture_file(picture.picture))),
        ("caption", caption(&picture.caption)),
        ("credit", picture.credit.clone()),
        ("alt", picture.alt_text.clone()),
    ];
    let lines = parts.iter().filter(|(_, text)| !text.is_empty());
    let lines: String = lines.map(|(name, text)| format!("  {name}: {}\n", quoted(text))).collect();
    format!("lead:\n{lines}")
}

/// Liquid and Hugo look for doubled braces before anything reads YAML.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace("{{", "{\\u007b").replace("{%", "\\u007b%")
}
