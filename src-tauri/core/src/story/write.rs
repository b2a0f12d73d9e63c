//! Writing a document: the reverse of `read.rs`. Attributes at their default are left out, so the
//! same story always gives the same string. Used by import and migration; the desk never writes a
//! document in order to save what the editor already wrote.

use super::document::*;
use serde_json::{Map, Value, json};

/// The document as the string that the desk stores and the editor opens.
pub fn write(story: &Document) -> String {
    let mut envelope = Map::new();
    envelope.insert("schemaVersion".into(), SCHEMA_VERSION.into());
    // A newer version is kept: this program has not brought the rest of the document down.
    envelope.extend(story.envelope.clone());
    envelope.insert("doc".into(), doc(story));
    Value::Object(envelope).to_string()
}

fn doc(story: &Document) -> Value {
    let mut attrs = Map::new();
    if story.language != "en" {
        attrs.insert("language".into(), story.language.clone().into());
    }
    if story.direction == Direction::RightToLeft {
        attrs.insert("direction".into(), "rtl".into());
    }
    attrs.extend(story.extra.clone());
    let lead = story.lead.iter().map(figure).collect();
    let mut parts = vec![
        line("kicker", &story.kicker),
        line("headline", &story.headline),
        line("standfirst", &story.standfirst),
        line("byline", &story.byline),
        line("dateline", &story.dateline),
        headlines(&story.headlines),
        node("lead", Map::new(), lead),
        node("body", Map::new(), blocks(&story.body)),
        line("signOff", &story.sign_off),
    ];
    parts.extend(closed(&story.unknown));
    node("story", attrs, parts)
}

fn node(name: &str, attrs: Map<String, Value>, content: Vec<Value>) -> Value {
    let mut node = Map::new();
    node.insert("type".into(), name.into());
    if !attrs.is_empty() {
        node.insert("attrs".into(), attrs.into());
    }
    if !content.is_empty() {
        node.insert("content".into(), content.into());
    }
    node.into()
}

fn line(name: &str, line: &Line) -> Value {
    node(name, line.extra.clone(), inlines(&line.content))
}

fn headlines(headlines: &Headlines) -> Value {
    let mut content = vec![
        line("webHeadline", &headlines.web),
        line("socialHeadline", &headlines.social),
        line("printHeadline", &headlines.print),
    ];
    content.extend(closed(&headlines.unknown));
    node("headlines", headlines.extra.clone(), content)
}

fn closed(unknown: &[Unknown]) -> impl Iterator<Item = Value> {
    unknown.iter().map(|unknown| unknown.json.clone())
}

fn blocks(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(p) => node("paragraph", p.extra.clone(), inlines(&p.content)),
        Block::Crosshead(c) => {
            let level = (c.level != 2).then(|| ("level", Value::from(c.level)));
            node("crosshead", attrs(&c.extra, level), inlines(&c.content))
        }
        Block::List(l) => {
            let ordered = l.ordered.then_some(("ordered", true.into()));
            node("list", attrs(&l.extra, ordered), l.items.iter().map(item).collect())
        }
        Block::Quote(q) => quote("quote", &q.extra, &q.content, q.attribution.as_ref()),
        Block::PullQuote(q) => quote("pullQuote", &q.extra, &q.content, q.attribution.as_ref()),
        Block::FactBox(b) => fact_box(b),
        Block::Table(t) => node("table", t.extra.clone(), t.rows.iter().map(row).collect()),
        Block::Gallery(g) => {
            let layout = (g.layout == Layout::Slideshow).then(|| ("layout", "slideshow".into()));
            node("gallery", attrs(&g.extra, layout), blocks(&g.content))
        }
        Block::Figure(f) => figure(f),
        Block::Embed(e) => embed(e),
        Block::Correction(c) => correction(c),
        Block::Divider { extra, .. } => node("divider", extra.clone(), Vec::new()),
        Block::Unknown(unknown) => unknown.json.clone(),
    }
}

fn attrs<'a>(
    extra: &Extra,
    known: impl IntoIterator<Item = (&'a str, Value)>,
) -> Map<String, Value> {
    let mut attrs: Map<String, Value> =
        known.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    attrs.extend(extra.clone());
    attrs
}

fn item(item: &ListItem) -> Value {
    node("listItem", item.extra.clone(), blocks(&item.content))
}

fn quote(name: &str, extra: &Extra, content: &[Block], said_by: Option<&Attribution>) -> Value {
    let mut content = blocks(content);
    content.extend(said_by.map(|who| line("attribution", who)));
    node(name, extra.clone(), content)
}

