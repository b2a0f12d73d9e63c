//! The stories, each with a name that says what is extreme in it.

use crate::copy::{FOUR_HUNDRED_WORDS, HOSTILE, LONG_HEADLINE, LONG_WORDS};
use crate::document::{
    Document, correction, crosshead, embed, fact_box, figure, foreign, gallery, link, list, marked,
    node, paragraph, paragraphs, said, table, with, words,
};
use crate::photos::{LARGE, PLAIN, Picture, TALL, TINY, picture};
use crate::tongues::{TONGUES, Tongue};
use serde_json::{Value, json};

/// Writes a document; what it is handed takes a picture in and answers the id of its photo.
pub type Write = dyn Fn(&mut dyn FnMut(Picture) -> String) -> Value;

/// A story, and the house that it stands in.
pub struct Story {
    /// Also its URL name.
    pub name: &'static str,
    /// As the contract names it.
    pub kind: &'static str,
    pub desk: &'static str,
    /// Where the house prints the dateline, as the contract names it.
    pub dateline: &'static str,
    pub place: Place,
    /// How many pictures the page shows; each is loaded once.
    pub photos: usize,
    /// Writes the document; what it is handed gives the id of a photo.
    pub document: Box<Write>,
}

/// What the house says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Its name and its site's address.
    Site,
    /// Its name.
    Unknown,
    /// Its site's address.
    Nameless,
}

/// All of them.
pub fn stories() -> Vec<Story> {
    let mut all = vec![
        story("four-hundred-words-and-four-photos", 4, |photo| four_hundred_words(photo)),
        story("no-photo", 0, |_| news().json()),
        story("one-photo", 1, |photo| Document { lead: Some(lead(photo)), ..news() }.json()),
        story("forty-photos", 40, forty_photos),
        story("nothing-but-photos", 3, nothing_but_photos),
        story("every-element", 6, |photo| every_element(photo, news())),
        story("every-element-from-right-to-left", 6, |photo| {
            every_element(photo, tongue(&TONGUES[0], None))
        }),
        story("hostile-strings", 2, hostile),
        story("a-headline-of-three-hundred-characters", 0, |_| {
            Document { headline: LONG_HEADLINE.into(), ..news() }.json()
        }),
        story("words-without-a-place-to-break", 1, long_words),
        story("galleries", 9, galleries),
        story("photos-in-every-role", 6, roles),
        story("corrections", 0, corrections),
        story("tables", 0, tables),
        story("lists-in-lists", 0, lists),
        story("cards-from-elsewhere", 0, cards),
        story("foreign-passages", 0, foreign_passages),
        story("captions-with-and-without-a-full-stop", 4, captions),
        story("photos-without-words", 2, without_words),
        story("a-transparent-map-and-a-tiny-photo", 2, odd_photos),
        story("a-framed-lead-and-the-same-photo-again", 3, framed),
        story("authors-with-pages-of-their-own", 0, authors),
        story("a-follow-up-with-file-photos", 2, file_photos),
        Story {
            place: Place::Unknown,
            ..story("no-site-address", 1, |photo| {
                Document { lead: Some(lead(photo)), ..news() }.json()
            })
        },
        Story {
            place: Place::Nameless,
            ..story("a-house-without-a-name", 0, |_| {
                Document { standfirst: "", byline: Vec::new(), ..news() }.json()
            })
        },
        Story {
            dateline: "afterByline",
            ..story("a-dateline-after-the-byline", 0, |_| news().json())
        },
        Story { dateline: "none", ..story("no-dateline", 0, |_| news().json()) },
        Story {
            desk: "Harbour",
            ..story("a-desk-and-no-kicker", 0, |_| Document { kicker: "", ..news() }.json())
        },
    ];
    all.extend(TONGUES.iter().map(in_another_language));
    all.extend(KINDS.map(of_a_kind));
    all
}

/// The name of the story of each kind, and the kind.
const KINDS: [(&str, &str); 7] = [
    ("a-brief", "brief"),
    ("a-feature", "feature"),
    ("an-analysis", "analysis"),
    ("an-opinion", "opinion"),
    ("an-explainer", "explainer"),
    ("an-interview", "interview"),
    ("a-review", "review"),
];

fn story(
    name: &'static str,
    photos: usize,
    document: impl Fn(&mut dyn FnMut(Picture) -> String) -> Value + 'static,
) -> Story {
    Story {
        name,
        kind: "news",
        desk: "",
        dateline: "firstParagraph",
        place: Place::Site,
        photos,
        document: Box::new(document),
    }
}

