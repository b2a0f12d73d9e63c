//! The style sheet of a theme: read by a CSS parser, held to what a page may do, and pressed.
//!
//! Promises: nothing in it is fetched from anywhere, whatever its escapes and its letters' case;
//! it ends no element; each rule that takes something out of sight is known ([`Hiding`]).

use super::folder::MAX_FILE_BYTES;
use super::hiding::{self, Hiding};
use super::problem::ThemeProblem;
use super::shipped;
use cssparser::{ParseError, ParseErrorKind, Parser, SourceLocation, Token};
use std::collections::BTreeMap;

/// The most bytes that a page carries as its sheet.
const MAX_PRESSED_BYTES: usize = 32_768;

/// Blocks and brackets inside each other.
const DEEPEST: u32 = 16;

const FILE: &str = "page.css";

/// What a page brings as its style.
pub struct Sheet {
    pub css: String,
    pub hiding: Vec<Hiding>,
}

/// What is wrong in which line of a sheet.
#[derive(Debug)]
pub struct Fault {
    pub line: usize,
    pub why: String,
}

/// The theme's own sheet, over that of the shipped theme it starts from.
pub fn read(
    files: &BTreeMap<String, String>,
    starts_from: Option<&str>,
) -> Result<Sheet, ThemeProblem> {
    let own = files.get(FILE).map_or("", String::as_str);
    let under = match starts_from {
        None => "",
        Some(name) => shipped::sheet(name).ok_or_else(|| {
            let why = format!("“startsFrom” names “{name}”, which is no theme of Cutline's");
            ThemeProblem::new("theme.json", None, why)
        })?,
    };
    let refused = |fault: Fault| ThemeProblem::new(FILE, Some(fault.line), fault.why);
    let css = [under, own].map(|css| checked(css).map_err(refused));
    let [under_css, own_css] = css;
    let css = under_css? + &own_css?;
    if css.len() > MAX_PRESSED_BYTES.min(MAX_FILE_BYTES) {
        let why = format!("a page carries {} KB of style at most", MAX_PRESSED_BYTES / 1024);
        return Err(ThemeProblem::new(FILE, None, why));
    }
    let mut hiding = hiding::rules(under).map_err(refused)?;
    hiding.extend(hiding::rules(own).map_err(refused)?);
    Ok(Sheet { css, hiding })
}

/// A sheet of Cutline's own as it stands in a page; nothing where it is none.
pub fn pressed(css: &str) -> String {
    checked(css).unwrap_or_default()
}

/// The sheet without its comments and the spaces that say nothing. No line end is left in it:
/// browsers take its fingerprint after turning CRLF into LF, so a checkout with the wrong one would
/// unstyle every page.
fn checked(css: &str) -> Result<String, Fault> {
    let mut parser = Parser::new(css);
    let mut press = Press::default();
    press.walk(&mut parser, 0).map_err(Fault::of)?;
    if press.out.contains("</") || press.out.contains("<!") {
        return Err(Fault { line: 1, why: "markup stands in the sheet".into() });
    }
    Ok(press.out)
}

impl Fault {
    /// As an error of the parser's.
    pub fn at(location: SourceLocation, why: impl Into<String>) -> ParseError<Fault> {
        ParseError::custom(Fault { line: location.line as usize + 1, why: why.into() })
    }

    /// Ours, or what the parser says without a place.
    pub fn of(error: ParseError<Fault>) -> Fault {
        match error.kind {
            ParseErrorKind::Custom(fault) => fault,
            ParseErrorKind::Basic(_) => Fault { line: 1, why: "this is no style sheet".into() },
        }
    }
}

/// Writes a sheet in as few bytes as it needs.
#[derive(Default)]
struct Press {
    out: String,
    /// A space that matters only between two words.
    gap: bool,
}

