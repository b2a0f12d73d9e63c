//! The files around the document: what the package holds, how it looks, what stands at the head and
//! the foot of every page, and its properties.

use super::body::Writer;
use super::line::{Look, script_of};
use super::picture::Media;
use super::{Paper, SIDE_MARGIN, TOP_MARGIN};
use crate::export::flow::Run;
use crate::export::text::tidy;
use crate::export::words::primary;
use crate::export::xml::{Element, Node, element, empty};
use crate::export::{Prepared, address};
use crate::story::Direction;

pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// Parts of the document besides the pictures and the links: file, and what kind of relation it is.
const FIXED: [(&str, &str); 5] = [
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("header1", "header"),
    ("footer1", "footer"),
];

pub fn content_types(media: &[Media]) -> Element {
    const WORD_PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let known = |extension, kind: &str| {
        let known = empty("Default").attribute("Extension", extension);
        known.attribute("ContentType", kind)
    };
    let part = |file: &str, kind: String| {
        let part = empty("Override").attribute("PartName", format!("/{file}.xml"));
        part.attribute("ContentType", kind)
    };
    let pictures = [("jpg", "image/jpeg"), ("png", "image/png")].into_iter();
    let pictures =
        pictures.filter(|(extension, _)| media.iter().any(|media| media.format == *extension));
    element("Types")
        .attribute("xmlns", format!("{PACKAGE}/content-types"))
        .with([known("rels", "application/vnd.openxmlformats-package.relationships+xml")])
        .with([known("xml", "application/xml")])
        .with(pictures.map(|(extension, kind)| known(extension, kind)))
        .with([part("word/document", format!("{WORD_PART}.document.main+xml"))])
        .with(
            FIXED.map(|(file, kind)| {
                part(&format!("word/{file}"), format!("{WORD_PART}.{kind}+xml"))
            }),
        )
        .with([part(
            "docProps/core",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        )])
}

pub fn package_relations() -> Element {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relationships()
        .with([relation("document", &format!("{RELATIONS}/officeDocument"), "word/document.xml")])
        .with([relation("properties", &core, "docProps/core.xml")])
}

pub fn relations(writer: &Writer) -> Element {
    let fixed = FIXED
        .map(|(file, kind)| relation(file, &format!("{RELATIONS}/{kind}"), &format!("{file}.xml")));
    let picture =
        |media: &Media| relation(&media.relation(), &format!("{RELATIONS}/image"), &media.target());
    let link = |(at, address): (usize, &String)| {
        relation(
            &format!("link{}", at + 1),
            &format!("{RELATIONS}/hyperlink"),
            &address::uri(address),
        )
        .attribute("TargetMode", "External")
    };
    relationships()
        .with(fixed)
        .with(writer.media.iter().map(picture))
        .with(writer.links.iter().enumerate().map(link))
}

fn relationships() -> Element {
    element("Relationships").attribute("xmlns", format!("{PACKAGE}/relationships"))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    empty("Relationship").attribute("Id", id).attribute("Type", kind).attribute("Target", target)
}

/// `docProps/core.xml`: title, language, and when the story was saved. It names nobody.
pub fn properties(story: &Prepared) -> Element {
    let saved = story.story.modified_at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let time = |name| element(name).attribute("xsi:type", "dcterms:W3CDTF").text(saved.as_str());
    element("cp:coreProperties")
        .attribute("xmlns:cp", PROPERTIES)
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with([element("dc:title").text(story.title.as_str())])
        .with([element("dc:language").text(story.language.as_str())])
        .with([time("dcterms:created"), time("dcterms:modified")])
}

/// What Word keeps to itself: nobody's name, and to lay out as it does since 2013.
pub fn settings(story: &Prepared) -> Element {
    let mode = empty("w:compatSetting")
        .attribute("w:name", "compatibilityMode")
        .attribute("w:uri", "http://schemas.microsoft.com/office/word")
        .attribute("w:val", "15");
    element("w:settings")
        .attribute("xmlns:w", WORD)
        .with([empty("w:removePersonalInformation"), empty("w:removeDateAndTime")])
        .with([empty("w:defaultTabStop").attribute("w:val", "720")])
        .with([element("w:compat").with([mode])])
        .with([language("w:themeFontLang", story)])
}

