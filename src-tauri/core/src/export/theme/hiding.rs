//! Rules of a style sheet that take something out of sight. A credit that is on the page and cannot
//! be seen is no credit, so no such rule may meet one, nor what a credit stands in.
//!
//! It is judged by the page: the rule's selector is asked of the finished elements. Media do not
//! matter (a credit stands in print, too), and a state such as `:hover` counts as if it were so.

use super::sheet::Fault;
use cssparser::{Delimiter, ParseError, Parser, Token};
use regex::Regex;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;

/// A rule that hides what it meets.
#[derive(Debug)]
pub struct Hiding {
    /// Counted from 1.
    pub line: usize,
    /// What it says: "display:none".
    pub says: String,
    selector: Selector,
}

/// More of them than any sheet has.
const MOST: usize = 200;

/// What must be seen on a page, with all that it stands in.
const SEEN: &str = "figure,figure *,.correction,.correction *,.stop,h1,.byline,.byline *";

static SEEN_ON_A_PAGE: LazyLock<Option<Selector>> = LazyLock::new(|| Selector::parse(SEEN).ok());

/// Every rule of the sheet that hides something.
pub fn rules(css: &str) -> Result<Vec<Hiding>, Fault> {
    let mut found = Vec::new();
    collect(&mut Parser::new(css), &mut found).map_err(Fault::of)?;
    Ok(found)
}

/// The first rule that hides something on this page that must be seen.
pub fn first_unseen<'h>(page: &Html, hiding: &'h [Hiding]) -> Option<&'h Hiding> {
    let seen = SEEN_ON_A_PAGE.as_ref()?;
    let mut elements: Vec<ElementRef> = Vec::new();
    for element in page.select(seen) {
        for around in element.ancestors().filter_map(ElementRef::wrap).chain([element]) {
            // Most stand in the same few.
            if !elements.contains(&around) {
                elements.push(around);
            }
        }
        if hiding.is_empty() {
            break;
        }
    }
    hiding.iter().find(|rule| elements.iter().any(|element| rule.selector.matches(element)))
}

fn collect<'i>(
    parser: &mut Parser<'i>,
    found: &mut Vec<Hiding>,
) -> Result<(), ParseError<Fault>> {
    loop {
        parser.skip_whitespace();
        let (start, at) = (parser.position(), parser.current_source_location());
        loop {
            let end = parser.position();
            match parser.next() {
                Err(_) => return Ok(()),
                Ok(Token::Semicolon) => break,
                Ok(Token::CurlyBracketBlock) => {
                    let prelude = parser.slice(start..end).trim();
                    parser.parse_nested_block(|inside| {
                        block(prelude, at.line as usize + 1, inside, found)
                    })?;
                    break;
                }
                Ok(_) => {}
            }
        }
    }
}

fn block<'i>(
    prelude: &str,
    line: usize,
    inside: &mut Parser<'i>,
    found: &mut Vec<Hiding>,
) -> Result<(), ParseError<Fault>> {
    match prelude.strip_prefix('@') {
        // The margins of a sheet of paper hold no story.
        Some(rule) if rule.starts_with("page") => while inside.next().is_ok() {},
        Some(_) => collect(inside, found)?,
        None => {
            let at = inside.current_source_location();
            let Some(says) = hides(inside)? else { return Ok(()) };
            if found.len() == MOST {
                return Err(Fault::at(at, "too many rules here hide something"));
            }
            let selectors = without_states(prelude);
            if selectors.is_empty() {
                return Ok(());
            }
            let selector = Selector::parse(&selectors).map_err(|_| {
                let why = "hides something, and cannot be judged; give it a plainer selector";
                Fault::at(at, format!("“{prelude}” {why}"))
            })?;
            found.push(Hiding { line, says, selector });
        }
    }
    Ok(())
}

/// The first declaration in a rule that hides what the rule meets.
fn hides<'i>(rule: &mut Parser<'i>) -> Result<Option<String>, ParseError<Fault>> {
    let mut found = None;
    let mut nested = None;
    while !rule.is_exhausted() {
        let at = rule.current_source_location();
        let declaration = rule.parse_until_after(Delimiter::Semicolon, |inside| {
            inside.skip_whitespace();
            let start = inside.position();
            let mut is_a_rule = false;
            while let Ok(token) = inside.next() {
                is_a_rule |= *token == Token::CurlyBracketBlock;
            }
            let declaration = inside.slice_from(start).trim().to_owned();
            Ok::<_, ParseError<Fault>>((!is_a_rule).then_some(declaration))
        })?;
        match declaration {
            None => nested = nested.or(Some(at)),
            Some(declaration) => {
                let (name, value) = declaration.split_once(':').unwrap_or((&declaration, ""));
                if found.is_none() && hides_by(&name.trim().to_lowercase(), value) {
                    found = Some(declaration);
                }
            }
        }
    }
    match nested {
        Some(at) => Err(Fault::at(at, "rules do not stand inside rules")),
        None => Ok(found),
    }
}

