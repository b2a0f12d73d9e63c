//! A credit that stands inside the caption: offered to be moved where credits stand, when the credit
//! fields are empty or name the same parties. Where they name others, that is only told: a wrong
//! credit is worse than one in the wrong place.

use super::agencies::{is_agency, spelled};
use super::casing::Letters;
use super::credit::{names_nobody, parties};
use super::names::styled;
use super::{FieldChange, Offer, constant, typing};
use crate::photo::credit::{same, without_prefix};
use crate::photo::facts::{Carrier, Facts, Field};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// What the caption says about the credit: an offer, or a sentence.
pub(super) fn offer(facts: &Facts) -> (Option<Offer>, Option<String>) {
    let caption = facts.0.get(&Field::Caption).filter(|fact| fact.carrier != Carrier::Typed);
    let Some(caption) = caption.map(|fact| fact.value.as_str()) else { return (None, None) };
    let Some(found) = found(caption, facts) else { return (None, None) };
    let known = known_parties(facts);
    let named = found.parties();
    let all_in = |parties: &[&str], others: &[&str]| {
        parties.iter().all(|party| others.iter().any(|other| is_same_party(party, other)))
    };
    if all_in(&named, &known) {
        return (Some(take_out(caption, &found, Vec::new())), None);
    }
    if all_in(&known, &named) {
        return (Some(take_out(caption, &found, found.typed_over(facts))), None);
    }
    let sentence = format!(
        "The caption credits “{}”, the file’s own credit is “{}”: ask its supplier which is right.",
        named.join("/"),
        known.join("/")
    );
    (None, Some(sentence))
}

/// A credit in a caption.
struct Found {
    /// With the space before it and the brackets round it.
    range: Range<usize>,
    photographer: Option<String>,
    credit: Option<String>,
}

impl Found {
    fn parties(&self) -> Vec<&str> {
        let credit = self.credit.as_deref().unwrap_or_default();
        let parties = parties(credit).unwrap_or_default();
        self.photographer.as_deref().into_iter().chain(parties).collect()
    }

    /// What the credit fields would get. A photographer who is named already keeps the spelling that
    /// stands.
    fn typed_over(&self, facts: &Facts) -> Vec<FieldChange> {
        let photographer =
            self.photographer.as_deref().filter(|_| facts.photographers().is_empty());
        let credit =
            self.credit.as_deref().filter(|credit| facts.get(Field::CreditLine) != Some(credit));
        let photographer = photographer.map(|name| typing(Field::Photographer, name));
        photographer
            .into_iter()
            .chain(credit.map(|credit| typing(Field::CreditLine, credit)))
            .collect()
    }
}

fn take_out(caption: &str, found: &Found, mut changes: Vec<FieldChange>) -> Offer {
    let words = caption[found.range.clone()].trim();
    let before = caption[..found.range.start].trim_end();
    let after = caption[found.range.end..].trim_start();
    let space = if before.is_empty() || after.is_empty() { "" } else { " " };
    let after = if before.ends_with('.') { after.trim_start_matches('.') } else { after };
    let sentence = match changes.is_empty() {
        true => format!("Take “{words}” out of the caption? The credit says it already."),
        false => format!("Move “{words}” from the caption to the credit?"),
    };
    changes.insert(0, typing(Field::Caption, format!("{before}{space}{after}").trim()));
    Offer { sentence, changes }
}

fn known_parties(facts: &Facts) -> Vec<&str> {
    let credit = facts.get(Field::CreditLine).unwrap_or_default();
    let parties = parties(credit).unwrap_or_else(|| vec![credit]);
    let all = facts.photographers().into_iter().chain(parties);
    all.filter(|party| !names_nobody(party)).collect()
}

/// Whether `b` says who `a` is: also where `a` was cut at the 32 bytes of IIM, and where an agency
/// writes itself in two ways.
fn is_same_party(a: &str, b: &str) -> bool {
    let was_cut = a.chars().count() >= 6 && b.starts_with(a);
    same(&spelled(a), &spelled(b)) || was_cut
}

fn found(caption: &str, facts: &Facts) -> Option<Found> {
    let all = [
        BRACKETED.captures(caption),
        AGENCY_FIRST.captures(caption),
        LABELLED.captures(caption),
        MANDATORY.captures(caption),
    ];
    let patterns = all.into_iter().flatten().find_map(|captures| {
        let range = captures.get(0)?.range();
        read(captures.name("who")?.as_str(), range, facts)
    });
    patterns.or_else(|| cut_credit(caption, facts))
}

