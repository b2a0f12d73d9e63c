//! Stories made at random of every element and of every sign that a form reads as markup: each form of
//! copy holds each credit as often as its photo prints, and every text is still the text that it was.
//!
//! Forty by default; `STORIES=20000` runs longer. A story follows from its number alone, so a
//! failure names the number that gives it again.

#[path = "harness/mod.rs"]
#[allow(dead_code)]
mod harness;

use cutline_core::export::{
    DatelinePlace, PageCredit, PagePhoto, PagePicture, PageStory, PublicationLine, StoryKind,
};
use cutline_core::story::read;
use harness::copied::{forms, holds, shown};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const STORIES: u64 = 40;

/// What HTML, block comments, Markdown, YAML and two template languages read as their own.
const SIGNS: [&str; 64] = [
    "*",
    "_",
    "**",
    "__",
    "***",
    "`",
    "```",
    "~~",
    "~~~",
    "#",
    "## a",
    "- a",
    "+ a",
    "1. a",
    "2) b",
    "---",
    "===",
    "***",
    "> a",
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "<!-- wp:html -->",
    "<!-- /wp:paragraph -->",
    "--",
    "&amp;",
    "&",
    "&#42;",
    "<script>",
    "<http://a.example>",
    "[a](b)",
    "![a](b)",
    "[^1]",
    "[a]: b",
    "]",
    "[",
    "!",
    "\\",
    "\\\\",
    "|",
    "| a |",
    ":--",
    "{{ a }}",
    "{% a %}",
    "{: .a}",
    "\"",
    "'",
    "a: b",
    "\u{2028}",
    "\u{a0}",
    "\u{202e}",
    "\t",
    "\n",
    "  ",
    "$a$",
    "^",
    ":",
    "日本",
    "خبر",
    "€",
    "“",
    "”",
    "…",
];
const WORDS: [&str; 8] = ["tram", "Halden", "2026.", "crowns", "O’Brien", "a", "quay,", "(she)"];

#[test]
fn every_form_holds_every_credit_and_every_text() {
    let count = std::env::var("STORIES").ok().and_then(|count| count.parse().ok());
    for number in 0..count.unwrap_or(STORIES) {
        let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let photos = photos(&mut dice);
        let source = story(&mut dice, photos.len()).to_string();
        let document = read(&source);
        let story = PageStory {
            document: &document,
            publication: PublicationLine {
                name: "The Halden Post",
                site_address: dice.one_in(2).then_some("https://post.example"),
                language: "en",
                time_zone: "Europe/Oslo",
            },
            url_name: "trams",
            kind: StoryKind::News,
            desk: "City",
            published_at: "2026-05-12T09:00:00Z".parse().unwrap(),
            modified_at: "2026-05-12T10:00:00Z".parse().unwrap(),
            dateline: [
                DatelinePlace::FirstParagraph,
                DatelinePlace::AfterByline,
                DatelinePlace::None,
            ][dice.below(3)],
            photos: &photos,
        };
        check(number, &story);
    }
}

fn check(number: u64, story: &PageStory) {
    let forms = forms(story);
    for (name, copy) in &forms {
        if let Err(why) = holds(name, copy, story) {
            panic!("{name} of story {number}: {why}\n{}", copy.text);
        }
    }
    let text = |name: &str| {
        let (name, copy) = forms.iter().find(|(form, _)| *form == name).expect("a form");
        shown(name, &copy.text).expect("it was read before")
    };
    let (html, markdown) = (solid(&text("fragment.html")), solid(&text("story.md")));
    assert_eq!(html, solid(&text("rich.html")), "rich.html of story {number}");
    if html != markdown {
        let markdown_source = &forms.iter().find(|(name, _)| *name == "story.md").unwrap().1.text;
        panic!("story {number} reads\n{markdown}\nnot\n{html}\n\n{markdown_source}");
    }
}

/// Without spaces of any kind.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Numbers that follow from the first one (xorshift, <https://doi.org/10.18637/jss.v008.i14>).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn text(&mut self) -> String {
        let pieces = 1 + self.below(6);
        let mut text = String::new();
        for _ in 0..pieces {
            match self.below(3) {
                0 => text.push_str(WORDS[self.below(WORDS.len())]),
                _ => text.push_str(SIGNS[self.below(SIGNS.len())]),
            }
            if self.one_in(2) {
                text.push(' ');
            }
        }
        text
    }
}

fn photos(dice: &mut Dice) -> BTreeMap<String, PagePhoto> {
    let photo = |number: usize, dice: &mut Dice| {
        let names = format!("Photographer{number} {}", dice.text());
        let picture = PagePicture {
            stem: format!("trams-{number}"),
            width_px: 1600,
            height_px: 1067,
            widths: vec![480, 1600],
            formats: vec!["webp".into(), "jpg".into()],
            ..PagePicture::default()
        };
        let photo = PagePhoto {
            pictures: vec![picture],
            caption: dice.one_in(2).then(|| dice.text()),
            alt_text: dice.one_in(2).then(|| dice.text()),
            credit: PageCredit { label: "Photo".into(), line: format!("Photo: {names}"), names },
            ..PagePhoto::default()
        };
        (format!("p{number}"), photo)
    };
    (0..dice.below(6)).map(|number| photo(number, dice)).collect()
}