fn of_a_kind((name, kind): (&'static str, &'static str)) -> Story {
    Story {
        kind,
        ..story(name, 0, |_| {
            Document { body: paragraphs(&FOUR_HUNDRED_WORDS[..3]), ..news() }.json()
        })
    }
}

fn in_another_language(of: &'static Tongue) -> Story {
    story(of.name, 2, |photo| {
        let photos = [photo(picture(3, LARGE)), photo(picture(4, PLAIN))];
        tongue(of, Some(photos)).json()
    })
}

fn news() -> Document {
    Document {
        kicker: "Transport",
        headline: "First tram in nine years crosses the Marensund bridge".into(),
        standfirst: "It came two minutes early. The ferry that took its place runs on until the end \
            of the year.",
        byline: words("By Ana Ruiz and Bo Lind"),
        dateline: "MARENSUND, Norway",
        body: paragraphs(&FOUR_HUNDRED_WORDS),
        sign_off: "Additional reporting by the Halden newsroom and agencies",
        ..Document::default()
    }
}

fn tongue(of: &Tongue, photos: Option<[String; 2]>) -> Document {
    let mut body = paragraphs(&of.paragraphs[..2]);
    body.push(crosshead(of.crosshead, 2));
    body.push(paragraph(of.paragraphs[2]));
    let mut lead = None;
    if let Some([first, second]) = photos {
        lead = Some(figure(&first, "inline", Some(of.caption)));
        body.push(figure(&second, "inline", Some(of.caption)));
    }
    Document {
        language: of.language,
        kicker: of.kicker,
        headline: of.headline.into(),
        standfirst: of.standfirst,
        byline: words(of.byline),
        dateline: of.dateline,
        lead,
        body,
        sign_off: of.sign_off,
    }
}

fn lead(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    figure(&photo(picture(1, LARGE)), "inline", None)
}

fn four_hundred_words(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS);
    for (number, at) in [(2, 8), (3, 5), (4, 2)] {
        body.insert(at, figure(&photo(picture(number, LARGE)), "inline", None));
    }
    Document { lead: Some(lead(photo)), body, ..news() }.json()
}

fn forty_photos(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS[..2]);
    for number in 2..=40 {
        body.push(figure(&photo(picture(number, PLAIN)), "inline", None));
    }
    Document { lead: Some(lead(photo)), body, ..news() }.json()
}

fn nothing_but_photos(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let figures = [5, 6, 7].map(|number| figure(&photo(picture(number, PLAIN)), "inline", None));
    let document = Document { standfirst: "", byline: Vec::new(), dateline: "", ..news() };
    Document { body: figures.to_vec(), ..document }.json()
}

fn every_element(photo: &mut dyn FnMut(Picture) -> String, document: Document) -> Value {
    let mut figures =
        [5, 6, 7, 8].map(|number| figure(&photo(picture(number, PLAIN)), "inline", None));
    let last = figures[3].take();
    let mut body = document.body;
    body.extend([
        crosshead("What was done", 2),
        node(
            "paragraph",
            vec![
                json!({"type": "text", "text": "Drilled out, "}),
                marked("every one", "strong", json!({})),
                json!({"type": "text", "text": ", by "}),
                marked("hand", "em", json!({})),
                json!({"type": "text", "text": ", as "}),
                link("the report", "https://post.example/report?a=1&b=2"),
                json!({"type": "text", "text": " says."}),
                json!({"type": "hardBreak"}),
                json!({"type": "text", "text": "None was thrown away."}),
            ],
        ),
        list(
            false,
            vec![
                paragraphs(&["312 rivets"]),
                vec![
                    paragraph("Two piers"),
                    list(
                        true,
                        vec![paragraphs(&["North, in 2024"]), paragraphs(&["South, in 2025"])],
                    ),
                ],
            ],
        ),
        crosshead("And what was not", 3),
        said(
            "quote",
            &["I learned to steer on this water.", "I am not giving it back."],
            "Ingrid Moe",
        ),
        said("pullQuote", &["A bridge is a promise in steel."], "Tora Vik"),
        fact_box(
            "The bridge in numbers",
            vec![
                paragraph("It turns in four minutes."),
                crosshead("Length", 3),
                list(false, vec![paragraphs(&["126 metres"])]),
            ],
        ),
        table(&[&["Stop", "Trams"], &["Harbour", "120"], &["Depot", "80"]]),
        gallery("grid", figures[..2].to_vec()),
        gallery("slideshow", vec![figures[2].clone(), last]),
        embed("https://video.example.org/w/1", "Video", "The first ride", "A film.\nWith sound."),
        figure(&photo(picture(9, TALL)), "supporting", None),
        node("divider", Vec::new()),
        correction("correction", "2026-05-12", "An earlier version gave the wrong fare."),
        with("figure", json!({"wantedCredit": "Photo: nobody yet"}), Vec::new()),
    ]);
    Document { lead: Some(lead(photo)), body, ..document }.json()
}

