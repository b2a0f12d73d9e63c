//! "Pictured here", "seen above": words that say only that there is a picture.

use super::Level;
use super::found::Found;
use super::page::{Page, in_sentence};
use regex::Regex;
use std::sync::LazyLock;

pub(super) fn find(page: &Page) -> Vec<Found> {
    let found = page.pictures.iter().filter(|picture| !picture.is_wanted()).filter_map(|picture| {
        let caption = picture.caption();
        let filler = filler().find(&caption)?;
        let message = format!(
            "“{}” in the caption of {} says nothing that the reader does not see.",
            filler.as_str(),
            in_sentence(&picture.label)
        );
        let place = page.in_caption(picture, &filler.range());
        Some(
            Found::new(Level::Note, place, filler.as_str(), message)
                .param("words", filler.as_str()),
        )
    });
    found.collect()
}

/// "Seen here in a file photo" and "pictured above the town" say more, and are not found.
fn filler() -> &'static Regex {
    static FILLER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?ix)\b(?:pictured|seen|shown)\s(?:here(?:\s*[,.;]|\s+(?:with|at|during)\b)
            | in\s(?:this|the)\s(?:picture|photo|photograph|image)(?:\s*[,.;]|\s+(?:with|at|during)\b))
            | \bthis\s(?:picture|photo|photograph|image)\sshows\b",
        )
        .expect("a constant that the tests run")
    });
    &FILLER
}

#[cfg(test)]
mod tests {
    use super::filler;

    fn check(caption: &str, expected: &str) {
        let found = filler().find(caption).map_or("", |found| found.as_str());
        assert_eq!(found, expected, "{caption}");
    }

    #[test]
    fn words_that_say_nothing() {
        check("Ada Reed, pictured here with her son, won.", "pictured here with");
        check("This photo shows the bridge.", "This photo shows");
    }

    #[test]
    fn words_that_say_something() {
        check("Ada Reed, seen here in a file photo of 2019", "");
        check("The bridge, seen from above", "");
        check("Ada Reed, pictured in 2019", "");
    }
}
