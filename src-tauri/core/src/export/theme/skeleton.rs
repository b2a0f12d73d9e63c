//! What a theme wrote itself, with marks in the place of the pieces, judged before it is filled.
//!
//! It is read by a browser's tokenizer and held to a short list of elements and attributes, each
//! closed where it was opened; so there is nothing in it that a browser would mend, run or fetch.

use super::folder::MARKS;
use super::problem::{ThemeProblem, shown};
use super::render::{Laid, PAGE, Pieces};
use super::used::Used;
use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use minijinja::{Environment, OutputSpan, OutputSpanKind};
use std::cell::RefCell;

/// A rendered template, and where each part of it comes from.
pub struct Skeleton {
    pub html: String,
    pub spans: Vec<OutputSpan>,
    /// Those that it was rendered from.
    pub templates: Environment<'static>,
}

/// What is wrong, and where in the rendered template.
#[derive(Debug)]
pub struct Fault {
    /// Counted from 1; `None`: something is missing.
    line: Option<usize>,
    /// What to look for in that line.
    find: String,
    why: String,
}

/// What may hold pieces.
const FLOW: [&str; 9] =
    ["body", "main", "article", "header", "footer", "section", "aside", "div", "nav"];

/// What stands in those beside them.
const BLOCKS: [&str; 14] =
    ["p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "hr", "address", "small", "svg"];

const INLINE: [&str; 12] =
    ["a", "span", "strong", "em", "b", "i", "time", "abbr", "sup", "sub", "br", "svg"];

const IN_SVG: [&str; 8] = ["g", "path", "circle", "rect", "line", "ellipse", "polyline", "polygon"];

const VOID: [&str; 2] = ["br", "hr"];

/// Attributes that every element may have.
const ATTRIBUTES: [&str; 6] = ["class", "id", "lang", "dir", "role", "title"];

const OF_SVG: [&str; 27] = [
    "viewbox",
    "width",
    "height",
    "d",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "fill-rule",
    "clip-rule",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "points",
    "xmlns",
    "focusable",
    "transform",
    "opacity",
];

/// What a rule can find on the page: in the pieces, and in what the theme wrote. Fails with the first
/// thing that a theme may not write, or that it left out.
pub fn judge(skeleton: &Skeleton, pieces: &Pieces) -> Result<Used, Fault> {
    let reader = Reader { read: RefCell::new(Read::new(pieces)) };
    let tokenizer = Tokenizer::new(reader, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&skeleton.html));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.read.into_inner().end()
}

impl Skeleton {
    /// The page: each mark becomes its piece, and the lines of a proof's stops stand at both ends.
    pub fn filled(&self, laid: &Laid, head: &str) -> String {
        let pieces = laid.pieces();
        let mut html = String::with_capacity(self.html.len() + 16_384);
        let mut rest = self.html.as_str();
        while let Some((before, after)) = rest.split_once(MARKS[0]) {
            html.push_str(before);
            let Some((number, after)) = after.split_once(MARKS[1]) else { break };
            let piece = number.parse().ok().and_then(|at: usize| pieces.get(at));
            html.push_str(match piece {
                Some(piece) if piece.name == "head" => head,
                Some(piece) => piece.html,
                None => "",
            });
            rest = after;
        }
        html.push_str(rest);
        if laid.stops.is_empty() { html } else { with_stops(&html, laid) }
    }

    /// The fault with the template's line.
    pub fn problem(&self, fault: &Fault) -> ThemeProblem {
        let at = fault.line.and_then(|line| self.offset(line, &fault.find));
        match at.and_then(|at| self.place(at)) {
            Some((file, line)) => ThemeProblem::new(&file, Some(line), fault.why.clone()),
            None => self.missing(fault.why.clone()),
        }
    }

    /// Something that should stand on the page does not: the line where the story's place begins.
    pub fn missing(&self, why: String) -> ThemeProblem {
        let at = ["<article", "<main", "<body"].iter().find_map(|tag| self.html.find(tag));
        let (file, line) = at.and_then(|at| self.place(at)).unwrap_or((PAGE.to_owned(), 1));
        ThemeProblem::new(&file, Some(line), why)
    }

    /// Where in the rendered template `find` stands in a line: a tag that spans lines ends in it.
    fn offset(&self, line: usize, find: &str) -> Option<usize> {
        let start: usize = self.html.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = self.html.get(start..)?;
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let in_line = self.html[start..end].to_ascii_lowercase().find(find).map(|at| start + at);
        in_line.or_else(|| self.html[..end].to_ascii_lowercase().rfind(find)).or(Some(start))
    }

