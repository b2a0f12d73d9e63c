//! The style sheet of a theme: read by a CSS parser, held to what a page may do, pressed, and cut
//! down to what a page needs.
//!
//! Promises: nothing in it is fetched from anywhere, whatever its escapes and its letters' case;
//! it ends no element; each rule that takes something out of sight is known ([`Hiding`]).

use super::hiding::Hiding;
use super::problem::ThemeProblem;
use super::shipped;
use super::used::{Used, speaks};
use cssparser::{ParseError, ParseErrorKind, Parser, SourceLocation, Token};
use std::collections::BTreeMap;

/// The most bytes that a page carries as its sheet.
const MAX_PRESSED_BYTES: usize = 32_768;

/// Blocks and brackets inside each other.
const DEEPEST: u32 = 16;

const FILE: &str = "page.css";

/// The rules of a sheet.
#[derive(Debug, Default)]
pub struct Rules {
    rules: Vec<Rule>,
    hiding: Vec<Hiding>,
}

#[derive(Debug)]
enum Rule {
    Style {
        selectors: Vec<Asking>,
        body: String,
    },
    /// Rules under a condition: "@media print".
    Group {
        prelude: String,
        rules: Vec<Rule>,
    },
    /// What stands in every page as it is: "@page{margin:2cm}".
    Whole(String),
}

/// One selector, and what must stand on a page for it to find something.
#[derive(Debug)]
struct Asking {
    text: String,
    parts: Vec<String>,
}

/// What is wrong in which line of a sheet.
#[derive(Debug)]
pub struct Fault {
    pub line: usize,
    pub why: String,
}

/// The rules of the theme's own sheet, after those of the shipped theme it starts from.
pub fn read(
    files: &BTreeMap<String, String>,
    starts_from: Option<&str>,
) -> Result<Rules, ThemeProblem> {
    let mut rules = Rules::default();
    if let Some(name) = starts_from {
        let Some(under) = shipped::sheet(name) else {
            let why = format!("“startsFrom” names “{name}”, which is no theme of Cutline’s");
            return Err(ThemeProblem::new("theme.json", None, why));
        };
        rules = Rules::ours(under);
    }
    let own = files.get(FILE).map_or("", String::as_str);
    rules.add(own).map_err(|fault| ThemeProblem::new(FILE, Some(fault.line), fault.why))?;
    if rules.written(&|_| true).len() > MAX_PRESSED_BYTES {
        let why = format!("a page carries {} KB of style at most", MAX_PRESSED_BYTES / 1024);
        return Err(ThemeProblem::new(FILE, None, why));
    }
    Ok(rules)
}

impl Rules {
    /// A sheet that comes with Cutline; nothing where it is none.
    pub fn ours(css: &str) -> Rules {
        let mut rules = Rules::default();
        if rules.add(css).is_err() { Rules::default() } else { rules }
    }

    /// The rules that find something on a page, as they stand in it. No line end is left: browsers
    /// take a sheet's fingerprint after turning CRLF into LF, so that a file with the wrong ones would
    /// unstyle every page.
    pub fn kept(&self, used: &Used) -> String {
        self.written(&|asking| asking.parts.iter().all(|part| used.has(part)))
    }

    /// Those that take something out of sight.
    pub fn hiding(&self) -> &[Hiding] {
        &self.hiding
    }

    fn add(&mut self, css: &str) -> Result<(), Fault> {
        let mut reader = Reader { hiding: Vec::new() };
        let rules = reader.rules(&mut Parser::new(css), 0).map_err(|error| match error.kind {
            ParseErrorKind::Custom(fault) => fault,
            ParseErrorKind::Basic(_) => Fault { line: 1, why: "this is no style sheet".into() },
        })?;
        self.rules.extend(rules);
        self.hiding.extend(reader.hiding);
        Ok(())
    }

