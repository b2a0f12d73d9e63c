//! The template engine, and the pieces that a template places.
//!
//! A template never sees what is in a piece. It prints a mark, and the mark is filled when the
//! template is done: so nothing in a template can cut, recase, double or escape a credit.

use super::folder::MARKS;
use super::problem::ThemeProblem;
use super::skeleton::Skeleton;
use super::used::Used;
use crate::export::dates::Dates;
use crate::export::text::tidy;
use crate::export::words::Words;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, ObjectRepr, Value, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, HtmlEscape, Output, State, UndefinedBehavior,
    context,
};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The template that a page begins with.
pub const PAGE: &str = "page.html";

/// What a page may cost: an instruction or 64 bytes each. The shipped themes use about 20 for a
/// block.
const FUEL: u64 = 20_000;
const FUEL_FOR_A_BLOCK: u64 = 300;

/// Far below what a thread's stack allows, and more than any page needs.
const DEEPEST: usize = 60;

/// A story, finished, for a theme to place.
#[derive(Debug)]
pub struct Pieces<'a> {
    pub laid: Laid,
    /// What a rule of a sheet can find in the pieces.
    pub used: Used,
    /// Those of the page, the theme's among them.
    pub words: &'a Words<'a>,
    pub language: &'a str,
    pub direction: &'static str,
    pub title: &'a str,
    pub publication: String,
    pub site: Option<&'a str>,
    pub address: Option<&'a str>,
    /// The people of the byline.
    pub people: Vec<&'a str>,
    /// Where the story belongs: its kicker, else its desk.
    pub section: Option<&'a str>,
    pub dates: &'a Dates,
    /// How many figures stand in the pieces, and how many of them print a credit.
    pub figures: usize,
    pub credits: usize,
}

/// The pieces as HTML. Each stands on the page once.
#[derive(Debug)]
pub struct Laid {
    pub skip_link: String,
    pub masthead: Option<String>,
    pub kicker: Option<String>,
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    pub byline: Option<String>,
    pub dates: String,
    pub lead: Option<String>,
    pub body: Vec<Placed>,
    pub sign_off: Option<String>,
    /// What a proof says of its stops. Not the theme's to place.
    pub stops: Vec<String>,
}

/// A block of the body.
#[derive(Debug)]
pub struct Placed {
    pub kind: &'static str,
    pub role: Option<&'static str>,
    pub html: String,
}

/// A piece with the name that a template knows it by and its HTML.
pub struct Piece<'a> {
    pub name: &'static str,
    pub html: &'a str,
    /// Only corrections may stand elsewhere than where the writer put them.
    pub in_order: bool,
}

impl Laid {
    /// The pieces that there are, in the order in which marks number them. The head is the first; it
    /// is made last, when the rules are known that the page needs.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        const NOT_YET: &String = &String::new();
        let furniture = [
            ("head", Some(NOT_YET)),
            ("skip_link", Some(&self.skip_link)),
            ("masthead", self.masthead.as_ref()),
            ("kicker", self.kicker.as_ref()),
            ("headline", self.headline.as_ref()),
            ("standfirst", self.standfirst.as_ref()),
            ("byline", self.byline.as_ref()),
            ("dates", Some(&self.dates)),
            ("lead", self.lead.as_ref()),
            ("sign_off", self.sign_off.as_ref()),
        ];
        let there = furniture
            .into_iter()
            .filter_map(|(name, html)| html.map(|html| Piece { name, html, in_order: false }));
        let body = self.body.iter().map(|block| Piece {
            name: "body",
            html: &block.html,
            in_order: block.kind != "correction",
        });
        there.chain(body).collect()
    }

    /// How often this stands in the story's pieces. Text is escaped, so that a tag is one.
    pub fn count(&self, tag: &str) -> usize {
        self.pieces().iter().map(|piece| piece.html.matches(tag).count()).sum()
    }
}

/// A theme's templates, compiled. Includes and parents are found among them only.
pub fn templates(files: &BTreeMap<String, String>) -> Result<Environment<'static>, ThemeProblem> {
    let mut templates = Environment::new();
    templates.set_syntax(syntax()?);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_recursion_limit(DEEPEST);
    templates.set_formatter(printed);
    // Nothing is safe but what the page marks so; and nothing tells of the program.
    templates.remove_filter("safe");
    templates.remove_filter("pprint");
    templates.remove_global("debug");
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let added = templates.add_template_owned(path.clone(), text.clone());
        added.map_err(|error| problem(&error))?;
    }
    Ok(templates)
}

/// The page with marks in the place of its pieces.
pub fn skeleton(
    templates: &Environment<'static>,
    pieces: &Pieces,
) -> Result<Skeleton, ThemeProblem> {
    let mut templates = templates.clone();
    let blocks = u64::try_from(pieces.laid.body.len()).unwrap_or(u64::MAX);
    templates.set_fuel(Some(FUEL.saturating_add(blocks.saturating_mul(FUEL_FOR_A_BLOCK))));
    let page = templates.get_template(PAGE).map_err(|error| problem(&error))?;
    let (html, spans) =
        page.render_with_spans(variables(pieces)).map_err(|error| problem(&error))?;
    Ok(Skeleton { html, spans, templates })
}

