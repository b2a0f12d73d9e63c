//! A small tree of XML, read from a stranger: no document type, no entities of its own, a limit on
//! depth and size. What is cut short is kept as far as it goes.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::reader::NsReader;
use std::borrow::Cow;

const MAX_DEPTH: usize = 64;
const MAX_NODES: usize = 100_000;
const MAX_ATTRIBUTES: usize = 1_000;

/// A name with the address of its namespace; prefixes mean nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub space: String,
    pub local: String,
}

#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: Name,
    pub attributes: Vec<(Name, String)>,
    pub children: Vec<Element>,
    /// The text directly inside, without that of its children.
    pub text: String,
}

impl Name {
    /// Whatever the case of the local part: a large agency writes `dc:Rights` for `dc:rights`.
    pub fn is(&self, space: &str, local: &str) -> bool {
        self.space == space && self.local.eq_ignore_ascii_case(local)
    }
}

impl Element {
    /// Nothing is said: no text, no value in an attribute, no children.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.children.is_empty()
            && self.attributes.iter().all(|(_, value)| value.trim().is_empty())
    }

    pub fn attribute(&self, space: &str, local: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name.is(space, local));
        found.map(|(_, value)| value.as_str())
    }
}

/// Reads `text` into a nameless element that holds everything. `None` for a document type and for a
/// tree that is too deep or too large.
pub(super) fn read(text: &str) -> Option<Element> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_dangling_amp = true;
    let mut open = vec![Element::default()];
    let mut nodes = 0;
    // A broken place ends the reading; what came before it stands.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::DocType(_) => return None,
            Event::Start(tag) => open.push(element(&reader, &tag)),
            Event::Empty(tag) => close(&mut open, element(&reader, &tag)),
            Event::End(_) if open.len() > 1 => {
                let done = open.pop()?;
                close(&mut open, done);
            }
            Event::Text(text) => add_text(&mut open, &text),
            Event::CData(text) => add_text(&mut open, &text),
            Event::GeneralRef(reference) => add_text(&mut open, &resolve(&reference)),
            _ => {}
        }
        nodes += 1;
        if nodes > MAX_NODES || open.len() > MAX_DEPTH {
            return None;
        }
    }
    while open.len() > 1 {
        let done = open.pop()?;
        close(&mut open, done);
    }
    open.pop()
}

fn close(open: &mut [Element], done: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(done);
    }
}

fn add_text(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn element(reader: &NsReader<&[u8]>, tag: &BytesStart) -> Element {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok).take(MAX_ATTRIBUTES);
    let attributes = attributes.map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_or_else(|_| with_own_entities(&attribute.value), Cow::into_owned);
        (name(reader, attribute.key, false), value)
    });
    Element {
        name: name(reader, tag.name(), true),
        attributes: attributes.collect(),
        ..Element::default()
    }
}

fn name(reader: &NsReader<&[u8]>, name: QName, is_element: bool) -> Name {
    let (space, local) = reader.resolver().resolve(name, is_element);
    let space = match space {
        ResolveResult::Bound(space) => space.into_inner().to_owned(),
        _ => String::new(),
    };
    Name { space, local: local.into_inner().to_owned() }
}

/// A value with an entity that is not XML's own, which stays as it is written.
fn with_own_entities(value: &str) -> String {
    let own = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    own.iter().fold(value.to_owned(), |value, (entity, letter)| value.replace(entity, letter))
}

/// A character or one of XML's own five entities. Any other would need a document type, which is
/// refused: it stays as it is written.
fn resolve(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    resolve_predefined_entity(reference)
        .map_or_else(|| format!("&{};", &**reference), str::to_owned)
}
