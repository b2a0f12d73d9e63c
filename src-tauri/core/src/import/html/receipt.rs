//! What a paste kept, changed and left out, as a person reads it. Words that were to be seen and are
//! not in the story stand here in full.

use super::super::words::counted;
use std::collections::BTreeMap;

/// Why something is not in the story as it stood. The order is that of the sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Deleted,
    Comment,
    Hidden,
    Frame,
    Media,
    Control,
    Drawing,
    Script,
    Sheet,
    Credit,
    MainHeading,
    IndentedQuote,
    Inserted,
    Footnote,
    Raised,
    ListInQuote,
    QuoteInside,
    TableInside,
    TooDeep,
    Start,
    RefusedLink,
    InsideLink,
    Unwrapped,
    Tracking,
}

/// Gathers while the HTML is read.
#[derive(Debug, Default)]
pub(super) struct Receipt {
    pub links: usize,
    pub quotes: usize,
    pub lists: usize,
    pub crossheads: usize,
    pub tables: usize,
    pub paragraphs: usize,
    /// What each picture shows that did not come, where the source says it.
    pub pictures: Vec<String>,
    /// Signs that became structure: bullets, numbers of items, `>` of mail, dashes before a name.
    pub signs: String,
    pub removed: BTreeMap<char, usize>,
    pub unreadable: usize,
    left: BTreeMap<Why, Vec<String>>,
}

impl Receipt {
    /// Notes one thing; `quote` are its words, where it has some.
    pub fn note(&mut self, why: Why, quote: &str) {
        let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        self.left.entry(why).or_default().push(quote);
    }

    /// "Kept 3 links, 2 quotes and 1 list; 1 picture was not in the clipboard."; empty when a plain
    /// paragraph came as it was.
    pub fn line(&self) -> String {
        let kept = self.kept();
        let pictures = self.pictures.len();
        let missing = match pictures {
            0 => None,
            1 => Some("1 picture was not in the clipboard".to_owned()),
            more => Some(format!("{more} pictures were not in the clipboard")),
        };
        let more = self.paragraphs > 1 || !self.left.is_empty() || !self.removed.is_empty();
        match (kept, missing) {
            (Some(kept), Some(missing)) => format!("{kept}; {missing}."),
            (Some(one), None) | (None, Some(one)) => format!("{one}."),
            (None, None) if more => format!("Pasted {}.", counted(self.paragraphs, "paragraph")),
            (None, None) => String::new(),
        }
    }

    fn kept(&self) -> Option<String> {
        let all = [
            (self.links, "link"),
            (self.quotes, "quote"),
            (self.lists, "list"),
            (self.crossheads, "crosshead"),
            (self.tables, "table"),
        ];
        let kept: Vec<String> = all
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| counted(count, what))
            .collect();
        let (last, others) = kept.split_last()?;
        Some(match others {
            [] => format!("Kept {last}"),
            _ => format!("Kept {} and {last}", others.join(", ")),
        })
    }

    /// A sentence for each kind of thing.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = Vec::from_iter(self.missing_pictures());
        sentences.extend(self.left.iter().map(|(why, quotes)| sentence(*why, quotes)));
        sentences.extend(self.removed.iter().map(|(c, times)| taken_out(*c, *times)));
        if self.unreadable > 0 {
            sentences.push(format!(
                "{} could not be read and stand as “\u{FFFD}”: the text was damaged before it came \
                 here. Find them and type what they were.",
                counted(self.unreadable, "character")
            ));
        }
        sentences
    }

    fn missing_pictures(&self) -> Option<String> {
        let count = self.pictures.len();
        let shown = quoted(&self.pictures);
        let be = if count == 1 { "was" } else { "were" };
        (count > 0).then(|| {
            format!(
                "{} {be} not in the clipboard{shown}. The story has a place for each; add the photo \
                 there.",
                counted(count, "picture")
            )
        })
    }
}

fn sentence(why: Why, quotes: &[String]) -> String {
    let count = quotes.len();
    let words = quoted(quotes);
    let be = if count == 1 { "was" } else { "were" };
    let left_out = |what: &str| format!("{} {be} left out{words}.", counted(count, what));
    match why {
        Why::Deleted => format!("Deleted or struck out text was left out{words}."),
        Why::Comment => left_out("comment"),
        Why::Hidden => format!("Text that does not show was left out{words}."),
        Why::Frame => left_out("frame of another page"),
        Why::Media => left_out("film or sound recording"),
        Why::Control => left_out("button or form field"),
        Why::Drawing => left_out("drawing"),
        Why::Script => left_out("script"),
        Why::Sheet => left_out("style sheet"),
        Why::Credit => format!("Taken as the credit that the copy names{words}."),
        Why::MainHeading => {
            format!("{} became a crosshead{words}.", counted(count, "main heading"))
        }
        Why::IndentedQuote => {
            format!("{} {be} taken as a quote{words}.", counted(count, "indented paragraph"))
        }
        Why::Inserted => {
            format!("{} not yet accepted {be} taken as text{words}.", counted(count, "insertion"))
        }
        Why::Footnote => format!(
            "{} to a footnote {be} kept as text, and so were the notes.",
            counted(count, "reference")
        ),
        Why::Raised => format!("What stood above or below the line stands on it now{words}."),
        Why::ListInQuote => {
            format!("{} inside a quote or a table became paragraphs.", counted(count, "list"))
        }
        Why::QuoteInside => format!(
            "{} inside a list, a table or a caption became plain paragraphs{words}.",
            counted(count, "quote")
        ),
        Why::TableInside => {
            format!("{} inside a list or a quote became paragraphs.", counted(count, "table"))
        }
        Why::TooDeep => {
            "What was nested deeper than 60 levels became part of the level around it.".into()
        }
        Why::Start => format!("Numbered lists begin at 1 here; the copy counted from{words}."),
        Why::RefusedLink => format!(
            "{} {be} not kept, because a story links to the web and to mail only{words}.",
            counted(count, "link")
        ),
        Why::InsideLink => {
            format!("{} within its own page {be} not kept.", counted(count, "link"))
        }
        Why::Unwrapped => format!(
            "{} led through a mail program or a search engine and now leads straight on.",
            counted(count, "link")
        ),
        Why::Tracking => {
            format!("What counts readers was taken off {}.", counted(count, "link"))
        }
    }
}

/// ": “one”, “two”"
fn quoted(quotes: &[String]) -> String {
    let words: Vec<String> =
        quotes.iter().filter(|quote| !quote.is_empty()).map(|q| format!("“{q}”")).collect();
    if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) }
}

fn taken_out(c: char, times: usize) -> String {
    let code = format!("U+{:04X} × {times}", u32::from(c));
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            format!("A character that turns the direction of the text was taken out: {code}.")
        }
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {
            format!("An invisible character was taken out: {code}.")
        }
        _ => format!("A control character was taken out: {code}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_counts_what_was_kept() {
        let mut receipt = Receipt { links: 3, quotes: 2, lists: 1, ..Receipt::default() };
        receipt.pictures.push(String::new());
        assert_eq!(
            receipt.line(),
            "Kept 3 links, 2 quotes and 1 list; 1 picture was not in the clipboard."
        );
    }

    #[test]
    fn a_plain_paragraph_needs_no_words() {
        assert_eq!(Receipt { paragraphs: 1, ..Receipt::default() }.line(), "");
        assert_eq!(Receipt { paragraphs: 2, ..Receipt::default() }.line(), "Pasted 2 paragraphs.");
    }
}
