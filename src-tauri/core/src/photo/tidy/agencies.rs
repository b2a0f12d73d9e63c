//! Agencies by their own spelling, and where each belongs in a credit.

use super::constant;
use super::credit::{joiner, parties};
use crate::photo::credit::folded;
use regex::Regex;
use std::sync::LazyLock;

/// Names as the agencies write them, each with other ways that are met in files, in lower case.
const AGENCIES: &[(&str, &[&str])] = &[
    ("AAP", &["aapimage", "aap image", "aap images"]),
    ("AFP", &["afp photo", "agence france-presse", "agence france presse", "afp or licensors"]),
    ("Alamy", &["alamy stock photo", "alamy ltd", "alamy images"]),
    ("Alamy Live News", &[]),
    ("Allstar", &[]),
    ("Anadolu", &[]),
    ("Anadolu Agency", &["aa/anadolu agency"]),
    ("Anadolu Ajansı", &["anadolu ajansi"]),
    ("ANP", &[]),
    ("ANSA", &[]),
    ("AP", &["ap photo", "ap photos", "associated press", "the associated press"]),
    ("APA", &[]),
    ("Action Images", &[]),
    ("Belga", &[]),
    ("Bloomberg", &[]),
    ("CTK", &[]),
    ("DHA", &[]),
    ("dpa", &["deutsche presse-agentur"]),
    ("EFE", &[]),
    ("EPA", &["epa photo", "european pressphoto agency", "european press photo agency"]),
    ("EPA-EFE", &["epa/efe"]),
    ("Getty Images", &["getty", "getty image", "gettyimages"]),
    ("IHA", &[]),
    ("Imago", &["imago images"]),
    ("Keystone", &[]),
    ("Kyodo", &["kyodo news"]),
    ("Lehtikuva", &[]),
    ("Lusa", &[]),
    ("Magnum Photos", &[]),
    ("MTI", &[]),
    ("NTB", &[]),
    ("NurPhoto", &[]),
    ("PA", &["pa wire", "pa archive", "press association", "press association images"]),
    ("PAP", &[]),
    ("picture alliance", &["picture-alliance", "dpa picture-alliance"]),
    ("PTI", &[]),
    ("Reuters", &["retuers", "reuetrs", "reuter", "thomson reuters"]),
    ("Rex/Shutterstock", &["rex shutterstock", "rex features"]),
    ("REX", &[]),
    ("Ritzau Scanpix", &[]),
    ("Shutterstock", &[]),
    ("Sputnik", &[]),
    ("TASS", &["itar-tass"]),
    ("TT", &[]),
    ("USA Today Sports", &["usa today sports"]),
    ("WireImage", &[]),
    ("Xinhua", &["xinhua news agency"]),
    ("ZUMA Press", &["zuma", "zumapress"]),
];

/// The agency's own spelling of one party.
fn own_spelling(party: &str) -> Option<&'static str> {
    let party = folded(party.trim_end_matches('.'));
    let agency = AGENCIES.iter().find(|(name, others)| {
        folded(name) == party || others.iter().any(|other| folded(other) == party)
    });
    // "Press" names are left as they are: they are nobody's misspelling.
    agency.map(|(name, _)| *name)
}

/// Whether a party is a known agency, however it is spelled.
pub(in crate::photo) fn is_agency(party: &str) -> bool {
    own_spelling(party).is_some()
}

/// The agencies named in a credit, by their own spelling.
pub(in crate::photo) fn agencies_in(credit: &str) -> Vec<&'static str> {
    let parties = parties(credit).unwrap_or_default();
    parties.into_iter().filter_map(own_spelling).collect()
}

/// A credit line with its agencies spelled as they spell themselves, the one that hands the picture
/// on at the end.
pub(super) fn spelled(credit: &str) -> String {
    let joiner = joiner(credit);
    let credit = joined_by_a_space(credit);
    let Some(parties) = parties(&credit) else { return credit };
    let parties = without_pa_twice(&parties);
    let last = parties.len().saturating_sub(1);
    let parties = parties.iter().enumerate().map(|(at, party)| {
        let whole = if at == last { completed(party, credit.len()) } else { None };
        whole.or_else(|| kept(party)).unwrap_or(party).to_owned()
    });
    in_their_place(parties.collect()).join(joiner)
}