const LABEL: &str = r"(?i:(?:file |handout |pool )?(?:photo(?:graph)?|picture|image|illustration|foto|fotograf[ií]a|fotoğraf|bild|photographie)s?)";

/// "(Photo by Phil Cole/Getty Images)", "[Fotoğraf: Elif Kaya/Anadolu]", "(AP Photo/Ada Reed)"
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"\s*[\[(]\s*(?:(?i:mandatory credit)\s*:?\s*)?(?:{LABEL}(?i:\s+(?:by|credit|de|von|di|door)\s*:?\s|\s*[:/]\s*)|(?:AP Photo|REUTERS|AFP PHOTO)\s?/\s?)(?P<who>[^\[\]()]{{2,100}}?)\s*[\])]\.?\s*$"
    ))
});

/// "AFP PHOTO / CHRISTOF STACHE", "AP Photo/Ada Reed", "REUTERS/Ada Reed"
static AGENCY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"\s*\b(?P<who>(?:AFP PHOTO|AFP Photo|AP Photo|AP PHOTO|EPA PHOTO|EPA|REUTERS|REX)\s?/\s?\p{Lu}[^\n.!?()\[\]]{1,80}?)\.?\s*$",
    )
});

/// "… at dawn. Photograph: Ada Reed/The Port"
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(r"(?:^|\s+){LABEL}\s*:\s*(?P<who>\p{{Lu}}[^\n!?()\[\]]{{1,100}}?)\.?\s*$"))
});

/// "Mandatory Credit: Photo by Ada Reed/Shutterstock (10000a)", before the caption
static MANDATORY: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?m)(?:^|\s+)(?i:mandatory credit)\s*:\s*(?:(?i:photo(?:graph)? by)\s+)?(?P<who>\p{L}[^\n()\[\]]{1,100}?)\s*(?:\(\w{4,12}\)|$)",
    )
});

/// Photographer and credit out of the words of a credit.
fn read(who: &str, range: Range<usize>, facts: &Facts) -> Option<Found> {
    let who = without_prefix(who);
    let whole_caption = facts.get(Field::Caption).unwrap_or_default();
    let agency = ["AP Photo", "REUTERS", "AFP PHOTO"].into_iter().find(|agency| {
        let start = whole_caption.get(range.clone()).unwrap_or_default();
        start.trim_start_matches([' ', '\n', '(', '[']).starts_with(agency)
    });
    let mut parties: Vec<&str> = parties(&who)?;
    parties.retain(|party| !names_nobody(party));
    let agency_first = parties.len() == 2 && is_agency(parties[0]) && !is_agency(parties[1]);
    if agency_first {
        parties.swap(0, 1);
    }
    if let Some(agency) = agency.filter(|_| !agency_first) {
        parties.push(agency);
    }
    let is_name = |party: &&str| !is_agency(party);
    let photographer = parties.first().copied().filter(is_name);
    let credit = parties[usize::from(photographer.is_some()).min(parties.len())..].join("/");
    let credit = Some(spelled(&credit)).filter(|credit| !credit.is_empty());
    let photographer = photographer.map(|name| styled(name, Letters::of_name(name, facts)));
    let found = photographer.is_some() || credit.is_some();
    found.then_some(Found { range, photographer, credit })
}

