//! `tests/cases/theme/<case>/`: files of a theme → says.txt.
//!
//! What is not in the case is that of the theme plain. says.txt is the sentence by which the theme is
//! refused, or else the body of a small story's page: what stands between `<body` and `</html>`.

use super::Case;
use chrono::{DateTime, Utc};
use cutline_core::export::{
    DatelinePlace, PageCredit, PagePhoto, PagePicture, PageStory, PublicationLine, StoryKind,
    Theme, ThemeProblem, page, try_theme,
};
use cutline_core::story::{Document, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const STORY: &str = r#"{"schemaVersion":2,"doc":{"type":"story","attrs":{"language":"LANGUAGE"},"content":[
    {"type":"headline","content":[{"type":"text","text":"Bridge reopens"}]},
    {"type":"byline","content":[{"type":"text","text":"By Ana Ruiz"}]},
    {"type":"body","content":[
        {"type":"paragraph","content":[{"type":"text","text":"The first car crossed."}]},
        {"type":"figure","attrs":{"photoId":"p"}},
        {"type":"correction","attrs":{"at":"2026-05-13"},"content":[
            {"type":"paragraph","content":[{"type":"text","text":"It is 214 metres long."}]}]}]}]}}"#;

pub fn run(case: &Case) -> Result<(), String> {
    let said = match printed(case)? {
        Ok(page) => page,
        Err(problem) => format!("{problem}\n"),
    };
    case.expect("says.txt", &said)
}

fn printed(case: &Case) -> Result<Result<String, ThemeProblem>, String> {
    let theme = match Theme::read(&files(case)?) {
        Ok(theme) => theme,
        Err(problem) => return Ok(Err(problem)),
    };
    let language = if case.file("labels/fi.json").exists() { "fi" } else { "en" };
    let document = read(&STORY.replace("LANGUAGE", language));
    let photos = BTreeMap::from([("p".to_owned(), photo())]);
    let html = match page(&story(&document, &photos), &theme) {
        Ok(html) => html,
        Err(problem) => return Ok(Err(problem)),
    };
    if let Err(problem) = try_theme(&theme) {
        return Ok(Err(problem));
    }
    let from = html.find("<body").ok_or("no body")?;
    Ok(Ok(html[from..].replace("</html>\n", "")))
}

/// The files of the case over those of the theme plain.
fn files(case: &Case) -> Result<BTreeMap<String, String>, String> {
    let plain = super::root().join("assets/themes/plain");
    let mut files = BTreeMap::new();
    for folder in [plain.as_path(), case.path.as_path()] {
        take(folder, "", &mut files)?;
    }
    files.remove("says.txt");
    Ok(files)
}

fn take(folder: &Path, under: &str, files: &mut BTreeMap<String, String>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let entry = entry.map_err(|e| e.to_string())?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            take(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read_to_string(entry.path()).map_err(|e| e.to_string())?);
        }
    }
    Ok(())
}

fn photo() -> PagePhoto {
    let credit = "Photo: Elif Kaya / AFP".to_owned();
    PagePhoto {
        alt_text: Some("A bridge".into()),
        caption: Some("The bridge.".into()),
        credit: PageCredit { label: "Photo".into(), names: "Elif Kaya / AFP".into(), line: credit },
        pictures: vec![PagePicture {
            stem: "bridge-1".into(),
            width_px: 1200,
            height_px: 800,
            widths: vec![480, 1200],
            formats: vec!["jpg".into()],
            ..PagePicture::default()
        }],
        ..PagePhoto::default()
    }
}

fn story<'a>(document: &'a Document, photos: &'a BTreeMap<String, PagePhoto>) -> PageStory<'a> {
    let at = |day: i64| DateTime::<Utc>::from_timestamp(1_778_560_000 + day * 86_400, 0);
    PageStory {
        document,
        publication: PublicationLine {
            name: "The Halden Post & <Sons>",
            site_address: None,
            language: "en",
            time_zone: "UTC",
        },
        url_name: "bridge",
        kind: StoryKind::News,
        desk: "",
        published_at: at(0).unwrap_or_default(),
        modified_at: at(1).unwrap_or_default(),
        dateline: DatelinePlace::FirstParagraph,
        photos,
    }
}