    fn written(&self, keeps: &dyn Fn(&Asking) -> bool) -> String {
        let mut out = String::new();
        for rule in &self.rules {
            rule.write(keeps, &mut out);
        }
        out
    }
}

impl Rule {
    fn write(&self, keeps: &dyn Fn(&Asking) -> bool, out: &mut String) {
        match self {
            Rule::Whole(text) => out.push_str(text),
            Rule::Style { selectors, body } => {
                let kept = selectors.iter().filter(|asking| keeps(asking));
                let kept: Vec<&str> = kept.map(|asking| asking.text.as_str()).collect();
                if !kept.is_empty() && !body.is_empty() {
                    out.extend([&kept.join(","), "{", body, "}"]);
                }
            }
            Rule::Group { prelude, rules } => {
                let mut inside = String::new();
                rules.iter().for_each(|rule| rule.write(keeps, &mut inside));
                if !inside.is_empty() {
                    out.extend([prelude, "{", &inside, "}"]);
                }
            }
        }
    }
}

impl Fault {
    /// As an error of the parser's.
    pub fn at(location: SourceLocation, why: impl Into<String>) -> ParseError<Fault> {
        ParseError::custom(Fault { line: location.line as usize + 1, why: why.into() })
    }
}

struct Reader {
    hiding: Vec<Hiding>,
}

impl Reader {
    fn rules(&mut self, parser: &mut Parser, depth: u32) -> Result<Vec<Rule>, ParseError<Fault>> {
        let mut rules = Vec::new();
        loop {
            parser.skip_whitespace();
            let at = parser.current_source_location();
            let mut prelude = Press::default();
            match prelude.until_block(parser, depth)? {
                End::OfSheet if prelude.out.is_empty() => return Ok(rules),
                End::OfSheet => return Err(Fault::at(at, "a rule has no end")),
                End::Semicolon if prelude.out.is_empty() => {}
                End::Semicolon => rules.push(Rule::Whole(prelude.out + ";")),
                End::Block => rules.push(self.rule(prelude.out, at, parser, depth + 1)?),
            }
        }
    }

    fn rule(
        &mut self,
        prelude: String,
        at: SourceLocation,
        parser: &mut Parser,
        depth: u32,
    ) -> Result<Rule, ParseError<Fault>> {
        const GROUPS: [&str; 4] = ["@media", "@supports", "@container", "@layer"];
        let name = prelude.split([' ', '(']).next().unwrap_or_default().to_ascii_lowercase();
        if GROUPS.contains(&name.as_str()) {
            let rules = closed(at, parser, |inside| self.rules(inside, depth))?;
            return Ok(Rule::Group { prelude, rules });
        }
        let mut body = Press::default();
        let nested = closed(at, parser, |inside| body.walk(inside, depth))?;
        let body = body.out.trim_end_matches(';').to_owned();
        if prelude.starts_with('@') {
            return Ok(Rule::Whole(format!("{prelude}{{{body}}}")));
        }
        if nested {
            return Err(Fault::at(at, "rules do not stand inside rules"));
        }
        let line = at.line as usize + 1;
        let hiding = Hiding::read(&prelude, &body, line).map_err(|why| Fault::at(at, why))?;
        self.hiding.extend(hiding);
        Ok(Rule::Style { selectors: asking(&prelude), body })
    }
}

/// What stands in a block, which must be closed: else what follows the sheet would stand in it, too.
fn closed<T>(
    at: SourceLocation,
    parser: &mut Parser,
    read: impl FnOnce(&mut Parser) -> Result<T, ParseError<Fault>>,
) -> Result<T, ParseError<Fault>> {
    let mut inner_end = parser.position();
    let value = parser.parse_nested_block(|inside| {
        let value = read(inside);
        inner_end = inside.position();
        value
    })?;
    match parser.position() == inner_end {
        true => Err(Fault::at(at, "what begins here is never closed")),
        false => Ok(value),
    }
}

/// Writes a part of a sheet in as few bytes as it needs.
#[derive(Default)]
struct Press {
    out: String,
    /// A space that matters only between two words.
    gap: bool,
}

