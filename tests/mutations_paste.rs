//! What programs copy, with bytes changed, cut out and doubled and tags put in: whatever comes of it,
//! reading it ends soon, never panics, and loses no character that was to be seen.
//!
//! A thousand by default; `MUTATIONS=100000` runs longer. The changes follow from their number alone,
//! so a failure names the case and the number that give it again.

#[path = "harness/mod.rs"]
#[allow(dead_code)]
mod harness;

use cutline_core::import::html;
use std::fs;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

const MUTATIONS: u64 = 1_000;
const LONGEST: Duration = Duration::from_secs(5);

/// Tags that change what is around them.
const TAGS: [&str; 20] = [
    "<table>",
    "<li>",
    "</p>",
    "<blockquote>",
    "<td>",
    "<b>",
    "</div>",
    "<figure>",
    "<svg>",
    "<h2>",
    "</ul>",
    "<template>",
    "<a href=x>",
    "<tr>",
    "<select>",
    "<del>",
    "<figcaption>",
    "&gt; ",
    "<pre>",
    "<p class=MsoListParagraph>",
];

#[test]
fn no_mutation_of_a_paste_loses_a_word() {
    let count = std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok());
    let inputs: Vec<(String, Vec<u8>)> = harness::cases("paste")
        .iter()
        .map(|case| (case.name(), fs::read(case.file("input.html")).unwrap()))
        .collect();
    assert!(inputs.len() > 9, "the cases are not there");
    for number in 0..count.unwrap_or(MUTATIONS) {
        let (name, original) = &inputs[number as usize % inputs.len()];
        let bytes = mutate(original, number);
        let text = String::from_utf8_lossy(&bytes);
        let start = Instant::now();
        let outcome = catch_unwind(|| html(&text, "en"));
        assert!(outcome.is_ok(), "mutation {number} of {name} panics");
        assert!(start.elapsed() < LONGEST, "mutation {number} of {name} takes too long");
        if let Ok(Ok(pasted)) = outcome {
            let lost = harness::paste::nothing_is_lost(&text, &pasted);
            assert_eq!(lost, Ok(()), "mutation {number} of {name}");
        }
    }
}

#[test]
fn the_worst_pages_end_soon() {
    let deep = |tag: &str| format!("{}bottom", format!("<{tag}>").repeat(60_000));
    let pages = [
        ("lists", deep("ul><li")),
        ("tables", deep("table><tr><td")),
        ("quotes", deep("blockquote")),
        ("bold", deep("b")),
        (
            "faces",
            format!(
                "{}bottom",
                (0..30_000).map(|n| format!("<p><font size={n}>x")).collect::<String>()
            ),
        ),
        ("one paragraph", format!("<p>{}bottom", "word ".repeat(200_000))),
        ("marks", format!("<p>{}bottom", "<b>a</b><i>b</i>".repeat(20_000))),
        (
            "attributes",
            format!("<p {}>bottom", (0..100_000).map(|n| format!("a{n}=1 ")).collect::<String>()),
        ),
        ("signs", format!("<p>{}bottom", "&gt; a<br>".repeat(20_000))),
        ("styles", format!("<style>{}</style>bottom", ".a{x:y}".repeat(100_000))),
    ];
    for (name, page) in pages {
        let start = Instant::now();
        let read = html(&page, "en");
        assert!(start.elapsed() < 4 * LONGEST, "{name} takes {:?}", start.elapsed());
        if let Ok(pasted) = read {
            assert!(pasted.blocks.contains("bottom"), "{name} lost its end");
        }
    }
}

#[test]
fn sixty_levels_stay_and_deeper_ones_keep_their_words() {
    let nested = |levels: usize| {
        let items: String = (0..levels).map(|n| format!("<ul><li>level{n}.")).collect();
        html(&items, "en").unwrap()
    };
    let count = |text: &str| text.matches(r#""type":"list""#).count();
    let sixty = nested(60);
    assert_eq!(count(&sixty.blocks), 60);
    assert!(sixty.left_out.is_empty());
    let more = nested(90);
    assert_eq!(count(&more.blocks), 60);
    assert!(more.blocks.contains("level89.") && more.left_out[0].contains("60 levels"));
}

/// One to eight changes, by a row of numbers that follows from `number`.
fn mutate(original: &[u8], number: u64) -> Vec<u8> {
    let mut bytes = original.to_vec();
    let mut chance = Chance(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(160)).min(bytes.len());
        match chance.below(5) {
            0 => bytes[at] ^= 1 << chance.below(7),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                bytes.splice(to..to, part);
            }
            3 => drop(bytes.splice(at..at, TAGS[chance.below(TAGS.len())].bytes())),
            _ => bytes.truncate(bytes.len() - chance.below(bytes.len().min(64))),
        }
    }
    bytes
}

/// Marsaglia's xorshift: no randomness, only disorder.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
