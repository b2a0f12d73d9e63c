use super::*;
use crate::story::read;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn text(text: &str) -> Value {
    json!([{"type": "text", "text": text}])
}

fn paragraph(words: &str) -> Value {
    json!({"type": "paragraph", "content": text(words)})
}

fn story(headline: &str, body: &[Value]) -> Document {
    let headline = json!({"type": "headline", "content": text(headline)});
    let body = json!({"type": "body", "content": body});
    read(&json!({"doc": {"type": "story", "content": [headline, body]}}).to_string())
}

fn photo(caption: &str, credit: &str) -> BTreeMap<String, PhotoWords> {
    let (caption, credit) = (caption.to_owned(), credit.to_owned());
    BTreeMap::from([("p".into(), PhotoWords { caption, credit, alt_text: String::new() })])
}

fn lines(before: &Document, after: &Document) -> Vec<String> {
    let photos = BTreeMap::new();
    let side = |document| Side { document, photos: &photos };
    difference(side(before), side(after)).iter().map(in_a_line).collect()
}

fn check(before: &[Value], after: &[Value], expected: &[&str]) {
    assert_eq!(lines(&story("A", before), &story("A", after)), expected);
}

fn check_words(before: &str, after: &str, expected: &str) {
    check(&[paragraph(before)], &[paragraph(after)], &[expected]);
}

#[test]
fn a_changed_number_is_one_word() {
    check_words(
        "The blast killed 14 people on Tuesday.",
        "The blast killed 41 people on Tuesday.",
        "paragraph 1: The blast killed [-14-]{+41+} people on Tuesday.",
    );
    check_words(
        "It cost 14,000 kroner in all.",
        "It cost 41,000 kroner in all.",
        "paragraph 1: It cost [-14,000-]{+41,000+} kroner in all.",
    );
}

#[test]
fn a_changed_phrase_is_shown_whole() {
    check_words(
        "About two hundred people came to the square that evening.",
        "About forty thousand people came to the square that evening.",
        "paragraph 1: About [-two hundred-]{+forty thousand+} people came to the square that evening.",
    );
}

#[test]
fn languages_without_spaces_are_compared_sign_by_sign() {
    check_words("死者は14人だった", "死者は41人だった", "paragraph 1: 死者は[-14-]{+41+}人だった");
}

#[test]
fn spaces_and_how_letters_are_put_together_are_no_change() {
    check(&[paragraph("Caf\u{e9}  open")], &[paragraph("Cafe\u{301} open ")], &[]);
}

#[test]
fn furniture_is_compared_line_by_line() {
    let before = story("Trams run", &[]);
    assert_eq!(lines(&before, &story("Trams stop", &[])), ["headline: Trams [-run-]{+stop+}"]);
    assert_eq!(lines(&before, &story("", &[])), ["headline taken out: [-Trams run-]"]);
}

#[test]
fn paragraphs_come_go_and_move() {
    let [a, b, c] =
        ["One tram ran.", "Two buses stood still.", "Nobody walked home."].map(paragraph);
    check(
        &[a.clone(), c.clone()],
        &[a.clone(), b.clone(), c.clone()],
        &["paragraph 2 put in: {+Two buses stood still.+}"],
    );
    check(
        &[a.clone(), b.clone()],
        std::slice::from_ref(&a),
        &["paragraph 2 taken out: [-Two buses stood still.-]"],
    );
    check(&[a.clone(), b.clone(), c.clone()], &[b, c, a], &["paragraph 3 moved: One tram ran."]);
}

#[test]
fn what_became_a_paragraph_is_found_beside_a_new_one() {
    check(
        &[paragraph("The bridge opened on Monday to great cheers.")],
        &[
            paragraph("Rain had been forecast."),
            paragraph("The bridge opened on Tuesday to great cheers."),
        ],
        &[
            "paragraph 1 put in: {+Rain had been forecast.+}",
            "paragraph 2: The bridge opened on [-Monday-]{+Tuesday+} to great cheers.",
        ],
    );
}

#[test]
fn a_link_s_address_counts_and_a_private_note_does_not() {
    let linked = |href: &str| {
        let marks = json!([{"type": "link", "attrs": {"href": href}}]);
        json!({"type": "paragraph", "content": [{"type": "text", "text": "the report", "marks": marks}]})
    };
    check(
        &[linked("https://a.example")],
        &[linked("https://b.example")],
        &["paragraph 1: the report [https://[-a.example-]{+b.example+}]"],
    );
    let noted = json!({"type": "paragraph", "content": [
        {"type": "text", "text": "One "},
        {"type": "text", "text": "tram", "marks": [{"type": "note", "attrs": {"noteId": "n"}}]},
        {"type": "text", "text": " ran."}]});
    check(&[paragraph("One tram ran.")], &[noted], &[]);
}

#[test]
fn captions_credits_and_crops_count() {
    let figure = |attrs: Value| json!({"type": "figure", "attrs": attrs});
    let plain = story("A", &[figure(json!({"photoId": "p"}))]);
    let crop = json!({"left": 0, "top": 0, "width": 5000, "height": 5000});
    let cropped = story("A", &[figure(json!({"photoId": "p", "crop": crop}))]);
    let gone = story("A", &[figure(json!({}))]);
    let (old, new) = (photo("The bridge", "Photo: A"), photo("The ferry", "Photo: B"));
    let compare = |before, after| -> Vec<String> {
        difference(before, after).iter().map(in_a_line).collect()
    };
    let side = |document, photos| Side { document, photos };
    assert_eq!(
        compare(side(&plain, &old), side(&plain, &new)),
        ["caption of photo 1: The [-bridge-]{+ferry+}", "credit of photo 1: Photo: [-A-]{+B+}",]
    );
    assert_eq!(compare(side(&plain, &old), side(&cropped, &old)), ["photo 1 shown otherwise"]);
    assert_eq!(
        compare(side(&plain, &old), side(&gone, &old)),
        ["photo 1 taken out: [-The bridge Photo: A-]",]
    );
}

#[test]
fn two_long_stories_that_share_nothing_are_soon_compared() {
    // One paragraph of 20,000 words, and a hundred of two hundred.
    let words = |stem: &str, from: usize, to: usize| -> String {
        (from..to).map(|n| format!("{stem}{} ", n * 7919 % 10_007)).collect()
    };
    let split = |stem: &str| -> Vec<Value> {
        (0..100).map(|n| paragraph(&words(stem, n * 200, n * 200 + 200))).collect()
    };
    let whole = |stem: &str| vec![paragraph(&words(stem, 0, 20_000))];
    let pairs = [(whole("a"), whole("b")), (split("a"), split("b")), (whole("a"), split("a"))];
    for (before, after) in pairs {
        let (before, after) = (story("A", &before), story("A", &after));
        let began = Instant::now();
        assert!(!lines(&before, &after).is_empty());
        // Without optimisation, and beside other tests.
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }
}
