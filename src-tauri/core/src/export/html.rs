//! A small tree of HTML, and how it is written out.
//!
//! Text and attribute values are escaped here and nowhere else, so nothing that a writer or a
//! photo's metadata says can become markup. Tags and attribute names are constants of the program.
//! Only two elements hold text that is not escaped as HTML, because browsers read it raw: the style
//! sheet, which is ours, and the JSON-LD block, which is escaped as JSON.
//!
//! A tree is written by one of two [`Hand`]s: the page's, or that of WordPress's block editor, which
//! takes a block that it would have written otherwise for one that somebody broke.
//!
//! Not here: what a page looks like. That is the other files' business.

use crate::export::text::allowed;
use serde::Serialize;
use serde_json::Value;

/// Elements that have no end tag (WHATWG HTML 13.1.2).
const VOID: [&str; 6] = ["br", "hr", "img", "link", "meta", "source"];

/// Elements whose children stand on lines of their own. White space between those means nothing.
const ON_LINES: [&str; 16] = [
    "html",
    "head",
    "body",
    "main",
    "article",
    "header",
    "div",
    "aside",
    "table",
    "thead",
    "tbody",
    "tr",
    "figure",
    "blockquote",
    "ul",
    "ol",
];

/// How a tree is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hand {
    #[default]
    Page,
    /// As WordPress's editor serialises: images and rules end in `/>`, quotation marks stay in text,
    /// a non-breaking space is a reference, and nothing stands on a line of its own but blocks
    /// (`@wordpress/element` and `@wordpress/escape-html`).
    Editor,
}

/// An element with its attributes in the order they were given.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// Something inside an element.
#[derive(Debug, Clone, PartialEq)]
pub struct Node(Kind);

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Element(Element),
    Text(String),
    /// Contents of `style` and `script`, made by [`style`] and [`json_ld`] alone.
    Raw(String),
    /// Comments around nodes, made by [`block`] alone.
    Block {
        opening: String,
        name: &'static str,
        content: Vec<Node>,
    },
}

/// An element without attributes or children.
pub fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A style element. `css` is the program's own and holds no `</`.
pub fn style(css: String) -> Element {
    Element { children: vec![Node(Kind::Raw(css))], ..element("style") }
}

/// A `meta` that search engines know by its name: "description".
pub fn name(name: &'static str, content: &str) -> Element {
    element("meta").attribute("name", name).attribute("content", content)
}

/// A `meta` of Open Graph: "og:title".
pub fn property(property: &'static str, content: &str) -> Element {
    element("meta").attribute("property", property).attribute("content", content)
}

/// A block of structured data that no text inside it can end: what could be read as markup, and the
/// two line ends that JavaScript does not take in strings, become `\uXXXX`.
pub fn json_ld(value: &impl Serialize) -> Element {
    let json = serde_json::to_string(value).expect("strings and lists always serialise");
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // These stand in JSON inside strings only, where an escape means the same.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            _ => safe.push(c),
        }
    }
    Element { children: vec![Node(Kind::Raw(safe))], ..element("script") }
        .attribute("type", "application/ld+json")
}

/// A block of WordPress's editor: comments with its name and attributes around what it shows. What
/// could end the comment is escaped in the attributes as WordPress does
/// (<https://developer.wordpress.org/reference/functions/serialize_block_attributes/>).
pub fn block(name: &'static str, attributes: &[(&'static str, Value)], content: Vec<Node>) -> Node {
    let pairs = attributes.iter().map(|(name, value)| format!("\"{name}\":{value}"));
    let json = pairs.collect::<Vec<_>>().join(",");
    let json = if json.is_empty() { json } else { format!("{{{json}}} ") };
    // Outside of strings JSON has none of these.
    let safe = json
        .replace("\\\\", "\\u005c")
        .replace("\\\"", "\\u0022")
        .replace("--", "\\u002d\\u002d")
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    let opening = format!("<!-- wp:{name} {safe}-->");
    Node(Kind::Block { opening, name, content })
}

/// Nodes one after the other, blocks apart by an empty line.
pub fn written(nodes: &[Node], hand: Hand) -> String {
    let mut out = Out { hand, ..Out::default() };
    write_nodes(nodes, &mut out);
    out.text
}

/// The document with its doctype.
pub fn document(root: &Element) -> String {
    format!("<!doctype html>\n{}", file(root))
}

/// The element as a file of its own.
pub fn file(root: &Element) -> String {
    let mut out = Out::default();
    root.write(&mut out);
    out.text.push('\n');
    out.text
}

/// The element as it stands on a page, without a line end after it.
pub fn piece(root: &Element) -> String {
    let mut out = Out::default();
    root.write(&mut out);
    out.text
}

/// What was written.
#[derive(Default)]
struct Out {
    hand: Hand,
    text: String,
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

    /// Adds the class attribute, unless `classes` is empty.
    pub fn class(self, classes: &str) -> Self {
        self.maybe("class", (!classes.is_empty()).then_some(classes))
    }

