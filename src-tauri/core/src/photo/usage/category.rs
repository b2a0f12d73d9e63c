//! The rights category, from the words that suppliers put into credits, titles and terms.

use super::RightsCategory as Category;
use super::said::Said;
use crate::photo::facts::Field;
use crate::photo::tidy::{agencies_in, constant};
use regex::Regex;
use std::sync::LazyLock;

/// What a category means for a journalist.
pub(super) fn sentence(category: Category) -> &'static str {
    match category {
        Category::Staff => "Staff: ours to use.",
        Category::Commissioned => "Commissioned: use it as it was agreed with the photographer.",
        Category::Agency => "Agency: use it as the desk’s agreement with the agency allows.",
        Category::Stock => "Stock: it is paid for each time it is used.",
        Category::Pool => {
            "Pool: one photographer worked for all; use it for news, with the credit."
        }
        Category::Handout => "Handout: use it only for the event it was handed out for.",
        Category::PublicRelations => "Publicity: use it only for what it was sent to promote.",
        Category::Supplied => "Supplied: use it only for the story it was lent for.",
        Category::SocialMedia => "Social media: ask its author, then a senior editor, first.",
        Category::Screengrab => "Screengrab: use it only to report on what it shows.",
        Category::CreativeCommons => {
            "Creative Commons: name its author and its licence, with a link."
        }
        Category::PublicDomain => "Public domain: free to use; say where it comes from.",
        Category::Refused => "Refused: nobody here has the right to use it.",
    }
}

/// The category that the file suggests: the strictest that its words name. `None` when they name
/// none; who is on the staff of a desk, a file cannot know.
pub(super) fn category(said: &Said) -> Option<Category> {
    let named = |(category, pattern, fields): &(Category, &LazyLock<Regex>, &[Field])| {
        let says = |field: &Field| said.all(*field).any(|text| pattern.is_match(text));
        fields.iter().any(says).then_some(*category)
    };
    WORDS.iter().find_map(named).or_else(|| by_source_type(said)).or_else(|| by_agency(said))
}

const TERMS: &[Field] = &[Field::Instructions, Field::UsageTerms, Field::OtherConstraints];
const NAMES: &[Field] = &[Field::CreditLine, Field::Photographer, Field::Source, Field::Supplier];
const ALL: &[Field] = &[
    Field::CreditLine,
    Field::Photographer,
    Field::Source,
    Field::PhotographerTitle,
    Field::Instructions,
    Field::UsageTerms,
];
const LICENCE: &[Field] =
    &[Field::UsageTerms, Field::WebStatement, Field::Copyright, Field::Instructions];

/// Strictest first.
static WORDS: [(Category, &LazyLock<Regex>, &[Field]); 11] = [
    (Category::Refused, &REFUSED, TERMS),
    (Category::Handout, &HANDOUT, ALL),
    (
        Category::Handout,
        &HANDOUT_CODE,
        &[Field::PhotographerTitle, Field::CreditLine, Field::Photographer, Field::Source],
    ),
    (Category::PublicRelations, &PUBLICITY, NAMES),
    (Category::SocialMedia, &SOCIAL, NAMES),
    (Category::Screengrab, &SCREEN, NAMES),
    (Category::Supplied, &SUPPLIED, ALL),
    (Category::Pool, &POOL, &[Field::CreditLine, Field::Source, Field::PhotographerTitle]),
    (Category::Pool, &POOL_ALONE, &[Field::Photographer]),
    (Category::PublicDomain, &PUBLIC_DOMAIN, LICENCE),
    (Category::CreativeCommons, &CREATIVE_COMMONS, LICENCE),
];

macro_rules! words {
    ($($name:ident = $pattern:expr;)*) => {
        $(static $name: LazyLock<Regex> = LazyLock::new(|| constant($pattern));)*
    };
}

words! {
    REFUSED = r"(?i)\bnot for publication\b(?:\s*[.!;]|\s*$)|\bdo not (?:publish|use)\b(?:\s*[.!;]|\s*$)|\bno publication rights\b";
    HANDOUT = r"(?i)\b(?:press )?hand-?outs?\b|\bhando\b|\bdistribu[ée]e? par\b";
    HANDOUT_CODE = r"(?:^|[\s/(])(?:HO|HOGP|HONS)(?:$|[\s/)])";
    PUBLICITY = r"(?i)\bPR\b|\bPR image\b|\bpublicity\b|\bpress (?:image|photo|release)\b|\bpromo(?:tional)?\b";
    SOCIAL = r"(?i)^@|[/\s]@\w|\b(?:instagram|facebook|twitter|tiktok|telegram|snapchat|vkontakte|weibo|reddit|social media|ugc|user generated)\b";
    SCREEN = r"(?i)\bscreen ?grab|\bscreen ?shot|\bvideo (?:grab|still)|\bframe ?grab|\bTV grab";
    SUPPLIED = r"(?i)\bsupplied\b|\bcourtesy\b|\bfamily (?:photo|picture|album)|\bprivat\b|\bcollected by\b";
    POOL = r"(?i)(?:^|[\s/(])pool(?:$|[\s/)])";
    POOL_ALONE = r"(?i)(?:^|/|\bvia\s)\s*pool(?:\snew)?\s*(?:$|/)";
    PUBLIC_DOMAIN = r"(?i)\bpublic domain\b|\bCC ?0\b|creativecommons\.org/publicdomain";
    CREATIVE_COMMONS = r"(?i)\bcreative commons\b|\bCC[ -]BY\b|creativecommons\.org/licenses";
}

/// A picture of a screen says so in its source type.
fn by_source_type(said: &Said) -> Option<Category> {
    let is_screen = said.first(Field::DigitalSourceType) == Some("screenCapture");
    is_screen.then_some(Category::Screengrab)
}

fn by_agency(said: &Said) -> Option<Category> {
    const STOCK: &[&str] = &["Alamy", "Shutterstock"];
    static STOCK_ONLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:istock\w*|adobe stock|fotolia|depositphotos|dreamstime|123rf|shutterstock\.com|stock\.adobe\.com)\b",
        )
    });
    if NAMES.iter().any(|field| said.all(*field).any(|text| STOCK_ONLY.is_match(text))) {
        return Some(Category::Stock);
    }
    let fields =
        [Field::CreditLine, Field::Source, Field::Supplier, Field::Photographer, Field::Copyright];
    let parties = fields.into_iter().flat_map(|field| said.all(field)).flat_map(agencies_in);
    let agencies: Vec<&str> = parties.collect();
    let all_stock = agencies.iter().all(|agency| STOCK.contains(agency));
    match agencies.is_empty() {
        true => None,
        false => Some(if all_stock { Category::Stock } else { Category::Agency }),
    }
}
