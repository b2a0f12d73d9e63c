//! Checks a story before it goes out.
//!
//! A check never fails, never changes the story and touches neither disk nor clock, so the window
//! can run all of them after every pause in typing. It knows photos only as the plain values that
//! the desk hands it.
//!
//! One rule per file: copy `headline_length.rs`, list it in [`RULES`], add a folder under
//! `tests/cases/check`. Two rules are held to by all of them: correct copy is met with silence, and
//! no fix changes a word inside quotation marks without asking.
//!
//! Not here: whether a finding stops an export. That is the desk's decision (`desk/release.rs`).

mod alt_is_caption;
mod alt_is_file_name;
mod alt_says_image_of;
mod caption_date;
mod caption_dateline;
mod caption_filler;
mod caption_is_headline;
mod caption_place;
mod check_caption;
mod credit_in_caption;
mod doubled_word;
mod embed_without_text;
mod file_photo_unmarked;
mod finding;
mod found;
mod generated_picture;
mod heading_order;
mod headline_length;
mod house_style;
mod link_tracking;
mod link_twice;
mod link_without_target;
mod links;
mod mailto;
mod no_alt_text;
mod no_caption;
mod no_credit;
mod no_headline;
mod no_standfirst;
mod page;
mod photo_barred;
mod photo_too_small;
mod photo_wanted;
mod quote_without_attribution;
mod restrictions;
mod rights_unknown;
mod spaces;
mod speech;
mod style_words;
mod table_header;
mod tk;
mod unpaired_quotes;

pub use finding::{Edit, Finding, Fix, Level, Place};

use crate::story::Document;
use chrono::NaiveDate;
use found::{Found, findings};
use page::Page;
use std::collections::BTreeMap;

/// What is checked, with everything that the rules may know.
#[derive(Debug, Clone, Copy)]
pub struct Checking<'a> {
    pub document: &'a Document,
    /// The photos that the story uses, by the id that its figures hold.
    pub photos: &'a BTreeMap<String, CheckedPhoto>,
    pub house: &'a House,
    /// The day that it is where the story is published.
    pub today: NaiveDate,
}

/// What the rules may know of a photo. These are the photo's own words; a figure may have others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckedPhoto {
    /// What messages call it, as "dsc_0042.jpg".
    pub name: String,
    /// The credit as it prints. `None` or blank when there is none.
    pub credit_line: Option<String>,
    /// The parties in the credit without the word before them, as "Elif Kaya / AFP".
    pub credit_names: Option<String>,
    pub caption: Option<String>,
    pub alt_text: Option<String>,
    /// Why it may not go out today in this story, in one sentence.
    pub barred: Option<String>,
    /// Made or changed with generative AI, and nobody has chosen to show it as an illustration.
    pub generated: bool,
    /// Upright and uncropped. 0 where it is not known.
    pub width_px: u32,
    pub height_px: u32,
    /// When it was taken, as precise as it is known: "2026", "2026-05-12", "2026-05-12T14:03".
    /// `None` for what was not taken: a drawing, a graphic.
    pub taken: Option<String>,
    /// Where it was taken or what it shows, nearest first: place, city.
    pub near: Vec<String>,
    /// The same, further off: state, country.
    pub far: Vec<String>,
    /// What its supplier forbids or demands, in its own words.
    pub restrictions: Vec<String>,
    /// Nobody has said on what terms the desk has it.
    pub rights_unknown: bool,
}

/// What a desk has set, as far as the rules go by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    pub lengths: Lengths,
    /// A missing caption or alt text stops the story.
    pub strict: bool,
    /// What stands for a fact still to come. Compared letter by letter.
    pub tk_marks: Vec<String>,
    pub style: Vec<StyleRule>,
}

/// How long each part should be at most, in characters as a reader sees them, spaces included.
/// `None`: nobody set a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lengths {
    pub headline: Option<u32>,
    pub web_headline: Option<u32>,
    pub social_headline: Option<u32>,
    pub print_headline: Option<u32>,
    pub standfirst: Option<u32>,
}

/// One rule of the house style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StyleRule {
    /// Whole words, whatever their case; `*` stands for the rest of a word.
    pub find: String,
    /// What to write instead; empty when there is only something to say.
    pub instead: String,
    pub reason: String,
}

impl Default for House {
    fn default() -> Self {
        House {
            lengths: Lengths {
                headline: Some(70),
                web_headline: Some(60),
                social_headline: Some(100),
                print_headline: Some(45),
                standfirst: Some(250),
            },
            strict: false,
            tk_marks: ["TK", "TKTK", "[CQ?]"].map(String::from).into(),
            style: Vec::new(),
        }
    }
}

type Rule = fn(&Page) -> Vec<Found>;

/// Every rule with its name. Findings at the same place come in this order.
const RULES: [(&str, Rule); 36] = [
    ("no-headline", no_headline::find),
    ("headline-length", headline_length::find),
    ("no-standfirst", no_standfirst::find),
    ("no-credit", no_credit::find),
    ("photo-barred", photo_barred::find),
    ("generated-picture", generated_picture::find),
    ("photo-wanted", photo_wanted::find),
    ("no-caption", no_caption::find),
    ("check-caption", check_caption::find),
    ("no-alt-text", no_alt_text::find),
    ("alt-is-caption", alt_is_caption::find),
    ("alt-is-file-name", alt_is_file_name::find),
    ("alt-says-image-of", alt_says_image_of::find),
    ("credit-in-caption", credit_in_caption::find),
    ("caption-is-headline", caption_is_headline::find),
    ("caption-dateline", caption_dateline::find),
    ("caption-filler", caption_filler::find),
    ("caption-date", caption_date::find),
    ("caption-place", caption_place::find),
    ("photo-too-small", photo_too_small::find),
    ("file-photo-unmarked", file_photo_unmarked::find),
    ("restrictions", restrictions::find),
    ("rights-unknown", rights_unknown::find),
    ("tk", tk::find),
    ("doubled-word", doubled_word::find),
    ("unpaired-quotes", unpaired_quotes::find),
    ("spaces", spaces::find),
    ("house-style", house_style::find),
    ("heading-order", heading_order::find),
    ("table-header", table_header::find),
    ("quote-without-attribution", quote_without_attribution::find),
    ("embed-without-text", embed_without_text::find),
    ("link-without-target", link_without_target::find),
    ("link-tracking", link_tracking::find),
    ("link-twice", link_twice::find),
    ("mailto", mailto::find),
];

/// Everything that the rules notice, in reading order.
pub fn check(checking: &Checking) -> Vec<Finding> {
    let page = Page::new(checking);
    findings(RULES.iter().map(|(name, find)| (*name, find(&page))))
}
