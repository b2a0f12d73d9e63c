//! The finished page, parsed again as a browser parses it, before it is handed out.
//!
//! The skeleton was judged and the pieces are Cutline's own, so whatever is found here is a fault in
//! how the two fit together; it stops the page all the same.

use super::hiding::first_unseen;
use super::problem::ThemeProblem;
use super::render::Pieces;
use super::sheet::Rules;
use scraper::{ElementRef, Html, Selector};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is wrong with a finished page.
pub enum Fault {
    /// Of what stands on it.
    Page(String),
    /// Of the style sheet, with its line.
    Sheet(usize, String),
}

impl Fault {
    /// `of_page` finds the place in the templates.
    pub fn problem(self, of_page: impl FnOnce(String) -> ThemeProblem) -> ThemeProblem {
        match self {
            Fault::Page(why) => of_page(why),
            Fault::Sheet(line, why) => ThemeProblem::new("page.css", Some(line), why),
        }
    }
}

/// Fails when the page is not one that may go out.
pub fn judge(html: &str, pieces: &Pieces, rules: &Rules) -> Result<(), Fault> {
    let page = Html::parse_document(html);
    if let Some(error) = page.errors.first() {
        return wrong(format!("the page does not parse: {error}"));
    }
    outline(&page, pieces)?;
    figures(&page, pieces)?;
    nothing_runs(&page)?;
    match first_unseen(&page, rules.hiding()) {
        None => Ok(()),
        Some(rule) => {
            let why = format!(
                "“{}” takes a photo, its credit, a correction or the byline out of sight",
                rule.says
            );
            Err(Fault::Sheet(rule.line, why))
        }
    }
}

fn wrong<T>(why: String) -> Result<T, Fault> {
    Err(Fault::Page(why))
}

/// One story with one headline, where the first link leads to.
fn outline(page: &Html, pieces: &Pieces) -> Result<(), Fault> {
    let headlines = usize::from(pieces.laid.headline.is_some());
    let once = [
        ("head", 1),
        ("body", 1),
        ("main", 1),
        ("article", 1),
        ("h1", headlines),
        ("main#story", 1),
        ("title", 1),
        ("style", 1),
        ("head script", 1),
    ];
    for (what, expected) in once {
        let found = all(page, what).count();
        if found != expected {
            return wrong(format!("a page has {expected} of {what}, this one has {found}"));
        }
    }
    let mut ids: Vec<&str> = all(page, "[id]").filter_map(|element| element.attr("id")).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => wrong(format!("the id “{}” stands twice", pair[0])),
        None => Ok(()),
    }
}

/// As many figures as the story shows, each whole, and a credit for each photo that has one.
fn figures(page: &Html, pieces: &Pieces) -> Result<(), Fault> {
    let found: Vec<ElementRef> = all(page, "main figure").collect();
    if found.len() != pieces.figures {
        return wrong(format!(
            "the story shows {} photos, the page {}",
            pieces.figures,
            found.len()
        ));
    }
    for figure in &found {
        if inside(*figure, "img[alt]").count() != 1 {
            return wrong("a figure lacks its picture or the alt attribute".into());
        }
    }
    let credits = all(page, "figure > figcaption > small").count();
    if credits != pieces.credits {
        return wrong(format!(
            "{} photos have a credit, the page prints {credits}",
            pieces.credits
        ));
    }
    if let Some(hidden) = all(page, "[hidden] figure, [aria-hidden=true] figure").next() {
        return wrong(format!("a <{}> hides a figure", hidden.value().name()));
    }
    Ok(())
}

/// No script but the data block of the head, nothing fetched, no address but the three kinds.
fn nothing_runs(page: &Html) -> Result<(), Fault> {
    const LOADS: &str = "iframe,object,embed,form,base,template,video,audio,frame,frameset,\
        body style,body link,body meta,body script,link:not([rel=canonical]),\
        meta[http-equiv]:not([http-equiv=Content-Security-Policy]),\
        script:not([type=\"application/ld+json\"])";
    if let Some(loads) = all(page, LOADS).next() {
        return wrong(format!("<{}> may not stand on a page", loads.value().name()));
    }
    for element in all(page, "*") {
        let tag = element.value().name();
        for (name, value) in element.value().attrs() {
            if name.starts_with("on") || matches!(name, "style" | "srcdoc" | "ping") {
                return wrong(format!("<{tag}> has the attribute {name}"));
            }
            if matches!(name, "href" | "src" | "cite" | "srcset") && !may_lead(tag, name, value) {
                return wrong(format!("<{tag}> leads to {value}"));
            }
        }
    }
    Ok(())
}

/// Pictures lie beside the page; links lead to the web, to mail, or to a place beside it.
fn may_lead(tag: &str, name: &str, value: &str) -> bool {
    let schemes: &[&str] = match (tag, name) {
        (_, "src" | "srcset") => &[],
        ("a", _) => &["http", "https", "mailto"],
        _ => &["http", "https"],
    };
    let addresses = value.split(", ").map(|one| one.split(' ').next().unwrap_or_default());
    let leads = |address: &str| match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            schemes.contains(&scheme.to_ascii_lowercase().as_str())
        }
        _ => !address.starts_with("//"),
    };
    if name == "srcset" { addresses.into_iter().all(leads) } else { leads(value) }
}

/// The selectors of this file all parse; one that would not finds nothing, and the page is refused.
fn all<'p>(page: &'p Html, selector: &'static str) -> impl Iterator<Item = ElementRef<'p>> {
    inside(page.root_element(), selector)
}

fn inside<'p>(
    element: ElementRef<'p>,
    selector: &'static str,
) -> impl Iterator<Item = ElementRef<'p>> {
    let found: Vec<ElementRef> = match read(selector) {
        Some(selector) if selector.matches(&element) => {
            [element].into_iter().chain(element.select(&selector)).collect()
        }
        Some(selector) => element.select(&selector).collect(),
        None => Vec::new(),
    };
    found.into_iter()
}

/// Each selector is read once by each thread: a site asks the same of thousands of pages.
fn read(selector: &'static str) -> Option<Rc<Selector>> {
    thread_local! {
        static READ: RefCell<BTreeMap<&'static str, Rc<Selector>>> = RefCell::default();
    }
    READ.with_borrow_mut(|known| match known.get(selector) {
        Some(read) => Some(Rc::clone(read)),
        None => {
            let read = Rc::new(Selector::parse(selector).ok()?);
            known.insert(selector, Rc::clone(&read));
            Some(read)
        }
    })
}
