use super::*;
use crate::photo::facts::{Carrier, Fact};
use chrono::{DateTime, FixedOffset};

fn facts(values: &[(Field, &str)]) -> Facts {
    let fact = |value: &str| Fact {
        value: value.to_owned(),
        carrier: Carrier::Iim,
        raw: None,
        others: Vec::new(),
    };
    Facts(values.iter().map(|(field, value)| (*field, fact(value))).collect())
}

fn used(values: &[(Field, &str)]) -> Usage {
    usage(&facts(values), &UsageChosen::default())
}

fn check(values: &[(Field, &str)], expected: Option<RightsCategory>) {
    assert_eq!(used(values).category, expected, "{values:?}");
}

#[test]
fn the_category_is_the_strictest_that_the_words_name() {
    use RightsCategory::*;
    check(&[(Field::CreditLine, "HANDOUT")], Some(Handout));
    check(&[(Field::CreditLine, "AFP"), (Field::Photographer, "HO")], Some(Handout));
    check(&[(Field::CreditLine, "Pool/Reuters")], Some(Pool));
    check(&[(Field::CreditLine, "Agence France-Presse/Getty Images/Pool")], Some(Pool));
    check(
        &[(Field::CreditLine, "AFP/Getty Images"), (Field::PhotographerTitle, "stf")],
        Some(Agency),
    );
    check(&[(Field::CreditLine, "Supplied")], Some(Supplied));
    check(&[(Field::CreditLine, "Courtesy of the family")], Some(Supplied));
    check(&[(Field::CreditLine, "PR Image")], Some(PublicRelations));
    check(&[(Field::CreditLine, "Prod.DB/Alamy Stock Photo")], Some(Stock));
    check(&[(Field::CreditLine, "Rex/Shutterstock")], Some(Agency));
    check(&[(Field::Source, "Instagram/@reed")], Some(SocialMedia));
    check(&[(Field::UsageTerms, "Creative Commons Attribution 4.0")], Some(CreativeCommons));
    check(
        &[(Field::WebStatement, "https://creativecommons.org/publicdomain/zero/1.0/")],
        Some(PublicDomain),
    );
    check(
        &[(Field::CreditLine, "AP"), (Field::Instructions, "NOT FOR PUBLICATION.")],
        Some(Refused),
    );
    check(&[(Field::DigitalSourceType, "screenCapture")], Some(Screengrab));
}

#[test]
fn names_and_places_are_no_category() {
    check(&[(Field::Photographer, "Stef Pool-Ho")], None);
    check(&[(Field::Photographer, "Anh Ho")], None);
    check(&[(Field::CreditLine, "The Port")], None);
    check(&[(Field::Instructions, "Do not use without credit")], None);
    check(&[], None);
}

#[test]
fn what_a_person_typed_does_not_hide_what_the_file_says() {
    let mut facts = facts(&[(Field::CreditLine, "HANDOUT")]);
    facts.type_over(Field::CreditLine, "Port Authority".into());
    let usage = usage(&facts, &UsageChosen::default());
    assert_eq!(usage.category, Some(RightsCategory::Handout));
    assert_eq!(
        usage.sentence.as_deref(),
        Some("Handout: use it only for the event it was handed out for.")
    );
}

#[test]
fn what_a_person_chose_stands_before_the_file() {
    let facts = facts(&[
        (Field::CreditLine, "HANDOUT"),
        (Field::ExpiryDate, "2026-05-01"),
        (Field::ActionAdvised, "01"),
    ]);
    let chosen = UsageChosen {
        category: Some(RightsCategory::Staff),
        expires_on: Some(String::new()),
        killed: Some(false),
        only_story_id: None,
    };
    let usage = usage(&facts, &chosen);
    assert_eq!(
        (usage.category, usage.expires_on, usage.killed),
        (Some(RightsCategory::Staff), None, false)
    );
}