    /// Adds text after what is there.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::text(text));
        self
    }

    /// Adds elements or text after what is there: one element, an `Option`, a list.
    pub fn with<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.attributes.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Shows `see` this element and every one inside it.
    pub fn walk(&self, see: &mut dyn FnMut(&Element)) {
        see(self);
        for child in &self.children {
            if let Kind::Element(element) = &child.0 {
                element.walk(see);
            }
        }
    }

    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The value of an attribute that it has.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Without some of its attributes.
    pub fn without(mut self, names: &[&str]) -> Self {
        self.attributes.retain(|(name, _)| !names.contains(name));
        self
    }

    /// Puts what `change` makes of it in the place of every element in this one; `None` leaves it out.
    pub fn changed(mut self, change: &impl Fn(Element) -> Option<Element>) -> Self {
        let child = |node: Node| match node.0 {
            Kind::Element(element) => change(element).map(|kept| kept.changed(change).into()),
            Kind::Text(_) | Kind::Raw(_) | Kind::Block { .. } => Some(node),
        };
        self.children = self.children.into_iter().filter_map(child).collect();
        self
    }

    /// The structured data in it, if it is made of that.
    pub fn data(&self) -> Option<serde_json::Value> {
        match self.children.as_slice() {
            [Node(Kind::Raw(json))] => serde_json::from_str(json).ok(),
            _ => None,
        }
    }

    fn write(&self, out: &mut Out) {
        let text = &mut out.text;
        text.push('<');
        text.push_str(self.tag);
        for (name, value) in &self.attributes {
            text.push(' ');
            text.push_str(name);
            text.push_str("=\"");
            escape_attribute(value, out.hand, text);
            text.push('"');
        }
        if VOID.contains(&self.tag) {
            let closes_itself = out.hand == Hand::Editor && self.tag != "br";
            out.text.push_str(if closes_itself { "/>" } else { ">" });
            return;
        }
        out.text.push('>');
        self.write_children(out);
        out.text.push_str("</");
        out.text.push_str(self.tag);
        out.text.push('>');
    }

    fn write_children(&self, out: &mut Out) {
        if out.hand == Hand::Editor || !ON_LINES.contains(&self.tag) {
            return write_nodes(&self.children, out);
        }
        for child in &self.children {
            out.text.push('\n');
            child.write(out);
        }
        out.text.push('\n');
    }
}

fn write_nodes(nodes: &[Node], out: &mut Out) {
    let is_block = |node: &Node| matches!(node.0, Kind::Block { .. });
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 && is_block(&nodes[at - 1]) && is_block(node) {
            out.text.push_str("\n\n");
        }
        node.write(out);
    }
}

impl Node {
    /// Text, to be escaped.
    pub fn text(text: &str) -> Node {
        Node(Kind::Text(text.to_owned()))
    }

    fn write(&self, out: &mut Out) {
        match &self.0 {
            Kind::Element(element) => element.write(out),
            Kind::Text(text) => escape(text, out.hand, &mut out.text),
            Kind::Raw(text) => out.text.push_str(text),
            Kind::Block { opening, name, content } => {
                out.text.push_str(opening);
                out.text.push('\n');
                write_nodes(content, out);
                out.text.push_str("\n<!-- /wp:");
                out.text.push_str(name);
                out.text.push_str(" -->");
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node(Kind::Element(element))
    }
}

/// Only what can end text or an attribute is written as a reference; everything else stays UTF-8.
fn escape(text: &str, hand: Hand, out: &mut String) {
    for c in text.chars().filter(|c| allowed(*c)) {
        match (c, hand) {
            ('&', _) => out.push_str("&amp;"),
            ('<', _) => out.push_str("&lt;"),
            ('>', _) => out.push_str("&gt;"),
            ('"', Hand::Page) => out.push_str("&quot;"),
            ('\u{a0}', Hand::Editor) => out.push_str("&nbsp;"),
            _ => out.push(c),
        }
    }
}

fn escape_attribute(value: &str, hand: Hand, out: &mut String) {
    if hand == Hand::Page {
        return escape(value, hand, out);
    }
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars().filter(|c| allowed(*c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    // The editor leaves this sign alone; but WordPress looks for blocks in attributes too.
    out.push_str(&escaped.replace("<!--", "&lt;!--"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(element: Element, expected: &str) {
        assert_eq!(file(&element).trim_end(), expected);
    }

    #[test]
    fn text_cannot_become_markup() {
        check(element("p").text("</p><b>"), "<p>&lt;/p&gt;&lt;b&gt;</p>");
        check(element("p").text("R&D &amp;"), "<p>R&amp;D &amp;amp;</p>");
    }

    #[test]
    fn an_attribute_cannot_end_early() {
        check(
            element("img").attribute("alt", "\" onerror=\"x"),
            "<img alt=\"&quot; onerror=&quot;x\">",
        );
    }

    #[test]
    fn characters_that_html_forbids_are_left_out() {
        check(element("p").text("a\0b\u{85}c\u{FFFE}d\u{FFFC}e\u{FFFD}"), "<p>abcde\u{FFFD}</p>");
        check(element("p").text("\u{202E}a\u{202C}\u{2067}b\u{200F}"), "<p>ab\u{200F}</p>");
    }

    #[test]
    fn no_attribute_ends_the_comment_of_its_block() {
        let attributes = [("className", Value::from("a --> <b> & \"c\" \\"))];
        let image = element("img").attribute("alt", "<b> <!-- wp:html {");
        assert_eq!(
            written(&[image.into()], Hand::Editor),
            "<img alt=\"<b&gt; &lt;!-- wp:html {\"/>",
        );
        let paragraph = element("p").text("--> \"c\"\u{a0}<!-- wp:html -->");
        assert_eq!(
            written(&[block("paragraph", &attributes, vec![paragraph.into()])], Hand::Editor),
            "<!-- wp:paragraph {\"className\":\"a \\u002d\\u002d\\u003e \\u003cb\\u003e \\u0026 \
             \\u0022c\\u0022 \\u005c\"} -->\n<p>--&gt; \"c\"&nbsp;&lt;!-- wp:html --&gt;</p>\n\
             <!-- /wp:paragraph -->",
        );
    }

    #[test]
    fn structured_data_cannot_end_its_block() {
        check(
            json_ld(&["</script><!--&\u{2028}\u{2029}"]),
            "<script type=\"application/ld+json\">\
             [\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"]</script>",
        );
    }
}
