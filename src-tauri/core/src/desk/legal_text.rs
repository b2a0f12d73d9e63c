//! What a lawyer reads of a story: its headlines, standfirst, body, captions and pictures. A change in
//! these undoes a clearance; a change of type, of a credit or of an alt text does not.

use crate::story::{Document, Embed, Framing, Part, embeds, figures, runs};
use unicode_normalization::UnicodeNormalization;

/// Words and pictures on a line each, in reading order, words before pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalText {
    pub text: String,
    /// Photos whose own caption is printed, so that a change of it counts as well.
    pub borrowed: Vec<String>,
}

impl LegalText {
    pub fn of(document: &Document) -> LegalText {
        let words = runs(document).into_iter().filter(|run| is_read(run.part));
        let mut lines: Vec<String> = words.map(|run| even(&run.text())).collect();
        lines.extend(embeds(document).into_iter().map(card));
        let mut borrowed = Vec::new();
        for figure in figures(document) {
            let Some(id) = figure.photo_id.as_deref().filter(|id| !id.is_empty()) else { continue };
            lines.push(format!("[{id}{}]", framed(&figure.framing)));
            if figure.caption.is_none() {
                borrowed.push(id.to_owned());
            }
        }
        lines.retain(|line| !line.is_empty());
        LegalText { text: lines.join("\n"), borrowed }
    }

    pub fn hash(&self) -> String {
        blake3::hash(self.text.as_bytes()).to_hex().to_string()
    }
}

fn is_read(part: Part) -> bool {
    let names_somebody = matches!(part, Part::Byline | Part::Dateline | Part::SignOff);
    !names_somebody && !matches!(part, Part::Kicker | Part::LeadAltText | Part::AltText)
}

/// Without what no reader sees: how a letter is put together, and how wide a space is.
fn even(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A crop, a turn and a cover change what a picture shows; where its focus lies does not.
fn framed(framing: &Framing) -> String {
    let framing = Framing { focus: None, ..framing.clone() };
    if framing.is_plain() {
        return String::new();
    }
    serde_json::to_string(&framing).map(|json| format!(" {json}")).unwrap_or_default()
}

/// What is quoted from elsewhere, and where it stands.
fn card(embed: &Embed) -> String {
    let Embed { address, provider, title, author, text, .. } = embed;
    even(&[provider, title, author, text, address].map(String::as_str).join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::read;

    fn story(headline: &str, byline: &str, figure: &str) -> LegalText {
        LegalText::of(&read(&format!(
            r#"{{"doc":{{"type":"story","content":[
                {{"type":"headline","content":[{{"type":"text","text":"{headline}"}}]}},
                {{"type":"byline","content":[{{"type":"text","text":"{byline}"}}]}},
                {{"type":"body","content":[{figure}]}}]}}}}"#
        )))
    }

    fn figure(attrs: &str, caption: &str) -> String {
        let caption = match caption {
            "" => String::new(),
            text => format!(
                r#","content":[{{"type":"caption","content":[{{"type":"text","text":"{text}"}}]}}]"#
            ),
        };
        format!(r#"{{"type":"figure","attrs":{{"photoId":"p1"{attrs}}}{caption}}}"#)
    }

    #[test]
    fn spaces_bylines_and_the_focus_are_no_change() {
        let before = story("Trams  run", "By A", &figure("", "Two"));
        let focus = r#","focus":{"left":10,"top":10}"#;
        assert_eq!(before, story("Trams run", "By B", &figure(focus, "Two")));
    }

    #[test]
    fn words_captions_and_crops_are_a_change() {
        let before = story("Trams run", "", &figure("", "Two")).hash();
        let crop = r#","crop":{"left":0,"top":0,"width":5000,"height":5000}"#;
        for after in [
            story("Trams ran", "", &figure("", "Two")),
            story("Trams run", "", &figure("", "Three")),
            story("Trams run", "", &figure(crop, "Two")),
            story("Trams run", "", ""),
        ] {
            assert_ne!(after.hash(), before, "{}", after.text);
        }
    }

    #[test]
    fn a_caption_of_the_photo_s_own_is_borrowed() {
        assert_eq!(story("", "", &figure("", "")).borrowed, ["p1"]);
        assert_eq!(story("", "", &figure("", "Two")).borrowed, [""; 0]);
    }
}