/// The agency's own spelling, except where a shorter name would say less than the file.
fn kept(party: &str) -> Option<&'static str> {
    match folded(party).as_str() {
        "sportsphoto ltd." | "sportsphoto ltd" => Some("Sportsphoto"),
        // Who hands on for whom is the agency's business: only its letters are mended.
        "getty" | "rex" | "imago images" | "kyodo news" | "press association" | "zuma" => None,
        _ => own_spelling(party),
    }
}

/// "John Doe/intermediary REUTERS": the slash before Reuters is often forgotten.
fn joined_by_a_space(credit: &str) -> String {
    static REUTERS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)(?P<party>\w)\s+(?:reuters|retuers|reuetrs)$"));
    let is_the_agency = folded(credit) == "thomson reuters";
    if is_the_agency {
        credit.to_owned()
    } else {
        REUTERS.replace(credit, "$party/Reuters").into_owned()
    }
}

/// "PA Wire/PA Photos" and its like name one agency by its service and its library.
fn without_pa_twice<'a>(parties: &[&'a str]) -> Vec<&'a str> {
    let service = |party: &str| matches!(folded(party).as_str(), "pa" | "pa wire" | "pa archive");
    let library = |party: &str| {
        let party = folded(party);
        matches!(party.as_str(), "pa images" | "pa photos")
            || party.starts_with("press association")
    };
    let has_service = parties.iter().any(|party| service(party));
    parties.iter().copied().filter(|party| !(has_service && library(party))).collect()
}

/// IIM cuts a credit at 32 bytes; an agency that was cut there is known by its beginning.
fn completed(party: &str, credit_bytes: usize) -> Option<&'static str> {
    let cut = folded(party);
    if !(30..=32).contains(&credit_bytes) || cut.chars().count() < 4 {
        return None;
    }
    let long = ["Getty Images", "Anadolu Agency", "Shutterstock", "Reuters", "picture alliance"];
    long.into_iter().find(|name| folded(name).starts_with(&cut))
}

/// Hands the picture on and stands last: PA, Allstar; Action Images always come through Reuters.
fn in_their_place(mut parties: Vec<String>) -> Vec<String> {
    for agency in ["PA", "Allstar"] {
        if parties.iter().any(|party| party == agency) {
            parties.retain(|party| party != agency);
            parties.push(agency.to_owned());
        }
    }
    if parties.last().is_some_and(|party| party == "Action Images") {
        parties.push("Reuters".to_owned());
    }
    parties
}

#[cfg(test)]
mod tests {
    use super::spelled;

    fn check(credit: &str, expected: &str) {
        assert_eq!(spelled(credit), expected, "{credit}");
        assert_eq!(spelled(expected), expected, "again: {expected}");
    }

    #[test]
    fn agencies_are_spelled_as_they_spell_themselves() {
        check("REUTERS", "Reuters");
        check("AAPIMAGE", "AAP");
        check("afp", "AFP");
        check("AFP/GETTY IMAGES", "AFP/Getty Images");
        check("DPA", "dpa");
        check("ANADOLU AJANSI", "Anadolu Ajansı");
        check("Anadolu Agency/Getty Images", "Anadolu Agency/Getty Images");
        check("rex features", "Rex/Shutterstock");
    }

    #[test]
    fn who_hands_on_stands_last() {
        check("Action Images", "Action Images/Reuters");
        check("PA/Netflix", "Netflix/PA");
        check("Allstar/Sportsphoto Ltd.", "Sportsphoto/Allstar");
        check("John Doe REUTERS", "John Doe/Reuters");
    }

    #[test]
    fn an_agency_cut_at_32_bytes_is_whole_again() {
        check("Some Long Studio Name/Getty Imag", "Some Long Studio Name/Getty Images");
        check("Studio/Getty Imag", "Studio/Getty Imag");
    }

    #[test]
    fn other_parties_stay_as_they_are() {
        check("Pat Press/The Port", "Pat Press/The Port");
        check("Invision for Quaker", "Invision for Quaker");
        check("https://example.org/afp", "https://example.org/afp");
    }
}
