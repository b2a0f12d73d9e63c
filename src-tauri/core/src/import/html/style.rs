//! The little of CSS that says something about copy: bold, italics, hidden, struck out, indented.
//! Read from style attributes and from simple rules of a page's own sheet (`p`, `.x`, `span.x`).

use super::tree::{Content, Element, Node};
use std::collections::HashMap;

/// Longer sheets are not read to their end.
const MAX_RULES: usize = 4_000;

/// The properties that say something of copy.
const KNOWN: [&str; 18] = [
    "font-weight",
    "font-style",
    "font",
    "display",
    "visibility",
    "mso-hide",
    "text-decoration",
    "text-decoration-line",
    "vertical-align",
    "white-space",
    "margin-left",
    "margin-inline-start",
    "margin-right",
    "margin-inline-end",
    "text-indent",
    "margin",
    "mso-list",
    "mso-element",
];

/// What styles say; `None` where they say nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Style {
    pub strong: Option<bool>,
    pub em: Option<bool>,
    pub hidden: Option<bool>,
    pub struck: bool,
    /// Stands above or below the line.
    pub raised: bool,
    pub keeps_breaks: Option<bool>,
    pub is_block: bool,
    /// How far the left edge is moved in, in points.
    pub indent: Option<f32>,
    pub right_indent: Option<f32>,
    /// How far the first line hangs out to the left: less than nothing in lists.
    pub first_line: Option<f32>,
    /// Word's own: "l0 level2 lfo1", or "Ignore" for what Word drew before an item.
    pub word_list: Option<String>,
    /// Word's own names for parts: "comment-list", "footnote".
    pub word_element: Option<String>,
}

/// The rules of a page's own sheets.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// By "p", ".x" or "span.x".
    rules: HashMap<String, Vec<(String, String)>>,
}

impl Sheet {
    /// Reads every `style` element of the tree.
    pub fn of(nodes: &[Node]) -> Sheet {
        let mut sheet = Sheet::default();
        for node in nodes {
            let Content::Element(element) = &node.content else { continue };
            if element.name() != "style" {
                continue;
            }
            for child in &node.children {
                if let Content::Text(css) = &nodes[*child].content {
                    sheet.read(css);
                }
            }
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        let css = without_remarks(css);
        for rule in css.split('}').take(MAX_RULES) {
            let Some((selectors, declarations)) = rule.split_once('{') else { continue };
            let declarations: Vec<_> = declared(declarations).collect();
            for selector in selectors.split(',').map(str::trim).filter(|s| is_simple(s)) {
                let rules = self.rules.entry(selector.to_ascii_lowercase()).or_default();
                for (name, value) in &declarations {
                    // The last one stands; what says nothing of copy is not kept.
                    rules.retain(|(known, _)| known != name);
                    if KNOWN.contains(&name.as_str()) {
                        rules.push((name.clone(), value.clone()));
                    }
                }
            }
        }
    }

    /// What the sheets and the element's own attribute say about it.
    pub fn style(&self, element: &Element) -> Style {
        let mut style = Style::default();
        if !self.rules.is_empty() {
            self.apply(&mut style, element.name());
            for class in element.classes() {
                let class = class.to_ascii_lowercase();
                self.apply(&mut style, &format!(".{class}"));
                self.apply(&mut style, &format!("{}.{class}", element.name()));
            }
        }
        for (name, value) in declared(element.attr("style")) {
            style.set(&name, &value);
        }
        style
    }

    fn apply(&self, style: &mut Style, selector: &str) {
        for (name, value) in self.rules.get(selector).into_iter().flatten() {
            style.set(name, value);
        }
    }
}

impl Style {
    fn set(&mut self, name: &str, value: &str) {
        match name {
            "font-weight" => self.strong = weight(value).or(self.strong),
            "font-style" => self.em = slant(value).or(self.em),
            "font" => {
                // The short form says all of it; the names of faces come last.
                self.strong = value.split_ascii_whitespace().find_map(weight).or(self.strong);
                self.em = value.split_ascii_whitespace().find_map(slant).or(self.em);
            }
            "display" => {
                self.hidden = Some(value == "none");
                self.is_block = matches!(value, "block" | "flex" | "grid" | "list-item");
            }
            "visibility" if value == "hidden" => self.hidden = Some(true),
            "mso-hide" => {
                self.hidden = Some(value == "all").filter(|hidden| *hidden).or(self.hidden)
            }
            "text-decoration" | "text-decoration-line" => {
                self.struck = value.contains("line-through");
            }
            "vertical-align" => self.raised = matches!(value, "super" | "sub"),
            "white-space" => {
                self.keeps_breaks = Some(value.starts_with("pre") || value == "break-spaces");
            }
            "margin-left" | "margin-inline-start" => self.indent = points(value).or(self.indent),
            "margin-right" | "margin-inline-end" => self.right_indent = points(value),
            "text-indent" => self.first_line = points(value),
            "margin" => self.set_margins(value),
            "mso-list" => self.word_list = Some(value.to_owned()),
            "mso-element" => self.word_element = Some(value.to_owned()),
            _ => {}
        }
    }

