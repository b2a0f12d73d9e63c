//! How long importing, checking and laying out copy take, and how large a page is.
//!
//!     cargo bench -p cutline-core --bench copy
//!
//! Each time is the middle of [`ROUNDS`] rounds. Beside it stands how often it would fit into one
//! reading of the same document, which every one of them has to do first: that ratio is the machine's
//! only a little.

use chrono::{DateTime, Utc};
use cutline_core::check::{CheckedPhoto, Checking, House, StyleRule, check};
use cutline_core::export::{
    DatelinePlace, PageCredit, PagePhoto, PagePicture, PageStory, PublicationLine, StoryKind,
    Theme, page,
};
use cutline_core::import::plain_text;
use cutline_core::story::{Block, Document, Figure, Inline, Line, Paragraph, Text, read, write};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 21;
const SAMPLE: &[u8] = include_bytes!("../assets/sample/story.txt");

fn main() {
    let long = story(20_000, 200);
    let reading = middle(|| read(&write(&long)));
    say("write and read 20,000 words, 200 photos", reading, reading);
    let document = read(&write(&long));
    let photos = checked(200);
    let today = DateTime::<Utc>::UNIX_EPOCH.date_naive();
    let house = House { style: style(500), ..House::default() };
    let checking = Checking { document: &document, photos: &photos, house: &house, today };
    say(
        "check 20,000 words, 200 photos, by 500 rules of style",
        middle(|| check(&checking)),
        reading,
    );
    say("import the sample story", middle(|| plain_text(SAMPLE).map(|copy| copy.slug)), reading);
    let short = read(&write(&story(400, 4)));
    let photos = printed(4);
    let html = laid_out(&short, &photos);
    say("lay out 400 words, 4 photos", middle(|| laid_out(&short, &photos)), reading);
    println!("that page has {} bytes of HTML", html.len());
}

fn say(what: &str, took: Duration, reading: Duration) {
    let ratio = took.as_secs_f64() / reading.as_secs_f64();
    println!("{what}: {:.2} ms, {ratio:.2} readings", took.as_secs_f64() * 1e3);
}

fn middle<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            black_box(work());
            begin.elapsed()
        })
        .collect();
    rounds.sort();
    rounds[ROUNDS / 2]
}

/// `words` words in paragraphs of fifty, with the photos between them.
fn story(words: usize, photos: usize) -> Document {
    let paragraphs = words / 50;
    let every = (paragraphs / photos).max(1);
    let figure = |n: usize| {
        let photo_id = Some(format!("photo-{n}"));
        Block::Figure(Figure { photo_id, ..Figure::default() })
    };
    let mut body = Vec::new();
    for n in 0..paragraphs {
        body.push(Block::Paragraph(Paragraph {
            content: text(&sentences(n)),
            ..Default::default()
        }));
        if n % every == 0 && n / every < photos {
            body.push(figure(n / every));
        }
    }
    Document {
        language: "en".into(),
        headline: Line { content: text("Trams run across the harbour again"), ..Line::default() },
        standfirst: Line { content: text("The first one left at dawn."), ..Line::default() },
        body,
        ..Document::default()
    }
}

/// Fifty words that differ from paragraph to paragraph.
fn sentences(n: usize) -> String {
    const WORDS: [&str; 10] =
        ["council", "harbour", "bridge", "tram", "ferry", "quay", "vote", "night", "bell", "rain"];
    let word = |i: usize| WORDS[(n * 7 + i * 3) % WORDS.len()];
    (0..5)
        .map(|i| {
            format!(
                "“The {} of the {} is late,” said one of the crew on day {n}. ",
                word(i),
                word(i + 1)
            )
        })
        .collect()
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(Text { at: 0, text: text.to_owned(), marks: Vec::new() })]
}

/// A house style of this many rules, of which some fit.
fn style(count: usize) -> Vec<StyleRule> {
    let rule = |n: usize| StyleRule {
        find: match n {
            0 => "one of the crew".into(),
            1 => "harbo*".into(),
            n => format!("word{n}* of it"),
        },
        instead: if n == 0 { "a sailor".into() } else { String::new() },
        reason: "Say it plainly".into(),
    };
    (0..count).map(rule).collect()
}

fn checked(count: usize) -> BTreeMap<String, CheckedPhoto> {
    let photo = |n: usize| CheckedPhoto {
        name: format!("{n}.jpg"),
        credit_line: Some("Photo: Elif Kaya / AFP".into()),
        credit_names: Some("Elif Kaya / AFP".into()),
        caption: Some(format!("Tram {n} crosses the bridge.")),
        alt_text: Some("A tram on a bridge".into()),
        width_px: 2400,
        height_px: 1600,
        taken: Some("1969-12-31".into()),
        ..CheckedPhoto::default()
    };
    (0..count).map(|n| (format!("photo-{n}"), photo(n))).collect()
}

fn printed(count: usize) -> BTreeMap<String, PagePhoto> {
    let credit = PageCredit {
        label: "Photo".into(),
        names: "Elif Kaya / AFP".into(),
        line: "Photo: Elif Kaya / AFP".into(),
    };
    let photo = |n: usize| PagePhoto {
        pictures: vec![PagePicture {
            stem: format!("trams-run-{n}"),
            width_px: 2400,
            height_px: 1600,
            widths: vec![480, 720, 960, 1280, 1600, 2400],
            formats: vec!["webp".into(), "jpg".into()],
            ..PagePicture::default()
        }],
        caption: Some(format!("Tram {n} crosses the bridge at Halden on its first morning.")),
        alt_text: Some("A red tram on an iron bridge".into()),
        credit: credit.clone(),
        photographers: vec!["Elif Kaya".into()],
        ..PagePhoto::default()
    };
    (0..count).map(|n| (format!("photo-{n}"), photo(n))).collect()
}

fn laid_out(document: &Document, photos: &BTreeMap<String, PagePhoto>) -> String {
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let story = PageStory {
        dateline: DatelinePlace::default(),
        document,
        publication: PublicationLine {
            name: "The Halden Post",
            site_address: Some("https://post.example"),
            language: "en",
            time_zone: "Europe/Oslo",
        },
        url_name: "trams-run",
        kind: StoryKind::News,
        desk: "",
        published_at: at,
        modified_at: at,
        photos,
    };
    let theme = Theme::shipped("plain").expect("plain is shipped");
    page(&story, theme).expect("plain prints every page")
}