#[test]
fn free_text_only_proposes() {
    let usage = used(&[(Field::Instructions, "No use after 2 June 2026.")]);
    assert_eq!(usage.expires_on, None);
    assert_eq!(usage.expiry_proposed.unwrap().on, "2026-06-02");
    let settled = used(&[
        (Field::Instructions, "No use after 2 June 2026."),
        (Field::ExpiryDate, "2026-05-30"),
    ]);
    assert_eq!(
        (settled.expires_on.as_deref(), settled.expiry_proposed),
        (Some("2026-05-30"), None)
    );
}

#[test]
fn a_machine_s_picture_is_known_by_its_source_type() {
    let synthetic = |term| used(&[(Field::DigitalSourceType, term)]).synthetic;
    assert_eq!(synthetic("trainedAlgorithmicMedia"), Synthetic::Generated);
    assert_eq!(synthetic("compositeWithTrainedAlgorithmicMedia"), Synthetic::Generated);
    assert_eq!(synthetic("compositeCapture"), Synthetic::Composite);
    let mut typed = facts(&[(Field::DigitalSourceType, "trainedAlgorithmicMedia")]);
    typed.type_over(Field::DigitalSourceType, "digitalCapture".into());
    assert_eq!(usage(&typed, &UsageChosen::default()).synthetic, Synthetic::Generated);
    for term in ["computationalCapture", "algorithmicallyEnhanced", "humanEdits", "digitalCreation"]
    {
        assert_eq!(synthetic(term), Synthetic::No, "{term}");
    }
}

/// Whether a picture may go out at a time of 12 May 2026 in Istanbul.
fn check_barred(usage: &Usage, time: &str, expected: Option<&str>) {
    let now: DateTime<FixedOffset> = format!("2026-05-12T{time}+03:00").parse().unwrap();
    assert_eq!(barred(usage, now, "story").as_deref(), expected, "{usage:?}");
}

#[test]
fn a_picture_is_barred_while_it_may_not_be_used() {
    let expiring = |on: &str| Usage { expires_on: Some(on.into()), ..Usage::default() };
    check_barred(&Usage::default(), "12:00:00", None);
    check_barred(&expiring("2026-05-12"), "23:59:59", None);
    check_barred(&expiring("2026-05"), "12:00:00", None);
    let ended = "Its time ended on 11 May 2026: ask its supplier for more.";
    check_barred(&expiring("2026-05-11"), "00:00:00", Some(ended));
    let killed = Usage { killed: true, ..Usage::default() };
    check_barred(&killed, "12:00:00", Some("Its supplier has withdrawn it: take it out."));
    let refused = Usage { category: Some(RightsCategory::Refused), ..Usage::default() };
    check_barred(&refused, "12:00:00", Some("Nobody here has the right to use it: take it out."));
}

#[test]
fn an_embargo_lasts_until_its_own_time() {
    let until = |time: &str| Usage { embargoed_until: Some(time.into()), ..Usage::default() };
    check_barred(&until("2026-05-13"), "12:00:00", Some("It is embargoed until 13 May 2026."));
    check_barred(&until("2026-05-12"), "00:00:00", None);
    let zoned = "It is embargoed until 12 May 2026, 12:00 (UTC+02:00).";
    check_barred(&until("2026-05-12T12:00:00+02:00"), "12:59:59", Some(zoned));
    check_barred(&until("2026-05-12T12:00:00+02:00"), "13:00:00", None);
    check_barred(&until("2026-05-12T12:00+02:00"), "12:30:00", Some(zoned));
    let local = "It is embargoed until 12 May 2026, 12:30.";
    check_barred(&until("2026-05-12T12:30:00"), "12:00:00", Some(local));
    check_barred(&until("2026-05-12T12:30:00"), "12:30:00", None);
    check_barred(&until("no date"), "12:00:00", None);
}

#[test]
fn a_picture_for_one_story_stays_in_it() {
    let only = |id: &str| Usage {
        chosen: UsageChosen { only_story_id: Some(id.into()), ..UsageChosen::default() },
        ..Usage::default()
    };
    check_barred(&only("story"), "12:00:00", None);
    check_barred(&only(""), "12:00:00", None);
    let other = "It may be used in one story only, and that is another.";
    check_barred(&only("other"), "12:00:00", Some(other));
}