    fn set_margins(&mut self, value: &str) {
        let all: Vec<Option<f32>> = value.split_ascii_whitespace().map(points).collect();
        let (left, right) = match all[..] {
            [around] => (around, around),
            [_, sides] | [_, sides, _] => (sides, sides),
            [_, right, _, left] => (left, right),
            _ => return,
        };
        (self.indent, self.right_indent) = (left, right);
    }
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => {
            value.parse::<u32>().ok().filter(|weight| weight % 50 == 0).map(|weight| weight >= 600)
        }
    }
}

fn slant(value: &str) -> Option<bool> {
    match value.split(' ').next() {
        Some("italic" | "oblique") => Some(true),
        Some("normal") => Some(false),
        _ => None,
    }
}

/// A length in points; a pixel is three quarters of one.
fn points(value: &str) -> Option<f32> {
    let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+'))?;
    let (number, unit) = value.split_at(end);
    let number: f32 = number.parse().ok()?;
    let in_points = match unit {
        "pt" => number,
        "px" => number * 0.75,
        "in" => number * 72.0,
        "cm" => number * 28.35,
        "mm" => number * 2.835,
        "em" | "rem" => number * 12.0,
        "pc" => number * 12.0,
        _ => return None,
    };
    Some(in_points)
}

/// The declarations of a style attribute, in small letters.
fn declared(css: &str) -> impl Iterator<Item = (String, String)> + '_ {
    css.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.to_ascii_lowercase();
        let value = value.trim().trim_end_matches("!important").trim_end();
        Some((name.trim().to_ascii_lowercase(), value.to_owned()))
    })
}

/// Sheets come wrapped in `<!-- -->`, from the days of browsers without them.
fn without_remarks(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", "").replace("-->", "")
}

/// One name, one class, or both: nothing that depends on what is around.
fn is_simple(selector: &str) -> bool {
    let mut parts = selector.split('.');
    let name = parts.next().unwrap_or_default();
    let class = parts.next();
    let is_word = |word: &str| {
        word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '\\' | ':'))
    };
    // "a:hover" is not what stands in the copy.
    let plain = !selector.contains(':') || selector.contains("\\:");
    let some = !name.is_empty() || class.is_some_and(|class| !class.is_empty());
    some && plain && is_word(name) && class.is_none_or(is_word) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(css: &str) -> Style {
        let mut style = Style::default();
        declared(css).for_each(|(name, value)| style.set(&name, &value));
        style
    }

    #[test]
    fn bold_begins_at_six_hundred() {
        assert_eq!(style("font-weight: 700").strong, Some(true));
        assert_eq!(style("FONT-WEIGHT:600 !important").strong, Some(true));
        assert_eq!(style("font-weight:500").strong, Some(false));
        assert_eq!(style("font-weight:normal").strong, Some(false));
        assert_eq!(style("font: italic bold 12px/30px Georgia").strong, Some(true));
        assert_eq!(style("font: 12px Helvetica").strong, None);
    }

    #[test]
    fn margins_have_sides() {
        assert_eq!(style("margin: 0 0 0 40px").indent, Some(30.0));
        assert_eq!(style("margin-left:.5in").indent, Some(36.0));
        assert_eq!(style("margin: 1em auto").indent, None);
    }

    #[test]
    fn a_sheet_says_what_its_classes_are() {
        let mut sheet = Sheet::default();
        sheet.read("<!-- /* x } */ span.s1, .b {font-weight: bold} a:hover {display: none} -->");
        assert_eq!(sheet.rules.len(), 2);
        assert!(sheet.rules.contains_key("span.s1"));
    }
}