    /// The template and the line in it that wrote what stands at this offset.
    fn place(&self, at: usize) -> Option<(String, usize)> {
        let span = self.spans.iter().rfind(|span| span.output_range().start <= at)?;
        let mut line = span.line();
        if span.kind() == OutputSpanKind::Raw
            && let Ok(template) = self.templates.get_template(span.name())
        {
            let source = template.source();
            let from = span.source_range().start;
            let to = (from + at - span.output_range().start).min(source.len());
            line = source.as_bytes()[..to].iter().filter(|byte| **byte == b'\n').count() + 1;
        }
        Some((span.name().to_owned(), line))
    }
}

/// After the body begins, and before it ends. Both tags are there: the skeleton was judged.
fn with_stops(html: &str, laid: &Laid) -> String {
    let head = html.find("</head>").unwrap_or(0);
    let begins = html[head..].find("<body").map_or(head, |at| head + at);
    let begun = html[begins..].find('>').map_or(begins, |at| begins + at + 1);
    let ends = html.rfind("</body>").unwrap_or(html.len());
    let mut out = html[..begun].to_owned();
    for stop in &laid.stops {
        out.push('\n');
        out.push_str(stop);
    }
    out.push_str(&html[begun..ends]);
    for stop in &laid.stops {
        out.push_str(stop);
        out.push('\n');
    }
    out + &html[ends..]
}

struct Reader<'p> {
    read: RefCell<Read<'p>>,
}

impl TokenSink for Reader<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut read = self.read.borrow_mut();
        if read.fault.is_none() {
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            read.fault = read.token(token, line).err();
        }
        TokenSinkResult::Continue
    }
}

/// What was read so far.
struct Read<'p> {
    pieces: &'p Pieces<'p>,
    names: Vec<(&'static str, bool)>,
    /// Whether each piece was placed.
    placed: Vec<bool>,
    /// The last block that stands where the writer put it.
    last_in_order: Option<usize>,
    /// The open elements, outermost first.
    open: Vec<String>,
    seen: Seen,
    used: Used,
    text: String,
    fault: Option<Fault>,
}

#[derive(Default)]
struct Seen {
    doctype: bool,
    html: bool,
    head: bool,
    body: bool,
    ended: bool,
    main: usize,
    article: usize,
}

fn at<T>(line: usize, find: &str, why: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { line: Some(line), find: find.to_owned(), why: why.into() })
}

