use super::*;

/// Facts as a file says them.
fn file(photographer: &str, credit: &str) -> Facts {
    with(&[(Field::Photographer, photographer), (Field::CreditLine, credit)])
}

fn with(values: &[(Field, &str)]) -> Facts {
    let mut facts = Facts::default();
    for (field, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        let value = (*value).to_owned();
        let fact =
            crate::photo::Fact { value, carrier: Carrier::Xmp, raw: None, others: Vec::new() };
        facts.0.insert(*field, fact);
    }
    facts
}

fn line_of(facts: &Facts, declared: Option<&Declared>, kind: Kind, style: &CreditStyle) -> String {
    printed_credit(facts, declared, kind, style).map(|printed| printed.line).unwrap_or_default()
}

/// Photographer and credit line of the file, and the printed line.
fn check(photographer: &str, credit: &str, expected: &str) {
    let facts = file(photographer, credit);
    let line = line_of(&facts, None, Kind::Photo, &CreditStyle::default());
    assert_eq!(line, expected, "{photographer:?} {credit:?}");
}

fn check_template(template: &str, photographer: &str, credit: &str, expected: &str) {
    let style = CreditStyle { template, ..CreditStyle::default() };
    let line = line_of(&file(photographer, credit), None, Kind::Photo, &style);
    assert_eq!(line, expected, "{template:?}");
}

fn check_declared(declared: Declared, facts: &Facts, language: &str, expected: &str) {
    let style = CreditStyle { language, ..CreditStyle::default() };
    assert_eq!(line_of(facts, Some(&declared), Kind::Photo, &style), expected);
}

fn check_kind(kind: Kind, language: &str, expected: &str) {
    let style = CreditStyle { language, ..CreditStyle::default() };
    assert_eq!(line_of(&file("Ada", ""), None, kind, &style), expected);
}

fn check_mandatory(instructions: &str, kind: Kind, expected: &str) {
    let mut facts = file("Elif Kaya", "AFP");
    facts.0.extend(with(&[(Field::Instructions, instructions)]).0);
    assert_eq!(line_of(&facts, None, kind, &CreditStyle::default()), expected);
}

fn note_of(facts: &Facts, declared: Option<&Declared>) -> String {
    let printed = printed_credit(facts, declared, Kind::Photo, &CreditStyle::default());
    printed.and_then(|printed| printed.note).unwrap_or_default()
}

#[test]
fn photographer_and_credit_line_make_one_line() {
    check("Elif Kaya", "AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya", "", "Photo: Elif Kaya");
    check("", "AFP", "Photo: AFP");
    check("", "", "");
    check("Ada; Bo", "AFP", "Photo: Ada, Bo / AFP");
}

#[test]
fn each_party_is_named_once() {
    check("Elif Kaya", "Elif Kaya/AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya", "Elif Kaya", "Photo: Elif Kaya");
    check("Elif Kaya", "ELIF KAYA / AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya", "AFP/Elif Kaya", "Photo: Elif Kaya / AFP");
    check("Elif Kaya", "Elif Kaya/AFP via Getty Images", "Photo: Elif Kaya / AFP via Getty Images");
    check("Elif Kaya", "Anadolu via Elif Kaya", "Photo: Elif Kaya / Anadolu");
    check("Deniz Aydın", "DENİZ AYDIN/AFP", "Photo: Deniz Aydın / AFP");
    check("AFP", "AFP", "Photo: AFP");
    check("", "AFP/AFP", "Photo: AFP");
    check("Ada; ada", "", "Photo: Ada");
    check("Elif Kaya/AFP", "AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya via AFP", "", "Photo: Elif Kaya / AFP");
    check("Elif Kaya - AFP", "AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya#AFP", "AFP", "Photo: Elif Kaya / AFP");
    check("Elif Kaya", "Elif Kaya for The Port", "Photo: Elif Kaya for The Port");
    check("Elif Kaya", "Elif Kaya, AFP", "Photo: Elif Kaya, AFP");
    check("Ada", "Ada Reed/AFP", "Photo: Ada / Ada Reed/AFP");
}

#[test]
fn a_credit_line_alone_prints_as_it_was_written() {
    check("", "Elif Kaya / AFP", "Photo: Elif Kaya / AFP");
    check("", "Anadolu Agency via Getty Images", "Photo: Anadolu Agency via Getty Images");
    check("", "AP Photo", "Photo: AP Photo");
    check("", "https://example.org/ada", "Photo: https://example.org/ada");
}

#[test]
fn prefixes_do_not_print() {
    check("© Elif Kaya", "AFP", "Photo: Elif Kaya / AFP");
    check("Photo by Elif Kaya", "", "Photo: Elif Kaya");
    check("", "(Photo by Elif Kaya / AFP)", "Photo: Elif Kaya / AFP");
    check("", "Copyright : Harbour Press", "Photo: Harbour Press");
    check("", "Copyright of Harbour Press", "Photo: Harbour Press");
    check("", "©2025 Harbour Press/EPA", "Photo: Harbour Press/EPA");
    check("", "Copyrighted Pictures Ltd", "Photo: Copyrighted Pictures Ltd");
    check("", "Photo Press Service", "Photo: Photo Press Service");
    check("", "© 24 Hours Press", "Photo: 24 Hours Press");
}

