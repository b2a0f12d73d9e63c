//! What the story list shows of a document.

use super::legal_text::LegalText;
use crate::export;
use crate::store::fold::folded;
use crate::store::story::{Draft, Summary, hash};
use crate::story::{self, Framing};
use std::panic::catch_unwind;

/// `document` as it will be stored, with its hash, its summary and the photos that it names.
///
/// Cannot fail: what cannot be read is stored all the same, and the list says less about it.
pub fn draft(document: String, saved_at: String) -> (Draft, Vec<String>) {
    let (summary, photos) = catch_unwind(|| read(&document)).unwrap_or_default();
    let hash = hash(&document);
    (Draft { document, hash, saved_at, summary }, photos)
}

fn read(document: &str) -> (Summary, Vec<String>) {
    let document = story::read(document);
    let headline = story::plain(&document.headline.content);
    let texts: String = story::runs(&document).iter().map(|run| run.text() + "\n").collect();
    let summary = Summary {
        folded_text: folded(&texts),
        headline,
        words: story::counts(&document).words,
        photos: u32::try_from(export::figures(&document).len()).unwrap_or(u32::MAX),
        photos_wanted: u32::try_from(export::wanted(&document)).unwrap_or(u32::MAX),
        lead_photo_id: document.lead.as_ref().and_then(|lead| lead.photo_id.clone()),
        lead_framing: document.lead.as_ref().and_then(|lead| framing(&lead.framing)),
        byline: story::plain(&document.byline.content),
        legal_hash: LegalText::of(&document).hash(),
    };
    (summary, export::figures(&document).into_iter().map(str::to_owned).collect())
}

/// `None` for a picture that is shown as it is.
fn framing(framing: &Framing) -> Option<String> {
    if framing.is_plain() { None } else { serde_json::to_string(framing).ok() }
}

#[cfg(test)]
mod tests {
    use super::draft;

    /// A list in a list in a list, `depth` times. Tests run on threads of 2 MiB, as actions do.
    fn nested(depth: usize) -> String {
        let open = r#"{"type":"list","content":[{"type":"listItem","content":["#;
        let (open, close) = (open.repeat(depth), "]}]}".repeat(depth));
        format!(
            r#"{{"doc":{{"type":"story","content":[{{"type":"body","content":[{open}{close}]}}]}}}}"#
        )
    }

    #[test]
    fn no_depth_of_nesting_fails_a_save() {
        for depth in [60, 148, 160, 500, 100_000] {
            let document = nested(depth);
            let (draft, photos) = draft(document.clone(), String::new());
            assert_eq!((draft.document == document, photos.len()), (true, 0), "{depth}");
        }
    }
}
