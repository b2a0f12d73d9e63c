//! `tests/cases/check/<case>/story.json`, with `photos.json` and `limits.json` (the day too) where the case needs
//! them: the findings, in `findings.txt`.
//!
//! Every case also applies every fix and proves that its finding is gone and no other has come.

use super::Case;
use chrono::NaiveDate;
use cutline_core::check::{CheckedPhoto, Checking, Edit, Finding, Limits, check};
use cutline_core::story::{self, Block, Document, Figure, Inline};
use serde_json::Value;
use std::collections::BTreeMap;

pub fn run(case: &Case) -> Result<(), String> {
    let document = story::read(&case.read("story.json")?);
    let (photos, limits, today) = (photos(case)?, limits(case)?, today(case)?);
    let look = |document: &Document| check(&Checking { document, photos: &photos, limits, today });
    let findings = look(&document);
    each_place_is_its_own(&findings)?;
    for finding in &findings {
        the_fix_mends(finding, &findings, &document, look)?;
    }
    case.expect("findings.txt", &written(&findings, &document))
}

fn photos(case: &Case) -> Result<BTreeMap<String, CheckedPhoto>, String> {
    let Some(photos) = optional(case, "photos.json")? else { return Ok(BTreeMap::new()) };
    let photos = photos.as_object().cloned().unwrap_or_default();
    let text = |photo: &Value, name: &str| photo[name].as_str().map(str::to_owned);
    let read = |photo: &Value| CheckedPhoto {
        name: text(photo, "name").unwrap_or_default(),
        credit_line: text(photo, "creditLine"),
        credit_names: text(photo, "creditNames"),
        caption: text(photo, "caption"),
        alt_text: text(photo, "altText"),
        barred: text(photo, "barred"),
        generated: photo["generated"].as_bool().unwrap_or_default(),
        width_px: pixels(photo, "widthPx"),
        height_px: pixels(photo, "heightPx"),
        taken: text(photo, "taken"),
        near: list(photo, "near"),
        far: list(photo, "far"),
        restrictions: list(photo, "restrictions"),
        rights_unknown: photo["rightsUnknown"].as_bool().unwrap_or_default(),
    };
    Ok(photos.iter().map(|(id, photo)| (id.clone(), read(photo))).collect())
}

fn pixels(photo: &Value, name: &str) -> u32 {
    photo[name].as_u64().and_then(|pixels| u32::try_from(pixels).ok()).unwrap_or_default()
}

fn list(photo: &Value, name: &str) -> Vec<String> {
    let items = photo[name].as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// The day of the checks: 20 May 2026, where `limits.json` does not name another.
fn today(case: &Case) -> Result<NaiveDate, String> {
    let limits = optional(case, "limits.json")?.unwrap_or_default();
    let today = limits["today"].as_str().unwrap_or("2026-05-20");
    today.parse().map_err(|e| format!("limits.json: today: {e}"))
}

fn limits(case: &Case) -> Result<Limits, String> {
    let usual = Limits::default();
    let Some(limits) = optional(case, "limits.json")? else { return Ok(usual) };
    let headline = limits["headline"].as_u64().and_then(|length| u32::try_from(length).ok());
    Ok(Limits {
        headline: headline.unwrap_or(usual.headline),
        strict: limits["strict"].as_bool().unwrap_or(usual.strict),
    })
}

fn optional(case: &Case, name: &str) -> Result<Option<Value>, String> {
    if !case.file(name).exists() {
        return Ok(None);
    }
    serde_json::from_str(&case.read(name)?).map(Some).map_err(|e| format!("{name}: {e}"))
}

fn written(findings: &[Finding], document: &Document) -> String {
    if findings.is_empty() {
        return "nothing\n".into();
    }
    findings.iter().map(|finding| one(finding, document)).collect::<Vec<_>>().join("\n")
}

fn one(finding: &Finding, document: &Document) -> String {
    let place = &finding.place;
    let mut text = format!(
        "{:?} {} in {} {}\n  {}\n",
        finding.level,
        finding.rule,
        place.label,
        span(place.from, place.to),
        finding.message
    );
    text.extend(quoted(document, place.from, place.to).map(|words| format!("  > {words}\n")));
    if let Some(fix) = &finding.fix {
        let asks = if fix.asks_first { ", asks first" } else { "" };
        text.push_str(&format!("  fix: {}{asks}\n", fix.label));
        for edit in &fix.edits {
            text.push_str(&format!("    {}..{} → {:?}\n", edit.from, edit.to, edit.text));
        }
    }
    text
}

fn span(from: Option<u32>, to: Option<u32>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from}..{to}"),
        _ => "without a position".into(),
    }
}

