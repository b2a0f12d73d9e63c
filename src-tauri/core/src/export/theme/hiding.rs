//! Rules of a style sheet that take something out of sight. A credit that is on the page and cannot
//! be seen is no credit, so no such rule may meet one, nor what a credit stands in.
//!
//! It is judged by the page: the rule's selector is asked of the finished elements. Media do not
//! matter (a credit stands in print, too), and a state such as `:hover` counts as if it were so.

use cssparser::{Parser, Token};
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

/// What must be seen on a page, with all that it stands in.
const SEEN: &str = "figure,figure *,.correction,.correction *,.stop,h1,.byline,.byline *";

static SEEN_ON_A_PAGE: LazyLock<Option<Selector>> = LazyLock::new(|| Selector::parse(SEEN).ok());

/// The first rule that hides something on this page that must be seen.
pub fn first_unseen<'h>(page: &Html, hiding: &'h [Hiding]) -> Option<&'h Hiding> {
    if hiding.is_empty() {
        return None;
    }
    let seen = SEEN_ON_A_PAGE.as_ref()?;
    let mut elements: Vec<ElementRef> = Vec::new();
    for element in page.select(seen) {
        for around in element.ancestors().filter_map(ElementRef::wrap).chain([element]) {
            // Most stand in the same few.
            if !elements.contains(&around) {
                elements.push(around);
            }
        }
    }
    hiding.iter().find(|rule| elements.iter().any(|element| rule.selector.matches(element)))
}

impl Hiding {
    /// A rule with these selectors and declarations, both pressed, when it hides what it meets. Fails
    /// when it hides and it cannot be told what.
    pub fn read(prelude: &str, body: &str, line: usize) -> Result<Option<Hiding>, String> {
        let hides = |declaration: &&str| {
            let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
            hides_by(&name.trim().to_lowercase(), value)
        };
        let Some(says) = split_at(body, ';').into_iter().find(hides) else { return Ok(None) };
        let selectors = without_states(prelude);
        if selectors.is_empty() {
            return Ok(None);
        }
        let says = says.trim().to_owned();
        match Selector::parse(&selectors) {
            Ok(selector) => Ok(Some(Hiding { line, says, selector })),
            Err(_) => Err(format!(
                "“{prelude}” hides something, and cannot be judged; give it a plainer selector"
            )),
        }
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
    let kept = split_at(prelude, ',').into_iter().filter(|one| !is_of_a_pseudo_element(one));
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

/// The parts of a list, cut at a sign that stands in no bracket and no string.
fn split_at(list: &str, sign: char) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_i32, 0, Vec::new());
    let mut quote = None;
    for (at, c) in list.char_indices() {
        match c {
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            _ if quote.is_some() => {}
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if c == sign && depth == 0 => {
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
    use super::super::sheet::Rules;
    use super::*;

    const PAGE: &str = "<body class=a><p class=skip>x</p><main><figure><img alt=''>\
        <figcaption>A <small>Photo: B</small></figcaption></figure></main></body>";

    fn check(css: &str, expected: Option<usize>) {
        let rules = Rules::ours(css);
        let page = Html::parse_document(PAGE);
        let found = first_unseen(&page, rules.hiding());
        assert_eq!(found.map(|rule| rule.line), expected, "{css}");
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
        assert!(matches!(Hiding::read("a::b:c", "display:none", 1), Ok(None)));
        assert!(matches!(Hiding::read("x:unknown", "color:red", 1), Ok(None)));
        assert!(Hiding::read("x:unknown", "color:red;display:none", 1).is_err());
    }
}
