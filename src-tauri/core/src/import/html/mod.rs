//! HTML from the clipboard: words in, blocks of the story out.
//!
//! Five steps: bytes to a tree (`parse`, `tree`), the tree to parts (`walk` goes through it; `kind`
//! says what an element is, `look` how its text looks, `open` what becomes of it), items to lists
//! (`lists`, `word`), what mail quotes to quotes (`mail`), parts to blocks (`fit`, `table`,
//! `characters`).
//!
//! Promises: every character that was to be seen and is no space stands in a block, in a sentence of
//! what was left out, or among the signs that became structure. What was deleted or hidden never
//! comes back. Only links to the web and to mail come in; nothing else of a page does: no private
//! note, no part that this program does not know, no picture. Work is bounded, whatever comes.
//!
//! To teach it another program: a case under `tests/cases/paste` with what that program copies, and a
//! line in `kind`.

mod characters;
mod charset;
mod figure;
mod fit;
mod kind;
mod link;
mod lists;
mod look;
mod mail;
mod open;
mod parse;
mod part;
mod receipt;
mod style;
mod table;
mod tree;
mod walk;
mod word;

pub use charset::html_text;
use receipt::Receipt;
use serde_json::Value;

/// The largest HTML that is read, in bytes.
pub const HTML_LIMIT_BYTES: usize = parse::MAX_BYTES;

/// What came out of the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// A JSON list of the body's blocks, as the document has them.
    pub blocks: String,
    /// One line; empty when there is nothing to say.
    pub receipt: String,
    /// What was left out or could not be kept, a sentence each.
    pub left_out: Vec<String>,
    /// The characters that became structure: bullets, `>` of mail, the dash before a name.
    pub signs: String,
}

/// Why HTML could not be read. Its plain text can be pasted all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HtmlError {
    #[error("What was copied has no words in it.")]
    Empty,
    #[error("What was copied has {:.1} MB, and at most 20 MB can be pasted with its form.", *bytes as f64 / 1e6)]
    TooLarge { bytes: usize },
    #[error("What was copied has too many parts to be pasted with its form.")]
    TooManyParts,
}

/// Reads `html`, as it lay in the clipboard, for a story in `language` (BCP 47).
///
/// The same HTML gives the same blocks. Fails with [`HtmlError`] where there is nothing to keep or
/// too much of it.
pub fn html(html: &str, language: &str) -> Result<Pasted, HtmlError> {
    let nodes = parse::parse(html)?;
    let mut receipt = Receipt::default();
    let parts = walk::parts(&nodes, language, &mut receipt);
    let blocks = fit::blocks(parts, &mut receipt);
    let left_out = receipt.sentences();
    if blocks.is_empty() && left_out.is_empty() {
        return Err(HtmlError::Empty);
    }
    let line = receipt.line();
    let blocks = Value::from(blocks).to_string();
    Ok(Pasted { blocks, receipt: line, left_out, signs: receipt.signs })
}