impl<'p> Read<'p> {
    fn new(pieces: &'p Pieces) -> Read<'p> {
        let names: Vec<(&'static str, bool)> =
            pieces.laid.pieces().iter().map(|piece| (piece.name, piece.in_order)).collect();
        Read {
            pieces,
            placed: vec![false; names.len()],
            names,
            last_in_order: None,
            open: Vec::new(),
            seen: Seen::default(),
            used: pieces.used.clone(),
            text: String::new(),
            fault: None,
        }
    }

    fn token(&mut self, token: Token, line: usize) -> Result<(), Fault> {
        match token {
            Token::CharacterTokens(text) => {
                self.text.push_str(&text);
                Ok(())
            }
            Token::NullCharacterToken => {
                at(line, "", "a character stands here that no page may hold")
            }
            Token::CommentToken(_) => {
                at(line, "<!--", "a comment would stand on the page; write {# … #} instead")
            }
            Token::ParseError(said) => {
                at(line, "", format!("the markup is not well formed: {}", shown(&said)))
            }
            Token::DoctypeToken(doctype) => self.doctype(&doctype, line),
            Token::TagToken(tag) => {
                self.words(line)?;
                match tag.kind {
                    TagKind::StartTag => self.start(&tag, line),
                    TagKind::EndTag => self.end_tag(&tag, line),
                }
            }
            Token::EOFToken => self.words(line),
        }
    }

    fn doctype(&mut self, doctype: &Doctype, line: usize) -> Result<(), Fault> {
        let plain = doctype.name.as_deref() == Some("html")
            && doctype.public_id.is_none()
            && doctype.system_id.is_none();
        let first = !self.seen.doctype && !self.seen.html;
        if !plain || !first || !self.text.trim().is_empty() {
            return at(line, "<!doctype", "a page begins with <!doctype html>");
        }
        self.seen.doctype = true;
        Ok(())
    }

    /// The text before a tag, and the marks in it.
    fn words(&mut self, line: usize) -> Result<(), Fault> {
        let text = std::mem::take(&mut self.text);
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(MARKS[0]) {
            self.bare(before, line)?;
            let (number, after) = after.split_once(MARKS[1]).unwrap_or((after, ""));
            self.piece(number.parse().unwrap_or(usize::MAX), line)?;
            rest = after;
        }
        self.bare(rest, line)
    }

    /// Text of the theme's own stands in an element for text.
    fn bare(&self, text: &str, line: usize) -> Result<(), Fault> {
        let inside = self.open.last().map(String::as_str);
        let holds_text = inside.is_some_and(|tag| {
            !["html", "ul", "ol", "dl", "body", "main", "article"].contains(&tag)
                && !IN_SVG.contains(&tag)
                && tag != "svg"
        });
        if text.trim().is_empty() || holds_text {
            return Ok(());
        }
        let words = text.trim();
        let find = words.lines().next().unwrap_or_default().to_ascii_lowercase();
        at(line, &find, format!("“{}” stands in no element for text", shown(words)))
    }

    fn piece(&mut self, number: usize, line: usize) -> Result<(), Fault> {
        let mark = format!("{}{number}{}", MARKS[0], MARKS[1]);
        let Some((name, in_order)) = self.names.get(number).copied() else {
            return at(line, &mark, "this is no piece of the story");
        };
        if std::mem::replace(&mut self.placed[number], true) {
            return at(line, &mark, format!("{name} is placed twice"));
        }
        if name == "head" {
            return self.head(line, &mark);
        }
        let inside = self.open.last().map_or("", String::as_str);
        if !FLOW.contains(&inside) || self.open.iter().any(|tag| !is_flow(tag) && tag != "html") {
            return at(
                line,
                &mark,
                format!("{name} stands in <{inside}>, which may hold no piece"),
            );
        }
        let of_the_page = matches!(name, "skip_link" | "masthead");
        if !of_the_page && !self.open.iter().any(|tag| tag == "article") {
            return at(line, &mark, format!("{name} stands outside of <article>"));
        }
        if name == "body" && in_order {
            if self.last_in_order.is_some_and(|last| last > number) {
                return at(line, &mark, "the blocks of the body are out of their order");
            }
            self.last_in_order = Some(number);
        }
        Ok(())
    }

    fn head(&mut self, line: usize, mark: &str) -> Result<(), Fault> {
        if self.open != ["html"] || self.seen.body {
            return at(line, mark, "head stands right after <html …>, before <body>");
        }
        self.seen.head = true;
        Ok(())
    }

    fn start(&mut self, tag: &Tag, line: usize) -> Result<(), Fault> {
        let name = &*tag.name;
        let find = format!("<{name}");
        if tag.had_duplicate_attributes {
            return at(line, &find, format!("<{name}> has an attribute twice"));
        }
        match name {
            "html" => self.root(tag, line)?,
            "body" => self.body(line)?,
            _ => self.fits(name, line)?,
        }
        for attribute in &tag.attrs {
            if let Err(why) = fits(name, attribute) {
                return at(line, &find, why);
            }
        }
        let attributes = tag.attrs.iter().map(|a| (&*a.name.local, &*a.value));
        self.used.see(name, attributes);
        match name {
            "main" => self.seen.main += 1,
            "article" => self.seen.article += 1,
            _ => {}
        }
        let svg = self.open.iter().any(|open| open == "svg");
        if !(VOID.contains(&name) || tag.self_closing && svg) {
            self.open.push(name.to_owned());
        }
        Ok(())
    }

    fn root(&mut self, tag: &Tag, line: usize) -> Result<(), Fault> {
        if !self.seen.doctype || self.seen.html {
            return at(line, "<html", "a page begins with <!doctype html> and has one <html>");
        }
        self.seen.html = true;
        let value = |name: &str| {
            tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string())
        };
        let says = [
            ("lang", self.pieces.language, "{{ story.language }}"),
            ("dir", self.pieces.direction, "{{ story.direction }}"),
        ];
        for (name, wanted, written) in says {
            if value(name).as_deref() != Some(wanted) {
                return at(line, "<html", format!("<html> needs {name}=\"{written}\""));
            }
        }
        Ok(())
    }

    fn body(&mut self, line: usize) -> Result<(), Fault> {
        if self.open != ["html"] || !self.seen.head || self.seen.body {
            return at(line, "<body", "<body> stands once, right after {{ head }}");
        }
        self.seen.body = true;
        Ok(())
    }

    /// Whether an element may stand where it does.
    fn fits(&self, name: &str, line: usize) -> Result<(), Fault> {
        let find = format!("<{name}");
        let inside = self.open.last().map_or("", String::as_str);
        let known = is_flow(name) || BLOCKS.contains(&name) || INLINE.contains(&name);
        if !(known || IN_SVG.contains(&name)) || name == "body" {
            return at(line, &find, not_a_themes(name));
        }
        let right = match inside {
            "ul" | "ol" => name == "li",
            "dl" => matches!(name, "dt" | "dd" | "div"),
            "svg" | "g" => IN_SVG.contains(&name),
            "" | "html" => false,
            _ if IN_SVG.contains(&name) => false,
            _ if name == "li" => false,
            _ if matches!(name, "dt" | "dd") => self.open.iter().any(|open| open == "dl"),
            _ if is_flow(inside) || matches!(inside, "li" | "dd") => true,
            _ => INLINE.contains(&name),
        };
        if !right || (name == "a" && self.open.iter().any(|open| open == "a")) {
            return at(line, &find, format!("<{name}> may not stand in <{inside}>"));
        }
        Ok(())
    }

    fn end_tag(&mut self, tag: &Tag, line: usize) -> Result<(), Fault> {
        let name = &*tag.name;
        let find = format!("</{name}");
        match self.open.pop() {
            Some(open) if open == name => {
                self.seen.ended |= name == "html";
                Ok(())
            }
            Some(open) => at(line, &find, format!("</{name}> stands where </{open}> should")),
            None => at(line, &find, format!("</{name}> closes nothing")),
        }
    }

    /// What is missing when all was read.
    fn end(self) -> Result<Used, Fault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let missing = |why: String| Err(Fault { line: None, find: String::new(), why });
        if let Some(open) = self.open.last() {
            return missing(format!("<{open}> is never closed"));
        }
        if !self.seen.ended || !self.seen.body {
            return missing("a page has <html>, {{ head }} and <body>".into());
        }
        for (tag, count) in [("main", self.seen.main), ("article", self.seen.article)] {
            if count != 1 {
                return missing(format!("a page has one <{tag}>, this one has {count}"));
            }
        }
        let left_out = self.placed.iter().zip(&self.names).filter(|(placed, _)| !**placed);
        let left_out: Vec<&'static str> = left_out.map(|(_, (name, _))| *name).collect();
        match left_out.as_slice() {
            [] => Ok(self.used),
            ["body"] => missing("a block of the body is left out".into()),
            ["body", ..] => missing(format!("{} blocks of the body are left out", left_out.len())),
            [name, ..] => missing(format!("{{{{ {name} }}}} is left out")),
        }
    }
}

