//! `word.txt`: what a Word document says, a line for each paragraph, read with an XML reader.

use super::xml::{Tree, parse};
use super::{Expected, ensure, ensure_sound, expect};
use crate::harness::Case;
use cutline_core::export::{PageStory, WordContent, word};
use std::collections::BTreeMap;

const STOPS: [&str; 1] = ["EMBARGOED UNTIL 00:01 Istanbul <12 May> & 21:01 UTC"];

pub fn run(case: &Case, story: &PageStory, expected: &Expected) -> Result<(), String> {
    ensure(word(story, &[]) == word(story, &[]), || "a second Word document differs".into())?;
    let files = files(story, &[]);
    let document = parse(&text(&files, "word/document.xml")?)?;
    let mut said = Transcript::new(&files)?;
    let body = document.find("w:body").ok_or("no body")?;
    body.children.iter().for_each(|block| said.block(block, ""));
    ensure_sound("the Word document", &document.words(), expected)?;
    every_part_is_there(&files)?;
    names_nobody(&files)?;
    a_stop_stands_at_head_and_foot(story)?;
    expect(case, "word.txt", &said.lines)
}

type Files = BTreeMap<String, String>;

/// The parts by name; a picture stands for itself.
fn files(story: &PageStory, stops: &[String]) -> Files {
    let content = |content| match content {
        WordContent::Text(text) | WordContent::Picture(text) => text,
    };
    word(story, stops).into_iter().map(|part| (part.name, content(part.content))).collect()
}

fn text(files: &Files, name: &str) -> Result<String, String> {
    files.get(name).cloned().ok_or_else(|| format!("no {name}"))
}

/// Every relation leads somewhere, every picture has a type, every XML is well-formed.
fn every_part_is_there(files: &Files) -> Result<(), String> {
    let types = text(files, "[Content_Types].xml")?;
    for name in files.keys() {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            parse(&text(files, name)?).map_err(|e| format!("{name}: {e}"))?;
        }
        let end = name.rsplit('.').next().unwrap_or_default();
        let typed = types.contains(&format!("Extension=\"{end}\""));
        ensure(typed, || format!("{name} has no type"))?;
    }
    let relations = parse(&text(files, "word/_rels/document.xml.rels")?)?;
    for relation in relations.all("Relationship") {
        let target = relation.attribute("Target").unwrap_or_default();
        let outside = relation.attribute("TargetMode") == Some("External");
        let there = outside || files.contains_key(&format!("word/{target}"));
        ensure(there, || format!("no {target}"))?;
    }
    Ok(())
}

fn names_nobody(files: &Files) -> Result<(), String> {
    let properties = parse(&text(files, "docProps/core.xml")?)?;
    let known = ["dc:title", "dc:language", "dcterms:created", "dcterms:modified"];
    let names: Vec<&str> = properties.children.iter().map(|tree| tree.name.as_str()).collect();
    ensure(names == known, || format!("the properties are {names:?}"))?;
    let parts: Vec<&String> = files.keys().filter(|n| !n.starts_with("word/media/")).collect();
    ensure(parts.len() == 10, || format!("parts {parts:?}"))
}

fn a_stop_stands_at_head_and_foot(story: &PageStory) -> Result<(), String> {
    let files = files(story, &STOPS.map(str::to_owned));
    for part in ["word/header1.xml", "word/footer1.xml"] {
        let said = parse(&text(&files, part)?)?.words();
        ensure(said.contains(STOPS[0]), || format!("{part} says {said:?}"))?;
    }
    Ok(())
}

/// Writes down what a reader sees.
struct Transcript {
    lines: String,
    targets: BTreeMap<String, String>,
}

impl Transcript {
    fn new(files: &Files) -> Result<Transcript, String> {
        let relations = parse(&text(files, "word/_rels/document.xml.rels")?)?;
        let pair = |relation: &&Tree| {
            let [id, target] = ["Id", "Target"].map(|name| relation.attribute(name));
            Some((id?.to_owned(), target?.to_owned()))
        };
        let targets = relations.all("Relationship").iter().filter_map(pair).collect();
        Ok(Transcript { lines: String::new(), targets })
    }

    fn line(&mut self, indent: &str, text: &str) {
        self.lines.push_str(&format!("{indent}{text}\n"));
    }

