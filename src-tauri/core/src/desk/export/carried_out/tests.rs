use super::*;
use crate::photo::{Facts, Reading};
use crate::store::photo::{Judgement, PhotoRow};

fn row() -> PhotoRow {
    PhotoRow {
        id: "p".into(),
        original: "p.jpg".into(),
        original_hash: "00".into(),
        width_px: 1,
        height_px: 1,
        file_name: "raid-tip.jpg".into(),
        removed_on_export: "[]".into(),
        format: "jpeg".into(),
        original_kept: true,
        remarks: "[]".into(),
        identities: None,
        added_at: String::new(),
        changed_at: String::new(),
        judgement: Judgement::default(),
    }
}

/// What the supplier's file says.
const FILE: &[(Field, &str)] = &[
    (Field::Caption, "Ayla Demir outside the court in Ankara on Tuesday."),
    (Field::Headline, "Ayla Demir leaves court"),
    (Field::Title, "RAID-TIP"),
    (Field::Keywords, "court; Demir; justice"),
    (Field::PersonShown, "Ayla Demir; Can Ok"),
    (Field::Photographer, "Elif Kaya"),
    (Field::Copyright, "© Elif Kaya"),
    (Field::UsageTerms, "Editorial use only"),
    (Field::Instructions, "NO SALES. Call Ayla Demir first"),
    (Field::JobId, "job-7"),
    (Field::City, "Ankara"),
    (Field::Country, "Turkey"),
    (Field::DateCreated, "2026-05-12"),
];

fn record(typed: &[(Field, &str)], declared: Option<Declared>) -> PhotoRecord {
    let mut facts = Facts::default();
    for (field, value) in FILE {
        let value = (*value).to_owned();
        let others = vec![Reading { carrier: Carrier::Iim, value: value.clone() }];
        facts.0.insert(*field, Fact { value, carrier: Carrier::Xmp, raw: None, others });
    }
    for (field, value) in typed {
        facts.type_over(*field, (*value).to_owned());
    }
    let mut record = PhotoRecord::new(row(), facts);
    record.declared = declared;
    record
}

/// The fields that are written, as "field: text".
fn check(
    (record, profile): (PhotoRecord, PhotoProfile),
    (credit, caption): (&str, &str),
    present: &[(Field, &str)],
    absent: &[Field],
) {
    let photographers: Vec<String> =
        if is_withheld(&record) { Vec::new() } else { vec!["Elif Kaya".into()] };
    let printed =
        Printed { credit, photographers: &photographers, caption, alt_text: "A woman on steps" };
    let written = written_facts(&record, printed, profile);
    for (field, text) in present {
        assert_eq!(written.get(*field), Some(*text), "{field:?}");
    }
    for field in absent {
        assert_eq!(written.get(*field), None, "{field:?}");
    }
}

const AS_SUPPLIED: &str = "Ayla Demir outside the court in Ankara on Tuesday.";
const WITHOUT_NAME: &str = "A defendant outside the court in Ankara on Tuesday.";

#[test]
fn the_web_gets_what_is_printed_with_its_rights() {
    check(
        (record(&[], None), PhotoProfile::Web),
        ("Elif Kaya / AFP", AS_SUPPLIED),
        &[
            (Field::CreditLine, "Elif Kaya / AFP"),
            (Field::Photographer, "Elif Kaya"),
            (Field::Caption, AS_SUPPLIED),
            (Field::AltText, "A woman on steps"),
            (Field::Headline, "Ayla Demir leaves court"),
            (Field::Copyright, "© Elif Kaya"),
            (Field::City, "Ankara"),
            (Field::DateCreated, "2026-05-12"),
        ],
        &[Field::Keywords, Field::PersonShown, Field::Instructions, Field::JobId, Field::Title],
    );
}

#[test]
fn an_agency_gets_all_but_the_name_of_the_file() {
    check(
        (record(&[], None), PhotoProfile::Agency),
        ("Elif Kaya / AFP", AS_SUPPLIED),
        &[
            (Field::Keywords, "court; Demir; justice"),
            // Only who is named in print is named in the file.
            (Field::PersonShown, "Ayla Demir"),
            (Field::JobId, "job-7"),
        ],
        &[Field::Title],
    );
}

#[test]
fn a_name_that_left_the_caption_is_told_by_no_other_field() {
    for profile in [PhotoProfile::Web, PhotoProfile::Agency, PhotoProfile::KeepOriginal] {
        check(
            (record(&[], None), profile),
            ("Elif Kaya / AFP", WITHOUT_NAME),
            &[(Field::Caption, WITHOUT_NAME), (Field::City, "Ankara")],
            &[Field::Headline, Field::PersonShown, Field::Instructions],
        );
    }
    check(
        (record(&[], None), PhotoProfile::Agency),
        ("Elif Kaya / AFP", WITHOUT_NAME),
        &[(Field::Keywords, "court; justice")],
        &[],
    );
}

#[test]
fn a_place_that_left_the_caption_is_not_written() {
    check(
        (record(&[], None), PhotoProfile::Web),
        ("Elif Kaya / AFP", "Ayla Demir outside a court."),
        &[(Field::Country, "Turkey"), (Field::Headline, "Ayla Demir leaves court")],
        &[Field::City],
    );
}

#[test]
fn what_the_desk_typed_is_written_and_what_it_emptied_is_not() {
    let typed = [(Field::City, "Izmir"), (Field::Country, ""), (Field::Headline, "In Ankara")];
    check(
        (record(&typed, None), PhotoProfile::Web),
        ("Elif Kaya / AFP", AS_SUPPLIED),
        &[(Field::City, "Izmir"), (Field::Headline, "In Ankara")],
        &[Field::Country],
    );
}

#[test]
fn a_source_is_protected_by_silence() {
    check(
        (record(&[], None), PhotoProfile::SourceProtection),
        ("Elif Kaya / AFP", AS_SUPPLIED),
        &[
            (Field::CreditLine, "Elif Kaya / AFP"),
            (Field::Copyright, "© Elif Kaya"),
            (Field::AltText, "A woman on steps"),
        ],
        &[
            Field::Caption,
            Field::Photographer,
            Field::DateCreated,
            Field::City,
            Field::Country,
            Field::Headline,
            Field::UsageTerms,
        ],
    );
}

#[test]
fn a_withheld_name_stands_in_no_profile() {
    for profile in [
        PhotoProfile::Web,
        PhotoProfile::Agency,
        PhotoProfile::SourceProtection,
        PhotoProfile::KeepOriginal,
    ] {
        let headline = [(Field::Source, "Kaya Pictures")];
        check(
            (record(&headline, Some(Declared::NameWithheld)), profile),
            ("Name withheld for safety", AS_SUPPLIED),
            &[(Field::CreditLine, "Name withheld for safety")],
            &[
                Field::Photographer,
                Field::Copyright,
                Field::UsageTerms,
                Field::Source,
                Field::JobId,
            ],
        );
    }
}

#[test]
fn scripts_without_capitals_are_looked_at_too() {
    let taken_back = TakenBack { words: ["東京駅前".into()].into(), said: BTreeSet::new() };
    let fact = |value: &str| Fact {
        value: value.into(),
        carrier: Carrier::Xmp,
        raw: None,
        others: Vec::new(),
    };
    assert_eq!(taken_back.left(Field::City, &fact("東京")), "");
    assert_eq!(taken_back.left(Field::City, &fact("大阪")), "大阪");
}