#[test]
fn names_keep_their_case() {
    check("DENİZ AYDIN", "REUTERS", "Photo: DENİZ AYDIN / REUTERS");
    check("fiona McDonald", "", "Photo: fiona McDonald");
}

#[test]
fn what_names_nobody_is_no_credit() {
    check("", "-", "");
    check(".", " / ", "");
    check("Unknown", "", "");
    check("", "N/A", "");
    check("©", "", "");
    check("", "HANDOUT", "");
    check("Stringer", "(Credit too long, see caption)", "");
    let owner = with(&[(Field::Copyright, "© AFP"), (Field::Source, "AFP")]);
    assert_eq!(line_of(&owner, None, Kind::Photo, &CreditStyle::default()), "");
}

#[test]
fn an_emptied_credit_does_not_come_back() {
    let mut facts = file("Elif Kaya", "AFP");
    facts.type_over(Field::Photographer, String::new());
    assert_eq!(line_of(&facts, None, Kind::Photo, &CreditStyle::default()), "Photo: AFP");
    facts.type_over(Field::CreditLine, String::new());
    assert_eq!(line_of(&facts, None, Kind::Photo, &CreditStyle::default()), "");
}

#[test]
fn an_agency_alone_is_noted() {
    assert_eq!(note_of(&file("", "AFP"), None), "no photographer named");
    assert_eq!(note_of(&file("Elif Kaya", "AFP"), None), "");
    assert_eq!(note_of(&file("Elif Kaya", ""), None), "");
}

#[test]
fn the_label_follows_kind_and_language() {
    check_kind(Kind::Photo, "en-GB", "Photo: Ada");
    check_kind(Kind::Illustration, "en", "Illustration: Ada");
    check_kind(Kind::VideoGrab, "en", "Video grab: Ada");
    check_kind(Kind::Photo, "tr", "Fotoğraf: Ada");
    check_kind(Kind::Photo, "TR-TR", "Fotoğraf: Ada");
    check_kind(Kind::Photo, "ar", "صورة: Ada");
    check_kind(Kind::Photo, "ja", "写真: Ada");
    check_kind(Kind::Graphic, "de_DE", "Grafik: Ada");
    check_kind(Kind::Photo, "xx", "Photo: Ada");
    check_kind(Kind::Photo, "", "Photo: Ada");
}

#[test]
fn a_made_picture_says_so_whatever_is_chosen() {
    let of = |term, kind, language| {
        let mut facts = file("Ada", "");
        facts.0.extend(with(&[(Field::DigitalSourceType, term)]).0);
        let style = CreditStyle { language, template: "Photo by {photographer}" };
        line_of(&facts, None, kind, &style)
    };
    let made = "Illustration made with AI: Ada";
    for kind in [Kind::Photo, Kind::VideoGrab, Kind::Illustration, Kind::Graphic, Kind::Composite] {
        assert_eq!(of("trainedAlgorithmicMedia", kind, "en"), made);
        assert_eq!(of("compositeWithTrainedAlgorithmicMedia", kind, "en"), made);
    }
    assert_eq!(
        of("compositeSynthetic", Kind::Illustration, "tr"),
        "Yapay zekâyla yapılmış illüstrasyon: Ada"
    );
    assert_eq!(of("composite", Kind::Photo, "en"), "Composite: Ada");
    assert_eq!(of("computationalCapture", Kind::Photo, "en"), "Photo by Ada");
    assert_eq!(of("algorithmicallyEnhanced", Kind::Photo, "en"), "Photo by Ada");
}

#[test]
fn a_template_leaves_out_what_is_missing() {
    check_template("{photographer}, {credit}", "Ada", "AFP", "Ada, AFP");
    check_template("{photographer}, {credit}", "Ada", "", "Ada");
    check_template("{photographer}, {credit}", "", "AFP", "AFP");
    check_template("({credit} Photo/{photographer})", "Ada", "AP", "(AP Photo/Ada)");
    check_template("{photographer} ({credit})", "Ada", "AFP", "Ada (AFP)");
    check_template("{photographer} ({credit})", "Ada", "", "Ada");
    check_template("{photographer} ({credit})", "", "AFP", "AFP");
    check_template("{label} · {credit} / {photographer}", "Ada", "AFP", "Photo · AFP / Ada");
    check_template("{label} · {credit} / {photographer}", "Ada", "", "Photo · Ada");
    check_template("({photographer}) {credit}", "Ada", "", "(Ada)");
    check_template("({photographer}) {credit}", "", "AFP", "AFP");
    check_template("{label}: {credit}", "Ada", "AFP", "Photo: AFP");
    check_template("{credit} {label} {photographer}", "Ada", "", "Photo Ada");
    check_template("{photographer} / {credit}.", "Ada", "AFP;", "Ada / AFP;.");
}