fn hostile(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let figures = [5, 6].map(|number| photo(picture(number, PLAIN)));
    let mut body = paragraphs(&HOSTILE);
    body.extend([
        crosshead(HOSTILE[0], 2),
        node(
            "paragraph",
            vec![
                link("a link", "javascript:alert(1)"),
                link("</a>", "https://post.example/\"><b>"),
            ],
        ),
        fact_box(HOSTILE[1], paragraphs(&HOSTILE[..2])),
        table(&[&[HOSTILE[0], HOSTILE[1]], &[HOSTILE[2], HOSTILE[3]]]),
        embed("javascript:alert(1)", HOSTILE[1], HOSTILE[0], HOSTILE[3]),
        figure(&figures[0], "inline", Some(HOSTILE[1])),
        correction("correction", "\" onload=\"", HOSTILE[0]),
    ]);
    Document {
        kicker: HOSTILE[4],
        headline: HOSTILE[..2].join(" "),
        standfirst: HOSTILE[1],
        byline: words("By <b>Ana</b> \"Ruiz\" & Sons"),
        dateline: "5\" <MARENSUND>",
        lead: Some(figure(&figures[1], "inline", Some(HOSTILE[0]))),
        body,
        sign_off: HOSTILE[3],
        ..Document::default()
    }
    .json()
}

fn long_words(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut body = paragraphs(&LONG_WORDS);
    body.push(crosshead(LONG_WORDS[0], 2));
    body.push(figure(&photo(picture(5, PLAIN)), "inline", Some(LONG_WORDS[1])));
    body.push(list(false, vec![paragraphs(&LONG_WORDS[..1])]));
    body.push(table(&[&LONG_WORDS, &LONG_WORDS]));
    body.push(fact_box(LONG_WORDS[0], paragraphs(&LONG_WORDS)));
    body.push(said("pullQuote", &LONG_WORDS[..1], LONG_WORDS[1]));
    Document { headline: LONG_WORDS[0].into(), body, ..news() }.json()
}

fn galleries(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut of = |numbers: &[u32], layout: &str| {
        let sizes = [PLAIN, TALL, LARGE];
        let figures = numbers.iter().map(|number| {
            let size = sizes[*number as usize % sizes.len()];
            figure(&photo(picture(*number, size)), "inline", None)
        });
        gallery(layout, figures.collect())
    };
    let first = FOUR_HUNDRED_WORDS[0];
    let body = vec![
        paragraph(first),
        of(&[10, 11, 12, 13], "grid"),
        paragraph(first),
        of(&[14, 15, 16], "slideshow"),
        of(&[17], "grid"),
        of(&[18], "slideshow"),
    ];
    Document { body, ..news() }.json()
}

fn roles(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut body = Vec::new();
    for (number, role) in (20..).zip(["thumbnail", "supporting", "inline", "showcase", "full"]) {
        body.push(paragraph(FOUR_HUNDRED_WORDS[1]));
        body.push(figure(&photo(picture(number, LARGE)), role, None));
    }
    body.push(figure(&photo(picture(25, TALL)), "inline", None));
    Document { body, ..news() }.json()
}

fn corrections(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut body = vec![
        correction(
            "correction",
            "2026-05-13",
            "The works cost 214 million kroner, not 241 million.",
        ),
        correction("correction", "2026-05-14", "An earlier version misspelt a name."),
    ];
    body.extend(paragraphs(&FOUR_HUNDRED_WORDS[..3]));
    body.extend([
        correction("clarification", "2026-05-14", "The ferry runs on Sundays too."),
        correction("update", "2026-05-15", "The lift has been mended."),
        correction("editorsNote", "", "The author’s sister drives a tram."),
    ]);
    Document { body, ..news() }.json()
}