enum End {
    OfSheet,
    Semicolon,
    Block,
}

impl Press {
    /// What stands before a block or a semicolon.
    fn until_block(&mut self, parser: &mut Parser, depth: u32) -> Result<End, ParseError<Fault>> {
        loop {
            match self.token(parser, depth, true)? {
                None => return Ok(End::OfSheet),
                Some(Token::Semicolon) => return Ok(End::Semicolon),
                Some(Token::CurlyBracketBlock) => return Ok(End::Block),
                Some(_) => {}
            }
        }
    }

    /// Everything to the end. Answers whether a block in braces stands in it.
    fn walk(&mut self, parser: &mut Parser, depth: u32) -> Result<bool, ParseError<Fault>> {
        let mut nested = false;
        while let Some(token) = self.token(parser, depth, false)? {
            nested |= token == Token::CurlyBracketBlock;
        }
        Ok(nested)
    }

    /// The next token, written with all that stands in its brackets. A prelude leaves its block and
    /// its semicolon to the caller.
    fn token<'i>(
        &mut self,
        parser: &mut Parser<'i>,
        depth: u32,
        prelude: bool,
    ) -> Result<Option<Token<'i>>, ParseError<Fault>> {
        let (start, at) = (parser.position(), parser.current_source_location());
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            return Ok(None);
        };
        if depth > DEEPEST {
            return Err(Fault::at(at, "blocks stand too deep inside each other"));
        }
        if let Some(why) = refused(&token) {
            return Err(Fault::at(at, why));
        }
        match token {
            Token::WhiteSpace(_) | Token::Comment(_) => self.gap = true,
            Token::Semicolon | Token::CurlyBracketBlock if prelude => {}
            _ => {
                self.write(parser.slice_from(start));
                self.brackets(&token, at, parser, depth)?;
            }
        }
        Ok(Some(token))
    }

    fn brackets(
        &mut self,
        token: &Token,
        at: SourceLocation,
        parser: &mut Parser,
        depth: u32,
    ) -> Result<(), ParseError<Fault>> {
        let close = match token {
            Token::Function(_) | Token::ParenthesisBlock => ")",
            Token::SquareBracketBlock => "]",
            Token::CurlyBracketBlock => "}",
            _ => return Ok(()),
        };
        if matches!(token, Token::Function(name) if name.eq_ignore_ascii_case("url")) {
            only_a_name(parser)?;
        }
        closed(at, parser, |inside| self.walk(inside, depth + 1))?;
        self.write(close);
        Ok(())
    }

    fn write(&mut self, written: &str) {
        let gap = std::mem::take(&mut self.gap);
        let after = self.out.chars().next_back();
        let tight = |c: char| matches!(c, '{' | '}' | ';' | ',');
        let said = gap
            && !after.is_none_or(|c| tight(c) || matches!(c, '(' | '[' | ':'))
            && !written.starts_with(|c| tight(c) || matches!(c, ')' | ']'));
        if said {
            self.out.push(' ');
        }
        if written == "}" && self.out.ends_with(';') {
            self.out.pop();
        }
        self.out.push_str(written);
    }
}

/// A reference inside the page is the only address that a sheet may hold.
fn only_a_name(parser: &mut Parser) -> Result<(), ParseError<Fault>> {
    let (state, at) = (parser.state(), parser.current_source_location());
    let inside = parser.parse_nested_block(|inside| {
        let named = inside.expect_string_cloned().is_ok_and(|name| name.starts_with('#'));
        let alone = inside.next().is_err();
        while inside.next().is_ok() {}
        Ok::<_, ParseError<Fault>>(named && alone)
    });
    parser.reset(&state);
    if inside? { Ok(()) } else { Err(Fault::at(at, NO_ADDRESS)) }
}

const NO_ADDRESS: &str = "a style sheet fetches nothing: url(…) may name a part of the page only";

