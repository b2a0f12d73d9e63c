//! Documents, built piece by piece.

use serde_json::{Value, json};

/// What stands in a story. What is left empty is left out.
#[derive(Default)]
pub struct Document {
    pub language: &'static str,
    pub kicker: &'static str,
    pub headline: String,
    pub standfirst: &'static str,
    pub byline: Vec<Value>,
    pub dateline: &'static str,
    pub lead: Option<Value>,
    pub body: Vec<Value>,
    pub sign_off: &'static str,
}

impl Document {
    pub fn json(self) -> Value {
        let line = |kind: &str, text: &str| node(kind, words(text));
        let language = if self.language.is_empty() { "en" } else { self.language };
        let from_right = ["ar", "he", "fa"].contains(&language);
        let direction = if from_right { "rtl" } else { "ltr" };
        let headlines =
            ["webHeadline", "socialHeadline", "printHeadline"].map(|kind| line(kind, ""));
        json!({"schemaVersion": 2, "doc": {
            "type": "story",
            "attrs": {"language": language, "direction": direction},
            "content": [
                line("kicker", self.kicker),
                line("headline", &self.headline),
                line("standfirst", self.standfirst),
                node("byline", self.byline),
                line("dateline", self.dateline),
                node("headlines", headlines.to_vec()),
                node("lead", self.lead.into_iter().collect()),
                node("body", self.body),
                line("signOff", self.sign_off),
            ],
        }})
    }
}

pub fn node(kind: &str, content: Vec<Value>) -> Value {
    with(kind, json!({}), content)
}

pub fn with(kind: &str, attrs: Value, content: Vec<Value>) -> Value {
    let mut node = json!({"type": kind});
    if attrs.as_object().is_some_and(|attrs| !attrs.is_empty()) {
        node["attrs"] = attrs;
    }
    if !content.is_empty() {
        node["content"] = Value::Array(content);
    }
    node
}

/// Plain text, or nothing.
pub fn words(text: &str) -> Vec<Value> {
    if text.is_empty() { Vec::new() } else { vec![json!({"type": "text", "text": text})] }
}

pub fn marked(text: &str, mark: &str, attrs: Value) -> Value {
    json!({"type": "text", "text": text, "marks": [with(mark, attrs, Vec::new())]})
}

pub fn link(text: &str, href: &str) -> Value {
    marked(text, "link", json!({"href": href}))
}

pub fn foreign(text: &str, language: &str) -> Value {
    marked(text, "foreign", json!({"language": language}))
}

pub fn paragraph(text: &str) -> Value {
    node("paragraph", words(text))
}

pub fn paragraphs(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| paragraph(text)).collect()
}

pub fn crosshead(text: &str, level: u8) -> Value {
    with("crosshead", json!({"level": level}), words(text))
}

pub fn list(ordered: bool, items: Vec<Vec<Value>>) -> Value {
    let items = items.into_iter().map(|item| node("listItem", item)).collect();
    with("list", json!({"ordered": ordered}), items)
}

pub fn said(kind: &str, texts: &[&str], by: &str) -> Value {
    let mut content = paragraphs(texts);
    if !by.is_empty() {
        content.push(node("attribution", words(by)));
    }
    node(kind, content)
}

pub fn fact_box(title: &str, mut content: Vec<Value>) -> Value {
    content.insert(0, node("boxTitle", words(title)));
    node("factBox", content)
}

/// A table whose first row is its head.
pub fn table(rows: &[&[&str]]) -> Value {
    let cell = |head: bool, text: &str| {
        node(if head { "tableHeader" } else { "tableCell" }, vec![paragraph(text)])
    };
    let row = |(at, cells): (usize, &&[&str])| {
        node("tableRow", cells.iter().map(|text| cell(at == 0, text)).collect())
    };
    node("table", rows.iter().enumerate().map(row).collect())
}

pub fn correction(kind: &str, day: &str, text: &str) -> Value {
    with("correction", json!({"kind": kind, "at": day}), vec![paragraph(text)])
}

pub fn embed(address: &str, provider: &str, title: &str, text: &str) -> Value {
    let attrs = json!({"address": address, "provider": provider, "title": title, "text": text});
    with("embed", attrs, Vec::new())
}

/// A photo as the story has it; `None` for a caption means the photo's own.
pub fn figure(photo: &str, role: &str, caption: Option<&str>) -> Value {
    let content = caption.map(|text| vec![node("caption", words(text))]).unwrap_or_default();
    with("figure", json!({"photoId": photo, "role": role}), content)
}

pub fn gallery(layout: &str, figures: Vec<Value>) -> Value {
    with("gallery", json!({"layout": layout}), figures)
}