fn tables(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let wide = ["Stop", "Opened", "Trams an hour", "Passengers", "Lift", "Shelter", "Distance"];
    let row = ["Harbour square, northern quay", "1911", "6", "12,400", "yes", "yes", "0.0 km"];
    let cell = |kind: &str, attrs: Value, text: &str| with(kind, attrs, vec![paragraph(text)]);
    let spanned = node(
        "table",
        vec![
            node(
                "tableRow",
                vec![
                    cell("tableHeader", json!({"rowspan": 2}), "Stop"),
                    cell("tableHeader", json!({"colspan": 2}), "Trams"),
                ],
            ),
            node(
                "tableRow",
                vec![
                    cell("tableHeader", json!({}), "Day"),
                    cell("tableHeader", json!({}), "Night"),
                ],
            ),
            node(
                "tableRow",
                vec![
                    cell("tableHeader", json!({}), "Depot"),
                    cell("tableCell", json!({"colspan": 9, "rowspan": 9}), "120"),
                ],
            ),
        ],
    );
    let body = vec![paragraph(FOUR_HUNDRED_WORDS[0]), table(&[&wide, &row, &row]), spanned];
    Document { body, ..news() }.json()
}

fn lists(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let deep = (0..12).fold(paragraph("The last"), |inside, depth| {
        list(depth % 2 == 0, vec![vec![paragraph("An item"), inside]])
    });
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS[..2]);
    body.push(deep);
    body.push(list(true, FOUR_HUNDRED_WORDS.iter().map(|text| vec![paragraph(text)]).collect()));
    Document { body, ..news() }.json()
}

fn cards(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let body = vec![
        paragraph(FOUR_HUNDRED_WORDS[0]),
        embed("https://social.example.org/1", "Social", "", "The points are good.\nI heard them."),
        embed("https://social.example.org/2", "", "", ""),
        embed("https://social.example.org/3", "", "", ""),
        embed("", "", "", "Taken down since."),
        embed("https://social.example.org/4", "شبكة", "", "الجسر مفتوح"),
    ];
    Document { body, ..news() }.json()
}

fn foreign_passages(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let text = |text: &str| json!({"type": "text", "text": text});
    let body = vec![
        node(
            "paragraph",
            vec![
                text("The sign says "),
                foreign("הגשר סגור", "he"),
                text(", which is "),
                foreign("جسر مغلق", "ar"),
                text(", and in Japanese "),
                foreign("橋は閉鎖中", "ja"),
                text(". It is "),
                foreign("Schadenfreude", "de"),
                text("."),
            ],
        ),
        paragraph("الجسر مفتوح من جديد"),
        paragraph(FOUR_HUNDRED_WORDS[0]),
    ];
    Document { body, ..news() }.json()
}

fn captions(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let says = ["Marensund Swing Bridge", "The bridge, at dawn.", "“It is mine,” she said.”", ""];
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS[..2]);
    for (number, caption) in (26..).zip(says) {
        body.push(figure(&photo(picture(number, PLAIN)), "inline", Some(caption)));
    }
    Document { body, ..news() }.json()
}

fn without_words(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let bare = |number| Picture { described: false, ..picture(number, LARGE) };
    let mut decorative = figure(&photo(bare(30)), "inline", None);
    decorative["attrs"]["decorative"] = json!(true);
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS[..2]);
    body.push(figure(&photo(bare(31)), "inline", None));
    Document { lead: Some(decorative), body, ..news() }.json()
}

fn odd_photos(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let map = Picture { transparent: true, ..picture(32, PLAIN) };
    let figures = [map, picture(33, TINY)].map(|odd| figure(&photo(odd), "inline", None));
    Document { body: figures.to_vec(), ..news() }.json()
}

fn framed(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let id = photo(picture(1, LARGE));
    let mut framed = figure(&id, "inline", None);
    framed["attrs"]["crop"] = json!({"left": 2000, "top": 1000, "width": 6000, "height": 8000});
    framed["attrs"]["focus"] = json!({"left": 7000, "top": 3000});
    let mut body = paragraphs(&FOUR_HUNDRED_WORDS[..2]);
    body.push(figure(&id, "inline", Some("The same photo, whole.")));
    body.push(figure(&id, "thumbnail", None));
    Document { lead: Some(framed), body, ..news() }.json()
}

fn authors(_: &mut dyn FnMut(Picture) -> String) -> Value {
    let text = |text: &str| json!({"type": "text", "text": text});
    let byline = vec![
        text("By "),
        link("Ana Ruiz", "https://post.example/people/ana-ruiz/"),
        text(", Bo Lind and "),
        link("Siobhán O’Brien", "https://post.example/people/siobhan-o-brien/"),
    ];
    Document { byline, ..news() }.json()
}

fn file_photos(photo: &mut dyn FnMut(Picture) -> String) -> Value {
    let mut file = |number, caption: Option<&str>| {
        let mut figure = figure(&photo(picture(number, PLAIN)), "inline", caption);
        figure["attrs"]["filePhoto"] = json!(true);
        figure
    };
    let figures = [file(34, None), file(35, Some(""))];
    Document { body: figures.to_vec(), ..news() }.json()
}