/// How it looks, in the fonts and the language of the story.
pub fn styles(story: &Prepared) -> String {
    let mut language = String::new();
    for (kind, tag) in languages(story) {
        language.push_str(&format!(" {kind}=\"{tag}\""));
    }
    // Tags have letters, digits and dashes only.
    let asian = match primary(&story.language) {
        "ja" => "Yu Mincho",
        "ko" => "Batang",
        _ => "SimSun",
    };
    include_str!("styles.xml")
        .replace("{language}", &language)
        .replace("{asian}", asian)
        .replace("{right}", &Paper::of(story).text_width().to_string())
}

fn language(name: &'static str, story: &Prepared) -> Element {
    languages(story).into_iter().fold(empty(name), |made, (kind, tag)| made.attribute(kind, tag))
}

/// The story's language in the place that Word keeps for its script; with a region, which Word's
/// dictionaries go by.
fn languages(story: &Prepared) -> Vec<(&'static str, String)> {
    let has_region = story.language.contains('-');
    let of_row = story
        .words
        .locale
        .filter(|_| !has_region && story.words.foreign_to(&story.language).is_none());
    let tag = match of_row {
        // Nobody lives in "ar-AR", and no dictionary is for it.
        Some("ar_AR") => "ar-SA".to_owned(),
        Some(locale) => locale.replace('_', "-"),
        None => story.language.clone(),
    };
    let kind = script_of(&story.language);
    let latin = (kind != "w:val").then(|| ("w:val", "en-GB".to_owned()));
    latin.into_iter().chain([(kind, tag)]).collect()
}

/// At the head of every page: what stops the story, whose it is, and as of when.
pub fn header(story: &Prepared) -> Element {
    let mut lines = stops(story);
    let publication = tidy(story.story.publication.name);
    let saved = story.dates.modified_in(story.words);
    let mut writer = Writer::new(story);
    let direction = story.direction;
    let mut content = writer.runs(&[Run::plain(&publication)], direction);
    content.push(element("w:r").with([empty("w:tab")]).into());
    content.extend(writer.runs(&[Run::plain(&saved)], direction));
    lines.push(writer.paragraph_of(Look::of("Header"), direction, content));
    around("w:hdr", lines)
}

/// At the foot: the page, and again what stops the story.
pub fn footer(story: &Prepared) -> Element {
    let field = |code: &str| -> Node {
        let shown = element("w:r").with([element("w:t").text("1")]);
        let field = element("w:fldSimple").attribute("w:instr", format!(" {code} "));
        field.with([shown]).into()
    };
    let slash =
        element("w:r").with([element("w:t").attribute("xml:space", "preserve").text(" / ")]);
    let content = vec![field("PAGE"), slash.into(), field("NUMPAGES")];
    let writer = Writer::new(story);
    let mut lines = vec![writer.paragraph_of(Look::of("Footer"), story.direction, content)];
    lines.extend(stops(story));
    around("w:ftr", lines)
}

fn around(name: &'static str, lines: Vec<Element>) -> Element {
    element(name).attribute("xmlns:w", WORD).attribute("xmlns:r", RELATIONS).with(lines)
}

/// The desk's own words, whatever the story's language.
fn stops(story: &Prepared) -> Vec<Element> {
    let mut writer = Writer::new(story);
    let line = |stop: &String| {
        let content = writer.runs(&[Run::plain(&tidy(stop))], Direction::LeftToRight);
        writer.paragraph_of(Look::of("Stop"), Direction::LeftToRight, content)
    };
    story.stops.iter().map(line).collect()
}

/// The paper, and what stands at its head and foot.
pub fn section(story: &Prepared) -> Element {
    let paper = Paper::of(story);
    let reference =
        |name, id: &str| empty(name).attribute("w:type", "default").attribute("r:id", id);
    let size = empty("w:pgSz")
        .attribute("w:w", paper.width.to_string())
        .attribute("w:h", paper.height.to_string());
    let margins = [
        ("w:top", TOP_MARGIN),
        ("w:right", SIDE_MARGIN),
        ("w:bottom", TOP_MARGIN),
        ("w:left", SIDE_MARGIN),
        ("w:header", TOP_MARGIN / 2),
        ("w:footer", TOP_MARGIN / 2),
        ("w:gutter", 0),
    ];
    let margins = margins
        .into_iter()
        .fold(empty("w:pgMar"), |made, (name, twips)| made.attribute(name, twips.to_string()));
    element("w:sectPr")
        .with([
            reference("w:headerReference", "header1"),
            reference("w:footerReference", "footer1"),
        ])
        .with([size, margins])
        .with((story.direction == Direction::RightToLeft).then(|| empty("w:bidi")))
}
