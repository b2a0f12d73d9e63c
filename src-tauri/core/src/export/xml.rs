//! A small tree of XML for the forms that are XML or hold a passage of markup, and how it is written.
//!
//! Text and attribute values are escaped here and nowhere else, and what XML 1.0 forbids is left out
//! (<https://www.w3.org/TR/xml/#charsets>). Names are constants of the program.
//!
//! Not here: the page, which is HTML with rules of its own (`page/html.rs`).

use super::text::allowed;

/// The first line of a file of XML.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An element with its attributes in the order they were given.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Node>,
    /// It never has content and is closed where it opens.
    empty: bool,
}

/// Something inside an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element that may hold others. It is written with an end tag even when it holds none, so that
/// a reader of HTML understands it too.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), content: Vec::new(), empty: false }
}

/// An element that holds nothing: `<br/>`.
pub fn empty(name: &'static str) -> Element {
    Element { empty: true, ..element(name) }
}

/// The root as the text of a file.
pub fn file(root: &Element) -> String {
    let mut out = DECLARATION.to_owned();
    root.write(&mut out);
    out.push('\n');
    out
}

/// The nodes one after the other.
pub fn fragment(nodes: &[Node]) -> String {
    let mut out = String::new();
    nodes.iter().for_each(|node| node.write(&mut out));
    out
}

impl Element {
    /// Adds an attribute. The value may be anything.
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute when there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Adds text after what is there.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.content.push(Node::Text(text.into()));
        self
    }

    /// Adds elements or text after what is there: one element, an `Option`, a list.
    pub fn with<N: Into<Node>>(mut self, content: impl IntoIterator<Item = N>) -> Self {
        self.content.extend(content.into_iter().map(Into::into));
        self
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        if self.empty {
            out.push_str("/>");
            return;
        }
        out.push('>');
        self.content.iter().for_each(|node| node.write(out));
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

impl Node {
    fn write(&self, out: &mut String) {
        match self {
            Node::Element(element) => element.write(out),
            Node::Text(text) => escape(text, out),
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

/// `>` too, because `]]>` may not stand in text. Line ends and tabs in an attribute would be read as
/// spaces, so they are references.
fn escape(text: &str, out: &mut String) {
    for c in text.chars().filter(|c| allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(element: Element, expected: &str) {
        assert_eq!(fragment(&[element.into()]), expected);
    }

    #[test]
    fn text_cannot_become_markup() {
        check(element("p").text("]]></p>&lt;"), "<p>]]&gt;&lt;/p&gt;&amp;lt;</p>");
        check(empty("a").attribute("b", "\"\n<"), "<a b=\"&quot;&#10;&lt;\"/>");
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        check(element("p").text("a\u{0}\u{1}\u{B}b\u{FFFE}c\u{FFFF}\u{1FFFE}"), "<p>abc</p>");
    }
}