#[test]
fn a_strangers_template_breaks_nothing() {
    let whole = "Photo: Ada / AFP";
    check_template("", "Ada", "AFP", whole);
    check_template("no place for a name", "Ada", "AFP", whole);
    check_template("{label}", "Ada", "AFP", whole);
    check_template("{label}: {byline} / {credit}", "Ada", "AFP", whole);
    check_template("{credit} {credit}", "Ada", "AFP", whole);
    check_template("{photographer", "Ada", "AFP", whole);
    check_template("{}}{{", "Ada", "AFP", whole);
    check_template(&"x".repeat(10_000), "Ada", "AFP", whole);
    check_template("\u{202E}{label}: {photographer}\n/ {credit}\u{0}", "Ada", "AFP", whole);
    check_template("{label}: {credit}", "Ada", "", "Photo: Ada");
    check_template("{label}: {photographer}", "", "AFP", "Photo: AFP");
    check_template(
        "{label}: {photographer} / {credit}",
        "{credit}",
        "{label}",
        "Photo: {credit} / {label}",
    );
}

#[test]
fn a_template_that_says_photo_is_not_used_for_a_drawing() {
    let style = CreditStyle { template: "Photo: {photographer}", language: "en" };
    assert_eq!(line_of(&file("Ada", ""), None, Kind::Illustration, &style), "Illustration: Ada");
}

#[test]
fn a_declared_credit_prints_its_words() {
    let none = Facts::default();
    let handout = |from: &str| Declared::Handout { from: from.to_owned() };
    check_declared(Declared::NotKnown, &none, "en", "Photo: Photographer not known");
    check_declared(Declared::NameWithheld, &none, "en", "Photo: Name withheld for safety");
    check_declared(handout("Port Authority"), &none, "en", "Photo: Handout from Port Authority");
    let supplied = Declared::Supplied { by: "the family".to_owned() };
    check_declared(supplied, &none, "en", "Photo: Supplied by the family");
    check_declared(Declared::NotKnown, &none, "tr", "Fotoğraf: Fotoğrafçısı bilinmiyor");
    check_declared(Declared::NotKnown, &none, "ja", "写真: Photographer not known");
    check_declared(
        Declared::NotKnown,
        &file("", "AFP"),
        "en",
        "Photo: Photographer not known / AFP",
    );
    check_declared(handout("AFP"), &file("", "AFP"), "en", "Photo: Handout from AFP");
    check_declared(handout(" "), &none, "en", "");
    check_declared(handout(" "), &file("", "AFP"), "en", "Photo: AFP");
}

#[test]
fn a_withheld_name_stands_nowhere() {
    let mut facts = file("Elif Kaya", "Elif Kaya/AFP");
    facts.0.extend(with(&[(Field::Instructions, "Mandatory credit: Elif Kaya/AFP")]).0);
    let withheld = Some(&Declared::NameWithheld);
    for template in [DEFAULT_TEMPLATE, "{label}: {credit}", "{credit}", "{photographer} {credit}"] {
        let style = CreditStyle { template, ..CreditStyle::default() };
        let printed = printed_credit(&facts, withheld, Kind::Photo, &style).unwrap();
        assert!(!format!("{printed:?}").contains("Kaya"), "{printed:?}");
        assert!(printed.line.contains("Name withheld for safety"), "{printed:?}");
    }
}

#[test]
fn a_mandatory_wording_prints_as_supplied() {
    let photo = Kind::Photo;
    check_mandatory("Mandatory credit: NASA / E. Kaya. No sales.", photo, "Photo: NASA / E. Kaya");
    check_mandatory("Mandatory credit: Photo by Elif Kaya/AP", photo, "Photo by Elif Kaya/AP");
    check_mandatory(
        "Mandatory credit: Photo by Kaya/AP",
        Kind::Illustration,
        "Illustration: Kaya/AP",
    );
    check_mandatory("MANDATORY CREDIT - no sales", photo, "Photo: Elif Kaya / AFP");
}

#[test]
fn what_a_person_types_passes_over_a_mandatory_wording() {
    let mut facts = file("", "AFP");
    facts.0.extend(with(&[(Field::Instructions, "Mandatory credit: AFP PHOTO")]).0);
    facts.type_over(Field::Photographer, "Elif Kaya".to_owned());
    assert_eq!(
        line_of(&facts, None, Kind::Photo, &CreditStyle::default()),
        "Photo: Elif Kaya / AFP"
    );
    assert_eq!(note_of(&facts, None), "the supplier asks for “AFP PHOTO”");
}

#[test]
fn names_stand_without_the_label() {
    let printed =
        printed_credit(&file("Ada", "Ada/AFP"), None, Kind::Photo, &CreditStyle::default());
    let printed = printed.unwrap();
    assert_eq!((&*printed.label, &*printed.names), ("Photo", "Ada / AFP"));
    assert_eq!(printed.photographers, ["Ada"]);
}