    fn block(&mut self, block: &Tree, indent: &str) {
        let inner = format!("{indent}  ");
        match block.name.as_str() {
            "w:p" => {
                let text = self.paragraph(block);
                self.line(indent, text.trim_end());
            }
            "w:tbl" => {
                let style = value(block, "w:tblStyle").unwrap_or_default();
                self.line(indent, &format!("[{style}]"));
                block.children.iter().for_each(|row| self.block(row, &inner));
            }
            "w:tr" => {
                let head = if block.find("w:tblHeader").is_some() { "head row" } else { "row" };
                self.line(indent, head);
                block.children.iter().for_each(|cell| self.block(cell, &inner));
            }
            "w:tc" => {
                let down = block.find("w:vMerge").map_or("", |merge| {
                    if merge.attributes.is_empty() { " goes on" } else { " reaches down" }
                });
                let wide = value(block, "w:gridSpan").filter(|span| *span != "1");
                let wide = wide.map(|span| format!(" over {span}")).unwrap_or_default();
                self.line(indent, &format!("cell{wide}{down}"));
                block.children.iter().for_each(|inside| self.block(inside, &inner));
            }
            "w:sectPr" => {
                let turned = if block.find("w:bidi").is_some() { ", right to left" } else { "" };
                let width = block.find("w:pgSz").and_then(|size| size.attribute("w:w"));
                self.line(indent, &format!("paper {}{turned}", width.unwrap_or_default()));
            }
            _ => {}
        }
    }

    fn paragraph(&self, paragraph: &Tree) -> String {
        let properties = paragraph.find("w:pPr");
        let of = |name| properties.and_then(|properties| value(properties, name));
        let mut line = of("w:pStyle").unwrap_or_default().to_string();
        if let (Some(list), Some(depth)) = (of("w:numId"), of("w:ilvl")) {
            line.push_str(&format!(" {list}.{depth}"));
        }
        if properties.is_some_and(|properties| properties.find("w:bidi").is_some()) {
            line.push_str(" rtl");
        }
        line.push_str("| ");
        paragraph.children.iter().for_each(|inside| line.push_str(&self.inside(inside)));
        line
    }

    fn inside(&self, tree: &Tree) -> String {
        match tree.name.as_str() {
            "w:hyperlink" => {
                let target = tree.attribute("r:id").and_then(|id| self.targets.get(id));
                let text: String = tree.children.iter().map(|run| self.inside(run)).collect();
                format!("[{text}]({})", target.map_or("nowhere", String::as_str))
            }
            "w:r" => words(tree, &self.targets),
            _ => String::new(),
        }
    }
}

fn words(run: &Tree, targets: &BTreeMap<String, String>) -> String {
    if let Some(drawing) = run.find("w:drawing") {
        return picture(drawing, targets);
    }
    if run.find("w:br").is_some() {
        return " ⏎ ".into();
    }
    let mut text = run.find("w:t").map(Tree::words).unwrap_or_default();
    for (name, sign) in [("w:b", "**"), ("w:i", "_")] {
        if run.find(name).is_some() {
            text = format!("{sign}{text}{sign}");
        }
    }
    if let Some(style) = value(run, "w:rStyle").filter(|style| *style != "Hyperlink") {
        text = format!("<{style}>{text}");
    }
    match run.find("w:lang").and_then(|language| language.attributes.first()) {
        Some((_, language)) => format!("{{{language}: {text}}}"),
        None => text,
    }
}

fn picture(drawing: &Tree, targets: &BTreeMap<String, String>) -> String {
    let centimetres = |name| {
        let size = drawing.find("wp:extent").and_then(|extent| extent.attribute(name));
        size.and_then(|size| size.parse::<f64>().ok()).unwrap_or_default() / 360_000.0
    };
    let alt = drawing.find("wp:docPr").and_then(|properties| properties.attribute("descr"));
    let id = drawing.find("a:blip").and_then(|blip| blip.attribute("r:embed"));
    let target = id.and_then(|id| targets.get(id)).map_or("nothing", String::as_str);
    let (wide, high) = (centimetres("cx"), centimetres("cy"));
    format!("{{{target}, {wide:.1} × {high:.1} cm, {:?}}}", alt.unwrap_or("no alt text"))
}

fn value<'t>(tree: &'t Tree, name: &str) -> Option<&'t str> {
    tree.find(name)?.attribute("w:val")
}
