//! Captions that lie loose between the paragraphs, as they do when a page was copied without its
//! pictures.
//!
//! An agency writes captions by formula: the first sentence in the present tense says who does what,
//! then comes the place, then the date (AP and AFP both teach it). Body copy of news is in the past
//! tense, and that difference carries most of the weight. Outside English there is no list of verbs:
//! the credit, the words for a file photo and the place decide alone.

use super::credit::{LONGEST_CAPTION_BYTES, credit_tail};
use super::words::{ends_a_sentence, has_quotes, pattern, sentences, words};
use regex::Regex;
use std::sync::LazyLock;

/// A line that was read as a caption.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CaptionLine {
    pub text: String,
    /// The credit at its end, with the words that named it.
    pub tail: Option<(String, String)>,
    pub file_photo: bool,
    /// In percent.
    pub certainty: u32,
}

/// Where the line stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// A credit stands next to it.
    pub by_credit: bool,
    /// No paragraph stands before it.
    pub before_body: bool,
}

/// An act without a place (60) is too little, an act with one (80) or a phrase by a credit (65) is
/// enough; `tests/cases/import` holds copy on both sides of the line.
const ENOUGH: i32 = 62;

/// Reads `text` as a caption, when that is likely enough.
pub(super) fn caption(text: &str, place: Place) -> Option<CaptionLine> {
    if text.len() > LONGEST_CAPTION_BYTES {
        return None;
    }
    let score = evidence(text) + standing(text, place);
    if score < ENOUGH {
        return None;
    }
    let (bare, tail) = match credit_tail(text) {
        Some(tail) => (tail.caption, Some((tail.name.to_owned(), tail.tail.to_owned()))),
        None => (text, None),
    };
    Some(CaptionLine {
        text: bare.to_owned(),
        tail,
        file_photo: FILE_PHOTO.is_match(text),
        certainty: score.clamp(0, 95).unsigned_abs(),
    })
}

/// What the words themselves say, in percent; where they stand comes on top.
pub(super) fn evidence(text: &str) -> i32 {
    let (bare, tail) = credit_tail(text).map_or((text, 0), |tail| (tail.caption, tail.weight));
    let count = words(bare);
    let one_sentence = sentences(bare) == 1;
    let mut score = tail;
    score += if FILE_PHOTO.is_match(text) || POINTING.is_match(bare) { 60 } else { 0 };
    let acts = count <= 60 && shows_action(bare) && sentences(bare) <= 2;
    score += if acts { 50 } else { 0 };
    score += if ENDS_WITH_PLACE.is_match(end_of(bare)) { 20 } else { 0 };
    score += if one_sentence && count <= 30 { 10 } else { 0 };
    score -= if has_quotes(bare) { 40 } else { 0 };
    score -= if SPEECH.is_match(bare) { 40 } else { 0 };
    score -= if count > 45 { 30 } else { 0 };
    score
}

/// What the place says: a noun phrase by a credit is a caption, a sentence there may be body.
fn standing(text: &str, place: Place) -> i32 {
    if !place.by_credit || words(text) > 45 {
        return 0;
    }
    let short_phrase = words(text) <= 20 && !ends_a_sentence(text);
    let short_sentence = words(text) <= 15 && place.before_body;
    40 + if short_phrase || short_sentence { 15 } else { 0 }
        + if place.before_body { 10 } else { 0 }
}

/// Somebody does something, within the first words.
fn shows_action(text: &str) -> bool {
    ACTS.find(text).is_some_and(|found| words(&text[..found.start()]) <= 12)
}

/// The last words, where a place and a date stand.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(120).map_or(0, |(at, _)| at);
    &text[start..]
}

/// A verb of something seen, in the present tense, and a preposition after it. Plural
/// verbs look like infinitives, so a plural must stand before them; those that are the same in the
/// past ("lay", "cut") are not taken for a caption's.
static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    const ONE: &str = "addresses|applauds|arrives|attends|boards|carries|celebrates|chats|checks|cheers|cleans|clears|crosses|cuts|dances|departs|embraces|enters|gathers|gestures|greets|holds|hugs|inspects|kicks|kisses|kneels|lays|leans|leaves|lights|lines up|listens|loads|looks|marches|participates|performs|poses|prays|pushes|queues|raises|reacts|repairs|rides|searches|shakes|shakes hands|signs|sits|smiles|speaks|stands|takes part|talks|unloads|unveils|visits|waits|walks|watches|waves|wears";
    const MANY: &str = "address|applaud|arrive|attend|board|carry|celebrate|chat|check|cheer|clean|clear|cross|dance|depart|embrace|enter|gather|gesture|greet|hold|hug|inspect|kick|kiss|kneel|lean|leave|line up|listen|load|look|march|participate|perform|pose|pray|push|queue|raise|react|repair|ride|search|shake|shake hands|sit|smile|speak|stand|take part|talk|unload|unveil|visit|wait|walk|watch|wave|wear";
    const WHERE: &str = "about|across|after|along|among|around|as|at|before|behind|beside|by|down|during|for|from|in|inside|into|near|next|off|on|out|outside|over|past|through|to|toward|towards|under|up|while|with";
    pattern(&format!(
        r"(?:\s(?:{ONE})|(?:s|people|men|women|children|[Pp]olice|public|crew|team),?\s(?:{MANY}))\s(?:.*\s)?(?:{WHERE})\s"
    ))
});