/// The words at a place that lies within one passage.
fn quoted(document: &Document, from: Option<u32>, to: Option<u32>) -> Option<String> {
    let (from, to) = (from?, to?);
    story::runs(document).iter().find_map(|run| {
        let units: Vec<u16> = run.text().encode_utf16().collect();
        let start = usize::try_from(from.checked_sub(run.at + 1)?).ok()?;
        let end = start + usize::try_from(to - from).ok()?;
        let words = units.get(start..end).filter(|words| !words.is_empty())?;
        Some(String::from_utf16_lossy(words))
    })
}

fn each_place_is_its_own(findings: &[Finding]) -> Result<(), String> {
    let mut keys: Vec<&str> = findings.iter().map(|finding| finding.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.len() == findings.len() { Ok(()) } else { Err("two findings have one key".into()) }
}

fn the_fix_mends(
    finding: &Finding,
    before: &[Finding],
    document: &Document,
    look: impl Fn(&Document) -> Vec<Finding>,
) -> Result<(), String> {
    let Some(fix) = &finding.fix else { return Ok(()) };
    let mended = apply(document, &fix.edits);
    let after = look(&mended);
    if after.len() + 1 == before.len() {
        return Ok(());
    }
    Err(format!("“{}” leaves {} findings of {}", fix.label, after.len(), before.len()))
}

/// Applies edits as the window does: text and breaks between two positions make way for other text.
fn apply(document: &Document, edits: &[Edit]) -> Document {
    let mut mended = document.clone();
    for edit in edits {
        contents(&mut mended).into_iter().for_each(|content| replace(content, edit));
    }
    story::read(&story::write(&mended))
}

fn replace(content: &mut Vec<Inline>, edit: &Edit) {
    let mut to_come = edit.text.encode_utf16().collect::<Vec<u16>>();
    for inline in content.iter_mut() {
        let Inline::Text(text) = inline else { continue };
        let units: Vec<u16> = text.text.encode_utf16().collect();
        let offset = |position: u32| (position.saturating_sub(text.at) as usize).min(units.len());
        let (start, end) = (offset(edit.from), offset(edit.to));
        let touched = start < end;
        let new = if touched { std::mem::take(&mut to_come) } else { Vec::new() };
        let whole = [&units[..start], &new, &units[end.max(start)..]].concat();
        text.text = String::from_utf16_lossy(&whole);
    }
    content.retain(|inline| match inline {
        Inline::HardBreak { at, .. } => !(edit.from..edit.to).contains(at),
        Inline::Text(text) => !text.text.is_empty(),
        Inline::Unknown(_) => true,
    });
}

fn contents(story: &mut Document) -> Vec<&mut Vec<Inline>> {
    let mut found = vec![
        &mut story.kicker.content,
        &mut story.headline.content,
        &mut story.standfirst.content,
        &mut story.byline.content,
        &mut story.dateline.content,
        &mut story.headlines.web.content,
        &mut story.headlines.social.content,
        &mut story.headlines.print.content,
        &mut story.sign_off.content,
    ];
    story.lead.iter_mut().for_each(|lead| figure_contents(lead, &mut found));
    block_contents(&mut story.body, &mut found);
    found
}

fn figure_contents<'d>(figure: &'d mut Figure, found: &mut Vec<&'d mut Vec<Inline>>) {
    let lines = figure.caption.iter_mut().chain(&mut figure.alt_text);
    found.extend(lines.map(|line| &mut line.content));
}

fn block_contents<'d>(blocks: &'d mut [Block], found: &mut Vec<&'d mut Vec<Inline>>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.push(&mut paragraph.content),
            Block::Crosshead(crosshead) => found.push(&mut crosshead.content),
            Block::Figure(figure) => figure_contents(figure, found),
            Block::FactBox(fact_box) => {
                found.push(&mut fact_box.title.content);
                block_contents(&mut fact_box.content, found);
            }
            other => {
                other.inside_mut().into_iter().for_each(|inside| block_contents(inside, found));
            }
        }
    }
}