/// Why a page may not bring this.
fn refused(token: &Token) -> Option<String> {
    const FETCHES: [&str; 8] = [
        "src",
        "image",
        "image-set",
        "-webkit-image-set",
        "cross-fade",
        "-webkit-cross-fade",
        "element",
        "paint",
    ];
    const RULES: [&str; 8] = [
        "import",
        "charset",
        "namespace",
        "font-face",
        "document",
        "-moz-document",
        "keyframes",
        "-webkit-keyframes",
    ];
    let is = |name: &str, known: &str| name.eq_ignore_ascii_case(known);
    let stays_out = |name: &str| Some(format!("{name} may not stand in a theme"));
    match token {
        Token::AtKeyword(name) if RULES.iter().any(|known| is(name, known)) => {
            stays_out(&format!("@{}", name.to_ascii_lowercase()))
        }
        Token::Function(name)
            if is(name, "expression") || FETCHES.iter().any(|known| is(name, known)) =>
        {
            stays_out(&format!("{}(…)", name.to_ascii_lowercase()))
        }
        Token::UnquotedUrl(address) if !address.starts_with('#') => Some(NO_ADDRESS.into()),
        Token::Ident(name) if is(name, "javascript") || is(name, "vbscript") => {
            Some("a theme runs nothing".into())
        }
        Token::Ident(name) if is(name, "behavior") || is(name, "-moz-binding") => {
            stays_out(&name.to_ascii_lowercase())
        }
        Token::QuotedString(text) if runs(text) => Some("a theme runs nothing".into()),
        Token::QuotedString(text) if text.contains("</") || text.contains("<!") => {
            Some("markup stands in a string".into())
        }
        Token::BadUrl(_) | Token::BadString(_) => Some("a string or an address never ends".into()),
        Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
            Some("a bracket is closed that was never opened".into())
        }
        Token::CDO | Token::CDC => Some("markup stands in the sheet".into()),
        Token::Delim('<' | '\\') => Some("markup stands in the sheet".into()),
        _ => None,
    }
}

fn runs(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("javascript:") || text.contains("vbscript:")
}

/// The selectors of a pressed list, each with what it asks for.
fn asking(prelude: &str) -> Vec<Asking> {
    let mut parser = Parser::new(prelude);
    let selectors = parser.parse_comma_separated(|selector| {
        let start = selector.position();
        let parts = parts(selector);
        Ok::<_, ParseError<Fault>>(Asking { text: selector.slice_from(start).trim().into(), parts })
    });
    // What cannot be read is kept as it is.
    selectors.unwrap_or_else(|_| vec![Asking { text: prelude.to_owned(), parts: Vec::new() }])
}

/// The elements, classes, attributes and languages that a selector asks for. What it says of a state
/// (":focus", "::after"), of everything ("*") and inside ":is(…)" asks for nothing.
fn parts(selector: &mut Parser) -> Vec<String> {
    let mut parts = Vec::new();
    let mut before = None;
    while let Ok(token) = selector.next_including_whitespace().cloned() {
        match (&before, &token) {
            (Some(Token::Delim('.')), Token::Ident(class)) => parts.push(format!(".{class}")),
            (Some(Token::Colon), Token::Ident(_)) => {}
            (Some(Token::Colon), Token::Function(name)) if name.eq_ignore_ascii_case("lang") => {
                parts.extend(name_inside(selector).map(|language| speaks(&language)));
            }
            (_, Token::Ident(tag)) => parts.push(tag.to_ascii_lowercase()),
            (_, Token::SquareBracketBlock) => {
                let name = name_inside(selector);
                parts.extend(name.map(|name| format!("[{}]", name.to_ascii_lowercase())));
            }
            _ => {}
        }
        before = Some(token);
    }
    parts
}

