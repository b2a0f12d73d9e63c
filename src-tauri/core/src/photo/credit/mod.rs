//! The printed credit: one function for window, checks, page, JSON-LD and files.
//!
//! It names each party once, never recases a name, and prints a supplier's mandatory wording as
//! supplied. Copyright and source are no credit: who owns or hands on a picture is not whom the
//! supplier wants named.
//!
//! A picture made or changed with generative AI says so in its label, whatever else is chosen for it.
//!
//! To add a language: a line in `words.rs`. Not here: whether a missing credit stops a story.

mod mandatory;
mod parties;
mod template;
mod words;

pub(super) use parties::{folded, same, without_prefix};

use super::clean::line;
use super::facts::{Carrier, Declared, Facts, Field, Kind};
use super::kind::labelled_kind;
use super::usage::{Synthetic, synthetic_of};
use mandatory::mandatory_wording;
use parties::Named;
use template::Template;
use words::Words;

/// The template that a desk starts with.
pub const DEFAULT_TEMPLATE: &str = "{label}: {photographer} / {credit}";

/// How a desk prints its credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreditStyle<'a> {
    /// Text with `{label}`, `{photographer}` and `{credit}`, each at most once. One that cannot be
    /// used gives way to [`DEFAULT_TEMPLATE`]: the credit appears all the same.
    pub template: &'a str,
    /// BCP 47; the language of label and declared words. English where the table has none.
    pub language: &'a str,
}

impl Default for CreditStyle<'_> {
    fn default() -> Self {
        Self { template: DEFAULT_TEMPLATE, language: "en" }
    }
}

/// A credit as it prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedCredit {
    /// What the picture is, in the story's language: "Photo", "Illustration made with AI".
    pub label: String,
    /// Whom the line names, without the label: "Elif Kaya / AFP".
    pub names: String,
    /// The whole line: "Photo: Elif Kaya / AFP".
    pub line: String,
    /// The photographers who may be named, for a page's `creator`. Empty when the credit is
    /// declared: a name that is withheld stands nowhere.
    pub photographers: Vec<String>,
    /// What else to know, as "no photographer named".
    pub note: Option<String>,
}

/// The credit of a picture as it prints. `None`: the credit is missing, and can only be typed or
/// declared. A declared credit prints its words, with the supplier's credit line behind them unless
/// the name is withheld: then nothing of the file prints, since any of it may name the person.
pub fn printed_credit(
    facts: &Facts,
    declared: Option<&Declared>,
    kind: Kind,
    style: &CreditStyle,
) -> Option<PrintedCredit> {
    let words = Words::of(style.language);
    let kind = labelled_kind(facts, kind);
    let label = match synthetic_of(facts) {
        Synthetic::Generated => words.made_with_ai,
        Synthetic::No | Synthetic::Composite => words.label(kind),
    };
    // A template may say "Photo" in its own words; that is no use before what is none.
    let print = Print { kind, label, template: Template::read(style.template, kind) };
    if let Some(declared) = declared
        && let Some(wording) = words.declared(declared)
    {
        return Some(print.declared(declared, wording, facts));
    }
    let mandatory = mandatory_wording(facts);
    match mandatory {
        Some(wording) if !typed(facts) => Some(print.mandatory(&wording, facts)),
        _ => print.named(facts, mandatory),
    }
}

/// A person has the last word: what was typed over the file's credit also passes over the
/// supplier's mandatory wording, which is then told in the note.
fn typed(facts: &Facts) -> bool {
    [Field::Photographer, Field::CreditLine]
        .iter()
        .filter_map(|field| facts.0.get(field))
        .any(|fact| fact.carrier == Carrier::Typed)
}

struct Print<'a> {
    kind: Kind,
    label: &'static str,
    template: Template<'a>,
}

impl Print<'_> {
    fn declared(&self, declared: &Declared, wording: String, facts: &Facts) -> PrintedCredit {
        let named = Named::read(facts);
        if *declared == Declared::NameWithheld {
            let note = (!named.is_empty()).then(|| "what the file names is not printed".to_owned());
            return self.line(&wording, "", Vec::new(), note);
        }
        let note = named.has_photographers().then(|| "the file names a photographer".to_owned());
        let credit = named.parties_without(declared_party(declared));
        self.line(&wording, &credit, Vec::new(), note)
    }

    /// A wording with a prefix of its own prints without the label, unless the prefix is wrong.
    fn mandatory(&self, wording: &str, facts: &Facts) -> PrintedCredit {
        let names = without_prefix(wording);
        let photographers = Named::read(facts).photographers();
        let mut printed = self.line(&names, "", photographers, None);
        if names != wording && self.kind == Kind::Photo {
            printed.line = wording.to_owned();
        }
        printed
    }

    fn named(&self, facts: &Facts, passed_over: Option<String>) -> Option<PrintedCredit> {
        let named = Named::read(facts);
        if named.is_empty() {
            return None;
        }
        let note = match passed_over {
            Some(wording) => Some(format!("the supplier asks for “{wording}”")),
            None if named.has_photographers() => None,
            None => Some("no photographer named".to_owned()),
        };
        let credit = named.parties();
        Some(self.line(&named.names_beside_parties(), &credit, named.photographers(), note))
    }

    fn line(
        &self,
        photographer: &str,
        credit: &str,
        photographers: Vec<String>,
        note: Option<String>,
    ) -> PrintedCredit {
        PrintedCredit {
            label: self.label.to_owned(),
            names: self.template.names(photographer, credit),
            line: self.template.line(self.label, photographer, credit),
            photographers,
            note,
        }
    }
}

/// Whom the declaration itself names.
fn declared_party(declared: &Declared) -> &str {
    match declared {
        Declared::Handout { from } => from,
        Declared::Supplied { by } => by,
        Declared::NotKnown | Declared::NameWithheld => "",
    }
}

#[cfg(test)]
mod tests;
