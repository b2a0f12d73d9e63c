//! The shipped themes, and the example of `docs/themes.md`.

use super::*;

const GUIDE: &str = include_str!("../../../../../docs/themes.md");

/// The files of the worked example: each block that is named after one.
fn example() -> BTreeMap<String, String> {
    let blocks = GUIDE.split("\n```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (first, text) = block.split_once('\n')?;
        let (_, file) = first.split_once(' ')?;
        Some((file.to_owned(), format!("{text}\n")))
    });
    named.collect()
}

#[test]
fn every_shipped_theme_prints_a_story_that_has_everything() {
    for name in SHIPPED {
        let theme = Theme::shipped(name).unwrap();
        try_theme(theme).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert!(!theme.title().is_empty());
    }
}

#[test]
fn the_example_of_the_guide_can_be_used() {
    let files = example();
    assert_eq!(files.len(), 5, "{:?}", files.keys());
    let theme = Theme::read(&files).unwrap();
    try_theme(&theme).unwrap();
    assert_eq!(theme.title(), "Evening");
    assert_eq!(theme.credit(), Some("{label}: {photographer} / {credit}"));
    assert_eq!(theme.words("tr").correction, "Düzeltiyoruz");
    assert_eq!(theme.words("tr").gallery, "Galeri");
}

#[test]
fn the_sheets_know_no_left_and_right() {
    for name in SHIPPED {
        let css = shipped::sheet(name).unwrap();
        for word in ["left", "right", "width:", "height: ", "margin-top", "padding-bottom"] {
            let found = css.match_indices(word).any(|(at, _)| {
                let before = css[..at].chars().next_back();
                !matches!(before, Some('-' | '('))
            });
            assert!(!found, "{name}: {word}");
        }
    }
}

#[test]
fn a_folder_holds_what_a_theme_has() {
    for path in ["page.html", "theme.json", "labels/pt-BR.json", "part-2.html", "LICENSE.txt"] {
        assert!(is_theme_file(path), "{path}");
    }
    for path in
        ["../page.html", "labels/../x.json", "a/b.html", ".page.html", "x.js", "labels/x", ""]
    {
        assert!(!is_theme_file(path), "{path}");
    }
}