/// The first word in a bracket.
fn name_inside(selector: &mut Parser) -> Option<String> {
    let inside = selector.parse_nested_block(|inside| {
        let name = inside.expect_ident_cloned().ok().map(|name| name.to_string());
        while inside.next().is_ok() {}
        Ok::<_, ParseError<Fault>>(name)
    });
    inside.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        let mut rules = Rules::default();
        let said = match rules.add(css) {
            Ok(()) => rules.written(&|_| true),
            Err(fault) => format!("{}: {}", fault.line, fault.why),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        check("/* x */\n a  b ,\n c {\n color : red ;\n}\n", "a b,c{color :red}");
        check(
            "a{margin: 1px   2px}/* y */b{top:calc( 1px + 2px )}",
            "a{margin:1px 2px}b{top:calc(1px + 2px)}",
        );
        check(
            "@media ( min-width: 40rem ) and (color) {a{b:c}}\n",
            "@media (min-width:40rem) and (color){a{b:c}}",
        );
        check("a :is(b, c) , d{b:c}", "a :is(b,c),d{b:c}");
        check(
            "@page {\n margin: 2cm;\n @top-left { content: none }\n}",
            "@page{margin:2cm;@top-left{content:none}}",
        );
        check("", "");
    }

    #[test]
    fn nothing_is_fetched_whatever_its_letters() {
        check("\n@IMPORT \"a.css\";", "2: @import may not stand in a theme");
        for css in
            ["a{b:url(x.png)}", "a{b:\\75rl(x.png)}", "a{b:URL( 'data:,' )}", "a{b:url(\"\")}"]
        {
            check(css, &format!("1: {NO_ADDRESS}"));
        }
        check("a{c:url(#soft)}b{c:url('#soft')}", "a{c:url(#soft)}b{c:url('#soft')}");
        check("a{b:image-set('x' 1x)}", "1: image-set(…) may not stand in a theme");
        check("a{b:expression(alert(1))}", "1: expression(…) may not stand in a theme");
        check("a{\nb:'java\\73 cript:x'}", "2: a theme runs nothing");
        check("a{b:javascript:alert(1)}", "1: a theme runs nothing");
        check("a{behavior:none}", "1: behavior may not stand in a theme");
        check("a{}\n@font-face{font-family:x}", "2: @font-face may not stand in a theme");
    }

    #[test]
    fn a_sheet_is_closed_and_ends_no_element() {
        check("a{b:c", "1: what begins here is never closed");
        check("\n\n@media print{a{b:c}", "3: what begins here is never closed");
        check("a{b:c}}", "1: a bracket is closed that was never opened");
        check("a{content:'</style>'}", "1: markup stands in a string");
        check("a</style>b{}", "1: markup stands in the sheet");
        check("a{content:'never\n}", "1: a string or an address never ends");
        check("a b c", "1: a rule has no end");
        check("a{\nb{c:d}}", "1: rules do not stand inside rules");
        check(&"@media x{".repeat(100), "1: blocks stand too deep inside each other");
    }

    #[test]
    fn a_page_carries_the_rules_that_it_needs() {
        let sheet = "a{b:c}.x p,h2{d:e}@media print{.y{f:g}a::after{h:i}}:lang(ar){j:k}[data-x]>*{l:m}\
            :is(.z){n:o}@page{p:q}";
        let rules = Rules::ours(sheet);
        let mut used = Used::on("en");
        used.see("a", [("class", "y x")].into_iter());
        let kept = "a{b:c}@media print{.y{f:g}a::after{h:i}}:is(.z){n:o}@page{p:q}";
        assert_eq!(rules.kept(&used), kept);
        let mut used = Used::on("ar-EG");
        used.see("a", [("class", "y x"), ("data-x", "")].into_iter());
        used.see("p", [("class", "z")].into_iter());
        let kept = "a{b:c}.x p{d:e}@media print{.y{f:g}a::after{h:i}}:lang(ar){j:k}[data-x]>*{l:m}\
            :is(.z){n:o}@page{p:q}";
        assert_eq!(rules.kept(&used), kept);
    }
}
