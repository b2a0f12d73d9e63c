//! What an element of HTML is to a story: by its name, its class, its styles, as the programs that
//! people copy from write them.

use super::receipt::Why;
use super::style::Style;
use super::tree::Element;

/// What becomes of an element that is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Inline,
    Block,
    Break,
    Divider,
    Picture,
    /// What Word drew before an item.
    Marker,
    Heading(u8),
    Quote {
        pull: bool,
        /// A paragraph set as a quote, beside others that are.
        goes_on: bool,
        /// Known by its margins alone.
        indented: bool,
    },
    /// Spoken words inside a line, for which the browser writes the quotation marks.
    Speech,
    Attribution,
    /// Names who or what is quoted, when it stands alone.
    Cite,
    List {
        ordered: bool,
    },
    Item,
    /// A paragraph that Word numbers.
    WordItem,
    Term,
    Table,
    Row,
    Cell,
    Figure,
    Caption,
    Credit,
    /// How a word of Japanese or Chinese is read.
    Reading,
}

/// Elements that nobody sees and that say nothing.
const SILENT: [&str; 17] = [
    "head", "title", "meta", "link", "base", "template", "colgroup", "col", "xml", "rp", "source",
    "track", "param", "area", "map", "datalist", "wbr",
];

const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "listing",
    "main",
    "nav",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "tbody",
    "tfoot",
    "thead",
    "caption",
    "xmp",
    "figcaption",
];

/// Why an element is left out with all that is in it; `Some(None)` when nobody needs to know.
pub(super) fn gone(element: &Element, style: &Style) -> Option<Option<Why>> {
    let name = element.name();
    let why = match name {
        _ if SILENT.contains(&name) => return Some(None),
        "script" => Why::Script,
        "style" => Why::Sheet,
        "iframe" | "frame" | "frameset" | "object" | "embed" | "applet" => Why::Frame,
        "audio" | "video" => Why::Media,
        "canvas" | "svg" => Why::Drawing,
        "input" | "select" | "textarea" | "button" | "progress" | "meter" => Why::Control,
        "noscript" => Why::Hidden,
        _ if is_comment(element, style) => Why::Comment,
        "del" | "s" | "strike" => Why::Deleted,
        _ if style.struck || element.classes().any(|class| class == "msoDel") => Why::Deleted,
        _ if is_hidden(element, style) => Why::Hidden,
        _ => return None,
    };
    Some(Some(why))
}

/// Word's comments, and the marks by which Google Docs points at its own.
fn is_comment(element: &Element, style: &Style) -> bool {
    let by_class = element.classes().any(|class| {
        let class = class.to_ascii_lowercase();
        class.starts_with("msocom")
    });
    let href = element.attr("href");
    by_class
        || style.word_element.as_deref().is_some_and(|part| part.starts_with("comment"))
        || ["#_msocom", "#cmnt"].iter().any(|start| href.starts_with(start))
}

fn is_hidden(element: &Element, style: &Style) -> bool {
    const CLASSES: [&str; 4] =
        ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];
    style.hidden == Some(true)
        || element.has("hidden")
        || element.classes().any(|class| CLASSES.contains(&class))
}

/// What an element is whose content is kept. `in_docs`: Google Docs wrote the page.
pub(super) fn kind(element: &Element, style: &Style, in_docs: bool) -> Kind {
    let name = element.name();
    match name {
        "br" => Kind::Break,
        "hr" => Kind::Divider,
        "img" | "image" => Kind::Picture,
        "q" => Kind::Speech,
        "rt" => Kind::Reading,
        "dt" => Kind::Term,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "figure" => Kind::Figure,
        "figcaption" => Kind::Caption,
        "ul" | "menu" | "dir" => Kind::List { ordered: false },
        "ol" => Kind::List { ordered: true },
        "li" => Kind::Item,
        "cite" => Kind::Cite,
        "footer" => Kind::Attribution,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading(level(&name[1..])),
        "blockquote" => quote(is_pull_quote(element), false, false),
        _ => by_its_dress(element, style, in_docs),
    }
}

