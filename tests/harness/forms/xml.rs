//! A tree of XML as an independent parser reads it. Anything that is not well-formed fails.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

#[derive(Debug, Default)]
pub struct Tree {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Tree>,
    /// Of a node of text, which has no name.
    pub text: String,
}

pub fn parse(xml: &str) -> Result<Tree, String> {
    if let Some(c) = xml.chars().find(|c| forbidden(*c)) {
        return Err(format!("XML forbids {c:?}"));
    }
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Tree::default()];
    loop {
        match reader.read_event().map_err(|e| e.to_string())? {
            Event::Start(start) => open.push(begun(&start)?),
            Event::Empty(start) => {
                let tree = begun(&start)?;
                last(&mut open)?.children.push(tree);
            }
            Event::End(_) => {
                let tree = open.pop().ok_or("an end too many")?;
                last(&mut open)?.children.push(tree);
            }
            Event::Text(text) => add(&mut open, &text)?,
            Event::GeneralRef(name) => {
                let text = format!("&{};", &*name);
                add(&mut open, &unescape(&text).map_err(|e| e.to_string())?)?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop().ok_or("nothing")?;
    if !open.is_empty() || root.children.iter().filter(|t| !t.name.is_empty()).count() != 1 {
        return Err("there is not one root".into());
    }
    root.children.retain(|tree| !tree.name.is_empty());
    Ok(root.children.remove(0))
}

fn add(open: &mut [Tree], text: &str) -> Result<(), String> {
    last(open)?.children.push(Tree { text: text.to_owned(), ..Tree::default() });
    Ok(())
}

fn last(open: &mut [Tree]) -> Result<&mut Tree, String> {
    open.last_mut().ok_or_else(|| "an end too many".to_owned())
}

fn begun(start: &BytesStart) -> Result<Tree, String> {
    let name = start.name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| format!("{name}: {e}"))?;
        let value = unescape(&attribute.value).map_err(|e| format!("{name}: {e}"))?.into_owned();
        attributes.push((attribute.key.as_ref().to_owned(), value));
    }
    Ok(Tree { name, attributes, ..Tree::default() })
}

/// XML 1.0, production 2.
fn forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

impl Tree {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first element of this name below, however deep.
    pub fn find(&self, name: &str) -> Option<&Tree> {
        self.all(name).first().copied()
    }

    /// All elements of this name below, in order.
    pub fn all<'t>(&'t self, name: &str) -> Vec<&'t Tree> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// All the text in it.
    pub fn words(&self) -> String {
        let inside: String = self.children.iter().map(Tree::words).collect();
        format!("{}{inside}", self.text)
    }
}
