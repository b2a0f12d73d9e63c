//! The desk's template for a credit line. It may come from a stranger: whatever is in it, the credit
//! appears.

use super::{DEFAULT_TEMPLATE, line};
use crate::photo::facts::Kind;
use std::borrow::Cow;

const MAX_CHARS: usize = 200;

/// A template that can be used: every placeholder is known and stands once.
pub(super) struct Template<'a> {
    text: Cow<'a, str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Label,
    Photographer,
    Credit,
}

impl Template<'_> {
    /// The template, or the default one where it cannot be used. A template without a label is no
    /// use for anything but a photo: its own words may say "Photo".
    pub fn read(text: &str, kind: Kind) -> Template<'_> {
        let text = line(text);
        let usable = text.chars().count() <= MAX_CHARS
            && pieces(&text).is_some_and(|pieces| {
                let once = |piece| pieces.iter().filter(|found| **found == piece).count() <= 1;
                once(Piece::Label)
                    && once(Piece::Photographer)
                    && once(Piece::Credit)
                    && (kind == Kind::Photo || pieces.contains(&Piece::Label))
            });
        Template { text: if usable { Cow::Owned(text) } else { Cow::Borrowed(DEFAULT_TEMPLATE) } }
    }

    /// Photographer and credit, with what the template puts between them.
    pub fn names(&self, photographer: &str, credit: &str) -> String {
        if photographer.is_empty() || credit.is_empty() {
            return format!("{photographer}{credit}");
        }
        let pieces = pieces(&self.text).unwrap_or_default();
        let between = pieces.windows(3).find_map(|three| match three {
            [Piece::Photographer, Piece::Text(text), Piece::Credit] => Some(*text),
            _ => None,
        });
        let between = between.filter(|text| !text.contains(OPENING)).unwrap_or(" / ");
        format!("{photographer}{between}{credit}")
    }

    /// The whole line. What is empty takes the text between it and the other name with it.
    pub fn line(&self, label: &str, photographer: &str, credit: &str) -> String {
        let own = fill(&self.text, label, photographer, credit);
        let default = || fill(DEFAULT_TEMPLATE, label, photographer, credit);
        own.or_else(default).unwrap_or_else(|| format!("{label}: {photographer}{credit}"))
    }
}

/// `None` when the template has no place for a name that there is, so that it would be lost: the
/// photographer's place is optional only beside a credit.
fn fill(template: &str, label: &str, photographer: &str, credit: &str) -> Option<String> {
    let pieces = pieces(template)?;
    let shown = |piece, value: &str| !value.is_empty() && pieces.contains(&piece);
    let has_photographer = shown(Piece::Photographer, photographer);
    if !has_photographer && !shown(Piece::Credit, credit) {
        return None;
    }
    let one_missing = photographer.is_empty() || credit.is_empty();
    let mut line = String::new();
    let mut closing = None;
    for (at, piece) in pieces.iter().enumerate() {
        match *piece {
            Piece::Label => line.push_str(label),
            Piece::Photographer => line.push_str(photographer),
            Piece::Credit => line.push_str(credit),
            Piece::Text(text) if one_missing && is_between_names(&pieces, at) => {
                close_bracket(&mut line, text);
                closing = text.chars().rev().find_map(closing_of);
            }
            Piece::Text(text) => {
                line.push_str(
                    closing.take().map_or(text, |c| text.strip_prefix(c).unwrap_or(text)),
                );
            }
        }
    }
    Some(line.split_whitespace().collect::<Vec<&str>>().join(" "))
}

const OPENING: [char; 2] = ['(', '['];

fn closing_of(opening: char) -> Option<char> {
    match opening {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}

/// A bracket that the left-out text would have closed: takes it away where nothing is in it.
fn close_bracket(line: &mut String, left_out: &str) {
    let closes = left_out.starts_with([')', ']']);
    if closes && line.ends_with(OPENING) {
        line.pop();
    } else if closes {
        line.push_str(&left_out[..1]);
    }
}

fn is_between_names(pieces: &[Piece], at: usize) -> bool {
    let is_name = |piece: Option<&Piece>| {
        piece.is_some_and(|piece| matches!(piece, Piece::Photographer | Piece::Credit))
    };
    at > 0 && is_name(pieces.get(at - 1)) && is_name(pieces.get(at + 1))
}

/// `None` for a placeholder that Cutline does not know, and for a template with no place for a name.
fn pieces(template: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(match name.trim() {
            "label" => Piece::Label,
            "photographer" => Piece::Photographer,
            "credit" => Piece::Credit,
            _ => return None,
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    let named = pieces.contains(&Piece::Photographer) || pieces.contains(&Piece::Credit);
    named.then_some(pieces)
}
