//! An alt text that begins "Image of": whoever hears it is told already that it is a picture.

use super::found::Found;
use super::page::{Page, Picture, in_sentence};
use super::{Edit, Fix, Level};
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let shown = page.pictures.iter().filter(|p| !p.is_wanted() && !p.figure.decorative);
    shown.filter_map(|picture| found(page, picture)).collect()
}

fn found(page: &Page, picture: &Picture) -> Option<Found> {
    let alt_text = picture.alt_text();
    let (words, next) = opening(&alt_text)?;
    let message = format!(
        "The alt text of {} begins “{words}”, which every reader knows. Say what it shows.",
        in_sentence(&picture.label)
    );
    let range = 0..next;
    let fix = page.alt_text(picture).and_then(|passage| {
        let first = alt_text.get(next..)?.chars().next()?;
        let end = next + first.len_utf8();
        let edit = Edit {
            from: passage.position(0),
            to: passage.position(end),
            text: first.to_uppercase().collect(),
        };
        let label = format!("Remove “{words}”");
        Some(Fix { label, edits: vec![edit], asks_first: passage.is_quoted(&range) })
    });
    let place = page.in_alt_text(picture, &range);
    Some(Found::new(Level::Note, place, words, message).param("words", words).fix(fix))
}

/// The words that say "picture of", and where the next one begins. "Portrait" and "map" say more.
fn opening(alt_text: &str) -> Option<(&str, usize)> {
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)^(?P<words>(?:an?\s|the\s)?(?:image|picture|photo|photograph)\s(?:of|showing|shows)
            | (?:ein\s|das\s)?(?:bild|foto)\s(?:von|zeigt) | (?:une\s|la\s)?(?:image|photo|photographie)\sde
            | (?:una\s|la\s)?(?:imagen|foto|fotografía|fotografia|immagine)\s(?:de|di) )\s+\S",
        )
        .expect("a constant that the tests run")
    });
    let found = OPENING.captures(alt_text)?;
    let next = found.get(0)?.end();
    let last = alt_text[..next].chars().next_back().map_or(0, char::len_utf8);
    Some((found.name("words")?.as_str(), next - last))
}

#[cfg(test)]
mod tests {
    use super::opening;

    fn check(text: &str, expected: &str) {
        assert_eq!(opening(text).map_or("", |(words, _)| words), expected, "{text}");
    }

    #[test]
    fn words_that_every_reader_knows() {
        check("Image of a bridge", "Image of");
        check("A photo showing the mayor", "A photo showing");
        check("Ein Bild von der Brücke", "Ein Bild von");
    }

    #[test]
    fn words_that_say_more() {
        for text in ["Portrait of Ada", "A map of Halden", "Images of Christ on a wall", "Photo of"]
        {
            check(text, "");
        }
    }
}
