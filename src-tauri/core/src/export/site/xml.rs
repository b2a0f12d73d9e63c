//! XML, escaped by construction: every text and every attribute goes through quick-xml, and loses
//! what XML forbids first.

use crate::export::text::tidy;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes by name, in the order in which they are written.
pub type Attributes<'a> = [(&'a str, &'a str)];

/// A document that is being written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// The document whose root element is `root`, filled by `inside`.
    pub fn document(root: &str, attributes: &Attributes, inside: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.element(root, attributes, inside);
        let mut text = String::from_utf8(xml.0.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }

    /// An element with elements in it.
    pub fn element(&mut self, name: &str, attributes: &Attributes, inside: impl FnOnce(&mut Xml)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element that holds a text in one line; none for an empty text.
    pub fn line(&mut self, name: &str, text: &str) {
        self.line_with(name, &[], text);
    }

    pub fn line_with(&mut self, name: &str, attributes: &Attributes, text: &str) {
        let text = tidy(text);
        if !text.is_empty() {
            self.raw_text(name, attributes, &text);
        }
    }

    /// An element that holds HTML as text, its line ends kept.
    pub fn html(&mut self, name: &str, attributes: &Attributes, html: &str) {
        self.raw_text(name, attributes, html);
    }

    /// An element that says everything in its attributes.
    pub fn empty(&mut self, name: &str, attributes: &Attributes) {
        self.write(Event::Empty(start(name, attributes)));
    }

    fn raw_text(&mut self, name: &str, attributes: &Attributes, text: &str) {
        self.write(Event::Start(start(name, attributes)));
        self.write(Event::Text(BytesText::new(text)));
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn write(&mut self, event: Event) {
        // Writing into memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: &Attributes) -> BytesStart<'a> {
    let clean = attributes.iter().map(|(name, value)| (*name, tidy(value)));
    let mut start = BytesStart::new(name);
    for (name, value) in clean {
        start.push_attribute((name, value.as_str()));
    }
    start
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        let text = Xml::document("a", &[("b", "\"<&'\u{1}")], |xml| {
            xml.line("c", "]]></c><!-- \u{0}\u{FFFE}é");
            xml.line("d", " \n ");
        });
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[1..],
            ["<a b=\"&quot;&lt;&amp;&apos;\">", " <c>]]&gt;&lt;/c&gt;&lt;!-- é</c>", "</a>"]
        );
    }
}