fn story(dice: &mut Dice, photos: usize) -> Value {
    let mut left: Vec<usize> = (0..photos).collect();
    let mut content = vec![
        line(dice, "kicker"),
        line(dice, "headline"),
        line(dice, "standfirst"),
        line(dice, "byline"),
        line(dice, "dateline"),
    ];
    if dice.one_in(2) {
        content.extend(left.pop().map(|n| json!({"type": "lead", "content": [figure(dice, n)]})));
    }
    let mut body: Vec<Value> = (0..dice.below(8)).map(|_| block(dice, 2)).collect();
    if left.len() > 2 {
        let pictures: Vec<Value> = left.drain(..2).map(|n| figure(dice, n)).collect();
        body.push(json!({"type": "gallery", "content": pictures}));
    }
    for number in left {
        let at = dice.below(body.len() + 1);
        body.insert(at, figure(dice, number));
    }
    content.push(json!({"type": "body", "content": body}));
    content.push(line(dice, "signOff"));
    json!({"schemaVersion": 2, "doc": {"type": "story", "content": content}})
}

fn line(dice: &mut Dice, kind: &str) -> Value {
    json!({"type": kind, "content": inline(dice)})
}

fn figure(dice: &mut Dice, number: usize) -> Value {
    let mut lines = Vec::new();
    if dice.one_in(2) {
        lines.push(line(dice, "caption"));
    }
    let file_photo = dice.one_in(4);
    json!({"type": "figure", "attrs": {"photoId": format!("p{number}"), "filePhoto": file_photo},
        "content": lines})
}

fn inline(dice: &mut Dice) -> Vec<Value> {
    let piece = |dice: &mut Dice| {
        if dice.one_in(9) {
            return json!({"type": "hardBreak"});
        }
        let all = [
            json!({"type": "strong"}),
            json!({"type": "em"}),
            json!({"type": "link", "attrs": {"href": "https://a.example/(b)_*c*?d=1&copy;"}}),
            json!({"type": "foreign", "attrs": {"language": "de"}}),
            json!({"type": "note", "attrs": {"noteId": "private"}}),
        ];
        let marks: Vec<Value> = all.into_iter().filter(|_| dice.one_in(4)).collect();
        json!({"type": "text", "text": dice.text(), "marks": marks})
    };
    (0..dice.below(5)).map(|_| piece(dice)).collect()
}

fn paragraph(dice: &mut Dice) -> Value {
    line(dice, "paragraph")
}

fn block(dice: &mut Dice, depth: usize) -> Value {
    let paragraphs = |dice: &mut Dice| -> Vec<Value> {
        (0..1 + dice.below(2)).map(|_| paragraph(dice)).collect()
    };
    match dice.below(if depth == 0 { 2 } else { 9 }) {
        0 => paragraph(dice),
        1 => {
            let item = |dice: &mut Dice| {
                let mut content = paragraphs(dice);
                if depth > 0 && dice.one_in(3) {
                    content.push(block(dice, 0));
                }
                json!({"type": "listItem", "content": content})
            };
            let items: Vec<Value> = (0..1 + dice.below(3)).map(|_| item(dice)).collect();
            json!({"type": "list", "attrs": {"ordered": dice.one_in(2)}, "content": items})
        }
        2 => {
            json!({"type": "crosshead", "attrs": {"level": 2 + dice.below(2)}, "content": inline(dice)})
        }
        3 | 4 => {
            let mut content = paragraphs(dice);
            if dice.one_in(2) {
                content.push(line(dice, "attribution"));
            }
            json!({"type": if dice.one_in(2) { "quote" } else { "pullQuote" }, "content": content})
        }
        5 => {
            let mut content = vec![line(dice, "boxTitle")];
            content.extend((0..1 + dice.below(3)).map(|_| block(dice, depth - 1)));
            json!({"type": "factBox", "content": content})
        }
        6 => table(dice),
        7 => json!({"type": "correction", "attrs": {"kind": "correction", "at": "2026-05-12"},
            "content": paragraphs(dice)}),
        _ => {
            json!({"type": "embed", "attrs": {"address": "https://b.example/1", "title": dice.text(),
            "provider": dice.text(), "author": dice.text(), "text": dice.text()}})
        }
    }
}

fn table(dice: &mut Dice) -> Value {
    let columns = 1 + dice.below(3);
    let row = |dice: &mut Dice, kind: &str| {
        let cells = (0..columns).map(|_| json!({"type": kind, "content": [paragraph(dice)]}));
        json!({"type": "tableRow", "content": cells.collect::<Vec<_>>()})
    };
    let head = if dice.one_in(2) { "tableHeader" } else { "tableCell" };
    let mut rows = vec![row(dice, head)];
    rows.extend((0..dice.below(3)).map(|_| row(dice, "tableCell")));
    json!({"type": "table", "content": rows})
}