/// Tags on lines of their own leave no empty line.
fn syntax() -> Result<SyntaxConfig, ThemeProblem> {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    syntax.build().map_err(|error| problem(&error))
}

/// Only words, numbers and pieces print; a list in a page is a slip.
fn printed(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if let Some(mark) = value.downcast_object_ref::<Mark>() {
        return Ok(write!(out, "{mark}")?);
    }
    match value.kind() {
        ValueKind::None => Ok(()),
        // Escaped even where a template switches that off.
        ValueKind::String if !value.is_safe() => {
            Ok(write!(out, "{}", HtmlEscape(value.as_str().unwrap_or_default()))?)
        }
        ValueKind::String | ValueKind::Number | ValueKind::Undefined => {
            minijinja::escape_formatter(out, state, value)
        }
        kind => {
            let why = format!("a {kind} cannot be printed; go through it with “for”");
            Err(Error::new(ErrorKind::InvalidOperation, why))
        }
    }
}

fn variables(pieces: &Pieces) -> Value {
    let laid = &pieces.laid;
    let mut marks = Marks::default();
    let head = marks.next();
    let skip_link = marks.next();
    let masthead = marks.maybe(laid.masthead.is_some());
    let kicker = marks.maybe(laid.kicker.is_some());
    let headline = marks.maybe(laid.headline.is_some());
    let standfirst = marks.maybe(laid.standfirst.is_some());
    let byline = marks.maybe(laid.byline.is_some());
    let dates = marks.next();
    let lead = marks.maybe(laid.lead.is_some());
    let sign_off = marks.maybe(laid.sign_off.is_some());
    let body: Vec<Value> =
        laid.body.iter().map(|block| marks.of(Some(block.kind), block.role)).collect();
    let corrections: Vec<Value> = (laid.body.iter().zip(&body))
        .filter(|(block, _)| block.kind == "correction")
        .map(|(_, mark)| mark.clone())
        .collect();
    context! {
        head, skip_link, masthead, kicker, headline, standfirst, byline, dates, lead, sign_off,
        body, corrections, ..plain(pieces)
    }
}

/// What a theme may say itself.
fn plain(pieces: &Pieces) -> Value {
    let clean = tidy;
    let people: Vec<String> = pieces.people.iter().map(|name| clean(name)).collect();
    let section = pieces.section.map(clean);
    context! {
        publication => context! {
            name => clean(&pieces.publication),
            address => pieces.site.map(clean),
        },
        story => context! {
            title => clean(pieces.title),
            language => pieces.language,
            direction => pieces.direction,
            address => pieces.address.map(clean),
            published => pieces.dates.published_in(pieces.words),
            published_at => pieces.dates.published(),
            updated => pieces.dates.updated_in(pieces.words),
            updated_at => pieces.dates.modified(),
            people,
            section,
            photos => pieces.figures,
        },
        words => words(pieces.words),
    }
}

fn words(words: &Words) -> Value {
    context! {
        language => words.language,
        skip_to_story => words.skip_to_story,
        updated => words.updated,
        file_photo => words.file_photo,
        fact_box => words.fact_box,
        table => words.table,
        gallery => words.gallery,
        embed => words.embed,
        correction => words.correction,
        clarification => words.clarification,
        update => words.update,
        editors_note => words.editors_note,
    }
}

/// Numbers the pieces as [`Laid::pieces`] does.
#[derive(Default)]
struct Marks(usize);

impl Marks {
    fn next(&mut self) -> Value {
        self.of(None, None)
    }

    fn maybe(&mut self, there: bool) -> Value {
        if there { self.next() } else { Value::from(()) }
    }

    fn of(&mut self, kind: Option<&'static str>, role: Option<&'static str>) -> Value {
        let mark = Mark { number: self.0, kind, role };
        self.0 += 1;
        Value::from_object(mark)
    }
}

/// The place of a piece. A block's tells its `kind` and, of a figure, its `role`.
#[derive(Debug)]
struct Mark {
    number: usize,
    kind: Option<&'static str>,
    role: Option<&'static str>,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", MARKS[0], self.number, MARKS[1])
    }
}

impl Object for Mark {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "kind" => self.kind.map(Value::from),
            // A block without a role has none; a template may ask all the same.
            "role" => Some(self.role.map_or(Value::from(()), Value::from)),
            _ => None,
        }
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the engine says, with the innermost file and line that it names.
fn problem(error: &Error) -> ThemeProblem {
    let mut innermost = error;
    while let Some(cause) = std::error::Error::source(innermost).and_then(|c| c.downcast_ref()) {
        innermost = cause;
    }
    let why = match innermost.kind() {
        ErrorKind::OutOfFuel => "the template does more than a page needs".to_owned(),
        ErrorKind::UndefinedError => match innermost.detail() {
            Some(detail) => format!("something is named that there is not ({detail})"),
            None => "something is named that there is not".to_owned(),
        },
        kind => match innermost.detail() {
            Some(detail) => format!("{kind}, {detail}"),
            None => kind.to_string(),
        },
    };
    ThemeProblem::new(innermost.name().unwrap_or(PAGE), innermost.line(), why)
}