/// IIM cuts a credit at 32 bytes; some suppliers write all of it into the caption too.
fn cut_credit(caption: &str, facts: &Facts) -> Option<Found> {
    let fact = facts.0.get(&Field::CreditLine).filter(|fact| fact.carrier != Carrier::Typed)?;
    let cut = fact.raw.as_deref().unwrap_or(&fact.value).trim();
    if !(30..=32).contains(&cut.len()) {
        return None;
    }
    let start = caption.find(cut)?;
    let rest = &caption[start..];
    let end = rest.find(['\n', ')', ']', ';']).unwrap_or(rest.len());
    let whole = rest[..end].trim_end_matches(['.', ' ']);
    if whole.len() <= cut.len() || whole.len() > 120 {
        return None;
    }
    let opens = caption[..start].trim_end().ends_with(['(', '[']);
    let from = if opens { caption[..start].trim_end().len() - 1 } else { start };
    let to = start + end + usize::from(opens && end < rest.len());
    Some(Found { range: from..to, photographer: None, credit: Some(spelled(whole)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::facts::Fact;

    fn with(values: &[(Field, &str)]) -> Facts {
        let fact = |value: &str| Fact {
            value: value.into(),
            carrier: Carrier::Xmp,
            raw: None,
            others: Vec::new(),
        };
        let values = values.iter().filter(|(_, value)| !value.is_empty());
        Facts(values.map(|(field, value)| (*field, fact(value))).collect())
    }

    /// Photographer and credit of the file and the caption; then what is typed over each.
    fn check(file: (&str, &str), caption: &str, expected: &[(Field, &str)]) {
        let facts = with(&[
            (Field::Photographer, file.0),
            (Field::CreditLine, file.1),
            (Field::Caption, caption),
        ]);
        let offered = offer(&facts).0.map(|offer| offer.changes).unwrap_or_default();
        let offered: Vec<(Field, &str)> = offered
            .iter()
            .map(|change| (change.field, change.value.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(offered, expected, "{caption}");
    }

    const CAPTION: Field = Field::Caption;
    const NAME: Field = Field::Photographer;
    const CREDIT: Field = Field::CreditLine;

    #[test]
    fn a_credit_moves_where_there_is_none() {
        let dawn = "The bridge at dawn.";
        check(
            ("", ""),
            "The bridge at dawn. (Photo by Phil Cole/Getty Images)",
            &[(CAPTION, dawn), (NAME, "Phil Cole"), (CREDIT, "Getty Images")],
        );
        check(
            ("", ""),
            "The bridge at dawn. AFP PHOTO / CHRISTOF STACHE",
            &[(CAPTION, dawn), (NAME, "Christof Stache"), (CREDIT, "AFP")],
        );
        check(
            ("", ""),
            "The bridge at dawn. (AP Photo/Ada Reed)",
            &[(CAPTION, dawn), (NAME, "Ada Reed"), (CREDIT, "AP")],
        );
        check(
            ("", ""),
            "The bridge at dawn. Photograph: Ada Reed/The Port",
            &[(CAPTION, dawn), (NAME, "Ada Reed"), (CREDIT, "The Port")],
        );
        check(
            ("", ""),
            "The bridge at dawn. (Photo by Elif Kaya / Anadolu via Getty Images)",
            &[(CAPTION, dawn), (NAME, "Elif Kaya"), (CREDIT, "Anadolu/Getty Images")],
        );
        check(
            ("", ""),
            "Mandatory Credit: Photo by Ada Reed/Shutterstock (10000a)\nThe bridge at dawn.",
            &[(CAPTION, dawn), (NAME, "Ada Reed"), (CREDIT, "Shutterstock")],
        );
    }

    #[test]
    fn what_the_file_says_already_only_leaves_the_caption() {
        check(
            ("CHRISTOF STACHE", "AFP/Getty Images"),
            "At dawn. AFP PHOTO / CHRISTOF STACHE",
            &[(CAPTION, "At dawn.")],
        );
        check(("Ada Reed", "Reuters"), "At dawn. REUTERS/Ada Reed", &[(CAPTION, "At dawn.")]);
    }

    #[test]
    fn what_the_file_lacks_is_added() {
        check(
            ("", "Getty Images"),
            "At dawn. (Photo by Phil Cole/Getty Images)",
            &[(CAPTION, "At dawn."), (NAME, "Phil Cole")],
        );
        check(
            ("", "European Space Agency/Copernicus"),
            "At dawn. (European Space Agency/Copernicus Sentinel)",
            &[(CAPTION, "At dawn."), (CREDIT, "European Space Agency/Copernicus Sentinel")],
        );
    }

    #[test]
    fn other_parties_are_only_told() {
        let facts = with(&[
            (Field::Photographer, "Bo Li"),
            (Field::CreditLine, "Reuters"),
            (Field::Caption, "At dawn. (Photo by Ada Reed/AFP)"),
        ]);
        let (offer, remark) = offer(&facts);
        assert_eq!(offer, None);
        assert!(remark.unwrap().contains("Ada Reed"));
    }

    #[test]
    fn captions_that_speak_of_photos_are_silent() {
        check(("", ""), "A photo by Ada Reed hangs in the hall.", &[]);
        check(("", ""), "The hall (photographed from the west)", &[]);
        check(("", ""), "The AP building in New York", &[]);
    }
}