fn hides_by(name: &str, value: &str) -> bool {
    let value = value.to_lowercase().replace("!important", "");
    let value = value.trim();
    let worked_out = value.contains("var(") || value.contains("env(") || value.contains("attr(");
    let small = |least: f32| sizes(value).first().is_some_and(|px| *px < least);
    match name {
        "display" | "content-visibility" => worked_out || matches!(value, "none" | "hidden"),
        "visibility" => worked_out || matches!(value, "hidden" | "collapse"),
        "opacity" | "scale" | "zoom" => worked_out || small(0.5),
        "font-size" => worked_out || small(5.0),
        "font" => sizes(value).iter().any(|px| *px < 1.0),
        "line-height" => small(0.5),
        "color" | "-webkit-text-fill-color" => {
            matches!(value, "transparent" | "#0000" | "#00000000") || value.contains("/ 0")
        }
        "clip" | "clip-path" | "mask" | "-webkit-mask" | "mask-image" | "-webkit-mask-image" => {
            !matches!(value, "auto" | "none")
        }
        "block-size" | "inline-size" | "height" | "width" | "max-block-size"
        | "max-inline-size" | "max-height" | "max-width" => small(5.0),
        "filter" | "backdrop-filter" => value != "none",
        "transform" => value != "none",
        "text-indent" | "translate" => far(value),
        _ if name.starts_with("margin") || name.starts_with("inset") => far(value),
        "left" | "right" | "top" | "bottom" => far(value),
        _ => false,
    }
}

/// Farther back than anything that is still seen.
fn far(value: &str) -> bool {
    sizes(value).iter().any(|px| *px < -150.0)
}

/// The sizes in a value, about as many pixels as they are.
fn sizes(value: &str) -> Vec<f32> {
    let mut parser = Parser::new(value);
    let mut sizes = Vec::new();
    while let Ok(token) = parser.next() {
        sizes.extend(match token {
            Token::Number { value, .. } => Some(*value),
            Token::Percentage { unit_value, .. } => Some(unit_value * 16.0),
            Token::Dimension { value, unit, .. } => Some(value * pixels(unit)),
            _ => None,
        });
    }
    sizes
}

fn pixels(unit: &str) -> f32 {
    match unit.to_ascii_lowercase().as_str() {
        "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "mm" | "q" => 3.8,
        "cm" => 38.0,
        "in" => 96.0,
        "vw" | "vh" | "vi" | "vb" | "svh" | "svw" | "dvh" | "dvw" | "lvh" | "lvw" => 8.0,
        _ => 16.0,
    }
}

/// The selectors as if every state in them were so; those of what stands before or after an element,
/// which is none of the story's, are left out.
fn without_states(prelude: &str) -> String {
    static STATES: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let states = "hover|focus-visible|focus-within|focus|active|visited|link|any-link|target";
        Regex::new(&format!(
            r"(?i):not\(\s*:(?:{states})\s*\)|:(?:{states})\b|:(?:lang|dir)\([^()]*\)"
        ))
        .ok()
    });
    let Some(states) = STATES.as_ref() else { return prelude.to_owned() };
    let kept = split_at_commas(prelude).into_iter().filter(|one| !is_of_a_pseudo_element(one));
    let plain = kept.map(|one| {
        let plain = states.replace_all(one.trim(), "").into_owned();
        if plain.is_empty() || plain.ends_with([' ', '>', '+', '~']) { plain + "*" } else { plain }
    });
    plain.collect::<Vec<_>>().join(",")
}

fn is_of_a_pseudo_element(selector: &str) -> bool {
    let old = [":before", ":after", ":first-letter", ":first-line"];
    selector.contains("::") || old.iter().any(|pseudo| selector.trim_end().ends_with(pseudo))
}

fn split_at_commas(list: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<body class=a><p class=skip>x</p><main><figure><img alt=''>\
        <figcaption>A <small>Photo: B</small></figcaption></figure></main></body>";

    fn check(css: &str, expected: Option<usize>) {
        let rules = rules(css).unwrap();
        let page = Html::parse_document(PAGE);
        assert_eq!(first_unseen(&page, &rules).map(|rule| rule.line), expected, "{css}");
    }

    #[test]
    fn a_credit_is_seen() {
        check("small{display:none}", Some(1));
        check("a{}\nfigure small{font-size:0}", Some(2));
        check("@media print{\nfigcaption{visibility:hidden!important}}", Some(2));
        check("body{opacity:.1}", Some(1));
        check("main>*{position:absolute;inset-inline-start:-999em}", Some(1));
        check("figure:hover figcaption{color:transparent}", Some(1));
        check("figcaption{clip-path:inset(50%)}", Some(1));
        check("img{max-inline-size:0}", Some(1));
        check("*{display:var(--x)}", Some(1));
        check("figcaption:lang(tr){display:none}", Some(1));
    }

    #[test]
    fn what_else_is_hidden_is_the_themes() {
        check(".skip{display:none}", None);
        check(".skip:not(:focus){clip-path:inset(50%)}", None);
        check("figure::before{display:none}", None);
        check("figcaption{display:block;opacity:1;margin:-1rem 0 0;font-size:.8rem}", None);
        check("img{max-inline-size:100%;block-size:auto}small{font:7pt/1.2 serif}", None);
        check("@page{margin:0;@top-left{content:none;font-size:0}}", None);
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        assert!(rules("a::b:c{display:none}").unwrap().is_empty());
        assert_eq!(rules("\nx:unknown{display:none}").unwrap_err().line, 2);
        assert_eq!(rules("a{\nb{c:d}}").unwrap_err().line, 2);
    }
}
