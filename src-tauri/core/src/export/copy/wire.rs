//! The story as plain text, as agencies send it: a paragraph is a line, captions and credits stand
//! numbered after the story.

use super::flow::{Cell, Flow, Picture, Piece};
use super::spans::{Span, What};
use crate::export::Prepared;
use crate::export::words::primary;

/// How the text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wire {
    /// Lines end before this many characters, between words; `None` leaves a paragraph one line.
    pub wrap_at: Option<usize>,
    /// A last line says that the text ends here, as "-30-".
    pub end_mark: bool,
}

/// What the text itself says in one language.
struct Signs {
    photos: &'static str,
    end: &'static str,
    full_stop: char,
}

fn signs(language: &str) -> Signs {
    let signs = |photos, end, full_stop| Signs { photos, end, full_stop };
    match primary(language).to_ascii_lowercase().as_str() {
        "en" if language.eq_ignore_ascii_case("en-US") => signs("PHOTOS", "-30-", '.'),
        "tr" => signs("FOTOĞRAFLAR", "(SON)", '.'),
        "de" => signs("BILDER", "(Ende)", '.'),
        "fr" => signs("PHOTOS", "FIN", '.'),
        "es" => signs("FOTOS", "FIN", '.'),
        "ar" => signs("الصور", "(انتهى)", '.'),
        "ja" => signs("写真", "（了）", '。'),
        _ => signs("PHOTOS", "ENDS", '.'),
    }
}

pub fn wire(page: &Prepared, flow: &Flow, how: Wire) -> String {
    let signs = signs(&page.language);
    let furniture = [&flow.kicker, &flow.headline, &flow.standfirst, &flow.byline];
    let mut paragraphs: Vec<String> = furniture.into_iter().map(|spans| text(spans)).collect();
    flow.body.iter().for_each(|piece| lines(piece, &mut paragraphs));
    paragraphs.push(text(&flow.sign_off));
    paragraphs.push(photos(flow, &signs));
    paragraphs.extend(how.end_mark.then(|| signs.end.to_owned()));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let wrapped = paragraphs.iter().map(|paragraph| match how.wrap_at {
        Some(width) => wrapped(paragraph, width),
        None => paragraph.clone(),
    });
    let mut out = wrapped.collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    out
}

/// One paragraph with its breaks as line ends.
fn text(spans: &[Span]) -> String {
    let text = |span: &Span| match &span.what {
        What::Text(text) => text.clone(),
        What::Break => "\n".to_owned(),
    };
    spans.iter().map(text).collect()
}

fn lines(piece: &Piece, out: &mut Vec<String>) {
    match piece {
        Piece::Paragraph { spans, .. } | Piece::Crosshead { spans, .. } => out.push(text(spans)),
        Piece::List { ordered, items } => out.push(list(*ordered, items).join("\n")),
        // It is there to be seen; its words stand in the text.
        Piece::PullQuote { repeats: true, .. } => {}
        Piece::Quote { content, said_by } | Piece::PullQuote { content, said_by, .. } => {
            content.iter().for_each(|piece| lines(piece, out));
            if !said_by.is_empty() {
                out.push(format!("— {}", text(said_by)));
            }
        }
        Piece::FactBox { title, content } => {
            out.push(text(title));
            content.iter().for_each(|piece| lines(piece, out));
        }
        Piece::Table { rows, .. } => {
            let rows = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" | "));
            out.push(rows.collect::<Vec<_>>().join("\n"));
        }
        Piece::Card { from, title, address, said } => {
            let address = address.iter().filter(|address| *address != title);
            let named = [from, title].into_iter().filter(|words| !words.is_empty());
            out.push(named.chain(said).chain(address).cloned().collect::<Vec<_>>().join("\n"));
        }
        Piece::Correction { word, day, content } => {
            let day = day.iter().map(|day| format!(" · {day}"));
            out.push([(*word).to_owned()].into_iter().chain(day).collect());
            content.iter().for_each(|piece| lines(piece, out));
        }
        Piece::Divider => out.push("* * *".to_owned()),
        // They stand after the story.
        Piece::Picture(_) | Piece::Gallery(_) => {}
    }
}

/// Lines of a list, what stands under an item behind two spaces.
fn list(ordered: bool, items: &[Vec<Piece>]) -> Vec<String> {
    let mut all = Vec::new();
    for (number, item) in (1..).zip(items) {
        let sign = if ordered { format!("{number}. ") } else { "* ".to_owned() };
        let mut inside = Vec::new();
        item.iter().for_each(|piece| lines(piece, &mut inside));
        let inside = inside.join("\n");
        for (at, line) in inside.lines().enumerate() {
            all.push(if at == 0 { format!("{sign}{line}") } else { format!("  {line}") });
        }
    }
    all
}

fn cell(cell: &Cell) -> String {
    let paragraphs = cell.paragraphs.iter().map(|spans| text(spans).replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join(" ")
}

/// "1. Residents cross the bridge. Photo: Elif Kaya / AFP"
fn photos(flow: &Flow, signs: &Signs) -> String {
    let pictures = flow.pictures();
    if pictures.is_empty() {
        return String::new();
    }
    let lines = (1..)
        .zip(pictures)
        .map(|(number, picture)| format!("{number}. {}", caption_and_credit(picture, signs)));
    [signs.photos.to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// No typeface parts the two here, so a full stop has to.
fn caption_and_credit(picture: &Picture, signs: &Signs) -> String {
    let mut line = text(&picture.caption).replace('\n', " ");
    if line.ends_with(char::is_alphanumeric) {
        line.push(signs.full_stop);
    }
    match (line.is_empty(), picture.credit.is_empty()) {
        (_, true) => line,
        (true, false) => picture.credit.clone(),
        (false, false) => format!("{line} {}", picture.credit),
    }
}

/// Every line broken between words; a word that is longer stands alone.
fn wrapped(paragraph: &str, width: usize) -> String {
    let mut out = String::new();
    for line in paragraph.lines() {
        let mut used = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                out.push('\n');
                used = 0;
            } else if used > 0 {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += length;
        }
        out.push('\n');
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        let check = |width, expected| {
            assert_eq!(wrapped("one two three fourteenletters a", width), expected);
        };
        check(9, "one two\nthree\nfourteenletters\na");
        check(100, "one two three fourteenletters a");
    }
}