/// Words that point into the picture.
static POINTING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i:\((?:l|r|c|left|right|centre|center)\)|\bfrom (?:left|right)\b|\bclockwise from\b|\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|here|during|near|outside|after|before)\b|,? ?pictured (?:in|at|on|here|left|right|above)\b|^pictured\b|\bin this (?:photo|picture|image|undated|file|handout|combination)\b)|^(?:Caption|CAPTION|Image caption|Photo caption)\s*[:,]",
    )
});

static FILE_PHOTO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^(?:an? )?file (?:photo(?:graph)?|picture|image|pic)s?\b|[\[(]file(?: (?:photo|picture|image))?[\])]|[\[(,–—-] ?(?:in this )?file (?:photo|picture|image)[\])]?\.?$|\bin this (?:\w+ )*file (?:photo|picture|image)\b|^arşiv (?:fotoğraf|görüntü)|\(arşiv\)|^archivbild|\(archiv(?:bild)?\)|^photo d['’]archives?|\(archives?\)|^foto de archivo|\(archivo\)|صورة أرشيفية|صورة من الأرشيف)",
    )
});

/// Ends "…, Place, Place" or "… in Place on Monday, 4 July".
static ENDS_WITH_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    const NAME: &str = r"\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:of|the|de|del|la|al)\s)?\p{Lu}[\p{L}.’'-]*)*";
    const WHEN: &str = r"(?:,?\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|,?\s(?:on\s)?(?:(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?(?:\s\d{1,2})?(?:,?\s\d{4})?))?";
    pattern(&format!(
        r"(?:,\s{NAME},\s{NAME}|\b(?:in|at|near|outside|into)\s(?:the\s)?{NAME}(?:,\s{NAME})*){WHEN}\.?$"
    ))
});

static SPEECH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:said|says|told|tells|according to|added|insisted|announced|has|have|had|was|were|will|would)\b",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    const LOOSE: Place = Place { by_credit: false, before_body: false };
    const BY_CREDIT: Place = Place { by_credit: true, before_body: false };
    const TOP: Place = Place { by_credit: true, before_body: true };

    fn check(text: &str, place: Place, expected: bool) {
        assert_eq!(caption(text, place).is_some(), expected, "{text} {}", evidence(text));
    }

    #[test]
    fn captions_by_formula() {
        check(
            "Mayor Elif Kaya waves from the bridge at a ceremony in Halden, Norfolk, U.K.",
            LOOSE,
            true,
        );
        check("Workers clear mud from the road outside Halden on Monday, 4 March.", LOOSE, true);
        check("Ana Ruiz (L) and Bo Li at the opening.", LOOSE, true);
        check("A file photo of the old bridge.", LOOSE, true);
        check("The old bridge is seen in this file photo.", LOOSE, true);
        check("Boats under the bridge. (Photo by Bo Li/AFP)", LOOSE, true);
    }

    #[test]
    fn body_copy_is_no_caption() {
        check("The bridge stands at the mouth of the river.", LOOSE, false);
        check("The mayor has publicly spoken about the bridge.", LOOSE, false);
        check("Police released a file photo of the suspect on Monday.", LOOSE, false);
        check("“It looks good to me,” the mayor said in Halden.", LOOSE, false);
        check("The council meets again in Halden on Friday.", LOOSE, false);
        check("He wants people to walk across the bridge.", LOOSE, false);
        check("Trees lay across the road in Halden.", LOOSE, false);
        check("Protesters march through Halden every Saturday.", LOOSE, false);
        check("The ship leaves for Lindau on Friday, 4 March.", LOOSE, false);
        check("The storm reached the coast, officials in Lima said. (AFP)", LOOSE, false);
    }

    #[test]
    fn a_phrase_by_a_credit_is_a_caption() {
        check("Halden Town Hall", BY_CREDIT, true);
        check("Halden Town Hall", LOOSE, false);
        check("The mayor opened the bridge again on Monday.", BY_CREDIT, false);
        check("Halden belediye binası pazar sabahı.", TOP, true);
    }

    #[test]
    fn a_tail_leaves_the_caption() {
        let found = caption("Boats under the bridge. (Photo by Bo Li/AFP)", LOOSE).unwrap();
        assert_eq!(found.text, "Boats under the bridge.");
        assert_eq!(found.tail, Some(("Bo Li/AFP".into(), "(Photo by Bo Li/AFP)".into())));
        assert!(!found.file_photo);
    }
}