fn is_flow(name: &str) -> bool {
    FLOW.contains(&name)
}

fn not_a_themes(name: &str) -> String {
    match name {
        "figure" | "img" | "picture" | "figcaption" | "source" => {
            format!("a theme places figures and makes none, so <{name}> may not stand here")
        }
        "script" | "iframe" | "object" | "embed" | "form" | "base" | "meta" | "link" | "style" => {
            format!("<{name}> may not stand in a theme")
        }
        "h1" => "the headline is the page's only <h1>".into(),
        _ => format!("<{name}> is not among the elements that a theme may write"),
    }
}

fn fits(element: &str, attribute: &Attribute) -> Result<(), String> {
    let (name, value) = (attribute.name.local.to_ascii_lowercase(), &*attribute.value);
    if value.contains(MARKS) {
        return Err(format!("a piece stands in the attribute {}", shown(&name)));
    }
    if value.to_ascii_lowercase().contains("url(") || value.to_ascii_lowercase().contains("script:")
    {
        return Err(format!("{} may not hold that address", shown(&name)));
    }
    let of_svg = element == "svg" || IN_SVG.contains(&element);
    match &*name {
        "style" => Err("style=\"…\" does nothing under the page's policy; use page.css".into()),
        name if name.starts_with("on") => {
            Err(format!("{} runs; a theme runs nothing", shown(name)))
        }
        "href" if element == "a" => address(value),
        "rel" | "hreflang" if element == "a" => Ok(()),
        "datetime" if element == "time" => Ok(()),
        "hidden" | "popover" | "inert" => Err(format!("{name} would hide what stands inside")),
        "aria-hidden" if is_flow(element) && value != "false" => {
            Err("aria-hidden would hide what stands inside".into())
        }
        name if ATTRIBUTES.contains(&name) || name.starts_with("aria-") => Ok(()),
        name if of_svg && OF_SVG.contains(&name) => Ok(()),
        name => Err(format!("<{element}> may not have the attribute {}", shown(name))),
    }
}

/// A link leads to the web, to a mail program, or somewhere beside the page.
fn address(value: &str) -> Result<(), String> {
    let clean: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let scheme = clean.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_scheme = |s: &str| s.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let known = ["http", "https", "mailto"];
    match scheme.filter(|scheme| is_scheme(scheme)) {
        Some(scheme) if !known.contains(&scheme.as_str()) => {
            Err(format!("a link leads by http, https or mailto, not by {}", shown(&scheme)))
        }
        None if clean.starts_with("//") || clean.starts_with('\\') => {
            Err("a link needs http: or https: before //".into())
        }
        _ if clean != value => Err("an address holds no spaces".into()),
        _ => Ok(()),
    }
}