impl Press {
    fn walk<'i>(
        &mut self,
        parser: &mut Parser<'i>,
        depth: u32,
    ) -> Result<(), ParseError<Fault>> {
        let mut in_url = false;
        loop {
            let (start, at) = (parser.position(), parser.current_source_location());
            let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
                return Ok(());
            };
            let refuse = |why: String| Err(Fault::at(at, why));
            if depth > DEEPEST {
                return refuse("blocks stand too deep inside each other".into());
            }
            if let Some(why) = refused(&token) {
                return refuse(why);
            }
            if let Token::WhiteSpace(_) | Token::Comment(_) = token {
                self.gap = true;
                continue;
            }
            self.write(parser.slice_from(start));
            let Some(close) = closing(&token) else { continue };
            in_url |= matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("url"));
            if in_url {
                only_a_name(parser)?;
                in_url = false;
            }
            let mut inner_end = parser.position();
            parser.parse_nested_block(|inside| {
                let walked = self.walk(inside, depth + 1);
                inner_end = inside.position();
                walked
            })?;
            if parser.position() == inner_end {
                return refuse(format!("a “{close}” is missing at the end of what begins here"));
            }
            self.write(close);
        }
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
fn only_a_name<'i>(parser: &mut Parser<'i>) -> Result<(), ParseError<Fault>> {
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

fn closing(token: &Token) -> Option<&'static str> {
    match token {
        Token::Function(_) | Token::ParenthesisBlock => Some(")"),
        Token::SquareBracketBlock => Some("]"),
        Token::CurlyBracketBlock => Some("}"),
        _ => None,
    }
}

/// Why a page may not bring this.
fn refused(token: &Token) -> Option<String> {
    const FETCHES: [&str; 8] = [
        "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
        "element", "paint",
    ];
    const RULES: [&str; 8] = [
        "import", "charset", "namespace", "font-face", "document", "-moz-document", "keyframes",
        "-webkit-keyframes",
    ];
    let is = |name: &str, known: &str| name.eq_ignore_ascii_case(known);
    match token {
        Token::AtKeyword(name) if RULES.iter().any(|known| is(name, known)) => {
            Some(format!("@{} may not stand in a theme", name.to_ascii_lowercase()))
        }
        Token::Function(name) if FETCHES.iter().any(|known| is(name, known)) => {
            Some(format!("{}(…) may not stand in a theme", name.to_ascii_lowercase()))
        }
        Token::Function(name) if is(name, "expression") => {
            Some("expression(…) may not stand in a theme".into())
        }
        Token::UnquotedUrl(address) if !address.starts_with('#') => Some(NO_ADDRESS.into()),
        Token::Ident(name) if is(name, "javascript") || is(name, "vbscript") => {
            Some("a theme runs nothing".into())
        }
        Token::Ident(name) if is(name, "behavior") || is(name, "-moz-binding") => {
            Some(format!("{} may not stand in a theme", name.to_ascii_lowercase()))
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
        _ => None,
    }
}

fn runs(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("javascript:") || text.contains("vbscript:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        let said = match checked(css) {
            Ok(pressed) => pressed,
            Err(fault) => format!("{}: {}", fault.line, fault.why),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        check("/* x */\n a  b ,\n c {\n color : red ;\n}\n", "a b,c{color :red}");
        check("a{margin: 1px   2px}/* y */b{top:calc( 1px + 2px )}", "a{margin:1px 2px}b{top:calc(1px + 2px)}");
        check("@media ( min-width: 40rem ) and (color) {\n}\n", "@media (min-width:40rem) and (color){}");
        check("a :is(b){}", "a :is(b){}");
    }

    #[test]
    fn nothing_is_fetched_whatever_its_letters() {
        check("\n@IMPORT \"a.css\";", "2: @import may not stand in a theme");
        for css in ["a{b:url(x.png)}", "a{b:\\75rl(x.png)}", "a{b:URL( 'data:,' )}", "a{b:url(\"\")}"] {
            check(css, &format!("1: {NO_ADDRESS}"));
        }
        check("a{filter:url(#soft)}b{filter:url('#soft')}", "a{filter:url(#soft)}b{filter:url('#soft')}");
        check("a{b:image-set('x' 1x)}", "1: image-set(…) may not stand in a theme");
        check("a{b:expression(alert(1))}", "1: expression(…) may not stand in a theme");
        check("a{\nb:'java\\73 cript:x'}", "2: a theme runs nothing");
        check("a{behavior:none}", "1: behavior may not stand in a theme");
    }

    #[test]
    fn a_sheet_is_closed_and_ends_no_element() {
        check("a{b:c", "1: a “}” is missing at the end of what begins here");
        check("\n\n@media print{a{b:c}", "3: a “}” is missing at the end of what begins here");
        check("a{b:c}}", "1: a bracket is closed that was never opened");
        check("a{content:'</style>'}", "1: markup stands in a string");
        check("a</style>b{}", "1: markup stands in the sheet");
        check("a{content:'never\n}", "1: a string or an address never ends");
        check(&"a{".repeat(100), "1: blocks stand too deep inside each other");
    }
}