fn fact_box(fact_box: &FactBox) -> Value {
    let mut content = vec![line("boxTitle", &fact_box.title)];
    content.extend(blocks(&fact_box.content));
    node("factBox", fact_box.extra.clone(), content)
}

fn row(row: &TableRow) -> Value {
    node("tableRow", row.extra.clone(), row.cells.iter().map(cell).collect())
}

fn cell(cell: &TableCell) -> Value {
    let span = |name, span: u16| (span != 1).then(|| (name, span.into()));
    let spans = [span("colspan", cell.colspan), span("rowspan", cell.rowspan)];
    let name = if cell.header { "tableHeader" } else { "tableCell" };
    node(name, attrs(&cell.extra, spans.into_iter().flatten()), blocks(&cell.content))
}

fn embed(embed: &Embed) -> Value {
    let words = [
        ("address", &embed.address),
        ("provider", &embed.provider),
        ("title", &embed.title),
        ("author", &embed.author),
        ("text", &embed.text),
    ];
    let said = words.into_iter().filter(|(_, words)| !words.is_empty());
    let said = said.map(|(name, words)| (name, words.clone().into()));
    node("embed", attrs(&embed.extra, said), Vec::new())
}

fn correction(correction: &Correction) -> Value {
    let kind = match correction.kind {
        CorrectionKind::Correction => None,
        CorrectionKind::Clarification => Some("clarification"),
        CorrectionKind::Update => Some("update"),
        CorrectionKind::EditorsNote => Some("editorsNote"),
    };
    let day = (!correction.day.is_empty()).then(|| ("at", correction.day.clone().into()));
    let known = kind.map(|kind| ("kind", kind.into())).into_iter().chain(day);
    node("correction", attrs(&correction.extra, known), blocks(&correction.content))
}

fn figure(figure: &Figure) -> Value {
    let role = match figure.role {
        Role::Inline => None,
        Role::Supporting => Some("supporting"),
        Role::Showcase => Some("showcase"),
        Role::Full => Some("full"),
        Role::Thumbnail => Some("thumbnail"),
    };
    let framing = &figure.framing;
    let known = [
        ("photoId", figure.photo_id.clone().map(Value::from)),
        ("role", role.map(Value::from)),
        ("decorative", figure.decorative.then(|| true.into())),
        ("filePhoto", figure.file_photo.then(|| true.into())),
        ("checkCaption", figure.check_caption.then(|| true.into())),
        ("turn", (framing.turn != 0).then(|| framing.turn.into())),
        ("crop", framing.crop.map(|crop| json!(crop))),
        ("focus", framing.focus.map(|focus| json!(focus))),
        ("obscured", (!framing.obscured.is_empty()).then(|| json!(framing.obscured))),
        ("wantedCredit", figure.wanted_credit.clone().map(Value::from)),
    ];
    let known = known.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let mut content = Vec::new();
    content.extend(figure.caption.iter().map(|caption| line("caption", caption)));
    content.extend(figure.alt_text.iter().map(|alt| line("altText", alt)));
    content.extend(closed(&figure.unknown));
    node("figure", attrs(&figure.extra, known), content)
}

fn inlines(content: &[Inline]) -> Vec<Value> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Value {
    match inline {
        Inline::Text(text) => {
            let mut node = json!({ "type": "text", "text": text.text });
            if !text.marks.is_empty() {
                node["marks"] = text.marks.iter().map(mark).collect();
            }
            node
        }
        Inline::HardBreak { marks, extra, .. } => {
            let mut node = node("hardBreak", extra.clone(), Vec::new());
            if !marks.is_empty() {
                node["marks"] = marks.iter().map(mark).collect();
            }
            node
        }
        Inline::Unknown(unknown) => unknown.json.clone(),
    }
}

fn mark(mark: &Mark) -> Value {
    match mark {
        Mark::Strong { extra } => node("strong", extra.clone(), Vec::new()),
        Mark::Em { extra } => node("em", extra.clone(), Vec::new()),
        Mark::Link { href, extra } => {
            node("link", attrs(extra, [("href", href.clone().into())]), Vec::new())
        }
        Mark::Foreign { language, extra } => {
            node("foreign", attrs(extra, [("language", language.clone().into())]), Vec::new())
        }
        Mark::Note { note_id, extra } => {
            node("note", attrs(extra, [("noteId", note_id.clone().into())]), Vec::new())
        }
        Mark::Unknown(json) => json.clone(),
    }
}