fn quote(pull: bool, goes_on: bool, indented: bool) -> Kind {
    Kind::Quote { pull, goes_on, indented }
}

/// Whether an element stands in lines of its own.
pub(super) fn is_block(element: &Element, style: &Style) -> bool {
    style.is_block || BLOCKS.contains(&element.name())
}

fn level(digit: &str) -> u8 {
    digit.parse().unwrap_or(2)
}

/// Plain elements that a class, a role or a style makes into more.
fn by_its_dress(element: &Element, style: &Style, in_docs: bool) -> Kind {
    let name = element.name();
    let is_block = is_block(element, style);
    if style.word_list.as_deref() == Some("ignore") {
        return Kind::Marker;
    }
    if element.attr("role") == "heading" {
        return Kind::Heading(level(element.attr("aria-level")));
    }
    if is_credit(element) {
        return Kind::Credit;
    }
    match is_block {
        false => Kind::Inline,
        true if name == "p" => paragraph(element, style, in_docs),
        true if is_pull_quote(element) => quote(true, false, false),
        true if is_caption(element) => Kind::Caption,
        true if element
            .classes()
            .any(|class| ["gmail_attr", "moz-cite-prefix"].contains(&class)) =>
        {
            Kind::Attribution
        }
        true => Kind::Block,
    }
}

fn paragraph(element: &Element, style: &Style, in_docs: bool) -> Kind {
    let has = |part: &str| element.classes().any(|class| class.to_ascii_lowercase().contains(part));
    if is_word_item(element, style) {
        return Kind::WordItem;
    }
    if has("msotitle") {
        return Kind::Heading(1);
    }
    if is_pull_quote(element) {
        return quote(true, true, false);
    }
    if has("quote") || has("quotation") || has("zitat") || has("citation") {
        return quote(false, true, false);
    }
    if is_caption(element) {
        return Kind::Caption;
    }
    match is_indented(style, in_docs, has("mso")) {
        true => quote(false, true, true),
        false => Kind::Block,
    }
}

/// The class alone stands on items and on what is set under them.
fn is_word_item(element: &Element, style: &Style) -> bool {
    let numbered = style.word_list.as_deref().is_some_and(|list| list.contains("level"));
    numbered || element.classes().any(|class| class.starts_with("MsoList"))
}

/// Google Docs has no block quotes: people move the left edge in. Word's own style moves both.
fn is_indented(style: &Style, in_docs: bool, in_word: bool) -> bool {
    const LEAST: f32 = 28.0;
    let left = style.indent.is_some_and(|points| points >= LEAST);
    let right = style.right_indent.is_some_and(|points| points >= LEAST);
    let hangs = style.first_line.is_some_and(|points| points < 0.0);
    left && !hangs && (in_docs || (in_word && right))
}

fn is_pull_quote(element: &Element) -> bool {
    element.classes().any(|class| {
        let class: String = class.chars().filter(char::is_ascii_alphanumeric).collect();
        class.to_ascii_lowercase().contains("pullquote")
    })
}

fn is_caption(element: &Element) -> bool {
    element.classes().any(|class| {
        let class = class.to_ascii_lowercase();
        (class.ends_with("caption") || class.ends_with("caption-text")) && class != "wp-caption"
    })
}

/// Only looked at within a figure.
fn is_credit(element: &Element) -> bool {
    const PROPERTIES: [&str; 4] = ["creditText", "copyrightHolder", "author", "copyrightNotice"];
    let by_class = element.classes().any(|class| {
        let class = class.to_ascii_lowercase();
        ["credit", "copyright", "photographer"].iter().any(|word| class.contains(word))
    });
    by_class || PROPERTIES.contains(&element.attr("itemprop"))
}
